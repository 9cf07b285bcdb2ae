// An audit for a person with one minute: of runs that were simulated, and of those in a file.
#include "experiment/audit/plan.hpp"
#include "report/audit_file.hpp"
#include "report/audit_page.hpp"
#include "report/units_page.hpp"
#include "report/units_reports.hpp"

namespace orgsim {

namespace {

class AuditText : public UnitsPage {
 public:
  AuditText(const UnitsResult& result, bool colour, Language language)
      : UnitsPage(result, colour, language), request_(audit_request(result.shape)) {}

  std::string run() {
    const Audit audit = audit_of(result_, shape_.variants.front());
    const AuditTold told{&shape_.scenario, &request_, &audit};
    begin(words_["audit_question"], audit_conclusion(told, language_));
    course_note();
    text_ += AuditPage(told, colour_, language_).tables();
    elsewhere();
    return std::move(text_);
  }

 private:
  // In other worlds, and with other rivals.
  void elsewhere() {
    if (shape_.variants.size() < 2) return;
    section(std::string(words_["audit_elsewhere"]));
    constexpr int label = 22;
    line("  {}{}{}{}", fitted("", label), right(words_["audit_all"], 20),
         right(words_["audit_elsewhere_cuts"], 16), right(words_["audit_elsewhere_wrong"], 20));
    for (const UnitVariant& variant : shape_.variants) {
      const Audit audit = audit_of(result_, variant);
      std::string wrong = "-";
      if (audit.wrong) {
        const auto percent = [](double share) { return percent_number(100 * share); };
        wrong = say(words_["audit_return"], fmt::arg("mean", percent(audit.wrong->mean) + " %"),
                    fmt::arg("low", percent(audit.wrong->interval.low)),
                    fmt::arg("high", percent(audit.wrong->interval.high)));
      }
      const double cuts = static_cast<double>(audit.all_cuts()) / static_cast<double>(audit.replications);
      line("  {}{}{}{}", fitted(variant_word(variant.name, words_), label),
           right(fmt::format("{} = {} %", log_points(audit.movement.change.mean),
                             percent_change(audit.movement.change.mean)),
                 20),
           right(fmt::format("{:.1f}", cuts), 16), right(wrong, 20));
    }
  }

  AuditRequest request_;
};

class AuditFileText : public AuditPage {
 public:
  AuditFileText(const AuditTold& told, std::size_t replications, bool colour, Language language)
      : AuditPage(told, colour, language), told_(told), replications_(replications) {}

  std::string run() {
    const std::string title = translated(told_.scenario->title, language_);
    line("{}", styled(cut(say(words_["units_title"], fmt::arg("title", title),
                              fmt::arg("question", words_["audit_question"])),
                          kColumns),
                      fmt::emphasis::bold));
    line("{}", world_line(*told_.scenario, replications_, words_));
    const auto counted_runs = [&](std::size_t number) {
      return counted(static_cast<std::int64_t>(number), words_["replication"], words_["replications"]);
    };
    if (told_.audit->replications < replications_) {
      line("{}", say(words_["audit_of_file"], fmt::arg("kept", grouped(told_.audit->replications)),
                     fmt::arg("replications", counted_runs(replications_))));
    }
    text_ += "\n" + wrapped(audit_conclusion(told_, language_), kColumns);
    return tables();
  }

 private:
  AuditTold told_;
  std::size_t replications_;
};

}  // namespace

std::string audit_text(const UnitsResult& result, bool colour, Language language) {
  return AuditText(result, colour, language).run();
}

std::string to_text(const AuditedFile& file, bool colour, Language language) {
  const AuditRequest request = file.request();
  const Audit audit = file.audit();
  return AuditFileText({&file.scenario(), &request, &audit}, file.replications, colour, language).run();
}

}  // namespace orgsim

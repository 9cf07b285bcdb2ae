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
  AuditFileText(const AuditedFile& file, bool colour, Language language)
      : AuditPage({&file.scenario, &file.request, &file.audit}, colour, language), file_(file) {}

  std::string run() {
    const std::string title = translated(file_.scenario.title, language_);
    line("{}", styled(cut(say(words_["units_title"], fmt::arg("title", title),
                              fmt::arg("question", words_["audit_question"])),
                          kColumns),
                      fmt::emphasis::bold));
    line("{}", world_line(file_.scenario, file_.replications, words_));
    const auto counted_runs = [&](std::size_t number) {
      return counted(static_cast<std::int64_t>(number), words_["replication"], words_["replications"]);
    };
    if (file_.audit.replications < file_.replications) {
      line("{}", say(words_["audit_of_file"], fmt::arg("kept", grouped(file_.audit.replications)),
                     fmt::arg("replications", counted_runs(file_.replications))));
    }
    const AuditTold told{&file_.scenario, &file_.request, &file_.audit};
    text_ += "\n" + wrapped(audit_conclusion(told, language_), kColumns);
    return tables();
  }

 private:
  const AuditedFile& file_;
};

}  // namespace

std::string audit_text(const UnitsResult& result, bool colour, Language language) {
  return AuditText(result, colour, language).run();
}

std::string to_text(const AuditedFile& file, bool colour, Language language) {
  return AuditFileText(file, colour, language).run();
}

}  // namespace orgsim

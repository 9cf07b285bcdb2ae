// What a person with one minute reads: the answer, what would flip it, five questions.
#include <fmt/ranges.h>

#include "engine/scenario.hpp"
#include "report/amount.hpp"
#include "report/numbers.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/strategy_cells.hpp"

namespace orgsim::page {

namespace {

constexpr double kWeeksOfYear = 52;

class Answer {
 public:
  Answer(const Summary& summary, Language language)
      : summary_(summary),
        result_(*summary.result),
        language_(language),
        words_(language),
        cells_(summary, language) {}

  std::string sentence() const {
    std::vector<std::string> sentences;
    if (!marginalised()) {
      sentences.emplace_back(word(once() ? WordKey("answer_not_once") : WordKey("answer_not"), language_));
    } else {
      sentences.push_back(
          fill(word(once() ? WordKey("answer_lost_once") : WordKey("answer_lost"), language_)) + saved_by());
      // Without which a small share saved looks like a failure.
      const std::size_t nothing = summary_.best ? best_strategy().verdicts.nothing_to_save() : 0;
      if (nothing > 0)
        sentences.push_back(say(words_["nothing_in"], fmt::arg("share", percent(nothing, replications()))));
    }
    const std::string harm = harm_in_words(summary_, language_);
    if (!harm.empty()) sentences.push_back(harm);
    return fmt::format("{}", fmt::join(sentences, words_["between"]));
  }

  // What stands below the sentence: what verdicts do not see, and what would flip it.
  std::vector<std::string> beside() const {
    std::vector<std::string> sentences = flips(summary_, language_);
    if (!marginalised() || summary_.strategies.empty()) return sentences;
    std::string unseen = verdicts_in_words(summary_, language_);
    if (!unseen.empty()) sentences.insert(sentences.begin(), std::move(unseen));
    return sentences;
  }

  // The five questions.
  Json does_it_happen() const {
    const Event& event = summary_.marginalised;
    const std::string value = once()
                                  ? std::string(words_[event.count > 0 ? PhraseKey("yes") : PhraseKey("no")])
                                  : percent(event.count, replications());
    std::vector<std::string> details;
    if (!once()) {
      const Interval share = wilson(event.count, replications());
      details.push_back(fill(word("detail_runs", language_), fmt::arg("low", 100 * share.low),
                             fmt::arg("high", 100 * share.high)));
    } else {
      const bool chance = !is_deterministic(result_.scenario);
      details.emplace_back(
          word(chance ? WordKey("detail_one_of_many") : WordKey("detail_one_run"), language_));
    }
    if (summary_.worlds) {
      const Summary& there = *summary_.worlds->summary;
      details.push_back(fill(word("detail_worlds", language_), fmt::arg("count", there.marginalised.count),
                             fmt::arg("worlds", there.result->replications)));
    }
    const bool somewhere =
        event.count > 0 || (summary_.worlds && summary_.worlds->summary->marginalised.count > 0);
    return card(value, details, event.count * 2 >= replications() ? "bad" : somewhere ? "mixed" : "good");
  }

  Json when() const {
    const Event& event = summary_.marginalised;
    if (event.count == 0) return card(std::string(words_["never"]), {}, "good");
    std::vector<std::string> details;
    details.push_back(fill(word("detail_year", language_), fmt::arg("year", event.median / kWeeksOfYear)));
    if (!once() && event.low < event.high)
      details.push_back(
          fill(word("detail_range", language_), fmt::arg("low", event.low), fmt::arg("high", event.high)));
    if (const auto first = first_line()) {
      details.push_back(fill(word("detail_first_line", language_),
                             fmt::arg("line", words_.of(name_of(*first))),
                             fmt::arg("week", summary_.lines[static_cast<std::size_t>(*first)].median)));
    }
    return card(say(words_["week"], fmt::arg("median", event.median)), details, "plain");
  }

  Json what_saves_it() const {
    if (!marginalised())
      return card(std::string(word("nothing_to_save", language_)), {},
                  summary_.harmful.empty() ? "good" : "mixed");
    if (summary_.strategies.empty()) return card(std::string(word("not_tried", language_)), {}, "plain");
    if (!summary_.best && !is_something_to_save(summary_))
      return card(std::string(word("nothing_to_save", language_)),
                  {std::string(word("detail_none_within", language_))}, "mixed");
    if (!summary_.best)
      return card(std::string(word("no_strategy", language_)),
                  {fill(word("detail_tried", language_), fmt::arg("all", summary_.strategies.size()))},
                  "bad");
    const StrategySummary& best = best_strategy();
    const bool reliable = best.saves_in_half();
    std::vector<std::string> details;
    details.push_back(
        once()
            ? std::string(word("detail_saved_once", language_))
            : fill(word(reliable ? WordKey("detail_saved") : WordKey("detail_most_often"), language_),
                   fmt::arg("best", label(best)), fmt::arg("share", percent(best.saved(), best.replications)),
                   fmt::arg("low", 100 * best.saved_interval.low),
                   fmt::arg("high", 100 * best.saved_interval.high)));
    if (best.beginning.count > 0)
      details.push_back(fill(word("detail_begins", language_), fmt::arg("week", best.beginning.median)));
    add_others_that_save(details);
    return card(reliable ? label(best) : std::string(word("none_reliably", language_)), details,
                reliable && holds() ? "good" : "mixed");
  }

  Json what_it_hangs_on() const {
    const std::optional<std::vector<std::string>> fails = does_not_survive(summary_, language_);
    const bool lines_alone = !summary_.worlds && summary_.rivals.empty();
    if (lines_alone && (!fails || fails->empty())) {
      return card(std::string(word("not_asked", language_)),
                  {std::string(word("detail_not_asked", language_))}, "plain");
    }
    if (!fails && marginalised() && summary_.best)
      return card(std::string(word("seldom_here", language_)), elsewhere(*summary_.best), "mixed");
    if (!fails) return card(std::string(word("no_answer_to_doubt", language_)), {}, "plain");
    return card(std::string(word(fails->empty() ? WordKey("robust") : WordKey("fragile"), language_)),
                elsewhere(*summary_.best), fails->empty() ? "good" : "bad");
  }

  Json what_it_is_worth() const {
    if (!summary_.best)
      return card(amount(summary_.baseline_npv, result_.scenario, language_),
                  {std::string(word("detail_baseline_npv", language_))}, "plain");
    const std::size_t best = *summary_.best;
    const Difference& npv = best_strategy().npv;
    std::vector<std::string> details;
    details.push_back(
        fill(word("detail_worth", language_),
             fmt::arg("amount", (npv.mean > 0 ? "+" : "") + amount(npv.mean, result_.scenario, language_))));
    if (summary_.worlds) {
      const auto& across = summary_.worlds->strategies[best].npv;
      details.push_back(fill(word("detail_across", language_), fmt::arg("low", across_worlds_cell(across[0])),
                             fmt::arg("high", across_worlds_cell(across[2])),
                             fmt::arg("median", across_worlds_cell(across[1]))));
    }
    if (summary_.best_paid) {
      const StrategySummary& paid = summary_.strategies[*summary_.best_paid];
      details.push_back(fill(word("detail_best_paid", language_), fmt::arg("best", label(paid)),
                             fmt::arg("npv", npv_percent(paid.npv.relative, language_))));
    }
    const bool everywhere = !summary_.worlds || summary_.worlds->strategies[best].npv[0] >= 0;
    const bool better = everywhere && (npv.interval ? npv.interval->low > 0 : npv.mean > 0);
    const bool worse = npv.interval ? npv.interval->high < 0 : npv.mean < 0;
    return card(cells_.npv(best) + " %", details, better ? "good" : worse ? "bad" : "mixed");
  }

 private:
  bool once() const { return is_deterministic(result_.scenario) || replications() == 1; }
  bool marginalised() const { return summary_.marginalised.count > 0; }
  std::size_t replications() const { return result_.replications; }
  const StrategySummary& best_strategy() const { return summary_.strategies[*summary_.best]; }
  std::string label(const StrategySummary& s) const { return translated(s.arm.label, language_); }
  static std::string percent(std::size_t part, std::size_t whole) {
    return percent_number(part, whole) + " %";
  }

  template <class... Arguments>
  std::string fill(std::string_view phrase, Arguments&&... arguments) const {
    return say(phrase, std::forward<Arguments>(arguments)...,
               fmt::arg("share_lost", percent(summary_.marginalised.count, replications())),
               fmt::arg("week_lost", summary_.marginalised.median));
  }

  static Json card(const std::string& value, const std::vector<std::string>& details, const char* tone) {
    return {{"value", value}, {"details", details}, {"tone", tone}};
  }

  // How many save marketing as well, and which one if that is one other.
  void add_others_that_save(std::vector<std::string>& details) const {
    if (summary_.strategies.size() < 2) return;
    const std::size_t half = save_in_half(summary_, [](const StrategySummary& s) { return s.verdicts; });
    details.push_back(fill(word(once() ? WordKey("detail_some") : WordKey("detail_half"), language_),
                           fmt::arg("half", half), fmt::arg("all", summary_.strategies.size())));
    if (half != 2 || once()) return;
    for (std::size_t s = 0; s < summary_.strategies.size(); ++s) {
      const StrategySummary& other = summary_.strategies[s];
      if (s == *summary_.best || !other.saves_in_half()) continue;
      details.push_back(fill(word("detail_also", language_), fmt::arg("other", label(other)),
                             fmt::arg("share", percent(other.saved(), other.replications))));
    }
  }

  std::string saved_by() const {
    if (summary_.strategies.empty()) return std::string(word("answer_end", language_));
    if (!summary_.best) {
      const bool tried = is_something_to_save(summary_);
      return std::string(word(tried ? WordKey("answer_none_saves") : WordKey("answer_end"), language_));
    }
    const StrategySummary& best = best_strategy();
    const std::string here = once()
                                 ? fill(word("answer_saved_once", language_), fmt::arg("best", label(best)))
                                 : fill(word("answer_saved", language_), fmt::arg("best", label(best)),
                                        fmt::arg("share", percent(best.saved(), best.replications)),
                                        fmt::arg("low", 100 * best.saved_interval.low),
                                        fmt::arg("high", 100 * best.saved_interval.high));
    return here + but_elsewhere() + std::string(word("answer_end", language_));
  }

  // What the best strategy does in other worlds and with other rivals, in the sentence that praises it.
  std::string but_elsewhere() const {
    std::vector<std::string> parts;
    const auto add = [&](WordKey key, const Summary& there) {
      const StrategySummary& best = there.strategies[*summary_.best];
      parts.push_back(
          fill(word(key, language_), fmt::arg("share", percent(best.saved(), best.replications))));
    };
    if (summary_.worlds) add("answer_elsewhere", *summary_.worlds->summary);
    for (const RivalsSummary& rivals : summary_.rivals)
      add(rivals.rivals == Rivals::same ? WordKey("answer_same") : WordKey("answer_respond"),
          *rivals.summary);
    std::string said;
    for (const std::string& part : parts) {
      const bool last = &part == &parts.back();
      said += std::string(word(last ? WordKey("answer_and") : WordKey("answer_comma"), language_)) + part;
    }
    return said;
  }

  // Whether nothing that was tried speaks against the best strategy.
  bool holds() const {
    const auto fails = does_not_survive(summary_, language_);
    return !fails || fails->empty();
  }

  std::optional<Line> first_line() const {
    std::optional<Line> first;
    const auto at = [&](Line line) { return summary_.lines[static_cast<std::size_t>(line)]; };
    for (const Line line : every<Line>()) {
      if (at(line).count * 2 < replications()) continue;
      if (!first || at(line).median < at(*first).median) first = line;
    }
    return first;
  }

  // Which strategy saves marketing most often in other worlds, where that is another one.
  void add_best_elsewhere(std::vector<std::string>& details, std::size_t s) const {
    const Summary& there = *summary_.worlds->summary;
    if (!there.best || *there.best == s) return;
    const StrategySummary& best = there.strategies[*there.best];
    if (best.saved() == there.strategies[s].saved()) return;
    details.push_back(fill(word("detail_best_elsewhere", language_), fmt::arg("best", label(best)),
                           fmt::arg("share", percent(best.saved(), best.replications))));
  }

  // How often the strategy saves marketing under each kind of doubt.
  std::vector<std::string> elsewhere(std::size_t s) const {
    std::vector<std::string> details;
    const auto share_of = [](const StrategySummary& there, const VerdictCounts& verdicts) {
      return percent(verdicts.saved(), there.replications);
    };
    if (summary_.worlds) {
      const StrategySummary& there = summary_.worlds->summary->strategies[s];
      details.push_back(fill(word("detail_in_worlds", language_),
                             fmt::arg("share", share_of(there, there.verdicts)),
                             fmt::arg("low", 100 * there.saved_interval.low),
                             fmt::arg("high", 100 * there.saved_interval.high)));
      add_best_elsewhere(details, s);
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      const StrategySummary& there = rivals.summary->strategies[s];
      details.push_back(fill(
          word(rivals.rivals == Rivals::same ? WordKey("detail_same") : WordKey("detail_respond"), language_),
          fmt::arg("share", share_of(there, there.verdicts))));
    }
    const StrategySummary& here = summary_.strategies[s];
    if (here.twins && result_.scenario.parameters.lines.tolerance > 0)
      details.push_back(fill(word("detail_higher_lines", language_),
                             fmt::arg("tolerance", tolerance_in_words(result_)),
                             fmt::arg("share", share_of(here, here.twins->strict))));
    return details;
  }

  const Summary& summary_;
  const RunResult& result_;
  Language language_;
  Words words_;
  StrategyCells cells_;
};

// A question with its answer in both languages.
template <class Asked>
Json question(const Summary& summary, const char* id, WordKey asked, const Asked& answer) {
  const auto of = [&](Language language) { return answer(Answer(summary, language)); };
  Json json{{"id", id}, {"question", both_words(asked)}};
  json["tone"] = of(Language::english)["tone"];
  json["value"] = both([&](Language language) { return of(language)["value"]; });
  json["details"] = both([&](Language language) { return of(language)["details"]; });
  return json;
}

}  // namespace

Json answer_of(const Summary& summary) {
  Json json;
  json["sentence"] = both([&](Language language) { return Answer(summary, language).sentence(); });
  json["flips"] = both([&](Language language) { return Json(Answer(summary, language).beside()); });
  json["questions"] = {
      question(summary, "happens", "question_happens", [](const Answer& a) { return a.does_it_happen(); }),
      question(summary, "when", "question_when", [](const Answer& a) { return a.when(); }),
      question(summary, "saves", "question_saves", [](const Answer& a) { return a.what_saves_it(); }),
      question(summary, "hangs", "question_hangs", [](const Answer& a) { return a.what_it_hangs_on(); }),
      question(summary, "worth", summary.best ? WordKey("question_worth") : WordKey("question_firm"),
               [](const Answer& a) { return a.what_it_is_worth(); })};
  json["conclusion"] = both([&](Language language) { return conclusion(summary, language); });
  json["doubts"] = both([&](Language language) { return Json(doubts(summary, language)); });
  return json;
}

}  // namespace orgsim::page

// What worlds and rivals do to the answer, in a few sentences.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "report/meanings.hpp"
#include "report/numbers.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostFlips = 2;

// What the key of a number means, in lower case as within a sentence.
std::string meaning_within(const std::string& path, Language language) {
  std::string meaning = meaning_of(path, language);
  if (language == Language::english && !meaning.empty())
    meaning[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(meaning[0])));
  return meaning;
}

class Doubts {
 public:
  Doubts(const Summary& summary, Language language)
      : summary_(summary), language_(language), words_(language) {}

  std::vector<std::string> said() {
    if (summary_.worlds) marginalised();
    if (!summary_.strategies.empty() && summary_.marginalised.count > 0) {
      what_holds();
      if (summary_.worlds) {
        others_in_worlds();
        which_of_two();
        what_flips();
      }
    }
    return std::move(sentences_);
  }

  std::vector<std::string> said_of_flips() {
    if (summary_.strategies.empty() || summary_.marginalised.count == 0) return {};
    whether_it_holds();
    if (summary_.worlds) what_flips();
    return std::move(sentences_);
  }

  // What the best strategy was tried against: it saves marketing in at least half of the runs, or not.
  struct Tests {
    std::vector<std::string> passed;
    std::vector<std::string> failed;
  };
  std::optional<Tests> tests_of_best() const {
    if (!summary_.best || !summary_.strategies[*summary_.best].saves_in_half()) return std::nullopt;
    const std::size_t best = *summary_.best;
    Tests tests;
    // Of those in which there is something to save.
    const auto weigh = [&](const StrategySummary& there, const VerdictCounts& verdicts,
                           const std::string& test) {
      const std::size_t to_save = there.replications - verdicts.nothing_to_save();
      if (to_save == 0) return;
      (2 * verdicts.saved() < to_save ? tests.failed : tests.passed).push_back(test);
    };
    if (summary_.worlds) {
      const StrategySummary& there = in_worlds().strategies[best];
      weigh(there, there.verdicts, std::string(words_["doubt_other_worlds"]));
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      const bool same = rivals.rivals == Rivals::same;
      const StrategySummary& there = rivals.summary->strategies[best];
      weigh(there, there.verdicts,
            std::string(words_[same ? PhraseKey("doubt_rivals_same") : PhraseKey("doubt_rivals_respond")]));
    }
    const StrategySummary& here = summary_.strategies[best];
    if (has_other_lines(here)) {
      weigh(here, here.twins->strict,
            say(words_["doubt_higher_lines"], fmt::arg("tolerance", tolerance_in_words(*summary_.result))));
    }
    if (tests.passed.empty() && tests.failed.empty()) return std::nullopt;
    return tests;
  }

 private:
  void add(std::string sentence) { sentences_.push_back(std::move(sentence)); }
  std::string name_of_strategy(std::size_t s) const {
    return translated(summary_.strategies[s].arm.label, language_);
  }
  const Summary& in_worlds() const { return *summary_.worlds->summary; }
  std::size_t worlds() const { return in_worlds().result->replications; }
  static std::string percent(const StrategySummary& s, std::size_t count) {
    return percent_number(count, s.replications) + " %";
  }

  void marginalised() {
    const bool shipped = summary_.result->scenario.parameters.run.worlds_file.empty();
    add(say(shipped ? words_["doubt_marginalised"] : words_["doubt_marginalised_own"],
            fmt::arg("count", in_worlds().marginalised.count), fmt::arg("worlds", worlds()),
            fmt::arg("file", summary_.result->doubt.worlds->file)));
  }

  // Whether the best strategy of the default world is as good elsewhere.
  void what_holds() {
    if (!summary_.best) return if_none_saves();
    const std::size_t best = *summary_.best;
    if (summary_.worlds) {
      const StrategySummary& there = in_worlds().strategies[best];
      add(say(words_["doubt_best_worlds"], fmt::arg("best", name_of_strategy(best)),
              fmt::arg("share", percent(there, there.saved())),
              fmt::arg("low", 100 * there.saved_interval.low),
              fmt::arg("high", 100 * there.saved_interval.high)));
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      const StrategySummary& there = rivals.summary->strategies[best];
      const bool same = rivals.rivals == Rivals::same;
      const PhraseKey of_many = same ? PhraseKey("doubt_best_same") : PhraseKey("doubt_best_respond");
      const PhraseKey of_one = same ? PhraseKey("doubt_one_same") : PhraseKey("doubt_one_respond");
      add(say(words_[there.replications == 1 ? of_one : of_many],
              fmt::arg("saved", saved(there, there.verdicts))));
    }
    const StrategySummary& here = summary_.strategies[best];
    if (has_other_lines(here)) {
      add(say(words_[here.replications == 1 ? PhraseKey("doubt_one_lines") : PhraseKey("doubt_lines")],
              fmt::arg("tolerance", tolerance_in_words(*summary_.result)),
              fmt::arg("strict", saved(here, here.twins->strict)),
              fmt::arg("lenient", saved(here, here.twins->lenient))));
    }
    whether_it_holds();
  }

  bool has_other_lines(const StrategySummary& s) const {
    return s.twins && summary_.result->scenario.parameters.lines.tolerance > 0;
  }

  void whether_it_holds() {
    const std::optional<Tests> tests = tests_of_best();
    if (!tests) return;
    if (tests->failed.empty()) {
      return add(say(words_["doubt_robust"], fmt::arg("what", all_of(tests->passed))));
    }
    add(say(words_["doubt_fragile"], fmt::arg("what", all_of(tests->failed))));
  }

  // "A, B and C".
  std::string all_of(std::vector<std::string> parts) const {
    if (parts.empty()) return "";
    const std::string last = parts.back();
    parts.pop_back();
    if (parts.empty()) return last;
    return fmt::format("{}{}{}", fmt::join(parts, words_["comma"]), words_["doubt_and"], last);
  }

  // In how many of the replications; of one run, whether.
  std::string saved(const StrategySummary& s, const VerdictCounts& verdicts) const {
    if (s.replications > 1) return percent(s, verdicts.saved());
    return std::string(
        words_[verdicts.saved() > 0 ? PhraseKey("doubt_one_saved") : PhraseKey("doubt_one_lost")]);
  }

  void if_none_saves() {
    if (!summary_.worlds) return;
    const std::size_t most = most_saved();
    const StrategySummary& there = in_worlds().strategies[most];
    if (there.saved() == 0) return add(std::string(words_["doubt_none_worlds"]));
    add(say(words_["doubt_most_worlds"], fmt::arg("best", name_of_strategy(most)),
            fmt::arg("share", percent(there, there.saved()))));
  }

  std::size_t most_saved() const {
    const auto& all = in_worlds().strategies;
    const auto most = std::max_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return std::pair(a.saved(), a.npv.mean) < std::pair(b.saved(), b.npv.mean);
    });
    return static_cast<std::size_t>(most - all.begin());
  }

  void others_in_worlds() {
    if (!summary_.best) return;
    const std::size_t most = most_saved();
    const auto& all = in_worlds().strategies;
    if (most != *summary_.best && all[most].saved() > all[*summary_.best].saved())
      add(say(words_["doubt_most_worlds"], fmt::arg("best", name_of_strategy(most)),
              fmt::arg("share", percent(all[most], all[most].saved()))));
    const StrategySummary* next = nullptr;
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (s == *summary_.best || s == most) continue;
      if (next == nullptr || all[s].saved() > next->saved()) next = &all[s];
    }
    if (next != nullptr) add(say(words_["doubt_no_other"], fmt::arg("share", percent(*next, next->saved()))));
  }

  void which_of_two() {
    const std::optional<BetweenTwo>& between = summary_.worlds->between;
    if (!between) return;
    const std::string first = translated(between->first.label, language_);
    const std::string second = translated(between->second.label, language_);
    if (between->npv_by.empty()) {
      return add(say(words_["doubt_between_none"], fmt::arg("first", first), fmt::arg("second", second)));
    }
    const Influential& key = between->npv_by.front();
    add(say(words_["doubt_between"], fmt::arg("first", first), fmt::arg("second", second),
            fmt::arg("key", in_words(key)), fmt::arg("favoured", key.rises() ? first : second)));
  }

  // With what it means, its range and where that is from.
  std::string in_words(const Influential& key) const {
    std::vector<std::string> known;
    known.push_back(meaning_within(key.key, language_));
    if (!std::isnan(key.low)) {
      known.push_back(say(words_["doubt_range"], fmt::arg("low", plain_number(key.low, "{:.3g}")),
                          fmt::arg("high", plain_number(key.high, "{:.3g}")),
                          fmt::arg("source", known_from(key.source, language_))));
    }
    return say(words_["doubt_key"], fmt::arg("key", key.key),
               fmt::arg("known", fmt::format("{}", fmt::join(known, words_["doubt_list"]))));
  }

  void what_flips() {
    if (summary_.result->doubt.worlds->influences.empty()) return;
    const std::size_t subject = summary_.best.value_or(most_saved());
    const std::vector<Influential>& keys = summary_.worlds->strategies[subject].saved_by;
    if (keys.empty()) {
      return add(say(words_["doubt_none_stands_out"], fmt::arg("best", name_of_strategy(subject)),
                     fmt::arg("keys", summary_.result->doubt.worlds->keys.size())));
    }
    std::vector<std::string> parts;
    for (const Influential& one : keys) {
      if (parts.size() == kMostFlips) break;
      const PhraseKey way = one.rises() ? PhraseKey("doubt_flip_up") : PhraseKey("doubt_flip_down");
      parts.push_back(say(words_[way], fmt::arg("key", in_words(one))));
    }
    add(say(words_["doubt_flips"], fmt::arg("best", name_of_strategy(subject)),
            fmt::arg("keys", fmt::format("{}", fmt::join(parts, words_["doubt_list"])))));
  }

  const Summary& summary_;
  Language language_;
  Words words_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> doubts(const Summary& summary, Language language) {
  if (!summary.worlds && summary.rivals.empty()) return {};
  return Doubts(summary, language).said();
}

std::vector<std::string> flips(const Summary& summary, Language language) {
  if (!summary.worlds && summary.rivals.empty()) return {};
  return Doubts(summary, language).said_of_flips();
}

std::optional<std::vector<std::string>> does_not_survive(const Summary& summary, Language language) {
  const auto tests = Doubts(summary, language).tests_of_best();
  if (!tests) return std::nullopt;
  return tests->failed;
}

}  // namespace orgsim

// The summary of an ensemble of worlds for a person: 80 columns.
#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "core/text.hpp"
#include "report/text_page.hpp"
#include "report/worlds_summary.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostTargets = 12;
constexpr std::size_t kMostNumbers = 15;
constexpr std::size_t kMostFights = 5;

std::string share(double part) {
  return percent_number(100 * part) + " %";
}

// "1 in 24,000", to two digits.
std::string one_in(double log_share) {
  const double number = elementary::exp(-log_share);
  const double digit = std::pow(10, std::floor(std::log10(number)) - 1);
  return grouped(static_cast<std::uint64_t>(std::llround(std::round(number / digit) * digit)));
}

class WorldsText : public TextPage {
 public:
  WorldsText(const WorldsSummary& summary, bool colour, Language language)
      : TextPage(colour, language), summary_(summary), worlds_(*summary.worlds), plan_(worlds_.plan) {}

  std::string run() {
    line("{}", styled(title(), fmt::emphasis::bold));
    text_ += "\n" + wrapped(conclusion(summary_, language_), kColumns);
    waves();
    targets();
    if (worlds_.fit) numbers();
    fights();
    unused();
    return std::move(text_);
  }

 private:
  std::string title() const {
    const PhraseKey ranges[] = {"ranges_plausible", "ranges_narrow", "ranges_wide"};
    return say(words_["worlds_title"], fmt::arg("worlds", grouped(worlds_.values.size())),
               fmt::arg("numbers", plan_.numbers.size()),
               fmt::arg("ranges", words_[ranges[static_cast<std::size_t>(plan_.ranges)]]),
               fmt::arg("seed", plan_.seed));
  }

  void waves() {
    const PhraseKey kinds[] = {"wave_prior", "wave_mixture", "wave_moves"};
    section(std::string(words_["worlds_waves"]));
    line("  {}{}{}{}{}{}", fitted("", 16), right(words_["worlds_threshold"], 12),
         right(words_["worlds_tried"], 12), right(words_["worlds_survivors"], 14),
         right(words_["worlds_effective"], 11), right(words_["worlds_accepted"], 12));
    for (const worlds::Wave& wave : worlds_.waves) {
      line("  {}{}{}{}{}{}", fitted(words_[kinds[static_cast<std::size_t>(wave.kind)]], 16),
           right(fmt::format("{:.3g}", wave.level), 12), right(grouped(wave.evaluations), 12),
           right(fmt::format("{}/{}", grouped(wave.survivors), grouped(wave.drawn)), 14),
           right(grouped(static_cast<std::uint64_t>(std::llround(wave.effective))), 11),
           right(wave.sweeps == 0 ? "-" : share(wave.acceptance), 12));
    }
    text_ += wrapped_note(std::string(words_["worlds_waves_note"]));
  }

  void targets() {
    section(std::string(words_["worlds_targets"]));
    line("  {}{}{}{}", fitted("", 36), right(words_["worlds_excluded"], 9), right(words_["worlds_alone"], 11),
         right(words_["worlds_figure"], 22));
    const std::size_t shown = std::min(summary_.targets.size(), kMostTargets);
    for (std::size_t i = 0; i < shown; ++i) {
      const TargetSummary& target = summary_.targets[i];
      line("  {}{}{}{}", fitted(plan_.used[target.number].name, 36), right(share(target.excluded), 9),
           right(target.others == 0 ? "-" : fmt::format("{}/{}", target.alone, target.others), 11),
           right(quantiles(target.figure, "{:.3g}"), 22));
    }
    if (summary_.targets.size() > shown)
      line("  {}", say(words_["worlds_more_targets"], fmt::arg("number", summary_.targets.size() - shown)));
    text_ += wrapped_note(
        say(words_["worlds_targets_note"],
            fmt::arg("which", worlds_.fit ? words_["worlds_those_that_fit"] : words_["worlds_the_nearest"])));
  }

  // Large ones as "12 k".
  std::string number(double of, std::string_view digits) {
    constexpr double large = 1000;
    return std::abs(of) >= large ? short_number(of, language_) : plain_number(of, digits);
  }

  std::string quantiles(const Quantiles& of, std::string_view digits) {
    return fmt::format(" {} {} {}", number(of[0], digits), number(of[1], digits), number(of[2], digits));
  }

  void numbers() {
    section(std::string(words_["worlds_numbers"]));
    line("  {}{}{}{}{}", fitted("", 26), right(words_["worlds_prior"], 18),
         right(words_["worlds_ensemble"], 21), right(words_["worlds_width"], 7),
         right(words_["worlds_own"], 6));
    const std::size_t shown = std::min(summary_.numbers.size(), kMostNumbers);
    for (std::size_t i = 0; i < shown; ++i) {
      const NumberSummary& one = summary_.numbers[i];
      const std::string range = fmt::format(" {} {} {}", number(one.prior[0], "{:.2g}"), words_["to"],
                                            number(one.prior[2], "{:.2g}"));
      line("  {}{}{}{}{}", fitted(plan_.paths[one.number], 26), right(range, 18),
           right(quantiles(one.ensemble, "{:.2g}"), 21), right(fmt::format("{:.2f}", one.width()), 7),
           right(share(one.quantile), 6));
    }
    if (summary_.numbers.size() > shown)
      line("  {}", say(words_["worlds_more_numbers"], fmt::arg("number", summary_.numbers.size() - shown)));
    text_ += wrapped_note(words_["worlds_numbers_note"]);
    own_quantiles();
  }

  // Of every number, in the order of the columns.
  void own_quantiles() {
    section(std::string(words_["worlds_quantiles"]));
    std::vector<std::string> all(plan_.paths.size());
    for (const NumberSummary& number : summary_.numbers)
      all[number.number] = fmt::format("{} {}", plan_.paths[number.number], share(number.quantile));
    text_ += wrapped_note(fmt::format("{}", fmt::join(all, words_["doubt_list"])));
  }

  void fights() {
    section(std::string(words_["worlds_fights"]));
    if (summary_.fights.empty()) line("  {}", words_["worlds_no_fights"]);
    for (std::size_t i = 0; i < std::min(summary_.fights.size(), kMostFights); ++i) {
      const Fight& fight = summary_.fights[i];
      text_ += wrapped_note(say(words_["worlds_fight"], fmt::arg("first", plan_.used[fight.first].name),
                                fmt::arg("second", plan_.used[fight.second].name),
                                fmt::arg("together", fmt::format("{:.2g}", 100 * fight.together)),
                                fmt::arg("chance", fmt::format("{:.2g}", 100 * fight.by_chance))));
    }
    if (!summary_.fights.empty()) text_ += wrapped_note(words_["worlds_fights_note"]);
  }

  void unused() {
    const auto is_unused = [](const Target& target) { return !target.used; };
    if (std::ranges::none_of(plan_.evidence.targets, is_unused)) return;
    section(std::string(words_["worlds_unused"]));
    for (const Target& target : plan_.evidence.targets) {
      if (!target.used)
        text_ += wrapped_note(say(words_["worlds_unused_one"], fmt::arg("target", target.name),
                                  fmt::arg("reason", target.reason)));
    }
  }

  const WorldsSummary& summary_;
  const Worlds& worlds_;
  const WorldsPlan& plan_;
};

// The targets that exclude most, for a sentence.
std::string worst_targets(const WorldsSummary& summary, const Words& words) {
  constexpr std::size_t most = 3;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(summary.targets.size(), most); ++i) {
    const TargetSummary& target = summary.targets[i];
    names.push_back(say(words["worlds_worst"],
                        fmt::arg("target", summary.worlds->plan.used[target.number].name),
                        fmt::arg("share", share(target.excluded))));
  }
  return fmt::format("{}", fmt::join(names, words["doubt_list"]));
}

std::string none_found(const WorldsSummary& summary, const Words& words) {
  const Worlds& worlds = *summary.worlds;
  const std::string tried = grouped(worlds.evaluations);
  if (worlds.waves.empty()) return say(words["worlds_none_judged"], fmt::arg("tried", tried));
  return say(worlds.starved ? words["worlds_starved"] : words["worlds_none"], fmt::arg("tried", tried),
             fmt::arg("threshold", worlds.waves.back().level),
             fmt::arg("targets", worst_targets(summary, words)));
}

}  // namespace

std::string conclusion(const WorldsSummary& summary, Language language) {
  const Words words(language);
  const Worlds& worlds = *summary.worlds;
  std::vector<std::string> sentences;
  if (worlds.fit) {
    sentences.push_back(say(words["worlds_share"], fmt::arg("one_in", one_in(summary.log_share)),
                            fmt::arg("tried", grouped(worlds.evaluations)),
                            fmt::arg("worlds", grouped(worlds.values.size())),
                            fmt::arg("distinct", grouped(worlds.distinct))));
  } else {
    sentences.push_back(none_found(summary, words));
  }
  sentences.push_back(
      say(summary.own.implausibility < kImplausible ? words["worlds_own_fits"] : words["worlds_own_does_not"],
          fmt::arg("target", worlds.plan.used[summary.own.target].name),
          fmt::arg("implausibility", summary.own.implausibility)));
  if (worlds.fit && summary.distance) {
    sentences.push_back(say(words["worlds_distance"], fmt::arg("own", summary.distance->own),
                            fmt::arg("quarters", summary.distance->of_quarters)));
  }
  return fmt::format("{}", fmt::join(sentences, words["between"]));
}

std::string to_text(const WorldsSummary& summary, bool colour, Language language) {
  return WorldsText(summary, colour, language).run();
}

}  // namespace orgsim

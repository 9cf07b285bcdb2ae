// The evidence table from TOML.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "engine/series.hpp"
#include "experiment/worlds/evidence.hpp"
#include "scenario/text/suggest.hpp"
#include "scenario/text/values.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kBandForm = "two numbers [low, high], of which one may be -inf or inf";

// What a series is of, by its extent; the keys that name an entry are called like it.
struct EntryKey {
  Extent extent;
  std::string_view key;
  std::span<const std::string_view> names;
};
constexpr EntryKey kEntryKeys[] = {{Extent::firm_department, "department", Names<Department>::value},
                                   {Extent::firm_mode, "mode", Names<Mode>::value},
                                   {Extent::firm_channel, "channel", Names<Channel>::value}};

std::vector<std::string> key_names() {
  std::vector<std::string> names{"figure", "series", "weeks"};
  for (const EntryKey& entry : kEntryKeys) names.emplace_back(entry.key);
  for (const char* name : {"band", "discrepancy", "source", "used", "reason"}) names.emplace_back(name);
  return names;
}

template <class List>
std::vector<std::string> names_of(const List& list) {
  std::vector<std::string> names;
  for (const auto& one : list) names.emplace_back(one.name);
  return names;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
  if (const std::optional<std::string> close = nearest(word, names))
    return fmt::format("did you mean '{}'?", *close);
  return fmt::format("there are: {}", fmt::join(names, ", "));
}

class TargetReader {
 public:
  TargetReader(const Entry& entry, std::vector<Problem>& problems)
      : entry_(entry), path_(joined_path("targets", entry.key)), problems_(problems) {}

  Target read() {
    target_.name = entry_.key;
    if (entry_.node.as<NodeTable>() == nullptr) {
      report(entry_.place, "", fmt::format("found {}", entry_.node.kind()), "a table [targets.NAME]");
      return target_;
    }
    refuse_unknown_keys();
    read_figure();
    take("discrepancy", target_.discrepancy);
    take("source", target_.source);
    take("used", target_.used);
    take("reason", target_.reason);
    read_band();
    check();
    return target_;
  }

 private:
  const Node* find(std::string_view key) const { return entry_.node.find(key); }
  void report(const Place& place, std::string_view key, const std::string& what, const std::string& cure) {
    problems_.push_back({place, key.empty() ? path_ : joined_path(path_, key), what, cure});
  }

  // No text, which has been said.
  bool is_wrong(std::string_view key) const {
    const Node* node = find(key);
    return node != nullptr && node->as<std::string>() == nullptr;
  }

  template <class T>
  void take(std::string_view key, T& value) {
    const Node* node = find(key);
    if (node == nullptr) return;
    std::vector<DrawnKey> drawn;
    const Node nothing{{}, NodeTable()};
    KeyIndex keys(nothing);
    const Files no_files;
    ValueReader(problems_, drawn, keys, no_files)
        .read(*node, joined_path(path_, key), Field{key, "", range::any, "", "", Trait::fixed}, value);
  }

  void refuse_unknown_keys() {
    static const std::vector<std::string> names = key_names();
    for (const Entry& entry : *entry_.node.as<NodeTable>()) {
      if (std::ranges::find(names, entry.key) == names.end())
        report(entry.place, entry.key, "unknown key", suggestion(entry.key, names));
    }
  }

  void read_figure() {
    if (find("series") != nullptr) return read_series();
    std::string name = target_.name;
    take("figure", name);
    static const std::vector<std::string> names = names_of(figures());
    const Node* node = find("figure");
    if (const std::optional<std::size_t> number = figure_named(name)) {
      target_.figure = FigureNumber{*number};
    } else if (node == nullptr || node->as<std::string>() != nullptr) {
      report(node == nullptr ? entry_.place : node->place, node == nullptr ? "" : "figure",
             fmt::format("no figure is called '{}'", name), suggestion(name, names));
    }
    for (const char* key : {"weeks", "department", "mode", "channel"}) {
      if (const Node* needless = find(key))
        report(needless->place, key, "a figure has its own", "leave it out, or name a `series`");
    }
  }

  void read_series() {
    const Node* node = find("series");
    if (find("figure") != nullptr)
      report(node->place, "series", "a target has a figure or a series", "leave one of the two out");
    std::string name;
    take("series", name);
    const auto found = std::ranges::find(run_series(), name, &Quantity::name);
    if (found == run_series().end()) {
      static const std::vector<std::string> names = names_of(run_series());
      if (node->as<std::string>() != nullptr)
        report(node->place, "series", fmt::format("no series is called '{}'", name), suggestion(name, names));
      return;
    }
    SeriesMean mean;
    mean.series = static_cast<std::size_t>(found - run_series().begin());
    read_entry(*found, mean);
    read_weeks(mean);
    target_.figure = mean;
  }

  void read_entry(const Quantity& series, SeriesMean& mean) {
    for (const EntryKey& entry : kEntryKeys) {
      const Node* node = find(entry.key);
      if (entry.extent != series.extent) {
        if (node != nullptr)
          report(node->place, entry.key, fmt::format("'{}' has none", series.name), "leave it out");
        continue;
      }
      const std::string cure = fmt::format("one of: {}", fmt::join(entry.names, ", "));
      if (node == nullptr) {
        report(find("series")->place, "series", fmt::format("'{}' is one of each {}", series.name, entry.key),
               fmt::format("give `{}`, {}", entry.key, cure));
        continue;
      }
      const std::string* name = node->as<std::string>();
      const auto found = name == nullptr ? entry.names.end() : std::ranges::find(entry.names, *name);
      if (found == entry.names.end()) {
        report(
            node->place, entry.key,
            name == nullptr ? fmt::format("found {}", node->kind()) : fmt::format("there is no '{}'", *name),
            cure);
      } else {
        mean.entry = static_cast<std::size_t>(found - entry.names.begin());
      }
    }
  }

  void read_weeks(SeriesMean& mean) {
    const Node* node = find("weeks");
    if (node == nullptr)
      return report(find("series")->place, "series", "says nothing of its weeks",
                    "give `weeks = [first, last]`, both included; the mean over them is taken");
    const std::size_t before = problems_.size();
    take("weeks", mean.weeks);
    const WeekSpan& weeks = mean.weeks;
    if (problems_.size() == before &&
        !(0 <= weeks.first && weeks.first <= weeks.last && weeks.last < kMostWeeks))
      report(node->place, "weeks", fmt::format("[{}, {}] is no span of weeks", weeks.first, weeks.last),
             fmt::format("[first, last] with 0 <= first <= last < {}", kMostWeeks));
  }

  static double number(const Node& node) {
    if (const auto* whole = node.as<std::int64_t>()) return static_cast<double>(*whole);
    const auto* real = node.as<double>();
    return real == nullptr ? NAN : *real;
  }

  void read_band() {
    const Node* node = find("band");
    if (node == nullptr) return report(entry_.place, "", "has no band", fmt::format("`band`: {}", kBandForm));
    const NodeList* ends = node->as<NodeList>();
    if (ends == nullptr || ends->size() != 2 || std::isnan(number((*ends)[0])) ||
        std::isnan(number((*ends)[1])))
      return report(node->place, "band", "is no band", std::string(kBandForm));
    target_.low = number((*ends)[0]);
    target_.high = number((*ends)[1]);
    if (!(target_.low <= target_.high) || (std::isinf(target_.low) && std::isinf(target_.high)))
      return report(node->place, "band",
                    fmt::format("[{}, {}] leaves nothing or everything", target_.low, target_.high),
                    "low is below high, and at most one of them is infinite");
    if (target_.low == target_.high && target_.discrepancy == 0)
      report(node->place, "band", "no world meets one number exactly", "give it a width, or a discrepancy");
  }

  void check() {
    if (!(target_.discrepancy >= 0 && std::isfinite(target_.discrepancy)))
      report(find("discrepancy")->place, "discrepancy", "is no standard deviation", "a number of at least 0");
    if (target_.source.empty() && !is_wrong("source"))
      report(entry_.place, "", "has no source", "say in `source` where the band is from");
    if (!target_.used && target_.reason.empty() && !is_wrong("reason"))
      report(find("used")->place, "used", "says nothing of why",
             "say in `reason` why no world is held to it");
  }

  const Entry& entry_;
  std::string path_;
  std::vector<Problem>& problems_;
  Target target_;
};

}  // namespace

Evidence read_evidence(std::string_view text, const std::string& name) {
  const Node document = parse_document(text, name);
  std::vector<Problem> problems;
  Evidence evidence;
  for (const Entry& entry : *document.as<NodeTable>()) {
    if (entry.key != "targets")
      problems.push_back({entry.place, entry.key, "unknown key", "evidence stands in tables [targets.NAME]"});
  }
  const Node* targets = document.find("targets");
  if (targets == nullptr || targets->as<NodeTable>() == nullptr || targets->as<NodeTable>()->empty()) {
    problems.push_back({targets == nullptr ? document.place : targets->place, "targets", "there is no target",
                        "one table [targets.NAME] for each"});
  } else {
    for (const Entry& entry : *targets->as<NodeTable>())
      evidence.targets.push_back(TargetReader(entry, problems).read());
  }
  if (!problems.empty()) throw InputError(problems);
  return evidence;
}

}  // namespace orgsim

#include <algorithm>
#include <cmath>

#include "core/walk.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/suggest.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

constexpr std::string_view kVaryPath = "sweep.vary";

std::optional<double> number_of(const Node& node) {
  if (const auto* whole = node.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* number = node.as<double>()) return *number;
  return std::nullopt;
}

class VariedReader {
 public:
  explicit VariedReader(ValueReader& values) : values_(values) {}

  // Adds the entries of a table, of which some may be tables on the way: market.taste without quotes.
  void read(const Node& table, const std::string& name, std::vector<Varied>& vary) {
    for (const Entry& entry : *table.as<NodeTable>()) {
      const std::string path = joined_path(name, entry.key);
      const NodeTable* below = entry.node.as<NodeTable>();
      const bool on_the_way =
          below != nullptr && !below->empty() &&
          std::none_of(below->begin(), below->end(), [](const Entry& e) { return is_word(e.key); });
      if (on_the_way) {
        read(entry.node, path, vary);
      } else if (std::optional<Varied> varied = read_one(entry, path)) {
        put(vary, std::move(*varied));
      }
    }
  }

 private:
  // Nothing read, whatever was to be.
  struct Failed {
    template <class T>
    // NOLINTNEXTLINE(google-explicit-constructor): it is returned for whatever was to be read
    operator std::optional<T>() const {
      return std::nullopt;
    }
    // NOLINTNEXTLINE(google-explicit-constructor): the same
    operator bool() const { return false; }
  };

  static bool is_word(const std::string& key) {
    static const std::vector<std::string> words = vary_words();
    return std::find(words.begin(), words.end(), key) != words.end();
  }

  static bool is_refinement(const std::string& key) {
    return key == "step" || key == "levels" || key == "scale" || key == "share_of";
  }

  static void put(std::vector<Varied>& vary, Varied varied) {
    const auto same = std::find_if(vary.begin(), vary.end(),
                                   [&](const Varied& other) { return other.name == varied.name; });
    if (same == vary.end()) {
      vary.push_back(std::move(varied));
    } else {
      *same = std::move(varied);
    }
  }

  Failed fail(const Node& node, const std::string& path, const std::string& what,
              const std::string& cure = std::string(kVaryForms)) {
    values_.report(node.place, path, what, cure);
    return {};
  }

  std::optional<Varied> read_one(const Entry& entry, const std::string& name) {
    const Node& node = entry.node;
    const std::string path = joined_path(std::string(kVaryPath), name);
    if (const std::optional<std::string> gone = advice_on_gone(name, &node))
      return fail(node, path, fmt::format("there is no key '{}'", name), *gone);
    Varied varied{name, {name}, ValueRange(), node.place};
    if (node.as<NodeList>() != nullptr) {
      const std::optional<std::vector<double>> ends = numbers(node, path);
      if (!ends) return std::nullopt;
      if (ends->size() != 2) return fail(node, path, fmt::format("a list of {} numbers", ends->size()));
      varied.choice = ValueRange{(*ends)[0], (*ends)[1], {}, {}, {}};
      return varied;
    }
    if (number_of(node)) {
      return fail(node, path, "one number does not vary",
                  "set the key itself, or give " + std::string(kVaryForms));
    }
    const NodeTable* table = node.as<NodeTable>();
    if (table == nullptr) return fail(node, path, fmt::format("found {}", node.kind()));
    if (!read_table(*table, node, path, varied)) return std::nullopt;
    return varied;
  }

  bool read_table(const NodeTable& table, const Node& node, const std::string& path, Varied& varied) {
    std::size_t choices = 0;
    bool sound = true;
    for (const Entry& entry : table) {
      const std::string key = joined_path(path, entry.key);
      if (!is_word(entry.key)) {
        sound = fail(entry.node, key, "unknown key");
      } else if (entry.key == "keys") {
        varied.keys.clear();
        values_.read(entry.node, key, Field{}, varied.keys);
      } else if (entry.key == "values" || entry.key == "range" || named<DistributionKind>(entry.key)) {
        ++choices;
        sound = read_choice(entry, key, varied) && sound;
      }
    }
    if (choices != 1) {
      return fail(node, path,
                  choices == 0 ? "says nothing of its values" : "says more than one kind of values");
    }
    return sound && read_refinements(table, node, path, varied);
  }

  bool read_choice(const Entry& entry, const std::string& key, Varied& varied) {
    const std::optional<std::vector<double>> list = numbers(entry.node, key);
    if (!list) return false;
    if (entry.key == "values") {
      varied.choice = Levels{*list};
    } else if (entry.key == "range") {
      if (list->size() != 2) return fail(entry.node, key, "a range has two ends", "[low, high]");
      varied.choice = ValueRange{(*list)[0], (*list)[1], {}, {}, {}};
    } else {
      const Distribution distribution{*named<DistributionKind>(entry.key), *list};
      if (!arguments_hold(distribution)) {
        return fail(entry.node, key, fmt::format("wrong arguments of '{}'", entry.key),
                    std::string(argument_text(distribution.kind)));
      }
      varied.choice = distribution;
    }
    return true;
  }

  // What only a range has: step, levels, scale, share_of.
  bool read_refinements(const NodeTable& table, const Node& node, const std::string& path, Varied& varied) {
    ValueRange* span = std::get_if<ValueRange>(&varied.choice);
    for (const Entry& entry : table) {
      if (!is_refinement(entry.key)) continue;
      const std::string key = joined_path(path, entry.key);
      if (span == nullptr) {
        return fail(node, key, fmt::format("only a range has a {}", entry.key), "leave it out");
      }
      if (entry.key == "scale") {
        Scale scale = Scale::linear;
        values_.read(entry.node, key, Field{}, scale);
        span->scale = scale;
        continue;
      }
      if (entry.key == "share_of") {
        values_.read(entry.node, key, Field{}, span->share_of);
        continue;
      }
      const std::optional<double> number = number_of(entry.node);
      if (!number || !(*number > 0) || !std::isfinite(*number) ||
          (entry.key == "levels" && std::floor(*number) != *number)) {
        return fail(entry.node, key, "is no such number",
                    entry.key == "step" ? "a number above 0" : "a whole number above 0");
      }
      if (entry.key == "step") {
        span->step = *number;
      } else {
        span->levels = std::llround(std::min(*number, 1e9));
      }
    }
    if (span == nullptr || !span->step || !span->levels) return true;
    return fail(node, path, "a step and a number of levels contradict each other", "give one of the two");
  }

  std::optional<std::vector<double>> numbers(const Node& node, const std::string& path) {
    const NodeList* list = node.as<NodeList>();
    if (list == nullptr) return fail(node, path, fmt::format("found {}", node.kind()), "a list of numbers");
    if (list->empty()) return fail(node, path, "an empty list", "a list of numbers");
    std::vector<double> numbers;
    for (const Node& entry : *list) {
      const std::optional<double> number = number_of(entry);
      if (!number || !std::isfinite(*number)) {
        return fail(entry, path,
                    number ? "a number that is not finite" : fmt::format("found {}", entry.kind()),
                    "a number");
      }
      numbers.push_back(*number);
    }
    return numbers;
  }

  ValueReader& values_;
};

}  // namespace

std::vector<std::string> vary_words() {
  std::vector<std::string> words{"keys", "values", "range", "step", "levels", "scale", "share_of"};
  for (const DistributionKind kind : every<DistributionKind>()) words.emplace_back(name_of(kind));
  return words;
}

void read_sweep(const Node& table, Scenario& scenario, ValueReader& values, const Files& files) {
  SweepTable& sweep = scenario.sweep;
  std::vector<std::string> names{"vary"};
  const std::string file_before = sweep.file;
  Place file_named_at = table.place;
  walk(sweep, "sweep", [&](const std::string& path, const Field& field, auto& value) {
    names.emplace_back(field.name);
    const Node* node = table.find(field.name);
    if (node == nullptr) return;
    if (field.name == "file") file_named_at = node->place;
    values.read(*node, path, field, value);
  });
  for (const Entry& entry : *table.as<NodeTable>()) {
    if (std::find(names.begin(), names.end(), entry.key) != names.end()) continue;
    const std::optional<std::string> close = nearest(entry.key, names);
    values.report(entry.place, joined_path("sweep", entry.key), "unknown key",
                  close ? fmt::format("did you mean '{}'?", *close)
                        : fmt::format("there are: {}", fmt::join(names, ", ")));
  }
  if (const Node* vary = table.find("vary")) {
    const auto* word = vary->as<std::string>();
    if (word != nullptr && *word == kVaryPlausible) {
      add_plausible(scenario, vary->place);
    } else if (vary->as<NodeTable>() == nullptr) {
      values.report(vary->place, std::string(kVaryPath),
                    word == nullptr ? fmt::format("found {}", vary->kind()) : fmt::format("'{}'", *word),
                    "expected a table [sweep.vary], or vary = \"plausible\"");
    } else {
      VariedReader(values).read(*vary, "", sweep.vary);
    }
  }
  if (!sweep.file.empty() && sweep.file != file_before) {
    try {
      sweep.table = files.points(beside(folder_of(file_named_at), sweep.file), file_named_at);
    } catch (const InputError& error) {
      for (const Problem& problem : error.problems()) {
        values.report(problem.place, problem.key.empty() ? "sweep.file" : problem.key, problem.what,
                      problem.cure);
      }
    }
  }
}

void lay_over_sweep(Scenario& scenario, const Node& table, const Files& files) {
  std::vector<Problem> problems;
  std::vector<DrawnKey> drawn;
  const Node nothing{{}, NodeTable()};
  KeyIndex keys(nothing);
  ValueReader values(problems, drawn, keys, files);
  Scenario changed = scenario;
  read_sweep(table, changed, values, files);
  if (problems.empty()) {
    problems = problems_of_sweep(changed);
    for (Problem& problem : problems) {
      if (problem.place.file.empty()) problem.place = table.place;
    }
  }
  if (!problems.empty()) throw InputError(problems);
  scenario = std::move(changed);
}

}  // namespace orgsim

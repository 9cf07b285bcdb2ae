#include <algorithm>
#include <cmath>
#include <set>

#include "engine/numbers.hpp"
#include "engine/series.hpp"
#include "scenario/text/checks.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/suggest.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

constexpr std::int64_t kMostLevels = 1000000;

// What is wrong with the values that one dimension may take, given a key of it.
class ChoiceChecker {
 public:
  ChoiceChecker(const NumberKey& key, DesignKind design) : key_(key), design_(design) {}

  // The mistake and its cure; nothing if all is well.
  std::optional<std::pair<std::string, std::string>> check(const SweptValues& choice) {
    std::visit([this](const auto& one) { look_at(one); }, choice);
    return found_;
  }
  std::optional<std::pair<std::string, std::string>> check(double value) {
    look_at_number(value);
    return found_;
  }

 private:
  void fail(const std::string& what, const std::string& cure) {
    if (!found_) found_ = std::pair(what, cure);
  }
  void fail_range(const std::string& what) { fail(what, key_.field.range.text(key_.whole)); }

  void look_at_number(double value) {
    if (!key_.field.range.holds(value)) fail_range(fmt::format("{} is out of range", value));
    if (key_.whole && std::floor(value) != value) fail_range(fmt::format("{} is no whole number", value));
  }

  void look_at(const Levels& levels) {
    for (const double value : levels.values) look_at_number(value);
    const std::set<double> different(levels.values.begin(), levels.values.end());
    if (different.size() < levels.values.size() && design_ == DesignKind::grid)
      fail("the same value is there twice", "give every value once");
  }

  void look_at(const ValueRange& span) {
    if (!(span.low < span.high)) {
      return fail(fmt::format("the range [{}, {}] does not rise", span.low, span.high),
                  "[low, high] with low < high");
    }
    if (span.levels && *span.levels > kMostLevels)
      fail(fmt::format("{} levels", *span.levels), fmt::format("at most {}", kMostLevels));
    if (span.step && (span.high - span.low) / *span.step > kMostPoints)
      fail("far too many steps", "a larger step");
    look_at_scale(span);
    if (span.share_of.empty()) return look_at_values(span);
    if (!range::share.holds(span.low) || !range::share.holds(span.high))
      fail(fmt::format("[{}, {}] are no shares of '{}'", span.low, span.high, span.share_of),
           range::share.text());
  }

  void look_at_scale(const ValueRange& span) {
    const Scale own = span.share_of.empty() ? key_.field.scale : Scale::linear;
    const bool of_one_sign = span.low > 0 || span.high < 0;
    if (span.scale.value_or(own) == Scale::log && !of_one_sign) {
      fail(fmt::format("a range on a logarithmic scale cannot begin at {}", span.low),
           "begin above 0, or say scale = \"linear\"");
    }
  }

  void look_at_values(const ValueRange& span) {
    for (const double end : {span.low, span.high}) {
      if (!key_.field.range.holds(end))
        fail_range(fmt::format("[{}, {}] reaches out of range", span.low, span.high));
    }
    look_for_whole_number(span.low, span.high);
    if (key_.whole && span.step && std::floor(*span.step) != *span.step)
      fail(fmt::format("steps of {} leave whole numbers", *span.step), "a whole number");
    if (key_.whole && span.step && std::floor(span.low) != span.low)
      fail(fmt::format("steps from {} leave whole numbers", span.low), "begin at a whole number");
  }

  void look_at(const Distribution& distribution) {
    if (design_ == DesignKind::grid || design_ == DesignKind::zip) {
      return fail(fmt::format("a {} has no values from a distribution", name_of(design_)),
                  "{ values = [...] } or { range = [low, high], levels = 5 }");
    }
    const Range ends = support(distribution);
    look_for_whole_number(ends.low, ends.high);
    if (std::isfinite(ends.high) && !(key_.field.range.holds(ends.low) && key_.field.range.holds(ends.high)))
      fail_range(fmt::format("[{}, {}] reaches out of range", ends.low, ends.high));
  }

  void look_for_whole_number(double low, double high) {
    if (key_.whole && std::ceil(low) > std::floor(high))
      fail_range(fmt::format("no whole number lies in [{}, {}]", low, high));
  }

  const NumberKey& key_;
  DesignKind design_;
  std::optional<std::pair<std::string, std::string>> found_;
};

class SweepChecker {
 public:
  explicit SweepChecker(const Scenario& scenario) : scenario_(scenario), sweep_(scenario.sweep) {}

  std::vector<Problem> run() {
    if (!sweep_.given()) return {};
    check_plain_keys();
    for (const Varied& varied : sweep_.vary) check_varied(varied);
    check_file();
    return std::move(problems_);
  }

 private:
  void report(const std::string& key, const std::string& what, const std::string& cure,
              const Place& place = {}) {
    problems_.push_back({place, key, what, cure});
  }

  void check_plain_keys() {
    walk(sweep_, "sweep", [&]<class T>(const std::string& path, const Field& field, const T& value) {
      if constexpr (std::is_same_v<T, std::int64_t>) check_range(path, field, value);
      if constexpr (std::is_same_v<T, std::optional<std::int64_t>>) {
        if (value) check_range(path, field, *value);
      }
    });
    if (sweep_.strategies) {
      for (const std::string& name : *sweep_.strategies) {
        if (scenario_.find_strategy(name) != nullptr) continue;
        Problem problem = no_strategy(scenario_, name);
        problem.key = "sweep.strategies";
        problems_.push_back(problem);
      }
    }
    if (sweep_.keep.empty()) report("sweep.keep", "nothing is kept", "[\"outcomes\"]");
    check_series();
    const bool reads = sweep_.design == DesignKind::file;
    if (reads && sweep_.file.empty())
      report("sweep.file", "design = \"file\" names no file", "file = \"points.csv\"");
    if (!reads && !sweep_.file.empty())
      report("sweep.file", fmt::format("a {} reads no file of points", name_of(sweep_.design)),
             "design = \"file\", or no file");
    if (!reads && sweep_.vary.empty())
      report("sweep.vary", "no key varies", "[sweep.vary], \"market.taste\" = [1, 5]");
  }

  void check_range(const std::string& path, const Field& field, std::int64_t value) {
    if (field.range.holds(static_cast<double>(value))) return;
    report(path, fmt::format("{} is out of range", value), field.range.text(true));
  }

  void check_series() {
    if (sweep_.series.empty() && sweep_.keeps_weeks())
      report("sweep.series", "no series is named", "series = [\"share\"]; docs/results.md lists them");
    std::vector<std::string> names;
    for (const Quantity& series : run_series()) names.emplace_back(series.name);
    for (const std::string& name : sweep_.series) {
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      const std::optional<std::string> close = nearest(name, names);
      report("sweep.series", fmt::format("there is no series '{}'", name),
             close ? fmt::format("did you mean '{}'?", *close) : "docs/results.md lists them");
    }
  }

  void check_varied(const Varied& varied) {
    const std::string path = joined_path("sweep.vary", varied.name);
    if (varied.keys.empty())
      report(path, "no key takes these values", "keys = [\"market.taste\"]", varied.place);
    for (const std::string& key : varied.keys) {
      const std::string at = varied.keys.size() > 1 || key != varied.name ? joined_path(path, "keys") : path;
      const std::optional<NumberKey> number = check_key(key, at, varied.place);
      if (!number || sweep_.design == DesignKind::file) continue;
      const auto problem = ChoiceChecker(*number, sweep_.design).check(varied.choice);
      if (problem) {
        report(at, problem->first, problem->second, varied.place);
      } else if (const auto* span = std::get_if<ValueRange>(&varied.choice)) {
        if (!span->share_of.empty()) check_share(*span, *number, at, varied.place);
      }
    }
  }

  // What a share is of: a number that the point has when the share is settled, and with which it stays within
  // what its key may be.
  void check_share(const ValueRange& span, const NumberKey& key, const std::string& at, const Place& place) {
    const std::string& other = span.share_of;
    const std::optional<NumberKey> of = find_entry(other, joined_path(at, "share_of"), place);
    if (!of) return;
    const auto fail = [&](const std::string& what, const std::string& cure) {
      report(joined_path(at, "share_of"), what, cure, place);
    };
    const Varied* varied = varied_with(other);
    const auto* its_range = varied == nullptr ? nullptr : std::get_if<ValueRange>(&varied->choice);
    if (its_range != nullptr && !its_range->share_of.empty())
      return fail(fmt::format("'{}' is a share itself", other), "a number that is none");
    if (varied == nullptr && !expect_own_number(other, *of, fail)) return;
    const Range ends = varied == nullptr ? Range{*number_at(scenario_, other), *number_at(scenario_, other)}
                                         : ends_of(varied->choice);
    if (!std::isfinite(ends.low) || !std::isfinite(ends.high)) return;
    for (const double end :
         {span.low * ends.low, span.low * ends.high, span.high * ends.low, span.high * ends.high}) {
      if (!key.field.range.holds(key.whole ? std::round(end) : end)) {
        return report(at, fmt::format("[{}, {}] of '{}' reaches out of range", span.low, span.high, other),
                      key.field.range.text(key.whole), place);
      }
    }
  }

  // Of a number that the sweep does not vary: that it is the same at every point and in every replication.
  template <class Fail>
  bool expect_own_number(const std::string& name, const NumberKey& key, const Fail& fail) const {
    const bool drawn = std::any_of(scenario_.drawn.begin(), scenario_.drawn.end(),
                                   [&](const DrawnKey& one) { return one.path == name; });
    const char* const cure = "give it a number, or let it vary too";
    if (drawn) return fail(fmt::format("'{}' is drawn in every replication", name), cure), false;
    if (key.field.has(Trait::sums_to_one))
      return fail(fmt::format("'{}' moves with the others of its list", name), "a number of its own"), false;
    if (!number_at(scenario_, name)) return fail(fmt::format("'{}' has no number", name), cure), false;
    return true;
  }

  const Varied* varied_with(const std::string& key) const {
    for (const Varied& varied : sweep_.vary) {
      if (std::find(varied.keys.begin(), varied.keys.end(), key) != varied.keys.end()) return &varied;
    }
    return nullptr;
  }

  static Range ends_of(const SweptValues& choice) {
    if (const auto* levels = std::get_if<Levels>(&choice)) {
      const auto [low, high] = std::minmax_element(levels->values.begin(), levels->values.end());
      return {*low, *high};
    }
    if (const auto* span = std::get_if<ValueRange>(&choice)) return {span->low, span->high};
    return support(std::get<Distribution>(choice));
  }

  // The number that a path leads to; nothing, and a report, if there is none.
  std::optional<NumberKey> find_entry(const std::string& name, const std::string& at, const Place& place) {
    const NumberPath path = number_path(name);
    std::optional<NumberKey> number = find_number(scenario_, path.key);
    const auto fail = [&](const std::string& what, const std::string& cure) {
      report(at, what, cure, place);
      return std::nullopt;
    };
    if (!number) return report_no_number(name, at, place), std::nullopt;
    if (number->entries && !path.entry) {
      return fail(fmt::format("'{}' is a list of {} numbers", name, *number->entries),
                  fmt::format("name an entry, such as \"{}[0]\"", name));
    }
    if (path.entry && (!number->entries || *path.entry >= *number->entries)) {
      return fail(fmt::format("'{}' has no entry {}", path.key, *path.entry),
                  number->entries ? fmt::format("entries are numbered from 0 to {}", *number->entries - 1)
                                  : "name the key alone");
    }
    return number;
  }

  // The same; nothing, and a report, if it cannot vary.
  std::optional<NumberKey> check_key(const std::string& name, const std::string& at, const Place& place) {
    std::optional<NumberKey> number = find_entry(name, at, place);
    if (!number) return std::nullopt;
    const NumberPath path = number_path(name);
    const auto fail = [&](const std::string& what, const std::string& cure) {
      report(at, what, cure, place);
      return std::nullopt;
    };
    if (const std::string_view why = why_fixed(path.key); !why.empty()) {
      return fail(fmt::format("'{}' cannot vary: it shapes the results of all points", name),
                  std::string(why));
    }
    if (!is_run(path.key))
      return fail(fmt::format("'{}' is a key of a strategy that the sweep does not run", name),
                  "name the strategy in sweep.strategies");
    const std::string whole_list = number->field.has(Trait::sums_to_one) ? path.key : name;
    if (!taken_.insert(whole_list).second) {
      return fail(whole_list == name ? fmt::format("'{}' varies twice", name)
                                     : fmt::format("two entries of '{}', which sums to 1, vary", path.key),
                  whole_list == name ? "name it once" : "vary one; the others make room in proportion");
    }
    return number;
  }

  void report_no_number(const std::string& name, const std::string& at, const Place& place) {
    std::vector<std::string> numbers;
    bool exists = false;
    const std::string key = number_path(name).key;
    for_each_key(scenario_, [&](const std::string& path, const Field&, const auto&) {
      exists = exists || path == key;
      numbers.push_back(path);
    });
    if (exists) return report(at, fmt::format("'{}' is no number", name), "vary numbers", place);
    const std::optional<std::string> close = nearest(key, numbers);
    std::optional<std::string> known = advice_on_gone(key);
    if (!known) known = advice_on_wish(key);
    report(at, fmt::format("there is no key '{}'", name),
           known   ? *known
           : close ? fmt::format("did you mean '{}'?", *close)
                   : "`orgsim describe` lists the keys",
           place);
  }

  std::string_view why_fixed(const std::string& key) const {
    if (key == "market.firms") return "a sweep for every number of firms";
    if (key == "run.seed") return "independent = true gives every point random numbers of its own";
    if (key == "run.replications") return "sweep.replications is the number of replications";
    if (key == "run.money" || lies_within(key, "record")) return "leave it as it is";
    if (key == "run.weeks" && sweep_.keeps_weeks()) return "keep = [\"outcomes\"], or one length for all";
    return "";
  }

  bool is_run(const std::string& key) const {
    if (!lies_within(key, "strategies") || !sweep_.strategies) return true;
    const bool run =
        std::any_of(sweep_.strategies->begin(), sweep_.strategies->end(),
                    [&](const std::string& name) { return lies_within(key, "strategies." + name); });
    return run || std::any_of(scenario_.firms.begin(), scenario_.firms.end(), [&](const FirmEntry& firm) {
             return lies_within(key, "strategies." + firm.strategy);
           });
  }

  // The columns of the file are the keys that vary, or stand for those of [sweep.vary] in their order.
  void check_file() {
    const PointTable& table = sweep_.table;
    if (sweep_.design != DesignKind::file) return;
    problems_.insert(problems_.end(), table.problems.begin(), table.problems.end());
    if (table.rows() == 0) return;
    if (table.columns.empty() && table.width != sweep_.vary.size()) {
      return report("sweep.file",
                    fmt::format("it has no line of names, {} columns, and [sweep.vary] has {} keys",
                                table.width, sweep_.vary.size()),
                    "name the keys in the first line", table.place(0));
    }
    std::vector<std::vector<NumberKey>> columns;
    for (std::size_t c = 0; c < table.width; ++c) {
      columns.push_back(table.columns.empty() ? keys_of(sweep_.vary[c]) : keys_of_column(c));
    }
    if (!table.columns.empty()) expect_all_columns();
    for (std::size_t r = 0; r < table.rows(); ++r) {
      for (std::size_t c = 0; c < columns.size(); ++c) check_cell(r, c, columns[c]);
    }
    report_cells();
  }

  // What [sweep.vary] names and no column gives would stay as it is.
  void expect_all_columns() {
    const std::vector<std::string>& columns = sweep_.table.columns;
    for (const Varied& varied : sweep_.vary) {
      if (std::find(columns.begin(), columns.end(), varied.name) != columns.end()) continue;
      report(joined_path("sweep.vary", varied.name),
             fmt::format("'{}' has no such column", sweep_.table.path),
             "add the column, or leave the key out of [sweep.vary]", varied.place);
    }
  }

  std::vector<NumberKey> keys_of(const Varied& varied) const {
    std::vector<NumberKey> keys;
    for (const std::string& name : varied.keys) {
      if (const auto number = find_number(scenario_, number_path(name).key)) keys.push_back(*number);
    }
    return keys;
  }

  // A column is called as an entry of [sweep.vary], or as a key.
  std::vector<NumberKey> keys_of_column(std::size_t c) {
    const std::string& name = sweep_.table.columns[c];
    const Place place{sweep_.table.path, 1, static_cast<int>(c) + 1};
    const auto here = sweep_.table.columns.begin() + static_cast<std::ptrdiff_t>(c);
    const bool again = std::find(sweep_.table.columns.begin(), here, name) != here;
    if (again || name.empty()) {
      // Who read a file has said so.
      if (sweep_.table.problems.empty())
        report("sweep.file", fmt::format("'{}' varies twice", name), "name it once", place);
      return {};
    }
    if (const Varied* varied = sweep_.find_varied(name)) return keys_of(*varied);
    const std::optional<NumberKey> number = check_key(name, "sweep.file", place);
    return number ? std::vector{*number} : std::vector<NumberKey>();
  }

  void check_cell(std::size_t r, std::size_t c, const std::vector<NumberKey>& keys) {
    const double value = sweep_.table.row(r)[c];
    if (std::isnan(value)) return;  // reported, or the point of a shard that is not there
    for (const NumberKey& key : keys) {
      const auto problem = ChoiceChecker(key, sweep_.design).check(value);
      if (!problem) continue;
      WrongCells& wrong = wrong_[{c, problem->second}];
      if (wrong.count++ > 0) return;
      wrong.first = {sweep_.table.place(r), "", problem->first, ""};
      wrong.first.place.column = static_cast<int>(c) + 1;
      return;
    }
  }

  std::string column_name(std::size_t c) const {
    return sweep_.table.columns.empty() ? sweep_.vary[c].name : sweep_.table.columns[c];
  }

  void report_cells() {
    for (auto& [where, cells] : wrong_) {
      std::string what = cells.first.what;
      if (cells.count > 1) what += fmt::format(" (the first of {} such cells of this column)", cells.count);
      report(column_name(where.first), what, where.second, cells.first.place);
    }
  }

  struct WrongCells {
    std::size_t count = 0;
    Problem first;
  };

  const Scenario& scenario_;
  const SweepTable& sweep_;
  std::set<std::string> taken_;
  std::map<std::pair<std::size_t, std::string>, WrongCells> wrong_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> problems_of_sweep(const Scenario& scenario) {
  return SweepChecker(scenario).run();
}

}  // namespace orgsim

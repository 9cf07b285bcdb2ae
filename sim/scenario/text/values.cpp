#include "scenario/text/values.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "core/text.hpp"

namespace orgsim {

namespace {

constexpr double kMostWhole = 9007199254740992.0;  // 2^53
constexpr std::string_view kScheduleForms =
    "[week, value] pairs, or { file = \"x.csv\", week = \"COLUMN\", value = \"COLUMN\" }, with start = "
    "\"2019-01-07\" if the column of weeks holds dates";

std::optional<double> plain_number(const Node& node) {
  if (const auto* whole = node.as<std::int64_t>()) return static_cast<double>(*whole);
  if (const auto* number = node.as<double>()) return *number;
  return std::nullopt;
}

bool is_whole(double value) {
  return std::floor(value) == value && std::abs(value) <= kMostWhole;
}

std::string distribution_forms() {
  std::vector<std::string> forms;
  for (const DistributionKind kind : every<DistributionKind>()) {
    forms.push_back(fmt::format("{{ {} = {} }}", name_of(kind), argument_text(kind)));
  }
  return fmt::format("{}", fmt::join(forms, ", or "));
}

}  // namespace

void ValueReader::wrong_type(const Node& node, const std::string& path, const std::string& expected) {
  if (node.as<OtherValue>() != nullptr)
    return report(node.place, path, "found a date or time, and weeks are counted from 0",
                  "expected " + expected);
  report(node.place, path, fmt::format("found {}", node.kind()), "expected " + expected);
}

std::optional<double> ValueReader::distribution(const NodeTable& table, const Node& node,
                                                const std::string& path, const Field& field, bool whole) {
  const auto fail = [&](const std::string& what, const std::string& cure) -> std::optional<double> {
    report(node.place, path, what, cure);
    return std::nullopt;
  };
  const std::optional<DistributionKind> kind =
      table.size() == 1 ? named<DistributionKind>(table.front().key) : std::nullopt;
  if (!kind) return fail("this table is no distribution", distribution_forms());
  if (field.has(Trait::fixed)) {
    return fail("may not be a distribution: it shapes the run and its results", "give one number");
  }
  if (field.has(Trait::sums_to_one)) {
    return fail("shares that must sum to 1 may not be distributions", "give numbers");
  }
  Distribution distribution{*kind, {}};
  if (const NodeList* list = table.front().node.as<NodeList>()) {
    for (const Node& entry : *list) distribution.arguments.push_back(plain_number(entry).value_or(NAN));
  }
  if (!arguments_hold(distribution)) {
    return fail(fmt::format("wrong arguments of '{}'", name_of(*kind)), std::string(argument_text(*kind)));
  }
  const Range ends = support(distribution);
  if (whole && *kind == DistributionKind::uniform && std::ceil(ends.low) > std::floor(ends.high)) {
    return fail(fmt::format("no whole number lies in [{}, {}]", ends.low, ends.high),
                field.range.text(whole));
  }
  const bool bounded = std::isfinite(ends.high);
  if (bounded && !(field.range.holds(ends.low) && field.range.holds(ends.high))) {
    return fail(fmt::format("[{}, {}] reaches out of range", ends.low, ends.high), field.range.text(whole));
  }
  drawn_.push_back({path, distribution, field.range, whole, node.place});
  const double centre = central_value(distribution);
  if (std::isinf(centre)) return fail("draws numbers too large to compute with", field.range.text(whole));
  return field.range.holds(centre) ? centre : std::clamp(centre, field.range.low, field.range.high);
}

std::optional<double> ValueReader::number(const Node& node, const std::string& path, const Field& field,
                                          bool whole) {
  if (const NodeTable* table = node.as<NodeTable>()) return distribution(*table, node, path, field, whole);
  const std::optional<double> value = plain_number(node);
  if (!value || (whole && !is_whole(*value))) {
    wrong_type(node, path, field.range.text(whole));
    return std::nullopt;
  }
  return value;
}

void ValueReader::read(const Node& node, const std::string& path, const Field& field, double& value) {
  value = number(node, path, field, false).value_or(value);
}

void ValueReader::read(const Node& node, const std::string& path, const Field& field, std::int64_t& value) {
  if (const auto* whole = node.as<std::int64_t>()) {
    value = *whole;
  } else if (const std::optional<double> drawn = number(node, path, field, true)) {
    value = std::llround(*drawn);
  }
}

void ValueReader::read(const Node& node, const std::string& path, const Field&, bool& value) {
  if (const bool* flag = node.as<bool>()) {
    value = *flag;
  } else {
    wrong_type(node, path, "true or false");
  }
}

void ValueReader::read(const Node& node, const std::string& path, const Field&, std::string& value) {
  const auto* text = node.as<std::string>();
  if (text == nullptr) return wrong_type(node, path, "a string in quotes");
  if (has_unprintable(*text)) {
    return report(node.place, path, "holds a control character, a line end or a mark of writing direction",
                  "one line of plain text");
  }
  value = *text;
}

// By its number or by its name.
void ValueReader::read(const Node& node, const std::string& path, const Field&, FirmNumber& value) {
  if (const auto* number = node.as<std::int64_t>()) {
    const auto firms = firms_ == nullptr ? std::int64_t{1} << 30U : static_cast<std::int64_t>(firms_->size());
    if (*number < 0 || *number >= firms) {
      return report(node.place, path, fmt::format("there is no firm {}", *number),
                    fmt::format("firms are numbered from 0 to {}", firms - 1));
    }
    value.number = static_cast<int>(*number);
    return;
  }
  const auto* name = node.as<std::string>();
  if (name == nullptr) return wrong_type(node, path, "a name or a number of a firm");
  for (std::size_t f = 0; firms_ != nullptr && f < firms_->size(); ++f) {
    if ((*firms_)[f].name != *name) continue;
    value.number = static_cast<int>(f);
    return;
  }
  report(node.place, path, fmt::format("no firm is called '{}'", *name), "a name or a number of a firm");
}

void ValueReader::read(const Node& node, const std::string& path, const Field&, WeekSpan& value) {
  constexpr std::int64_t most = 1000000;  // of weeks; what is wrong up to there is for the scenario's checks
  const NodeList* list = node.as<NodeList>();
  const auto week = [&](std::size_t i) { return (*list)[i].as<std::int64_t>(); };
  const bool pair = list != nullptr && list->size() == 2 && week(0) != nullptr && week(1) != nullptr;
  if (!pair) return wrong_type(node, path, "[first, last], both included");
  if (std::abs(*week(0)) > most || std::abs(*week(1)) > most) {
    return report(node.place, path, fmt::format("[{}, {}] is no span of weeks", *week(0), *week(1)),
                  "[first, last] with 0 <= first <= last, both included");
  }
  value = {static_cast<int>(*week(0)), static_cast<int>(*week(1))};
}

void ValueReader::read_list(const Node& node, const std::string& path, const Field& field,
                            std::vector<double>& entries, std::size_t length, const std::string& expected) {
  const NodeList* list = node.as<NodeList>();
  if (list == nullptr) return wrong_type(node, path, "a list of " + expected);
  if (length != 0 && list->size() != length) {
    return report(node.place, path, fmt::format("{} entries", list->size()), expected);
  }
  entries.resize(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    std::optional<double> entry = plain_number((*list)[i]);
    if (!entry) entry = number((*list)[i], fmt::format("{}[{}]", path, i), field, false);
    entries[i] = entry.value_or(entries[i]);
  }
}

void ValueReader::read(const Node& node, const std::string& path, const Field& field,
                       std::vector<double>& value) {
  read_list(node, path, field, value, 0, "numbers");
}

void ValueReader::read(const Node& node, const std::string& path, const Field& field,
                       ExceptMarketing& value) {
  const std::string expected =
      fmt::format("[{}]: marketing's entry follows from its mix", fmt::join(ExceptMarketing::places(), ", "));
  const NodeList* list = node.as<NodeList>();
  if (list == nullptr) return wrong_type(node, path, "a list " + expected);
  const auto marketing = static_cast<std::size_t>(Department::marketing);
  const std::string* dash =
      list->size() == count_of<Department> ? (*list)[marketing].as<std::string>() : nullptr;
  if (dash == nullptr || *dash != kDash) {
    return report(node.place, path, "a dash belongs in marketing's place", expected);
  }
  for (std::size_t d = 0; d < list->size(); ++d) {
    if (d == marketing) continue;
    double& entry = value.value(static_cast<Eigen::Index>(d));
    read((*list)[d], fmt::format("{}[{}]", path, d), field, entry);
  }
}

void ValueReader::read_table(const Node& node, const std::string& path, Schedule& value) {
  const auto text_of = [&](std::string_view name) {
    const Node* part = node.find(name);
    return part == nullptr ? nullptr : part->as<std::string>();
  };
  const Node* start_node = node.find("start");
  const OtherValue* date = start_node == nullptr ? nullptr : start_node->as<OtherValue>();
  const std::string* start = date == nullptr ? text_of("start") : &date->date;  // with or without quotes
  const std::size_t parts = start == nullptr ? 3 : 4;
  if (text_of("file") == nullptr || text_of("week") == nullptr || text_of("value") == nullptr ||
      node.as<NodeTable>()->size() != parts) {
    return report(node.place, path, "a table needs file, week and value, each a string",
                  "expected " + std::string(kScheduleForms));
  }
  if (has_unprintable(*text_of("file"))) {
    return report(node.find("file")->place, path, "the file's name holds a control character",
                  "write / in paths, or single quotes: 'C:\\data\\rates.csv'");
  }
  try {
    const ScheduleColumns columns{beside(folder_of(node.place), *text_of("file")), *text_of("week"),
                                  *text_of("value"), start == nullptr ? "" : *start};
    const KnotTable table = files_.schedule(columns, node.find("file")->place);
    value = table.schedule;
    for (std::size_t i = 0; i < table.places.size(); ++i) {
      keys_.note(fmt::format("{}[{}]", path, i), table.places[i]);
    }
  } catch (const InputError& error) {
    for (Problem problem : error.problems()) {
      problem.key = problem.key.empty() ? path : path + "." + problem.key;
      problems_.push_back(problem);
    }
  }
}

void ValueReader::read(const Node& node, const std::string& path, const Field&, Schedule& value) {
  if (node.as<NodeTable>() != nullptr) return read_table(node, path, value);
  const NodeList* list = node.as<NodeList>();
  if (list == nullptr) return wrong_type(node, path, std::string(kScheduleForms));
  const auto is_number = [](const Node& entry) { return plain_number(entry).has_value(); };
  if (!list->empty() && std::all_of(list->begin(), list->end(), is_number)) {
    return report(node.place, path, "found a list of numbers",
                  "expected a list of [week, value] pairs, such as [[0, 1], [104, 0.3]]");
  }
  Schedule schedule;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto knot = [&] { return fmt::format("{}[{}]", path, i); };
    const NodeList* pair = (*list)[i].as<NodeList>();
    if (pair == nullptr || pair->size() != 2) {
      wrong_type((*list)[i], knot(), "a pair [week, value]");
      continue;
    }
    const std::optional<double> week = plain_number((*pair)[0]);
    const std::optional<double> at = plain_number((*pair)[1]);
    if (!week) wrong_type((*pair)[0], knot(), "the number of a week");
    if (!at) wrong_type((*pair)[1], knot(), "a number");
    if (week && at) schedule.knots.push_back({*week, *at});
  }
  if (schedule.knots.size() == list->size()) value = schedule;
}

}  // namespace orgsim

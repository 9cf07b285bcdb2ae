#include "io/describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

#include "core/walk.hpp"
#include "engine/series.hpp"
#include "io/key_type.hpp"
#include "io/results_layout.hpp"
#include "io/suggest.hpp"
#include "io/value_text.hpp"

namespace orgsim {

namespace {

// The firm-level keys' full paths: those that a walk over the parameters shares with the firms' flat list.
std::set<const void*> firm_level_fields(const Parameters& parameters) {
  std::set<const void*> addresses;
  walk(parameters.firm, "",
       [&](const std::string&, const Field&, const auto& value) { addresses.insert(&value); });
  return addresses;
}

template <class Value>
KeyDescription described(const std::string& path, const Field& field, const Value& value) {
  const KeyType type = key_type(value, field);
  KeyDescription key;
  key.path = path;
  key.type = type.words;
  key.default_text = value_text(value);
  key.unit = field.unit;
  key.meaning = field.meaning;
  key.source = field.source;
  key.drawable = type.numeric;
  return key;
}

// Keys of tables that are no structs with a field list of their own.
std::vector<KeyDescription> other_keys() {
  const auto key = [](const char* path, const char* type, const char* meaning) {
    KeyDescription description;
    description.path = path;
    description.type = type;
    description.meaning = meaning;
    return description;
  };
  return {
      key("title", "a string", "Heading of reports; the file's name if there is none"),
      key("extends", "a string", "Another scenario, relative to this file, that this one is laid over"),
      key("firms.name", "a string", "Name of the firm, in a table [[firms]]"),
      key("firms.strategy", "a string",
          "Strategy that the firm follows in every run: a name under [strategies], or same_as_focal"),
      key("grants.firm", "a number or a name", "Firm that an experiment's grant [[grants]] goes to"),
      key("grants.department", "one of: product, marketing, sales, operations", "Department that gets it"),
      key("grants.factor", "a number of at least 0", "What the department's budget is multiplied by"),
      key("grants.weeks", "[first, last]", "Weeks of the grant, both included"),
  };
}

std::string one_line(const KeyDescription& key) {
  const std::string value = key.default_text.empty() ? "" : " = " + key.default_text;
  return fmt::format("{}{}\n    {}\n", key.path, value, key.meaning);
}

// "|" ends a cell of a table.
std::string cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
    text.insert(at, "\\");
  return text.empty() ? "–" : text;
}

}  // namespace

std::vector<KeyDescription> describe_keys() {
  const Parameters parameters;
  const std::set<const void*> firm_level = firm_level_fields(parameters);
  std::vector<KeyDescription> keys;
  walk(parameters, "", [&](const std::string& path, const Field& field, const auto& value) {
    keys.push_back(described(path, field, value));
    keys.back().per_firm = firm_level.contains(&value);
  });
  const Strategy strategy;
  walk(strategy, "strategies.NAME", [&](const std::string& path, const Field& field, const auto& value) {
    keys.push_back(described(path, field, value));
  });
  for (KeyDescription& key : other_keys()) keys.push_back(std::move(key));
  return keys;
}

std::string in_full(const KeyDescription& key) {
  std::string text = fmt::format("{}\n  {}\n\n", key.path, key.meaning);
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) text += fmt::format("  {:<9}{}\n", name, value);
  };
  line("default", key.default_text);
  line("unit", key.unit);
  line("value", key.type);
  line("source", key.source);
  if (key.per_firm) line("firms", "a firm may override it in its [[firms]] table, under its last name");
  if (key.drawable) {
    line("drawn", "may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a, c, b] } or");
    line("", "{ lognormal = [m, s] }: one draw per replication, within the range");
  }
  return text;
}

std::string describe_text(const std::string& asked) {
  const std::vector<KeyDescription> keys = describe_keys();
  std::string section;
  std::vector<std::string> names;
  for (const KeyDescription& key : keys) {
    if (key.path == asked) return in_full(key);
    if (key.path.starts_with(asked + ".")) section += one_line(key);
    names.push_back(key.path);
  }
  if (!section.empty()) return section;
  // The last name alone is enough where it is the only one.
  std::vector<const KeyDescription*> same;
  for (const KeyDescription& key : keys) {
    if (key.path.ends_with("." + asked)) same.push_back(&key);
  }
  if (!same.empty()) {
    std::string text;
    for (const KeyDescription* key : same) text += (text.empty() ? "" : "\n") + in_full(*key);
    return text;
  }
  const std::optional<std::string> close = nearest(asked, names);
  throw InputError(
      Problem{{},
              asked,
              "unknown key",
              close ? fmt::format("did you mean '{}'?", *close) : "`orgsim describe` lists the keys"});
}

std::string describe_all_text() {
  std::string text;
  for (const KeyDescription& key : describe_keys()) text += one_line(key);
  return text;
}

std::string describe_markdown() {
  std::string text = "| key | default | unit | value | meaning | source |\n|---|---|---|---|---|---|\n";
  for (const KeyDescription& key : describe_keys()) {
    const std::string value = key.default_text.empty() ? "–" : "`" + key.default_text + "`";
    text += fmt::format("| `{}`{} | {} | {} | {} | {} | {} |\n", key.path, key.per_firm ? " ᶠ" : "",
                        cell(value), cell(key.unit), cell(key.type), cell(key.meaning), cell(key.source));
  }
  return text;
}

std::string results_markdown() {
  std::string text = "| dataset | dimensions | unit | meaning |\n|---|---|---|---|\n";
  const auto row = [&](const std::string& name, std::vector<std::string> over, std::string_view unit,
                       std::string_view meaning) {
    text += fmt::format("| `{}` | {} | {} | {} |\n", name, fmt::join(over, ", "), cell(std::string(unit)),
                        meaning);
  };
  const auto after = [](std::vector<std::string> first, const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
  };
  row("outcomes/verdict", {"strategy", "replication"}, "", "how the strategy is judged");
  for (const results::OutcomeVariable& v : results::outcome_variables()) {
    row(fmt::format("outcomes/{}", v.name), after({"strategy", "replication"}, v.over), v.unit, v.meaning);
  }
  row("outcomes/drawn", {"replication", "parameter"}, "", "value drawn for each key that is a distribution");
  for (const Series& s : run_series()) {
    row(fmt::format("trajectories/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning);
  }
  for (const Series& s : audit_series()) {
    row(fmt::format("audit/{}", s.name),
        after({"strategy", "replication", "week"}, results::dimensions_of(s.extent)), s.unit, s.meaning);
  }
  return text;
}

}  // namespace orgsim

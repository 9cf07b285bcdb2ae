#include "report/describe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "core/error.hpp"
#include "report/markdown.hpp"
#include "report/typography.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

// Text under a name of so many columns, or under nothing.
std::string beside(std::string_view name, int columns, std::string_view text) {
  std::istringstream lines(wrapped(text, kColumns - columns));
  std::string all;
  for (std::string line; std::getline(lines, line); name = "") {
    all += fmt::format("{:<{}}{}\n", name, columns, line);
  }
  return all;
}

std::string in_short(const KeyDescription& key) {
  const std::string value = key.default_text.empty() ? "" : " = " + key.default_text;
  return fmt::format("{}{}\n{}", key.path, value, beside("", 4, key.meaning));
}

}  // namespace

std::string in_full(const KeyDescription& key) {
  std::string text = fmt::format("{}\n{}\n", key.path, beside("", 2, key.meaning));
  const auto line = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text += beside(fmt::format("  {}", name), 12, value);
  };
  line("default", key.default_text);
  line("unit", key.unit);
  line("value", key.type);
  if (key.by_factors) line("scale", "logarithmic: what a range of a sweep takes, unless it says linear");
  line("source", key.source);
  line("plausible", key.plausible);
  line("", key.plausible_source);
  if (key.per_firm) line("firms", "a firm may override it in its [[firms]] table, under its last name");
  if (key.drawable) {
    line("drawn",
         "may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a, c, b] } or "
         "{ lognormal = [m, s] }: one draw per replication, within the range");
  }
  return text;
}

std::string describe_text(const std::string& asked) {
  const std::vector<KeyDescription> keys = describe_keys();
  std::string section;
  std::vector<std::string> names;
  for (const KeyDescription& key : keys) {
    if (key.path == asked) return in_full(key);
    if (key.path.starts_with(asked + ".")) section += in_short(key);
    names.push_back(key.path);
    names.push_back(key.path.substr(key.path.rfind('.') + 1));
  }
  if (!section.empty()) return section;
  // The last name alone is enough where it is the only one; by it a firm has keys of its own.
  constexpr std::string_view kOfFirms = "firms.";
  const bool of_firms = asked.starts_with(kOfFirms);
  const std::string last = of_firms ? asked.substr(kOfFirms.size()) : asked;
  std::vector<const KeyDescription*> same;
  for (const KeyDescription& key : keys) {
    if (key.path.ends_with("." + last) && (!of_firms || key.per_firm)) same.push_back(&key);
  }
  if (!same.empty()) {
    std::string text;
    for (const KeyDescription* key : same) text += (text.empty() ? "" : "\n") + in_full(*key);
    return text;
  }
  const std::optional<std::string> close = nearest(asked, names);
  std::optional<std::string> known = advice_on_gone(asked);
  if (!known) known = advice_on_wish(asked);
  throw InputError(Problem{{},
                           asked,
                           "unknown key",
                           known   ? *known
                           : close ? fmt::format("did you mean '{}'?", *close)
                                   : "`orgsim describe` lists the keys"});
}

std::string describe_all_text() {
  std::string text;
  for (const KeyDescription& key : describe_keys()) text += in_short(key);
  return text;
}

std::string describe_markdown() {
  std::string text =
      "| key | default | unit | value | plausible | meaning | source |\n|---|---|---|---|---|---|---|\n";
  for (const KeyDescription& key : describe_keys()) {
    const std::string value = key.default_text.empty() ? "–" : "`" + key.default_text + "`";
    const bool sourced = !key.plausible_source.empty() && !key.half_to_twice;
    const std::string plausible = sourced ? key.plausible + "; " + key.plausible_source : key.plausible;
    text += fmt::format("| `{}`{} | {} | {} | {} | {} | {} | {} |\n", key.path, key.per_firm ? " ᶠ" : "",
                        markdown_cell(value), markdown_cell(key.unit),
                        markdown_cell(key.by_factors ? key.type + ", log scale" : key.type),
                        markdown_cell(plausible), markdown_cell(key.meaning), markdown_cell(key.source));
  }
  return text;
}

}  // namespace orgsim

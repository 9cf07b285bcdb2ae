#include "core/walk.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

std::string text_of(const std::vector<double>& numbers) {
  std::vector<std::string> texts;
  for (const double number : numbers) texts.push_back(value_text(number));
  return fmt::format("[{}]", fmt::join(texts, ", "));
}

std::vector<std::string> parts_of(const Levels& levels) {
  return {"values = " + text_of(levels.values)};
}

std::vector<std::string> parts_of(const ValueRange& span) {
  std::vector<std::string> parts{"range = " + text_of({span.low, span.high})};
  if (span.step) parts.push_back("step = " + value_text(*span.step));
  if (span.levels) parts.push_back("levels = " + value_text(*span.levels));
  if (span.scale) parts.push_back("scale = " + value_text(*span.scale));
  if (!span.share_of.empty()) parts.push_back("share_of = " + toml_string(span.share_of));
  return parts;
}

std::vector<std::string> parts_of(const Distribution& distribution) {
  return {fmt::format("{} = {}", name_of(distribution.kind), text_of(distribution.arguments))};
}

}  // namespace

std::string choice_text(const Varied& varied) {
  std::vector<std::string> parts =
      std::visit([](const auto& choice) { return parts_of(choice); }, varied.choice);
  if (varied.keys != std::vector{varied.name})
    parts.insert(parts.begin(), "keys = " + value_text(varied.keys));
  return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

std::string sweep_text(const SweepTable& sweep) {
  if (!sweep.given()) return "";
  std::string text = "[sweep]\n";
  walk(sweep, "sweep", [&](const std::string&, const Field& field, const auto& value) {
    const std::string written = value_text(value);
    if (!written.empty() && written != toml_string("")) text += fmt::format("{} = {}\n", field.name, written);
  });
  if (sweep.vary.empty()) return text;
  text += "\n[sweep.vary]\n";
  for (const Varied& varied : sweep.vary) {
    text += fmt::format("{} = {}\n", toml_string(varied.name), choice_text(varied));
  }
  return text;
}

}  // namespace orgsim

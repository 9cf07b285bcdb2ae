#include "scenario/text/value_text.hpp"

#include <algorithm>
#include <cctype>

namespace orgsim {

std::string toml_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += std::string("\\") + c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string key_text(const std::string& name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '_' || c == '-');
  });
  return bare ? name : toml_string(name);
}

std::string to_text(const Distribution& distribution) {
  return fmt::format("{{ {} = {} }}", name_of(distribution.kind), value_text(distribution.arguments));
}

// The shortest text that reads back to the same number, with a point so that it stays a real one.
std::string value_text(double value) {
  const std::string text = fmt::format("{}", value);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string value_text(std::int64_t value) {
  return fmt::format("{}", value);
}

std::string value_text(bool value) {
  return value ? "true" : "false";
}

std::string value_text(const std::string& value) {
  return toml_string(value);
}

std::string value_text(const FirmNumber& firm) {
  return fmt::format("{}", firm.number);
}

std::string value_text(const WeekSpan& weeks) {
  return fmt::format("[{}, {}]", weeks.first, weeks.last);
}

std::string value_text(const Schedule& schedule) {
  std::vector<std::string> knots;
  for (const Knot& knot : schedule.knots) {
    knots.push_back(fmt::format("[{}, {}]", value_text(knot.week), value_text(knot.value)));
  }
  return fmt::format("[{}]", fmt::join(knots, ", "));
}

}  // namespace orgsim

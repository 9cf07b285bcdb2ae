#include "results/csv_cells.hpp"

#include <fmt/format.h>

#include <cmath>

namespace orgsim::results {

namespace {

template <class Number>
std::string shortest(Number number) {
  if (std::isnan(number)) return "";
  std::string text = fmt::format("{}", number);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

}  // namespace

std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string cell(double number) {
  return shortest(number);
}

std::string cell(float number) {
  return shortest(number);
}

}  // namespace orgsim::results

#include "report/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace orgsim {

namespace {

// Three digits, of up to four that there are.
std::string three_digits(double number) {
  if (std::abs(number) < 999.5) return plain_number(number, "{:.3g}");
  return fmt::format("{:.0f}", 10 * std::round(number / 10));
}

// To so many digits; without the sign of a zero.
double rounded_to(double number, int digits) {
  const double unit = std::pow(10, digits);
  return std::round(number * unit) / unit + 0.0;
}

}  // namespace

std::string signed_number(double number, int digits) {
  return fmt::format("{:+.{}f}", rounded_to(number, digits), digits);
}
std::string fixed_number(double number, int digits) {
  return fmt::format("{:.{}f}", rounded_to(number, digits), digits);
}

std::string percent_number(std::size_t part, std::size_t whole) {
  return percent_number(100.0 * static_cast<double>(part) / static_cast<double>(whole));
}
std::string percent_number(double percent) {
  if (percent > 0 && percent < 0.5) return "<1";
  if (percent < 100 && percent >= 99.5) return ">99";
  return fmt::format("{:.0f}", percent);
}

std::string plain_number(double number, std::string_view digits) {
  const std::string text = fmt::format(fmt::runtime(digits), number);
  constexpr std::size_t kMostPlaces = 12;
  const std::size_t exponent = text.find("e-");
  if (exponent == std::string::npos) return text;
  const std::size_t point = text.find('.');
  const std::size_t places = std::stoul(text.substr(exponent + 2));
  if (places > kMostPlaces) return text;
  return fmt::format("{:.{}f}", number, places + (point == std::string::npos ? 0 : exponent - point - 1));
}

std::span<const Magnitude> magnitudes(Language language) {
  static constexpr std::array<Magnitude, 4> english{{{1e12, " T"}, {1e9, " G"}, {1e6, " M"}, {1e3, " k"}}};
  static constexpr std::array<Magnitude, 3> chinese{{{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}}};
  if (language == Language::chinese) return chinese;
  return english;
}

std::string short_number(double number, Language language) {
  for (const auto& [size, suffix] : magnitudes(language)) {
    if (std::abs(number) >= 0.9995 * size) return three_digits(number / size) + std::string(suffix);
  }
  return three_digits(number);
}

}  // namespace orgsim

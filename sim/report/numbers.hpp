// Numbers as people read them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "report/language.hpp"

namespace orgsim {

// "+1.5", "-3", with so many digits behind the point; no minus before what is rounded to zero.
std::string signed_number(double number, int digits);
// So many digits behind the point; what rounds to nothing has no sign.
std::string fixed_number(double number, int digits);

// A part of a whole in percent, without a sign: "0" and "100" only where it is none or all ("<1", ">99").
std::string percent_number(std::size_t part, std::size_t whole);
std::string percent_number(double percent);

// By a format such as "{:.3g}", but small amounts without the exponent, which few people read: 0.000012.
std::string plain_number(double number, std::string_view digits);
// What large numbers are told in, and how that is written behind them.
struct Magnitude {
  double size;
  std::string_view suffix;
};
// The largest first.
std::span<const Magnitude> magnitudes(Language language);

// Three digits and a suffix: "1.23 M", "456 k", "7.8"; in Chinese "123万", "45.6万", "7.8".
std::string short_number(double number, Language language);

}  // namespace orgsim

// Small helpers for text in columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace orgsim {

// What a terminal shows side by side, at least.
constexpr int kColumns = 80;

// Columns that a UTF-8 text takes on a terminal (utf8proc's tables); East Asian characters take two.
int columns_of(std::string_view text);

// Cut with an ellipsis to at most `columns`.
std::string cut(std::string_view text, int columns);

// Cut with an ellipsis or padded with spaces to exactly `columns`.
std::string fitted(std::string_view text, int columns);

// Padded with spaces before it to at least `columns`.
std::string right(std::string_view text, int columns);

// Broken at spaces and between East Asian characters into lines of at most `columns`, each ending in a
// newline.
std::string wrapped(std::string_view text, int columns);

// The same with two spaces before each line.
std::string wrapped_note(std::string_view text);

// Without spaces at the end.
std::string trimmed(std::string text);

// "+1.5", "-3", with so many digits behind the point; no minus before what is rounded to zero.
std::string signed_number(double number, int digits);
// So many digits behind the point; what rounds to nothing has no sign.
std::string fixed_number(double number, int digits);

// A part of a whole in percent, without a sign: "0" and "100" only where it is none or all ("<1", ">99").
std::string percent_number(std::size_t part, std::size_t whole);
std::string percent_number(double percent);

// By a format such as "{:.3g}", but small amounts without the exponent, which few people read: 0.000012.
std::string plain_number(double number, std::string_view digits);
// Three digits and a suffix: "1.23 M", "456 k", "7.8".
std::string short_number(double number);

// Means over `columns` equal spans, as blocks of a height relative to the largest; zero is the lowest block.
std::string sparkline(const std::vector<float>& values, int columns);

}  // namespace orgsim

// Small helpers for text in columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/numbers.hpp"

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

// Means over `columns` equal spans, as blocks of a height relative to the largest; zero is the lowest block.
std::string sparkline(const std::vector<float>& values, int columns);

}  // namespace orgsim

// Text from outside: files, names, command lines.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orgsim {

bool is_utf8(std::string_view text);

// Whether a text holds what steers a terminal, ends a line or turns the direction of writing, or bytes that
// are not UTF-8.
bool has_unprintable(std::string_view text);

// The same of one character, and the characters of a text; a byte that is of none is left out.
bool is_unprintable(char32_t character);
std::vector<char32_t> characters_of(std::string_view text);

// The text with all of that written as codes: "\x1b", "\u{202e}".
std::string printable(std::string_view text);

// The number that the whole text says, in the way of C; nothing if it says none, or none that fits.
template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || rest != end) return std::nullopt;
  return number;
}

// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number);

// "1 point", "2 points", "1,000 points".
std::string how_many(std::uint64_t number, std::string_view one, std::string_view many);

// The first `most` characters of the text, printable, with "..." if there are more.
std::string excerpt(std::string_view text, std::size_t most = 40);

}  // namespace orgsim

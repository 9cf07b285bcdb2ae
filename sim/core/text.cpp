#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/locale/utf.hpp>

namespace orgsim {

namespace {

using Utf8 = boost::locale::utf::utf_traits<char>;
using boost::locale::utf::code_point;

struct Span {
  code_point first;
  code_point last;
};

// Controls, zero-width spaces, line and paragraph ends, marks of direction, the byte order mark, tags.
constexpr auto kUnprintable = std::to_array<Span>({{0x00, 0x1F},
                                                   {0x7F, 0x9F},
                                                   {0x061C, 0x061C},
                                                   {0x200B, 0x200B},
                                                   {0x200E, 0x200F},
                                                   {0x2028, 0x202E},
                                                   {0x2060, 0x206F},
                                                   {0xFEFF, 0xFEFF},
                                                   {0xFFF9, 0xFFFB},
                                                   {0xE0000, 0xE0FFF}});

bool is_character(code_point code) {
  return code != boost::locale::utf::illegal && code != boost::locale::utf::incomplete;
}

// Calls on_character(code, its bytes) for each character; a byte that is of none comes as an illegal one.
template <class OnCharacter>
void for_each_character(std::string_view text, OnCharacter on_character) {
  while (!text.empty()) {
    const char* at = text.data();
    const code_point code = Utf8::decode(at, text.data() + text.size());
    const auto size = is_character(code) ? static_cast<std::size_t>(at - text.data()) : 1;
    on_character(code, text.substr(0, size));
    text.remove_prefix(size);
  }
}

}  // namespace

bool is_utf8(std::string_view text) {
  bool all = true;
  for_each_character(text, [&](code_point code, std::string_view) { all = all && is_character(code); });
  return all;
}

bool has_unprintable(std::string_view text) {
  bool any = false;
  for_each_character(text, [&](code_point code, std::string_view) {
    any = any || !is_character(code) || is_unprintable(code);
  });
  return any;
}

bool is_unprintable(char32_t character) {
  return std::any_of(kUnprintable.begin(), kUnprintable.end(), [character](const Span& span) {
    return span.first <= character && character <= span.last;
  });
}

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> characters;
  for_each_character(text, [&](code_point code, std::string_view) {
    if (is_character(code)) characters.push_back(code);
  });
  return characters;
}

std::string printable(std::string_view text) {
  std::string result;
  for_each_character(text, [&](code_point code, std::string_view bytes) {
    if (!is_character(code) || code < 0x80) {
      const auto byte = static_cast<unsigned char>(bytes[0]);
      result +=
          !is_character(code) || is_unprintable(code) ? fmt::format("\\x{:02x}", byte) : std::string(bytes);
    } else {
      result += is_unprintable(code) ? fmt::format("\\u{{{:04x}}}", code) : std::string(bytes);
    }
  });
  return result;
}

std::string grouped(std::uint64_t number) {
  if (number < 1000) return fmt::format("{}", number);
  return fmt::format("{},{:03}", grouped(number / 1000), number % 1000);
}

std::string how_many(std::uint64_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", grouped(number), number == 1 ? one : many);
}

std::string excerpt(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  std::size_t bytes = 0;
  for_each_character(text, [&](code_point, std::string_view character) {
    if (++characters <= most) bytes += character.size();
  });
  return printable(text.substr(0, bytes)) + (characters > most ? "..." : "");
}

}  // namespace orgsim

#include "scenario/text/currency.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace orgsim {

namespace {

constexpr int kMostColumns = 16;  // what the summary's table has room for

struct CodeRange {
  char32_t first;
  char32_t last;
};

// Controls; what has no width or turns the direction of the text; no characters.
constexpr std::array<CodeRange, 9> kInvisible{{{0x00, 0x1F},
                                               {0x7F, 0x9F},
                                               {0xAD, 0xAD},
                                               {0x200B, 0x200F},
                                               {0x2028, 0x202E},
                                               {0x2060, 0x206F},
                                               {0xFE00, 0xFE0F},
                                               {0xFEFF, 0xFEFF},
                                               {0xFFF0, 0xFFFF}}};

// Of valid UTF-8, which scenarios are.
std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> codes;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !codes.empty()) {
      codes.back() = codes.back() << 6U | (byte & 0x3FU);
    } else {
      codes.push_back(byte < 0x80U   ? byte
                      : byte < 0xE0U ? byte & 0x1FU
                      : byte < 0xF0U ? byte & 0x0FU
                                     : byte & 0x07U);
    }
  }
  return codes;
}

std::optional<std::string> fault_of(std::string_view currency) {
  const std::vector<char32_t> codes = characters_of(currency);
  const auto forbidden = [](char32_t code) {
    return code == U'"' || code == U'\\' ||
           std::any_of(kInvisible.begin(), kInvisible.end(),
                       [code](const CodeRange& r) { return code >= r.first && code <= r.last; });
  };
  const auto found = std::find_if(codes.begin(), codes.end(), forbidden);
  if (found != codes.end()) return fmt::format("holds the character U+{:04X}", static_cast<unsigned>(*found));
  if (currency.starts_with(' ') || currency.ends_with(' ')) return "begins or ends with a space";
  constexpr char32_t kFirstWide = 0x1100;  // East Asian characters take two columns
  int columns = 0;
  for (const char32_t code : codes) columns += code >= kFirstWide ? 2 : 1;
  if (columns > kMostColumns) return fmt::format("takes {} columns", columns);
  return std::nullopt;
}

}  // namespace

std::vector<Problem> problems_of_currency(const RunParameters& run) {
  if (run.currency.empty() && !run.money) return {};
  if (run.currency.empty()) {
    return {{{},
             "run.money",
             "there is no run.currency that it is in",
             "give both, such as run.currency = \"RMB m\""}};
  }
  std::vector<Problem> problems;
  if (const std::optional<std::string> fault = fault_of(run.currency)) {
    problems.push_back(
        {{},
         "run.currency",
         *fault,
         fmt::format("a name such as \"RMB m\": plain characters without quotes and backslashes, at "
                     "most {} columns",
                     kMostColumns)});
  }
  if (!run.money) {
    problems.push_back({{},
                        "run.currency",
                        "nothing says what a unit of money is in it",
                        "give run.money too, such as run.money = 0.012, or neither"});
  }
  return problems;
}

}  // namespace orgsim

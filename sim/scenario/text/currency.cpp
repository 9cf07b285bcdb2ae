#include "scenario/text/currency.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/text.hpp"

namespace orgsim {

namespace {

constexpr int kMostColumns = 16;  // what the summary's table has room for

// Beyond what no text of a scenario may hold: quotes, hyphens and selectors without a width, no characters.
bool is_forbidden(char32_t code) {
  return code == U'"' || code == U'\\' || code == 0xAD || (0x200C <= code && code <= 0x200D) ||
         (0xFE00 <= code && code <= 0xFE0F) || (0xFFF0 <= code && code <= 0xFFFF) || is_unprintable(code);
}

std::optional<std::string> fault_of(std::string_view currency) {
  const std::vector<char32_t> codes = characters_of(currency);
  const auto found = std::find_if(codes.begin(), codes.end(), is_forbidden);
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

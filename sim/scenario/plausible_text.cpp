#include "scenario/plausible_text.hpp"

#include <algorithm>

#include "engine/numbers.hpp"
#include "engine/plausible.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

std::string span_text(const PlausibleNumber& number) {
  if (number.share_of.empty()) return fmt::format("{:g} to {:g}", number.low, number.high);
  return fmt::format("{:g} % to {:g} % of {}", 100 * number.low, 100 * number.high, number.share_of);
}

// Entries have ranges of their own, around their defaults.
std::string list_text(const std::vector<PlausibleNumber>& entries, const Field& field) {
  const PlausibleNumber& first = entries.front();
  const auto same = [&](const PlausibleNumber& entry) {
    return entry.low == first.low && entry.high == first.high;
  };
  if (field.has(Trait::sums_to_one)) {
    return fmt::format("{} for entry {}, the others in proportion", span_text(first),
                       *number_path(first.path).entry);
  }
  if (std::all_of(entries.begin(), entries.end(), same)) return fmt::format("{} each", span_text(first));
  const bool cut = std::any_of(entries.begin(), entries.end(), [&](const PlausibleNumber& entry) {
    return entry.low == field.range.low || entry.high == field.range.high;
  });
  return fmt::format("each entry {:g} to {:g} times its default{}", field.plausible.low, field.plausible.high,
                     cut ? ", as far as it may be" : "");
}

std::map<std::string, std::vector<PlausibleNumber>> by_key() {
  std::map<std::string, std::vector<PlausibleNumber>> keys;
  for (PlausibleNumber& number : plausible_numbers()) {
    std::vector<PlausibleNumber>& of_key = keys[number.key];
    of_key.push_back(std::move(number));
  }
  return keys;
}

}  // namespace

std::string plausible_text(const std::string& path, const Field& field) {
  static const std::map<std::string, std::vector<PlausibleNumber>> keys = by_key();
  const auto found = keys.find(path);
  if (found == keys.end()) return "";
  const std::vector<PlausibleNumber>& numbers = found->second;
  const bool single = numbers.front().path == path;
  const std::string text = single ? span_text(numbers.front()) : list_text(numbers, field);
  return text + (numbers.front().scale == Scale::log ? ", on a logarithmic scale" : "");
}

}  // namespace orgsim

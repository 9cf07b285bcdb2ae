#include "engine/plausible.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"
#include "engine/numbers.hpp"

namespace orgsim {

namespace {

struct DefaultEntry {
  std::size_t number;
  double value;
};

// What a key holds by default, number by number; nothing where it is no number.
std::vector<DefaultEntry> entries_of(double value) {
  return {{0, value}};
}
std::vector<DefaultEntry> entries_of(std::int64_t value) {
  return {{0, static_cast<double>(value)}};
}
std::vector<DefaultEntry> entries_of(const std::vector<double>& list) {
  std::vector<DefaultEntry> entries;
  for (std::size_t i = 0; i < list.size(); ++i) entries.push_back({i, list[i]});
  return entries;
}
template <class Index>
std::vector<DefaultEntry> entries_of(const Per<Index>& list) {
  return entries_of(std::vector<double>(list.begin(), list.end()));
}
std::vector<DefaultEntry> entries_of(const ExceptMarketing& list) {
  std::vector<DefaultEntry> entries = entries_of(list.value);
  entries.erase(entries.begin() + static_cast<int>(Department::marketing));
  return entries;
}
template <class Other>
std::vector<DefaultEntry> entries_of(const Other&) {
  return {};
}

template <class T>
constexpr bool is_single = std::is_same_v<T, double> || std::is_same_v<T, std::int64_t>;

double width_of(Ranges ranges) {
  switch (ranges) {
    case Ranges::narrow:
      return 0.5;
    case Ranges::wide:
      return 2;
    case Ranges::plausible:
      break;
  }
  return 1;
}

// Factors between two values of the same sign.
double factors(double from, double to) {
  return elementary::log(to / from);
}

// Takes the range so much wider about its middle, and keeps it within what the key may be.
void widen(PlausibleNumber& number, double width, const Range& hard) {
  if (number.scale == Scale::log) {
    const double reach = factors(number.low, number.high) / 2;
    const double middle = number.low * elementary::exp(reach);
    number.low = middle * elementary::exp(-reach * width);
    number.high = middle * elementary::exp(reach * width);
  } else {
    const double reach = (number.high - number.low) / 2;
    const double middle = number.low + reach;
    number.low = middle - reach * width;
    number.high = middle + reach * width;
  }
  number.low = std::max(number.low, hard.low);
  number.high = std::min(number.high, hard.high);
}

class Gatherer {
 public:
  explicit Gatherer(Ranges ranges) : ranges_(ranges) {}

  template <class Value>
  void add(const std::string& path, const Field& field, const Value& by_default) {
    const Plausible& plausible = field.plausible;
    for (const DefaultEntry& entry : entries_of(by_default)) {
      const bool moves = !field.has(Trait::sums_to_one) || entry.number == plausible.entry;
      const bool zero_stays = plausible.of == Plausible::Of::factor && entry.value == 0;
      if (!moves || zero_stays) continue;
      PlausibleNumber number = range_of(plausible, entry.value);
      number.key = path;
      number.path = is_single<Value> ? path : fmt::format("{}[{}]", path, entry.number);
      number.whole = std::is_same_v<Value, std::int64_t>;
      number.source = plausible.source;
      const bool is_share = plausible.of == Plausible::Of::share_of;
      if (is_share) number.share_of = joined_path(path.substr(0, path.rfind('.')), plausible.other);
      if (ranges_ != Ranges::plausible || plausible.of == Plausible::Of::factor)
        widen(number, width_of(ranges_), is_share ? range::share : field.range);
      numbers.push_back(std::move(number));
    }
  }

  std::vector<PlausibleNumber> numbers;

 private:
  static PlausibleNumber range_of(const Plausible& plausible, double by_default) {
    PlausibleNumber number;
    number.scale = plausible.scale;
    number.low = plausible.low;
    number.high = plausible.high;
    if (plausible.of != Plausible::Of::factor) return number;
    number.low *= by_default;
    number.high *= by_default;
    if (by_default < 0) std::swap(number.low, number.high);
    return number;
  }

  Ranges ranges_;
};

// The place of a number among those that it is a share of.
std::size_t place_of(const std::vector<PlausibleNumber>& numbers, const std::string& path) {
  const auto found = std::find_if(numbers.begin(), numbers.end(),
                                  [&](const PlausibleNumber& number) { return number.path == path; });
  require(found != numbers.end(), "what a plausible number is a share of is one too");
  return static_cast<std::size_t>(found - numbers.begin());
}

double unit_of(const PlausibleNumber& number, double value) {
  const double held = std::clamp(value, number.low, number.high);
  const double u = number.scale == Scale::log ? factors(number.low, held) / factors(number.low, number.high)
                                              : (held - number.low) / (number.high - number.low);
  return std::clamp(u, 0.0, 1.0);
}

// Whole numbers are rounded from half a number below the range to half a number above it.
PlausibleNumber with_halves(PlausibleNumber number) {
  if (!number.whole || !number.share_of.empty() || number.scale == Scale::log) return number;
  number.low -= 0.5;
  number.high += 0.5;
  return number;
}

}  // namespace

std::vector<PlausibleNumber> plausible_numbers(Ranges ranges) {
  Gatherer gatherer(ranges);
  const Parameters by_default;
  walk(by_default, "", [&](const std::string& path, const Field& field, const auto& value) {
    if (field.plausible.of != Plausible::Of::nothing) gatherer.add(path, field, value);
  });
  return std::move(gatherer.numbers);
}

const std::set<std::string>& plausible_keys() {
  static const std::set<std::string> keys = [] {
    std::set<std::string> all;
    for (const PlausibleNumber& number : plausible_numbers()) all.insert(number.key);
    return all;
  }();
  return keys;
}

std::vector<double> plausible_values(const std::vector<PlausibleNumber>& numbers,
                                     std::span<const double> units) {
  std::vector<double> values(numbers.size());
  const auto settle = [&](std::size_t i, double of) {
    const PlausibleNumber& number = numbers[i];
    const PlausibleNumber range = with_halves(number);
    const double value = of * between(range.low, range.high, units[i], range.scale);
    const bool held = number.whole && number.share_of.empty();
    values[i] = number.whole ? std::round(value) : value;
    if (held) values[i] = std::clamp(values[i], std::ceil(number.low), std::floor(number.high));
  };
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (numbers[i].share_of.empty()) settle(i, 1);
  for (std::size_t i = 0; i < numbers.size(); ++i)
    if (!numbers[i].share_of.empty()) settle(i, values[place_of(numbers, numbers[i].share_of)]);
  return values;
}

std::vector<double> plausible_units(const std::vector<PlausibleNumber>& numbers,
                                    std::span<const double> values) {
  std::vector<double> units;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::string& of = numbers[i].share_of;
    const double whole = of.empty() ? 1 : values[place_of(numbers, of)];
    units.push_back(unit_of(with_halves(numbers[i]), values[i] / whole));
  }
  return units;
}

}  // namespace orgsim

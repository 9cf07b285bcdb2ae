#include "engine/numbers.hpp"

#include <algorithm>
#include <cmath>

#include "core/elementary.hpp"

namespace orgsim {

namespace {

struct NewNumber {
  std::optional<std::size_t> entry;
  double value = 0;
  std::vector<std::size_t> held;  // entries of the same list that have their new values already
};

template <class T>
struct NumberOf {
  static constexpr bool is = false;
};
template <>
struct NumberOf<double> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(double) { return {}; }
  static void set(double& target, const Field&, const NewNumber& number) { target = number.value; }
};
template <>
struct NumberOf<std::int64_t> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(std::int64_t) { return {}; }
  static void set(std::int64_t& target, const Field&, const NewNumber& number) {
    target = std::llround(number.value);
  }
};
template <>
struct NumberOf<Schedule> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(const Schedule&) { return {}; }
  static void set(Schedule& target, const Field&, const NewNumber& number) {
    target.knots = {{0, number.value}};
  }
};

// Shares sum to 1 also when some of them are given other values. Those that are held stay, as long as there
// is room for them.
template <class List>
void make_room(List& list, const NewNumber& number) {
  const auto size = static_cast<std::size_t>(list.size());
  const std::size_t entry = number.entry.value();
  double room = 1 - number.value;
  for (const std::size_t one : number.held) room -= one == entry ? 0 : list[one];
  const bool hold = room >= 0;
  if (!hold) room = 1 - number.value;
  std::vector<std::size_t> moved;
  double others = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (i == entry || (hold && std::ranges::find(number.held, i) != number.held.end())) continue;
    moved.push_back(i);
    others += list[i];
  }
  for (const std::size_t i : moved)
    list[i] = others > 0 ? list[i] * room / others : room / static_cast<double>(moved.size());
}
template <class List>
void set_entry(List& list, const Field& field, const NewNumber& number) {
  if (field.has(Trait::sums_to_one)) make_room(list, number);
  list[number.entry.value()] = number.value;
}

template <>
struct NumberOf<std::vector<double>> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(const std::vector<double>& list) { return list.size(); }
  static void set(std::vector<double>& target, const Field& field, const NewNumber& number) {
    set_entry(target, field, number);
  }
};
// A list by names has an operator[] for names alone.
template <class Index>
struct NumberOf<Per<Index>> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(const Per<Index>&) { return count_of<Index>; }
  static void set(Per<Index>& target, const Field& field, const NewNumber& number) {
    std::vector<double> list(target.begin(), target.end());
    set_entry(list, field, number);
    std::copy(list.begin(), list.end(), target.begin());
  }
};
template <>
struct NumberOf<ExceptMarketing> {
  static constexpr bool is = true;
  static std::optional<std::size_t> entries(const ExceptMarketing&) { return count_of<Department>; }
  static void set(ExceptMarketing& target, const Field& field, const NewNumber& number) {
    NumberOf<PerDepartment>::set(target.value, field, number);
  }
};
template <class T>
struct NumberOf<std::optional<T>> {
  static constexpr bool is = NumberOf<T>::is;
  static std::optional<std::size_t> entries(const std::optional<T>& target) {
    return NumberOf<T>::entries(target.value_or(T{}));
  }
  static void set(std::optional<T>& target, const Field& field, const NewNumber& number) {
    if (!target) target.emplace();
    NumberOf<T>::set(*target, field, number);
  }
};

template <class T>
constexpr bool is_whole = std::is_same_v<T, std::int64_t> || std::is_same_v<T, std::optional<std::int64_t>>;

std::optional<double> value_of(double number, std::optional<std::size_t>) {
  return number;
}
std::optional<double> value_of(std::int64_t number, std::optional<std::size_t>) {
  return static_cast<double>(number);
}
std::optional<double> value_of(const std::vector<double>& list, std::optional<std::size_t> entry) {
  if (!entry || *entry >= list.size()) return std::nullopt;
  return list[*entry];
}
template <class Index>
std::optional<double> value_of(const Per<Index>& list, std::optional<std::size_t> entry) {
  return value_of(std::vector<double>(list.begin(), list.end()), entry);
}
std::optional<double> value_of(const ExceptMarketing& list, std::optional<std::size_t> entry) {
  return value_of(list.value, entry);
}
// Of what is no number, or changes over the weeks.
template <class Other>
std::optional<double> value_of(const Other&, std::optional<std::size_t>) {
  return std::nullopt;
}
template <class T>
std::optional<double> value_of(const std::optional<T>& number, std::optional<std::size_t> entry) {
  return number ? value_of(*number, entry) : std::nullopt;
}

// From now on the firm has the key for itself, as it was for all.
void make_own(Scenario& scenario, const FirmKey& key) {
  FirmEntry& firm = scenario.firms[key.firm];
  if (!firm.overridden.insert(key.name).second) return;
  seek(scenario.parameters.firm, key.name, [&]<class T>(const Field&, const T& shared) {
    seek(firm.overrides, key.name, [&]<class U>(const Field&, U& own) {
      if constexpr (std::is_same_v<T, U>) own = shared;
    });
  });
}

}  // namespace

double between(double low, double high, double t, Scale scale) {
  if (t <= 0) return low;
  if (t >= 1) return high;
  if (scale == Scale::linear) return low + t * (high - low);
  return std::clamp(low * elementary::exp(t * elementary::log(high / low)), low, high);
}

NumberPath number_path(const std::string& path) {
  const std::size_t open = path.rfind('[');
  if (!path.ends_with(']') || open == std::string::npos) return {path, {}};
  const std::string digits = path.substr(open + 1, path.size() - open - 2);
  constexpr std::size_t most_digits = 9;
  const bool number = !digits.empty() && digits.size() <= most_digits &&
                      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!number) return {path, {}};
  return {path.substr(0, open), std::stoul(digits)};
}

void stop_drawing(Scenario& scenario, const std::string& path) {
  std::erase_if(scenario.drawn, [&](const DrawnKey& drawn) {
    return drawn.path == path || number_path(drawn.path).key == path;
  });
}

std::optional<NumberKey> find_number(const Scenario& scenario, const std::string& key) {
  std::optional<NumberKey> found;
  seek_key(scenario, key, [&]<class T>(const Field& field, const T& value) {
    if constexpr (NumberOf<T>::is) found = NumberKey{field, is_whole<T>, NumberOf<T>::entries(value)};
  });
  return found;
}

std::optional<double> number_at(const Scenario& scenario, const std::string& name) {
  const NumberPath path = number_path(name);
  std::optional<double> found;
  const auto read = [&](const Field&, const auto& value) { found = value_of(value, path.entry); };
  const std::optional<FirmKey> own = firm_key(scenario, path.key);
  if (own && !scenario.firms[own->firm].overridden.contains(own->name)) {
    seek(scenario.parameters.firm, own->name, read);
  } else {
    seek_key(scenario, path.key, read);
  }
  return found;
}

void set_numbers(Scenario& scenario, std::span<const std::string> paths, std::span<const double> values) {
  std::map<std::string, std::vector<std::size_t>> held;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const NumberPath path = number_path(paths[i]);
    std::vector<std::size_t>& before = held[path.key];
    if (const std::optional<FirmKey> key = firm_key(scenario, path.key)) make_own(scenario, *key);
    stop_drawing(scenario, paths[i]);
    const auto set = [number = NewNumber{path.entry, values[i], before}]<class T>(const Field& field,
                                                                                  T& target) {
      if constexpr (NumberOf<T>::is) NumberOf<T>::set(target, field, number);
    };
    require(seek_key(scenario, path.key, set), "a number that is set exists");
    if (path.entry) before.push_back(*path.entry);
  }
}

}  // namespace orgsim

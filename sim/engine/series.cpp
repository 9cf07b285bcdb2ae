#include "engine/series.hpp"

#include <algorithm>

#include "core/error.hpp"

namespace orgsim {

namespace {

std::vector<Quantity> those_in(Record record) {
  std::vector<Quantity> chosen;
  for (const Quantity& quantity : quantities()) {
    if (quantity.record == record) chosen.push_back(quantity);
  }
  return chosen;
}

}  // namespace

std::span<const Quantity> run_series() {
  static const std::vector<Quantity> series = those_in(Record::trajectories);
  return series;
}
std::span<const Quantity> audit_series() {
  static const std::vector<Quantity> series = those_in(Record::audit);
  return series;
}

RowLayout::RowLayout(std::size_t firms_, std::span<const Quantity> list)
    : firms(firms_), series(list.begin(), list.end()), offsets{0} {
  for (const Quantity& s : series) {
    offsets.push_back(offsets.back() + (s.extent == Extent::market ? 1 : firms * breadth_of(s.extent)));
  }
}

std::size_t RowLayout::index_of(std::string_view name) const {
  const auto found =
      std::find_if(series.begin(), series.end(), [&](const Quantity& s) { return s.name == name; });
  require(found != series.end(), "a series of this name is recorded");
  return static_cast<std::size_t>(found - series.begin());
}

void RowLayout::record(const World& world, double* row) const {
  for (const Quantity& s : series) {
    const double* numbers = s.numbers(world);
    if (s.extent == Extent::market) {
      *row++ = *numbers;
      continue;
    }
    const std::size_t breadth = breadth_of(s.extent);
    for (std::size_t f = 0; f < firms; ++f) {
      for (std::size_t i = 0; i < breadth; ++i) *row++ = numbers[place_of(breadth, i, f)];
    }
  }
}

}  // namespace orgsim

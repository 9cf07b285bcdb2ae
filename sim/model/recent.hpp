// The last few weekly values of a quantity.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace orgsim {

class Recent {
 public:
  Recent() = default;
  explicit Recent(std::size_t weeks) : values_(weeks) {}

  // Keeps `value` and returns the one it pushes out: the value of `weeks` calls ago, if there were so many.
  std::optional<double> push(double value) {
    std::optional<double> old;
    double& place = values_[pushed_ % values_.size()];
    if (pushed_ >= values_.size()) old = place;
    place = value;
    ++pushed_;
    return old;
  }

  // Of the values that are still kept.
  double sum() const {
    double total = 0;
    for (double value : values_) total += value;
    return total;
  }

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(values_);
    visit(pushed_);
  }

  bool operator==(const Recent&) const = default;

 private:
  std::vector<double> values_;
  std::size_t pushed_ = 0;
};

}  // namespace orgsim

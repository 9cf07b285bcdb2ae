// The last few weekly values of a quantity.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace orgsim {

class Recent {
 public:
  Recent() = default;
  explicit Recent(std::size_t weeks) : values_(weeks) {}

  // Keeps `value` and returns the one it pushes out: the value of `weeks` calls ago, if there were so many.
  std::optional<double> push(double value) {
    const double old = std::exchange(values_[next_], value);
    const bool was_full = full_;
    if (++next_ == values_.size()) {
      next_ = 0;
      full_ = true;
    }
    return was_full ? std::optional(old) : std::nullopt;
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
    visit(next_);
    visit(full_);
  }

  bool operator==(const Recent&) const = default;

 private:
  std::vector<double> values_;
  std::size_t next_ = 0;
  bool full_ = false;
};

}  // namespace orgsim

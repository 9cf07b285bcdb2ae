// A short array of numbers with one entry per enumerator, indexed by the enumerator and nothing else.
#pragma once

#include <Eigen/Core>
#include <initializer_list>

#include "core/names.hpp"

namespace orgsim {

template <class Index>
class Per : public Eigen::Array<double, static_cast<int>(count_of<Index>), 1> {
 public:
  using Base = Eigen::Array<double, static_cast<int>(count_of<Index>), 1>;
  using Base::operator=;

  Per() : Base(Base::Zero()) {}
  template <class Derived>
  Per(const Eigen::ArrayBase<Derived>& values) : Base(values) {}  // NOLINT(google-explicit-constructor)
  Per(std::initializer_list<double> values) : Base(Base::Zero()) {
    int i = 0;
    for (double value : values) (*this)(i++) = value;
  }

  static Per all(double value) { return Per(Base::Constant(value)); }

  double& operator[](Index i) { return (*this)(static_cast<int>(i)); }
  double operator[](Index i) const { return (*this)(static_cast<int>(i)); }

  // Eigen compares arrays entry by entry; as a value in a larger state one answer is wanted.
  friend bool operator==(const Per& a, const Per& b) {
    return (static_cast<const Base&>(a) == static_cast<const Base&>(b)).all();
  }
};

}  // namespace orgsim

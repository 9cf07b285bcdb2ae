// Numbers of all firms, so that an equation is written once for all of them: a row for each department, mode
// or channel, and a column for every four firms. The lanes beyond the last firm hold numbers that nobody
// looks at.
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <span>

#include "core/arithmetic.hpp"
#include "core/elementary.hpp"
#include "core/per.hpp"
#include "keys/market.hpp"
#include "keys/names.hpp"
#include "model/state/pack.hpp"

namespace orgsim {

constexpr int kMostPacks = static_cast<int>(kMostFirms / kVector);
constexpr Eigen::Index packs_of(std::size_t firms) {
  return static_cast<Eigen::Index>(whole_vectors(firms) / kVector);
}

// Row-major where there is one row, as Eigen wants.
template <int rows>
using Columns =
    Eigen::Array<Pack, rows, Eigen::Dynamic, rows == 1 ? Eigen::RowMajor : Eigen::ColMajor, rows, kMostPacks>;

template <class Array>
std::span<typename Array::Scalar> entries_of(Array& array) {
  return {array.data(), static_cast<std::size_t>(array.size())};
}

// Where an entry of a firm stands among them.
constexpr std::size_t place_of(std::size_t rows, std::size_t row, std::size_t firm) {
  return (firm / kVector * rows + row) * kVector + firm % kVector;
}

// What firms have so many of.
template <class Parent>
class OverFirms : public Parent {
 public:
  using Base = Parent;
  using Base::operator=;

  OverFirms(Eigen::Index rows, Eigen::Index packs) : Base(Base::Zero(rows, packs)) {}
  OverFirms(const OverFirms& other) : OverFirms(other.array()) {}
  OverFirms& operator=(const OverFirms&) = default;
  template <class Derived>
  OverFirms(const Eigen::ArrayBase<Derived>& values) : Base(values) {}  // NOLINT(google-explicit-constructor)

  const double* numbers() const { return reinterpret_cast<const double*>(this->data()); }

  friend bool operator==(const OverFirms& a, const OverFirms& b) {
    return a.rows() == b.rows() && a.cols() == b.cols() &&
           std::equal(a.data(), a.data() + a.size(), b.data());
  }

 protected:
  double& entry(std::size_t row, std::size_t firm) {
    return reinterpret_cast<double*>(
        this->data())[place_of(static_cast<std::size_t>(this->rows()), row, firm)];
  }
  double entry(std::size_t row, std::size_t firm) const {
    return numbers()[place_of(static_cast<std::size_t>(this->rows()), row, firm)];
  }
};

// One number for each firm.
class OfFirms : public OverFirms<Columns<1>> {
 public:
  using OverFirms::OverFirms;
  using OverFirms::operator=;
  OfFirms() : OverFirms(1, 0) {}
  explicit OfFirms(std::size_t firms) : OverFirms(1, packs_of(firms)) {}

  double& operator()(std::size_t firm) { return entry(0, firm); }
  double operator()(std::size_t firm) const { return entry(0, firm); }
};

// One number for each department, mode, channel or line of each firm.
template <class Index>
class By : public OverFirms<Columns<static_cast<int>(count_of<Index>)>> {
 public:
  using Over = OverFirms<Columns<static_cast<int>(count_of<Index>)>>;
  using Over::Over;
  using Over::operator=;
  By() : Over(count_of<Index>, 0) {}
  explicit By(std::size_t firms) : Over(count_of<Index>, packs_of(firms)) {}

  // Of all firms.
  auto operator[](Index i) { return this->row(static_cast<Eigen::Index>(i)); }
  auto operator[](Index i) const { return this->row(static_cast<Eigen::Index>(i)); }
  // Of one firm.
  double& operator()(Index i, std::size_t firm) { return this->entry(static_cast<std::size_t>(i), firm); }
  double operator()(Index i, std::size_t firm) const {
    return this->entry(static_cast<std::size_t>(i), firm);
  }
  Per<Index> of(std::size_t firm) const {
    Per<Index> values;
    for (const Index i : every<Index>()) values[i] = (*this)(i, firm);
    return values;
  }
  void set(std::size_t firm, const Per<Index>& values) {
    for (const Index i : every<Index>()) (*this)(i, firm) = values[i];
  }
};
using OfDepartments = By<Department>;
using OfModes = By<Mode>;
using OfChannels = By<Channel>;

// A row for each habit level.
class ByHabit : public OverFirms<Eigen::Array<Pack, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor,
                                              static_cast<int>(kMostHabitLevels), kMostPacks>> {
 public:
  using OverFirms::OverFirms;
  using OverFirms::operator=;
  ByHabit() : OverFirms(0, 0) {}
  ByHabit(std::size_t levels, std::size_t firms)
      : OverFirms(static_cast<Eigen::Index>(levels), packs_of(firms)) {}

  double& operator()(std::size_t habit, std::size_t firm) { return entry(habit, firm); }
  double operator()(std::size_t habit, std::size_t firm) const { return entry(habit, firm); }
};

// One number for each firm as a row for each department, mode or channel. The number must outlive it.
template <class Index>
auto in_each_row(const OfFirms& numbers) {
  return numbers.template replicate<static_cast<int>(count_of<Index>), 1>();
}

template <class Derived>
using Numbers = typename Eigen::ArrayBase<Derived>::PlainObject;

// Over the firms, in their order.
template <class Derived>
double sum(const Eigen::ArrayBase<Derived>& values, std::size_t firms) {
  const OfFirms all = values;
  double total = 0;
  for (std::size_t f = 0; f < firms; ++f) total += all(f);
  return total;
}
template <class Derived>
double largest(const Eigen::ArrayBase<Derived>& values, std::size_t firms) {
  const OfFirms all = values;
  double most = all(0);
  for (std::size_t f = 1; f < firms; ++f) most = std::max(most, all(f));
  return most;
}
// Whether each number is this one.
template <class Derived>
bool are_all(const Eigen::ArrayBase<Derived>& values, double number, std::size_t firms) {
  const OfFirms all = values;
  bool equal = true;
  for (std::size_t f = 0; f < firms; ++f) equal = equal && all(f) == number;
  return equal;
}

namespace arrays {

template <class Derived>
Pack entry(const Eigen::ArrayBase<Derived>& values, Eigen::Index row, Eigen::Index column) {
  return values.derived().coeff(row, column);
}
inline Pack entry(double number, Eigen::Index /*row*/, Eigen::Index /*column*/) {
  return number;
}

}  // namespace arrays

// Entries of `yes` where x > 0, of `no` elsewhere; both arrays, or numbers.
template <class Derived, class Yes, class No>
Numbers<Derived> where_positive(const Eigen::ArrayBase<Derived>& x, const Yes& yes, const No& no) {
  Numbers<Derived> chosen = x;
  for (Eigen::Index column = 0; column < chosen.cols(); ++column) {
    for (Eigen::Index row = 0; row < chosen.rows(); ++row) {
      Pack& one = chosen.coeffRef(row, column);
      one = where_positive(one, arrays::entry(yes, row, column), arrays::entry(no, row, column));
    }
  }
  return chosen;
}

namespace elementary {

template <class Derived>
Numbers<Derived> exp(const Eigen::ArrayBase<Derived>& z) {
  Numbers<Derived> all = z;
  for (auto& x : entries_of(all)) x = elementary::exp(x);
  return all;
}
template <class Derived>
Numbers<Derived> pow(const Eigen::ArrayBase<Derived>& z, double exponent) {
  Numbers<Derived> all = z;
  for (auto& x : entries_of(all)) x = elementary::pow(x, exponent);
  return all;
}
// With an exponent for each firm.
template <class Derived>
Numbers<Derived> pow(const Eigen::ArrayBase<Derived>& z, const OfFirms& exponent) {
  const bool alike = exponent.cols() == 1 && exponent.coeff(0, 0) == Pack(exponent(0));
  if (alike) return pow(z, exponent(0));
  Numbers<Derived> all = z;
  for (Eigen::Index column = 0; column < all.cols(); ++column) {
    for (Eigen::Index row = 0; row < all.rows(); ++row) {
      for (std::size_t i = 0; i < kVector; ++i) {
        double& x = all.coeffRef(row, column).lane[i];
        x = elementary::pow(x, exponent.coeff(0, column).lane[i]);
      }
    }
  }
  return all;
}
template <class Derived>
Numbers<Derived> logistic(const Eigen::ArrayBase<Derived>& z) {
  return 1 / (1 + elementary::exp(-z));
}

}  // namespace elementary

// Floored, so that it is finite.
template <class Derived>
Numbers<Derived> ln(const Eigen::ArrayBase<Derived>& z) {
  Numbers<Derived> all = z.max(kLogFloor);
  for (auto& x : entries_of(all)) x = elementary::log(x);
  return all;
}
template <class A, class B>
auto ratio(const Eigen::ArrayBase<A>& numerator, const Eigen::ArrayBase<B>& denominator) {
  return numerator / denominator.max(kRatioFloor);
}
template <class Derived>
auto clip(const Eigen::ArrayBase<Derived>& z, double low, double high) {
  return z.max(low).min(high);
}

}  // namespace orgsim

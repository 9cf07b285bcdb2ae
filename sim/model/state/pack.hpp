// Four firms side by side, as one number that Eigen's expressions are made of: what an equation says is done
// for all four at once, on the vectors that the processor has. (Loops over three firms take longer than what
// is done in them.)
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstddef>

#include "core/elementary.hpp"
#include "core/vectors.hpp"

namespace orgsim {

struct alignas(kVector * sizeof(double)) Pack {
  double lane[kVector];  // NOLINT(*-avoid-c-arrays)

  Pack() = default;
  Pack(double number) {  // NOLINT(google-explicit-constructor): 1 - x
    store_vector(Vector{} + number, lane);
  }
  // As whole vectors: halves that were just stored are not ready to be loaded as one.
  [[gnu::always_inline]] Pack(const Pack& other) { *this = other; }
  [[gnu::always_inline]] Pack& operator=(const Pack& other) {
    Vector all;
    load_vector(other.lane, all);
    store_vector(all, lane);
    return *this;
  }
};

namespace pack {

// By what is done to the whole vector of `a`, in place: how a vector is returned depends on the instruction
// set.
template <class Do>
[[gnu::always_inline]] inline Pack made(const Pack& a, const Pack& b, const Do& what) {
  Vector x;
  Vector y;
  Pack result;
  load_vector(a.lane, x);
  load_vector(b.lane, y);
  what(x, y);
  store_vector(x, result.lane);
  return result;
}

}  // namespace pack

[[gnu::always_inline]] inline Pack operator+(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x += y; });
}
[[gnu::always_inline]] inline Pack operator-(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x -= y; });
}
[[gnu::always_inline]] inline Pack operator*(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x *= y; });
}
[[gnu::always_inline]] inline Pack operator/(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x /= y; });
}
[[gnu::always_inline]] inline Pack operator-(const Pack& a) {
  return pack::made(a, a, [](Vector& x, const Vector&) { x = -x; });
}
[[gnu::always_inline]] inline Pack& operator+=(Pack& a, const Pack& b) {
  return a = a + b;
}
[[gnu::always_inline]] inline Pack& operator-=(Pack& a, const Pack& b) {
  return a = a - b;
}
[[gnu::always_inline]] inline Pack& operator*=(Pack& a, const Pack& b) {
  return a = a * b;
}
[[gnu::always_inline]] inline Pack& operator/=(Pack& a, const Pack& b) {
  return a = a / b;
}

// As std::max and std::min have it, lane by lane.
[[gnu::always_inline]] inline Pack max(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x = x < y ? y : x; });
}
[[gnu::always_inline]] inline Pack min(const Pack& a, const Pack& b) {
  return pack::made(a, b, [](Vector& x, const Vector& y) { x = y < x ? y : x; });
}
[[gnu::always_inline]] inline Pack abs(const Pack& a) {
  return pack::made(a, a, [](Vector& x, const Vector&) { x = x < 0 ? -x : x; });
}
inline Pack sqrt(const Pack& a) {
  Pack result;
  for (std::size_t i = 0; i < kVector; ++i) result.lane[i] = std::sqrt(a.lane[i]);
  return result;
}
// `a` in the lanes where x > 0, `b` in the others.
[[gnu::always_inline]] inline Pack where_positive(const Pack& x, const Pack& a, const Pack& b) {
  Vector sign;
  Vector yes;
  Vector no;
  Pack result;
  load_vector(x.lane, sign);
  load_vector(a.lane, yes);
  load_vector(b.lane, no);
  store_vector(sign > 0 ? yes : no, result.lane);
  return result;
}
inline bool operator==(const Pack& a, const Pack& b) {
  bool equal = true;
  for (std::size_t i = 0; i < kVector; ++i) equal = equal && a.lane[i] == b.lane[i];
  return equal;
}

// To be called with the namespace, lest Eigen's own functions of these names are meant.
namespace elementary {

[[gnu::always_inline]] inline Pack exp(const Pack& x) {
  return pack::made(x, x, [](Vector& y, const Vector&) { take_exp(y); });
}
[[gnu::always_inline]] inline Pack log(const Pack& x) {
  return pack::made(x, x, [](Vector& y, const Vector&) { take_log(y); });
}
[[gnu::always_inline]] inline Pack pow(const Pack& x, double exponent) {
  return pack::made(x, x, [=](Vector& y, const Vector&) { take_pow(y, exponent); });
}

}  // namespace elementary

}  // namespace orgsim

namespace Eigen {

template <>
struct NumTraits<orgsim::Pack> : GenericNumTraits<double> {
  using Real = orgsim::Pack;
  using NonInteger = orgsim::Pack;
  using Nested = orgsim::Pack;
  using Literal = orgsim::Pack;
  enum {
    IsComplex = 0,
    IsInteger = 0,
    IsSigned = 1,
    RequireInitialization = 1,  // lest they are copied as bytes, not as vectors
    ReadCost = 1,
    AddCost = 1,
    MulCost = 1
  };
};

}  // namespace Eigen

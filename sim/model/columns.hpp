// A column of numbers for each firm, so that an exponential or logarithm of all of them is taken at once.
#pragma once

#include <Eigen/Core>
#include <span>

#include "core/vectors.hpp"
#include "keys/market.hpp"

namespace orgsim {

template <std::size_t Rows>
using Columns = Eigen::Array<double, static_cast<int>(Rows), Eigen::Dynamic,
                             Rows == 1 ? Eigen::RowMajor : Eigen::ColMajor, static_cast<int>(Rows),
                             static_cast<int>(kMostFirms)>;

// Room for `firms` columns, without values, and for as many more, of ones, as make whole vectors.
template <std::size_t Rows>
Columns<Rows> columns_for(std::size_t firms) {
  std::size_t columns = firms;
  while (columns * Rows % kVector != 0) ++columns;
  Columns<Rows> all(static_cast<Eigen::Index>(Rows), static_cast<Eigen::Index>(columns));
  all.rightCols(static_cast<Eigen::Index>(columns - firms)).setOnes();
  return all;
}
static_assert(kMostFirms % kVector == 0);

template <class Array>
std::span<double> numbers_of(Array& array) {
  return {array.data(), static_cast<std::size_t>(array.size())};
}

}  // namespace orgsim

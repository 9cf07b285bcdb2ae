// A column of numbers for each firm, so that an exponential or logarithm of all of them is taken at once.
#pragma once

#include <Eigen/Core>
#include <span>

#include "model/parameters/market.hpp"

namespace orgsim {

template <std::size_t Rows>
using Columns = Eigen::Array<double, static_cast<int>(Rows), Eigen::Dynamic,
                             Rows == 1 ? Eigen::RowMajor : Eigen::ColMajor, static_cast<int>(Rows),
                             static_cast<int>(kMostFirms)>;

// Room for `firms` columns, without values.
template <std::size_t Rows>
Columns<Rows> columns_for(std::size_t firms) {
  return Columns<Rows>(static_cast<Eigen::Index>(Rows), static_cast<Eigen::Index>(firms));
}

template <class Array>
std::span<double> numbers_of(Array& array) {
  return {array.data(), static_cast<std::size_t>(array.size())};
}

}  // namespace orgsim

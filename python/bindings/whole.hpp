// Whole numbers as arguments: a complaint names the argument, where pybind11's lists every signature.
#pragma once

#include <fmt/format.h>
#include <pybind11/pybind11.h>

#include <cstdint>
#include <optional>
#include <string>

#include "core/error.hpp"

namespace orgsim::python {

// What Python gave: a whole number, or else how Python writes it.
struct Whole {
  std::int64_t number = 0;
  std::string other;

  // Throws InputError unless it is a whole number in this range.
  std::int64_t within(const char* argument, std::int64_t least, std::int64_t most) const {
    if (other.empty() && number >= least && number <= most) return number;
    throw InputError(Problem{{},
                             argument,
                             other.empty() ? fmt::format("{} is out of range", number)
                                           : fmt::format("{} is no whole number", other),
                             fmt::format("a whole number from {} to {}", least, most)});
  }
};

}  // namespace orgsim::python

namespace pybind11::detail {

template <>
struct type_caster<orgsim::python::Whole> {
  PYBIND11_TYPE_CASTER(orgsim::python::Whole, const_name("typing.SupportsIndex"));

  bool load(handle source, bool /*convert*/) {
    int overflow = 0;
    if (PyIndex_Check(source.ptr()) != 0 && PyBool_Check(source.ptr()) == 0) {
      const auto index = reinterpret_steal<object>(PyNumber_Index(source.ptr()));
      if (!index) throw error_already_set();
      value.number = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
      if (overflow == 0) return true;
    }
    value.other = repr(source).cast<std::string>();
    return true;
  }
};

}  // namespace pybind11::detail

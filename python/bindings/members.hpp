// The values of a scenario's keys between Python and the members that hold them.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "bindings/values.hpp"
#include "engine/scenario.hpp"

namespace orgsim::python {

// The Python type of what a field holds; `Drawn` where a distribution may stand for it. `Given` and
// `GivenDrawn` are what it is set from, where that is more.
using DrawnNumber = py::typing::Union<double, Distribution>;
using DrawnWhole = py::typing::Union<std::int64_t, Distribution>;
using Knots = py::typing::Tuple<py::typing::Tuple<double, double>, py::ellipsis>;

template <class Value>
struct PythonType {  // texts and choices
  using Plain = py::str;
  using Drawn = py::str;
};
template <>
struct PythonType<double> {
  using Plain = double;
  using Drawn = DrawnNumber;
};
template <>
struct PythonType<std::int64_t> {
  using Plain = std::int64_t;
  using Drawn = DrawnWhole;
};
template <>
struct PythonType<bool> {
  using Plain = bool;
  using Drawn = bool;
};
template <>
struct PythonType<std::vector<double>> {
  using Plain = py::typing::Tuple<double, py::ellipsis>;
  using Drawn = py::typing::Tuple<DrawnNumber, py::ellipsis>;
  using Given = py::typing::Iterable<double>;
  using GivenDrawn = py::typing::Iterable<DrawnNumber>;
};
template <class Word>
struct PythonType<std::vector<Word>> {  // several of them
  using Plain = py::typing::Tuple<py::str, py::ellipsis>;
  using Drawn = Plain;
  using Given = py::typing::Iterable<py::str>;
  using GivenDrawn = Given;
};
template <class Index>
struct PythonType<Per<Index>> : PythonType<std::vector<double>> {};
template <>
struct PythonType<ExceptMarketing> {
  using Plain = py::typing::Tuple<py::typing::Union<double, py::str, Distribution>, py::ellipsis>;
  using Drawn = Plain;
  using Given = py::typing::Iterable<py::typing::Union<double, py::str, Distribution>>;
  using GivenDrawn = Given;
};
template <>
struct PythonType<Schedule> {
  using Plain = Knots;
  using Drawn = Knots;
  using Given = py::typing::Union<py::typing::Iterable<py::typing::Iterable<double>>,
                                  py::typing::Dict<py::str, py::str>>;
  using GivenDrawn = Given;
};
template <class Value>
constexpr auto given_type() {
  if constexpr (requires { typename PythonType<Value>::Given; }) {
    return std::type_identity<typename PythonType<Value>::Given>();
  } else {
    return std::type_identity<typename PythonType<Value>::Plain>();
  }
}
template <class Value>
constexpr auto given_drawn_type() {
  if constexpr (requires { typename PythonType<Value>::GivenDrawn; }) {
    return std::type_identity<typename PythonType<Value>::GivenDrawn>();
  } else {
    return std::type_identity<typename PythonType<Value>::Drawn>();
  }
}

template <class T>
struct PythonType<std::optional<T>> {
  using Plain = py::typing::Optional<typename PythonType<T>::Plain>;
  using Drawn = py::typing::Optional<typename PythonType<T>::Drawn>;
  using Given = py::typing::Optional<typename decltype(given_type<T>())::type>;
  using GivenDrawn = py::typing::Optional<typename decltype(given_drawn_type<T>())::type>;
};

// Any object, in annotations called as T: what is wrong with it is said in the package's own words.
template <class T>
class Given : public py::object {
 public:
  using py::object::object;
  explicit Given(py::object value) : py::object(std::move(value)) {}
  static bool check_(py::handle value) { return value.ptr() != nullptr; }
};

// A key as Python sees it, at its place in a scenario; `path` is where messages and draws know it.
class MemberReader {
 public:
  MemberReader(const Scenario& scenario, const std::string& path) : scenario_(scenario), path_(path) {}

  template <class Value>
  py::object read(const Value& value) const {
    if (!scenario_.drawn.empty()) {
      if (const Distribution* distribution = drawn(path_)) return py::cast(*distribution);
    }
    return plain(value);
  }

 private:
  static py::object plain(double value) { return py::float_(value); }
  static py::object plain(std::int64_t value) { return py::int_(value); }
  static py::object plain(bool value) { return py::bool_(value); }
  static py::object plain(const std::string& value) { return py::str(value); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  static py::object plain(Enum value) {
    return py::str(std::string(name_of(value)));
  }
  template <class T>
  py::object plain(const std::optional<T>& value) const {
    return value ? plain(*value) : py::none();
  }
  template <class Word>
    requires std::is_enum_v<Word> || std::is_same_v<Word, std::string>
  py::object plain(const std::vector<Word>& words) const {
    py::tuple names(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) names[i] = plain(words[i]);
    return names;
  }
  py::object plain(const std::vector<double>& values) const {
    return numbers(values.data(), values.size(), values.size());
  }
  template <class Index>
  py::object plain(const Per<Index>& values) const {
    return numbers(values.data(), count_of<Index>, count_of<Index>);
  }
  py::object plain(const ExceptMarketing& values) const {
    return numbers(values.value.data(), count_of<Department>,
                   static_cast<std::size_t>(Department::marketing));
  }
  static py::object plain(const Schedule& schedule);

  // A tuple; a dash stands for the entry `dash`.
  py::object numbers(const double* values, std::size_t size, std::size_t dash) const;
  const Distribution* drawn(const std::string& path) const;

  const Scenario& scenario_;
  const std::string& path_;
};

}  // namespace orgsim::python

// How annotations call it.
template <class T>
struct pybind11::detail::handle_type_name<orgsim::python::Given<T>> {
  static constexpr auto name = make_caster<T>::name;
};

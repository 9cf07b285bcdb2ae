// Parts of a scenario as Python objects whose attributes are its keys.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "bindings/members.hpp"
#include "report/describe.hpp"
#include "scenario/files.hpp"
#include "scenario/text/by_member.hpp"
#include "scenario/text/by_path.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim::python {

// A copy of what was run: to change it would change nothing.
struct FixedScenario : Scenario {
  std::string why;  // and what to do instead

  FixedScenario(Scenario scenario, std::string why_) : Scenario(std::move(scenario)), why(std::move(why_)) {}
};

// Throws AttributeError if the scenario is fixed.
void expect_changeable(py::handle scenario);

// What stands under `path` in a scenario, which is kept alive.
struct Part {
  py::object owner;
  Scenario* scenario;  // the owner's
  std::string path;

  Part(py::object owner_, std::string path_)
      : owner(std::move(owner_)), scenario(&owner.cast<Scenario&>()), path(std::move(path_)) {}

  std::string key(std::string_view name) const { return joined_path(path, name); }
  // Throws LookupError if it is a firm or a strategy that has been removed.
  void expect_there() const;
  py::typing::Dict<py::str, py::object> to_dict() const;
};

// Sets a text that must be there.
void set_text(Scenario& scenario, std::string& text, const std::string& path,
              const std::optional<Node>& given);

// One Python class per struct of the field lists.
template <class Struct>
struct PartOf : Part {
  using Part::Part;
};
using FirmPart = PartOf<FirmEntry>;
using StrategyPart = PartOf<Strategy>;

// The firm or strategy that a part is. Throws LookupError if it has been removed.
FirmEntry& firm_of(const Part& part);
Strategy& strategy_of(const Part& part);

// Throws AttributeError with what may have been meant.
[[noreturn]] void raise_unknown(py::handle self, const std::string& name);

// The same for what cannot be assigned: unknown, or a section. Returns if it is neither.
void raise_unassignable(py::handle self, const std::string& name);

// How to find a key's member: its place in the struct that its part is, or is a section of.
struct MemberPlace {
  std::ptrdiff_t offset;

  template <class Value, class Root>
  Value& in(Root& root) const {
    return *reinterpret_cast<Value*>(reinterpret_cast<std::byte*>(&root) + offset);
  }
};
template <class Root, class Value>
MemberPlace place_of(const Root& root, const Value& member) {
  return {reinterpret_cast<const std::byte*>(&member) - reinterpret_cast<const std::byte*>(&root)};
}

// What is given for a key, as lists and numbers: a schedule may be a Series or DataFrame of pandas.
template <class Value>
py::object plain_value(py::handle given) {
  if constexpr (std::is_same_v<Value, Schedule>) {
    if (py::hasattr(given, "iloc")) return py::module_::import("orgsim.schedules").attr("schedule")(given);
  }
  return py::reinterpret_borrow<py::object>(given);
}

// A key of the parameters, or of a strategy.
template <class Value>
struct Member {
  Field field;
  MemberPlace place;

  static Parameters& root(const Part& part) { return part.scenario->parameters; }
  static Strategy& root(const StrategyPart& part) { return strategy_of(part); }

  template <class Class>
  py::object get(const Class& self) const {
    const Value& value = place.in<Value>(root(self));
    return MemberReader(*self.scenario, self.key(field.name)).read(value);
  }
  template <class Class>
  void set(const Class& self, py::handle given) const {
    if (set_plainly(*self.scenario, place.in<Value>(root(self)), field, given)) return;
    const std::string path = self.key(field.name);
    // This may run Python code, which may move what the scenario holds: only then is the member looked for.
    const std::optional<Node> node = to_node(plain_value<Value>(given), path);
    Value& value = place.in<Value>(root(self));
    if (node) {
      assign_member(*self.scenario, value, field, path, *node, disk());
    } else {
      drop_member(*self.scenario, value, path);
    }
  }

  // The shortest way for what is nearly always given: a number in range. Other keys follow from none of them;
  // those in which worlds differ are noted.
  static bool set_plainly(const Scenario& scenario, Value& value, const Field& field, py::handle given) {
    if constexpr (std::is_same_v<Value, double>) {
      const bool noted = field.plausible.of != Plausible::Of::nothing;
      if (noted || !scenario.drawn.empty() || PyFloat_CheckExact(given.ptr()) == 0) return false;
      const double number = PyFloat_AS_DOUBLE(given.ptr());
      if (!field.range.holds(number)) return false;
      value = number;
      return true;
    }
    return false;
  }
};

// A key of a firm: what holds for it, its own or not. None lets what holds for all hold again.
template <class Value>
struct FirmMember {
  Field field;
  MemberPlace place;  // in FirmParameters
  std::string home;   // the path of what holds for all

  py::object get(const FirmPart& self) const {
    FirmEntry& firm = firm_of(self);
    const bool own = firm.overridden.contains(std::string(field.name));
    const std::string path = own ? self.key(field.name) : home;
    FirmParameters& root = own ? firm.overrides : self.scenario->parameters.firm;
    return MemberReader(*self.scenario, path).read(place.in<Value>(root));
  }
  void set(const FirmPart& self, py::handle given) const {
    const std::string path = self.key(field.name);
    const std::optional<Node> node =
        to_node(plain_value<Value>(given), path);  // may run Python code, as above
    FirmEntry& firm = firm_of(self);
    if (node) {
      assign_member(*self.scenario, place.in<Value>(firm.overrides), field, path, *node, disk());
      firm.overridden.insert(std::string(field.name));
    } else {
      drop_override(firm, std::string(field.name));
      redraw(*self.scenario, path, {});
    }
  }
};

// A property whose signature says `Type`, set from `GivenType`.
template <class Type, class GivenType, class Class, class AnyMember>
void define_typed(Class& part, std::string_view key, const AnyMember& member, const std::string& doc) {
  using Self = typename Class::type;
  const auto get = [member](const Self& self) { return Given<Type>(member.get(self)); };
  const auto set = [member](const Self& self, const Given<GivenType>& value) { member.set(self, value); };
  part.def_property(std::string(key).c_str(), get, set, doc.c_str());
}

template <class Value, class Class, class AnyMember>
void define_member_key(Class& part, const Field& field, const AnyMember& member, const std::string& doc) {
  if (field.drawable()) {
    define_typed<typename PythonType<Value>::Drawn, typename decltype(given_drawn_type<Value>())::type>(
        part, field.name, member, doc);
  } else {
    define_typed<typename PythonType<Value>::Plain, typename decltype(given_type<Value>())::type>(
        part, field.name, member, doc);
  }
}

// The scenario that something is a part of, or is.
inline py::handle scenario_of(py::handle, const Part& part) {
  return part.owner;
}
inline py::handle scenario_of(py::handle self, const Scenario&) {
  return self;
}

// Lets wrong names of attributes be answered with the right one, and what is fixed not be assigned to.
template <class Class>
void suggest_attributes(Class& type) {
  using Self = typename Class::type;
  type.def("__getattr__",
           [](const py::object& self, const std::string& name) -> py::object { raise_unknown(self, name); });
  type.def("__setattr__", [](py::handle self, py::handle name, py::handle value) {
    expect_changeable(scenario_of(self, self.cast<const Self&>()));
    if (PyObject_GenericSetAttr(self.ptr(), name.ptr(), value.ptr()) == 0) return;
    const py::error_already_set error;
    if (error.matches(PyExc_AttributeError)) raise_unassignable(self, name.cast<std::string>());
    throw error;
  });
}

}  // namespace orgsim::python

// Defines Python classes from the field lists: a property for every key, a class for every section.
#pragma once

#include <fmt/format.h>

#include <map>
#include <string>

#include "bindings/sections.hpp"

namespace orgsim::python {

// What each key means, by its path.
using Docs = std::map<std::string, std::string>;

// "market.choice" is the class MarketChoice.
std::string class_name(const std::string& path);

template <class Struct>
auto make_part(py::module_& m, const std::string& name, const std::string& doc) {
  py::class_<PartOf<Struct>, Part> part(m, name.c_str(), doc.c_str());
  return part;
}

// Defines the properties of one struct's field list, and a class for each section below it. `root` is the
// whole that the members lie in: Parameters, or a Strategy.
template <class Class, class Root>
class Definer {
 public:
  Definer(py::module_& m, Class& part, std::string path, const Docs& docs, const Root& root)
      : m_(m), part_(part), path_(std::move(path)), docs_(docs), root_(root) {}

  template <class Value>
  void operator()(const Field& field, const Value& value) {
    const Member<Value> member{field, place_of(root_, value)};
    define_member_key<Value>(part_, field, member, docs_.at(joined_path(path_, field.name)));
  }

  template <class Nested>
  void operator()(const Section& section, Nested&& nested) {
    using Struct = std::remove_cvref_t<Nested>;
    const std::string path = joined_path(path_, section.name);
    auto inner = make_part<Struct>(m_, class_name(path), fmt::format("[{}] {}.", path, section.meaning));
    Definer<decltype(inner), Root> definer(m_, inner, path, docs_, root_);
    if constexpr (requires { nested.list(definer); }) {
      nested.list(definer);
    } else {
      nested.fields(nested, definer);
    }
    const std::string name(section.name);
    using Owner = typename Class::type;
    part_.def_property_readonly(
        name.c_str(),
        [path](const py::object& self) {
          if constexpr (std::is_base_of_v<Part, Owner>) {
            return PartOf<Struct>{self.cast<const Owner&>().owner, path};
          } else {
            return PartOf<Struct>{self, path};
          }
        },
        std::string(section.meaning).c_str());
  }

 private:
  py::module_& m_;
  Class& part_;
  std::string path_;
  const Docs& docs_;
  const Root& root_;
};

}  // namespace orgsim::python

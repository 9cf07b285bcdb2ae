// Visiting every key of a field list with its full path.
#pragma once

#include <string>
#include <utility>

#include "core/field.hpp"

namespace orgsim {

// A section that gathers the keys of several structs under one name: `list(visitor)` visits them.
template <class List>
struct Gathered {
  List list;
};
template <class List>
Gathered(List) -> Gathered<List>;

// Calls on_field(path, field, value) for every key, and on_section(path, section) before the keys of each
// section.
template <class OnField, class OnSection>
class Walker {
 public:
  Walker(std::string path, OnField& on_field, OnSection& on_section)
      : path_(std::move(path)), on_field_(on_field), on_section_(on_section) {}

  template <class Value>
  void operator()(const Field& field, Value& value) {
    on_field_(joined_path(path_, field.name), field, value);
  }

  template <class Nested>
  void operator()(const Section& section, Nested&& nested) {
    Walker inner(joined_path(path_, section.name), on_field_, on_section_);
    on_section_(inner.path_, section);
    if constexpr (requires { nested.list(inner); }) {
      nested.list(inner);
    } else {
      nested.fields(nested, inner);
    }
  }

 private:
  std::string path_;
  OnField& on_field_;
  OnSection& on_section_;
};

// Walks `root`'s field list; `path` is what its keys' names are joined to.
template <class Root, class OnField, class OnSection>
void walk(Root& root, const std::string& path, OnField on_field, OnSection on_section) {
  Walker<OnField, OnSection> walker(path, on_field, on_section);
  Root::fields(root, walker);
}

template <class Root, class OnField>
void walk(Root& root, const std::string& path, OnField on_field) {
  walk(root, path, on_field, [](const std::string&, const Section&) {});
}

}  // namespace orgsim

// Visiting every key of a field list with its full path.
#pragma once

#include <string>
#include <string_view>
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

// Looks for the key of one path without going through the others.
template <class OnField>
class Seeker {
 public:
  Seeker(std::string_view path, OnField& on_field) : path_(path), on_field_(on_field) {}

  bool found() const { return found_; }

  template <class Value>
  void operator()(const Field& field, Value& value) {
    if (found_ || path_ != field.name) return;
    found_ = true;
    on_field_(field, value);
  }

  template <class Nested>
  void operator()(const Section& section, Nested&& nested) {
    const std::string_view name = section.name;
    if (found_ || !path_.starts_with(name) || path_.substr(name.size(), 1) != ".") return;
    Seeker inner(path_.substr(name.size() + 1), on_field_);
    if constexpr (requires { nested.list(inner); }) {
      nested.list(inner);
    } else {
      nested.fields(nested, inner);
    }
    found_ = inner.found_;
  }

 private:
  std::string_view path_;
  OnField& on_field_;
  bool found_ = false;
};

// Calls on_field(field, value) for the key at `path` of `root`'s field list; false if there is none.
template <class Root, class OnField>
bool seek(Root& root, std::string_view path, OnField on_field) {
  Seeker<OnField> seeker(path, on_field);
  Root::fields(root, seeker);
  return seeker.found();
}

}  // namespace orgsim

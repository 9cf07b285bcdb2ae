// The type of a key in words and in JSON Schema: one overload per type of the field lists.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

struct KeyType {
  std::string words;
  nlohmann::ordered_json schema;
  bool numeric = false;  // a distribution may stand for the value, or for its entries
};

KeyType key_type(const double& value, const Field& field);
KeyType key_type(const std::int64_t& value, const Field& field);
KeyType key_type(const bool& value, const Field& field);
KeyType key_type(const std::string& value, const Field& field);
KeyType key_type(const std::vector<double>& value, const Field& field);
KeyType key_type(const std::vector<std::string>& value, const Field& field);
KeyType key_type(const ExceptMarketing& value, const Field& field);
KeyType key_type(const Schedule& value, const Field& field);
KeyType key_type(const FirmNumber& value, const Field& field);
KeyType key_type(const WeekSpan& value, const Field& field);
// A list with one entry per name.
KeyType named_list_type(const std::vector<std::string>& names, const Field& field);
// One of some words.
KeyType choice_type(const std::vector<std::string>& choices);

template <class Index>
KeyType key_type(const Per<Index>&, const Field& field) {
  return named_list_type({Names<Index>::value.begin(), Names<Index>::value.end()}, field);
}
template <class Enum>
  requires std::is_enum_v<Enum>
KeyType key_type(const Enum&, const Field&) {
  return choice_type({Names<Enum>::value.begin(), Names<Enum>::value.end()});
}
// A list of some of the words.
KeyType choices_type(const std::vector<std::string>& choices);
template <class Enum>
  requires std::is_enum_v<Enum>
KeyType key_type(const std::vector<Enum>&, const Field&) {
  return choices_type({Names<Enum>::value.begin(), Names<Enum>::value.end()});
}
template <class T>
KeyType key_type(const std::optional<T>&, const Field& field) {
  return key_type(T{}, field);
}

}  // namespace orgsim

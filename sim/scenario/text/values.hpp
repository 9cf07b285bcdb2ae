// From nodes to the types of the field lists: one overload per type.
#pragma once

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/key_index.hpp"

namespace orgsim {

// Reads values into fields, gathers what is wrong, and lists the keys that are distributions.
class ValueReader {
 public:
  ValueReader(std::vector<Problem>& problems, std::vector<DrawnKey>& drawn, KeyIndex& keys,
              const Files& files)
      : problems_(problems), drawn_(drawn), keys_(keys), files_(files) {}

  void read(const Node& node, const std::string& path, const Field& field, double& value);
  void read(const Node& node, const std::string& path, const Field& field, std::int64_t& value);
  void read(const Node& node, const std::string& path, const Field& field, bool& value);
  void read(const Node& node, const std::string& path, const Field& field, std::string& value);
  void read(const Node& node, const std::string& path, const Field& field, std::vector<double>& value);
  void read(const Node& node, const std::string& path, const Field& field, ExceptMarketing& value);
  void read(const Node& node, const std::string& path, const Field& field, Schedule& value);
  void read(const Node& node, const std::string& path, const Field& field, FirmNumber& value);
  void read(const Node& node, const std::string& path, const Field& field, WeekSpan& value);

  // Lists of words: each is read by itself.
  template <class Word>
    requires std::is_enum_v<Word> || std::is_same_v<Word, std::string>
  void read(const Node& node, const std::string& path, const Field& field, std::vector<Word>& value) {
    const NodeList* list = node.as<NodeList>();
    if (list == nullptr) return wrong_type(node, path, "a list of names: [\"a\", \"b\"]");
    value.clear();
    for (const Node& entry : *list) {
      Word word{};
      read(entry, path, field, word);
      value.push_back(word);
    }
  }

  template <class Index>
  void read(const Node& node, const std::string& path, const Field& field, Per<Index>& value) {
    std::vector<double> entries(value.begin(), value.end());
    static const std::string expected =
        fmt::format("{} numbers: {}", count_of<Index>, fmt::join(Names<Index>::value, ", "));
    read_list(node, path, field, entries, count_of<Index>, expected);
    if (entries.size() == count_of<Index>) std::copy(entries.begin(), entries.end(), value.begin());
  }

  template <class Enum>
    requires std::is_enum_v<Enum>
  void read(const Node& node, const std::string& path, const Field&, Enum& value) {
    const std::string choices = fmt::format("one of: {}", fmt::join(Names<Enum>::value, ", "));
    const std::string* text = node.as<std::string>();
    if (text == nullptr) return wrong_type(node, path, choices);
    const std::optional<Enum> found = named<Enum>(*text);
    if (!found) return report(node.place, path, fmt::format("'{}' is unknown", *text), choices);
    value = *found;
  }

  template <class T>
  void read(const Node& node, const std::string& path, const Field& field, std::optional<T>& value) {
    T inner{};
    read(node, path, field, inner);
    value = inner;
  }

  // By whose names firms may be called from now on; they must outlive the reader.
  void know_firms(const std::vector<FirmEntry>& firms) { firms_ = &firms; }

  void report(const Place& place, const std::string& path, const std::string& what, const std::string& cure) {
    problems_.push_back({place, path, what, cure});
  }

 private:
  void wrong_type(const Node& node, const std::string& path, const std::string& expected);
  void read_list(const Node& node, const std::string& path, const Field& field, std::vector<double>& entries,
                 std::size_t length, const std::string& expected);
  std::optional<double> number(const Node& node, const std::string& path, const Field& field, bool whole);
  std::optional<double> distribution(const NodeTable& table, const Node& node, const std::string& path,
                                     const Field& field, bool whole);
  void read_table(const Node& node, const std::string& path, Schedule& value);

  std::vector<Problem>& problems_;
  std::vector<DrawnKey>& drawn_;
  KeyIndex& keys_;  // is told where the knots of a CSV file stand
  const Files& files_;
  const std::vector<FirmEntry>* firms_ = nullptr;
};

}  // namespace orgsim

// What is wrong with the value of one key by itself: one overload per type of the field lists.
#pragma once

#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

class KeyChecker {
 public:
  // Problems are appended, their places left empty.
  explicit KeyChecker(std::vector<Problem>& problems) : problems_(problems) {}

  void check(const std::string& path, const Field& field, double value);
  void check(const std::string& path, const Field& field, std::int64_t value);
  void check(const std::string& path, const Field& field, const std::vector<double>& values);
  void check(const std::string& path, const Field& field, const Schedule& schedule);
  void check(const std::string& path, const Field& field, const std::string& text);

  template <class Index>
  void check(const std::string& path, const Field& field, const Per<Index>& values) {
    check(path, field, std::vector<double>(values.begin(), values.end()));
  }
  void check(const std::string& path, const Field& field, const ExceptMarketing& values) {
    check(path, field, values.value);
  }
  template <class T>
  void check(const std::string& path, const Field& field, const std::optional<T>& value) {
    if (value) check(path, field, *value);
  }
  // Choices and switches are right once they could be read.
  template <class Other>
  void check(const std::string&, const Field&, const Other&) {}

 private:
  void check_range(const std::string& path, const Field& field, const std::vector<double>& values);
  void check_weeks(const std::string& path, const std::vector<Knot>& knots);
  void report(const std::string& key, const std::string& what, const std::string& cure) {
    problems_.push_back({{}, key, what, cure});
  }

  std::vector<Problem>& problems_;
};

}  // namespace orgsim

// A named dimension of results and its coordinate values.
#pragma once

#include <string>
#include <vector>

namespace orgsim::results {

struct Dimension {
  std::string name;
  std::string meaning;
  std::string unit;
  std::vector<double> numbers;      // either numbers
  std::vector<std::string> labels;  // or labels

  std::size_t size() const { return labels.empty() ? numbers.size() : labels.size(); }
};

}  // namespace orgsim::results

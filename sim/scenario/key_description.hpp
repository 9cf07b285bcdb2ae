// What the keys of a scenario mean, from the field lists.
#pragma once

#include <string>
#include <vector>

namespace orgsim {

struct KeyDescription {
  std::string path;  // "market.taste", "strategies.NAME.start", "firms.strategy"
  std::string type;
  std::string default_text;
  std::string unit;
  std::string meaning;
  std::string source;
  std::string plausible;         // the range that worlds are drawn from; empty for a structural key
  std::string plausible_source;  // of that range
  bool per_firm = false;         // a firm may override it
  bool drawable = false;         // a distribution may stand for it
  bool by_factors = false;       // a sweep takes a range of it on a logarithmic scale
  // Whether nothing is known of it, so that its range is half to twice the default.
  bool half_to_twice = false;
};

// Every key, in the order of the sections.
std::vector<KeyDescription> describe_keys();

}  // namespace orgsim

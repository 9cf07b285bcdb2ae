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
  bool per_firm = false;  // a firm may override it
  bool drawable = false;  // a distribution may stand for it
};

// Every key, in the order of the sections.
std::vector<KeyDescription> describe_keys();

// Everything about one key.
std::string in_full(const KeyDescription& key);

// One key in full, or all keys of a section in a line each. Throws InputError for an unknown one.
std::string describe_text(const std::string& key);

// A line per key.
std::string describe_all_text();

// The table of docs/model.md: every key with default, unit, range, meaning and source.
std::string describe_markdown();

}  // namespace orgsim

// What the keys of a scenario mean, in words for people.
#pragma once

#include <string>

#include "scenario/key_description.hpp"

namespace orgsim {

// Everything about one key.
std::string in_full(const KeyDescription& key);

// One key in full, or all keys of a section in a line each. Throws InputError for an unknown one.
std::string describe_text(const std::string& key);

// A line per key.
std::string describe_all_text();

// The table of docs/model.md: every key with default, unit, range, meaning and source.
std::string describe_markdown();

}  // namespace orgsim

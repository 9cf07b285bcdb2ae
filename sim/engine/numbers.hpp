// The numbers of a scenario by their paths: "market.taste", "firms[1].talent", "strategies.embed.start", and
// entries of lists, "marketing.judgement[2]".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/scenario.hpp"

namespace orgsim {

// Between two numbers of the same sign, at the share t of the way on the scale.
double between(double low, double high, double t, Scale scale);

// A path and the entry that it names, if its last part ends in one.
struct NumberPath {
  std::string key;
  std::optional<std::size_t> entry;
};
NumberPath number_path(const std::string& path);

// A key that is a number or a list of numbers.
struct NumberKey {
  Field field;
  bool whole = false;
  std::optional<std::size_t> entries;  // of a list
};

// The key of that name (without an entry); nothing if there is none, or if it is no number.
std::optional<NumberKey> find_number(const Scenario& scenario, const std::string& key);

// What stands for the number at that path: of a firm, what holds for it. Nothing if there is none.
std::optional<double> number_at(const Scenario& scenario, const std::string& path);

// What the scenario draws for the number at `path` it draws no more.
void stop_drawing(Scenario& scenario, const std::string& path);

// Gives the numbers at these paths, which all exist, other values. The other entries of a list that sums to
// one make room in proportion (equally where they are all 0); those among the paths keep what they are given
// as long as they leave room. A firm has the key for its own from then on;
// what was drawn for a key is drawn no more.
void set_numbers(Scenario& scenario, std::span<const std::string> paths, std::span<const double> values);

}  // namespace orgsim

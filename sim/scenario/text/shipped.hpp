// The scenarios that come with orgsim. They are part of the program, so that nothing needs to lie anywhere.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

struct ShippedScenario {
  std::string_view name;
  std::string_view text;  // the TOML file's
};

// All of them, in the order of their names. The build writes it (sim/cmake/shipped.cmake).
std::span<const ShippedScenario> shipped_scenarios();

std::vector<std::string> shipped_names();

// The one of that name, or nothing.
const ShippedScenario* find_shipped(std::string_view name);

// That there is none of that name, and which one may have been meant.
Problem no_shipped(std::string_view name);
// Of a word that may be either.
Problem no_file_nor_shipped(std::string_view name);

// Files among which a scenario is a shipped one, as "NAME.toml", and all else is as `others` have it.
class ShippedFiles : public Files {
 public:
  explicit ShippedFiles(const Files& others) : others_(others) {}

  std::string scenario(const std::string& path, const Place& asked_at) const override;
  KnotTable schedule(const ScheduleColumns& columns, const Place& asked_at) const override {
    return others_.schedule(columns, asked_at);
  }
  EdgeList edge_list(const EdgeListFile& file, const Place& asked_at) const override {
    return others_.edge_list(file, asked_at);
  }
  PointTable points(const std::string& path, const Place& asked_at) const override {
    return others_.points(path, asked_at);
  }
  bool exists(const std::string& path) const override { return others_.exists(path); }

 private:
  const Files& others_;
};

// Reads the shipped scenario of that name with `settings` laid over it, which may name `others`. Throws
// InputError, also if there is none.
Scenario load_shipped(const std::string& name, const std::vector<Setting>& settings, const Files& others);

}  // namespace orgsim

#include "experiment/worlds/file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/new_text_file.hpp"
#include "platform/part_file.hpp"

namespace orgsim {

namespace fs = std::filesystem;

namespace {

std::string header(const WorldsPlan& plan) {
  return fmt::format("{}\n", fmt::join(plan.paths, ","));
}

}  // namespace

std::string to_csv(const Worlds& worlds) {
  std::string text = header(worlds.plan);
  for (const std::vector<double>& row : worlds.values) {
    std::vector<std::string> cells;
    for (const double value : row) cells.push_back(in_digits(value));
    text += fmt::format("{}\n", fmt::join(cells, ","));
  }
  return text;
}

Worlds worlds_to_file(const WorldsPlan& plan, const fs::path& path, const WorldsOptions& options,
                      bool replace, const std::function<void(const std::string&)>& note) {
  expect_free_target(path, replace);
  NumbersJournal journal(journal_of(path), {"file of worlds", "worlds", "other worlds"}, text_of(plan),
                         replace);
  if (note && !journal.put_aside().empty())
    note(fmt::format("the journal of other worlds is now '{}'", journal.put_aside().string()));
  if (note && !journal.damage().empty()) note(journal.damage());
  Worlds worlds = draw_worlds(plan, options, &journal);
  if (worlds.fit) {
    NewTextFile file(path, replace, header(plan));
    file.write(to_csv(worlds));
    file.commit();
  }
  journal.remove();
  return worlds;
}

}  // namespace orgsim

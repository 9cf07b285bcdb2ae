#include "scenario/files.hpp"

#include <fmt/format.h>

#include <system_error>

#include "core/text.hpp"
#include "scenario/edge_list.hpp"
#include "scenario/points_file.hpp"
#include "scenario/schedule_file.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostScenarioBytes = std::size_t{1} << 20U;

class Disk : public Files {
 public:
  std::string scenario(const std::string& path, const Place& asked_at) const override {
    return read_text(path, kMostScenarioBytes, {asked_at, ""});
  }
  std::string true_name(const std::string& path) const override {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    return error ? path : canonical.string();
  }
  KnotTable schedule(const ScheduleColumns& columns, const Place& asked_at) const override {
    return read_schedule(columns, asked_at);
  }
  EdgeList edge_list(const EdgeListFile& file, const Place& asked_at) const override {
    return read_edge_list(file, asked_at);
  }
  PointTable points(const std::string& path, const Place& asked_at) const override {
    return read_points(path, asked_at);
  }
  bool exists(const std::string& path) const override {
    std::error_code error;
    return fs::exists(path, error);
  }
};

}  // namespace

const Files& disk() {
  static const Disk disk;
  return disk;
}

Scenario load_scenario(const fs::path& path, const std::vector<Setting>& settings,
                       std::vector<fs::path>* sources) {
  std::vector<std::string> read;
  Scenario scenario = load_scenario(path.string(), settings, disk(), &read);
  if (sources != nullptr) sources->assign(read.begin(), read.end());
  // The working folder may be another one when the edge list or the worlds are read.
  std::error_code error;
  for (std::string* from : {&scenario.origin.folder, &scenario.origin.worlds_folder}) {
    const fs::path folder = fs::absolute(from->empty() ? "." : *from, error);
    if (!error) *from = folder.lexically_normal().string();
  }
  const std::string name = path.stem().string();
  if (scenario.title.empty()) scenario.title = has_unprintable(name) ? "scenario" : name;
  return scenario;
}

Scenario load_named_scenario(const std::string& name, const std::vector<Setting>& settings,
                             std::vector<fs::path>* sources) {
  const bool word = name.find('/') == std::string::npos && !name.ends_with(".toml");
  std::error_code error;
  const fs::file_type type = word ? fs::status(name, error).type() : fs::file_type::regular;
  const bool shipped = find_shipped(name) != nullptr;
  if (shipped && (type == fs::file_type::not_found || type == fs::file_type::directory)) {
    return load_shipped(name, settings);
  }
  if (type == fs::file_type::not_found) {
    Problem problem = no_file_nor_shipped(name);
    problem.place.file = name;
    throw InputError(problem);
  }
  return load_scenario(name, settings, sources);
}

}  // namespace orgsim

#include "scenario/files.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "scenario/csv.hpp"
#include "scenario/edge_list.hpp"
#include "scenario/unicode.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostScenarioBytes = std::size_t{1} << 20U;

class Disk : public Files {
 public:
  std::string scenario(const std::string& path, const Place& asked_at) const override {
    return read_text(path, kMostScenarioBytes, asked_at);
  }
  std::string true_name(const std::string& path) const override {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    return error ? path : canonical.string();
  }
  KnotTable schedule(const ScheduleColumns& columns, const Place& asked_at) const override {
    return read_schedule(columns, asked_at);
  }
  StoredGraph edge_list(const EdgeListFile& file, const Place& asked_at) const override {
    return read_edge_list(file, asked_at);
  }
};

// A file in a message at `place`, which may name it already.
std::string called(const fs::path& path, const Place& place) {
  return place.file == path.string() ? "the file" : "'" + path.string() + "'";
}

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
  const std::string name = path.stem().string();
  if (scenario.title.empty()) scenario.title = is_utf8(name) ? name : "scenario";
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
    Problem problem = no_shipped(name);
    problem.place.file = name;
    problem.what = "there is no such file, and " + problem.what;
    throw InputError(problem);
  }
  return load_scenario(name, settings, sources);
}

std::ifstream open_regular(const fs::path& path, const Place& place, const std::string& key) {
  const auto fail = [&](const std::string& what, const std::string& cure) {
    throw InputError(Problem{place, key, what, cure});
  };
  const std::string name = called(path, place);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) fail(name + " is a folder", "name a file in it");
  if (!fs::exists(status)) {
    const bool missing = !error || error == std::errc::no_such_file_or_directory;
    fail(fmt::format("{} cannot be read: {}", name, missing ? "No such file or directory" : error.message()),
         "check the name and the folder you are in");
  }
  if (!fs::is_regular_file(status))
    fail(name + " is not a regular file", "name a file that can be read as a whole");
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    fail(fmt::format("{} cannot be read: {}", name, std::generic_category().message(errno)),
         "check its permissions");
  }
  return file;
}

std::string read_text(const fs::path& path, std::size_t most_bytes, const Place& place) {
  std::ifstream file = open_regular(path, place);
  std::string text(most_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  const auto size = static_cast<std::size_t>(file.gcount());
  if (size > most_bytes) {
    throw InputError(Problem{place, "",
                             fmt::format("{} is larger than {} MB", called(path, place), most_bytes >> 20U),
                             "is it the right file?"});
  }
  text.resize(size);
  return text;
}

}  // namespace orgsim

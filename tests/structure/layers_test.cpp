// The house's walls: which room may include which, and what the engine may be built with, through whatever it
// includes.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

namespace fs = std::filesystem;

// From the ground up.
const std::vector<std::string> kLayers{
    "core",          "platform", "keys",       "model",   "strategy", "executive", "engine",
    "scenario/text", "scenario", "experiment", "results", "report",   "cli"};
const std::vector<std::string> kEngine{"core",      "keys",   "model",        "strategy",
                                       "executive", "engine", "scenario/text"};

// Of a path below sim/; none if it is not ours.
std::optional<std::size_t> rank(const std::string& path) {
  std::optional<std::size_t> longest;
  for (std::size_t i = 0; i < kLayers.size(); ++i) {
    const bool within = path.starts_with(kLayers[i] + "/");
    if (within && (!longest || kLayers[i].size() > kLayers[*longest].size())) longest = i;
  }
  return longest;
}

// What a source file includes, as it is written.
std::vector<std::string> includes_of(const fs::path& path) {
  std::vector<std::string> found;
  const std::regex pattern(R"(^ *# *include [<"](.*)[>"])");
  std::istringstream text(test::read_file(path));
  for (std::string line; std::getline(text, line);) {
    std::smatch match;
    if (std::regex_search(line, match, pattern)) found.push_back(match[1]);
  }
  return found;
}

// The source files of a room, as paths below sim/.
std::vector<std::string> files_of(const std::string& layer) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(test::source("sim/" + layer))) {
    const std::string path = fs::relative(entry.path(), test::source("sim")).string();
    if (entry.is_regular_file() && kLayers[rank(path).value()] == layer) files.push_back(path);
  }
  return files;
}

// All that a file includes, through ours, with the way there.
using Reached = std::map<std::string, std::string>;
void reach(const std::string& file, const std::string& way, Reached& reached) {
  for (const std::string& include : includes_of(test::source("sim/" + file))) {
    if (!reached.emplace(include, way + " > " + include).second || !rank(include)) continue;
    reach(include, way + " > " + include, reached);
  }
}
Reached reached_from(const std::string& file) {
  Reached reached;
  reach(file, file, reached);
  return reached;
}

TEST(Layers, are_all_the_rooms_there_are) {
  std::set<std::string> rooms;
  for (const auto& entry : fs::directory_iterator(test::source("sim"))) {
    if (!fs::is_empty(entry.path())) rooms.insert(entry.path().filename());
  }
  rooms.erase("cmake");
  rooms.insert("scenario/text");
  EXPECT_EQ(rooms, std::set<std::string>(kLayers.begin(), kLayers.end()));
}

TEST(Layers, include_only_what_lies_below_them) {
  for (std::size_t layer = 0; layer < kLayers.size(); ++layer) {
    for (const std::string& file : files_of(kLayers[layer])) {
      for (const auto& [include, way] : reached_from(file)) {
        if (const auto other = rank(include)) {
          EXPECT_LE(*other, layer) << way;
        }
      }
    }
  }
}

// Results are written of what experiments hand over; how a scenario came to be read is nothing to either.
TEST(Layers, of_experiments_and_results_know_scenarios_as_text_alone) {
  for (const char* layer : {"experiment", "results"}) {
    for (const std::string& file : files_of(layer)) {
      for (const auto& [include, way] : reached_from(file)) {
        EXPECT_FALSE(include.starts_with("scenario/") && !include.starts_with("scenario/text/")) << way;
      }
    }
  }
}

TEST(Layers, of_the_engine_and_of_scenario_text_need_only_eigen_boost_fmt_xxhash_and_tomlplusplus) {
  for (const std::string& layer : kEngine) {
    for (const std::string& file : files_of(layer)) {
      for (const auto& [include, way] : reached_from(file)) {
        const std::string first = include.substr(0, include.find('/'));
        const bool standard =
            include.find('/') == std::string::npos && include.find(".h") == std::string::npos;
        const bool processor = include == "immintrin.h";
        const bool toml = include == "toml++/toml.h" && file == "scenario/text/toml.cpp";
        const bool xxhash = include == "xxhash.h" && file == "core/checksum.cpp";
        EXPECT_TRUE(rank(include) || standard || processor || toml || xxhash || first == "Eigen" ||
                    first == "boost" || first == "fmt")
            << way;
      }
    }
  }
}

// Of the platform they know how large memory is asked for; threads are lent to them (core/executor.hpp).
TEST(Layers, of_the_engine_and_of_scenario_text_touch_no_files_clock_or_threads) {
  const std::set<std::string> banned{"fstream", "iostream", "filesystem",         "chrono", "thread",
                                     "mutex",   "cstdio",   "condition_variable", "future", "csignal"};
  for (const std::string& layer : kEngine) {
    for (const std::string& file : files_of(layer)) {
      for (const auto& [include, way] : reached_from(file)) {
        EXPECT_FALSE(banned.contains(include)) << way;
        if (!include.starts_with("platform/")) continue;
        EXPECT_TRUE(include == "platform/large_vector.hpp" || include == "platform/large_pages.hpp") << way;
      }
    }
  }
}

// Who the people of a network are never changes: society.hpp, which stands beside the state and not in it,
// may share an edge list. The state itself shares nothing.
TEST(Layers, of_the_model_share_nothing_in_their_state) {
  const std::regex member(R"(^ +(std::shared_ptr|Shared)<.*;)", std::regex::multiline);
  for (const char* layer : {"keys", "model", "strategy"}) {
    for (const std::string& file : files_of(layer)) {
      const std::string text = test::read_file(test::source("sim/" + file));
      EXPECT_FALSE(std::regex_search(text, member)) << file;
      const bool shares = text.find("Shared<StoredGraph>, ") != std::string::npos;
      EXPECT_EQ(shares, file == "model/market/network/society.hpp") << file;
    }
  }
}

// A browser makes the data of a page by itself.
TEST(Layers, of_the_pages_data_reach_no_file_and_no_library_for_files) {
  for (const std::string& file : files_of("report")) {
    if (!file.starts_with("report/page/data/")) continue;
    for (const auto& [include, way] : reached_from(file)) {
      const bool files = include.starts_with("results/") || include.starts_with("hdf5") ||
                         include == "fstream" || include == "filesystem" || include == "utf8proc.h";
      EXPECT_FALSE(files) << way;
    }
  }
}

// What is compiled for a browser has no files: of reports it takes what a page says, of experiments what
// writes no journal. It is no room of sim/, and no room knows it.
TEST(Layers, of_the_browser_reach_no_files_and_nobody_reaches_them) {
  const std::set<std::string> banned{"fstream", "iostream", "csv.h", "utf8proc.h", "CLI/CLI.hpp"};
  for (const auto& entry : fs::directory_iterator(test::source("web/engine"))) {
    for (const std::string& include : includes_of(entry.path())) {
      if (!rank(include)) continue;
      Reached reached = reached_from(include);
      reached.emplace(include, entry.path().string());
      for (const auto& [found, way] : reached) {
        const bool of_files = found.starts_with("results/") || found.starts_with("cli/") ||
                              found.starts_with("hdf5") ||
                              (found.starts_with("scenario/") && !found.starts_with("scenario/text/"));
        EXPECT_FALSE(of_files || banned.contains(found)) << entry.path() << ": " << way;
      }
    }
  }
  for (const std::string& layer : kLayers) {
    for (const std::string& file : files_of(layer)) {
      for (const std::string& include : includes_of(test::source("sim/" + file))) {
        EXPECT_FALSE(include.starts_with("web/")) << file;
      }
    }
  }
}

TEST(Layers, keep_heavy_libraries_in_one_place) {
  const std::map<std::string, std::string> homes{{"toml++/toml.h", "scenario/text/toml.cpp"},
                                                 {"csv.h", "scenario/csv.cpp"},
                                                 {"xxhash.h", "core/checksum.cpp"},
                                                 {"CLI/CLI.hpp", "cli/parser.hpp"}};
  for (const std::string& layer : kLayers) {
    for (const std::string& file : files_of(layer)) {
      for (const std::string& include : includes_of(test::source("sim/" + file))) {
        if (homes.contains(include)) {
          EXPECT_EQ(file, homes.at(include));
        }
        if (include.starts_with("hdf5")) {
          EXPECT_EQ(layer, "results") << file;
        }
      }
    }
  }
}

}  // namespace
}  // namespace orgsim

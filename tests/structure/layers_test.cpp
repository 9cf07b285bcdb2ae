// The house's walls: which layer may include which, and what the engine may be built with.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

const std::vector<std::string> kLayers{"core",       "model", "strategy", "engine",
                                       "experiment", "io",    "report",   "cli"};

std::size_t rank(const std::string& layer) {
  return static_cast<std::size_t>(std::find(kLayers.begin(), kLayers.end(), layer) - kLayers.begin());
}

// The includes of every source file under sim/LAYER, with the file's name.
std::vector<std::pair<std::string, std::string>> includes(const std::string& layer) {
  std::vector<std::pair<std::string, std::string>> found;
  const std::regex pattern(R"(^#include [<"](.*)[>"])");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source("sim/" + layer))) {
    if (!entry.is_regular_file()) continue;
    std::istringstream text(test::read_file(entry.path()));
    for (std::string line; std::getline(text, line);) {
      std::smatch match;
      if (std::regex_search(line, match, pattern))
        found.emplace_back(entry.path().filename().string(), match[1]);
    }
  }
  return found;
}

TEST(Layers, include_only_what_lies_below_them) {
  for (const std::string& layer : kLayers) {
    for (const auto& [file, include] : includes(layer)) {
      const std::size_t other = rank(include.substr(0, include.find('/')));
      if (other < kLayers.size()) {
        EXPECT_LE(other, rank(layer)) << layer << "/" << file << " includes " << include;
      }
    }
  }
}

TEST(Layers, of_the_engine_need_only_eigen_boost_and_fmt) {
  for (const char* layer : {"core", "model", "strategy", "engine"}) {
    for (const auto& [file, include] : includes(layer)) {
      const std::string first = include.substr(0, include.find('/'));
      const bool ours = rank(first) < kLayers.size();
      const bool standard = include.find('/') == std::string::npos;
      EXPECT_TRUE(ours || standard || first == "sys" || first == "Eigen" || first == "boost" ||
                  first == "fmt")
          << layer << "/" << file << " includes " << include;
    }
  }
}

TEST(Layers, of_the_engine_touch_no_files_clock_or_threads) {
  for (const char* layer : {"model", "strategy", "engine"}) {
    for (const auto& [file, include] : includes(layer)) {
      for (const char* banned :
           {"fstream", "iostream", "filesystem", "chrono", "thread", "mutex", "cstdio", "atomic"}) {
        EXPECT_NE(include, banned) << layer << "/" << file;
      }
    }
  }
}

TEST(Layers, keep_heavy_libraries_in_one_place) {
  const std::map<std::string, std::string> homes{
      {"toml++/toml.h", "toml.cpp"}, {"csv.h", "csv.cpp"}, {"CLI/CLI.hpp", "main.cpp"}};
  for (const std::string& layer : kLayers) {
    for (const auto& [file, include] : includes(layer)) {
      if (homes.contains(include)) {
        EXPECT_EQ(file, homes.at(include));
      }
      if (include.starts_with("hdf5")) {
        EXPECT_EQ(layer, "io") << file;
      }
    }
  }
}

}  // namespace
}  // namespace orgsim

// Runs the built program as a user would.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/worlds.hpp"

namespace orgsim::test {

struct Finished {
  int code = 0;
  std::string out;
  std::string err;
};

// `arguments` as a shell takes them; in `folder` as the working folder. `before` is put before the program,
// such as an environment variable or a limit.
Finished orgsim(const std::string& arguments, const std::filesystem::path& folder,
                const std::string& before = "");

// Tests that run the program in a folder of their own.
class InFolder : public testing::Test {
 protected:
  Finished orgsim(const std::string& arguments, const std::string& before = "") const {
    return test::orgsim(arguments, folder_.path(), before);
  }
  bool exists(const std::string& name) const { return std::filesystem::exists(folder_.path() / name); }
  std::string content(const std::string& name) const { return read_file(folder_.path() / name); }

  TemporaryFolder folder_;
};

// A year of a few thousand people, with a strategy; tables may follow.
inline constexpr const char* kSmallWorld = R"(
[run]
weeks = 60
replications = 4
[market]
customers = 5000
[strategies.embed]
label = "Embed"
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
)";

}  // namespace orgsim::test

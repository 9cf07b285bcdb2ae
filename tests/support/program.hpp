// Runs the built program as a user would.
#pragma once

#include <filesystem>
#include <string>

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

}  // namespace orgsim::test

#include "support/program.hpp"

#include <sys/wait.h>

#include <cstdlib>

#include "support/worlds.hpp"

namespace orgsim::test {

Finished orgsim(const std::string& arguments, const std::filesystem::path& folder,
                const std::string& before) {
  const TemporaryFolder output;
  const std::string out = (output.path() / "out").string();
  const std::string err = (output.path() / "err").string();
  const std::string command = "cd '" + folder.string() + "' && " + before + " " + ORGSIM_PROGRAM + " " +
                              arguments + " >'" + out + "' 2>'" + err + "'";
  const int status = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe)
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out), read_file(err)};
}

}  // namespace orgsim::test

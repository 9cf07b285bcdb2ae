#include "cli/output_path.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "platform/part_file.hpp"

namespace orgsim::cli {

namespace fs = std::filesystem;

std::vector<Problem> problems_of_place(const std::string& name, bool force, const std::string& example,
                                       const std::string& option) {
  const fs::path path = name;
  const auto problem = [&](const std::string& what, const std::string& cure) {
    return std::vector<Problem>{{{name}, "", what, cure}};
  };
  const std::string name_one = fmt::format("name a file, such as {}", example);
  if (path.empty()) return {{{option}, "", "the name of the file is empty", name_one}};
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (const std::optional<Problem> wrong = problem_of_target(path)) return {*wrong};
  if (fs::exists(status) && !force) {
    return problem("the file exists, and nothing was done",
                   "add --force to replace it, or name another file");
  }
  const fs::path folder = path.parent_path();
  if (!folder.empty() && !fs::is_directory(folder, error)) {
    return problem(fmt::format("there is no folder '{}'", folder.string()), "make it first");
  }
  return {};
}

}  // namespace orgsim::cli

// Two types of one name in one namespace are one to the linker, wherever they are written.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <regex>
#include <sstream>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

// By name with its namespace, the headers that define it. Of a line that begins in the first column; what is
// only declared or specialised is left out.
std::map<std::string, std::vector<std::string>> types_of_headers() {
  const std::regex space(R"(^namespace ([\w:]+) \{)");
  const std::regex type(R"(^(struct|class|enum class) (?:alignas\(.*\) )?(\w+)( final)?( :.*| \{.*)?$)");
  std::map<std::string, std::vector<std::string>> types;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source("sim"))) {
    if (entry.path().extension() != ".hpp") continue;
    std::istringstream text(test::read_file(entry.path()));
    std::string within;
    std::smatch match;
    for (std::string line; std::getline(text, line);) {
      if (std::regex_search(line, match, space)) within = match[1];
      if (std::regex_search(line, match, type))
        types[within + "::" + match[2].str()].push_back(
            std::filesystem::relative(entry.path(), test::source("sim")));
    }
  }
  return types;
}

TEST(Types, have_names_of_their_own) {
  const auto types = types_of_headers();
  EXPECT_GT(types.size(), 200U);
  for (const auto& [name, headers] : types)
    EXPECT_EQ(headers.size(), 1U) << name << " in " << headers[0] << " and " << headers.back();
}

}  // namespace
}  // namespace orgsim

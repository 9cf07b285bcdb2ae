// What sources and pages say of docs/model.md: every section they name is there.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

using Paths = std::vector<std::filesystem::path>;

const std::string kModel = "docs/model.md,";

// The files below `folder` with one of the endings.
Paths files_in(const std::string& folder, const std::set<std::string>& endings) {
  Paths found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source(folder))) {
    if (entry.is_regular_file() && endings.contains(entry.path().extension().string()))
      found.push_back(entry.path());
  }
  return found;
}

Paths all_sources() {
  Paths all{test::source("README.md"), test::source("CONTRIBUTING.md")};
  for (const char* folder : {"sim", "python", "web", "tests", "notebooks", "docs"}) {
    for (const auto& path : files_in(folder, {".hpp", ".cpp", ".in", ".py", ".pyi", ".md", ".txt", ".cmake"}))
      all.push_back(path);
  }
  return all;
}

// The numbers and the titles of a page's headings, `3.5` and `Ledgers` of "### 3.5 Ledgers (`ledgers.cpp`)".
std::set<std::string> headings_of(const std::string& page) {
  const std::regex heading(R"(#+ (?:(\d+(?:\.\d+)?) )?(.*?)(?: \(`.*\))?)");
  std::set<std::string> found;
  std::istringstream text(page);
  bool code = false;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("```")) code = !code;
    std::smatch match;
    if (code || !std::regex_match(line, match, heading)) continue;
    found.insert(match[1]);
    found.insert(match[2]);
  }
  found.erase("");
  return found;
}

// The sections of docs/model.md that a text names, by number or by title in quotation marks. A comment or a
// string may break off after the comma, or within the title, and go on in the next line.
std::vector<std::string> references_of(const std::string& text) {
  const std::regex broken(R"(\s*"?\s*\n\s*(?://|#|")?\s*)");
  const std::regex named(R"_(\s*(?:(\d+(?:\.\d+)*)|\\?"([^"\\]+)\\?").*)_");
  std::vector<std::string> found;
  for (std::size_t at = text.find(kModel); at != std::string::npos; at = text.find(kModel, at + 1)) {
    const std::string after = std::regex_replace(text.substr(at + kModel.size(), 150), broken, " ");
    std::smatch match;
    if (std::regex_match(after, match, named)) found.push_back(match[1].matched ? match[1] : match[2]);
  }
  return found;
}

// Whether a comment points to a section by a bare number, and to no page.
bool is_bare(const std::string& comment) {
  const std::regex bare(R"(^ *[1-9]\.[0-9]([:, ].*)?$|.*(\([1-9]\.[0-9]\)|\b([Ss]tep|[Ss]ection) [0-9]).*)");
  return std::regex_match(comment, bare);
}

TEST(References, name_sections_of_the_model_that_exist) {
  const std::set<std::string> headings = headings_of(test::read_file(test::source("docs/model.md")));
  ASSERT_TRUE(headings.contains("3.5") && headings.contains("Randomness"));
  int count = 0;
  for (const auto& path : all_sources()) {
    for (const std::string& name : references_of(test::read_file(path))) {
      EXPECT_TRUE(headings.contains(name)) << path << " names '" << name << "' of docs/model.md";
      ++count;
    }
  }
  EXPECT_GT(count, 30);
}

TEST(References, name_the_page_besides_the_section) {
  for (const auto& path : files_in("sim", {".hpp", ".cpp"})) {
    std::istringstream text(test::read_file(path));
    for (std::string line; std::getline(text, line);) {
      const std::size_t comment = line.find("//");
      if (comment == std::string::npos) continue;
      EXPECT_FALSE(is_bare(line.substr(comment + 2))) << path << ": " << line;
    }
  }
}

TEST(References, are_found_wherever_a_line_breaks) {
  const std::vector<std::string> one{"3.5"};
  EXPECT_EQ(references_of("// (" + kModel + " 3.5). And 8"), one);
  EXPECT_EQ(references_of("// (" + kModel + "\n// 3.5)."), one);
  EXPECT_EQ(references_of("# (" + kModel + "\n    # 3.5)."), one);
  EXPECT_EQ(references_of("\"text (" + kModel + " \"\n      \"3.5).\""), one);
  EXPECT_EQ(references_of("// (" + kModel + " \"Two\n// words\")"), std::vector<std::string>{"Two words"});
  EXPECT_TRUE(references_of("// " + kModel + " which says all").empty());
}

TEST(References, that_are_bare_are_told_from_other_numbers) {
  for (const char* bare : {" 3.5: two ledgers", " 3.2 executive", " costs effort (3.3).", " part of step 3.3",
                           " the world (section 2)."}) {
    EXPECT_TRUE(is_bare(bare)) << bare;
  }
  for (const char* other : {" within 3.5 units", " 95 of 100", " docs/model.md, 3.5: two ledgers", " 12.5"}) {
    EXPECT_FALSE(is_bare(other)) << other;
  }
}

}  // namespace
}  // namespace orgsim

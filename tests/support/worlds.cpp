#include "support/worlds.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "scenario/files.hpp"
#include "scenario/text/shipped.hpp"

namespace orgsim::test {

namespace {

bool renewing() {
  return std::getenv("ORGSIM_RENEW") != nullptr;
}

// The first line in which two texts differ: a whole document would hide it.
void expect_same(const std::string& kept, const std::string& made, const std::filesystem::path& path) {
  std::istringstream before(kept);
  std::istringstream after(made);
  for (int line = 1; before || after; ++line) {
    std::string a;
    std::string b;
    const bool more_before = static_cast<bool>(std::getline(before, a));
    const bool more_after = static_cast<bool>(std::getline(after, b));
    if (more_before == more_after && a == b) continue;
    ADD_FAILURE() << path << ", line " << line << " of the text\n  kept: " << a << "\n  made: " << b
                  << "\nif this change is meant, ./dev test --renew writes it anew";
    return;
  }
}

void write_file(const std::filesystem::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

Scenario scenario(std::string_view toml) {
  return read_scenario(parse_document(toml, "test.toml"));
}

Scenario tiny(MarketKind kind) {
  Scenario result = scenario(R"(
    [run]
    weeks = 60
    replications = 6
    [market]
    customers = 5000
    [lines]
    judge = 30
    sustain = 4
    [environment]
    climate = [[0, 1.0], [10, 0.1]]
    ai = { ceiling = 0.9, midpoint = 15, width = 4, insource = 0.5 }
    [strategies.embed]
    start = 20
    ramp = 4
    mix = [0.1, 0.2, 0.5, 0.2]
    ai_adoption = 1.0
    redeploy = 1.0
    [strategies.answer]
    when = "capability"
    delay = 2
    mix = [0.2, 0.8, 0.0, 0.0]
  )");
  result.parameters.market.kind = kind;
  return result;
}

Simulation simulation(const Scenario& scenario, std::uint32_t replication) {
  const StreamKey stream_key{static_cast<std::uint64_t>(scenario.parameters.run.seed), replication};
  return {with_values(scenario, draw_values(scenario, stream_key)), stream_key};
}

std::filesystem::path source(const std::string& path) {
  return std::filesystem::path(ORGSIM_SOURCE) / path;
}

std::vector<std::filesystem::path> shipped_scenarios() {
  std::vector<std::filesystem::path> paths;
  for (const std::string& name : shipped_names()) paths.push_back(source("scenarios/" + name + ".toml"));
  return paths;
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "orgsim_test_XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::write(const std::string& name, std::string_view text) const {
  write_file(path_ / name, text);
  return path_ / name;
}

bool is_long() {
  return std::getenv("ORGSIM_LONG") != nullptr;  // NOLINT(concurrency-mt-unsafe): nobody sets it
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void expect_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path = source("tests/golden/" + name);
  if (renewing()) write_file(path, text);
  expect_same(read_file(path), text, path);
}

void expect_generated(const std::string& document, const std::string& name, const std::string& text) {
  const std::filesystem::path path = source(document);
  std::string content = read_file(path);
  const std::string begin = "<!-- generated: " + name + " -->\n";
  const std::size_t from = content.find(begin);
  ASSERT_NE(from, std::string::npos) << document << " has no block " << name;
  const std::size_t start = from + begin.size();
  const std::size_t end = content.find("<!-- end -->", start);
  ASSERT_NE(end, std::string::npos);
  if (renewing()) {
    content.replace(start, end - start, text);
    write_file(path, content);
  } else {
    expect_same(content.substr(start, end - start), text, path);
  }
}

}  // namespace orgsim::test

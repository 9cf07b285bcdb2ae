// Tiny worlds and files for tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario.hpp"
#include "engine/simulation.hpp"

namespace orgsim::test {

// A scenario from TOML text; the keys of `toml` are all that differs from the defaults.
Scenario scenario(std::string_view toml);

// A market of a few thousand people that runs for a year, with two strategies.
Scenario tiny(MarketKind kind = MarketKind::pooled);

// The simulation of a replication before week 0, with its drawn values.
Simulation simulation(const Scenario& scenario, std::uint32_t replication = 0);

// A column for each firm.
template <class Array>
Eigen::ArrayXXd dense(const Array& all, std::size_t firms) {
  const auto rows = static_cast<std::size_t>(all.rows());
  Eigen::ArrayXXd numbers(rows, firms);
  for (std::size_t f = 0; f < firms; ++f) {
    for (std::size_t i = 0; i < rows; ++i)
      numbers(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(f)) =
          all.numbers()[place_of(rows, i, f)];
  }
  return numbers;
}

// A file of the source tree.
std::filesystem::path source(const std::string& path);

// The scenarios that come with orgsim; a user's own may lie beside them.
std::vector<std::filesystem::path> shipped_scenarios();

// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, std::string_view text) const;

 private:
  std::filesystem::path path_;
};

// Whether the tests may take their time: `./dev check --long`.
bool is_long();

std::string read_file(const std::filesystem::path& path);

// Compares with tests/golden/NAME; with ORGSIM_RENEW set, writes it instead.
void expect_golden(const std::string& name, const std::string& text);

// The same for the generated block of a document, between `<!-- generated: NAME -->` and `<!-- end -->`.
void expect_generated(const std::string& document, const std::string& name, const std::string& text);

}  // namespace orgsim::test

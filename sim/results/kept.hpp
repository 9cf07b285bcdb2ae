// Results held in memory: all that a results file holds.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/block.hpp"
#include "results/layout.hpp"

namespace orgsim {

class Kept : public RunSink {
 public:
  void begin(const Plan& plan) override { plan_ = plan; }
  void block(const WeekBlock& block, const BandBlock& bands) override;
  void end(const RunResult& result) override { result_ = result; }

  const RunResult& result() const { return result_; }

  // "outcomes", "bands", "means", "trajectories" or "audit". Nothing if no replication is kept in full.
  std::optional<results::Group> group(std::string_view name) const;

  // Hands it all to a sink, as the run did.
  void replay(RunSink& sink) const;

  // Writes the results file, byte for byte what a run into that file would have written. Throws as
  // results_writer().
  void write(const std::filesystem::path& path, bool replace) const;

  // As bytes, and back. Throws InputError if they are damaged or of another version.
  std::string bytes() const;
  static std::unique_ptr<Kept> from(std::string_view bytes);

 private:
  struct Weeks {
    WeekBlock rows;  // of the replications that are kept in full
    BandBlock bands;
  };

  std::optional<Plan> plan_;
  std::vector<Weeks> blocks_;
  RunResult result_;
};

// Throws InputError if what would be kept of a run of so many arms exceeds `limit` bytes.
void expect_keepable(const Scenario& scenario, std::size_t arms, double limit);

}  // namespace orgsim

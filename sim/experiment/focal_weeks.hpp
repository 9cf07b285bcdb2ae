// Week by week, strategy by strategy, what a picture shows of the market and of the focal firm.
#pragma once

#include <array>
#include <functional>
#include <string_view>
#include <vector>

#include "experiment/audit/movement.hpp"
#include "experiment/block.hpp"

namespace orgsim {

// Over replications, a number for each week: 5 % quantile, median, 95 % quantile.
struct WeeklyBand {
  std::vector<float> low;
  std::vector<float> median;
  std::vector<float> high;

  bool operator==(const WeeklyBand&) const = default;
};

struct FocalWeeks {
  // Shares of all people, means over replications, which add up to 1.
  std::vector<float> users;                            // of the focal firm
  std::vector<float> rivals;                           // of all others together
  std::vector<float> nobody;                           // who use nobody's product
  WeeklyBand switchers;                                // part of the customers won who come from another firm
  std::array<WeeklyBand, count_of<Department>> share;  // of the budget
  std::vector<float> contributed;                      // by marketing, money per week, medians
  std::vector<float> credited;                         // to it

  bool operator==(const FocalWeeks&) const = default;
};

// The bands of one week of one strategy, wherever they stand: quantile `q` of kQuantiles, and the mean, of
// the i-th number of a series. NaN where there is no such series.
struct BandsOfWeek {
  std::function<float(std::string_view series, std::size_t i, std::size_t q)> quantile;
  std::function<float(std::string_view series, std::size_t i)> mean;
};
void add_week(FocalWeeks& weeks, std::size_t firms, const BandsOfWeek& bands);

// Gathers them from a run as it comes.
class FocalWeeksSink : public RunSink {
 public:
  void begin(const Plan& plan) override;
  void block(const WeekBlock& block, const BandBlock& bands) override;
  void end(const RunResult& /*result*/) override {}

  // By arm, the baseline first.
  const std::vector<FocalWeeks>& weeks() const { return weeks_; }
  // What an audit looks at, of the focal firm in the baseline: of each replication that is kept in full, with
  // as many digits as a file has.
  const std::vector<std::vector<AuditedWeek>>& audited() const { return audited_; }

 private:
  std::vector<FocalWeeks> weeks_;
  std::vector<std::vector<AuditedWeek>> audited_;
  std::size_t firms_ = 0;
  bool in_doubles_ = false;
};

// Hands on to several sinks what comes of a run.
class SeveralSinks : public RunSink {
 public:
  explicit SeveralSinks(std::vector<RunSink*> sinks) : sinks_(std::move(sinks)) {}

  void begin(const Plan& plan) override {
    for (RunSink* sink : sinks_) sink->begin(plan);
  }
  void block(const WeekBlock& block, const BandBlock& bands) override {
    for (RunSink* sink : sinks_) sink->block(block, bands);
  }
  void end(const RunResult& result) override {
    for (RunSink* sink : sinks_) sink->end(result);
  }

 private:
  std::vector<RunSink*> sinks_;
};

}  // namespace orgsim

// What any sample keeps: it depends on its seed and on the values alone.
#include "experiment/worlds/sampler.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/error.hpp"
#include "platform/parallel.hpp"
#include "problems.hpp"

namespace orgsim::worlds {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;
using test::options;

VectorXd function(const VectorXd& u) {
  return (Eigen::Vector3d(u(0) - 0.3, u(1) - u(2), u(0) * u(3) - 0.2) * 30).eval();
}

Evaluate on(int threads) {
  return [threads](std::uint64_t, const MatrixXd& points) {
    MatrixXd values(3, points.cols());
    parallel_for(static_cast<std::size_t>(points.cols()), threads, [&](std::size_t i) {
      values.col(static_cast<Eigen::Index>(i)) = function(points.col(static_cast<Eigen::Index>(i)));
    });
    return values;
  };
}

SamplerOptions small(std::uint64_t seed = 1) {
  return options(4, 60, seed, 3000);
}

void expect_same(const Sample& one, const Sample& other) {
  EXPECT_EQ(one.points, other.points);
  EXPECT_EQ(one.values, other.values);
  EXPECT_EQ(one.numbers, other.numbers);
  EXPECT_EQ(one.origins, other.origins);
  EXPECT_EQ(one.evaluations, other.evaluations);
  EXPECT_EQ(one.waves.size(), other.waves.size());
}

// Keeps what was evaluated, and stops at a number.
struct Journal {
  std::map<std::uint64_t, std::pair<VectorXd, VectorXd>> known;
  std::uint64_t computed = 0;

  Evaluate until(std::uint64_t end) {
    return [this, end](std::uint64_t first, const MatrixXd& points) {
      MatrixXd values(3, points.cols());
      for (Eigen::Index i = 0; i < points.cols(); ++i) {
        const std::uint64_t number = first + static_cast<std::uint64_t>(i);
        const auto found = known.find(number);
        if (found == known.end()) {
          if (number >= end) throw Interrupted();
          known[number] = {points.col(i), function(points.col(i))};
          ++computed;
        }
        EXPECT_EQ(known[number].first, points.col(i)) << "evaluation " << number;
        values.col(i) = known[number].second;
      }
      return values;
    };
  }
};

TEST(Sampler, finds_the_same_bytes_on_any_number_of_threads) {
  expect_same(sample_restricted(small(), 3, on(1)), sample_restricted(small(), 3, on(2)));
}

TEST(Sampler, finds_other_points_with_another_seed) {
  EXPECT_NE(sample_restricted(small(1), 3, on(1)).points, sample_restricted(small(2), 3, on(1)).points);
}

TEST(Sampler, goes_on_from_a_journal_to_the_same_bytes) {
  const Sample whole = sample_restricted(small(), 3, on(1));
  Journal journal;
  for (const std::uint64_t end : {whole.evaluations / 3, whole.evaluations / 2, whole.evaluations - 1}) {
    EXPECT_THROW(sample_restricted(small(), 3, journal.until(end)), Interrupted);
  }
  expect_same(sample_restricted(small(), 3, journal.until(100'000)), whole);
  EXPECT_EQ(journal.computed, whole.evaluations) << "nothing is evaluated twice";
}

TEST(Sampler, numbers_evaluations_from_0_on_and_tells_which_each_point_is) {
  Journal journal;
  const Sample sample = sample_restricted(small(), 3, journal.until(100'000));
  EXPECT_EQ(journal.known.size(), sample.evaluations);
  EXPECT_EQ(journal.known.rbegin()->first + 1, sample.evaluations);
  for (std::size_t i = 0; i < sample.numbers.size(); ++i) {
    EXPECT_EQ(sample.points.col(static_cast<Eigen::Index>(i)), journal.known[sample.numbers[i]].first);
    EXPECT_EQ(sample.values.col(static_cast<Eigen::Index>(i)), journal.known[sample.numbers[i]].second);
  }
}

TEST(Sampler, accounts_for_every_evaluation_in_its_waves) {
  std::vector<Wave> told;
  SamplerOptions with_tell = small();
  with_tell.tell = [&](const Wave& wave) { told.push_back(wave); };
  const Sample sample = sample_restricted(with_tell, 3, on(1));
  std::uint64_t next = 0;
  for (const Wave& wave : told) {
    EXPECT_EQ(wave.first, next);
    next += wave.evaluations;
    EXPECT_LE(wave.survivors, wave.drawn);
    EXPECT_LE(wave.effective, static_cast<double>(wave.survivors) * (1 + 1e-12));
  }
  EXPECT_EQ(next, sample.evaluations);
  EXPECT_EQ(told.size(), sample.waves.size());
}

TEST(Sampler, stops_when_it_is_asked_to) {
  std::atomic<bool> asked = false;
  SamplerOptions stoppable = small();
  stoppable.stop = StopFlag(&asked);
  stoppable.tell = [&](const Wave&) { asked = true; };
  EXPECT_THROW(sample_restricted(stoppable, 3, on(1)), Interrupted);
}

TEST(Sampler, stays_near_its_budget) {
  const auto hard = [](std::uint64_t, const MatrixXd& points) {
    return MatrixXd(points.unaryExpr([](double u) { return 3e4 * (u - 0.5); }));
  };
  const Sample sample = sample_restricted(options(10, 50, 1, 2000), 3, hard);
  EXPECT_FALSE(sample.reached);
  EXPECT_LE(sample.evaluations, 2100U);
}

TEST(Sampler, draws_from_one_dimension_to_120) {
  for (const std::size_t k : {1U, 3U, 120U}) {
    const auto first = [](std::uint64_t, const MatrixXd& points) {
      return MatrixXd(100 * (points.topRows(1).array() - 0.7));
    };
    const Sample sample = sample_restricted(options(k, 50, 1, 1500), 3, first);
    EXPECT_TRUE(sample.reached) << k;
    EXPECT_NEAR(sample.points.row(0).mean(), 0.7, 0.03) << k;
    EXPECT_GE(sample.distinct, 45U) << k;
  }
}

}  // namespace
}  // namespace orgsim::worlds

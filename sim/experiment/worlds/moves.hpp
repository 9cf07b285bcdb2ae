// Markov steps that leave the prior as it is, before the evidence is asked: standard normal numbers in, and
// the log of what the evidence's ratio is to be multiplied by to accept (Metropolis & Hastings).
//
// Four kinds, each at several lengths. Autoregressive: towards a normal distribution fitted to the
// population, as far along the informed directions as across them or otherwise (Cui, Law & Marzouk 2016;
// without the fit it is the preconditioned Crank-Nicolson step of Cotter et al. 2013, Statistical Science
// 28(3), 424-446). Block: the same for a few coordinates, drawn anew each time. Difference: along the
// difference of two others of the population as it was (ter Braak & Vrugt 2008, Statistics and Computing
// 18(4), 435-446), which follows bends and leads from one part of a region to another.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "core/random.hpp"
#include "experiment/worlds/guide.hpp"
#include "experiment/worlds/proposal.hpp"

namespace orgsim::worlds {

enum class MoveKind { autoregressive, block, difference, guided };

struct Move {
  MoveKind kind = MoveKind::autoregressive;
  double within = 0;  // length along the informed directions, or of the block's coordinates: 1 forgets; of a
                      // guided one the number of steps
  double across = 0;  // length across the informed directions; of a block: its share of all coordinates
};

// All that are tried.
std::vector<Move> all_moves();

// How far a step went, squared, where 1 is as far as an independent point: on average along the informed
// directions, and on average across them.
struct Distance {
  double within = 0;
  double across = 0;
};

class Mover {
 public:
  // Fitted to a population (k x n), of which the informed directions may be known from an earlier one.
  Mover(const Eigen::MatrixXd& basis, const Eigen::MatrixXd& population, std::optional<Guide> guide);

  // None if the move cannot be made.
  std::optional<Step> step(const Move& move, const Eigen::VectorXd& from, Stream& draws) const;
  Distance distance(const Eigen::VectorXd& from, const Eigen::VectorXd& to) const;
  const Proposal& proposal() const { return proposal_; }

 private:
  Step autoregressive(const Move& move, const Eigen::VectorXd& from, Stream& draws) const;
  Step block(const Move& move, const Eigen::VectorXd& from, Stream& draws) const;
  Step difference(const Move& move, const Eigen::VectorXd& from, Stream& draws) const;

  Eigen::MatrixXd population_;
  std::optional<Guide> guide_;
  Proposal proposal_;
  Eigen::VectorXd mean_;  // of each coordinate by itself
  Eigen::VectorXd sd_;
};

// Which move is made how often: the more, the farther it went (Fearnhead & Taylor 2013, Bayesian Analysis
// 8(2), 411-438).
class MoveChoice {
 public:
  MoveChoice();

  std::size_t draw(Stream& draws) const;
  void note(std::size_t move, const Distance& gone);
  // From now on by what was noted since the last time.
  void adapt();
  const Move& operator[](std::size_t move) const { return moves_[move]; }
  const std::vector<double>& shares() const { return shares_; }

 private:
  struct Record {
    double tries = 0;
    Distance gone;
  };
  std::vector<Move> moves_;
  std::vector<double> shares_;
  std::vector<Record> records_;
};

}  // namespace orgsim::worlds

#include "model/market/network/network.hpp"

#include "model/market/network/decider.hpp"

namespace orgsim {

namespace {

void add(Flow& sum, const Flow& part) {
  sum.adopted += part.adopted;
  sum.switched_in += part.switched_in;
  sum.left += part.left;
  sum.switched_away += part.switched_away;
  sum.won += part.won;
}

template <class Numbers>
void add(Numbers& sums, const std::vector<double>& parts) {
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += parts[i];
}

}  // namespace

// Everybody decides by the states at the week's start; then all move. Sums are taken in the order of the
// blocks.
Flows Network::respond(const Hazards& hazards, const Response& response) {
  const Decider decider(*this, hazards, response);
  std::vector<BlockWeek> blocks((states.size() + kBlock - 1) / kBlock);
  response.executor(blocks.size(),
                    [&](std::size_t b) { blocks[b] = decider.decide(static_cast<std::uint32_t>(b)); });
  response.executor(blocks.size(), [&](std::size_t b) {
    for (const PersonMove& move : blocks[b].moves) {
      states[move.person] = move.to;
      entries.of_person[move.person] = move.entry;
    }
  });

  const auto F = static_cast<std::size_t>(cells.firms);
  Flows flows(F);
  std::vector<double> heard(F);
  for (const BlockWeek& block : blocks) {
    add(cells.counts, block.change);
    entries.add(block.entered);
    add(entries.won, block.won);
    for (std::size_t f = 0; f < F; ++f) {
      add(flows[f], block.flows[f]);
      flows[f].won += hazards.contact[f] * block.per_contact[f];
      heard[f] += block.heard_per_contact[f];
    }
  }
  for (std::size_t f = 0; f < F; ++f) {
    flows[f].won[Channel::word_of_mouth] = hazards.word_of_mouth[f] * heard[f];
  }
  return flows;
}

}  // namespace orgsim

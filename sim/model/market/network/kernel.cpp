#include "model/market/network/kernel.hpp"

#include <algorithm>
#include <array>
#include <boost/random/binomial_distribution.hpp>
#include <cmath>
#include <limits>

#include "core/elementary.hpp"
#include "core/philox_lanes.hpp"

namespace orgsim {

namespace {

// Marks a place in a bitmap; whether it was free.
bool take(std::span<std::uint64_t> bits, std::uint32_t place) {
  std::uint64_t& word = bits[place / 64];
  const std::uint64_t bit = std::uint64_t{1} << (place % 64);
  const bool was_free = (word & bit) == 0;
  word |= bit;
  return was_free;
}

}  // namespace

void draw_candidates(const StreamKey& stream_key, int week, std::uint32_t block, std::uint32_t people,
                     double most, std::vector<Candidate>& candidates) {
  constexpr std::size_t words = kBlock / 64;
  constexpr unsigned place_bits = 14;
  constexpr unsigned u_bits = 53 - place_bits;
  constexpr double u_step = kLayer / static_cast<double>(std::uint64_t{1} << u_bits);
  static_assert(kBlock == 1U << place_bits);
  const std::uint32_t first = block * kBlock;
  const std::uint32_t size = std::min(kBlock, people - first);
  const auto w = static_cast<std::uint32_t>(week);

  candidates.clear();
  candidates.reserve(static_cast<std::size_t>(1.25 * size * (most + kLayer)));  // nearly always enough
  std::array<std::uint64_t, words> ever{};                                      // drawn in any layer so far
  std::array<std::uint64_t, words> in_layer;
  for (std::uint32_t layer = 0; layer * kLayer < most; ++layer) {
    Stream counts = stream_key.stream(Purpose::encounter, w, block, 2 * layer);
    BatchStream draws(stream_key.philox_key(),
                      stream_key.counter(Purpose::encounter, w, block, 2 * layer + 1));
    // Given that u is in no lower layer. Who is in one is drawn here too, and passed over.
    const double p = std::min(1.0, kLayer / (1 - layer * kLayer));
    const auto count = boost::random::binomial_distribution<std::int64_t>(size, p)(counts);
    in_layer.fill(0);
    for (std::int64_t k = 0; k < count;) {
      const std::uint64_t drawn = draws();
      const auto place = static_cast<std::uint32_t>(drawn >> u_bits);
      if (place >= size || !take(in_layer, place)) continue;
      ++k;
      if (!take(ever, place)) continue;
      const auto within = static_cast<double>(drawn & ((std::uint64_t{1} << u_bits) - 1));
      candidates.push_back({first + place, 0, layer * kLayer + within * u_step});
    }
  }
}

WeekTables::WeekTables(const Cells& cells, const Hazards& hazards)
    : firms_(cells.firms),
      classes_(cells.classes),
      absent_(static_cast<std::size_t>(cells.states())),
      types_(std::size_t{Society::type_of(static_cast<std::size_t>(cells.firms - 1), kMostClasses - 1)} + 1),
      stride_(whole_vectors(static_cast<std::size_t>(events()))) {
  const auto F = static_cast<std::size_t>(firms_);
  for (std::size_t f = 0; f < F; ++f) {
    const PerChannel& contact = hazards.contact[f];
    reach_.push_back(contact[Channel::broadcast] + contact[Channel::performance] + contact[Channel::sales] +
                     contact[Channel::organic]);
    word_.push_back(hazards.word_of_mouth[f]);
  }
  const std::size_t rows = kUserStates * F * static_cast<std::size_t>(classes_) +
                           static_cast<std::size_t>(cells.states() - kUserStates) * F;
  sums_.resize(rows);
  ends_.resize(rows * stride_, std::numeric_limits<double>::infinity());
  heard_.resize(rows * F);
  for (int k = 0; k < firms_; ++k) {
    for (int s = 0; s < classes_; ++s) {
      for (int lapsed = 0; lapsed < kUserStates; ++lapsed) {
        add_row(row_of(static_cast<PersonState>(lapsed), k, s), hazards, hazards.row_of_nonuser(k, s, lapsed),
                {});
      }
    }
    for (int g = 0; g < firms_; ++g) {
      for (int h = 0; h < cells.levels; ++h) {
        const auto state = static_cast<PersonState>(cells.state_of(g, h));
        const auto provider = static_cast<std::size_t>(g);
        const double mu = hazards.leaving_of(g, h);
        add_row(row_of(state, k, 0), hazards, hazards.row_of_user(k, g, h),
                {&hazards.taken_up[provider * F], mu, mu * hazards.none[provider],
                 h + 1 < cells.levels ? hazards.rising[provider] : 0, h > 0 ? hazards.falling : 0});
      }
    }
  }
  places_.resize((absent_ + 1) * types_);
  for (std::size_t state = 0; state < absent_; ++state) {
    for (int k = 0; k < firms_; ++k) {
      for (int s = 0; s < classes_; ++s) {
        const std::uint8_t type = Society::type_of(static_cast<std::size_t>(k), static_cast<std::size_t>(s));
        const std::size_t row = row_of(static_cast<PersonState>(state), k, s);
        places_[state * types_ + type] = {sums_[row].most, static_cast<std::uint32_t>(row)};
      }
    }
  }
  double most = 0;
  for (const Sums& sums : sums_) most = std::max(most, sums.most);
  most_ = -elementary::expm1(-most);
}

void WeekTables::add_row(std::size_t row, const Hazards& hazards, std::size_t of_hazards, const Own& own) {
  const auto F = static_cast<std::size_t>(firms_);
  double* ends = &ends_[row * stride_];
  double* heard = &heard_[row * F];
  double least = 0;
  double strongest = 0;
  for (std::size_t f = 0; f < F; ++f) {
    const double taking = hazards.acceptance_of(static_cast<int>(f), of_hazards);
    ends[f] = least += reach_[f] * taking + (own.taken_up == nullptr ? 0 : own.mu * own.taken_up[f]);
    heard[f] = word_[f] * taking;
    strongest = std::max(strongest, heard[f]);  // the neighbours' shares sum to at most 1
  }
  ends[F] = least += own.leave;
  ends[F + 1] = least += own.rise;
  least += own.fall;
  sums_[row] = {least, least + strongest, -elementary::expm1(-least)};
}

}  // namespace orgsim

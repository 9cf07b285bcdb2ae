// How a strategy is judged, from what became of marketing in its run and in the baseline
// (docs/model.md, 3.7).
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string_view>

#include "core/names.hpp"
#include "keys/lines.hpp"
#include "model/lines.hpp"

namespace orgsim {

// In the order of the text, from which the first that holds is taken; and before them one for a strategy
// that never begins.
enum class Verdict { not_begun, reversed, averted, kept, transformed, contained, unchanged, worsened, lost };
template <>
struct Names<Verdict> {
  static constexpr std::array<std::string_view, 9> value{"not_begun", "reversed",    "averted",
                                                         "kept",      "transformed", "contained",
                                                         "unchanged", "worsened",    "lost"};
};

// Marketing is saved if it is averted or reversed that it is marginalised.
constexpr bool saves(Verdict verdict) {
  return verdict == Verdict::averted || verdict == Verdict::reversed;
}

// Where marketing stands in the mean of some weeks.
struct Standing {
  // Of its initial share of the budget; NaN if that is 0.
  double real_share = std::numeric_limits<double>::quiet_NaN();
  double non_substitutability = 0;
  double centrality = 0;

  // What is NaN in both is alike.
  bool operator==(const Standing&) const;
};

struct Judgement {
  Verdict verdict = Verdict::not_begun;
  Verdict lenient = Verdict::not_begun;  // with the lines lower by lines.tolerance
  Verdict strict = Verdict::not_begun;   // and higher
  Standing standing;                     // means over the verdict weeks

  bool operator==(const Judgement&) const = default;
};

// The end of the span by which a strategy is judged, where the run is long enough.
inline std::int64_t last_judged_week(int began, const LineParameters& lines) {
  return began + lines.judge;
}

// Of a strategy that began in week `began` of `run`, against the baseline of the same replication.
Judgement judged(const Positions& baseline, const Positions& run, int began, const LineParameters& lines);

}  // namespace orgsim

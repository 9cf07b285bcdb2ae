// "did you mean": the nearest of the names that would have been right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orgsim {

// The candidate that differs from `word` by the fewest insertions, deletions, replacements and swaps of
// neighbours, if that is close enough to be a slip.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace orgsim

#include <algorithm>

#include "engine/numbers.hpp"
#include "engine/plausible.hpp"
#include "engine/worlds.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

class PlausibleVary {
 public:
  explicit PlausibleVary(const Scenario& scenario)
      : scenario_(scenario), numbers_(plausible_numbers()), kept_(keys_that_stay(scenario)) {
    for (const Varied& varied : scenario.sweep.vary) {
      for (const std::string& path : varied.keys) keep(path);
    }
    // What has to fit into another number would not be drawn with it: that one stays as well.
    for (const PlausibleNumber& number : numbers_) {
      if (!number.share_of.empty() && is_kept(number)) kept_.insert(number.share_of);
    }
  }

  std::vector<PlausibleNumber> run() {
    std::erase_if(numbers_,
                  [this](const PlausibleNumber& number) { return is_kept(number) || !is_there(number); });
    return std::move(numbers_);
  }

 private:
  // Of a list that sums to one, the other entries move with each.
  void keep(const std::string& path) {
    const NumberPath parts = number_path(path);
    const std::optional<NumberKey> key = find_number(scenario_, parts.key);
    kept_.insert(key && key->field.has(Trait::sums_to_one) ? parts.key : path);
  }

  bool is_kept(const PlausibleNumber& number) const {
    return kept_.contains(number.path) || kept_.contains(number.key);
  }

  // A scenario may have fewer adopter classes than the defaults.
  bool is_there(const PlausibleNumber& number) const { return number_at(scenario_, number.path).has_value(); }

  const Scenario& scenario_;
  std::vector<PlausibleNumber> numbers_;
  std::set<std::string> kept_;
};

}  // namespace

void add_plausible(Scenario& scenario, const Place& place) {
  for (PlausibleNumber& number : PlausibleVary(scenario).run()) {
    ValueRange range{number.low, number.high, {}, {}, number.scale, std::move(number.share_of)};
    scenario.sweep.vary.push_back({number.path, {number.path}, std::move(range), place});
  }
}

}  // namespace orgsim

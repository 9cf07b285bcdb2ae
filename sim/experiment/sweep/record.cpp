#include "experiment/sweep/record.hpp"

namespace orgsim {

void join(PointRecord& record, PointRecord more, std::size_t arms) {
  if (record.replications == 0 || more.status != PointStatus::done || more.first == 0) {
    record = std::move(more);
    return;
  }
  require(more.first == record.replications, "replications follow one another");
  std::vector<Outcome> outcomes;
  for (std::size_t a = 0; a < arms; ++a) {
    for (const PointRecord* of : {&std::as_const(record), &std::as_const(more)}) {
      const auto from = of->outcomes.begin() + static_cast<std::ptrdiff_t>(a * of->replications);
      outcomes.insert(outcomes.end(), from, from + static_cast<std::ptrdiff_t>(of->replications));
    }
  }
  record.outcomes = std::move(outcomes);
  record.drawn.insert(record.drawn.end(), more.drawn.begin(), more.drawn.end());
  record.replications += more.replications;
  record.status = PointStatus::done;  // and timed out no more
  record.message.clear();
}

}  // namespace orgsim

#include "strategy/head.hpp"

#include <utility>

#include "strategy/plan.hpp"

namespace orgsim {

namespace {

void take_over(Head& head, const Firm& firm, int week) {
  if (!head.next) return;
  const std::optional<int> begins = begin_week(*head.next, firm.lines);
  if (!begins || *begins > week) return;
  head.current = std::exchange(head.next, std::nullopt);
  head.began = week;
}

// The sums cover the weeks since the last multiple of `review`, up to the week before this one.
bool review_due(Head& head, const Firm& firm, int week) {
  if (week == 0) return false;
  head.since_review.add(firm.now, firm.mix);
  return week % firm.parameters.marketing.review == 0;
}

}  // namespace

void lead(Head& head, Firm& firm, int week) {
  const bool due = review_due(head, firm, week);
  take_over(head, firm, week);
  firm.now.moving = 0;
  if (head.current && head.current->adaptive && due) review_mix(head.since_review, firm);
  if (head.current) follow_plan(*head.current, firm);
  if (due) head.since_review = ReviewSums();
}

}  // namespace orgsim

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
  head.since_review.add(firm.now, firm.decided.mix_before.value_or(firm.mix));
  return week % firm.parameters.marketing.review == 0;
}

// A mix that was decided from outside is there at once, like that of a strategy with a ramp of one week.
void keep_decided(const PerMode& mix, Firm& firm) {
  const PerMode before = firm.decided.mix_before.value_or(mix);
  firm.now.moving = (mix - before).abs().sum() / 2;
  firm.mix = mix;
  firm.decided.mix_before.reset();
}

}  // namespace

void lead(Head& head, Firm& firm, int week) {
  const bool due = review_due(head, firm, week);
  take_over(head, firm, week);
  firm.now.moving = 0;
  const PerMode mix = firm.mix;
  if (head.current && head.current->adaptive && due) review_mix(head.since_review, firm);
  if (head.current) follow_plan(*head.current, firm);
  if (firm.decided.hold_mix || firm.decided.mix_before) keep_decided(mix, firm);
  if (due) head.since_review = ReviewSums();
}

}  // namespace orgsim

// The words of the summary, one table per language. Gaps are named in braces (fmt).
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/names.hpp"
#include "keys/market.hpp"
#include "keys/names.hpp"
#include "report/language.hpp"

namespace orgsim {

// What is counted: "{} firm", "{} firms".
struct Noun {
  std::string_view one;
  std::string_view many;
};

struct Phrases {
  // The world
  Noun firms, weeks, replications, drawn_keys;
  std::string_view people;
  std::string_view world;       // firms, people, weeks, runs
  std::string_view one_run;     // without chance
  std::string_view runs;        // replications, kind, seed
  std::string_view drawn_anew;  // keys
  std::array<std::string_view, count_of<MarketKind>> kinds;

  // The market and marketing
  std::string_view the_market, no_stock_phase, growth_until, stock_from, in_replications;
  std::string_view marketing_of;  // firm
  std::string_view crossed, median_range;
  std::array<std::string_view, count_of<Line>> lines;
  std::string_view marginalised, yes, no, never;
  std::string_view week, week_range;  // median, low, high
  std::string_view budget_share, contributed, credited, first_week;
  std::string_view of_medians, of_values;  // what the small graphs show

  // The strategies
  std::string_view which_reverse, of_replications, nothing_to_avert, saved_head, not_begun;
  std::array<std::string_view, 5> verdicts;  // averted ... lost, as heads of narrow columns
  std::string_view began, began_by_itself, began_in;
  std::string_view verdicts_note;  // weeks
  std::string_view changes, share_head, share_head_2, npv_head, npv_head_2, others_head, others_head_2;
  std::string_view baseline, to, changes_note;

  // The conclusion: sentences, and what is between them
  std::string_view between;
  std::string_view not_marginalised, marginalised_in, marginalised_often, nothing_to_reverse, none_reverses;
  std::string_view certain_best, nearest, best, npv, one_replication, better, worse, neither, best_paid;
};

const Phrases& phrases(Language language);

// A phrase with its gaps filled.
template <class... Arguments>
std::string say(std::string_view phrase, Arguments&&... arguments) {
  return fmt::format(fmt::runtime(phrase), std::forward<Arguments>(arguments)...);
}

// "1 firm", "1,000 weeks".
std::string counted(std::int64_t number, const Noun& noun);

// Titles and labels that orgsim ships, in the language; what others wrote stays as it is.
std::string_view translated(std::string_view text, Language language);

}  // namespace orgsim

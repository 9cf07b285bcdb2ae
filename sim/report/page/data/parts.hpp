// The parts of a run's page, each a member of its data.
#pragma once

#include <vector>

#include "experiment/focal_weeks.hpp"
#include "report/page/data/bilingual.hpp"
#include "report/summary.hpp"

namespace orgsim::page {

// The answer in a sentence, what would flip it, and the five questions with their answers.
Json answer_of(const Summary& summary);
// The three lines and marginalisation, for each arm: in how many runs, and when.
Json lines_of(const Summary& summary);
// Curves, week by week and arm by arm, with a sentence for each picture.
Json weekly_of(const Summary& summary, const std::vector<FocalWeeks>& weeks);
// The table of strategies, and their places between marketing's standing and the firm's NPV.
Json strategies_of(const Summary& summary);
// Other worlds, rivals and lines; nothing if none of them was tried.
Json elsewhere_of(const Summary& summary);
// Keys that differ from their defaults, with what is known of them.
Json assumptions_of(const Scenario& scenario);
// How to run it again.
Json reproduction_of(const Scenario& scenario, std::size_t replications, const std::string& command);

// A week in the words of the language: "week 274 (268-281)".
Json weeks_in_words(const Event& event);
// A name that orgsim ships, in both languages.
Json in_both(const std::string& name);

// A number with four digits, as many as a picture shows; null for none.
Json short_digits(double number);

}  // namespace orgsim::page

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "scenario/files.hpp"
#include "scenario/text/writer.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::string complaints(std::string_view toml) {
  try {
    test::scenario(toml);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

// A mistake, and everything that is said about it.
struct Mistake {
  const char* name;
  std::string toml;
  const char* complaint;
};

const Mistake kMistakes[] = {
    {"unknown_key", "[market]\ntast = 3", "test.toml:2:1: market.tast: unknown key; did you mean 'taste'?"},
    {"unknown_key_of_a_firm", "[[firms]]\ntalant = 1",
     "test.toml:2:1: firms[0].talant: unknown key; did you mean 'talent'?"},
    {"unknown_section", "[markets]\ntaste = 3",
     "test.toml:1:2: markets: unknown key; did you mean 'market'?"},
    {"key_in_the_wrong_section", "[run]\ntaste = 3",
     "test.toml:2:1: run.taste: unknown key; did you mean 'market.taste'?"},
    {"nothing_like_it", "[run]\nzzzzzzzzzz = 3",
     "test.toml:2:1: run.zzzzzzzzzz: unknown key; `orgsim describe` lists the keys"},
    {"wrong_type", "[market]\ntaste = \"much\"",
     "test.toml:2:9: market.taste: found a string; expected any finite number"},
    {"section_that_is_no_table", "market = 3",
     "test.toml:1:10: market: found a whole number; expected a table [market]"},
    {"fraction_for_a_whole_number", "[run]\nweeks = 10.5",
     "test.toml:2:9: run.weeks: found a number; expected a whole number in [1, 10000]"},
    {"out_of_range", "[economics]\nmargin = 1.5",
     "test.toml:2:1: economics.margin: 1.5 is out of range; a number in [0, 1]"},
    {"percent", "[economics]\nmargin = 70",
     "test.toml:2:1: economics.margin: 70 is out of range; a number in [0, 1], such as 0.7 for 70 %"},
    {"infinite", "[market]\ntaste = inf",
     "test.toml:2:1: market.taste: inf is out of range; any finite number"},
    {"firm_out_of_range", "[[firms]]\nadstock = -1",
     "test.toml:2:1: firms[0].adstock: -1 is out of range; a number in [0, 1]"},
    {"shares", "[executive]\nshare = [0.3, 0.3, 0.3, 0.2]",
     "test.toml:2:1: executive.share: [0.3, 0.3, 0.3, 0.2] sums to 1.1; shares must sum to 1"},
    {"shares_in_percent", "[executive]\nshare = [40, 20, 20, 20]",
     "test.toml:2:1: executive.share: [40, 20, 20, 20] sums to 100; shares must sum to 1: [0.4, 0.2, 0.2, "
     "0.2]"},
    {"several_shares_out_of_range", "[executive]\nshare = [0.4, -1, 20, 20]",
     "test.toml:2:1: executive.share: [0.4, -1, 20, 20] sums to 39.4; shares must sum to 1\n"
     "test.toml:2:15: executive.share[1]: 3 entries are out of range, the first here: -1; a number in [0, "
     "1]"},
    {"mix", "[strategies.x]\nstart = 1\nmix = [0.5, 0.5, 0.5, 0]",
     "test.toml:3:1: strategies.x.mix: [0.5, 0.5, 0.5, 0] sums to 1.5; shares must sum to 1"},
    {"list_length", "[marketing]\njudgement = [0.5, 0.5]",
     "test.toml:2:13: marketing.judgement: 2 entries; 4 numbers: broadcast, performance, product, "
     "operations"},
    {"no_dash", "[measurement]\nai_exposure = [0.1, 0.2, 0.3, 0.4]",
     "test.toml:2:15: measurement.ai_exposure: a dash belongs in marketing's place; "
     "[product, \"-\", sales, operations]: marketing's entry follows from its mix"},
    {"classes", "[market]\nmass = [0.5, 0.5]",
     "test.toml:1:2: market.resistance: 4 entries for the 2 adopter classes of market.mass; one entry per "
     "class"},
    {"knots", "[environment]\nclimate = [[0, 1], [50, 1], [20, 0.5]]",
     "test.toml:2:29: environment.climate[2]: week 20 follows week 50; the weeks of the knots must ascend"},
    {"backslashes_that_are_escapes",
     "[environment]\nclimate = { file = \"C:\\temp\\rates.csv\", week = \"w\", value = \"v\" }",
     "test.toml:2:20: environment.climate: the file's name holds a control character; write / in paths, or "
     "single quotes: 'C:\\data\\rates.csv'"},
    {"knots_without_order", "[environment]\nclimate = [[50, 1], [20, 1], [10, 0.5]]",
     "test.toml:2:21: environment.climate[1]: week 20 follows week 50, the first of 2 that do not ascend; "
     "the "
     "weeks of the knots must ascend"},
    {"knots_in_percent", "[environment]\nclimate = [[0, 0.5], [20, 90], [50, 30]]",
     "test.toml:2:22: environment.climate[1]: 2 entries are out of range, the first here: 90; a number in "
     "[0, 1], such as 0.9 for 90 %"},
    {"knots_without_pairs", "[environment]\nclimate = [0, 1, 104, 0.3]",
     "test.toml:2:11: environment.climate: found a list of numbers; expected a list of [week, value] pairs, "
     "such as [[0, 1], [104, 0.3]]"},
    {"knot_value", "[environment]\nclimate = [[0, 1.5]]",
     "test.toml:2:12: environment.climate[0]: 1.5 is out of range; a number in [0, 1]"},
    {"knot_shape", "[environment]\nclimate = [[0]]",
     "test.toml:2:12: environment.climate[0]: found a list; expected a pair [week, value]"},
    {"no_knots", "[environment]\nclimate = []",
     "test.toml:2:1: environment.climate: no knots; give at least one [week, value]"},
    {"undefined_strategy", "[[firms]]\nstrategy = \"embed\"",
     "test.toml:2:1: firms[0].strategy: strategy 'embed' is not defined; "
     "the scenario has no [strategies.NAME] tables"},
    {"strategy_without_beginning", "[strategies.x]\nramp = 3",
     "test.toml:1:13: strategies.x: nothing says when it begins; give `start = WEEK`, or `when` with a state "
     "of marketing"},
    {"strategy_with_two_beginnings", "[strategies.x]\nstart = 3\nwhen = \"budget\"",
     "test.toml:1:13: strategies.x: `start` and `when` exclude each other; keep one of them"},
    {"unknown_word", "[strategies.x]\nwhen = \"never\"",
     "test.toml:2:8: strategies.x.when: 'never' is unknown; one of: budget, capability, structure, "
     "marginalised"},
    {"reserved_strategy", "[strategies.baseline]\nstart = 1",
     "test.toml:1:13: strategies.baseline: this name is taken; choose another one"},
    {"firms_counted_twice", "[market]\nfirms = 3\n[[firms]]\nname = \"a\"",
     "test.toml:2:1: market.firms: 3 firms, but [[firms]] lists 1; remove one of the two"},
    {"firms_of_one_name", "[[firms]]\nname = \"a\"\n[[firms]]\nname = \"a\"",
     "test.toml:4:1: firms[1].name: 'a' is taken; give every firm a name of its own"},
    {"too_many_starters", "[market]\nstart_penetration = 0.5",
     "test.toml:2:1: market.start_penetration: 3 firms begin with 1.5 of the people together: more than "
     "everybody; at most 0.333333 each"},
    {"too_many_starters_of_one_firm", "[[firms]]\nstart_penetration = 0.995\n[[firms]]",
     "test.toml:2:1: firms[0].start_penetration: 2 firms begin with 1.005 of the people together: more than "
     "everybody; at most 1 of all firms together"},
    {"starters_without_room", "[market]\nstart_penetration = 0.3333333333333333",
     "test.toml:2:1: market.start_penetration: almost everybody is a user at week 0, and once everybody is a "
     "whole person, an adopter class has too few people for its users; a little less, or more "
     "market.customers"},
    {"starters_of_one_firm_without_room",
     "market.customers = 100\n[[firms]]\nstart_penetration = 0.98\n[[firms]]",
     "test.toml:3:1: firms[0].start_penetration: almost everybody is a user at week 0, and once everybody is "
     "a "
     "whole person, an adopter class has too few people for its users; a little less, or more "
     "market.customers"},
    {"window", "[product]\nwindow = 30",
     "test.toml:2:1: product.window: 30 weeks are longer than the cycle of 26; "
     "product.window must be at most product.cycle"},
    {"explosion", "[market]\ninflow = 9",
     "test.toml:2:1: market.inflow: the population would grow to 1.22e+45 people by the end of the run; "
     "at most 9e+15: lower the inflow or run.weeks"},
    {"talents", "[product]\ntalent = [1, 2]",
     "test.toml:2:10: product.talent: 2 entries; one number, or one for each of the 3 firms"},
    {"distribution_kind", "[market]\ntaste = { gauss = [1, 2] }",
     "test.toml:2:9: market.taste: this table is no distribution; { uniform = [a, b] with a < b }, or "
     "{ normal = [mean, standard deviation] with a standard deviation above 0 }, or "
     "{ triangular = [a, mode, b] with a <= mode <= b and a < b }, or "
     "{ lognormal = [mean, standard deviation] of the logarithm, with a standard deviation above 0 }"},
    {"distribution_arguments", "[market]\ntaste = { uniform = [2, 1] }",
     "test.toml:2:9: market.taste: wrong arguments of 'uniform'; [a, b] with a < b"},
    {"distribution_range", "[economics]\nmargin = { uniform = [0.5, 1.5] }",
     "test.toml:2:10: economics.margin: [0.5, 1.5] reaches out of range; a number in [0, 1]"},
    {"distribution_of_structure", "[run]\nweeks = { uniform = [10, 20] }",
     "test.toml:2:9: run.weeks: may not be a distribution: it shapes the run and its results; give one "
     "number"},
    {"distribution_of_a_share", "[executive]\nshare = [{ uniform = [0.1, 0.2] }, 0.3, 0.3, 0.3]",
     "test.toml:2:10: executive.share[0]: shares that must sum to 1 may not be distributions; give "
     "numbers"},
    {"grant_of_nobody", "[[grants]]\nfirm = \"x\"\ndepartment = \"sales\"\nfactor = 2\nweeks = [3, 1]",
     "test.toml:2:8: grants[0].firm: no firm is called 'x'; a name or a number of a firm\n"
     "test.toml:5:1: grants[0].weeks: [3, 1] is no span of weeks of the run; [first, last] with 0 <= first "
     "<= "
     "last, both included; the run ends with week 519"},
    {"grant_of_a_firm_that_is_not",
     "[[grants]]\nfirm = 9999\ndepartment = \"sales\"\nfactor = 2\nweeks = [1, 3]",
     "test.toml:2:8: grants[0].firm: there is no firm 9999; firms are numbered from 0 to 2"},
    {"firm_that_is_no_table", "firms = [1, { talent = -1 }]",
     "test.toml:1:10: firms[0]: found a whole number; expected a table [firms[0]]\n"
     "test.toml:1:15: firms[1].talent: -1 is out of range; a number of at least 0"},
    {"quoted_dotted_key", "\"market.taste\" = 3",
     "test.toml:1:1: \"market.taste\": unknown key; a quoted key is one word; write dotted keys without "
     "quotes"},
    {"key_below_a_firm", "[[firms]]\nmarket.customers = 500",
     "test.toml:2:1: firms[0].market: unknown key; give a firm's keys by their last name, such as talent = "
     "1.2; "
     "keys of the whole scenario stand above the first [table]"},
    {"market_key_of_a_firm", "[[firms]]\ntaste = 2",
     "test.toml:2:1: firms[0].taste: unknown key; 'market.taste' holds for all firms alike"},
    {"key_of_all_firms_that_one_of_theirs_is_like", "[[firms]]\nexpectation_rate = 0.1",
     "test.toml:2:1: firms[0].expectation_rate: unknown key; 'product.expectation_rate' holds for all firms "
     "alike"},
    {"name_with_a_dot", "[strategies.\"a.b\"]\nstart = 3",
     "strategies.a.b: this cannot be the name of a strategy; a name without . , [ ] and quotes"},
    {"control_character", "title = \"a\\nb\"",
     "test.toml:1:9: title: holds a control character, a line end or a mark of writing direction; one line "
     "of plain text"},
    {"mark_of_direction", "title = \"a\u202eb\"", "title: holds a control character"},
    {"control_of_eight_bits", "title = \"\\u009b31mred\"", "title: holds a control character"},
    {"unknown_key_that_steers", "\"\u202e\" = 1", "test.toml:1:1: \\u{202e}: unknown key"},
    {"measure_with_an_end", "[strategies.cut]\nstart = 260\nend = 363\nbudget = 0.7",
     "test.toml:3:1: strategies.cut.end: unknown key; a strategy that ends has a `duration`, in weeks: start "
     "= 260 and duration = 104 are weeks 260 to 363"},
    {"cut_of_a_strategy", "[strategies.cut]\nstart = 260\nfactor = 0.7",
     "test.toml:3:1: strategies.cut.factor: unknown key; what a strategy multiplies marketing's budget by is "
     "`budget`, such as budget = 0.7 for 30 % less; it ends after the weeks of its `duration`"},
    {"strategy_of_some_years", "[strategies.cut]\nstart = 260\nyears = 2",
     "strategies.cut.years: unknown key; a strategy that ends has a `duration`"},
    {"strategy_with_an_end_week", "[strategies.cut]\nstart = 260\nend_week = 300",
     "strategies.cut.end_week: unknown key; a strategy that ends has a `duration`"},
    {"strategy_with_a_budget_factor", "[strategies.cut]\nstart = 260\nbudget_factor = 0.7",
     "strategies.cut.budget_factor: unknown key; what a strategy multiplies"},
    {"strategy_with_proof", "[strategies.show]\nstart = 260\nproof = 1",
     "strategies.show.proof: unknown key; how far marketing's effects are shown by tests is a strategy's "
     "`prove`"},
    {"proof_of_marketing", "[marketing]\nprove = 1",
     "marketing.prove: unknown key; how far marketing's effects are shown by tests is a strategy's `prove`"},
    {"duration_of_a_firm", "[[firms]]\nduration = 5",
     "firms[0].duration: unknown key; how long a strategy lasts is its own `duration`"},
    {"duration_of_nothing", "duration = 5",
     "duration: unknown key; how long a strategy lasts is its own `duration`"},
    {"varied_end_of_a_strategy",
     "[strategies.cut]\nstart = 2\n[sweep.vary]\n\"strategies.cut.end\" = [10, 20]",
     "there is no key 'strategies.cut.end'; a strategy that ends has a `duration`"},
    {"power_weight_of_version_1", "[executive]\npower_weight = 0.4",
     "test.toml:2:1: executive.power_weight: unknown key; it is executive.eta_power now, about 0.007 "
     "times as large: executive.eta_power = 0.0028"},
    {"speed_of_politics_above_1", "[executive]\neta_power = 1.5",
     "test.toml:2:1: executive.eta_power: 1.5 is out of range; a number in [0, 1]"},
    {"speed_of_equality_above_1", "[[firms]]\neta_equality = 1.5",
     "test.toml:2:1: firms[0].eta_equality: 1.5 is out of range; a number in [0, 1]"},
    {"drawn_power_weight_of_version_1", "[executive]\npower_weight = { uniform = [0.2, 0.6] }",
     "test.toml:2:1: executive.power_weight: unknown key; it is executive.eta_power now, about 0.007 "
     "times as large: executive.eta_power = { uniform = [0.0014, 0.0042] }"},
    {"varied_power_weight_of_version_1", "[sweep.vary]\n\"executive.power_weight\" = [0.1, 0.6]",
     "test.toml:2:28: sweep.vary.executive.power_weight: there is no key 'executive.power_weight'; it is "
     "executive.eta_power now, about 0.007 times as large: executive.eta_power = [0.0007, 0.0042]"},
    {"equality_weight_of_version_1", "[[firms]]\nequality_weight = 1",
     "test.toml:2:1: firms[0].equality_weight: unknown key; it is firms[0].eta_equality now, about 0.007 "
     "times as large: firms[0].eta_equality = 0.007"},
    {"strategy_that_is_over_before_it_begins", "[strategies.x]\nstart = 1\nduration = 0",
     "test.toml:3:1: strategies.x.duration: 0 is out of range; a whole number in [1, 1000000]"},
    {"negative_budget_of_a_strategy", "[strategies.x]\nstart = 1\nbudget = -0.3",
     "test.toml:3:1: strategies.x.budget: -0.3 is out of range; a number of at least 0"},
    {"more_proof_than_all", "[strategies.x]\nstart = 1\nprove = 1.2",
     "test.toml:3:1: strategies.x.prove: 1.2 is out of range; a number in [0, 1]"},
    {"negative_budget_lines", "[executive]\nitems = [1, -2, 1, 1]",
     "test.toml:2:13: executive.items[1]: -2 is out of range; a number of at least 0"},
    {"no_budget_lines", "[executive]\nitems = [0, 0, 0, 0]",
     "test.toml:2:1: executive.items: no department has a budget line; at least one above 0"},
    {"no_budget_lines_of_a_firm", "[[firms]]\n[[firms]]\nitems = [0, 0, 0, 0]",
     "test.toml:3:1: firms[1].items: no department has a budget line; at least one above 0"},
    {"shares_that_cannot_move", "[executive]\nmost = 0",
     "test.toml:2:1: executive.most: 0 is out of range; a number above 0"},
    {"rebound_below_none", "[market]\nretention.rebound = -1",
     "test.toml:2:11: market.retention.rebound: -1 is out of range; a number of at least 0"},
    {"price_of_nothing", "[[firms]]\nprice = 0",
     "test.toml:2:1: firms[0].price: 0 is out of range; a number above 0"},
    {"churn_of_a_firm", "[[firms]]\nchurn = 1.5",
     "test.toml:2:1: firms[0].churn: 1.5 is out of range; a number in [0, 1]"},
    {"too_few_people", "market = { kind = \"mean_field\", customers = 99 }",
     "test.toml:1:33: market.customers: 99 people are too few for a market without individuals; at least "
     "100, or market.kind = \"network\""},
    {"work_without_judgement", "[marketing]\ncraft = 0.95",
     "test.toml:2:1: marketing.craft: 0.95 is out of range; a number in [0, 0.9]"},
    {"budget_of_a_firm", "[[firms]]\nbudget = 3",
     "test.toml:2:1: firms[0].budget: unknown key; how a firm divides its budget is `share` "
     "(executive.share); for some weeks [[grants]] changes what a department receives"},
    {"focal_firm_as_itself", "[[firms]]\nstrategy = \"same_as_focal\"",
     "test.toml:2:1: firms[0].strategy: firm 0 is the focal firm itself; leave it out: its strategies are "
     "those under [strategies]"},
    {"no_whole_number_between", "[product]\nwindow = { uniform = [1.2, 1.8] }",
     "product.window: no whole number lies in [1.2, 1.8]"},
    {"whole_number_beyond_the_longest_run", "executive.growth_window = 9223372036854775807",
     "executive.growth_window: 9223372036854775807 is out of range; a whole number in [1, 10000]"},
    {"odd_small_world", "market = { kind = \"network\", network = { degree = 7 } }",
     "market.network.degree: 7 neighbours cannot stand evenly on both sides; an even number"},
    {"more_neighbours_than_people",
     "market = { kind = \"network\", customers = 100, network = { degree = 200 } }",
     "market.network.degree: 200 neighbours among 100 people; fewer neighbours than people"},
    {"odd_total_degree",
     "market = { kind = \"network\", customers = 101, network = { kind = \"random\", degree = 3 } }",
     "market.network.degree: 101 people of 3 neighbours: an odd number of ends; an even degree, or an even "
     "market.customers"},
    {"more_neighbours_outside_than_people",
     "market = { kind = \"network\", customers = 100, network = { kind = \"communities\", degree_outside = "
     "100 } }",
     "market.network.degree_outside: 100 neighbours among 100 people; fewer neighbours than people"},
    {"more_neighbours_inside_than_people",
     "market = { kind = \"network\", customers = 100, network = { kind = \"communities\", community_size = "
     "1000, "
     "degree_inside = 100 } }",
     "market.network.degree_inside: 100 neighbours in a community of 100; fewer neighbours than people in a "
     "community"},
    {"odd_total_degree_inside",
     "market = { kind = \"network\", network = { kind = \"communities\", community_size = 25, degree_inside "
     "= 5 } }",
     "market.network.degree_inside: 25 people of 5 neighbours: an odd number of ends; an even degree, or an "
     "even "
     "market.network.community_size"},
    {"odd_total_degree_outside",
     "market = { kind = \"network\", customers = 1001, network = { kind = \"communities\", degree_outside = "
     "3 } }",
     "market.network.degree_outside: 1001 people of 3 neighbours: an odd number of ends; an even degree, or "
     "an even "
     "market.customers"},
    {"nested_too_deep", "x = " + std::string(100, '[') + std::string(100, ']'), "nested too deep"},
    {"incomplete_grant", "[[grants]]\nfirm = 0\ndepartment = \"sales\"\nweeks = [1, 2]",
     "test.toml:1:1: grants[0].factor: missing; give firm, department, factor and weeks"},
    {"syntax", "[market\ntaste = 3", "test.toml:1:8: not valid TOML"},
    {"duplicate", "[market]\ntaste = 3\ntaste = 4",
     "test.toml:3:9: 'taste' stands there a second time; keep"},
    {"encoding", "[market]\ntaste = \"\xff\"", "not valid TOML"},
};

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, are_reported_with_place_and_cure) {
  const std::string said = complaints(GetParam().toml);
  EXPECT_NE(said.find(GetParam().complaint), std::string::npos) << "said: " << said;
}

INSTANTIATE_TEST_SUITE_P(All, Mistakes, testing::ValuesIn(kMistakes),
                         [](const auto& kind) { return std::string(kind.param.name); });

// Of what the second version of the model added.
TEST(Reader, refuses_the_new_keys_out_of_their_ranges_and_takes_them_at_the_ends) {
  const auto refused = [](const std::string& key, const std::string& value) {
    return complaints(key + " = " + value).find(value + " is out of range") != std::string::npos;
  };
  for (const char* share :
       {"environment.ai.lift", "environment.ai.likeness", "environment.ai.insource", "executive.eta_power",
        "executive.eta_equality", "marketing.prove_cost", "lines.tolerance", "strategies.x.prove"}) {
    EXPECT_TRUE(refused(share, "-0.1")) << share;
    EXPECT_TRUE(refused(share, "1.1")) << share;
    EXPECT_FALSE(refused(share, "0")) << share;
    EXPECT_FALSE(refused(share, "1")) << share;
  }
  for (const char* amount : {"environment.ai.quality", "executive.scarcity_power", "market.retention.rebound",
                             "strategies.x.budget"}) {
    EXPECT_TRUE(refused(amount, "-0.1")) << amount;
    EXPECT_FALSE(refused(amount, "3")) << amount;
  }
  EXPECT_FALSE(refused("market.retention.lapse", "-2"));  // a utility
}

TEST(Reader, reports_everything_in_one_pass) {
  const std::string said =
      complaints("[market]\ntast = 3\ntaste = \"x\"\n[economics]\nmargin = 2\n[[firms]]\nstrategy = \"y\"");
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 3) << said;
}

TEST(Reader, takes_an_empty_scenario_for_all_defaults) {
  const Scenario scenario = test::scenario("");
  EXPECT_EQ(scenario.parameters, Parameters());
  EXPECT_EQ(scenario.firms.size(), 3U);
  EXPECT_EQ(scenario.firms[2].name, "rival 2");
}

TEST(Reader, takes_whole_numbers_for_real_ones) {
  EXPECT_EQ(test::scenario("[market]\ntaste = 2").parameters.market.taste, 2.0);
}

TEST(Reader, takes_an_adaptive_head_that_has_a_mix_to_begin_with) {
  EXPECT_NO_THROW(test::scenario("[strategies.x]\nstart = 1\nadaptive = true\nmix = [1, 0, 0, 0]"));
}

TEST(Reader, takes_a_cut_of_marketing_for_two_years_as_a_strategy) {
  const Scenario scenario = test::scenario(
      "run.replications = 20\n[strategies.cut]\nlabel = \"Marketing 30 % down for two years\"\n"
      "start = 260\nduration = 104\nbudget = 0.7");
  EXPECT_EQ(scenario.strategies[0].duration, 104);
  EXPECT_EQ(scenario.strategies[0].budget, 0.7);
}

// Looking at every known key for every key took minutes for these.
TEST(Reader, takes_a_few_thousand_tables) {
  std::string toml;
  for (int i = 0; i < 3000; ++i)
    toml += fmt::format(
        "[strategies.s{}]\nstart = 1\n[[grants]]\nfirm = 0\ndepartment = \"sales\"\nfactor = "
        "2\nweeks = [1, 2]\n",
        i);
  EXPECT_EQ(test::scenario(toml).grants.size(), 3000U);
}

TEST(Reader, gives_each_firm_its_talent_from_a_list) {
  const std::vector<FirmParameters> firms =
      parameters_of_firms(test::scenario("[product]\ntalent = [1.5, 1, 0.5]"));
  EXPECT_EQ(firms[0].product.talent, 1.5);
  EXPECT_EQ(firms[2].product.talent, 0.5);
}

TEST(Reader, finds_a_grants_firm_by_name) {
  const Scenario scenario = test::scenario(
      "[[firms]]\n[[firms]]\nname = \"B\"\n[[grants]]\nfirm = \"B\"\ndepartment = \"sales\"\nfactor = "
      "2\nweeks = [1, 2]");
  EXPECT_EQ(scenario.grants[0], (Grant{{1}, Department::sales, 2, {1, 2}}));
}

TEST(Writer, spells_out_a_scenario_that_reads_back_the_same) {
  for (const char* toml :
       {"", "[market]\ntaste = { uniform = [1, 2] }\nkind = \"mean_field\"",
        "title = \"a \\\"quoted\\\" title\"\n[strategies.\"odd name\"]\nlabel = \"嵌入产品\"\nstart = 3\n"
        "mix = [0.1, 0.2, 0.3, 0.4]\n[[firms]]\nname = \"A\"\nstrategy = \"odd name\"\ntalent = 1.2",
        "[measurement]\nai_exposure = [0.1, \"-\", { uniform = [0.1, 0.2] }, 0.3]\n"
        "[marketing]\njudgement = [0.1, 0.2, { normal = [0.5, 0.1] }, 0.3]",
        "[product]\ntalent = [2, 1, { uniform = [1, 2] }]"}) {
    const Scenario scenario = test::scenario(toml);
    const std::string text = to_toml(scenario);
    EXPECT_EQ(test::scenario(text), scenario) << text;
    EXPECT_EQ(to_toml(test::scenario(text)), text);
  }
}

TEST(Writer, spells_out_every_default) {
  test::expect_golden("defaults.toml", to_toml(test::scenario("")));
}

std::string file_complaints(const std::filesystem::path& path, const std::vector<Setting>& settings = {}) {
  try {
    load_scenario(path, settings);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Files, extend_each_other_to_a_limit) {
  const test::TemporaryFolder folder;
  for (int i = 0; i < 100; ++i)
    folder.write(fmt::format("{}.toml", i), fmt::format("extends = \"{}.toml\"", i + 1));
  folder.write("100.toml", "run.weeks = 4");
  EXPECT_NO_THROW(load_scenario(folder.path() / "50.toml"));
  EXPECT_NE(
      file_complaints(folder.path() / "0.toml").find("extends: more than 64 scenarios extend each other"),
      std::string::npos);
}

TEST(Files, extend_each_other_key_by_key) {
  const test::TemporaryFolder folder;
  folder.write("base.toml", "[market]\ntaste = 2\ncustomers = 500\n[strategies.a]\nstart = 5\nramp = 9");
  const auto path =
      folder.write("top.toml", "extends = \"base.toml\"\n[market]\ntaste = 4\n[strategies.a]\nstart = 7");
  const Scenario scenario = load_scenario(path);
  EXPECT_EQ(scenario.parameters.market.taste, 4);
  EXPECT_EQ(scenario.parameters.market.customers, 500);
  EXPECT_EQ(scenario.strategies[0].start, 7);
  EXPECT_EQ(scenario.strategies[0].ramp, 9);
  EXPECT_EQ(scenario.title, "top");
}

TEST(Files, name_the_file_in_which_a_mistake_stands) {
  const test::TemporaryFolder folder;
  const auto base = folder.write("base.toml", "[market]\ntast = 2");
  const auto path = folder.write("top.toml", "extends = \"base.toml\"");
  EXPECT_EQ(file_complaints(path), base.string() + ":2:1: market.tast: unknown key; did you mean 'taste'?");
}

TEST(Files, do_not_extend_in_circles) {
  const test::TemporaryFolder folder;
  const auto a = folder.write("a.toml", "extends = \"b.toml\"");
  const auto b = folder.write("b.toml", "extends = \"a.toml\"");
  EXPECT_EQ(file_complaints(a), b.string() +
                                    ":1:11: extends: goes round in a circle: a.toml -> b.toml -> a.toml; "
                                    "a scenario cannot extend itself, by whatever detour");
}

TEST(Files, that_are_missing_or_folders_or_too_large_are_refused) {
  const test::TemporaryFolder folder;
  EXPECT_NE(file_complaints(folder.path() / "none.toml").find("No such file"), std::string::npos);
  EXPECT_NE(file_complaints(folder.path()).find("is a folder"), std::string::npos);
  const auto large = folder.write("large.toml", std::string(std::size_t{17} << 20U, '#'));
  EXPECT_NE(file_complaints(large).find("larger than 1 MB"), std::string::npos);
  const auto empty = folder.write("empty.toml", "# nothing\n");
  EXPECT_EQ(file_complaints(empty),
            empty.string() +
                ":1:1: the scenario is empty; give at least one key, such as run.weeks = "
                "520, or extends = \"other.toml\"");
  const auto pipe = folder.path() / "pipe.toml";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_NE(file_complaints(pipe).find("the file is not a regular file"), std::string::npos);
  std::filesystem::create_symlink("loop.toml", folder.path() / "loop.toml");
  EXPECT_NE(file_complaints(folder.path() / "loop.toml").find("cannot be read"), std::string::npos);
  const auto misspelt = folder.write("misspelt.toml", "extends = \"capital_wintr\"");
  EXPECT_TRUE(
      file_complaints(misspelt).ends_with(":1:11: extends: there is no such file, and no scenario that comes "
                                          "with orgsim is called 'capital_wintr'; "
                                          "did you mean 'capital_winter'?"));
  const auto top = folder.write("top.toml", "extends = \"none.toml\"");
  EXPECT_NE(file_complaints(top).find("top.toml:1:11"), std::string::npos);
}

TEST(Files, with_absurdly_deep_keys_are_refused) {
  std::string deep = "a";
  for (int i = 0; i < 100000; ++i) deep += ".a";
  EXPECT_NE(complaints(deep + " = 1").find("too many parts"), std::string::npos);
}

TEST(Files, report_what_is_wrong_in_them_together_with_wrong_settings) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("x.toml", "market.tast = 2");
  EXPECT_EQ(file_complaints(path, {{"run.weeks", "--set run.weeks"}}),
            "--set run.weeks: no key and value; write it as --set market.taste=3\n" + path.string() +
                ":1:8: market.tast: unknown key; did you mean 'taste'?");
}

TEST(Settings, override_the_file) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("x.toml", "[market]\ntaste = 2\n[[firms]]\n[[firms]]");
  const Scenario scenario = load_scenario(path, {{"market.taste=5", ""},
                                                 {"market.kind=mean_field", ""},
                                                 {"firms[1].talent=2", ""},
                                                 {"environment.climate=[[0, 0.5]]", ""},
                                                 {"strategies.new.start=3", ""},
                                                 {"run.weeks=12", ""}});
  EXPECT_EQ(scenario.parameters.market.taste, 5);
  EXPECT_EQ(scenario.parameters.market.kind, MarketKind::mean_field);
  EXPECT_EQ(parameters_of_firms(scenario)[1].product.talent, 2);
  EXPECT_EQ(scenario.parameters.environment.climate.at(3), 0.5);
  EXPECT_EQ(scenario.strategies[0].name, "new");
  EXPECT_EQ(scenario.parameters.run.weeks, 12);
}

TEST(Settings, that_are_wrong_are_named) {
  const test::TemporaryFolder folder;
  const auto path = folder.write("x.toml", "[[firms]]");
  const auto said = [&](const std::string& assignment) {
    return file_complaints(path, {{assignment, "--set " + assignment}});
  };
  EXPECT_EQ(said("market.tast=1"), "--set market.tast=1: market.tast: unknown key; did you mean 'taste'?");
  EXPECT_EQ(said("taste"), "--set taste: no key and value; write it as --set market.taste=3");
  EXPECT_EQ(said("market.taste=[1"),
            "--set market.taste=[1: market.taste: '[1' is no value; a TOML value: 3, true, "
            "\"text\", [0.1, 0.9], { uniform = [1, 3] }");
  EXPECT_EQ(said("run.weeks=5,000"),
            "--set run.weeks=5,000: run.weeks: '5,000' is no number; write thousands without commas: 5000 or "
            "5_000");
  EXPECT_EQ(
      said("market.taste="),
      "--set market.taste=: market.taste: '' is no value; a TOML value: 3, true, \"text\", [0.1, 0.9], { "
      "uniform = [1, 3] }");
  for (const char* odd : {"market..taste=3", ".market.taste=3", "market.taste]=3", "market[]=3", " =3"}) {
    EXPECT_EQ(said(odd),
              std::string("--set ") + odd + ": no key and value; write it as --set market.taste=3");
  }
  EXPECT_EQ(
      said("market.mass[0]=0.1"),
      "--set market.mass[0]=0.1: market.mass[0]: no list is written there that could have an entry '0'; "
      "write the list or the table into the scenario's file, or set it as a whole");
  EXPECT_EQ(said("extends=\"x\""),
            "--set extends=\"x\": extends: a file's own key; write it into a scenario file");
  EXPECT_EQ(said("firms[4].talent=1"),
            "--set firms[4].talent=1: firms[4].talent: the list has no entry '4'; "
            "its entries are numbered from 0 to 0");
}

TEST(Shipped, scenarios_are_right_and_open_with_their_question) {
  for (const std::filesystem::path& path : test::shipped_scenarios()) {
    EXPECT_EQ(file_complaints(path), "");
    const std::string text = test::read_file(path);
    EXPECT_TRUE(text.starts_with("# Question: ")) << path;
    EXPECT_NE(text.find("\n# Expect: "), std::string::npos) << path;
    EXPECT_NE(text.find("\n# Claim tested: "), std::string::npos) << path;
    const Scenario scenario = load_scenario(path);
    EXPECT_EQ(scenario.strategies.size(), 15U) << path;
    EXPECT_NE(scenario.title, path.stem()) << path;
  }
}

}  // namespace
}  // namespace orgsim

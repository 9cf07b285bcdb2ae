#include "model/market/network/network.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <set>

#include "core/draws.hpp"
#include "experiment/statistics.hpp"
#include "model/market/network/kernel.hpp"
#include "platform/parallel.hpp"
#include "scenario/text/checks.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const StreamKey kLuck{5, 0};

Stream draws(std::uint32_t number = 0) {
  return kLuck.stream(Purpose::network, 0, number);
}

double mean_degree(const StoredGraph& graph) {
  return static_cast<double>(graph.ids.size()) / static_cast<double>(graph.people());
}

// Both ends know of each tie, nobody is tied to himself, nobody twice.
void expect_simple(const StoredGraph& graph) {
  for (PersonId i = 0; i < graph.people(); ++i) {
    const auto row = graph.of(i);
    EXPECT_TRUE(std::is_sorted(row.begin(), row.end()));
    EXPECT_EQ(std::set<PersonId>(row.begin(), row.end()).size(), row.size());
    for (const PersonId other : row) {
      EXPECT_NE(other, i);
      const auto back = graph.of(other);
      EXPECT_TRUE(std::binary_search(back.begin(), back.end(), i));
    }
  }
}

// The share of pairs of a person's neighbours that are neighbours themselves.
double clustering(const StoredGraph& graph) {
  double closed = 0;
  double pairs = 0;
  for (PersonId i = 0; i < graph.people(); ++i) {
    const auto row = graph.of(i);
    for (std::size_t a = 0; a < row.size(); ++a) {
      const auto other = graph.of(row[a]);
      for (std::size_t b = a + 1; b < row.size(); ++b) {
        pairs += 1;
        closed += std::binary_search(other.begin(), other.end(), row[b]) ? 1 : 0;
      }
    }
  }
  return closed / pairs;
}

TEST(SmallWorld, is_a_ring_without_rewiring_and_a_random_graph_with_it) {
  const StoredGraph ring = small_world(1000, 8, 0, draws());
  expect_simple(ring);
  EXPECT_EQ(std::vector<PersonId>(ring.of(10).begin(), ring.of(10).end()),
            (std::vector<PersonId>{6, 7, 8, 9, 11, 12, 13, 14}));
  EXPECT_NEAR(clustering(ring), 9.0 / 14,
              1e-12);  // 3 (K - 2) / (4 (K - 1)) for K = 8 (Watts & Strogatz 1998)
  const StoredGraph random = small_world(2000, 8, 1, draws());
  expect_simple(random);
  EXPECT_LT(clustering(random), 0.02);
  EXPECT_NEAR(mean_degree(random), 8, 0.1);
}

TEST(Configuration, gives_everybody_his_degree_in_sparse_and_in_dense_graphs) {
  for (const auto& [people, degree] : {std::pair{3000U, 6U}, {100U, 50U}, {8U, 6U}}) {
    Stream stream = draws();
    const StoredGraph graph = configuration(std::vector<std::uint32_t>(people, degree), {}, 0, stream);
    expect_simple(graph);
    for (PersonId i = 0; i < people; ++i) EXPECT_EQ(graph.of(i).size(), degree) << people;
  }
}

TEST(Configuration, ties_more_of_the_same_kind_with_homophily) {
  std::vector<std::uint8_t> favourites;
  for (int i = 0; i < 3000; ++i) favourites.push_back(static_cast<std::uint8_t>(i % 3));
  const auto alike = [&](double homophily) {
    Stream stream = draws();
    const StoredGraph graph =
        configuration(std::vector<std::uint32_t>(3000, 6), favourites, homophily, stream);
    double same = 0;
    for (PersonId i = 0; i < graph.people(); ++i) {
      for (const PersonId other : graph.of(i)) same += favourites[i] == favourites[other] ? 1 : 0;
    }
    return same / static_cast<double>(graph.ids.size());
  };
  EXPECT_NEAR(alike(0), 1.0 / 3, 0.02);
  // An end is held back for its kind with probability h; the rest are tied at random: h + (1 - h) / 3.
  EXPECT_NEAR(alike(0.5), 0.5 + 0.5 / 3, 0.02);
  EXPECT_EQ(alike(1), 1);
}

TEST(PowerLaw, has_the_degrees_of_its_law) {
  NetworkParameters p;
  p.degree_exponent = 2.5;
  p.degree_least = 3;
  p.degree_cutoff = 300;
  const std::vector<std::uint32_t> degrees = power_law_degrees(100000, p, draws());
  double all = 0;
  for (int d = 3; d <= 300; ++d) all += std::pow(d, -2.5);
  const auto least = static_cast<double>(std::count(degrees.begin(), degrees.end(), 3U));
  const double expected = std::pow(3, -2.5) / all;
  EXPECT_NEAR(least / 1e5, expected, 4 * std::sqrt(expected * (1 - expected) / 1e5));  // four standard errors
  EXPECT_EQ(std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0}) % 2, 0U);
  EXPECT_LE(*std::max_element(degrees.begin(), degrees.end()), 301U);
}

TEST(Communities, keep_most_ties_inside) {
  NetworkParameters p;
  p.community_size = 50;
  p.degree_inside = 6;
  p.degree_outside = 2;
  const StoredGraph graph = communities(5000, p, draws());
  expect_simple(graph);
  double inside = 0;
  for (PersonId i = 0; i < graph.people(); ++i) {
    for (const PersonId other : graph.of(i)) inside += i / 50 == other / 50 ? 1 : 0;
  }
  // Every hundredth of the ties outside leads back into the group.
  EXPECT_NEAR(inside / static_cast<double>(graph.ids.size()), 0.75 + 0.25 / 100, 0.003);
  EXPECT_NEAR(mean_degree(graph), 8, 0.01);
}

std::vector<PersonId> neighbours_of(const ImplicitGraph& graph, PersonId person) {
  const auto row = graph.neighbours(person, 0);
  return {row.begin(), row.begin() + graph.degree};
}

TEST(ImplicitGraph, is_the_ring_without_rewiring) {
  const ImplicitGraph ring{100, 4, 0, kLuck};
  EXPECT_EQ(neighbours_of(ring, 0), (std::vector<PersonId>{1, 99, 2, 98}));
  EXPECT_EQ(neighbours_of(ring, 99), (std::vector<PersonId>{0, 98, 1, 97}));
  constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  const ImplicitGraph largest{most, 4, 0, kLuck};
  EXPECT_EQ(neighbours_of(largest, most - 1), (std::vector<PersonId>{0, most - 2, 1, most - 3}));
  // Places beyond the first eight go on where those end.
  EXPECT_EQ((ImplicitGraph{100, 12, 0, kLuck}.neighbours(50, 8)[0]), 55U);
}

TEST(ImplicitGraph, leads_anybody_anywhere_with_rewiring) {
  const ImplicitGraph random{100, 8, 1, kLuck};
  std::vector<double> met(100);
  for (PersonId i = 0; i < 100; ++i) {
    const std::vector<PersonId> row = neighbours_of(random, i);
    EXPECT_EQ(row, neighbours_of(random, i));
    EXPECT_EQ(std::count(row.begin(), row.end(), i), 0);
    for (const PersonId other : row) ++met[other];
  }
  // 800 draws over 100 people: the chi-squared statistic, less its expectation 99, in standard deviations.
  double statistic = 0;
  for (const double count : met) statistic += (count - 8) * (count - 8) / 8;
  EXPECT_NEAR((statistic - 99) / std::sqrt(2 * 99.0), 0, 4);
}

Scenario network(std::int64_t customers, NetworkKind kind) {
  Scenario scenario = test::scenario("market.kind = \"network\"");
  scenario.parameters.market.customers = customers;
  scenario.parameters.market.network.kind = kind;
  return scenario;
}

TEST(Network, of_an_odd_total_degree_once_newcomers_have_come_is_refused) {
  Scenario scenario = test::scenario(R"(
    run.weeks = 4
    market = { kind = "network", customers = 200, firms = 1, mass = [1], resistance = [0], inflow = 0.3 }
  )");
  ASSERT_EQ(people_by_the_end(scenario.parameters), 203);
  NetworkParameters& p = scenario.parameters.market.network;
  for (const NetworkKind kind : {NetworkKind::random, NetworkKind::communities}) {
    p.kind = kind;
    p.degree = p.degree_outside = 3;
    EXPECT_TRUE(problems_of(scenario).empty());
    EXPECT_THROW(test::simulation(scenario), InputError);
    p.degree = p.degree_outside = 4;
    EXPECT_NO_THROW(test::simulation(scenario));
  }
}

TEST(Graphs, are_given_up_in_the_making_when_asked) {
  const std::atomic<bool> asked{true};
  const StopFlag stop(&asked);
  NetworkParameters p;
  Stream stream = draws();
  EXPECT_THROW(small_world(100, 4, 0.1, stream, stop), Interrupted);
  EXPECT_THROW(power_law_degrees(100, p, stream, stop), Interrupted);
  EXPECT_THROW(configuration(std::vector<std::uint32_t>(100, 4), {}, 0, stream, stop), Interrupted);
  EXPECT_THROW(communities(100, p, stream, stop), Interrupted);
  EXPECT_THROW(rows_of(2, {{0, 1}}, true, stop), Interrupted);
  EXPECT_THROW(tour_of(small_world(100, 4, 0.1, stream), stop), Interrupted);
}

TEST(Network, is_given_up_in_the_making_when_asked) {
  const std::atomic<bool> asked{true};
  const Scenario scenario = network(100, NetworkKind::implicit);
  EXPECT_THROW(populated_market(scenario.parameters, starts_of(scenario), {}, {1, 0}, StopFlag(&asked)),
               Interrupted);
}

// The candidates of a week are a sample in which everybody's u is uniform on the layers that reach `most`.
TEST(Thinning, draws_everybody_with_a_uniform_number) {
  constexpr std::uint32_t people = 20000;
  constexpr int weeks = 200;
  std::vector<Candidate> candidates;
  std::array<double, 6> in_half_a_layer{};
  std::vector<double> of_person(people);
  for (int week = 0; week < weeks; ++week) {
    for (std::uint32_t block = 0; block < 2; ++block) {
      draw_candidates(kLuck, week, block, people, 2.5 * kLayer, candidates);
      std::set<PersonId> once;
      for (const Candidate& candidate : candidates) {
        ASSERT_LT(candidate.person, people);
        EXPECT_TRUE(once.insert(candidate.person).second);
        ASSERT_LT(candidate.u, 3 * kLayer);
        ++of_person[candidate.person];
        ++in_half_a_layer[static_cast<std::size_t>(candidate.u / kLayer * 2)];
      }
    }
  }
  const double expected = people * weeks * kLayer / 2;
  for (const double count : in_half_a_layer) EXPECT_NEAR(count, expected, 5 * std::sqrt(expected));
  const double mean = weeks * 3 * kLayer;
  double squares = 0;
  for (const double count : of_person) squares += (count - mean) * (count - mean);
  EXPECT_NEAR(squares / people / (mean * (1 - 3 * kLayer)), 1, 5 * std::sqrt(2.0 / people));
}

// K ~ Binomial(block, kLayer): mean and variance over weeks, within five standard errors.
TEST(Thinning, draws_a_binomial_number_of_candidates) {
  constexpr int weeks = 400;
  std::vector<double> counts;
  for (int week = 0; week < weeks; ++week) {
    std::vector<Candidate> candidates;
    draw_candidates(kLuck, week, 0, kBlock, kLayer, candidates);
    counts.push_back(static_cast<double>(candidates.size()));
  }
  const double variance = kBlock * kLayer * (1 - kLayer);
  EXPECT_NEAR(mean_of(counts), kBlock * kLayer, 5 * std::sqrt(variance / weeks));
  EXPECT_NEAR(variance_of(counts) / variance, 1, 5 * std::sqrt(2.0 / weeks));
}

// Paired runs keep their random numbers where one of them needs more layers.
TEST(Thinning, draws_the_same_in_a_layer_however_many_a_week_needs) {
  std::vector<Candidate> few;
  std::vector<Candidate> many;
  draw_candidates(kLuck, 3, 1, 20000, 0.5 * kLayer, few);
  draw_candidates(kLuck, 3, 1, 20000, 2.5 * kLayer, many);
  ASSERT_GT(few.size(), 0U);
  ASSERT_GT(many.size(), few.size());
  for (std::size_t i = 0; i < many.size(); ++i) {
    EXPECT_EQ(many[i].u < kLayer, i < few.size());
    if (i >= few.size()) continue;
    EXPECT_EQ(many[i].person, few[i].person);
    EXPECT_EQ(many[i].u, few[i].u);
  }
}

// Whom a person listens to in a week, one after the other.
std::vector<PersonId> listened_to(const Network& network, const Society& society, PersonId person, int week) {
  std::vector<PersonId> all;
  if (const auto* stored = std::get_if<StoredGraph>(&society.graph)) {
    all.assign(stored->of(person).begin(), stored->of(person).end());
  } else if (const auto* implicit = std::get_if<ImplicitGraph>(&society.graph)) {
    for (std::uint32_t i = 0; i < implicit->degree; ++i) all.push_back(implicit->neighbours(person, i)[0]);
  } else {
    const auto& mixing = std::get<MixingGraph>(society.graph);
    for (std::uint32_t i = 0; i < mixing.degree; ++i) {
      const bool alike = mixing.meet(person, i, week, 0).alike;
      for (std::uint32_t attempt = 0; attempt < 60; ++attempt) {
        const PersonId other = mixing.meet(person, i, week, attempt).person;
        if (network.states[other] == kAbsent) continue;
        if (alike && society.favourite(other) != society.favourite(person)) continue;
        all.push_back(other);
        break;
      }
    }
  }
  return all;
}

// The week once more, as slowly as it is written down: everybody in turn, whatever he drew. Returns what word
// of mouth is credited with, per firm.
std::vector<double> step_densely(Network& network, const Society& society, const Hazards& hazards,
                                 const StreamKey& stream_key, int week, double most) {
  const auto people = static_cast<std::uint32_t>(network.states.size());
  std::vector<double> u(people, 1);
  for (std::uint32_t block = 0; block * kBlock < people; ++block) {
    std::vector<Candidate> candidates;
    draw_candidates(stream_key, week, block, people, most, candidates);
    for (const Candidate& candidate : candidates) u[candidate.person] = candidate.u;
  }
  const Cells& cells = network.cells;
  const auto F = static_cast<std::size_t>(cells.firms);
  std::vector<double> credited(F);
  LargeVector<PersonState> next = network.states;
  for (PersonId i = 0; i < people; ++i) {
    const PersonState state = network.states[i];
    if (state == kAbsent) continue;
    const int k = society.favourite(i);
    const bool is_user = state >= kUserStates;
    const int provider = is_user ? (state - kUserStates) / cells.levels : -1;
    const int habit = is_user ? (state - kUserStates) % cells.levels : 0;
    const double mu = is_user ? hazards.leaving_of(provider, habit) : 0;
    const std::vector<PersonId> around = listened_to(network, society, i, week);
    std::vector<double> own;    // hazards without word of mouth
    std::vector<double> added;  // by the neighbours
    std::vector<double> heard;  // the part of a firm's contacts that is word of mouth
    for (int f = 0; f < cells.firms; ++f) {
      double users = 0;
      for (const PersonId other : around) {
        const PersonState theirs = network.states[other];
        const bool uses = theirs >= kUserStates && theirs != kAbsent;
        users += uses && (theirs - kUserStates) / cells.levels == f ? 1 : 0;
      }
      const double share = around.empty() ? 0 : users / static_cast<double>(around.size());
      const PerChannel& c = hazards.contact[static_cast<std::size_t>(f)];
      const double reach =
          c[Channel::broadcast] + c[Channel::performance] + c[Channel::sales] + c[Channel::organic];
      const double word = hazards.word_of_mouth[static_cast<std::size_t>(f)];
      const std::size_t row = is_user ? hazards.row_of_user(k, provider, habit)
                                      : hazards.row_of_nonuser(k, society.adopter_class(i), state);
      const double accept = hazards.acceptance_of(f, row);
      const double taken_up =
          is_user ? mu * hazards.taken_up[static_cast<std::size_t>(provider * cells.firms + f)] : 0;
      own.push_back(reach * accept + taken_up);
      added.push_back(word * accept * share);
      heard.push_back(word * share / (reach + word * share));
    }
    own.push_back(is_user ? mu * hazards.none[static_cast<std::size_t>(provider)] : 0);
    own.push_back(is_user && habit + 1 < cells.levels ? hazards.rising[static_cast<std::size_t>(provider)]
                                                      : 0);
    own.push_back(habit > 0 ? hazards.falling : 0);
    const double alone = std::accumulate(own.begin(), own.end(), 0.0);
    const double together = std::accumulate(added.begin(), added.end(), 0.0);
    if (!(u[i] < -std::expm1(-(alone + together)))) continue;
    Stream choice = stream_key.stream(Purpose::choice, static_cast<std::uint32_t>(week), i);
    const bool is_own = uniform(choice) * (alone + together) < alone;
    const std::size_t event =
        is_own ? in_proportion(own, alone, uniform(choice)) : in_proportion(added, together, uniform(choice));
    next[i] = static_cast<PersonState>(event < F        ? cells.state_of(static_cast<int>(event), 0)
                                       : event == F     ? kLapsed
                                       : event == F + 1 ? state + 1
                                                        : state - 1);
    if (event < F) credited[event] += heard[event];
  }
  network.states = next;
  return credited;
}

struct Crowd {
  const char* name;
  int firms;
  const char* network;  // its keys
};

class DenseSweep : public testing::TestWithParam<Crowd> {};

// Neighbours are counted in another way where there are many firms, or many of them.
INSTANTIATE_TEST_SUITE_P(Network, DenseSweep,
                         testing::Values(Crowd{"small_world", 3, "degree = 12, rewiring = 0.3"},
                                         Crowd{"scale_free", 3, "kind = \"scale_free\""},
                                         Crowd{"random", 3, "kind = \"random\", degree = 12"},
                                         Crowd{"communities", 3, "kind = \"communities\""},
                                         Crowd{"implicit", 3, "kind = \"implicit\", degree = 12"},
                                         Crowd{"mixing", 3, "kind = \"mixing\", degree = 12"},
                                         Crowd{"sixteen_firms", 16, "degree = 8"},
                                         Crowd{"many_neighbours", 3, "degree = 300"}),
                         [](const auto& instance) { return instance.param.name; });

TEST_P(DenseSweep, ends_in_the_same_state_bit_for_bit) {
  Scenario scenario = test::scenario(
      fmt::format("market = {{ kind = \"network\", firms = {}, network = {{ homophily = 0.5, {} }} }}",
                  GetParam().firms, GetParam().network));
  scenario.parameters.market.customers = 20000;
  scenario.parameters.market.inflow = 0.1;
  scenario.parameters.market.contact.word_of_mouth = 0.1;
  scenario.parameters.run.weeks = 260;  // long enough for many of the neighbours to be still absent
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(60);
  for (int week = 60; week < 65; ++week) {
    simulation.step();
    const World& world = simulation.world();
    // What the week began with: the hazards are the week's, the states those after it; so take the next one.
    Network fast = std::get<Network>(world.market);
    Network slow = fast;
    const WeekTables tables(fast.cells, world.hazards);
    const Flows flows =
        fast.respond(world.hazards, {world.stream_key, week + 1, simulation.society(), in_turn});
    const std::vector<double> credited =
        step_densely(slow, simulation.society(), world.hazards, world.stream_key, week + 1, tables.most());
    EXPECT_EQ(fast.states, slow.states);
    EXPECT_GT(credited[0], 0);
    EXPECT_NE(fast.states, std::get<Network>(world.market).states);
    for (std::size_t f = 0; f < flows.size(); ++f) {
      EXPECT_NEAR(flows[f].won[Channel::word_of_mouth], credited[f], 1e-9 * credited[f]);
    }
  }
}

class NetworkOf : public testing::TestWithParam<NetworkKind> {};

// Neighbours of one favourite are h and, by chance, a third of the rest. Bound: four standard errors.
TEST_P(NetworkOf, ties_people_who_are_alike_as_far_as_homophily_says) {
  Scenario scenario = network(9000, GetParam());
  NetworkParameters& p = scenario.parameters.market.network;
  p.degree = 2;
  p.rewiring = 0;
  p.community_size = 2;  // pairs of successive people
  p.degree_inside = 1;
  p.degree_outside = 0;
  p.homophily = 0.6;
  const Simulation simulation = test::simulation(scenario);
  const auto& market = std::get<Network>(simulation.world().market);
  const Society& society = simulation.society();
  double alike = 0;
  double all = 0;
  for (PersonId i = 0; i < market.states.size(); ++i) {
    for (const PersonId other : listened_to(market, society, i, 0)) {
      alike += society.favourite(i) == society.favourite(other) ? 1 : 0;
      all += 1;
    }
  }
  const double expected = 0.6 + 0.4 / 3;
  EXPECT_NEAR(alike / all, expected, 4 * std::sqrt(expected * (1 - expected) / (all / 2)));
}

INSTANTIATE_TEST_SUITE_P(Kinds, NetworkOf,
                         testing::Values(NetworkKind::small_world, NetworkKind::scale_free,
                                         NetworkKind::random, NetworkKind::communities, NetworkKind::implicit,
                                         NetworkKind::mixing),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

TEST(Network, counts_its_people_right) {
  Scenario scenario = network(20000, NetworkKind::communities);
  scenario.parameters.market.inflow = 0.2;
  Simulation simulation = test::simulation(scenario);
  simulation.run_until(80);
  const auto& market = std::get<Network>(simulation.world().market);
  Cells counted = market.cells;
  std::fill(counted.counts.begin(), counted.counts.end(), 0.0);
  for (std::size_t i = 0; i < market.states.size(); ++i) {
    if (market.states[i] == kAbsent) continue;
    const auto person = static_cast<PersonId>(i);
    const Society& society = simulation.society();
    ++counted.at(society.favourite(person), society.adopter_class(person), market.states[i]);
  }
  EXPECT_EQ(counted, market.cells);
}

TEST(Network, lets_newcomers_arrive_anywhere) {
  Scenario scenario = network(20000, NetworkKind::small_world);
  scenario.parameters.market.inflow = 0.2;
  const Simulation simulation = test::simulation(scenario);
  const Society& society = simulation.society();
  for (const std::vector<PersonId>& list : society.arrivals) {
    // Of the first half to arrive, half are of the lower half of numbers: within four standard errors.
    const auto half = static_cast<std::ptrdiff_t>(list.size() / 2);
    std::vector<PersonId> sorted = list;
    std::sort(sorted.begin(), sorted.end());
    const double lower =
        static_cast<double>(std::count_if(list.begin(), list.begin() + half, [&](PersonId i) {
          return i < sorted[static_cast<std::size_t>(half)];
        }));
    const double n = static_cast<double>(half);
    EXPECT_NEAR(lower / n, 0.5, 4 * std::sqrt(1 / (8 * n)));  // hypergeometric
  }
}

TEST(Network, does_not_depend_on_threads) {
  const auto after = [](int threads) {
    Simulation simulation = test::simulation(network(50000, NetworkKind::small_world));
    simulation.run_until(40, on_threads(threads));
    return simulation;
  };
  const Simulation one = after(1);
  EXPECT_EQ(after(2), one);
  EXPECT_EQ(after(7), one);
}

// At (week * firms + firm) * runs + run.
std::vector<double> users_of_runs(const Scenario& scenario, std::size_t runs, const std::vector<int>& weeks) {
  const std::size_t firms = scenario.firms.size();
  std::vector<double> users(runs * firms * weeks.size());
  parallel_for(runs, hardware_threads(), [&](std::size_t r) {
    Simulation simulation = test::simulation(scenario, static_cast<std::uint32_t>(r));
    for (std::size_t w = 0; w < weeks.size(); ++w) {
      simulation.run_until(weeks[w]);
      for (std::size_t f = 0; f < firms; ++f) {
        users[(w * firms + f) * runs + r] = simulation.world().census_end.users(f);
      }
    }
  });
  return users;
}

// With neighbours drawn afresh every week the network is the pooled market: means by Welch's test and
// variances by the F test for three firms at three weeks, 18 tests, family-wise at the 1 % level
// (Bonferroni).
TEST(Network, with_fresh_neighbours_is_the_pooled_market) {
  Scenario scenario = network(20000, NetworkKind::mixing);
  scenario.parameters.firm.marketing.creative_noise = 0;
  scenario.parameters.firm.product.fit_noise = scenario.parameters.firm.product.viral_noise = 0;
  scenario.parameters.firm.executive.perception_noise = 0;
#ifdef ORGSIM_SANITIZED  // which look at memory and threads; the statistics are the release build's
  constexpr std::size_t runs = 10;
#else
  constexpr std::size_t runs = 200;
#endif
  const std::vector<int> weeks{52, 156, 520};
  const std::vector<double> network_users = users_of_runs(scenario, runs, weeks);
  scenario.parameters.market.kind = MarketKind::pooled;
  scenario.parameters.run.seed = 2;
  const std::vector<double> pooled_users = users_of_runs(scenario, runs, weeks);
  const std::size_t pairs = network_users.size() / runs;
  const double level = 0.01 / (2.0 * static_cast<double>(pairs));
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::string where =
        fmt::format("firm {} in week {}", i % scenario.firms.size(), weeks[i / scenario.firms.size()]);
    const std::span a = std::span(network_users).subspan(i * runs, runs);
    const std::span b = std::span(pooled_users).subspan(i * runs, runs);
    const double mean_a = mean_of(a);
    const double mean_b = mean_of(b);
    const double var_a = variance_of(a);
    const double var_b = variance_of(b);
    const double t = std::abs(mean_a - mean_b) / std::sqrt((var_a + var_b) / runs);
    const double freedom = (runs - 1) * std::pow(var_a + var_b, 2) / (var_a * var_a + var_b * var_b);
    const boost::math::students_t student(freedom);
    EXPECT_GT(2 * boost::math::cdf(boost::math::complement(student, t)), level) << "means of " << where;
    const boost::math::fisher_f fisher(runs - 1, runs - 1);
    const double ratio = std::max(var_a, var_b) / std::min(var_a, var_b);
    EXPECT_GT(2 * boost::math::cdf(boost::math::complement(fisher, ratio)), level)
        << "variances of " << where;
  }
}

// One firm that people hear of from its users alone, and take to with a fixed probability.
Scenario only_word_of_mouth(std::int64_t customers) {
  Scenario scenario = test::scenario(R"(
    [market]
    kind = "network"
    firms = 1
    mass = [1.0]
    resistance = [0.0]
    taste = 0
    habit_levels = 1
    contact = { broadcast = 0, performance = 0, sales = 0, organic = 0, word_of_mouth = 0.05, referral_gain = 0 }
    choice = { quality = 0, goodwill = 0, closing = 0 }
    retention = { churn = 0 }
    [product]
    q_gain = 0
    q_decay = 0
    spill = 0
    expectation_rate = 0
    fit_noise = 0
    viral_noise = 0
    viral_base = 1
    fit_gain = 0
    viral_gain = 0
  )");
  scenario.parameters.market.customers = customers;
  return scenario;
}

std::vector<double> users_by_week(const Scenario& scenario, int weeks) {
  Simulation simulation = test::simulation(scenario);
  std::vector<double> share;
  for (int week = 0; week < weeks; ++week) {
    simulation.step();
    share.push_back(simulation.world().census_end.users(0) /
                    static_cast<double>(scenario.parameters.market.customers));
  }
  return share;
}

int weeks_to(double part, const Scenario& scenario) {
  const std::vector<double> share = users_by_week(scenario, 4000);
  return static_cast<int>(std::find_if(share.begin(), share.end(), [&](double s) { return s >= part; }) -
                          share.begin());
}

// SI on a random graph of one degree k: the pair approximation (Keeling 1999) with transmission beta / k
// along a tie. Band: .01 of all people.
TEST(Network, spreads_word_of_mouth_along_the_curve_of_the_pair_approximation) {
  Scenario scenario = only_word_of_mouth(200000);
  scenario.parameters.market.network.kind = NetworkKind::random;
  scenario.parameters.market.network.degree = 6;
  scenario.parameters.firm.offer.start_penetration = 0.02;
  const std::vector<double> share = users_by_week(scenario, 500);

  constexpr double k = 6;
  constexpr double tau = 0.05 * 0.5 / k;  // contacts times acceptance
  constexpr double kappa = (k - 1) / k;
  double S = 0.98;
  double SI = k * 0.98 * 0.02;
  double SS = k * 0.98 * 0.98;
  for (std::size_t week = 0; week < share.size(); ++week) {  // in steps of a week, as the model takes them
    const double dS = -tau * SI;
    const double dSI = tau * (kappa * SS * SI / S - kappa * SI * SI / S - SI);
    const double dSS = -2 * tau * kappa * SS * SI / S;
    S += dS;
    SI += dSI;
    SS += dSS;
    EXPECT_NEAR(share[week], 1 - S, 0.01) << "week " << week;
  }
  EXPECT_GT(share.back(), 0.95);
}

// Watts & Strogatz (1998): what is passed on along a clustered ring is passed on to people who know it
// already.
TEST(Network, that_is_clustered_slows_diffusion) {
  Scenario scenario = only_word_of_mouth(20000);
  scenario.parameters.market.network.rewiring = 0.01;
  const int clustered = weeks_to(0.5, scenario);
  scenario.parameters.market.network.rewiring = 1;
  const int random = weeks_to(0.5, scenario);
  EXPECT_GT(clustered, 1.3 * random) << clustered << " against " << random;
}

// Degrees of a power law from 3 to 300 have the median 4 and the mean 6.95. Hubs added to people of typically
// four neighbours speed the start: bound .9 of the weeks to one in twenty (measured: .8). They do not beat as
// many ties spread evenly, for the rate is one per share of neighbours, so that who has many is convinced by
// each the less (Jensen's inequality in the Euler-Lotka equation of the growth rate): bound .95.
TEST(Network, with_heavy_tails_speeds_the_start) {
  Scenario scenario = only_word_of_mouth(200000);
  scenario.parameters.firm.offer.start_penetration = 0.001;
  scenario.parameters.market.network.kind = NetworkKind::scale_free;
  const int heavy = weeks_to(0.05, scenario);
  scenario.parameters.market.network.kind = NetworkKind::random;
  scenario.parameters.market.network.degree = 4;
  const int same_median = weeks_to(0.05, scenario);
  EXPECT_LT(heavy, 0.9 * same_median) << heavy << " against " << same_median;
  scenario.parameters.market.network.degree = 7;
  const int same_mean = weeks_to(0.05, scenario);
  EXPECT_GT(heavy, 0.95 * same_mean) << heavy << " against " << same_mean;
}

// Neighbours who like the same firm speak for the firm that one uses already. Bound: in each of three
// replications.
TEST(Network, of_people_who_are_alike_switch_less) {
  Scenario scenario = network(20000, NetworkKind::small_world);
  scenario.parameters.market.contact.word_of_mouth = 0.1;
  for (std::uint32_t r = 0; r < 3; ++r) {
    const auto switched = [&](double homophily) {
      scenario.parameters.market.network.homophily = homophily;
      Simulation simulation = test::simulation(scenario, r);
      double sum = 0;
      for (int week = 0; week < 200; ++week) {
        simulation.step();
        sum += orgsim::sum(simulation.firms().switched, simulation.firms().count());
      }
      return sum;
    };
    EXPECT_LT(switched(0.95), 0.97 * switched(0)) << "replication " << r;
  }
}

}  // namespace
}  // namespace orgsim

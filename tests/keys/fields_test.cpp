// The field lists themselves.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/core/type_name.hpp>
#include <boost/pfr.hpp>
#include <functional>
#include <numeric>
#include <set>
#include <tuple>
#include <type_traits>

#include "core/walk.hpp"
#include "engine/scenario.hpp"
#include "strategy/strategy.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

// Takes the address of what a field list visits, and stays out of its sections.
struct Visits {
  std::vector<const void*> of;

  template <class Value>
  void operator()(const Field&, const Value& value) {
    of.push_back(&value);
  }
  template <class Nested>
  void operator()(const Section&, const Nested& nested) {
    if constexpr (requires { nested.list(*this); }) {
      nested.list(*this);
    } else {
      of.push_back(&nested);
    }
  }
};

// How often a struct's own field list visits each of its members, or something inside of it.
template <class Struct>
std::vector<std::size_t> visits_per_member() {
  const Struct value{};
  Visits visits;
  if constexpr (std::is_same_v<Struct, MarketParameters>) {
    const Offer offer;  // whose members stand in the market's sections
    Struct::fields(value, offer, visits);
  } else {
    Struct::fields(value, visits);
  }
  std::vector<std::size_t> counts;
  boost::pfr::for_each_field(value, [&](const auto& member) {
    const std::less<const void*> before;
    const void* end = &member + 1;
    counts.push_back(
        static_cast<std::size_t>(std::count_if(visits.of.begin(), visits.of.end(), [&](const void* at) {
          return !before(at, &member) && before(at, end);
        })));
  });
  return counts;
}

// The structs whose field lists visit members one by one.
using OneByOne =
    std::tuple<RunParameters, Contact, Choice, Retention, NetworkParameters, Offer, Economics, Finance,
               EnvironmentParameters, ArtificialIntelligence, Mechanisms, Releases, Product, Marketing,
               Measurement, Executive, LineParameters, RecordParameters, Selection, Grant, Adaptive, Targets>;

template <class Struct>
void expect_complete() {
  const std::vector<std::size_t> visits = visits_per_member<Struct>();
  ASSERT_EQ(visits.size(), boost::pfr::tuple_size_v<Struct>);
  for (std::size_t i = 0; i < visits.size(); ++i) {
    EXPECT_EQ(visits[i], 1) << "member " << i << " (from 0) of " << boost::core::type_name<Struct>();
  }
}

TEST(FieldLists, visit_every_member_once) {
  std::apply([](const auto&... value) { (expect_complete<std::remove_cvref_t<decltype(value)>>(), ...); },
             OneByOne{});
}

TEST(FieldLists, of_the_market_visit_every_member_once_and_those_of_retention_one_by_one) {
  std::vector<std::size_t> expected(boost::pfr::tuple_size_v<MarketParameters>, 1);
  expected[boost::pfr::tuple_size_v<MarketParameters> - 2] = boost::pfr::tuple_size_v<Retention>;
  EXPECT_EQ(visits_per_member<MarketParameters>(), expected);
}

// Its kinds have lists of their own, which it takes up.
TEST(FieldLists, of_a_strategy_visit_all_but_its_name) {
  Strategy strategy;
  std::vector<const void*> expected;
  strategy.for_each_member([&]<class T>(T& member) {
    if constexpr (requires { T::fields(member, [](const auto&, const auto&) {}); }) {
      Visits of_kind;
      T::fields(member, of_kind);
      expected.insert(expected.end(), of_kind.of.begin(), of_kind.of.end());
    } else if (static_cast<const void*>(&member) != &strategy.name) {
      expected.push_back(&member);
    }
  });
  Visits visits;
  Strategy::fields(strategy, visits);
  std::sort(expected.begin(), expected.end());
  std::sort(visits.of.begin(), visits.of.end());
  EXPECT_EQ(visits.of, expected);
  EXPECT_GT(expected.size(), 12U);
}

TEST(FieldLists, of_a_scenario_and_its_firms_visit_what_other_lists_leave) {
  EXPECT_EQ(visits_per_member<FirmEntry>(), (std::vector<std::size_t>{1, 1, 0, 0}));  // name, strategy
  const std::vector<std::size_t> visits = visits_per_member<Scenario>();
  EXPECT_EQ(visits[0], 1);  // title
  EXPECT_EQ(std::accumulate(visits.begin(), visits.end(), std::size_t{0}), 1U);
}

TEST(FieldLists, of_all_parameters_visit_every_part) {
  for (const std::size_t visits : visits_per_member<FirmParameters>()) EXPECT_GT(visits, 0);
  for (const std::size_t visits : visits_per_member<Parameters>()) EXPECT_GT(visits, 0);
}

TEST(FieldLists, are_all_held_to_it) {
  const std::string list = "static void fields(Self& self";
  std::size_t lists = 0;
  for (const char* folder : {"sim/keys", "sim/strategy", "sim/engine"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source(folder))) {
      const std::string text = test::read_file(entry.path());
      for (std::size_t at = text.find(list); at != std::string::npos; at = text.find(list, at + 1)) ++lists;
    }
  }
  // MarketParameters, Strategy and the example of a kind of it, FirmParameters, Parameters, FirmEntry,
  // Scenario, SweepTable
  EXPECT_EQ(lists, std::tuple_size_v<OneByOne> + 8);
}

TEST(FieldLists, give_every_key_a_meaning_and_a_default_in_its_range) {
  const Parameters parameters;
  walk(parameters, "", []<class T>(const std::string& path, const Field& field, const T& value) {
    EXPECT_FALSE(field.meaning.empty()) << path;
    if constexpr (std::is_same_v<T, double>) {
      EXPECT_TRUE(field.range.holds(value)) << path;
    }
    if constexpr (std::is_same_v<T, std::int64_t>) {
      EXPECT_TRUE(field.range.holds(static_cast<double>(value))) << path;
    }
  });
}

TEST(FieldLists, give_a_logarithmic_scale_to_positive_numbers_alone) {
  const Parameters parameters;
  walk(parameters, "", []<class T>(const std::string& path, const Field& field, const T& value) {
    if (field.scale == Scale::linear) return;
    if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::int64_t>) {
      EXPECT_GT(value, 0) << path;
    } else {
      ADD_FAILURE() << path << " is no number";
    }
  });
}

TEST(FieldLists, of_a_firm_have_no_name_twice) {
  const FirmParameters firm;
  std::set<std::string> names{"name", "strategy"};
  walk(firm, "", [&](const std::string& name, const Field&, const auto&) {
    EXPECT_TRUE(names.insert(name).second) << name;
  });
}

TEST(Schedule, is_linear_between_knots_and_constant_outside) {
  const Schedule schedule{{{10, 1.0}, {20, 0.0}}};
  EXPECT_EQ(schedule.at(0), 1);
  EXPECT_EQ(schedule.at(10), 1);
  EXPECT_DOUBLE_EQ(schedule.at(13), 0.7);
  EXPECT_EQ(schedule.at(20), 0);
  EXPECT_EQ(schedule.at(99), 0);
}

}  // namespace
}  // namespace orgsim

// The field lists themselves.
#include <gtest/gtest.h>

#include <set>

#include "core/walk.hpp"
#include "strategy/strategy.hpp"

namespace orgsim {
namespace {

// Every member stands in its struct's field list: the sizes of what is visited add up to the struct.
template <class Struct>
void expect_complete(const char* name) {
  const Struct value{};
  std::size_t bytes = 0;
  walk(value, "",
       [&](const std::string&, const Field&, const auto& field) { bytes += (sizeof(field) + 7) / 8 * 8; });
  EXPECT_LE(bytes, sizeof(Struct) + 16) << name << " lists a member twice";
  EXPECT_GT(bytes + 16, sizeof(Struct)) << name << " has a member that its field list leaves out";
}

TEST(FieldLists, are_complete) {
  expect_complete<RunParameters>("RunParameters");
  expect_complete<MarketParameters>("MarketParameters");
  expect_complete<Economics>("Economics");
  expect_complete<EnvironmentParameters>("EnvironmentParameters");
  expect_complete<Finance>("Finance");
  expect_complete<Product>("Product");
  expect_complete<Marketing>("Marketing");
  expect_complete<Measurement>("Measurement");
  expect_complete<Executive>("Executive");
  expect_complete<Mechanisms>("Mechanisms");
  expect_complete<Releases>("Releases");
  expect_complete<LineParameters>("LineParameters");
  expect_complete<RecordParameters>("RecordParameters");
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

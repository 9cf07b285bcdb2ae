#include "report/amount.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/summary.hpp"
#include "report/typography.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

Scenario in_rmb(double money) {
  Scenario scenario = test::tiny();
  scenario.parameters.run.currency = "RMB m";
  scenario.parameters.run.money = money;
  return scenario;
}

TEST(Amount, is_of_three_digits_with_its_currency) {
  EXPECT_EQ(amount(599000, in_rmb(0.012), Language::english), "7,190 RMB m");
  EXPECT_EQ(amount(-599000, in_rmb(0.012), Language::english), "-7,190 RMB m");
  EXPECT_EQ(amount(2, in_rmb(0.012), Language::english), "0.024 RMB m");
  EXPECT_EQ(amount(0, in_rmb(2), Language::english), "0 RMB m");
  EXPECT_EQ(amount(999.7, in_rmb(1), Language::english), "1,000 RMB m");
  EXPECT_EQ(amount(999000, in_rmb(1), Language::english), "999,000 RMB m");
  EXPECT_EQ(amount(1.5e6, in_rmb(1), Language::english), "1.5 M RMB m");
  EXPECT_EQ(amount(599000, test::tiny(), Language::english), "599 k");
  EXPECT_EQ(amount(599000, test::tiny(), Language::chinese), "59.9万");
  EXPECT_EQ(amount(599000, in_rmb(1), Language::chinese), "599,000 RMB m");
}

TEST(Amount, is_in_the_currency_wherever_the_summary_tells_it) {
  const RunResult plain = run(test::tiny(), {});
  RunResult result = plain;
  result.scenario = in_rmb(0.5);
  const auto before = nlohmann::json::parse(to_json(summarise(plain)));
  const auto after = nlohmann::json::parse(to_json(summarise(result)));
  EXPECT_TRUE(before["currency"].is_null());
  EXPECT_TRUE(before["money_unit"].is_null());
  EXPECT_EQ(after["currency"], "RMB m");
  EXPECT_EQ(after["money_unit"], 0.5);
  const auto halved = [&](const nlohmann::json::json_pointer& where) {
    EXPECT_EQ(after[where].get<double>(), 0.5 * before[where].get<double>()) << where;
  };
  for (const char* where :
       {"/baseline/npv", "/weekly_medians/credited/9", "/strategies/0/npv_difference/mean",
        "/strategies/0/npv_difference/mean_95/1", "/strategies/1/other_departments_budget_difference/mean"}) {
    halved(nlohmann::json::json_pointer(where));
  }
  EXPECT_EQ(after["strategies"][0]["npv_difference"]["relative"],
            before["strategies"][0]["npv_difference"]["relative"]);
  const std::string text = to_text(summarise(result), false);
  EXPECT_NE(text.find(amount(summarise(result).baseline_npv, result.scenario, Language::english) + "\n"),
            std::string::npos);
  EXPECT_NE(text.find("value in RMB m per week"), std::string::npos);
  EXPECT_NE(text.find("0.5 RMB m is what a new user pays in a week"), std::string::npos) << text;
  EXPECT_NE(to_text(summarise(plain), false).find("A unit of money is what a new user pays"),
            std::string::npos);
}

TEST(Amount, leaves_the_summary_80_columns_whatever_the_currency) {
  RunResult result = run(test::tiny(), {});
  for (const char* currency : {"sixteen letters.", "一二三四五六七八"}) {
    result.scenario = in_rmb(123456789);
    result.scenario.parameters.run.currency = currency;
    for (const Language language : every<Language>()) {
      std::istringstream lines(to_text(summarise(result), false, language));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80) << line;
    }
  }
}

TEST(Amount, has_its_currency_in_both_rows_of_value_or_in_none) {
  RunResult result = run(test::tiny(), {});
  const std::string currency = "Mio. \u20ac";
  for (double money = 1e-7; money < 1e7; money *= 3) {
    result.scenario = in_rmb(money);
    result.scenario.parameters.run.currency = currency;
    std::istringstream lines(to_text(summarise(result), false));
    int with = 0;
    for (std::string line; std::getline(lines, line);)
      with += line.find(" -> ") != std::string::npos && line.ends_with(currency) ? 1 : 0;
    EXPECT_NE(with, 1) << money;
  }
}

}  // namespace
}  // namespace orgsim

#include "scenario/text/currency.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

std::vector<Problem> currency_problems(const std::string& currency, std::optional<double> money = 0.012) {
  RunParameters run;
  run.currency = currency;
  run.money = money;
  return problems_of_currency(run);
}

TEST(Currency, is_given_with_what_a_unit_is_or_not_at_all) {
  EXPECT_TRUE(currency_problems("RMB m").empty());
  EXPECT_TRUE(currency_problems("", std::nullopt).empty());
  ASSERT_EQ(currency_problems("RMB m", std::nullopt).size(), 1U);
  EXPECT_EQ(currency_problems("RMB m", std::nullopt)[0].what, "nothing says what a unit of money is in it");
  ASSERT_EQ(currency_problems("").size(), 1U);
  EXPECT_EQ(currency_problems("")[0].key, "run.money");
}

TEST(Currency, is_a_short_name_of_characters_that_can_be_seen) {
  for (const char* fine : {"$", "US$ 1,000", "百万元", "€ m", "£"})
    EXPECT_TRUE(currency_problems(fine).empty()) << fine;
  for (const char* bad :
       {"a\tb", "a\nb", "\x7F", "a\u0085", "a\u200B", "\u202Eab", "a\u2028", "\uFEFFa", "a\"b", "a\\b"}) {
    ASSERT_EQ(currency_problems(bad).size(), 1U) << bad;
    EXPECT_TRUE(currency_problems(bad)[0].what.starts_with("holds the character U+")) << bad;
  }
  EXPECT_EQ(currency_problems("\u202Eab")[0].what, "holds the character U+202E");
  EXPECT_EQ(currency_problems(" a")[0].what, "begins or ends with a space");
  EXPECT_EQ(currency_problems("a ")[0].what, "begins or ends with a space");
  EXPECT_TRUE(currency_problems("sixteen letters.").empty());
  EXPECT_EQ(currency_problems("seventeen letters")[0].what, "takes 17 columns");
  EXPECT_EQ(currency_problems("一二三四五六七八九")[0].what, "takes 18 columns");
}

}  // namespace
}  // namespace orgsim

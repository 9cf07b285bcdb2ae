#include "scenario/text/syntax.hpp"

#include <gtest/gtest.h>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

std::string said_of(const std::string& toml) {
  try {
    test::scenario(toml);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

TEST(Syntax, names_the_habit_behind_a_mistake_and_its_place) {
  const std::pair<std::string, std::string> habits[] = {
      {"run.weeks = 5,000", "1:13: '5,000' is no number; write thousands without commas: 5000 or 5_000"},
      {"[market]\ncustomers = 1,000,000  # people", "2:13: '1,000,000' is no number"},
      {"economics.margin = 0,7", "1:20: '0,7' is no number; write a decimal point: 0.5"},
      {"economics.margin = 70%", "1:20: '70%' is no number; write a share of 1: 0.7 for 70 %"},
      {"executive.share = [40%, 30%, 20%, 10%]", "1:20: '40%' is no number"},
      {"title = “Winter”", "1:9: '“' is a curly quote; write straight quotes: \"text\""},
      {"title = \"Winter”\nrun.weeks = 9", "1:16: '”' is a curly quote"},
      {"run.weeks = 9\ntitle = \"Winter\nmarket.taste = 3\n",
       "2:9: this text is not closed; end it with the same quote in the same line"},
      {"title = 'Winter\n", "1:9: this text is not closed"},
      {"market.kind = pooled", "1:15: 'pooled' is no value; write a text in quotes: \"text\""},
      {"mechanisms.politics = False", "1:23: 'False' is no value; write true or false"},
      {"market.customers = 一百万",
       "1:20: '一百万' is no value; write a number in digits, a text in quotes: \"text\""},
      {"title = 寒冬 # text", "1:9: '寒冬' is no value"},
      {"executive.share = [0.4，0.2，0.2，0.2]", "1:23: '，' is a full-width character"},
      {"market.taste ＝ 3", "1:14: '＝' is a full-width character"},
      {"title = \"C:\\Users\\me\"",
       "1:9: a backslash in \"C:\\Users\\me\" begins an escape; write / in paths, or single quotes: "
       "'C:\\data\\rates.csv'"},
      {"[market]\ntaste = 1\n[market]\nfirms = 2", "3:1: 'market' stands there a second time; keep one"},
      {"market.taste = 1\nmarket.taste = 2", "2:16: 'market.taste' stands there a second time"},
      {"market.taste: 3", "1:1: 'market.taste:' is followed by no value; write KEY = VALUE, not KEY: VALUE"},
      {"market.taste = .5", "1:16: '.5' is no number; digits on both sides of the point: 0.5"},
      {"run.weeks = 007", "1:13: '007' is no number; write it without the leading zero"},
      {"economics.discount = 0.1/52", "1:22: '0.1/52' is a calculation; write its result"},
      {"economics.discount = 10^-3", "1:22: '10^-3' is a calculation; write its result"},
      {"run.seed = None", "1:12: 'None' is no value; leave the key out, and its default holds"},
      {"[strategies.a]\nstart = 1/4/2021", "2:9: '1/4/2021' is no date of TOML; weeks are counted from 0"},
      {"market.taste =\nrun.weeks = 9", "1:1: 'market.taste =' is followed by no value"},
  };
  for (const auto& [toml, expected] : habits) {
    const std::string said = said_of(toml);
    EXPECT_TRUE(said.starts_with("test.toml:" + expected)) << toml << "\nsaid: " << said;
  }
}

TEST(Syntax, of_dates_where_weeks_are_wanted_is_told_so) {
  EXPECT_EQ(
      said_of("[strategies.a]\nstart = 2021-01-04"),
      "test.toml:2:9: strategies.a.start: found a date or time, and weeks are counted from 0; expected a "
      "whole number in [0, 1000000]");
}

TEST(Syntax, masks_what_stands_in_texts_and_comments) {
  EXPECT_EQ(masked("a = \"b # \\\" c\" # d.e\nf = '''x\ny''' # g").text,
            "a = \"________\"      \nf = '''_\n_'''    ");
  EXPECT_EQ(masked("a = \"b\nc = 1").unclosed, std::size_t{4});
  EXPECT_FALSE(masked("a = \"\"\"b\nc\"\"\"").unclosed);
}

// Each of these once exhausted the stack.
TEST(Syntax, refuses_keys_of_too_many_parts_however_they_are_written) {
  const auto chain = [](const std::string& part, const std::string& dot) {
    std::string text = part;
    for (int i = 0; i < 40000; ++i) text += dot + part;
    return text;
  };
  for (const std::string& toml :
       {chain("a", ".") + "=1", chain("\"a\"", ".") + "=1", chain("'a'", " . ") + "=1",
        chain("a", "\t.\t") + "=1", "[ " + chain("a", " . ") + " ]", "[[" + chain("a", ".") + "]]",
        "x = { " + chain("\"a.b\"", ".") + " = 1 }"}) {
    EXPECT_NE(said_of(toml).find("a key of too many parts; is it the right file?"), std::string::npos)
        << toml.substr(0, 30);
  }
  std::string tables = "x = ";
  for (int i = 0; i < 40000; ++i) tables += "{ a = ";
  EXPECT_NE(said_of(tables), "");
}

}  // namespace
}  // namespace orgsim

#include "report/meanings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/walk.hpp"
#include "keys/parameters.hpp"
#include "report/meanings_zh.hpp"
#include "scenario/key_description.hpp"

namespace orgsim {
namespace {

std::map<std::string, std::size_t> meanings_per_path() {
  std::map<std::string, std::size_t> numbers;
  for (const MeaningInChinese& key : kMeaningsInChinese) ++numbers[std::string(key.path)];
  return numbers;
}

TEST(MeaningsInChinese, stand_once_for_every_key_of_the_parameters) {
  const std::map<std::string, std::size_t> numbers = meanings_per_path();
  const Parameters parameters;
  walk(parameters, "", [&](const std::string& path, const Field&, const auto&) {
    const auto found = numbers.find(path);
    ASSERT_NE(found, numbers.end()) << path << " has none";
    EXPECT_EQ(found->second, 1U) << path;
  });
}

// Those of strategies, firms, grants and sweeps too; and none is of a key that is gone.
TEST(MeaningsInChinese, stand_in_the_order_of_the_descriptions) {
  std::vector<std::string> described;
  for (const KeyDescription& key : describe_keys()) described.push_back(key.path);
  std::vector<std::string> in_chinese;
  for (const MeaningInChinese& key : kMeaningsInChinese) in_chinese.emplace_back(key.path);
  EXPECT_EQ(in_chinese, described);
}

TEST(MeaningsInChinese, are_found_by_whatever_path_a_scenario_has) {
  EXPECT_EQ(meaning_in_chinese("executive.share[1]"), meaning_in_chinese("executive.share"));
  EXPECT_EQ(meaning_in_chinese("firms[1].talent"), meaning_in_chinese("product.talent"));
  EXPECT_EQ(meaning_in_chinese("strategies.embed.start"), meaning_in_chinese("strategies.NAME.start"));
  EXPECT_EQ(meaning_in_chinese("grants[0].factor"), meaning_in_chinese("grants.factor"));
  EXPECT_FALSE(meaning_in_chinese("firms[1].strategy").empty());
  EXPECT_TRUE(meaning_in_chinese("market.nothing").empty());
}

// "Division of the budget" alone does not say whose.
TEST(Meanings, name_the_entry_of_a_list) {
  const auto english = [](const char* path) { return meaning_of(path, Language::english); };
  EXPECT_EQ(english("executive.share[1]"), "Division of the budget at week 0: marketing");
  EXPECT_TRUE(english("measurement.measurability_department[3]").ends_with(": operations"));
  EXPECT_TRUE(english("marketing.judgement[2]").ends_with(": in the product"));
  EXPECT_TRUE(english("market.resistance[0]").ends_with(": class 1"));
  EXPECT_EQ(english("executive.share"), "Division of the budget at week 0");
  EXPECT_EQ(meaning_of("executive.share[1]", Language::chinese), "第 0 周各部门的预算份额：市场部");
}

TEST(MeaningsInChinese, have_no_other_latin_words_than_AI) {
  const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::set<std::string> allowed{"AI", "e"};
  for (const MeaningInChinese& key : kMeaningsInChinese) {
    EXPECT_FALSE(key.meaning.empty()) << key.path;
    for (std::size_t at = key.meaning.find_first_of(letters); at != std::string_view::npos;) {
      const std::size_t end = std::min(key.meaning.find_first_not_of(letters, at), key.meaning.size());
      const std::string word(key.meaning.substr(at, end - at));
      EXPECT_TRUE(allowed.contains(word)) << key.path << ": " << word;
      at = key.meaning.find_first_of(letters, end);
    }
  }
}

}  // namespace
}  // namespace orgsim

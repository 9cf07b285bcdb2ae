#include <gtest/gtest.h>

#include "report/page/assets.hpp"
#include "report/page/data/run_data.hpp"
#include "report/page/page.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

const std::string kAttack = "</script><img src=x onerror=alert(1)><!-- & \u2028";

class Html : public testing::Test {
 protected:
  void SetUp() override {
    if (page::problem_of_charts()) GTEST_SKIP() << "built without Apache ECharts";
  }

  static std::string titled(const std::string& title, Language language = Language::english) {
    Scenario scenario = test::tiny();
    scenario.title = title;
    return page::html_of(page::begun_data(scenario, 3), language);
  }

  // What stands between two texts, the first time that both are there.
  static std::string within(const std::string& html, const std::string& before, const std::string& after) {
    const std::size_t from = html.find(before) + before.size();
    return html.substr(from, html.find(after, from) - from);
  }
};

TEST_F(Html, shows_names_as_text_and_runs_none_of_them) {
  const std::string html = titled(kAttack);
  const std::string before_the_charts =
      html.substr(0, html.find("<script>"));  // whose own code has such texts
  EXPECT_EQ(before_the_charts.find("<img"), std::string::npos);
  EXPECT_EQ(html.find("\u2028"), html.find("\u2028", html.find("<title>"))) << "in the title alone";
  const std::string data = within(html, "id=\"data\">", "</script>");
  EXPECT_EQ(data.find_first_of("<>&"), std::string::npos);
  EXPECT_EQ(data.find("\u2028"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(data)["title"], kAttack);
  EXPECT_NE(html.find("<title>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"), std::string::npos);
}

TEST_F(Html, allows_nothing_but_its_own_scripts_and_style) {
  const std::string policy = within(titled("T"), "Content-Security-Policy\" content=\"", "\">");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; script-src 'sha256-")) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
  EXPECT_EQ(policy.find("http"), std::string::npos) << policy;
}

TEST_F(Html, opens_in_the_language_that_was_asked_for) {
  EXPECT_NE(titled("T").find("<html lang=\"en\" data-language=\"en\">"), std::string::npos);
  EXPECT_NE(titled("T", Language::chinese).find("<html lang=\"zh-Hans\" data-language=\"zh\">"),
            std::string::npos);
}

TEST_F(Html, is_smaller_than_three_megabytes_with_the_licence_inside) {
  const std::string html = titled("T");
  EXPECT_LT(html.size(), 3'000'000U);
  EXPECT_NE(html.find("Apache License"), std::string::npos);
}

TEST(Charts, that_are_missing_are_named_with_the_cure) {
  const std::optional<Problem> problem = page::problem_of_charts(page::Asset{"", ""});
  ASSERT_TRUE(problem.has_value());
  EXPECT_NE(problem->cure.find("./dev setup build"), std::string::npos);
  EXPECT_FALSE(page::problem_of_charts(page::Asset{"x", ""}).has_value());
}

}  // namespace
}  // namespace orgsim

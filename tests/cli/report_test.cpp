// Pages: `run --report` and the verb `report`.
#include <gtest/gtest.h>

#include "report/page/page.hpp"
#include "support/program.hpp"

namespace orgsim {
namespace {

class Report : public test::InFolder {
 protected:
  Report() { folder_.write("s.toml", test::kSmallWorld); }
  void SetUp() override {
    if (page::problem_of_charts()) GTEST_SKIP() << "built without Apache ECharts";
  }
};

TEST_F(Report, is_written_with_the_run_and_again_from_the_file) {
  const test::Finished run = orgsim("run s.toml --quick --threads 1 -o r.h5 --report p.html");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.err.find("Page in 'p.html'"), std::string::npos) << run.err;
  const test::Finished again = orgsim("report r.h5");
  ASSERT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(content("r.html"), content("p.html"));
  EXPECT_NE(content("p.html").find("Embed"), std::string::npos);
}

TEST_F(Report, leaves_a_file_that_is_there_as_it_is) {
  folder_.write("p.html", "mine");
  const test::Finished run = orgsim("run s.toml --quick --report p.html");
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("p.html: the file exists, and nothing was done"), std::string::npos) << run.err;
  EXPECT_EQ(content("p.html"), "mine");
  EXPECT_EQ(orgsim("run s.toml --quick --threads 1 --report p.html --force").code, 0);
  EXPECT_NE(content("p.html"), "mine");
  EXPECT_FALSE(exists("p.html.part"));
}

TEST_F(Report, is_of_one_scenario_and_no_file_that_is_read) {
  EXPECT_NE(orgsim("run s.toml s.toml --report p.html").err.find("a page is of one"), std::string::npos);
  EXPECT_EQ(orgsim("run s.toml --report s.toml --force").code, 2);
  EXPECT_EQ(orgsim("run s.toml --report same.h5 -o same.h5").code, 2);
  EXPECT_EQ(content("s.toml"), test::kSmallWorld);
}

TEST_F(Report, is_html_and_nothing_else) {
  const std::string why = "p.pdf: a page is HTML, which browsers open; name a file that ends in .html\n";
  const test::Finished run = orgsim("run s.toml --quick --report p.pdf");
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(run.err, why);
  ASSERT_EQ(orgsim("run s.toml --quick --quiet -o r.h5").code, 0);
  EXPECT_EQ(orgsim("report r.h5 -o p.pdf").err, why);
  EXPECT_FALSE(exists("p.pdf"));
}

TEST_F(Report, is_made_of_experiments_too) {
  for (const std::string verb : {"window s.toml --starts 0:40:20 --quick", "explain s.toml --quick",
                                 "audit s.toml --quick --futures 0", "value s.toml --quick --at 20"}) {
    ASSERT_EQ(orgsim(verb + " --threads 1 -o r.h5 --force").code, 0) << verb;
    const test::Finished report = orgsim("report r.h5 -o r.html --force --language zh");
    ASSERT_EQ(report.code, 0) << verb << ": " << report.err;
    EXPECT_NE(content("r.html").find("data-language=\"zh\""), std::string::npos) << verb;
  }
}

TEST_F(Report, says_what_is_wrong_with_a_file) {
  folder_.write("x.h5", "no results");
  const test::Finished report = orgsim("report x.h5");
  EXPECT_EQ(report.code, 2);
  EXPECT_FALSE(exists("x.html"));
}

}  // namespace
}  // namespace orgsim

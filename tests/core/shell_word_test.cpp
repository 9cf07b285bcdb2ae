#include "core/shell_word.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

TEST(ShellWord, plain_words_stay_as_they_are) {
  for (const char* plain : {"saved", "market.taste", "run.seed=7", "a/b.h5", "--of"}) {
    EXPECT_EQ(shell_word(plain), plain);
  }
}

TEST(ShellWord, what_a_shell_would_read_otherwise_is_quoted) {
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("two words"), "'two words'");
  EXPECT_EQ(shell_word("$HOME;`id`"), "'$HOME;`id`'");
  EXPECT_EQ(shell_word("it's"), R"('it'\''s')");
  EXPECT_EQ(shell_word("firms[1].talent"), "'firms[1].talent'");
}

}  // namespace
}  // namespace orgsim

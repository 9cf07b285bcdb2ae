#include "core/text.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

TEST(Text, that_steers_a_terminal_is_written_as_codes) {
  EXPECT_EQ(printable("plain 嵌入产品 é"), "plain 嵌入产品 é");
  EXPECT_EQ(printable("\x1b[31m\x7f\n"), "\\x1b[31m\\x7f\\x0a");
  EXPECT_EQ(printable("\u009b31m"), "\\u{009b}31m");
  EXPECT_EQ(printable("a\u202eb\u2028c\u2066"), "a\\u{202e}b\\u{2028}c\\u{2066}");
  EXPECT_EQ(printable("\xD6\xDC\xff"), "\\xd6\\xdc\\xff");  // GBK, and no UTF-8 at all
  EXPECT_EQ(printable("\xE4\xB8"), "\\xe4\\xb8");           // cut off
}

TEST(Text, is_unprintable_by_the_same_rule) {
  for (const char* text : {"\x1b", "\n", "\u0085", "\u202e", "\u2029", "\u200b", "\ufeff", "\xff"})
    EXPECT_TRUE(has_unprintable(text)) << printable(text);
  for (const char* text : {"", "a b", "é", "品牌", "👩‍🔬"})
    EXPECT_FALSE(has_unprintable(text)) << text;
}

TEST(Text, is_cut_between_characters) {
  EXPECT_EQ(excerpt("嵌入产品", 2), "嵌入...");
  EXPECT_EQ(excerpt("嵌入", 2), "嵌入");
}

TEST(Text, groups_thousands) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234067), "1,234,067");
}

}  // namespace
}  // namespace orgsim

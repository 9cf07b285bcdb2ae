#include "experiment/units/options.hpp"

#include <gtest/gtest.h>

namespace orgsim {
namespace {

struct Some {
  bool flag = false;
  std::int64_t count = 3;
  std::optional<double> share;
  std::vector<double> values;
  std::vector<std::string> names;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"flag", "", range::any, "A flag", "", Trait::fixed}, self.flag);
    visit(Field{"count", "runs", {1, 9}, "A count", "", Trait::fixed}, self.count);
    visit(Field{"share", "", range::share, "A share", "", Trait::fixed}, self.share);
    visit(Field{"values", "", range::positive, "Numbers", "", Trait::fixed}, self.values);
    visit(Field{"names", "", range::any, "Names", "", Trait::fixed}, self.names);
  }
};

TEST(Options, are_read_back_from_their_text) {
  Some some;
  some.flag = true;
  some.share = 0.25;
  some.values = {1, 2.5};
  some.names = {"a \"b\"", "c"};
  const Some read = read_options<Some>(options_text(some));
  EXPECT_TRUE(read.flag);
  EXPECT_EQ(read.count, 3);
  EXPECT_EQ(read.share, 0.25);
  EXPECT_EQ(read.values, some.values);
  EXPECT_EQ(read.names, some.names);
  EXPECT_EQ(options_text(Some()).find("share"), std::string::npos);
}

TEST(Options, say_all_that_is_wrong_with_them) {
  try {
    read_options<Some>("count = 10\nshare = -1\nvalues = [1, 0]\nname = [\"a\"]\nflag = 1");
    ADD_FAILURE() << "taken";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problems().size(), 5U) << error.what();
    EXPECT_NE(std::string(error.what()).find("did you mean 'names'?"), std::string::npos) << error.what();
  }
}

TEST(Options, may_not_be_drawn) {
  EXPECT_THROW(read_options<Some>("share = { uniform = [0, 1] }"), InputError);
}

TEST(Options, have_shapes_for_a_command_line) {
  using Kind = OptionShape::Kind;
  std::vector<Kind> kinds;
  for (const OptionShape& shape : option_shapes<Some>()) kinds.push_back(shape.kind);
  EXPECT_EQ(kinds, (std::vector<Kind>{Kind::flag, Kind::number, Kind::number, Kind::numbers, Kind::texts}));
  EXPECT_EQ(option_shapes<Some>()[1].by_default, "3");
}

}  // namespace
}  // namespace orgsim

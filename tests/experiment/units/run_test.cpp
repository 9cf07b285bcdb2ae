#include "experiment/units/run.hpp"

#include <gtest/gtest.h>

#include "engine/numbers.hpp"
#include "experiment/window/window.hpp"
#include "support/units.hpp"

namespace orgsim {
namespace {

TEST(UnitsRun, says_in_which_unit_numbers_became_too_large) {
  Scenario scenario = test::tiny();
  set_numbers(scenario, std::vector<std::string>{"economics.price"}, std::vector<double>{1e300});
  scenario.parameters.run.rivals.emplace();
  try {
    test::ran(kWindow, scenario, "starts = '0:0:1'");
    FAIL() << "nothing overflowed";
  } catch (const InputError& error) {
    const std::string said = error.what();
    EXPECT_NE(said.find("of the variant 'default': "), std::string::npos) << said;
    EXPECT_NE(said.find("too large to compute with"), std::string::npos) << said;
  }
}

}  // namespace
}  // namespace orgsim

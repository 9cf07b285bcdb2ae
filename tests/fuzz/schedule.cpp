// A CSV file as a schedule: a mistake is an InputError, and what is read are finite numbers.
#include <cmath>
#include <cstdint>

#include "core/text.hpp"
#include "scenario/schedule_file.hpp"
#include "scenario/text_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orgsim;
  if (size == 0) return 0;
  const bool dates = data[0] == 'd';  // the first byte is no part of the file
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    const ScheduleColumns columns{"fuzz.csv", "week", "value", dates ? "2019-01-07" : ""};
    const KnotTable table = schedule_in(to_utf8(bytes, "fuzz.csv", {}), columns, {});
    for (const Knot& knot : table.schedule.knots)
      require(std::isfinite(knot.week) && std::isfinite(knot.value), "knots are finite");
  } catch (const InputError& error) {
    require(!has_unprintable(excerpt(error.problems().front().what, 1000)), "messages can be printed");
  }
  return 0;
}

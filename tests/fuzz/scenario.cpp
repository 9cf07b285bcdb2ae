// The text of a scenario: a mistake is an InputError, and what is read is written so that it reads the same.
#include <cstdint>

#include "scenario/text/reader.hpp"
#include "scenario/text/writer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orgsim;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::optional<Scenario> scenario;
  try {
    scenario = read_scenario(text, "fuzz.toml", Files(), EdgeLists::leave);
  } catch (const InputError&) {
    return 0;
  }
  require(read_scenario(to_toml(*scenario), "again.toml", Files(), EdgeLists::leave) == *scenario,
          "a scenario reads as it was written");
  return 0;
}

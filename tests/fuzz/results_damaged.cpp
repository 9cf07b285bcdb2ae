// A results file that is not as it was written is refused, and nothing else.
#include "results_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orgsim;
  FuzzedDataProvider input(data, size);
  std::string bytes = fuzz::whole_file();
  if (input.ConsumeBool()) bytes.resize(input.ConsumeIntegralInRange<std::size_t>(1, bytes.size() + 10));
  fuzz::edit(bytes, bytes.size(), input);
  fuzz::put(bytes);
  bool refused = false;
  try {
    read_results(fuzz::file());
  } catch (const InputError&) {
    refused = true;
  }
  require(refused == (bytes != fuzz::whole_file()), "what is damaged is refused, and nothing else");
  return 0;
}

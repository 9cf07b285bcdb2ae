// A results file that another program has changed through HDF5, with a digest that is right: it is read, or
// it is an InputError. What may become of HDF5's own structure is what the digest is for.
#include "results_changes.hpp"

namespace {

constexpr const char* kNumbers[] = {
    "/outcomes/npv",       "/outcomes/began",     "/outcomes/marginalised_week",
    "/outcomes/line_week", "/outcomes/share_end", "/outcomes/drawn",
    "/bands/share",        "/bands/credited",     "/outcomes/standing_centrality"};
constexpr const char* kTexts[] = {"/strategy", "/strategy_label", "/outcomes/verdict",
                                  "/outcomes/verdict_strict"};
constexpr const char* kAttributes[] = {"scenario", "format_version", "experiment", "program",
                                       "program_version"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orgsim;
  FuzzedDataProvider input(data, size);
  fuzz::change_file(fuzz::whole_file(), {kNumbers, kTexts, kAttributes}, input);
  try {
    read_results(fuzz::file());
  } catch (const InputError&) {
  }
  return 0;
}

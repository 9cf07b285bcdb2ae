// A journal that is not as it was written: each record that it gives is one that was put in, it is gone on
// with, and what is put in then is there.
#include "experiment/sweep/journal.hpp"

#include "results_bytes.hpp"

namespace {

using namespace orgsim;

constexpr std::uint64_t kPoints = 4;

const SweepIdentity& identity() {
  static const SweepIdentity identity{"1.0.0", "abc", "title = \"fuzz\"\n", {}};
  return identity;
}

PointRecord record_of(std::uint64_t point) {
  PointRecord record;
  record.point = point;
  record.values = {static_cast<double>(point)};
  if (point % 2 == 1) {
    record.status = PointStatus::failed;
    record.message = "OSJ1";
    return record;
  }
  record.status = PointStatus::done;
  record.replications = 1;
  record.outcomes.resize(1);
  record.means = {1, 2, 3};
  return record;
}

std::string made_journal() {
  std::filesystem::remove(fuzz::file());
  Journal journal(fuzz::file(), identity(), false);
  for (std::uint64_t p = 0; p < kPoints; ++p) journal.append(record_of(p));
  std::ostringstream bytes;
  bytes << std::ifstream(fuzz::file(), std::ios::binary).rdbuf();
  return bytes.str();
}

// Whether it has the point; all that it has is genuine.
bool has(Journal& journal, std::uint64_t point) {
  bool found = false;
  for (const Journal::Entry& entry : journal.entries()) {
    require(journal.read(entry) == record_of(entry.point), "a record is as it was put in");
    found = found || entry.point == point;
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string whole = made_journal();
  FuzzedDataProvider input(data, size);
  std::string bytes = whole;
  if (input.ConsumeBool()) bytes.resize(input.ConsumeIntegralInRange<std::size_t>(1, whole.size() + 10));
  fuzz::edit(bytes, bytes.size(), input);
  if (input.ConsumeBool()) bytes += whole.substr(input.ConsumeIntegralInRange<std::size_t>(0, whole.size()));
  fuzz::put(bytes);
  try {
    Journal journal(fuzz::file(), identity(), false);
    has(journal, 0);
    journal.append(record_of(kPoints));
  } catch (const InputError&) {  // it is somebody else's
    return 0;
  }
  Journal again(fuzz::file(), identity(), false);
  require(has(again, kPoints), "what is put in is there");
  return 0;
}

#include "support/results_file.hpp"

#include <fcntl.h>

#include "results/hdf5.hpp"
#include "results/results.hpp"

namespace orgsim::test {

RunResult write_results(const std::filesystem::path& path, const Scenario& scenario, int threads) {
  RunOptions options;
  options.work.threads = threads;
  const std::unique_ptr<RunSink> writer = results_writer(path, true);
  return run(scenario, options, writer.get());
}

std::string reader_says(const std::filesystem::path& path) {
  try {
    read_results(path);
  } catch (const InputError& error) {
    return error.what();
  }
  return "";
}

// HDF5 cuts off what follows its own part of a file that it writes to.
void change_results(const std::filesystem::path& path, const std::function<void(hid_t file)>& change) {
  {
    const hdf5::Handle file(H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    change(file.id());
  }
  results::append_digest(Descriptor(path, O_RDWR | O_APPEND), {});
}

}  // namespace orgsim::test

// An edge list: a mistake is an InputError, and what is read is a network of other people, each once.
#include "scenario/edge_list.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace orgsim;
  if (size == 0) return 0;
  static const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("orgsim_fuzz_" + std::to_string(std::random_device()()));
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data) + 1, static_cast<std::streamsize>(size - 1));
  EdgeListFile file{path.string(), data[0] % 2 == 1, {}, 0};  // the first byte is no part of the file
  if (data[0] % 4 > 1) {
    file.customers = 1000;
    file.people = 1000;
  }
  try {
    const EdgeList list = read_edge_list(file, {});
    for (PersonId i = 0; i < list.graph.people(); ++i) {
      PersonId before = i;
      bool first = true;
      for (const PersonId other : list.graph.of(i)) {
        require(other < list.graph.people() && other != i, "ties lead to other people");
        require(first || other > before, "each once, in order");
        before = other;
        first = false;
      }
    }
  } catch (const InputError&) {
  }
  std::filesystem::remove(path);
  return 0;
}

#include "platform/memory.hpp"

#include <unistd.h>

#include <fstream>
#include <limits>
#include <string>

namespace orgsim {

double free_memory() {
  std::ifstream meminfo("/proc/meminfo");
  std::string name;
  double kilobytes = 0;
  while (meminfo >> name >> kilobytes) {
    if (name == "MemAvailable:") return 1024 * kilobytes;
    meminfo.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  // Elsewhere than on Linux: half of what is built in is a fair guess.
  return 0.5 * static_cast<double>(::sysconf(_SC_PHYS_PAGES)) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace orgsim

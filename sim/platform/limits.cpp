#include "platform/limits.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace orgsim {

void allow_open_files(std::size_t files) {
  constexpr rlim_t others = 64;
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = std::min(static_cast<rlim_t>(files) + others, limit.rlim_max);
  if (wanted <= limit.rlim_cur) return;
  limit.rlim_cur = wanted;
  ::setrlimit(RLIMIT_NOFILE, &limit);  // or opening says what is wrong
}

}  // namespace orgsim

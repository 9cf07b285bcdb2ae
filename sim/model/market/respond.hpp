// What the people of a market need for a week besides their own state and their hazards.
#pragma once

#include "core/executor.hpp"
#include "core/random.hpp"

namespace orgsim {

struct Society;

struct Response {
  const StreamKey& stream_key;
  int week;
  const Society& society;
  const Executor& executor;  // may share the week of a large network
};

}  // namespace orgsim

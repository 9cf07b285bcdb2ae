// Two columns of a CSV file as a schedule.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/error.hpp"
#include "model/parameters/environment.hpp"

namespace orgsim {

struct KnotTable {
  Schedule schedule;
  std::vector<Place> places;  // of each knot's value
};

// Reads the knots from the columns named `week` and `value`. Throws InputError with the file's own lines for
// bad cells, and at `asked_at` if the file cannot be read or has no such column.
KnotTable read_schedule(const std::filesystem::path& path, const std::string& week, const std::string& value,
                        const Place& asked_at);

}  // namespace orgsim

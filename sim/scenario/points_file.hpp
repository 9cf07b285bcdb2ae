// A CSV file of points: of a colleague, of SALib, of a spreadsheet.
#pragma once

#include <string>

#include "engine/sweep_table.hpp"

namespace orgsim {

// Reads the table; a first line that is not all numbers names the columns. Throws InputError with every kind
// of mistake, each once with its count and the first of them.
PointTable read_points(const std::string& path, const Place& asked_at);

// The same of a text that was read from `path`.
PointTable points_in(std::string text, const std::string& path, const Place& asked_at, std::string_view key);

}  // namespace orgsim

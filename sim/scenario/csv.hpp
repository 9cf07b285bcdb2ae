// Two columns of a CSV file as a schedule.
#pragma once

#include <string_view>

#include "core/error.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

// What some editors and spreadsheets begin a text file with.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Reads the knots from the two columns. Throws InputError with the file's own lines for bad cells, and at
// `asked_at` if the file cannot be read or has no such column.
KnotTable read_schedule(const ScheduleColumns& wanted, const Place& asked_at);

}  // namespace orgsim

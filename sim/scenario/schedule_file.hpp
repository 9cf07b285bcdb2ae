// Two columns of a CSV file as a schedule.
#pragma once

#include "core/error.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

// Reads the knots from the two columns, in whatever order the rows have: weeks counted from 0 or, if
// `wanted.start` says when week 0 was, dates. Throws InputError with the file's own lines for bad cells, each
// kind of mistake once, and at `asked_at` if the file cannot be read or has no such column.
KnotTable read_schedule(const ScheduleColumns& wanted, const Place& asked_at);

// The same from the text of the file.
KnotTable schedule_in(std::string text, const ScheduleColumns& wanted, const Place& asked_at);

}  // namespace orgsim

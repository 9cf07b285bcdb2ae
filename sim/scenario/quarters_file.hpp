// A firm's own history from a table: a row for each quarter, a column for each thing that its books say.
#pragma once

#include <string>

#include "core/error.hpp"
#include "engine/quarters.hpp"

namespace orgsim {

// Reads the table. The columns are called as Names<Book> has them, in any order and any of them missing; that
// of the quarters, "quarter" or "date", may be missing too, and then the rows are successive quarters. Its
// cells are dates, quarters such as 2021Q1, whole numbers, or other words that stand in their order. Empty
// cells and missing quarters are unknown. Throws InputError with all that is wrong, each kind of mistake
// once, and at `asked_at` if the file cannot be read.
Quarters read_quarters(const std::string& path, const Place& asked_at);

// The same from the text of the file; `name` is what places say.
Quarters quarters_in(std::string text, const std::string& name);

}  // namespace orgsim

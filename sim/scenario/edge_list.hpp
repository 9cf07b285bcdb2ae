// Ties between people from a text file.
#pragma once

#include "core/error.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

// Reads an edge list as SNAP publishes it (snap.stanford.edu/data): two whole numbers a line, # comments.
// People are numbered from 0 to `file.people` - 1. A line is a tie of both or, if `file.directed`, says that
// the first listens to the second. Throws InputError with the lines of unreadable ones, numbers out of range,
// ties to oneself and double ties; at `asked_at` if the file cannot be read, holds no tie, or the memory is
// too small for it.
StoredGraph read_edge_list(const EdgeListFile& file, const Place& asked_at);

}  // namespace orgsim

// Ties between people from a text file.
#pragma once

#include <filesystem>

#include "core/error.hpp"
#include "engine/scenario.hpp"
#include "model/market/network/stored_graph.hpp"

namespace orgsim {

// Reads an edge list as SNAP publishes it (snap.stanford.edu/data): two whole numbers a line, # comments.
// People are numbered from 0 to `people` - 1. A line is a tie of both or, if `directed`, says that the first
// listens to the second. Throws InputError with the lines of unreadable ones, numbers out of range, ties to
// oneself and double ties; at `asked_at` if the file cannot be read, holds no tie, or the memory is too small
// for it.
StoredGraph read_edge_list(const std::filesystem::path& path, PersonId people, bool directed,
                           const Place& asked_at);

// Reads the edge list that a scenario names, unless it names none or has it already. `named_at` is where; the
// path starts from that file's folder. Throws as read_edge_list().
void load_ties(Scenario& scenario, const Place& named_at);

}  // namespace orgsim

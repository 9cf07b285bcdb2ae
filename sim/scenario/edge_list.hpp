// Ties between people from a text file.
#pragma once

#include <cstdint>
#include <vector>

#include "core/error.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

// Reads an edge list: two ids a line, with blanks, commas, semicolons or tabs between; further columns, a
// header and comments (#, %) are passed over. A line is a tie of both or, if `file.directed`, says that the
// first listens to the second; ties to oneself and double ones are left out. Ids that are whole numbers below
// `file.people` are people's numbers; all others are names: numbers are numbered anew in ascending order,
// words in the order in which they first appear. Throws InputError, each kind of mistake once, with the line
// of the first; at `asked_at` if the file cannot be read, holds no tie or more people than there are, or the
// memory is too small for it.
EdgeList read_edge_list(const EdgeListFile& file, const Place& asked_at);

// Ties by their ends, from wherever they come, as an edge list's.
struct EndIds {
  std::uint64_t a;
  std::uint64_t b;
};
struct EndsToSeat {
  std::vector<EndIds> ends;
  bool words = false;  // whether ids stand for names, numbered as they first appeared
};
// Throws InputError about market.network.file at `asked_at`. `list.notes` and `list.graph` are filled.
void seat_people(EndsToSeat ties, const EdgeListFile& file, const Place& asked_at, EdgeList& list);

}  // namespace orgsim

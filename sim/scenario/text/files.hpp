// The other files that a scenario's text names, as somebody with a disk hands them over (scenario/files.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"
#include "engine/sweep_table.hpp"
#include "keys/environment.hpp"
#include "model/market/network/stored_graph.hpp"

namespace orgsim {

struct KnotTable {
  Schedule schedule;
  std::vector<Place> places;  // of each knot's value
};

// Two columns of a table as a schedule.
struct ScheduleColumns {
  std::string path;
  std::string week;
  std::string value;
  std::string start;  // the date of week 0, if the column of weeks holds dates; empty otherwise
};

// An edge list, and what the scenario says of its people.
struct EdgeListFile {
  std::string path;
  bool directed = false;
  std::optional<std::int64_t> customers;  // none: as many as the file has
  PersonId people = 0;  // by the end of the run, newcomers among them; if customers are said
};

// What was read from it.
struct EdgeList {
  StoredGraph graph;    // as many rows as people were said, or as the file has
  PersonId people = 0;  // that the file has
  std::string checksum;
  std::vector<Problem> notes;  // what was left out or numbered anew, each kind once
};

// Where there are no files, as in a browser: everything but text is refused. Paths are as the scenario writes
// them, from the folder of the text that names them on. All throw InputError at `asked_at`.
class Files {
 public:
  Files() = default;
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;
  virtual ~Files() = default;

  // The text of a scenario.
  virtual std::string scenario(const std::string& path, const Place& asked_at) const;
  // The one name of that file, however it is written; to be called once it could be read.
  virtual std::string true_name(const std::string& path) const { return path; }
  virtual KnotTable schedule(const ScheduleColumns& columns, const Place& asked_at) const;
  virtual EdgeList edge_list(const EdgeListFile& file, const Place& asked_at) const;
  // The points of a sweep.
  virtual PointTable points(const std::string& path, const Place& asked_at) const;
  // Whether there is something of that name.
  virtual bool exists(const std::string& path) const;
};

// The last part of a path, and all before it; `beside` is where `name` lies if it is written in `folder`.
std::string file_name(std::string_view path);
std::string folder_of(std::string_view path);
std::string beside(const std::string& folder, const std::string& name);

// Where a path that was written at `place` starts from: beside the file, or for what was said on the command
// line the working folder.
std::string folder_of(const Place& place);

}  // namespace orgsim

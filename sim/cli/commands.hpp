// The verbs of the program. Each returns its exit code; mistakes of the user come out as InputError.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "experiment/enough.hpp"
#include "report/language.hpp"

namespace orgsim::cli {

// All of the program, once in a process: returns the exit code. It watches signals and writes to the
// process's own output.
int program(int argc, char** argv);

// What is laid over scenarios; shared by run, check and resolve.
struct Overrides {
  std::vector<std::string> sets;
  std::optional<std::string> kind;
  std::optional<std::string> seed;
  std::optional<std::string> replications;
  // Of `run` alone:
  std::optional<std::string> worlds;
  std::optional<std::string> worlds_file;
  std::optional<std::string> worlds_replications;
  std::optional<std::string> ranges;
  std::vector<std::string> rivals;
  bool quick = false;
};

struct RunArguments {
  std::vector<std::string> paths;  // names of shipped scenarios, or - for standard input, among them
  Overrides overrides;
  std::vector<std::string> only;
  int threads = 0;              // 0: all that there are
  std::optional<double> until;  // percentage points
  std::int64_t most_replications = kMostReplications;
  std::optional<std::string> output;
  std::optional<std::string> report;
  bool force = false;
  bool quiet = false;
  bool json = false;
  Language language = Language::english;
};

struct ExportArguments {
  std::string file;    // of results
  std::string series;  // or "outcomes"
  std::optional<std::string> group;
  std::optional<std::string> output;  // nothing: standard output
  bool force = false;
};

struct ReportArguments {
  std::string file;    // of results
  std::string output;  // empty: the file's name with .html
  bool force = false;
  Language language = Language::english;
};

int run(const RunArguments& arguments);
int check(const std::vector<std::string>& paths, const std::vector<std::string>& sets);
int resolve(const std::string& path, const Overrides& overrides);
int describe(const std::string& key, bool markdown);
int schema();
int show(const std::string& path, bool json, Language language);
int report(const ReportArguments& arguments);
int export_table(const ExportArguments& arguments);

}  // namespace orgsim::cli

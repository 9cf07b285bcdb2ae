// A sweep into its file, whatever is there already; and files of shards into one.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "experiment/numbers_journal.hpp"
#include "experiment/sweep/sweep.hpp"

namespace orgsim {

struct SweepReport {
  SweepProgress progress;  // its points are those of the file
  bool written = false;    // the file; otherwise there was nothing to run
  bool complete = false;   // every point of the shard is done or has failed
  Width width;             // with `until`
};

// Runs what the file, and the journal beside it, do not have yet, and writes the file. `anew`: as if nothing
// were there; an old journal is kept under another name, and the file is replaced. `note` is told what a user
// should know. Throws InputError if what is there is of another sweep, or if another process is at work on
// it; SystemError; Interrupted. What was run by then is kept in the journal.
SweepReport sweep_to_file(const SweepPlan& plan, const std::filesystem::path& path,
                          const SweepOptions& options, bool anew,
                          const std::function<void(const std::string&)>& note = {});

// Whether sweep_to_file() would find nothing to run, and the file is as it would write it. Throws InputError
// if the file is of another sweep.
bool is_finished(const SweepPlan& plan, const std::filesystem::path& path, const Shard& shard,
                 bool retry_failed);

// The error with what it leaves, and that the same `what` (command, call) goes on from there; the error alone
// where there is no journal.
SystemError with_journal(const SystemError& error, const std::filesystem::path& path, std::string_view what);

// Puts the files of shards together: the bytes that one process would have written. Where a shard is missing
// its points are, and the file says so. Throws InputError if two files hold the same shard, or if they are of
// different sweeps, programs or numbers of shards; SystemError; Interrupted.
SweepReport merge_sweeps(const std::vector<std::filesystem::path>& shards, const std::filesystem::path& path,
                         bool replace, const StopFlag& stop = {});

}  // namespace orgsim

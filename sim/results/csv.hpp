// Results as tables of text: comma-separated, a head, full precision (docs/results.md, "Tables").
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "experiment/block.hpp"
#include "results/sweep_file.hpp"

namespace orgsim {

using TextSink = std::function<void(std::string_view)>;

// The table of outcomes: a row per strategy and replication; of firms, the focal one. The same text as
// `res.outcomes.to_csv(index=False)` in Python.
void write_outcomes_table(const RunResult& result, const TextSink& to);

// The same of a sweep's file: the point and what varies before it. Throws InputError if it has no outcomes,
// or is damaged.
void write_sweep_table(const SweepFile& file, const TextSink& to);

// Writes that table to `path` when the run ends. The file is built beside it, as results are.
std::unique_ptr<RunSink> outcomes_table_writer(const std::filesystem::path& path, bool replace);

// The table of one series of a results file: a column per dimension, and `value`. `group` is "bands",
// "means", "trajectories" or "audit". Throws InputError for an unknown series or group, and as
// read_results().
void write_series_table(results::CheckedFile file, const std::string& series, const std::string& group,
                        const TextSink& to);

// Lets `write` fill a new table at `path`, as outcomes_table_writer() does.
void write_table_file(const std::filesystem::path& path, bool replace,
                      const std::function<void(const TextSink&)>& write);

}  // namespace orgsim

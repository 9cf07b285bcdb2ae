// A results file of which more is read than its summary.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "experiment/block.hpp"
#include "platform/descriptor.hpp"
#include "results/results.hpp"

namespace orgsim::results {

// A results file that is as it was written.
struct CheckedFile {
  Descriptor file;
  std::string digest;
  std::filesystem::file_time_type written;
};
// Throws InputError if the file is none of ours or damaged, SystemError if it cannot be read.
CheckedFile open_checked(const std::filesystem::path& path, const StopFlag& stop);
// Throws SystemError if the file was written to since it was opened.
void expect_unchanged(const CheckedFile& file);

// Does what reads a file; what is wrong with its content is an InputError then.
void reading(const std::filesystem::path& path, const std::function<void()>& read);

// The name of the experiment that the file holds. Throws InputError if it is none of ours, of a newer format,
// or of an unknown experiment.
std::string check_kind(std::int64_t file, const std::filesystem::path& path);

// What is to be known of a scenario from a file of the model's first version.
Problem note_on_first_model(const std::filesystem::path& path);

// Whether the file has a series, which that version may have lacked.
bool has_series(std::int64_t file, std::string_view group, std::string_view name);

struct Opened {
  Descriptor file;  // the one that was checked, whatever takes its name
  RunResult result;
};

// The name of the experiment that it holds. Throws InputError as check_kind().
std::string experiment_in(const CheckedFile& file);

// As read_results(), of a file that was checked.
Opened opened(CheckedFile file);

// As read_results().
Opened opened(const std::filesystem::path& path, const StopFlag& stop = {}, std::string* digest = nullptr);

}  // namespace orgsim::results

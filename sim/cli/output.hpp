// Writing to the two streams of the program.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace orgsim::cli {

inline constexpr int kNoneFits = 4;  // the exit code when no world fits what is known
// The exit code of what a signal ended is this and the number of the signal.
inline constexpr int kSignalled = 128;

// Gives the numbers of standard streams that are closed to something that takes no output, before a file of
// ours gets them: what is printed would go into it.
void occupy_closed_streams();

// Throws SystemError if standard output refuses it (a full disk, a closed pipe).
void print_out(std::string_view text);

// What is said of a page once it is there.
std::string page_was_written(const std::string& path);

// To standard error; if even that refuses, nobody can be told.
void print_error(std::string_view text) noexcept;

}  // namespace orgsim::cli

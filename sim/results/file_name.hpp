// What the ending of a file's name says of what is to be written there.
#pragma once

#include <filesystem>
#include <optional>

#include "core/error.hpp"

namespace orgsim {

// Results are HDF5 files, which netCDF's readers read too; a table is what spreadsheets open.
bool names_results(const std::filesystem::path& path);  // .h5, .hdf5, .nc
bool names_table(const std::filesystem::path& path);    // .csv

// What is wrong with a name for results, or for a table too if that `may_be_table`; nothing if nothing is.
std::optional<Problem> problem_of_results_name(const std::filesystem::path& path, bool may_be_table);

// The same for a page: .html or .htm.
std::optional<Problem> problem_of_page_name(const std::filesystem::path& path);

// The same for a table alone; `expression` is what makes it in Python, such as "outcomes".
std::optional<Problem> problem_of_table_name(const std::filesystem::path& path,
                                             const std::string& expression);

}  // namespace orgsim

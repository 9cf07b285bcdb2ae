// Results files for tests.
#pragma once

#include <hdf5.h>

#include <filesystem>
#include <functional>
#include <string>

#include "engine/scenario.hpp"
#include "experiment/run.hpp"

namespace orgsim::test {

RunResult write_results(const std::filesystem::path& path, const Scenario& scenario, int threads = 2);

// What the reader refuses a file with; nothing if it takes it.
std::string reader_says(const std::filesystem::path& path);

// Changes a file as another program could, and makes its digest right.
void change_results(const std::filesystem::path& path, const std::function<void(hid_t file)>& change);

}  // namespace orgsim::test

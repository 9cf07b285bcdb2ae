#include "scenario/text/files.hpp"

#include <fmt/format.h>

namespace orgsim {

namespace {

InputError no_files(const std::string& path, const std::string& key, const Place& asked_at,
                    const std::string& cure) {
  return InputError(
      Problem{asked_at, key, fmt::format("'{}' cannot be read: there are no files here", path), cure});
}

}  // namespace

std::string Files::scenario(const std::string& path, const Place& asked_at) const {
  throw no_files(path, "", asked_at, "write its keys into this text");
}

KnotTable Files::schedule(const ScheduleColumns& columns, const Place& asked_at) const {
  throw no_files(columns.path, "", asked_at, "write the [week, value] pairs into this text");
}

EdgeList Files::edge_list(const EdgeListFile& file, const Place& asked_at) const {
  throw no_files(file.path, "market.network.file", asked_at, "take a kind of network that is made, not read");
}

PointTable Files::points(const std::string& path, const Place& asked_at) const {
  throw no_files(path, "sweep.file", asked_at, "take a design that is made, not read");
}

bool Files::exists(const std::string&) const {
  return false;
}

std::string file_name(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return "";
  return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string beside(const std::string& folder, const std::string& name) {
  const bool whole = folder.empty() || name.starts_with('/');
  if (whole) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

std::string folder_of(const Place& place) {
  return place.line > 0 ? folder_of(std::string_view(place.file)) : "";
}

}  // namespace orgsim

// A results file while it is being written.
#include <fmt/format.h>

#include "results/hdf5_common.hpp"

namespace orgsim::hdf5 {

namespace {

// What HDF5 files begin with; a run that was killed early leaves an empty one.
bool looks_like_ours(std::string_view first) {
  return first.empty() || first == "\x89HDF\r\n\x1a\n";
}

}  // namespace

NewFile::NewFile(const std::filesystem::path& path, bool replace) : part_(path, replace, looks_like_ours) {
  prepare_library();
  const Handle creation = creation_list(H5P_FILE_CREATE);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked_call(H5Pset_link_creation_order(creation.id(), order), "creation order");
  file_ = Handle(H5Fcreate(part_.part().c_str(), H5F_ACC_EXCL, creation.id(), H5P_DEFAULT), H5Fclose,
                 cannot_write().c_str());
}

NewFile::~NewFile() {
  if (file_.id() < 0) return;
  // Not committed: closing may fail on a full disk, and the part is worth nothing.
  file_ = Handle();
  part_.remove();
}

std::string NewFile::cannot_write() const {
  return fmt::format("cannot write '{}'", part_.part().string());
}

void NewFile::flush() {
  checked_call(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), cannot_write().c_str());
}

void NewFile::commit() {
  try {
    flush();
    file_.close(cannot_write().c_str());
  } catch (...) {
    part_.remove();
    throw;
  }
  part_.commit();
}

}  // namespace orgsim::hdf5

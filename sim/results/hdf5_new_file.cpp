// A results file while it is being written.
#include <fmt/format.h>

#include "results/hdf5_common.hpp"

namespace orgsim::hdf5 {

NewFile::NewFile(const std::filesystem::path& path, bool replace)
    : part_(path, replace, results::begins_as_ours) {
  prepare_library();
  const Handle creation = creation_list(H5P_FILE_CREATE);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked_call(H5Pset_link_creation_order(creation.id(), order), "creation order");
  // Room for the first attributes beside the mark, by which the file is known too (digest.cpp).
  checked_call(H5Pset_est_link_info(creation.id(), 8, 64), "room in the root group");
  file_ = Handle(H5Fcreate(part_.part().c_str(), H5F_ACC_TRUNC, creation.id(), access_list().id()), H5Fclose,
                 cannot_write().c_str());
  expect_same_file(file_.id(), part_.file());
  checked_call(H5Oset_comment(file_.id(), results::kMark), cannot_write().c_str());
  flush();  // from now on it is known for ours, whatever becomes of this run
}

std::string NewFile::cannot_write() const {
  return fmt::format("cannot write '{}'", part_.part().string());
}

void NewFile::write(const std::function<void()>& work) const {
  try {
    work();
  } catch (const Failure& failure) {
    throw SystemError(fmt::format("{}: {}", cannot_write(), failure.reason()));
  }
}

void NewFile::flush() {
  checked_call(H5Fflush(file_.id(), H5F_SCOPE_GLOBAL), cannot_write().c_str());
}

std::string NewFile::commit() {
  flush();
  const std::vector<results::DatasetBytes> datasets = bytes_of_datasets(file_.id());
  file_.close(cannot_write().c_str());
  std::string digest = results::append_digest(part_.file(), datasets);
  part_.commit();
  return digest;
}

}  // namespace orgsim::hdf5

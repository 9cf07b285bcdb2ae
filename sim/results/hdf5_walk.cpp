// What is in a file, and where its bytes stand.
#include <fmt/format.h>

#include "results/hdf5_common.hpp"

namespace orgsim::hdf5 {

namespace {

using results::DatasetBytes;
using results::Piece;

// The paths of all objects below the root. A link that is not to an object of the file ends the walk.
struct Names {
  std::vector<std::string> all;
  std::string foreign;
};
herr_t note_name(hid_t, const char* name, const H5L_info_t* link, void* data) {
  auto& names = *static_cast<Names*>(data);
  if (link->type != H5L_TYPE_HARD) {
    names.foreign = name;
    return 1;
  }
  names.all.emplace_back(name);
  return 0;
}

[[noreturn]] void refuse_foreign(const std::string& path) {
  throw SystemError(fmt::format("'/{}' leads to another place or file", path));
}

std::vector<hsize_t> sizes_of(hid_t space) {
  std::vector<hsize_t> sizes(static_cast<std::size_t>(H5Sget_simple_extent_ndims(space)));
  if (!sizes.empty()) H5Sget_simple_extent_dims(space, sizes.data(), nullptr);
  return sizes;
}

// The next corner of a chunk, the last dimension first; false after the last one.
bool advance(std::vector<hsize_t>& corner, const std::vector<hsize_t>& sizes,
             const std::vector<hsize_t>& chunk) {
  for (std::size_t i = corner.size(); i-- > 0;) {
    corner[i] += chunk[i];
    if (corner[i] < sizes[i]) return true;
    corner[i] = 0;
  }
  return false;
}

std::vector<Piece> pieces_of_chunks(hid_t dataset, hid_t creation) {
  const Handle space(H5Dget_space(dataset), H5Sclose, "a dataspace");
  const std::vector<hsize_t> sizes = sizes_of(space.id());
  std::vector<hsize_t> chunk(sizes.size());
  if (H5Pget_chunk(creation, static_cast<int>(chunk.size()), chunk.data()) < 0) fail("chunks");
  std::vector<Piece> pieces;
  std::vector<hsize_t> corner(sizes.size(), 0);
  do {
    haddr_t start = HADDR_UNDEF;
    hsize_t size = 0;
    unsigned filters = 0;
    checked_call(H5Dget_chunk_info_by_coord(dataset, corner.data(), &filters, &start, &size), "a chunk");
    if (start != HADDR_UNDEF) pieces.push_back({start, size});
  } while (advance(corner, sizes, chunk));
  return pieces;
}

std::vector<Piece> pieces_of(hid_t dataset) {
  const Handle creation(H5Dget_create_plist(dataset), H5Pclose, "a dataset");
  if (H5Pget_layout(creation.id()) == H5D_CHUNKED) return pieces_of_chunks(dataset, creation.id());
  const haddr_t start = H5Dget_offset(dataset);
  if (start == HADDR_UNDEF) return {};
  return {{start, H5Dget_storage_size(dataset)}};
}

// Calls visit(dataset, name) for every dataset.
template <class Visit>
void visit_datasets(hid_t file, Visit visit) {
  Names names;
  checked_call(H5Lvisit(file, H5_INDEX_NAME, H5_ITER_INC, note_name, &names), "walking through the file");
  if (!names.foreign.empty()) refuse_foreign(names.foreign);
  for (const std::string& name : names.all) {
    const Handle object(H5Oopen(file, name.c_str(), H5P_DEFAULT), H5Oclose, name.c_str());
    if (H5Iget_type(object.id()) == H5I_DATASET) visit(object.id(), name);
  }
}

}  // namespace

std::vector<DatasetBytes> bytes_of_datasets(hid_t file) {
  std::vector<DatasetBytes> datasets;
  visit_datasets(file, [&](hid_t dataset, const std::string& name) {
    datasets.push_back({"/" + name, pieces_of(dataset)});
  });
  return datasets;
}

void expect_self_contained(hid_t file) {
  visit_datasets(file, [&](hid_t dataset, const std::string& name) {
    const Handle creation(H5Dget_create_plist(dataset), H5Pclose, "a dataset");
    const bool external = H5Pget_external_count(creation.id()) > 0;
    if (external || H5Pget_layout(creation.id()) == H5D_VIRTUAL) refuse_foreign(name);
  });
}

}  // namespace orgsim::hdf5

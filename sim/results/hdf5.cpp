#include "results/hdf5.hpp"

#include <fmt/format.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "results/hdf5_common.hpp"

namespace orgsim::hdf5 {

namespace {

// The description nearest to the operating system, which carries its reason ("No space left on device").
std::string reason() {
  std::string text;
  H5Ewalk2(
      H5E_DEFAULT, H5E_WALK_UPWARD,
      [](unsigned, const H5E_error2_t* error, void* data) -> herr_t {
        auto& out = *static_cast<std::string*>(data);
        if (out.empty() && error->desc != nullptr) out = error->desc;
        return 0;
      },
      &text);
  const std::string marker = "error message = '";
  const std::size_t from = text.find(marker);
  if (from == std::string::npos) return text;
  const std::size_t begin = from + marker.size();
  return text.substr(begin, text.find('\'', begin) - begin);
}

// Writes all of a dataset of texts. HDF5 converts them by way of two buffers that it takes anew for every
// write: a megabyte each, unless told that the texts need less.
void write_texts(hid_t dataset, hid_t type, const std::vector<std::string>& values) {
  std::vector<const char*> pointers;
  for (const std::string& value : values) pointers.push_back(value.c_str());
  constexpr std::size_t enough = 4096;
  const Handle transfer = property_list(H5P_DATASET_XFER);
  checked_call(H5Pset_buffer(transfer.id(), enough, nullptr, nullptr), "a buffer");
  checked_call(
      H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, transfer.id(), static_cast<const void*>(pointers.data())),
      "writing texts");
}

void write_attribute(hid_t object, const std::string& name, hid_t type, const void* value) {
  const Handle space = scalar_space();
  const Handle attribute(H5Acreate2(object, name.c_str(), type, space.id(), H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose, "an attribute");
  checked_call(H5Awrite(attribute.id(), type, value), "writing an attribute");
}

void describe(hid_t dataset, const std::string& unit, const std::string& meaning) {
  set_attribute(dataset, "units", unit.empty() ? "1" : unit);
  set_attribute(dataset, "long_name", meaning);
}

template <class Number>
void write_numbers(hid_t dataset, hid_t type, std::span<const hsize_t> start, std::span<const hsize_t> count,
                   std::span<const Number> values) {
  const Handle file_space(H5Dget_space(dataset), H5Sclose, "a dataspace");
  checked_call(
      H5Sselect_hyperslab(file_space.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr),
      "selecting a block");
  const Handle memory_space(H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr), H5Sclose,
                            "a dataspace");
  checked_call(H5Dwrite(dataset, type, memory_space.id(), file_space.id(), H5P_DEFAULT, values.data()),
               "writing results");
}

bool open_library() {
  constexpr const char* name = "HDF5_USE_FILE_LOCKING";
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): as Python's os.environ
  if (value == nullptr) return true;
  const std::string kept = value;
  ::unsetenv(name);                                                // NOLINT(concurrency-mt-unsafe)
  H5Fget_obj_count(static_cast<hid_t>(H5F_OBJ_ALL), H5F_OBJ_ALL);  // opens its part for files
  ::setenv(name, kept.c_str(), 1);                                 // NOLINT(concurrency-mt-unsafe)
  return true;
}

}  // namespace

// HDF5 prints its error stack by default, a stack that every thread has of its own; ours are exceptions. And
// after a write that failed (a full disk) its cleaning up at the end of the program touches freed files (seen
// in 1.10.8); all that we open we close ourselves.
//
// A user's HDF5_USE_FILE_LOCKING would outdo access_list(); the library looks at it once, at the first call
// for files.
void prepare_library() {
  static const bool opened = open_library();
  static_cast<void>(opened);
  static const herr_t without_cleaning_up = H5dont_atexit();
  static_cast<void>(without_cleaning_up);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Handle access_list() {
  Handle list = property_list(H5P_FILE_ACCESS);
  checked_call(H5Pset_file_locking(list.id(), false, true), "file locking");
  return list;
}

void expect_same_file(hid_t file, const Descriptor& descriptor) {
  void* number = nullptr;
  checked_call(H5Fget_vfd_handle(file, H5P_DEFAULT, &number), "the file's descriptor");
  if (is_same_file(*static_cast<int*>(number), descriptor.number())) return;
  throw SystemError(fmt::format("another program has replaced '{}'", descriptor.path().string()));
}

Handle property_list(hid_t kind) {
  return {H5Pcreate(kind), H5Pclose, "a property list"};
}

// Without times, the same run twice gives the same bytes.
Handle creation_list(hid_t kind) {
  Handle list = property_list(kind);
  checked_call(H5Pset_obj_track_times(list.id(), false), "creation times");
  return list;
}

Handle string_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "a string type");
  checked_call(H5Tset_size(type.id(), H5T_VARIABLE), "a string type");
  checked_call(H5Tset_cset(type.id(), H5T_CSET_UTF8), "a string type");
  return type;
}

Handle scalar_space() {
  return {H5Screate(H5S_SCALAR), H5Sclose, "a dataspace"};
}

void fail(const std::string& what) {
  throw Failure(what, reason());
}

void Handle::close(const char* what) {
  if (id_ < 0) return;
  const herr_t status = close_(id_);
  id_ = -1;
  checked_call(status, what);
}

Handle create_group(hid_t parent, const std::string& name) {
  const Handle creation = creation_list(H5P_GROUP_CREATE);
  const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
  checked_call(H5Pset_link_creation_order(creation.id(), order), "creation order");
  return {H5Gcreate2(parent, name.c_str(), H5P_DEFAULT, creation.id(), H5P_DEFAULT), H5Gclose, "a group"};
}

void set_attribute(hid_t object, const std::string& name, const std::string& text) {
  const char* pointer = text.c_str();
  write_attribute(object, name, string_type().id(), &pointer);
}

void set_attribute(hid_t object, const std::string& name, double number, Storage storage) {
  if (storage == Storage::float32) {
    const auto narrow = static_cast<float>(number);
    write_attribute(object, name, H5T_NATIVE_FLOAT, &narrow);
  } else {
    write_attribute(object, name, H5T_NATIVE_DOUBLE, &number);
  }
}

void set_attribute(hid_t object, const std::string& name, std::int64_t number) {
  write_attribute(object, name, H5T_NATIVE_INT64, &number);
}

Grid::Grid(hid_t group, const std::vector<Dimension>& dimensions) : group_(group) {
  for (const Dimension& dimension : dimensions) {
    const hsize_t size = dimension.size();
    const Handle space(H5Screate_simple(1, &size, nullptr), H5Sclose, "a dataspace");
    const Handle creation = creation_list(H5P_DATASET_CREATE);
    const Handle text = string_type();
    const bool labelled = !dimension.labels.empty();
    Handle dataset(H5Dcreate2(group, dimension.name.c_str(), labelled ? text.id() : H5T_NATIVE_DOUBLE,
                              space.id(), H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                   H5Dclose, "a coordinate");
    if (labelled) {
      write_texts(dataset.id(), text.id(), dimension.labels);
    } else {
      checked_call(
          H5Dwrite(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, dimension.numbers.data()),
          "writing a coordinate");
    }
    checked_call(H5DSset_scale(dataset.id(), dimension.name.c_str()), "a dimension scale");
    describe(dataset.id(), dimension.unit, dimension.meaning);
    scales_.push_back({dimension, std::move(dataset)});
  }
}

const Grid::Scale& Grid::scale(const std::string& name) const {
  const auto found = std::find_if(scales_.begin(), scales_.end(),
                                  [&](const Scale& scale) { return scale.dimension.name == name; });
  require(found != scales_.end(), "a dataset's dimensions belong to its group");
  return *found;
}

Handle Grid::create_over(const std::string& name, const std::vector<std::string>& over, hid_t type,
                         hid_t creation) {
  std::vector<hsize_t> sizes;
  for (const std::string& dimension : over) sizes.push_back(scale(dimension).dimension.size());
  const Handle space(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr), H5Sclose,
                     "a dataspace");
  Handle dataset(H5Dcreate2(group_, name.c_str(), type, space.id(), H5P_DEFAULT, creation, H5P_DEFAULT),
                 H5Dclose, "a dataset");
  for (std::size_t i = 0; i < over.size(); ++i) {
    checked_call(H5DSattach_scale(dataset.id(), scale(over[i]).dataset.id(), static_cast<unsigned>(i)),
                 "attaching a dimension");
  }
  return dataset;
}

Handle Grid::create(const std::string& name, const std::vector<std::string>& over, Storage storage,
                    const std::vector<hsize_t>& chunk, const std::string& unit, const std::string& meaning) {
  constexpr unsigned fast = 1;  // deflate level: higher ones gain little on noisy numbers
  const Handle creation = creation_list(H5P_DATASET_CREATE);
  const double missing = std::numeric_limits<double>::quiet_NaN();
  checked_call(H5Pset_fill_value(creation.id(), H5T_NATIVE_DOUBLE, &missing), "a fill value");
  if (!chunk.empty()) {
    checked_call(H5Pset_chunk(creation.id(), static_cast<int>(chunk.size()), chunk.data()), "chunks");
    checked_call(H5Pset_shuffle(creation.id()), "compression");
    checked_call(H5Pset_deflate(creation.id(), fast), "compression");
  }
  Handle dataset =
      create_over(name, over, storage == Storage::float32 ? H5T_IEEE_F32LE : H5T_IEEE_F64LE, creation.id());
  set_attribute(dataset.id(), "_FillValue", missing, storage);
  describe(dataset.id(), unit, meaning);
  return dataset;
}

void Grid::write_strings(const std::string& name, const std::vector<std::string>& over,
                         const std::vector<std::string>& values, const std::string& meaning) {
  const Handle text = string_type();
  const Handle dataset = create_over(name, over, text.id(), creation_list(H5P_DATASET_CREATE).id());
  write_texts(dataset.id(), text.id(), values);
  describe(dataset.id(), "", meaning);
}

void write_block(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
                 std::span<const double> values) {
  write_numbers(dataset, H5T_NATIVE_DOUBLE, start, count, values);
}
void write_block(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
                 std::span<const float> values) {
  write_numbers(dataset, H5T_NATIVE_FLOAT, start, count, values);
}

}  // namespace orgsim::hdf5

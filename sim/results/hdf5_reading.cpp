// Reading datasets of a known shape. A file may come from anywhere: shapes and types are looked at before a
// byte is read into memory.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "results/hdf5_common.hpp"

namespace orgsim::hdf5 {

namespace {

Handle open_dataset(hid_t file, const std::string& path) {
  return {H5Dopen2(file, path.c_str(), H5P_DEFAULT), H5Dclose, path.c_str()};
}

std::vector<hsize_t> extent_of(hid_t dataset, const std::string& path) {
  const Handle space(H5Dget_space(dataset), H5Sclose, "a dataspace");
  std::vector<hsize_t> sizes(static_cast<std::size_t>(std::max(H5Sget_simple_extent_ndims(space.id()), 0)));
  if (!sizes.empty())
    checked_call(H5Sget_simple_extent_dims(space.id(), sizes.data(), nullptr), path.c_str());
  return sizes;
}

void expect(hid_t dataset, const std::string& path, H5T_class_t type_class,
            const std::vector<hsize_t>& shape) {
  const Handle type(H5Dget_type(dataset), H5Tclose, path.c_str());
  if (H5Tget_class(type.id()) != type_class) throw SystemError(path + " holds another type of value");
  const std::vector<hsize_t> found = extent_of(dataset, path);
  if (found != shape) {
    throw SystemError(fmt::format("{} is of shape ({}) instead of ({})", path, fmt::join(found, ", "),
                                  fmt::join(shape, ", ")));
  }
}

std::size_t count_in(const std::vector<hsize_t>& shape) {
  std::size_t count = 1;
  for (const hsize_t size : shape) count *= size;
  return count;
}

std::vector<double> read_selected(hid_t file, const std::string& path, const std::vector<hsize_t>& shape,
                                  const std::vector<hsize_t>& start, const std::vector<hsize_t>& count) {
  const Handle dataset = open_dataset(file, path);
  expect(dataset.id(), path, H5T_FLOAT, shape);
  const Handle stored(H5Dget_space(dataset.id()), H5Sclose, path.c_str());
  checked_call(H5Sselect_hyperslab(stored.id(), H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr),
               path.c_str());
  std::vector<double> values(count_in(count));
  const hsize_t size = values.size();
  const Handle held(H5Screate_simple(1, &size, nullptr), H5Sclose, path.c_str());
  checked_call(H5Dread(dataset.id(), H5T_NATIVE_DOUBLE, held.id(), stored.id(), H5P_DEFAULT, values.data()),
               path.c_str());
  return values;
}

}  // namespace

Handle open_file(const Descriptor& file) {
  prepare_library();
  Handle opened(H5Fopen(file.path().c_str(), H5F_ACC_RDONLY, access_list().id()), H5Fclose, "cannot open");
  expect_same_file(opened.id(), file);
  return opened;
}

bool has_attribute(hid_t object, const std::string& name) {
  return H5Aexists(object, name.c_str()) > 0;
}

std::string read_text_attribute(hid_t object, const std::string& name) {
  const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, name.c_str());
  const Handle stored(H5Aget_type(attribute.id()), H5Tclose, name.c_str());
  const Handle space(H5Aget_space(attribute.id()), H5Sclose, name.c_str());
  if (H5Tis_variable_str(stored.id()) <= 0 || H5Sget_simple_extent_npoints(space.id()) != 1) {
    throw SystemError(fmt::format("the attribute '{}' is not a single text", name));
  }
  const Handle type = string_type();
  char* text = nullptr;
  checked_call(H5Aread(attribute.id(), type.id(), static_cast<void*>(&text)), name.c_str());
  std::string result = text == nullptr ? "" : text;
  H5free_memory(text);
  return result;
}

std::int64_t read_whole_attribute(hid_t object, const std::string& name) {
  const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, name.c_str());
  const Handle space(H5Aget_space(attribute.id()), H5Sclose, name.c_str());
  if (H5Sget_simple_extent_npoints(space.id()) != 1)
    throw SystemError(fmt::format("the attribute '{}' is not a single number", name));
  std::int64_t number = 0;
  checked_call(H5Aread(attribute.id(), H5T_NATIVE_INT64, &number), name.c_str());
  return number;
}

std::vector<hsize_t> extent(hid_t file, const std::string& path) {
  return extent_of(open_dataset(file, path).id(), path);
}

std::vector<double> read_numbers(hid_t file, const std::string& path, const std::vector<hsize_t>& shape) {
  const Handle dataset = open_dataset(file, path);
  expect(dataset.id(), path, H5T_FLOAT, shape);
  std::vector<double> values(count_in(shape));
  checked_call(H5Dread(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
               path.c_str());
  return values;
}

std::vector<double> read_part(hid_t file, const std::string& path, const std::vector<hsize_t>& shape,
                              const std::vector<hsize_t>& first) {
  std::vector<hsize_t> start(shape.size(), 0);
  std::vector<hsize_t> count = shape;
  for (std::size_t d = 0; d < first.size(); ++d) {
    start[d] = first[d];
    count[d] = 1;
  }
  return read_selected(file, path, shape, start, count);
}

std::vector<double> read_rows(hid_t file, const std::string& path, const std::vector<hsize_t>& shape,
                              hsize_t first, hsize_t rows) {
  std::vector<hsize_t> start(shape.size(), 0);
  std::vector<hsize_t> count = shape;
  start[0] = first;
  count[0] = rows;
  return read_selected(file, path, shape, start, count);
}

bool has_link(hid_t file, const std::string& name) {
  return H5Lexists(file, name.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> read_strings(hid_t file, const std::string& path,
                                      const std::vector<hsize_t>& shape) {
  const Handle dataset = open_dataset(file, path);
  expect(dataset.id(), path, H5T_STRING, shape);
  std::vector<char*> raw(count_in(shape));
  const Handle type = string_type();
  checked_call(
      H5Dread(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, static_cast<void*>(raw.data())),
      path.c_str());
  std::vector<std::string> values;
  for (char* text : raw) {
    values.emplace_back(text == nullptr ? "" : text);
    H5free_memory(text);
  }
  return values;
}

}  // namespace orgsim::hdf5

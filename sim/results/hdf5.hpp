// A thin layer over HDF5's C interface: handles that close themselves, errors as exceptions, and datasets as
// xarray and netCDF-4 want them (creation order tracked, one coordinate dataset per dimension).
#pragma once

#include <hdf5.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "platform/part_file.hpp"
#include "results/digest.hpp"
#include "results/dimension.hpp"

namespace orgsim::hdf5 {

using results::Dimension;

// What HDF5 refuses, with its own reason. It does not say of which file.
class Failure : public SystemError {
 public:
  Failure(const std::string& what, const std::string& reason)
      : SystemError(what + ": " + reason), reason_(reason) {}
  const std::string& reason() const { return reason_; }

 private:
  std::string reason_;
};

// Throws Failure.
[[noreturn]] void fail(const std::string& what);

inline hid_t checked(hid_t id, const char* what) {
  if (id < 0) fail(what);
  return id;
}
inline void checked_call(herr_t status, const char* what) {
  if (status < 0) fail(what);
}

// Owns one identifier and closes it with its own function.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);

  Handle() = default;
  Handle(hid_t id, Close closer, const char* what) : id_(checked(id, what)), close_(closer) {}
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(close_, other.close_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (id_ >= 0) close_(id_);
  }

  hid_t id() const { return id_; }
  // Closes now, and says so if that fails: a full disk may show only here.
  void close(const char* what);

 private:
  hid_t id_ = -1;
  Close close_ = nullptr;
};

enum class Storage { float32, float64 };

// A file that is being written as PATH.part beside the one it will replace. A link is followed.
class NewFile {
 public:
  // Throws as PartFile.
  NewFile(const std::filesystem::path& path, bool replace);

  hid_t id() const { return file_.id(); }
  // Does the work; a failure of its is told with the file's name.
  void write(const std::function<void()>& work) const;
  // Writes out what is still in memory; to be called before datasets are closed, whose handles cannot report.
  void flush();
  // Closes, appends the digest, puts the file in its place as PartFile does, and returns the digest. Throws
  // SystemError.
  std::string commit();

 private:
  std::string cannot_write() const;

  PartFile part_;
  Handle file_;
};

Handle create_group(hid_t parent, const std::string& name);
void set_attribute(hid_t object, const std::string& name, const std::string& text);
void set_attribute(hid_t object, const std::string& name, double number, Storage storage);
void set_attribute(hid_t object, const std::string& name, std::int64_t number);

// A group's dimensions, with their coordinate datasets, and the datasets over them.
class Grid {
 public:
  Grid(hid_t group, const std::vector<Dimension>& dimensions);

  // A floating-point dataset over the named dimensions, compressed in `chunk`s (empty: stored whole), missing
  // values NaN.
  Handle create(const std::string& name, const std::vector<std::string>& over, Storage storage,
                const std::vector<hsize_t>& chunk, const std::string& unit, const std::string& meaning);

  void write_strings(const std::string& name, const std::vector<std::string>& over,
                     const std::vector<std::string>& values, const std::string& meaning);

 private:
  struct Scale {
    Dimension dimension;
    Handle dataset;
  };
  const Scale& scale(const std::string& name) const;
  Handle create_over(const std::string& name, const std::vector<std::string>& over, hid_t type,
                     hid_t creation);

  hid_t group_;
  std::vector<Scale> scales_;
};

// Writes a block of a dataset; the numbers are in row-major order.
void write_block(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
                 std::span<const double> values);
void write_block(hid_t dataset, std::span<const hsize_t> start, std::span<const hsize_t> count,
                 std::span<const float> values);

// Reading. All throw SystemError if the file is damaged or holds something else under that name.

// Opens a file that is open already: no other that has taken its name meanwhile.
Handle open_file(const Descriptor& file);
// Where the bytes of all datasets stand, by their paths, in a file that we have made.
std::vector<results::DatasetBytes> bytes_of_datasets(hid_t file);
// Throws SystemError if a link or a dataset leads to another file: all that we read is to be in the one that
// was asked for.
void expect_self_contained(hid_t file);
bool has_attribute(hid_t object, const std::string& name);
std::string read_text_attribute(hid_t object, const std::string& name);
std::int64_t read_whole_attribute(hid_t object, const std::string& name);
// The values of a dataset of exactly this shape, in row-major order.
std::vector<double> read_numbers(hid_t file, const std::string& path, const std::vector<hsize_t>& shape);
// Of a dataset of exactly this shape, the part whose first dimensions are at `first`.
std::vector<double> read_part(hid_t file, const std::string& path, const std::vector<hsize_t>& shape,
                              const std::vector<hsize_t>& first);
// Of a dataset of exactly this shape, so many entries of its first dimension from `first` on.
std::vector<double> read_rows(hid_t file, const std::string& path, const std::vector<hsize_t>& shape,
                              hsize_t first, hsize_t rows);
bool has_link(hid_t file, const std::string& name);
std::vector<std::string> read_strings(hid_t file, const std::string& path, const std::vector<hsize_t>& shape);
// The extent of a dataset along each dimension.
std::vector<hsize_t> extent(hid_t file, const std::string& path);

}  // namespace orgsim::hdf5

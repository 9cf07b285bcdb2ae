// What another program may change in a results file through HDF5.
#pragma once

#include <fcntl.h>

#include <span>

#include "results/hdf5.hpp"
#include "results_bytes.hpp"

namespace orgsim::fuzz {

// What there is to be changed.
struct Targets {
  std::span<const char* const> numbers;
  std::span<const char* const> texts;
  std::span<const char* const> attributes;
};

inline const char* one_of(std::span<const char* const> names, FuzzedDataProvider& input) {
  return names[input.ConsumeIntegralInRange<std::size_t>(0, names.size() - 1)];
}

// All values of a dataset, of which one may then be another.
inline void change_number(hid_t file, const char* name, FuzzedDataProvider& input) {
  const hdf5::Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, name);
  const hdf5::Handle space(H5Dget_space(dataset.id()), H5Sclose, name);
  std::vector<double> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())));
  H5Dread(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  values.at(input.ConsumeIntegralInRange<std::size_t>(0, values.size() - 1)) =
      input.ConsumeBool() ? input.ConsumeFloatingPoint<double>() : input.ConsumeIntegral<std::int8_t>();
  H5Dwrite(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
}

inline void change_texts(hid_t file, const char* name, FuzzedDataProvider& input) {
  const hdf5::Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, name);
  const hdf5::Handle type(H5Dget_type(dataset.id()), H5Tclose, name);
  const hdf5::Handle space(H5Dget_space(dataset.id()), H5Sclose, name);
  const std::string text = input.ConsumeRandomLengthString(40);
  const std::vector<const char*> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())),
                                        text.c_str());
  H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, static_cast<const void*>(values.data()));
}

inline void change_attribute(hid_t file, const char* name, FuzzedDataProvider& input) {
  std::string text = hdf5::read_text_attribute(file, name);
  const auto at = input.ConsumeIntegralInRange<std::size_t>(0, text.size());
  const auto length = input.ConsumeIntegralInRange<std::size_t>(0, 60);
  text.replace(at, length, input.ConsumeRandomLengthString(60));
  H5Adelete(file, name);
  hdf5::set_attribute(file, name, text);
}

// Puts another dataset in the place of one, or nothing.
inline void change_dataset(hid_t file, const char* name, const Targets& targets, FuzzedDataProvider& input) {
  H5Ldelete(file, name, H5P_DEFAULT);
  if (input.ConsumeBool()) {
    H5Lcreate_hard(file, one_of(targets.numbers, input), file, name, H5P_DEFAULT, H5P_DEFAULT);
  }
}

inline void change(hid_t file, const Targets& targets, FuzzedDataProvider& input) {
  switch (input.ConsumeIntegralInRange(0, 4)) {
    case 0:
      return change_texts(file, one_of(targets.texts, input), input);
    case 1:
      return change_attribute(file, one_of(targets.attributes, input), input);
    case 2:
      return change_dataset(file, one_of(targets.numbers, input), targets, input);
    case 3:
      return change_dataset(file, one_of(targets.texts, input), targets, input);
    default:
      return change_number(file, one_of(targets.numbers, input), input);
  }
}

// Puts the bytes into the file, changes them, and makes its digest right.
inline void change_file(const std::string& bytes, const Targets& targets, FuzzedDataProvider& input) {
  put(bytes);
  {
    const hdf5::Handle opened(H5Fopen(file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    try {
      for (int changes = 0; changes < 4 && input.remaining_bytes() > 0; ++changes)
        change(opened.id(), targets, input);
    } catch (const SystemError&) {  // what was to be changed has been taken away
    }
  }
  results::append_digest(Descriptor(file(), O_RDWR | O_APPEND), {});
}

}  // namespace orgsim::fuzz

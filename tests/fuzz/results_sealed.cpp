// A results file that another program has changed through HDF5, with a digest that is right: it is read, or
// it is an InputError. What may become of HDF5's own structure is what the digest is for.
#include <fcntl.h>

#include <array>

#include "results/hdf5.hpp"
#include "results_bytes.hpp"

namespace {

using namespace orgsim;
using hdf5::Handle;

constexpr std::array kNumbers{"/outcomes/npv",       "/outcomes/began",     "/outcomes/marginalised_week",
                              "/outcomes/line_week", "/outcomes/share_end", "/outcomes/drawn",
                              "/bands/share",        "/bands/credited"};
constexpr std::array kTexts{"/strategy", "/strategy_label", "/outcomes/verdict"};
constexpr std::array kAttributes{"scenario", "format_version", "experiment", "program", "program_version"};

// All values of a dataset, of which one may then be another.
void change_number(hid_t file, const char* name, FuzzedDataProvider& input) {
  const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, name);
  const Handle space(H5Dget_space(dataset.id()), H5Sclose, name);
  std::vector<double> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())));
  H5Dread(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
  values.at(input.ConsumeIntegralInRange<std::size_t>(0, values.size() - 1)) =
      input.ConsumeBool() ? input.ConsumeFloatingPoint<double>() : input.ConsumeIntegral<std::int8_t>();
  H5Dwrite(dataset.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
}

void change_texts(hid_t file, const char* name, FuzzedDataProvider& input) {
  const Handle dataset(H5Dopen2(file, name, H5P_DEFAULT), H5Dclose, name);
  const Handle type(H5Dget_type(dataset.id()), H5Tclose, name);
  const Handle space(H5Dget_space(dataset.id()), H5Sclose, name);
  const std::string text = input.ConsumeRandomLengthString(40);
  const std::vector<const char*> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())),
                                        text.c_str());
  H5Dwrite(dataset.id(), type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT, static_cast<const void*>(values.data()));
}

void change_attribute(hid_t file, const char* name, FuzzedDataProvider& input) {
  std::string text = hdf5::read_text_attribute(file, name);
  const auto at = input.ConsumeIntegralInRange<std::size_t>(0, text.size());
  const auto length = input.ConsumeIntegralInRange<std::size_t>(0, 60);
  text.replace(at, length, input.ConsumeRandomLengthString(60));
  H5Adelete(file, name);
  hdf5::set_attribute(file, name, text);
}

// Puts another dataset in the place of one, or nothing.
void change_dataset(hid_t file, const char* name, FuzzedDataProvider& input) {
  H5Ldelete(file, name, H5P_DEFAULT);
  if (input.ConsumeBool()) {
    H5Lcreate_hard(file, input.PickValueInArray(kNumbers), file, name, H5P_DEFAULT, H5P_DEFAULT);
  }
}

void change(hid_t file, FuzzedDataProvider& input) {
  switch (input.ConsumeIntegralInRange(0, 4)) {
    case 0:
      return change_texts(file, input.PickValueInArray(kTexts), input);
    case 1:
      return change_attribute(file, input.PickValueInArray(kAttributes), input);
    case 2:
      return change_dataset(file, input.PickValueInArray(kNumbers), input);
    case 3:
      return change_dataset(file, input.PickValueInArray(kTexts), input);
    default:
      return change_number(file, input.PickValueInArray(kNumbers), input);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider input(data, size);
  fuzz::put(fuzz::whole_file());
  {
    const Handle file(H5Fopen(fuzz::file().c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, "open");
    try {
      for (int changes = 0; changes < 4 && input.remaining_bytes() > 0; ++changes) change(file.id(), input);
    } catch (const SystemError&) {  // what was to be changed has been taken away
    }
  }
  results::append_digest(Descriptor(fuzz::file(), O_RDWR | O_APPEND), {});
  try {
    read_results(fuzz::file());
  } catch (const InputError&) {
  }
  return 0;
}

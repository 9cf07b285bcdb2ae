// What the parts of the HDF5 layer share.
#pragma once

#include "results/hdf5.hpp"

namespace orgsim::hdf5 {

// To be called before a file is created or opened.
void prepare_library();

// How files are opened: without locks of HDF5's, which end before a file is in its place.
Handle access_list();
// Throws SystemError unless HDF5 has opened the file of that descriptor.
void expect_same_file(hid_t file, const Descriptor& descriptor);

Handle property_list(hid_t kind);
Handle creation_list(hid_t kind);
Handle string_type();  // of variable length, UTF-8
Handle scalar_space();

}  // namespace orgsim::hdf5

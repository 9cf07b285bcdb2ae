// What the parts of the HDF5 layer share.
#pragma once

#include "results/hdf5.hpp"

namespace orgsim::hdf5 {

// To be called before a file is created or opened.
void prepare_library();

Handle property_list(hid_t kind);
Handle creation_list(hid_t kind);
Handle string_type();  // of variable length, UTF-8
Handle scalar_space();

}  // namespace orgsim::hdf5

# The libraries that orgsim is built with. What is missing is named in one pass, with how to get it.

set(missing "")

# orgsim_library(NAME VERSION DEBIAN FEDORA BREW CONDA [find_package's words...]): the library and its packages; a dash
# where there is none.
macro(orgsim_library name version debian fedora brew conda)
  find_package(${name} ${version} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    list(APPEND missing "${name} (${version} or newer)")
    string(APPEND missing_debian " ${debian}")
    string(APPEND missing_fedora " ${fedora}")
    string(APPEND missing_brew " ${brew}")
    string(APPEND missing_conda " ${conda}")
  endif()
endmacro()

#              library       version Debian                 Fedora             Homebrew      conda-forge
orgsim_library(Eigen3        3.4     libeigen3-dev          eigen3-devel       eigen         eigen)
orgsim_library(Boost         1.78    libboost1.81-dev       boost-devel        boost         libboost-headers)
orgsim_library(fmt           9       libfmt-dev             fmt-devel          fmt           fmt)
orgsim_library(HDF5          1.10    libhdf5-dev            hdf5-devel         hdf5          hdf5 COMPONENTS C HL)
orgsim_library(tomlplusplus  3.3     libtomlplusplus-dev    tomlplusplus-devel tomlplusplus  tomlplusplus)
orgsim_library(CLI11         2.1     libcli11-dev           cli11-devel        cli11         cli11)
orgsim_library(nlohmann_json 3.11    nlohmann-json3-dev     json-devel         nlohmann-json nlohmann_json)
orgsim_library(libcsv        3.0     libcsv-dev             libcsv-devel       libcsv        -)
orgsim_library(utf8proc      2.8     libutf8proc-dev        utf8proc-devel     utf8proc      libutf8proc)
orgsim_library(xxHash        0.8     libxxhash-dev          xxhash-devel       xxhash        xxhash)

if(missing)
  list(JOIN missing ", " missing)
  string(REPLACE " -" "" missing_conda "${missing_conda}")
  # CMake fills lines anew unless they begin with a space.
  set(text " orgsim needs libraries that are not here:\n   ${missing}\n To get them:\n"
    "   Debian, Ubuntu:  sudo apt install${missing_debian}\n"
    "   Fedora:          sudo dnf install${missing_fedora}\n"
    "   macOS:           brew install${missing_brew}\n"
    "   conda:           conda install -c conda-forge${missing_conda}\n")
  if(NOT libcsv_FOUND)
    list(APPEND text " Where there is no package of libcsv:  https://github.com/rgamble/libcsv\n")
  endif()
  message(FATAL_ERROR ${text})
endif()

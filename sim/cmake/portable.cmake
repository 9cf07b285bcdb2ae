# A program and a module that need nothing but the C library (`./dev wheel`). Sources are compiled as they always are, so
# that results are the same bytes; what differs is what they are linked with.
set(ORGSIM_STATIC "" CACHE PATH "With ORGSIM_PORTABLE: the folder of the static libraries that `./dev wheel` makes")

# portable_library(VARIABLE NAME): the static library in ORGSIM_STATIC, or else the system's.
function(portable_library variable name)
  find_library(${variable}_STATIC NAMES lib${name}.a HINTS ${ORGSIM_STATIC}/lib REQUIRED)
  set(${variable} ${${variable}_STATIC} PARENT_SCOPE)
endfunction()

portable_library(hdf5 hdf5)
portable_library(hdf5_hl hdf5_hl)
portable_library(zlib z)
set(HDF5_C_LIBRARIES ${hdf5_hl} ${hdf5} ${zlib} Threads::Threads ${CMAKE_DL_LIBS} m)
set(HDF5_C_HL_LIBRARIES "")

# Debian's packages know of the shared libraries alone.
foreach(target fmt::fmt tomlplusplus::tomlplusplus libcsv::libcsv utf8proc::utf8proc)
  string(REGEX REPLACE "^(lib)?(.*)::.*" "\\2" name ${target})
  portable_library(${name} ${name})
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${name}} IMPORTED_LOCATION_RELEASE ${${name}}
    IMPORTED_LOCATION_NONE ${${name}})
endforeach()

find_program(ORGSIM_GOLD ld.gold)

# orgsim_portable(TARGET): what the compiler's own libraries and the C library need for it.
function(orgsim_portable target)
  target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/sim/platform/portable/old_names.cpp)
  set_source_files_properties(${PROJECT_SOURCE_DIR}/sim/platform/portable/old_names.cpp PROPERTIES
    SKIP_PRECOMPILE_HEADERS ON)
  target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc -Wl,--exclude-libs,ALL
    -Wl,--gc-sections)
  if(ORGSIM_GOLD)  # folds functions whose code is the same, unless somebody asks for their address
    target_link_options(${target} PRIVATE -fuse-ld=gold -Wl,--icf=safe)
  endif()
endfunction()

# What is inside wants its licences beside it. (Boost's asks for that of source code alone.)
foreach(package libhdf5 libfmt libtomlplusplus libcsv libutf8proc libxxhash libeigen3 libcli11 nlohmann-json3 zlib1g
    libstdc++-12)
  string(REGEX REPLACE "^lib|-.*|[0-9]g$" "" name ${package})
  install(FILES /usr/share/doc/${package}-dev/copyright DESTINATION orgsim/licences RENAME ${name}.txt
    COMPONENT python)
endforeach()

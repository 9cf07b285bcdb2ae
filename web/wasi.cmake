# CMake toolchain: WebAssembly by Debian's clang-19, with wasi-libc and libc++.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_C_COMPILER clang-19)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_C_COMPILER_TARGET wasm32-wasi)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
# What is installed for this machine is not for that one, but for libraries that are all headers, which web/CMakeLists.txt
# names one by one.
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY NEVER)
# Debian has no exceptions for this target: a throw is a message for the page, and the end of the instance
# (web/engine/thrown.cpp).
set(CMAKE_CXX_FLAGS_INIT "-msimd128 -fexceptions -fignore-exceptions")

// What compiler and C library of the machine that builds would ask for by names that a C library 2.34 has
// not, in terms of names that it has. Linked in builds with ORGSIM_PORTABLE alone, and seen by nothing
// outside them.
#include <dlfcn.h>
#include <link.h>
#include <sys/random.h>

#include <cstdint>
#include <cstdlib>

namespace {

// The name of before 2.35: the same function with errno set, which nobody reads.
__asm__(".symver hypot_of_old, hypot@GLIBC_2.2.5");
extern "C" double hypot_of_old(double x, double y);

// Where the unwinder is, and what it looks for there.
struct Search {
  std::uintptr_t address;
  dl_find_object* found;
};

// Whether the address lies in what the object has loaded; if so, tells of its table of exception handling.
int look_at(dl_phdr_info* object, std::size_t /*size*/, void* asked) {
  const Search& search = *static_cast<Search*>(asked);
  bool inside = false;
  std::uintptr_t frames = 0;
  for (const ElfW(Phdr)* part = object->dlpi_phdr; part != object->dlpi_phdr + object->dlpi_phnum; ++part) {
    const std::uintptr_t begin = object->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_GNU_EH_FRAME) frames = begin;
    if (part->p_type != PT_LOAD || search.address < begin || search.address >= begin + part->p_memsz)
      continue;
    inside = true;
    search.found->dlfo_map_start = reinterpret_cast<void*>(begin);
    search.found->dlfo_map_end = reinterpret_cast<void*>(begin + part->p_memsz);
  }
  if (!inside || frames == 0) return 0;
  search.found->dlfo_eh_frame = reinterpret_cast<void*>(frames);
  return 1;
}

}  // namespace

extern "C" {

// The compiler has an opinion on how far `hypot` is seen, hence another name here than in the object.
[[gnu::visibility("hidden")]] double hypot_of_ours(double x, double y) noexcept __asm__("hypot");
double hypot_of_ours(double x, double y) noexcept {
  return hypot_of_old(x, y);
}

// Which libstdc++ 12 would ask for true chance, and which is there since 2.36. Nothing here asks for any:
// every draw is a function of the seed. Where libstdc++ does, the system's own source answers.
[[gnu::visibility("hidden")]] unsigned arc4random_of_ours() noexcept __asm__("arc4random");
unsigned arc4random_of_ours() noexcept {
  unsigned number = 0;
  if (getrandom(&number, sizeof number, 0) != sizeof number) std::abort();
  return number;
}

// What the static unwinder of GCC 12 calls on every frame (glibc's manual, "Dynamic Linker Introspection";
// there since 2.35). Before, unwinders walked the list of loaded objects themselves, as this does.
[[gnu::visibility("hidden")]] int _dl_find_object(void* address, dl_find_object* found) noexcept {
  *found = {};
  Search search{reinterpret_cast<std::uintptr_t>(address), found};
  return dl_iterate_phdr(look_at, &search) == 1 ? 0 : -1;
}
}

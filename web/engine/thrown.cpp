// Exceptions where there are none: the page is told the message, and this instance ends. What is thrown in
// this program derives from std::exception alone, with nothing before it.
#include <exception>
#include <typeinfo>

#include "core/error.hpp"

extern "C" {

// The page's: a text, and whether it is the user's mistake, which has a place and a cure.
[[clang::import_module("page"), clang::import_name("thrown")]] void page_thrown(const char* text, int size,
                                                                                int is_input);

void* __cxa_allocate_exception(std::size_t size) noexcept {  // NOLINT(*-reserved-identifier)
  return ::operator new(size);
}

[[noreturn]] void __cxa_throw(void* thrown, std::type_info* type, void (* /*destroy*/)(void*)) {  // NOLINT
  const std::string_view text = static_cast<const std::exception*>(thrown)->what();
  page_thrown(text.data(), static_cast<int>(text.size()), *type == typeid(orgsim::InputError) ? 1 : 0);
  __builtin_trap();
}

}  // extern "C"

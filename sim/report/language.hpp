// The languages that summaries are written in.
#pragma once

#include "core/names.hpp"

namespace orgsim {

enum class Language { english, chinese };
template <>
struct Names<Language> {
  static constexpr std::array<std::string_view, 2> value{"en", "zh"};
};

}  // namespace orgsim

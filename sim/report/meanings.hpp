// What keys mean, in both languages.
#pragma once

#include <string>
#include <string_view>

#include "report/language.hpp"

namespace orgsim {

// The path under which keys are described: of "strategies.embed.start" that is "strategies.NAME.start", of
// "executive.share[1]" "executive.share" and of "firms[1].talent" "firms.talent".
std::string described_path(std::string path);

// Of the key of a number, with the name of the entry where it is one of a list's; empty if there is none.
std::string meaning_of(const std::string& path, Language language);

// Of any key at a path of a scenario; empty if there is none.
std::string_view meaning_in_chinese(const std::string& path);

}  // namespace orgsim

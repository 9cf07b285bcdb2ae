// What is wrong with text that is no TOML, in words of ours.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace orgsim {

// The text with what stands within strings as '_' and comments as blanks; places stay as they are. Escaped
// and closed as TOML does it.
struct MaskedText {
  std::string text;
  std::optional<std::size_t> unclosed;  // where a string opens that its line does not close
};
MaskedText masked(std::string_view text);

// Throws InputError for a key of more parts than any scenario's has, which could exhaust the stack.
void refuse_deep_keys(const MaskedText& text, const std::string& name);

// The parser's complaint, told by the habit behind it where it is a common one: 5,000, 70%, curly quotes, an
// unclosed string, a word without quotes.
Problem syntax_problem(std::string_view text, const MaskedText& mask, const Problem& complaint);

}  // namespace orgsim

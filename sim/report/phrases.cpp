#include "report/phrases.hpp"

#include <algorithm>

#include "core/error.hpp"
#include "core/text.hpp"

namespace orgsim {

std::string_view Words::of(std::string_view name) const {
  const auto found = std::find_if(kPhrases.begin(), kPhrases.end(),
                                  [&](const Phrase& phrase) { return phrase.key == name; });
  require(found != kPhrases.end(), "every name that is shown has a word");
  return in_language(*found, language_);
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many) {
  return say(number == 1 ? one : many, fmt::arg("number", grouped(static_cast<std::uint64_t>(number))));
}

std::string known_from(std::string_view source, Language language) {
  const auto found = std::ranges::find(kKnownFrom, source, &ShippedName::english);
  return std::string(language == Language::english || found == kKnownFrom.end() ? source : found->chinese);
}

std::string translated(std::string_view text, Language language) {
  if (language == Language::english) return std::string(text);
  for (const ShippedName& name : kShippedNames) {
    if (text == name.english) return std::string(name.chinese);
  }
  // Firms without a name of their own are numbered.
  constexpr std::string_view kRival = "rival ";
  if (text.starts_with(kRival)) {
    const std::string_view number = text.substr(kRival.size());
    const bool counts = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
    if (counts) return fmt::format("对手 {}", number);
  }
  return std::string(text);
}

}  // namespace orgsim

// Looks up what is said to people, in their language (phrase_table.hpp), and fills its gaps.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "report/language.hpp"
#include "report/phrase_table.hpp"

namespace orgsim {

// The key of a phrase; the compiler refuses one that is not in the table.
class PhraseKey {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): words["week"]
  consteval PhraseKey(const char* key) {
    while (place_ < kPhrases.size() && kPhrases[place_].key != key) ++place_;
    if (place_ == kPhrases.size()) throw "there is no such phrase";
  }
  std::size_t place() const { return place_; }

 private:
  std::size_t place_ = 0;
};

inline std::string_view in_language(const Phrase& phrase, Language language) {
  return language == Language::chinese ? phrase.chinese : phrase.english;
}

class Words {
 public:
  explicit Words(Language language) : language_(language) {}

  std::string_view operator[](PhraseKey key) const { return in_language(kPhrases[key.place()], language_); }

  // The word for what has a name in scenario files, such as "pooled".
  std::string_view of(std::string_view name) const;

 private:
  Language language_;
};

// A phrase with its gaps filled.
template <class... Arguments>
std::string say(std::string_view phrase, Arguments&&... arguments) {
  return fmt::format(fmt::runtime(phrase), std::forward<Arguments>(arguments)...);
}

// Where a plausible range is known from.
std::string known_from(std::string_view source, Language language);

// "1 firm", "1,000 weeks".
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

// A name that orgsim ships, in the language; what others wrote stays as it is.
std::string translated(std::string_view text, Language language);

}  // namespace orgsim

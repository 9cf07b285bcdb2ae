// What only the page says, in all languages; the rest comes from report/phrase_table.hpp.
#pragma once

#include "report/page/data/bilingual.hpp"
#include "report/page/data/word_table.hpp"
#include "report/phrases.hpp"

namespace orgsim::page {

// The key of one of them; the compiler refuses one that is not in the table.
class WordKey {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): word("week", language)
  consteval WordKey(const char* key) {
    while (place_ < kPageWords.size() && kPageWords[place_].key != key) ++place_;
    if (place_ == kPageWords.size()) throw "the page has no such words";
  }
  std::size_t place() const { return place_; }

 private:
  std::size_t place_ = 0;
};

inline std::string_view word(WordKey key, Language language) {
  return in_language(kPageWords[key.place()], language);
}

// Words that have no gaps to be filled, in both languages.
inline Json both_words(WordKey key) {
  return both([&](Language language) { return std::string(word(key, language)); });
}

// All of them by language and key, for the scripts; "magnitudes" is what the language tells large numbers in.
Json all_words();

}  // namespace orgsim::page

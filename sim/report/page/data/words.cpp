#include "report/page/data/words.hpp"

#include "report/numbers.hpp"

namespace orgsim::page {

Json all_words() {
  Json words = Json::object();
  for (const Language language : every<Language>()) {
    Json& of = words[std::string(name_of(language))];
    for (const Phrase& phrase : kPageWords) of[std::string(phrase.key)] = in_language(phrase, language);
    for (const auto& [size, suffix] : magnitudes(language)) of["magnitudes"].push_back({size, suffix});
  }
  return words;
}

}  // namespace orgsim::page

// Pieces of the page's data in both languages.
#pragma once

#include <nlohmann/json.hpp>

#include "report/language.hpp"

namespace orgsim::page {

using Json = nlohmann::ordered_json;

// What `said(language)` gives in each language: {"en": ..., "zh": ...}; one text alone where they agree.
template <class Said>
Json both(const Said& said) {
  Json english = said(Language::english);
  Json chinese = said(Language::chinese);
  if (english == chinese) return english;
  return {{"en", std::move(english)}, {"zh", std::move(chinese)}};
}

}  // namespace orgsim::page

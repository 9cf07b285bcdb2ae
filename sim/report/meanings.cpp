#include "report/meanings.hpp"

#include <algorithm>

#include "engine/numbers.hpp"
#include "report/meanings_zh.hpp"
#include "report/phrases.hpp"

namespace orgsim {

namespace {

// What an entry of a list is called: a department, a mode, a class of adopters.
template <class Value>
std::string entry_in_words(const Field& field, const Value&, std::size_t entry, const Words& words) {
  if constexpr (std::is_same_v<Value, PerDepartment> || std::is_same_v<Value, ExceptMarketing>) {
    return std::string(words.of(Names<Department>::value.at(entry)));
  } else if constexpr (std::is_same_v<Value, PerMode>) {
    return std::string(words.of(fmt::format("mode_{}", Names<Mode>::value.at(entry))));
  } else if (field.unit.ends_with("adopter class")) {
    return say(words["adopter_class"], fmt::arg("number", entry + 1));
  } else {
    return {};
  }
}

}  // namespace

std::string described_path(std::string path) {
  constexpr std::string_view strategies = "strategies.";
  if (path.starts_with(strategies)) {
    const std::size_t key = path.rfind('.');
    if (key > strategies.size()) path = "strategies.NAME" + path.substr(key);
  }
  while (path.find('[') < path.find(']')) path.erase(path.find('['), path.find(']') - path.find('[') + 1);
  return path;
}

std::string meaning_of(const std::string& path, Language language) {
  static const Parameters parameters;
  const NumberPath at = number_path(path);
  std::string meaning(language == Language::chinese ? meaning_in_chinese(path) : "");
  std::string entry;
  seek(parameters, at.key, [&](const Field& field, const auto& value) {
    if (meaning.empty()) meaning = field.meaning;
    if (at.entry) entry = entry_in_words(field, value, *at.entry, Words(language));
  });
  if (entry.empty()) return meaning;
  return say(Words(language)["meaning_of_entry"], fmt::arg("meaning", meaning), fmt::arg("entry", entry));
}

std::string_view meaning_in_chinese(const std::string& path) {
  const std::string wanted = described_path(path);
  constexpr std::string_view firms = "firms.";
  const auto found = std::ranges::find(kMeaningsInChinese, wanted, &MeaningInChinese::path);
  if (found != kMeaningsInChinese.end()) return found->meaning;
  if (!wanted.starts_with(firms)) return {};
  // A firm says its own number by the key's last name.
  const auto own = std::ranges::find_if(kMeaningsInChinese, [&](const MeaningInChinese& key) {
    return key.path.ends_with("." + wanted.substr(firms.size()));
  });
  return own == kMeaningsInChinese.end() ? std::string_view() : own->meaning;
}

}  // namespace orgsim

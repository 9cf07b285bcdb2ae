#include "report/meanings.hpp"

#include <algorithm>

#include "engine/numbers.hpp"
#include "report/meanings_zh.hpp"

namespace orgsim {

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
  if (language == Language::chinese) return std::string(meaning_in_chinese(path));
  static const Parameters parameters;
  std::string meaning;
  seek(parameters, number_path(path).key, [&](const Field& field, const auto&) { meaning = field.meaning; });
  return meaning;
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

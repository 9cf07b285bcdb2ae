#include "scenario/text/key_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/field.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

constexpr char kBelow[] = {'.', '['};  // what stands between a key and what lies below it

// Words that people try where something else does what they want.
struct Wish {
  std::string_view within;
  std::string_view word;
  std::string_view advice;
};
constexpr std::string_view kMeasure =
    "a strategy lasts to the end of the run; a change with an end is a grant: [[grants]] firm = 0, "
    "department = "
    "\"marketing\", factor = 0.7, weeks = [260, 363]";
constexpr std::string_view kBudget =
    "how a firm divides its budget is `share` (executive.share); for some weeks [[grants]] changes what a "
    "department receives";
constexpr auto kWishes = std::to_array<Wish>({{"strategies.", "end", kMeasure},
                                              {"strategies.", "until", kMeasure},
                                              {"strategies.", "stop", kMeasure},
                                              {"strategies.", "duration", kMeasure},
                                              {"strategies.", "weeks", kMeasure},
                                              {"strategies.", "length", kMeasure},
                                              {"strategies.", "marketing_budget", kMeasure},
                                              {"strategies.", "cut", kMeasure},
                                              {"strategies.", "factor", kMeasure},
                                              {"strategies.", "budget", kMeasure},
                                              {"strategies.", "budgets", kMeasure},
                                              {"strategies.", "spend", kMeasure},
                                              {"strategies.", "share", kMeasure},
                                              {"firms[", "budget", kBudget},
                                              {"firms[", "budgets", kBudget},
                                              {"firms[", "spend", kBudget},
                                              {"firms[", "spending", kBudget}});

std::optional<std::string> advice_on_wish(const std::string& path, const std::string& name) {
  const auto found = std::find_if(kWishes.begin(), kWishes.end(), [&](const Wish& wish) {
    return path.starts_with(wish.within) && name == wish.word;
  });
  if (found == kWishes.end()) return std::nullopt;
  return std::string(found->advice);
}

}  // namespace

bool lies_within(const std::string& path, const std::string& around) {
  return path.starts_with(around) &&
         (path.size() == around.size() || path[around.size()] == '.' || path[around.size()] == '[');
}

KeyIndex::KeyIndex(const Node& document) : document_(document) {
  places_[""] = document.place;
  note_places(document, "");
}

void KeyIndex::note_places(const Node& node, const std::string& path) {
  if (const NodeTable* table = node.as<NodeTable>()) {
    for (const Entry& entry : *table) {
      const std::string key = joined_path(path, entry.key);
      // A value from the command line can stand under a key from a file.
      places_[key] = entry.node.place.file == entry.place.file ? entry.place : entry.node.place;
      note_places(entry.node, key);
    }
  }
  if (const NodeList* list = node.as<NodeList>()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string key = fmt::format("{}[{}]", path, i);
      places_[key] = (*list)[i].place;
      note_places((*list)[i], key);
    }
  }
}

Place KeyIndex::place_of(std::string path) const {
  while (!path.empty() && !places_.contains(path)) {
    const std::size_t cut = path.find_last_of(".[");
    path = cut == std::string::npos ? "" : path.substr(0, cut);
  }
  return places_.at(path);
}

const Node* KeyIndex::take(const std::string& path) {
  know(path);
  const Node* node = &document_;
  std::size_t from = 0;
  while (node != nullptr && from <= path.size()) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    node = node->find(path.substr(from, dot - from));
    from = dot + 1;
  }
  return node;
}

std::vector<Problem> KeyIndex::unknown_keys() const {
  std::vector<Problem> problems;
  add_unknown(document_, "", problems);
  return problems;
}

void KeyIndex::add_unknown(const Node& node, const std::string& path, std::vector<Problem>& problems) const {
  if (const NodeList* list = node.as<NodeList>()) {
    for (std::size_t i = 0; i < list->size(); ++i)
      add_unknown((*list)[i], fmt::format("{}[{}]", path, i), problems);
  }
  const NodeTable* table = node.as<NodeTable>();
  if (table == nullptr) return;
  for (const Entry& entry : *table) {
    const std::string key = joined_path(path, entry.key);
    if (entry.key.find_first_of(".[]\"") != std::string::npos) {
      problems.push_back({entry.place, fmt::format("{}\"{}\"", path.empty() ? "" : path + ".", entry.key),
                          "unknown key", "a quoted key is one word; write dotted keys without quotes"});
    } else if (!known_.contains(key)) {
      problems.push_back({entry.place, key, "unknown key", advice(path, entry.key)});
    } else if (is_group(key)) {
      add_unknown(entry.node, key, problems);
    }
  }
}

// Whether known keys lie below this one; the insides of other values are theirs to check.
bool KeyIndex::is_group(const std::string& key) const {
  return std::any_of(std::begin(kBelow), std::end(kBelow), [&](char mark) {
    const auto first = known_.lower_bound(key + mark);
    return first != known_.end() && first->starts_with(key + mark);
  });
}

std::string KeyIndex::advice(const std::string& path, const std::string& name) const {
  if (const std::optional<std::string> advice = advice_on_wish(path, name)) return *advice;
  std::vector<std::string> siblings;
  for (const std::string& known : known_) {
    const std::size_t dot = known.find_last_of('.');
    const std::string parent = dot == std::string::npos ? "" : known.substr(0, dot);
    const std::string last = dot == std::string::npos ? known : known.substr(dot + 1);
    if (parent == path && last.find('[') == std::string::npos) siblings.push_back(last);
  }
  if (path.empty()) siblings.emplace_back("extends");
  if (const std::optional<std::string> close = nearest(name, siblings)) {
    return fmt::format("did you mean '{}'?", *close);
  }
  if (!path.empty() && known_.contains(name)) {
    return path.starts_with("firms[")
               ? "give a firm's keys by their last name, such as talent = 1.2; keys of the "
                 "whole scenario stand above the first [table]"
               : "keys of the whole scenario stand above the first [table]";
  }
  for (const std::string& known : known_) {
    if (!known.ends_with("." + name) || known.starts_with("firms") || known.starts_with("strategies"))
      continue;
    return path.starts_with("firms[") ? fmt::format("'{}' holds for all firms alike", known)
                                      : fmt::format("did you mean '{}'?", known);
  }
  return "`orgsim describe` lists the keys";
}

}  // namespace orgsim

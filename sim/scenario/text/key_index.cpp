#include "scenario/text/key_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/field.hpp"
#include "scenario/text/gone_keys.hpp"
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
constexpr std::string_view kEnd =
    "a strategy that ends has a `duration`, in weeks: start = 260 and duration = 104 are weeks 260 to 363";
constexpr std::string_view kFactor =
    "what a strategy multiplies marketing's budget by is `budget`, such as budget = 0.7 for 30 % less; it "
    "ends after the weeks of its `duration`";
constexpr std::string_view kBudget =
    "how a firm divides its budget is `share` (executive.share); for some weeks [[grants]] changes what a "
    "department receives";
constexpr std::string_view kProve =
    "how far marketing's effects are shown by tests is a strategy's `prove`, a number from 0 to 1";
constexpr std::string_view kDuration =
    "how long a strategy lasts is its own `duration`, in weeks: strategies.NAME.duration";
constexpr auto kWishes = std::to_array<Wish>({{"strategies.", "end", kEnd},
                                              {"strategies.", "end_week", kEnd},
                                              {"strategies.", "until", kEnd},
                                              {"strategies.", "stop", kEnd},
                                              {"strategies.", "weeks", kEnd},
                                              {"strategies.", "years", kEnd},
                                              {"strategies.", "length", kEnd},
                                              {"strategies.", "marketing_budget", kFactor},
                                              {"strategies.", "budget_factor", kFactor},
                                              {"strategies.", "cut", kFactor},
                                              {"strategies.", "factor", kFactor},
                                              {"strategies.", "budgets", kFactor},
                                              {"strategies.", "spend", kFactor},
                                              {"strategies.", "share", kFactor},
                                              {"strategies.", "proof", kProve},
                                              {"marketing.", "prove", kProve},
                                              {"firms", "budget", kBudget},
                                              {"firms", "budgets", kBudget},
                                              {"firms", "spend", kBudget},
                                              {"firms", "spending", kBudget},
                                              {"firms", "duration", kDuration},
                                              {"", "duration", kDuration}});

}  // namespace

std::optional<std::string> advice_on_wish(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('.') + 1);
  const auto found = std::find_if(kWishes.begin(), kWishes.end(), [&](const Wish& wish) {
    return name == wish.word && (wish.within.empty() ? path == name : path.starts_with(wish.within));
  });
  if (found == kWishes.end()) return std::nullopt;
  return std::string(found->advice);
}

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
      const std::optional<std::string> gone = advice_on_gone(key, &entry.node);
      problems.push_back({entry.place, key, "unknown key", gone ? *gone : advice(path, entry.key)});
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
  if (const std::optional<std::string> advice = advice_on_wish(joined_path(path, name))) return *advice;
  std::vector<std::string> siblings;
  for (const std::string& known : known_) {
    const std::size_t dot = known.find_last_of('.');
    const std::string parent = dot == std::string::npos ? "" : known.substr(0, dot);
    const std::string last = dot == std::string::npos ? known : known.substr(dot + 1);
    if (parent == path && last.find('[') == std::string::npos) siblings.push_back(last);
  }
  if (path.empty()) siblings.emplace_back("extends");
  // A key that there is, elsewhere, is meant before one that is written alike.
  const std::string elsewhere = key_elsewhere(name);
  if (path.starts_with("firms[") && !elsewhere.empty())
    return fmt::format("'{}' holds for all firms alike", elsewhere);
  if (const std::optional<std::string> close = nearest(name, siblings)) {
    return fmt::format("did you mean '{}'?", *close);
  }
  if (!path.empty() && known_.contains(name)) {
    return path.starts_with("firms[")
               ? "give a firm's keys by their last name, such as talent = 1.2; keys of the "
                 "whole scenario stand above the first [table]"
               : "keys of the whole scenario stand above the first [table]";
  }
  return elsewhere.empty() ? "`orgsim describe` lists the keys"
                           : fmt::format("did you mean '{}'?", elsewhere);
}

// A key of some section that has this last name; empty if there is none.
std::string KeyIndex::key_elsewhere(const std::string& name) const {
  const auto found = std::find_if(known_.begin(), known_.end(), [&](const std::string& known) {
    return known.ends_with("." + name) && !known.starts_with("firms") && !known.starts_with("strategies");
  });
  return found == known_.end() ? "" : *found;
}

}  // namespace orgsim

// Which keys a document has and where each was written; which of them somebody has asked for.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scenario/text/document.hpp"

namespace orgsim {

class KeyIndex {
 public:
  // `document` must outlive the index.
  explicit KeyIndex(const Node& document);

  // The node at a dotted path, or nothing; the path is known from now on.
  const Node* take(const std::string& path);
  void know(const std::string& path) { known_.insert(path); }

  void note(const std::string& path, const Place& place) { places_[path] = place; }
  bool has(const std::string& path) const { return places_.contains(path); }
  // Of the key, or of the nearest thing around it that was written.
  Place place_of(std::string path) const;

  // Every key of the document that nobody has asked for, with what may have been meant.
  std::vector<Problem> unknown_keys() const;

 private:
  void note_places(const Node& node, const std::string& path);
  void add_unknown(const Node& node, const std::string& path, std::vector<Problem>& problems) const;
  bool is_group(const std::string& key) const;
  std::string key_elsewhere(const std::string& name) const;
  std::string advice(const std::string& path, const std::string& name) const;

  const Node& document_;
  std::map<std::string, Place> places_;
  std::set<std::string> known_;
};

// What does what somebody may have wanted of an unknown key; nothing if that is not known.
std::optional<std::string> advice_on_wish(const std::string& path);

// Whether a path is `around` or a part of it.
bool lies_within(const std::string& path, const std::string& around);

}  // namespace orgsim

// A parsed file as a tree that remembers where each part was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/error.hpp"
#include "core/field.hpp"
#include "scenario/text/files.hpp"

namespace orgsim {

struct Node;
struct Entry;
using NodeList = std::vector<Node>;
using NodeTable = std::vector<Entry>;  // in the order of the file

// A value that TOML knows and no key is: a date or a time. The text is a date's, as ISO 8601 has it.
struct OtherValue {
  std::string date;
};

struct Node {
  Place place;
  std::variant<OtherValue, bool, std::int64_t, double, std::string, NodeList, NodeTable> value;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&value);
  }
  template <class T>
  T* as() {
    return std::get_if<T>(&value);
  }
  // "a string", "a list", ..., for messages.
  std::string_view kind() const;
  // The node under `key`, or nothing if there is none or this is no table.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Place place;  // of the key; node.place is the value's
  Node node;
};

// The file itself and, below it, the files it extends, merged: tables key by key, the extending file wins;
// lists are replaced whole; a title is its file's own. `sources` are the files that were read. Throws
// InputError (syntax, encoding, size, an empty or a missing file, cyclic extends).
Node load_document(const std::string& path, const Files& files, std::vector<std::string>* sources = nullptr);

// Parses TOML text; `name` is what its places say.
Node parse_document(std::string_view text, const std::string& name);

// How its complaint begins where no habit is behind it.
inline constexpr std::string_view kNotToml = "not valid TOML";

// The key by which a file extends another; it is gone once a document is loaded.
inline constexpr Field kExtends{
    "extends",
    "",
    range::any,
    "Another scenario that this one is laid over: a file, relative to this one, or the "
    "name of a shipped scenario",
    "",
    Trait::fixed};

// A document that is in no file of its own, laid over the file that it extends, if it does: relative to
// `path`, as if it stood there.
Node extended(Node document, const std::string& path, const Files& files);

// A value given on the command line: "market.taste=3". The key is a dotted path, with indices into lists
// ("firms[1].talent"); the value is TOML, or a bare word.
struct Setting {
  std::string assignment;
  std::string place;  // what errors name as the place, such as "--set market.taste=3"
};

// Says that a node, with all that is in it, was written there.
void place_all(Node& node, const Place& place);

// Lays a setting over the document. Throws InputError if it is not of that form.
void apply_setting(Node& document, const Setting& setting);

}  // namespace orgsim

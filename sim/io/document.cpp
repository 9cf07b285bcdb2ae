#include "io/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{16} << 20U;
constexpr std::string_view kExtends = "extends";

Entry* find_entry(NodeTable& table, std::string_view key) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Entry& e) { return e.key == key; });
  return found == table.end() ? nullptr : &*found;
}

// Lays `upper` over `lower`.
void lay_over(NodeTable& lower, NodeTable&& upper) {
  for (Entry& entry : upper) {
    Entry* below = find_entry(lower, entry.key);
    if (below == nullptr) {
      lower.push_back(std::move(entry));
    } else if (below->node.as<NodeTable>() != nullptr && entry.node.as<NodeTable>() != nullptr) {
      lay_over(*below->node.as<NodeTable>(), std::move(*entry.node.as<NodeTable>()));
    } else {
      *below = std::move(entry);
    }
  }
}

// The path that `extends` names, relative to the file that says so; empty if there is no such key.
fs::path take_extends(NodeTable& table, const fs::path& path, Place& place) {
  Entry* entry = find_entry(table, kExtends);
  if (entry == nullptr) return {};
  const std::string* name = entry->node.as<std::string>();
  place = entry->node.place;
  if (name == nullptr || name->empty()) {
    throw InputError(Problem{place, "extends", fmt::format("expected a string, found {}", entry->node.kind()),
                             "the path of another scenario, relative to this file"});
  }
  const fs::path base = path.parent_path() / *name;
  table.erase(table.begin() + (entry - table.data()));
  return base;
}

Node load(const fs::path& path, const Place& asked_at, std::vector<fs::path>& above) {
  Node document = parse_document(read_text(path, kMostBytes, asked_at), path.string());
  Place place;
  NodeTable& table = *document.as<NodeTable>();
  const fs::path base = take_extends(table, path, place);
  if (base.empty()) return document;

  above.push_back(fs::weakly_canonical(path));
  const fs::path canonical = fs::weakly_canonical(base);
  const auto seen = std::find(above.begin(), above.end(), canonical);
  if (seen != above.end()) {
    std::string circle;
    for (auto it = seen; it != above.end(); ++it) circle += it->filename().string() + " -> ";
    throw InputError(Problem{place, "extends",
                             "goes round in a circle: " + circle + canonical.filename().string(),
                             "a scenario can only extend one that does not extend it"});
  }
  Node below = load(base, place, above);
  lay_over(*below.as<NodeTable>(), std::move(table));
  return below;
}

// One step of a --set path: a key, or an index into a list.
std::vector<std::string> path_steps(const std::string& path) {
  std::vector<std::string> steps{""};
  for (const char c : path) {
    if (c == '.' || c == '[') {
      if (!steps.back().empty()) steps.emplace_back();
    } else if (c != ']') {
      steps.back() += c;
    }
  }
  return steps;
}

Node& step_into(Node& node, const std::string& step, const Problem& problem) {
  if (NodeList* list = node.as<NodeList>()) {
    const bool index = !step.empty() && step.size() < 6 &&
                       std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!index || std::stoul(step) >= list->size()) {
      Problem missing = problem;
      missing.what = fmt::format("the list has no entry '{}'", step);
      missing.cure =
          fmt::format("its entries are numbered from 0 to {}", static_cast<long>(list->size()) - 1);
      throw InputError(missing);
    }
    return (*list)[std::stoul(step)];
  }
  if (node.as<NodeTable>() == nullptr) node.value = NodeTable();
  NodeTable& table = *node.as<NodeTable>();
  if (Entry* entry = find_entry(table, step)) return entry->node;
  table.push_back({step, problem.place, Node{problem.place, NodeTable()}});
  return table.back().node;
}

// A bare word stands for a string, so that --set market.kind=pooled needs no quotes.
Node parse_value(const std::string& text, const Problem& problem) {
  const auto parse = [&](const std::string& value) {
    Node parsed = parse_document("value = " + value, problem.place.file);
    const NodeTable& table = *parsed.as<NodeTable>();
    if (table.size() != 1) throw InputError(problem);
    return table.front().node;
  };
  const bool word = !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-' || c == ' ';
  }) && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
  if (word && text != "true" && text != "false" && text != "inf" && text != "nan") {
    return Node{problem.place, text};
  }
  try {
    return parse(text);
  } catch (const InputError&) {
    throw InputError(problem);
  }
}

void place_all(Node& node, const Place& place) {
  node.place = place;
  if (NodeList* list = node.as<NodeList>()) {
    for (Node& entry : *list) place_all(entry, place);
  }
  if (NodeTable* table = node.as<NodeTable>()) {
    for (Entry& entry : *table) {
      entry.place = place;
      place_all(entry.node, place);
    }
  }
}

}  // namespace

std::string_view Node::kind() const {
  constexpr std::array<std::string_view, 7> kinds{
      "a date or time", "true or false", "a whole number", "a number", "a string", "a list", "a table"};
  return kinds[value.index()];
}

const Node* Node::find(std::string_view key) const {
  const NodeTable* table = as<NodeTable>();
  if (table == nullptr) return nullptr;
  const auto found = std::find_if(table->begin(), table->end(), [&](const Entry& e) { return e.key == key; });
  return found == table->end() ? nullptr : &found->node;
}

Node load_document(const fs::path& path) {
  std::vector<fs::path> above;
  return load(path, Place{path.string()}, above);
}

void apply_setting(Node& document, const Setting& setting) {
  const std::string& assignment = setting.assignment;
  const std::size_t equals = assignment.find('=');
  const Place place{setting.place};
  const Problem problem{place, "", "no key and value", "write it as --set market.taste=3"};
  if (equals == std::string::npos || equals == 0) throw InputError(problem);
  Problem value_problem = problem;
  value_problem.key = assignment.substr(0, equals);
  value_problem.what = fmt::format("'{}' is no value", assignment.substr(equals + 1));
  value_problem.cure = "a TOML value: 3, true, \"text\", [0.1, 0.9], { uniform = [1, 3] }";
  Node value = parse_value(assignment.substr(equals + 1), value_problem);
  place_all(value, place);

  Node* node = &document;
  for (const std::string& step : path_steps(assignment.substr(0, equals))) {
    node = &step_into(*node, step, value_problem);
  }
  *node = std::move(value);
}

std::string read_text(const fs::path& path, std::size_t most_bytes, const Place& place) {
  const auto fail = [&](const std::string& what, const std::string& cure) {
    throw InputError(Problem{place, "", what, cure});
  };
  const std::string name = place.file == path.string() ? "the file" : "'" + path.string() + "'";
  std::error_code error;
  if (fs::is_directory(path, error)) fail(name + " is a folder", "name a file in it");
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    const int reason = errno;
    const bool missing = reason == ENOENT;
    fail(fmt::format("{} cannot be read: {}", name, std::strerror(reason)),  // NOLINT(concurrency-mt-unsafe)
         missing ? "check the name and the folder you are in" : "check its permissions");
  }
  std::string text(most_bytes + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  const auto size = static_cast<std::size_t>(file.gcount());
  if (size > most_bytes) {
    fail(fmt::format("{} is larger than {} MB", name, most_bytes >> 20U), "is it the right file?");
  }
  text.resize(size);
  return text;
}

}  // namespace orgsim

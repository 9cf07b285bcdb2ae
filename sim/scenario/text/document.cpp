#include "scenario/text/document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "scenario/text/shipped.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostSteps = 16;  // of a key on the command line; no key of ours has half of them
constexpr std::size_t kMostBases = 64;  // beneath each other
constexpr std::string_view kTitle = "title";

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

// Firms that are listed above stand for a number of firms below.
void drop_count_of_firms(NodeTable& lower, NodeTable& upper) {
  if (find_entry(upper, "firms") == nullptr) return;
  Entry* market = find_entry(lower, "market");
  NodeTable* keys = market == nullptr ? nullptr : market->node.as<NodeTable>();
  if (keys != nullptr) std::erase_if(*keys, [](const Entry& entry) { return entry.key == "firms"; });
}

// What `extends` names; empty if there is no such key.
std::string take_extends(NodeTable& table, Place& place) {
  Entry* entry = find_entry(table, kExtends.name);
  if (entry == nullptr) return {};
  const std::string* name = entry->node.as<std::string>();
  place = entry->node.place;
  if (name == nullptr || name->empty()) {
    throw InputError(Problem{place, "extends",
                             name == nullptr ? fmt::format("found {}", entry->node.kind()) : "an empty path",
                             "expected the path of another scenario, relative to this file, or the name of a "
                             "shipped one"});
  }
  const std::string base = *name;
  table.erase(table.begin() + (entry - table.data()));
  return base;
}

// Reads files and lays them over what they extend.
class Loader {
 public:
  explicit Loader(const Files& files) : files_(files) {}

  Node load(const std::string& path, const Place& asked_at) {
    return extended(parse_document(files_.scenario(path, asked_at), path), path);
  }

  // The document of `path`, laid over what it extends.
  Node extended(Node document, const std::string& path) {
    Place place;
    NodeTable& table = *document.as<NodeTable>();
    const std::string name = take_extends(table, place);
    above_.push_back(files_.true_name(path));
    if (name.empty()) return document;
    Node below = find_shipped(name) != nullptr ? shipped(name, place) : beneath(path, name, place);
    NodeTable& lower = *below.as<NodeTable>();
    std::erase_if(lower, [](const Entry& entry) { return entry.key == kTitle; });
    drop_count_of_firms(lower, table);
    lay_over(lower, std::move(table));
    return below;
  }

  // The files that were read, by their true names.
  const std::vector<std::string>& read() const { return above_; }

 private:
  Node beneath(const std::string& path, const std::string& name, const Place& place) {
    const std::string base = beside(folder_of(path), name);
    refuse_unknown_word(name, base, place);
    refuse_circle(base, place);
    if (above_.size() >= kMostBases) {
      throw InputError(Problem{place, "extends",
                               fmt::format("more than {} scenarios extend each other", kMostBases),
                               "lay them over fewer files"});
    }
    return load(base, place);
  }

  // A shipped scenario extends none but shipped ones.
  Node shipped(const std::string& name, const Place& place) const {
    const ShippedFiles files(files_);
    return Loader(files).load(name + ".toml", place);
  }

  // A name without folder and ending may be that of a shipped scenario, misspelt.
  void refuse_unknown_word(const std::string& name, const std::string& base, const Place& place) const {
    if (name.find_first_of("/\\.") != std::string::npos || files_.exists(base)) return;
    Problem problem = no_file_nor_shipped(name);
    problem.place = place;
    problem.key = kExtends.name;
    throw InputError(problem);
  }

  void refuse_circle(const std::string& base, const Place& place) const {
    const std::string name = files_.true_name(base);
    const auto seen = std::find(above_.begin(), above_.end(), name);
    if (seen == above_.end()) return;
    std::string circle;
    for (auto it = seen; it != above_.end(); ++it) circle += file_name(*it) + " -> ";
    throw InputError(Problem{place, "extends", "goes round in a circle: " + circle + file_name(name),
                             "a scenario cannot extend itself, by whatever detour"});
  }

  const Files& files_;
  std::vector<std::string> above_;
};

bool is_bare(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

// The steps of a --set path: keys, quoted keys and indices into lists. Empty if it is none.
std::vector<std::string> path_steps(std::string_view path) {
  std::vector<std::string> steps;
  while (!path.empty() && steps.size() <= kMostSteps) {
    const char open = path[0];
    if (open == '[' || open == '"') {
      const std::size_t close = path.find(open == '[' ? ']' : '"', 1);
      if (close == std::string_view::npos || close == 1) return {};
      steps.emplace_back(path.substr(1, close - 1));
      path.remove_prefix(close + 1);
    } else {
      const auto end =
          static_cast<std::size_t>(std::find_if_not(path.begin(), path.end(), is_bare) - path.begin());
      if (end == 0) return {};
      steps.emplace_back(path.substr(0, end));
      path.remove_prefix(end);
    }
    if (path.empty()) return steps;
    if (path[0] == '.' && path.size() > 1 && path[1] != '[') {
      path.remove_prefix(1);
    } else if (path[0] != '[') {
      return {};
    }
  }
  return {};
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
  const bool index = !step.empty() && std::isdigit(static_cast<unsigned char>(step[0])) != 0;
  if (node.as<NodeTable>() == nullptr || (index && node.as<NodeTable>()->empty())) {
    Problem missing = problem;
    missing.what = index ? fmt::format("no list is written there that could have an entry '{}'", step)
                         : fmt::format("'{}' cannot stand below {}", step, node.kind());
    missing.cure = "write the list or the table into the scenario's file, or set it as a whole";
    throw InputError(missing);
  }
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
  const bool word =
      !text.empty() &&
      std::all_of(text.begin(), text.end(),
                  [](char c) { return is_bare(c) || c == ' ' || static_cast<unsigned char>(c) >= 0x80; }) &&
      std::isdigit(static_cast<unsigned char>(text[0])) == 0 && text[0] != '-';
  if (word && text != "true" && text != "false" && text != "inf" && text != "nan") {
    return Node{problem.place, text};
  }
  try {
    return parse(text);
  } catch (const InputError& error) {
    const Problem& found = error.problems().front();
    const bool told = !found.what.starts_with(kNotToml) && text.find_first_not_of(' ') != std::string::npos;
    throw InputError(told ? Problem{problem.place, problem.key, found.what, found.cure} : problem);
  }
}

}  // namespace

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

Node load_document(const std::string& path, const Files& files, std::vector<std::string>* sources) {
  Loader loader(files);
  Node document = loader.load(path, Place{path});
  if (document.as<NodeTable>()->empty() && loader.read().size() == 1) {
    throw InputError(Problem{document.place, "", "the scenario is empty",
                             "give at least one key, such as run.weeks = 520, or extends = \"other.toml\""});
  }
  if (sources != nullptr) *sources = loader.read();
  return document;
}

Node extended(Node document, const std::string& path, const Files& files) {
  return Loader(files).extended(std::move(document), path);
}

void apply_setting(Node& document, const Setting& setting) {
  const std::string& assignment = setting.assignment;
  const std::size_t equals = assignment.find('=');
  const Place place{setting.place};
  const Problem problem{place, "", "no key and value", "write it as --set market.taste=3"};
  if (equals == std::string::npos || equals == 0) throw InputError(problem);
  const std::size_t first = assignment.find_first_not_of(' ');
  const std::size_t last = assignment.find_last_not_of(' ', equals - 1);
  const std::string key = first <= last && last < equals ? assignment.substr(first, last - first + 1) : "";
  const std::vector<std::string> steps = path_steps(key);
  if (steps.empty()) throw InputError(problem);
  if (steps == std::vector{std::string(kExtends.name)}) {
    throw InputError(Problem{place, key, "a file's own key", "write it into a scenario file"});
  }
  Problem value_problem = problem;
  value_problem.key = key;
  value_problem.what = fmt::format("'{}' is no value", assignment.substr(equals + 1));
  value_problem.cure = "a TOML value: 3, true, \"text\", [0.1, 0.9], { uniform = [1, 3] }";
  Node value = parse_value(assignment.substr(equals + 1), value_problem);
  place_all(value, place);

  Node changed = document;  // a step that fails leaves the document as it was
  Node* node = &changed;
  for (const std::string& step : steps) node = &step_into(*node, step, value_problem);
  *node = std::move(value);
  document = std::move(changed);
}

}  // namespace orgsim

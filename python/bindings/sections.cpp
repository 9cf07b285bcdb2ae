#include <algorithm>
#include <array>
#include <cctype>

#include "bindings/definer.hpp"
#include "scenario/text/gone_keys.hpp"
#include "scenario/text/key_index.hpp"

namespace orgsim::python {

namespace {

// The number in "firms[1]", or nothing.
std::optional<std::size_t> firm_number(const std::string& path) {
  if (!path.starts_with("firms[")) return std::nullopt;
  return std::stoul(path.substr(6));
}

const Node* node_at(const Node& document, const std::string& path) {
  if (const std::optional<std::size_t> firm = firm_number(path)) {
    return &document.find("firms")->as<NodeList>()->at(*firm);
  }
  const Node* node = &document;
  for (std::size_t from = 0; node != nullptr && from <= path.size();) {
    const std::size_t dot = std::min(path.find('.', from), path.size());
    node = node->find(path.substr(from, dot - from));
    from = dot + 1;
  }
  return node;
}

// Of a key that is given without its section. What firms, strategies and grants call so is seldom meant.
std::string advice_on_last_name(const std::string& name) {
  constexpr std::array<std::string_view, 3> lists{"firms", "strategies", "grants"};
  for (const KeyDescription& key : describe_keys()) {
    const auto below = [&](std::string_view list) { return key.path.starts_with(list); };
    if (key.path.ends_with("." + name) && std::none_of(lists.begin(), lists.end(), below))
      return fmt::format("; did you mean '{}'?", key.path);
  }
  return "";
}

}  // namespace

std::string class_name(const std::string& path) {
  std::string name;
  bool upper = true;
  for (const char c : path) {
    const bool word = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (word) name += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = !word;
  }
  return name;
}

void expect_changeable(py::handle scenario) {
  if (py::isinstance<FixedScenario>(scenario))
    throw py::attribute_error(scenario.cast<const FixedScenario&>().why);
}

void raise_unknown(py::handle self, const std::string& name) {
  std::vector<std::string> names;
  for (const py::handle other : py::reinterpret_steal<py::list>(PyObject_Dir(py::type::of(self).ptr()))) {
    const auto text = other.cast<std::string>();
    if (!text.starts_with('_')) names.push_back(text);
  }
  std::string advice;
  std::optional<std::string> known = advice_on_gone(name);
  if (!known && py::isinstance<Part>(self)) known = advice_on_wish(self.cast<const Part&>().key(name));
  if (known) {
    advice = "; " + *known;
  } else if (const std::optional<std::string> close = nearest(name, names)) {
    advice = fmt::format("; did you mean '{}'?", *close);
  } else if (!name.starts_with('_')) {
    advice = advice_on_last_name(name);
  }
  const auto type = py::type::of(self).attr("__name__").cast<std::string>();
  throw py::attribute_error(fmt::format("{} has no attribute '{}'{}", type, name, advice));
}

void raise_unassignable(py::handle self, const std::string& name) {
  const py::handle type = py::type::of(self);
  if (!py::hasattr(type, name.c_str())) raise_unknown(self, name);
  const py::object attribute = type.attr(name.c_str());
  if (!py::getattr(attribute, "fset", attribute).is_none()) return;
  if (!py::isinstance<Part>(self.attr(name.c_str())))
    throw py::attribute_error(fmt::format("'{}' is read-only", name));
  throw py::attribute_error(
      fmt::format("'{}' is a section; assign to its keys one by one, dir() lists them", name));
}

FirmEntry& firm_of(const Part& part) {
  const std::size_t firm = firm_number(part.path).value();
  if (firm >= part.scenario->firms.size()) throw py::key_error(part.path + " is no longer in the scenario");
  return part.scenario->firms[firm];
}

Strategy& strategy_of(const Part& part) {
  const std::string_view name = std::string_view(part.path).substr(std::string_view("strategies.").size());
  for (Strategy& strategy : part.scenario->strategies) {
    if (strategy.name == name) return strategy;
  }
  throw py::key_error(part.path + " is no longer in the scenario");
}

void set_text(Scenario& scenario, std::string& text, const std::string& path,
              const std::optional<Node>& given) {
  if (given) {
    assign_member(scenario, text, Field{}, path, *given, disk());
  } else {
    drop_member(scenario, text, path);
  }
}

void Part::expect_there() const {
  if (path.starts_with("firms[")) firm_of(*this);
  if (path.starts_with("strategies.")) strategy_of(*this);
}

py::typing::Dict<py::str, py::object> Part::to_dict() const {
  expect_there();
  const Node document = document_of(*scenario);
  const Node* node = node_at(document, path);
  if (node == nullptr) return {};  // a section that says nothing
  return to_plain(*node);
}

}  // namespace orgsim::python

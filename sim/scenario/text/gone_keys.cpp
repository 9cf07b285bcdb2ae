#include "scenario/text/gone_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/elementary.hpp"
#include "engine/distribution.hpp"
#include "scenario/text/sweep.hpp"
#include "scenario/text/value_text.hpp"

namespace orgsim {

namespace {

// Weights in a score that moved by eta and eta_scrutiny; now each has a speed of its own.
struct GoneKey {
  std::string_view name;
  std::string_view now;
  double factor;
};
constexpr GoneKey kGone[] = {{"power_weight", "eta_power", 0.007},
                             {"equality_weight", "eta_equality", 0.007}};

const GoneKey* find_gone(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kGone), std::end(kGone), [&](const GoneKey& key) { return key.name == name; });
  return found == std::end(kGone) ? nullptr : found;
}

// A number that it stood for, if it is one.
std::optional<double> number_in(const Node& node) {
  if (const double* number = node.as<double>()) return *number;
  if (const auto* whole = node.as<std::int64_t>()) return static_cast<double>(*whole);
  return std::nullopt;
}

std::string_view last_name(std::string_view path) {
  return path.substr(path.rfind('.') + 1);
}

// A number, or all that stand in a distribution of it or in what a sweep makes of it.
void multiply(Node& node, double factor) {
  if (const std::optional<double> number = number_in(node)) {
    node.value = factor * *number;
  } else if (NodeList* list = node.as<NodeList>()) {
    for (Node& entry : *list) multiply(entry, factor);
  } else if (NodeTable* table = node.as<NodeTable>()) {
    for (Entry& entry : *table) {
      if (entry.key == name_of(DistributionKind::lognormal)) {
        NodeList* of_logarithm = entry.node.as<NodeList>();
        if (of_logarithm == nullptr || of_logarithm->empty()) continue;
        Node& mean = of_logarithm->front();
        if (const std::optional<double> of_mean = number_in(mean))
          mean.value = *of_mean + elementary::log(factor);
      } else if (entry.key != "levels") {
        multiply(entry.node, factor);
      }
    }
  }
}

// As TOML, its numbers with the digits that a person would give them.
std::string written(const Node& node) {
  if (const double* number = node.as<double>()) return fmt::format("{:.6g}", *number);
  if (const auto* whole = node.as<std::int64_t>()) return value_text(*whole);
  if (const std::string* text = node.as<std::string>()) return toml_string(*text);
  if (const bool* on = node.as<bool>()) return value_text(*on);
  std::vector<std::string> parts;
  if (const NodeList* list = node.as<NodeList>()) {
    for (const Node& entry : *list) parts.push_back(written(entry));
    return fmt::format("[{}]", fmt::join(parts, ", "));
  }
  if (const NodeTable* table = node.as<NodeTable>()) {
    for (const Entry& entry : *table)
      parts.push_back(fmt::format("{} = {}", key_text(entry.key), written(entry.node)));
    return fmt::format("{{ {} }}", fmt::join(parts, ", "));
  }
  return "...";
}

void renew_in(Node& node) {
  NodeTable* table = node.as<NodeTable>();
  if (table == nullptr) return;
  for (Entry& entry : *table) {
    const GoneKey* gone = find_gone(last_name(entry.key));
    if (gone == nullptr) continue;
    entry.key = renewed(entry.key).path;
    multiply(entry.node, gone->factor);
  }
}

}  // namespace

std::optional<std::string> advice_on_gone(const std::string& path, const Node* value) {
  const GoneKey* gone = find_gone(last_name(path));
  const bool alone = path.find('.') == std::string::npos;
  if (gone == nullptr || !(alone || path.starts_with("executive.") || path.starts_with("firms[")))
    return std::nullopt;
  const std::string now = alone ? fmt::format("executive.{}", gone->now) : renewed(path).path;
  std::string advice = fmt::format("it is {} now, about {} times as large", now, gone->factor);
  const bool holds_numbers = value != nullptr && (number_in(*value) || value->as<NodeList>() != nullptr ||
                                                  value->as<NodeTable>() != nullptr);
  if (!holds_numbers) return advice;
  Node converted = *value;
  multiply(converted, gone->factor);
  return advice + fmt::format(": {} = {}", now, written(converted));
}

void renew_gone_keys(Node& document) {
  for (Entry& entry : *document.as<NodeTable>()) {
    if (entry.key == "executive") renew_in(entry.node);
    if (NodeList* firms = entry.key == "firms" ? entry.node.as<NodeList>() : nullptr) {
      for (Node& firm : *firms) renew_in(firm);
    }
    NodeTable* sweep = entry.key == kSweepTable ? entry.node.as<NodeTable>() : nullptr;
    if (sweep == nullptr) continue;
    for (Entry& part : *sweep) {
      if (part.key == kVary.name) renew_in(part.node);
    }
  }
}

RenewedKey renewed(const std::string& path) {
  const std::string_view name = last_name(path);
  const GoneKey* gone = find_gone(name);
  if (gone == nullptr) return {path, 1};
  return {path.substr(0, path.size() - name.size()) + std::string(gone->now), gone->factor};
}

}  // namespace orgsim

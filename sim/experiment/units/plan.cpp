#include "experiment/units/plan.hpp"

#include <algorithm>

#include "engine/numbers.hpp"
#include "experiment/doubting.hpp"
#include "experiment/drawn.hpp"
#include "scenario/text/value_text.hpp"
#include "scenario/text/writer.hpp"

namespace orgsim {

namespace {

void expect_enough(const WorldTable* worlds, std::size_t wanted) {
  require(worlds != nullptr, "worlds are there where they are asked for");
  if (worlds->rows() >= wanted) return;
  throw InputError(
      Problem{{worlds->name},
              "run.worlds",
              fmt::format("{} worlds are asked for, and the file has {}", wanted, worlds->rows()),
              fmt::format("at most {}", worlds->rows())});
}

void add_variant(UnitsShape& shape, UnitVariant variant) {
  variant.first = shape.units();
  shape.variants.push_back(std::move(variant));
}

void add_worlds(UnitsShape& shape, const WorldTable* table) {
  const std::size_t wanted = worlds_of(shape.scenario);
  if (wanted == 0) return;
  expect_enough(table, wanted);
  const std::vector<std::size_t> columns = free_columns(shape.scenario, *table);
  for (const std::size_t c : columns) shape.world_keys.push_back(table->paths[c]);
  for (std::size_t w = 0; w < wanted; ++w) {
    for (const std::size_t c : columns) shape.worlds.push_back(table->row(w)[c]);
  }
  add_variant(shape, {"worlds", {}, true, 0, wanted});
  shape.scenario.parameters.run.worlds_checksum = table->checksum;
}

}  // namespace

std::size_t UnitsShape::units() const {
  return variants.empty() ? 0 : variants.back().first + variants.back().units;
}

std::size_t UnitsShape::numbers() const {
  std::size_t numbers = 1;
  for (const UnitAxis& axis : axes) numbers *= axis.size();
  return numbers;
}

const UnitAxis& UnitsShape::axis(std::string_view name) const {
  const auto found = std::ranges::find(axes, name, &UnitAxis::name);
  require(found != axes.end(), "an experiment has the axes of its layout");
  return *found;
}

const UnitVariant* UnitsShape::variant(std::string_view name) const {
  const auto found = std::ranges::find(variants, name, &UnitVariant::name);
  return found == variants.end() ? nullptr : &*found;
}

UnitsPlan units_plan(std::string_view experiment, const UnitsAsked& asked) {
  expect_sound(asked.scenario);
  UnitsPlan plan;
  plan.experiment = experiment;
  plan.scenario = asked.scenario;
  plan.scenario.sweep = {};
  plan.against = asked.against;
  add_variant(plan, {std::string(kOwnVariant), {}, false, 0, replications_of(asked.scenario)});
  add_worlds(plan, asked.worlds);
  for (const Rivals kind : rivals_of(asked.scenario))
    add_variant(plan,
                {fmt::format("rivals_{}", name_of(kind)), kind, false, 0, replications_of(asked.scenario)});
  return plan;
}

std::string text_of(const UnitsShape& shape) {
  std::string text = fmt::format("{}\n[{}]\n{}", to_toml(shape.scenario), shape.experiment, shape.options);
  if (shape.against) text += fmt::format("against = {}\n", toml_string(to_toml(*shape.against)));
  return text;
}

UnitPlace place_of(const UnitsShape& shape, std::size_t unit) {
  const auto after = std::ranges::find_if(
      shape.variants, [&](const UnitVariant& variant) { return unit < variant.first + variant.units; });
  require(after != shape.variants.end(), "a unit is of a variant");
  return {&*after, unit - after->first};
}

Scenario as_in_unit(Scenario scenario, const UnitsShape& shape, const UnitPlace& place) {
  if (place.variant->rivals) return with_rivals(scenario, *place.variant->rivals);
  if (!place.variant->worlds) return scenario;
  const std::size_t keys = shape.world_keys.size();
  set_numbers(scenario, shape.world_keys, {shape.worlds.data() + place.replication * keys, keys});
  return scenario;
}

}  // namespace orgsim

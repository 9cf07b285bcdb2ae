// What the page asks for, and what it is told: JSON, and bytes that only the engine reads.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/scenario.hpp"
#include "engine/worlds.hpp"
#include "experiment/arm.hpp"

namespace orgsim::web {

using Json = nlohmann::ordered_json;

struct Request {
  Json json;
  std::string_view bytes;
};

struct Answer {
  Json json;
  std::string bytes;
};

// One function a verb.
Answer shipped(const Request& request);   // {}: the scenarios that the page offers
Answer levers(const Request& request);    // {text}: what can be dragged, and where it stands
Answer run(const Request& request);       // {text, only}: a mean field's page
Answer unit(const Request& request);      // {text, only, variant, index}: one run with luck, as bytes
Answer together(const Request& request);  // {text, only, own, worlds} and bytes: the page of all units
Answer toml(const Request& request);      // {text}: every key spelled out
Answer played(const Request& request);    // {text, seed, moves, quarters}: a game so far, or to its end
Answer summary(const Request& request);   // {name, settings}: what `orgsim run --json` prints

// The scenario of a text as somebody writes it, who may extend those that are shipped.
Scenario scenario_of(const Request& request);
// The baseline and those strategies that are asked for in `only`, or all if there is none.
std::vector<Arm> arms_of(const Request& request, const Scenario& scenario);
// The worlds that the page has.
const WorldTable& some_worlds();

}  // namespace orgsim::web

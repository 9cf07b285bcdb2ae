// A window in words and figures that its page and its JSON share.
#pragma once

#include <string>
#include <vector>

#include "experiment/window/map.hpp"
#include "report/phrases.hpp"

namespace orgsim {

// In a few sentences.
std::string window_conclusion(const UnitsResult& result, const std::vector<WindowMap>& maps,
                              Language language);

// Weeks that were simulated, as a share of those of separate runs, each from week 0 to its span's end, and
// the baseline once.
double share_of_weeks(const UnitsResult& result);

// The last week to begin, with its interval: "182 (169-195)".
std::string point_in_words(const PointOfNoReturn& point, const Words& words);

// A strategy for people, with the value of the second axis if there is one.
std::string curve_label(const UnitsResult& result, const WindowCurve& curve, Language language);

}  // namespace orgsim

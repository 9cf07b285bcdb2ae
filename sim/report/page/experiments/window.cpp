// Until when can it still be reversed: a heat map of strategies and starts for each variant.
#include "experiment/window/map.hpp"
#include "report/numbers.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/experiments/experiments.hpp"
#include "report/units_page.hpp"
#include "report/window_summary.hpp"

namespace orgsim::page {

namespace {

Json cell_of(const WindowCell& cell) {
  if (!cell.counts.has_something()) return {{"share", nullptr}, {"text", "-"}};
  return {{"share", short_digits(cell.counts.share_saved())},
          {"text", percent_number(cell.counts.saved, cell.counts.to_save)}};
}

Json row_of(const UnitsResult& result, const WindowCurve& curve) {
  Json cells = Json::array();
  for (const WindowCell& cell : curve.cells) cells.push_back(cell_of(cell));
  return {{"label", both([&](Language language) { return curve_label(result, curve, language); })},
          {"cells", cells},
          {"point", both([&](Language language) { return point_in_words(curve.point, Words(language)); })}};
}

}  // namespace

Json window_of(const UnitsResult& result) {
  const std::vector<WindowMap> maps = maps_of(result);
  Json all = Json::array();
  for (const WindowMap& map : maps) {
    Json starts = Json::array();
    for (const WindowCell& cell : map.curves.front().cells) starts.push_back(cell.start);
    Json rows = Json::array();
    for (const WindowCurve& curve : map.curves) rows.push_back(row_of(result, curve));
    all.push_back(
        {{"label", both([&](Language language) { return variant_word(map.variant, Words(language)); })},
         {"starts", starts},
         {"rows", rows}});
  }
  return {{"maps", all},
          {"conclusion", both([&](Language language) { return window_conclusion(result, maps, language); })}};
}

}  // namespace orgsim::page

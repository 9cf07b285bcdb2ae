// What the answer hangs on: other worlds, rivals who follow, lines drawn elsewhere.
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "engine/plausible.hpp"
#include "report/meanings.hpp"
#include "report/numbers.hpp"
#include "report/page/data/parts.hpp"
#include "report/page/data/words.hpp"
#include "report/strategy_cells.hpp"

namespace orgsim::page {

namespace {

class Elsewhere {
 public:
  explicit Elsewhere(const Summary& summary) : summary_(summary), result_(*summary.result) {}

  // A heat map: in how many cases each strategy saves marketing.
  Json columns() const {
    Json list = Json::array({column("own", "column_own")});
    if (summary_.worlds) {
      list.push_back(column("worlds", "column_worlds"));
      if (result_.doubt.worlds->spread.worlds() > 0) list.push_back(column("one_world", "column_one_world"));
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      const bool same = rivals.rivals == Rivals::same;
      list.push_back(
          column(name_of(rivals.rivals), same ? WordKey("column_same") : WordKey("column_respond")));
    }
    if (has_other_lines()) {
      list.push_back(with_tolerance("lower", "column_lower"));
      list.push_back(with_tolerance("higher", "column_higher"));
    }
    return list;
  }

  Json row(std::size_t s) const {
    const StrategySummary& here = summary_.strategies[s];
    Json cells;
    cells["own"] =
        cell(here.saved_share(), s, [](const StrategyCells& of, std::size_t i) { return of.saved(i); });
    if (summary_.worlds) add_worlds(cells, s);
    for (const RivalsSummary& rivals : summary_.rivals) {
      cells[std::string(name_of(rivals.rivals))] =
          cell(rivals.summary->strategies[s].saved_share(), s,
               [&](const StrategyCells& of, std::size_t i) { return of.saved_against(rivals, i); });
    }
    if (has_other_lines()) {
      cells["lower"] =
          cell(here.part(here.twins->lenient.saved()), s,
               [](const StrategyCells& of, std::size_t i) { return of.saved_with_lower_lines(i); });
      cells["higher"] =
          cell(here.part(here.twins->strict.saved()), s,
               [](const StrategyCells& of, std::size_t i) { return of.saved_with_higher_lines(i); });
    }
    return {{"arm", arm(s)}, {"cells", cells}};
  }

  // The firm's NPV in each kind of world, in % of the same world's baseline.
  Json npv(std::size_t s) const {
    const StrategySummary& here = summary_.strategies[s];
    Json json{{"arm", arm(s)}, {"own", short_digits(100 * here.npv.relative)}};
    json["own_text"] = both([&](Language language) { return StrategyCells(summary_, language).npv(s); });
    if (summary_.worlds) {
      const auto& across = summary_.worlds->strategies[s].npv;
      json["worlds"] = Json::array();
      json["worlds_text"] = Json::array();
      for (const double quantile : across) {
        json["worlds"].push_back(short_digits(100 * quantile));
        json["worlds_text"].push_back(across_worlds_cell(quantile));
      }
    }
    for (const RivalsSummary& rivals : summary_.rivals) {
      const double change = rivals.summary->strategies[s].npv.relative;
      json[std::string(name_of(rivals.rivals))] = short_digits(100 * change);
      json[std::string(name_of(rivals.rivals)) + "_text"] =
          both([&](Language language) { return npv_percent(change, language); });
    }
    return json;
  }

  // How to read the map; a dash is explained where there is one.
  Json note(const Json& rows) const {
    const bool dashes = std::ranges::any_of(rows, [](const Json& row) {
      return std::ranges::any_of(row["cells"], [](const Json& cell) { return cell["text"] == "-"; });
    });
    return both([&](Language language) {
      std::vector<std::string> said;
      if (summary_.worlds) said.emplace_back(word("note_elsewhere", language));
      if (summary_.worlds && result_.doubt.worlds->spread.worlds() > 0) {
        const Spread& spread = result_.doubt.worlds->spread;
        said.push_back(say(word("note_one_world", language), fmt::arg("worlds", spread.worlds()),
                           fmt::arg("replications", spread.replications)));
      }
      if (dashes) said.emplace_back(word("note_elsewhere_here", language));
      return fmt::format("{}", fmt::join(said, Words(language)["between"]));
    });
  }

  Json best() const { return summary_.best ? Json(arm(*summary_.best)) : Json(); }

  // Keys with which the success of a strategy goes.
  Json hangs_on(std::size_t s) const {
    const AcrossWorlds& across = summary_.worlds->strategies[s];
    return {{"arm", arm(s)}, {"saved", keys(across.saved_by)}, {"npv", keys(across.npv_by)}};
  }

  Json hangs_caption() const {
    return both([&](Language language) {
      return say(word("caption_hangs", language),
                 fmt::arg("worlds", grouped(result_.doubt.worlds->screened)));
    });
  }

  bool has_other_lines() const {
    return !summary_.strategies.empty() && summary_.strategies.front().twins &&
           result_.scenario.parameters.lines.tolerance > 0;
  }

 private:
  static Json column(std::string_view id, WordKey label) {
    return {{"id", id}, {"label", both_words(label)}};
  }
  Json with_tolerance(const char* id, WordKey label) const {
    return {{"id", id}, {"label", both([&](Language language) {
                           return say(word(label, language),
                                      fmt::arg("tolerance", tolerance_in_words(result_)));
                         })}};
  }

  template <class Text>
  Json cell(double share, std::size_t s, const Text& text) const {
    return {{"share", short_digits(share)},
            {"text", both([&](Language language) { return text(StrategyCells(summary_, language), s); })}};
  }

  void add_worlds(Json& cells, std::size_t s) const {
    cells["worlds"] = cell(summary_.worlds->summary->strategies[s].saved_share(), s,
                           [](const StrategyCells& of, std::size_t i) { return of.saved_in_worlds(i); });
    if (result_.doubt.worlds->spread.worlds() == 0) return;
    cells["one_world"] =
        cell(NAN, s, [](const StrategyCells& of, std::size_t i) { return of.saved_in_one_world(i); });
  }

  std::size_t arm(std::size_t s) const {
    const auto found = std::find(result_.arms.begin(), result_.arms.end(), summary_.strategies[s].arm);
    return static_cast<std::size_t>(found - result_.arms.begin());
  }

  static Json keys(const std::vector<Influential>& influential) {
    constexpr std::size_t most = 5;
    Json list = Json::array();
    for (std::size_t i = 0; i < std::min(most, influential.size()); ++i) {
      const auto meaning = [&](Language language) { return meaning_of(influential[i].key, language); };
      list.push_back({{"key", influential[i].key},
                      {"meaning", both(meaning)},
                      {"correlation", signed_number(influential[i].correlation, 2)},
                      {"range", range_of(influential[i].key)}});
    }
    return list;
  }

  static std::string range_of(const std::string& path) {
    static const std::vector<PlausibleNumber> numbers = plausible_numbers();
    const auto found = std::ranges::find(numbers, path, &PlausibleNumber::path);
    return found == numbers.end() ? "" : fmt::format("{:.3g}-{:.3g}", found->low, found->high);
  }

  const Summary& summary_;
  const RunResult& result_;
};

}  // namespace

Json elsewhere_of(const Summary& summary) {
  const Elsewhere elsewhere(summary);
  const bool doubted = summary.worlds || !summary.rivals.empty() || elsewhere.has_other_lines();
  if (summary.strategies.empty() || !doubted) return nullptr;
  Json rows = Json::array();
  Json npv = Json::array();
  Json hangs_on = Json::array();
  for (std::size_t s = 0; s < summary.strategies.size(); ++s) {
    rows.push_back(elsewhere.row(s));
    npv.push_back(elsewhere.npv(s));
    if (summary.worlds && !summary.result->doubt.worlds->influences.empty())
      hangs_on.push_back(elsewhere.hangs_on(s));
  }
  Json json{{"columns", elsewhere.columns()}, {"rows", rows}, {"npv", npv}, {"hangs_on", hangs_on}};
  json["best"] = elsewhere.best();
  json["note"] = elsewhere.note(rows);
  if (!hangs_on.empty()) json["hangs_caption"] = elsewhere.hangs_caption();
  json["worlds"] = summary.worlds ? Json(summary.worlds->summary->result->replications) : Json();
  json["rivals"] = Json::array();
  for (const RivalsSummary& rivals : summary.rivals) json["rivals"].push_back(name_of(rivals.rivals));
  return json;
}

}  // namespace orgsim::page

// A game so far, or to its end: played anew from week 0 at every request, which takes some milliseconds and
// leaves nothing to go stale.
#include "experiment/audit/audit.hpp"
#include "experiment/drawn.hpp"
#include "experiment/play/play.hpp"
#include "report/page/experiments/experiments.hpp"
#include "report/phrases.hpp"
#include "web/engine/pages.hpp"
#include "web/engine/request.hpp"

namespace orgsim::web {

namespace {

PerMode mix_from(const Json& json) {
  PerMode mix;
  for (const Mode m : every<Mode>()) mix[m] = json.at(static_cast<std::size_t>(m)).get<double>();
  return mix;
}

std::vector<Move> moves_of(const Json& json) {
  std::vector<Move> moves;
  for (const Json& move : json) {
    moves.push_back({mix_from(move.at("mix")), move.at("ai").get<double>(), move.at("redeploy").get<double>(),
                     move.at("prove").get<double>(), move.at("budget").get<double>()});
  }
  return moves;
}

template <class Index>
Json by_name(const Per<Index>& values) {
  Json json;
  for (const Index one : every<Index>()) json[std::string(name_of(one))] = values[one];
  return json;
}

// Where marketing of a firm stands after a week, and what its head may look at.
Json position_of(const Simulation& simulation) {
  const World& world = simulation.world();
  const Firms& firms = world.firms;
  const LineParameters& lines = world.parameters.lines;
  const double initial = firms.keys.of(0).executive.share[Department::marketing];
  constexpr Department own = Department::marketing;
  const bool begun = world.week >= 0;
  Json json{{"share", by_name(firms.share.of(0))},
            {"power", by_name(firms.power.of(0))},
            {"mix", std::vector<double>{firms.mix(Mode::broadcast, 0), firms.mix(Mode::performance, 0),
                                        firms.mix(Mode::product, 0), firms.mix(Mode::operations, 0)}},
            {"ai", firms.ai_adoption(0)},
            {"prove", firms.proof(0)},
            {"sustain", lines.sustain},
            {"thresholds",
             {{"budget", lines.budget}, {"capability", lines.capability}, {"structure", lines.structure}}}};
  if (!begun) return json;
  json["lines"] = {{"budget", firms.real_share(0) / initial},
                   {"capability", firms.non_substitutability(own, 0)},
                   {"structure", firms.centrality(own, 0)}};
  json["crossed"] = Json::array();
  for (const Line line : every<Line>())
    if (firms.lines[0].is_crossed(line)) json["crossed"].push_back(name_of(line));
  json["climate"] = world.environment.climate;
  json["directness"] = world.environment.directness;
  json["parity"] = world.environment.ai_parity;
  json["scrutiny"] = firms.scrutiny(0);
  json["cash"] = firms.cash(0);
  json["users"] = firms.users_end(0);
  return json;
}

// From when on a rival does what the focal firm does: it waits for a line of its own.
std::optional<int> week_of_answer(const FirmOutcome& rival) {
  std::optional<int> first;
  for (const std::optional<int>& crossed : rival.line_week)
    if (crossed && (!first || *crossed < *first)) first = crossed;
  return first ? std::optional(*first + 1) : std::nullopt;
}

// What happened when, for a list of news: of the focal firm, then of its rivals and of the market.
Json news_of(const Outcome& outcome) {
  Json news = Json::array();
  const auto add = [&](const std::optional<int>& week, const std::string& what, std::size_t firm) {
    if (week) news.push_back({{"week", *week}, {"what", what}, {"firm", firm}});
  };
  for (std::size_t f = 0; f < outcome.firms.size(); ++f) {
    for (const Line line : every<Line>()) {
      add(outcome.firms[f].line_week[static_cast<std::size_t>(line)], std::string(name_of(line)), f);
    }
    add(outcome.firms[f].marginalised_week, "marginalised", f);
    if (f > 0) add(week_of_answer(outcome.firms[f]), "answers", f);
  }
  add(outcome.stock_phase_week, "stock", 0);
  std::stable_sort(news.begin(), news.end(),
                   [](const Json& a, const Json& b) { return a["week"] < b["week"]; });
  return news;
}

Json told(const Played& played, double untouched_npv) {
  const FirmOutcome& firm = played.outcome.firms.front();
  Json json{{"verdict", name_of(played.outcome.verdict)},
            {"level", played.level},
            {"weeks_marginalised", played.weeks_marginalised},
            {"npv", firm.npv},
            {"npv_change",
             untouched_npv == 0 ? Json() : Json((firm.npv - untouched_npv) / std::abs(untouched_npv))},
            {"share_end", firm.share_end[Department::marketing]}};
  if (const auto& standing = played.outcome.standing) {
    json["standing"] = {{"budget", standing->real_share},
                        {"capability", standing->non_substitutability},
                        {"structure", standing->centrality}};
  }
  return json;
}

// A run of the table with its weeks, as pictures show them.
class Recorder {
 public:
  Recorder(const Scenario& scenario, int weeks)
      : layout_(layout_of(scenario)), numbers_(static_cast<std::size_t>(weeks) * layout_.width()) {}

  AfterPlayedWeek keep() {
    return [this](const Simulation& simulation) {
      layout_.record(simulation.world(),
                     numbers_.data() + static_cast<std::size_t>(simulation.world().week) * layout_.width());
      history.push_back(audited_week(simulation.firms(), 0));
      last = simulation;
    };
  }
  const std::vector<double>& numbers() const { return numbers_; }

  std::vector<AuditedWeek> history;
  Simulation last;

 private:
  RowLayout layout_;
  std::vector<double> numbers_;
};

// Why marketing's share moved in the whole game, as an audit of the page tells it.
Json audit_of(const std::vector<AuditedWeek>& history, const Scenario& scenario) {
  AuditRequest request;
  request.department = Department::marketing;
  request.weeks = {0, static_cast<int>(history.size()) - 1};
  const Audit audit = orgsim::audit_of({audited(history, request)});
  return page::audit_of_page({&scenario, &request, &audit});
}

// The strategy with the fewest lines crossed in the end, and of those the one that is best for the firm.
Json best_of(const Json& others) {
  Json best;
  for (std::size_t i = 0; i < others.size(); ++i) {
    if (others[i]["adaptive"]) continue;
    const auto before = [&](const Json& a, const Json& b) {
      return a["level"] != b["level"] ? a["level"] < b["level"] : a["npv"] > b["npv"];
    };
    if (best.is_null() || before(others[i], others[best.get<std::size_t>()])) best = i;
  }
  return best;
}

}  // namespace

Answer played(const Request& request) {
  Scenario asked = scenario_of(request);
  expect_sound(asked);
  const Drawn drawn = drawn_for(as_played(asked), 0);
  const Scenario& scenario = drawn.scenario;
  const std::vector<Move> moves = moves_of(request.json.at("moves"));
  const int quarters = static_cast<int>(scenario.parameters.run.weeks) / kQuarterWeeks;
  const int weeks = kQuarterWeeks * std::min(quarters, static_cast<int>(moves.size()));
  Json json{{"quarters", quarters}, {"quarter", moves.size()}, {"seed", scenario.parameters.run.seed}};
  json["firms"] = Json::array();
  for (const FirmEntry& firm : scenario.firms)
    json["firms"].push_back({{"en", firm.name}, {"zh", translated(firm.name, Language::chinese)}});
  if (moves.empty()) {
    json["now"] = position_of(Simulation(scenario, drawn.stream_key));
    return {json, {}};
  }
  Recorder untouched(scenario, weeks);
  Recorder own(scenario, weeks);
  const Table table(scenario, drawn.stream_key, weeks, untouched.keep());
  const Played player = table.play(moves, own.keep());
  const double npv = table.untouched().outcome.firms.front().npv;
  json["granted"] = player.granted;
  json["now"] = position_of(own.last);
  json["news"] = news_of(player.outcome);
  json["audit"] = audit_of(own.history, scenario);
  json["you"] = told(player, npv);
  json["untouched"] = told(table.untouched(), npv);
  GamePage page(scenario, static_cast<std::size_t>(weeks));
  page.add({std::string(kBaseline), "nobody decides"}, table.untouched().outcome, untouched.numbers());
  page.add({"player", "you"}, player.outcome, own.numbers());
  if (static_cast<int>(moves.size()) >= quarters) {
    json["others"] = Json::array();
    for (const Strategy& strategy : scenario.strategies) {
      Json other = told(table.follow(strategy), npv);
      other["name"] = strategy.name;
      other["label"] = {{"en", strategy.title()}, {"zh", translated(strategy.title(), Language::chinese)}};
      other["adaptive"] = strategy.adaptive;
      json["others"].push_back(std::move(other));
    }
    json["best"] = best_of(json["others"]);
  }
  json["page"] = page.json();
  return {json, {}};
}

}  // namespace orgsim::web

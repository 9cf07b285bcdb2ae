#include "scenario/text/checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/elementary.hpp"
#include "engine/plausible.hpp"
#include "model/market/pooled.hpp"
#include "scenario/text/currency.hpp"
#include "scenario/text/key_checks.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim {

namespace {

constexpr double kRounding = 1e-9;
constexpr std::int64_t kFewestInCells = 100;
constexpr double kMostPeople = 9e15;  // whole numbers are exact in a double up to here

class Checker {
 public:
  explicit Checker(const Scenario& scenario) : scenario_(scenario), p_(scenario.parameters) {}

  std::vector<Problem> run() {
    check_keys();
    for (const Problem& problem : problems_of_currency(p_.run)) problems_.push_back(problem);
    check_named();
    check_firms();
    for (const Strategy& strategy : scenario_.strategies) check_strategy(strategy);
    for (std::size_t g = 0; g < scenario_.grants.size(); ++g) check_grant(g);
    check_selection();
    check_market();
    if (p_.market.kind == MarketKind::network) check_network();
    check_releases();
    if (problems_.empty() && p_.market.kind != MarketKind::mean_field) check_room();
    return std::move(problems_);
  }

  std::vector<Problem> run_keys() {
    check_keys();
    return std::move(problems_);
  }

 private:
  void report(const std::string& key, const std::string& what, const std::string& cure) {
    problems_.push_back({{}, key, what, cure});
  }

  // What a firm does not override stands at its default, which is fine.
  void check_keys() {
    KeyChecker checker(problems_);
    for_each_key(scenario_, [&](const std::string& path, const Field& field, const auto& value) {
      checker.check(path, field, value);
    });
  }

  void check_named() {
    const std::set<std::string>& keys = plausible_keys();
    for (const std::string& name : p_.run.named) {
      if (keys.contains(name)) continue;
      const std::optional<std::string> close = nearest(name, {keys.begin(), keys.end()});
      report("run.named", fmt::format("worlds do not differ in '{}'", name),
             close ? fmt::format("did you mean '{}'?", *close) : "a key with a plausible range");
    }
  }

  void check_firms() {
    std::set<std::string> names;
    for (std::size_t f = 0; f < scenario_.firms.size(); ++f) {
      const std::string& name = scenario_.firms[f].name;
      const std::string path = fmt::format("firms[{}].name", f);
      if (name.empty()) report(path, "the name is empty", "give every firm a name of its own");
      if (!name.empty() && !names.insert(name).second) {
        report(path, fmt::format("'{}' is taken", name), "give every firm a name of its own");
      }
      check_firm(f);
    }
  }

  static bool follows_focal(const FirmEntry& firm) {
    return firm.strategy == kSameAsFocal || firm.strategy == kAnswersFocal;
  }

  void check_firm(std::size_t f) {
    const FirmEntry& firm = scenario_.firms[f];
    const std::string path = fmt::format("firms[{}]", f);
    const bool selected = p_.selection.given();
    const bool known = firm.strategy.empty() || scenario_.find_strategy(firm.strategy) != nullptr ||
                       (selected && firm.strategy == kNoStrategy) || (follows_focal(firm) && f > 0);
    if (follows_focal(firm) && f == 0) {
      report(path + ".strategy", "firm 0 is the focal firm itself",
             "leave it out: its strategies are those under [strategies]");
    } else if (selected && follows_focal(firm)) {
      report(path + ".strategy", "with [selection] every firm copies for itself",
             "leave it out, or name a strategy that it begins with");
    } else if (!known)
      report(path + ".strategy", fmt::format("strategy '{}' is not defined", firm.strategy), defined());
  }

  std::string defined() const {
    if (scenario_.strategies.empty()) return "the scenario has no [strategies.NAME] tables";
    std::vector<std::string> names;
    for (const Strategy& strategy : scenario_.strategies) names.push_back(strategy.name);
    return fmt::format("defined are: {}", fmt::join(names, ", "));
  }

  void check_strategy(const Strategy& strategy) {
    const std::string path = "strategies." + strategy.name;
    if (strategy.name == kSameAsFocal || strategy.name == kAnswersFocal || strategy.name == "baseline") {
      report(path, "this name is taken", "choose another one");
    }
    if (!strategy.start && !strategy.when) {
      report(path, "nothing says when it begins", "give `start = WEEK`, or `when` with a state of marketing");
    }
    if (strategy.start && strategy.when)
      report(path, "`start` and `when` exclude each other", "keep one of them");
    if (!strategy.when && strategy.delay > 0) {
      report(path + ".delay", "a delay without `when`", "add `when`, or set `start` later");
    }
  }

  void check_selection() {
    const Selection& p = p_.selection;
    if (!p.given()) {
      if (p != Selection())
        report("selection.strategies", "nothing says what firms begin with",
               "names under [strategies], or \"none\"");
      return;
    }
    std::set<std::string> names;
    for (std::size_t i = 0; i < p.strategies.size(); ++i) {
      const std::string& name = p.strategies[i];
      const std::string path = fmt::format("selection.strategies[{}]", i);
      if (name != kNoStrategy && scenario_.find_strategy(name) == nullptr)
        report(path, fmt::format("strategy '{}' is not defined", name), defined());
      if (!names.insert(name).second)
        report(path, fmt::format("'{}' is listed twice", name), "once; selection.weights makes it likelier");
    }
    check_weights();
    if (scenario_.find_strategy(kNoStrategy) != nullptr)
      report(fmt::format("strategies.{}", kNoStrategy), "with [selection] this name means no strategy",
             "choose another one");
    if (p_.market.kind == MarketKind::mean_field)
      report("market.kind", "mean_field has no randomness, and what firms copy is drawn",
             "\"pooled\", or \"network\"");
  }

  void check_weights() {
    const Selection& p = p_.selection;
    if (p.weights.empty()) return;
    if (p.weights.size() != p.strategies.size()) {
      report("selection.weights",
             fmt::format("{} weights for the {} entries of selection.strategies", p.weights.size(),
                         p.strategies.size()),
             "one for each, or none at all");
    } else if (std::all_of(p.weights.begin(), p.weights.end(), [](double w) { return !(w > 0); })) {
      report("selection.weights", "no strategy is ever drawn", "at least one weight above 0");
    }
  }

  void check_grant(std::size_t g) {
    const Grant& grant = scenario_.grants[g];
    const std::string path = fmt::format("grants[{}]", g);
    if (grant.firm.number < 0 || grant.firm.number >= static_cast<int>(scenario_.firms.size())) {
      report(path + ".firm", fmt::format("there is no firm {}", grant.firm.number),
             fmt::format("firms are numbered from 0 to {}", scenario_.firms.size() - 1));
    }
    if (grant.mode && grant.department != Department::marketing) {
      report(path + ".mode", fmt::format("{} has no modes", name_of(grant.department)),
             "leave it out, or grant marketing");
    }
    const WeekSpan& weeks = grant.weeks;
    if (weeks.first < 0 || weeks.last < weeks.first || weeks.first >= p_.run.weeks) {
      report(path + ".weeks", fmt::format("[{}, {}] is no span of weeks of the run", weeks.first, weeks.last),
             fmt::format("[first, last] with 0 <= first <= last, both included; the run ends with week {}",
                         p_.run.weeks - 1));
    }
  }

  void check_market() {
    const MarketParameters& market = p_.market;
    if (market.mass.empty() || market.mass.size() > kMostClasses) {
      report("market.mass", fmt::format("{} adopter classes", market.mass.size()), "1 to 16 of them");
    }
    if (market.mass.size() != market.resistance.size()) {
      report("market.resistance",
             fmt::format("{} entries for the {} adopter classes of market.mass", market.resistance.size(),
                         market.mass.size()),
             "one entry per class");
    }
    if (market.kind != MarketKind::network && market.customers < kFewestInCells) {
      report("market.customers",
             fmt::format("{} people are too few for a market without individuals", market.customers),
             fmt::format("at least {}, or market.kind = \"network\"", kFewestInCells));
    }
    const std::vector<double> starts = starts_of(scenario_);
    const double starters = std::accumulate(starts.begin(), starts.end(), 0.0);
    if (starters > 1 + kRounding) {
      const std::string key = key_of_most(starts);
      report(key,
             fmt::format("{} firms begin with {:.6g} of the people together: more than everybody",
                         starts.size(), starters),
             key.starts_with("firms[")
                 ? "at most 1 of all firms together"
                 : fmt::format("at most {:.6g} each", 1 / static_cast<double>(market.firms)));
    }
    const double people = static_cast<double>(market.customers) *
                          elementary::exp(inflow_of(p_) * static_cast<double>(p_.run.weeks) / 52);
    if (!(people <= kMostPeople)) {
      report(p_.mechanisms.saturation ? "market.inflow" : "mechanisms.inflow_off",
             fmt::format("the population would grow to {:.3g} people by the end of the run", people),
             fmt::format("at most {:.0e}: lower the inflow or run.weeks", kMostPeople));
    }
  }

  // Where the largest of the firms' starts is said.
  std::string key_of_most(const std::vector<double>& starts) const {
    const auto most = std::max_element(starts.begin(), starts.end()) - starts.begin();
    const bool own = scenario_.firms[static_cast<std::size_t>(most)].overridden.contains("start_penetration");
    return own ? fmt::format("firms[{}].start_penetration", most) : "market.start_penetration";
  }

  // People are whole, and rounded for each firm, adopter class and favourite.
  void check_room() {
    const std::vector<double> starts = starts_of(scenario_);
    if (Pooled::has_room(p_.market, starts)) return;
    report(key_of_most(starts),
           "almost everybody is a user at week 0, and once everybody is a whole person, an adopter class has "
           "too few people for its users",
           "a little less, or more market.customers");
  }

  void check_network() {
    const NetworkParameters& p = p_.market.network;
    const std::string section = "market.network.";
    const std::int64_t people = p_.market.customers;
    const bool ring = p.kind == NetworkKind::small_world || p.kind == NetworkKind::implicit;
    const bool one_degree = ring || p.kind == NetworkKind::random || p.kind == NetworkKind::mixing;
    if (one_degree && p.degree >= people) {
      report(section + "degree", fmt::format("{} neighbours among {} people", p.degree, people),
             "fewer neighbours than people");
    }
    if (ring && p.degree % 2 == 1) {
      report(section + "degree", fmt::format("{} neighbours cannot stand evenly on both sides", p.degree),
             "an even number");
    }
    // With newcomers the number of people is known once they have been counted out.
    if (p.kind == NetworkKind::random && inflow_of(p_) <= 0) {
      expect_even(section + "degree", p.degree, "market.customers", people);
    }
    if (p.kind == NetworkKind::scale_free &&
        (p.degree_cutoff < p.degree_least || p.degree_cutoff >= people)) {
      report(section + "degree_cutoff", fmt::format("{} is no largest degree", p.degree_cutoff),
             fmt::format("from market.network.degree_least, {}, to less than the {} people", p.degree_least,
                         people));
    }
    if (p.kind == NetworkKind::file && p.file.empty() && p.checksum.empty()) {
      report(section + "file", "no edge list is named", "the path of a file with two ids a line");
    }
    if (p.kind == NetworkKind::communities) check_communities();
  }

  void check_communities() {
    const NetworkParameters& p = p_.market.network;
    const std::string section = "market.network.";
    const std::int64_t people = p_.market.customers;
    const std::int64_t inside = std::min(p.community_size, people);
    if (p.degree_inside >= inside) {
      report(section + "degree_inside",
             fmt::format("{} neighbours in a community of {}", p.degree_inside, inside),
             "fewer neighbours than people in a community");
    }
    if (p.degree_outside >= people) {
      report(section + "degree_outside",
             fmt::format("{} neighbours among {} people", p.degree_outside, people),
             "fewer neighbours than people");
    }
    expect_even(section + "degree_inside", p.degree_inside, section + "community_size", p.community_size);
    if (inflow_of(p_) <= 0)
      expect_even(section + "degree_outside", p.degree_outside, "market.customers", people);
  }

  // A tie has two ends.
  void expect_even(const std::string& key, std::int64_t degree, const std::string& size,
                   std::int64_t people) {
    if (degree % 2 == 0 || people % 2 == 0) return;
    report(key, fmt::format("{} people of {} neighbours: an odd number of ends", people, degree),
           fmt::format("an even degree, or an even {}", size));
  }

  void check_releases() {
    const Releases& p = p_.releases;
    if (p.window > p.cycle) {
      report("product.window", fmt::format("{} weeks are longer than the cycle of {}", p.window, p.cycle),
             "product.window must be at most product.cycle");
    }
  }

  const Scenario& scenario_;
  const Parameters& p_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> problems_of(const Scenario& scenario) {
  return Checker(scenario).run();
}

std::vector<Problem> problems_of_keys(const Scenario& scenario) {
  return Checker(scenario).run_keys();
}

Problem no_strategy(const Scenario& scenario, std::string_view name) {
  std::vector<std::string> names;
  for (const Strategy& strategy : scenario.strategies) names.push_back(strategy.name);
  return {{},
          "",
          fmt::format("no strategy is called '{}'", name),
          names.empty() ? "the scenario defines none" : fmt::format("there are: {}", fmt::join(names, ", "))};
}

}  // namespace orgsim

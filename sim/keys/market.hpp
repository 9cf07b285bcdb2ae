// [market]: who the customers are, how firms reach them, how they choose and how they stay.
#pragma once

#include <cstdint>
#include <vector>

#include "core/field.hpp"
#include "core/names.hpp"
#include "core/walk.hpp"
#include "keys/network.hpp"
#include "keys/offer.hpp"

namespace orgsim {

// How customers are represented (docs/model.md, 2).
enum class MarketKind { mean_field, pooled, network };
template <>
struct Names<MarketKind> {
  static constexpr std::array<std::string_view, 3> value{"mean_field", "pooled", "network"};
};

struct Contact {
  double broadcast = 0.03;
  double performance = 0.0055;
  double sales = 0.0194;
  double organic = 0.00056;
  double word_of_mouth = 0.0088;
  double attention_noise = 0.71;
  double attention = 0.5;
  double performance_half = 0.0059;
  double sales_half = 0.117;
  double referral_gain = 0.65;
  double directness_gain = 2.0;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(
        Field{
            "broadcast", "per person and week at share of voice 1", range::share,
            "Contacts that broadcast advertising makes",
            "calibrated to advertising elasticities .12 short, .24 long (Sethuraman, Tellis & Briesch 2011)",
            Trait::plain, Scale::log}
            .half_to_twice(),
        self.broadcast);
    visit(Field{"performance", "per person and week at saturation", range::share,
                "Contacts that performance marketing makes", "calibrated", Trait::plain, Scale::log}
              .half_to_twice(),
          self.performance);
    visit(Field{"sales", "per person and week at saturation", range::share,
                "Contacts that the sales force makes",
                "calibrated to selling elasticity .31-.34 (Albers, Mantrala & Sridhar 2010)", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.sales);
    visit(Field{"organic", "per person and week", range::share,
                "Contacts that a product of average quality makes by being found",
                "calibrated: half the market within 65-130 weeks", Trait::plain, Scale::log}
              .half_to_twice(),
          self.organic);
    visit(Field{"word_of_mouth", "per person and week at full penetration", range::share,
                "Contacts that users of a firm make at virality 1 and average quality",
                "calibrated: half the market within 65-130 weeks", Trait::plain, Scale::log}
              .half_to_twice(),
          self.word_of_mouth);
    visit(Field{"attention_noise", "money per person and week", range::positive,
                "What everybody else spends on the same attention", "the attention that everybody else buys",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.attention_noise);
    visit(Field{"attention",
                "",
                {0, 1, true},
                "Exponent of voice in the share of attention",
                "exponent of the attraction model; gives the concave response of advertising meta-analyses"}
              .half_to_twice(),
          self.attention);
    visit(Field{"performance_half", "money per person and week", range::positive,
                "Effort of all firms at which half of the performance contacts are made", "calibrated",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.performance_half);
    visit(Field{"sales_half", "money per person and week", range::positive,
                "Spending of all firms at which half of the sales contacts are made", "calibrated",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.sales_half);
    visit(Field{"referral_gain", "", range::not_negative, "What full engagement adds to word of mouth",
                "calibrated"}
              .half_to_twice(),
          self.referral_gain);
    visit(Field{"directness_gain", "", range::not_negative, "What directness 1 adds to organic contacts",
                "choice"}
              .half_to_twice(),
          self.directness_gain);
  }

  bool operator==(const Contact&) const = default;
};

struct Choice {
  double quality = 0.87;
  double goodwill = 1.0;
  double closing = 0.46;
  double closing_half = 0.0089;
  double switch_cost = 0.4;
  double switch_habit = 0.45;
  double switch_exposure = 1.0;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"quality", "utility per unit of relative quality", range::any, "Weight of relative quality",
                "calibrated"}
              .half_to_twice(),
          self.quality);
    visit(Field{"goodwill", "utility per unit of goodwill", range::any, "Weight of the firm's goodwill",
                "choice (scale of goodwill)"}
              .half_to_twice(),
          self.goodwill);
    visit(Field{"closing", "utility", range::any, "What a fully staffed sales force adds when it closes",
                "calibrated"}
              .half_to_twice(),
          self.closing);
    visit(Field{"closing_half", "money per person and week", range::positive,
                "Sales spending at which half of the closing utility is reached", "calibrated", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.closing_half);
    visit(Field{"switch_cost", "utility", range::any,
                "Switching cost: what a user loses by moving to another firm", "calibrated"}
              .half_to_twice(),
          self.switch_cost);
    visit(Field{"switch_habit", "utility per habit level", range::any,
                "What each level of habit adds to the switching cost", "calibrated"}
              .half_to_twice(),
          self.switch_habit);
    visit(Field{"switch_exposure", "", range::not_negative,
                "Contacts of users relative to those of non-users", "choice"}
              .half_to_twice(),
          self.switch_exposure);
  }

  bool operator==(const Choice&) const = default;
};

struct Retention {
  double churn_habit = 1.07;
  double churn_quality = 1.82;
  double habit_up = 0.1;
  double habit_down = 0.023;
  double natural_habit = 0.22;
  double rebound = 0.5;
  double lapse = 1.1;
  double engagement_half = 0.082;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"churn_habit", "per habit level", range::not_negative,
                "Fall of log churn with each habit level", "choice, as market.retention.churn"}
              .half_to_twice(),
          self.churn_habit);
    visit(Field{"churn_quality", "per unit of relative quality", range::not_negative,
                "Fall of log churn with relative quality", "calibrated"}
              .half_to_twice(),
          self.churn_quality);
    visit(Field{"habit_up", "per user and week at full engagement", range::share,
                "Hazard of rising one habit level", "calibrated", Trait::plain, Scale::log}
              .half_to_twice(),
          self.habit_up);
    visit(Field{"habit_down", "per user and week", range::share, "Hazard of falling one habit level",
                "calibrated", Trait::plain, Scale::log}
              .half_to_twice(),
          self.habit_down);
    visit(Field{"natural_habit", "share", range::share, "Habit that forms without operations", "calibrated"}
              .half_to_twice(),
          self.natural_habit);
    visit(Field{"rebound", "odds against none at utility 0", range::not_negative,
                "How readily those who give up a product take up another at once",
                "calibrated: switchers prevail among customers won in a stock market"}
              .half_to_twice(),
          self.rebound);
    visit(Field{"lapse", "utility", range::any,
                "What those who left some firm must be offered more than those who never came",
                "choice: who has left is harder to win than who never came"}
              .half_to_twice(),
          self.lapse);
    visit(Field{"engagement_half", "money per user and week", range::positive,
                "Operations spending at which half of full engagement is reached", "calibrated", Trait::plain,
                Scale::log}
              .half_to_twice(),
          self.engagement_half);
  }

  bool operator==(const Retention&) const = default;
};

constexpr std::int64_t kMostFirms = 16;
constexpr std::int64_t kMostClasses = 16;
constexpr std::int64_t kMostHabitLevels = 8;

struct MarketParameters {
  MarketKind kind = MarketKind::pooled;
  std::int64_t customers = 1000000;
  std::int64_t firms = 3;
  double inflow = 0.0;
  std::vector<double> mass{0.16, 0.34, 0.34, 0.16};
  std::vector<double> resistance{-1.0, 0.0, 1.2, 3.0};
  double taste = 2.9;
  std::int64_t habit_levels = 3;
  Contact contact;
  Choice choice;
  Retention retention;
  NetworkParameters network;

  // With what single firms may have otherwise.
  template <class Self, class SelfOffer, class Visitor>
  static void fields(Self& self, SelfOffer& offer, Visitor&& visit) {
    visit(Field{"kind", "", range::any,
                "How customers are represented: expected flows without any randomness, well-mixed whole "
                "people, or individuals with neighbours",
                "", Trait::fixed},
          self.kind);
    visit(Field{"customers",
                "people",
                {2, 1e10},
                "People at week 0; left out with an edge list, as many as the list has",
                "",
                Trait::start,
                Scale::log},
          self.customers);
    visit(
        Field{
            "firms",
            "firms",
            {1, kMostFirms},
            "Number of firms (or as many as [[firms]] lists, or 6 with [selection]); firm 0 is the focal one",
            "",
            Trait::fixed},
        self.firms);
    visit(Field{"inflow", "per year", range::not_negative,
                "Newcomers: exponential growth rate of the population", "0: a closed market", Trait::start},
          self.inflow);
    visit(
        Field{
            "mass", "share of people per adopter class", range::share,
            "Adopter classes, from the readiest to the most reluctant; 1 to 16 of them",
            "Rogers' adopter classes: innovators and early adopters, early majority, late majority, laggards",
            Trait::sums_to_one | Trait::start}
            .entry_within(0, 0.08, 0.32, "nothing is known: half to twice the default"),
        self.mass);
    visit(
        Field{"resistance", "utility per adopter class", range::any,
              "Utility that each adopter class must be offered to adopt with probability one half", "choice"}
            .half_to_twice(),
        self.resistance);
    visit(Field{"taste", "utility", range::any, "Extra utility of each person's favourite firm",
                "calibrated: stable shares between equal firms"}
              .half_to_twice(),
          self.taste);
    visit(Field{"habit_levels",
                "levels",
                {1, kMostHabitLevels},
                "Number of habit levels that a user may climb",
                "",
                Trait::fixed},
          self.habit_levels);
    visit(field::kStartPenetration, offer.start_penetration);
    visit(Section{"contact", "How customers hear of a firm"}, self.contact);
    visit(Section{"choice", "What they weigh when they choose"}, self.choice);
    visit(Section{"retention", "What keeps them"}, Gathered{[&self, &offer](auto& inner) {
            inner(field::kChurn, offer.churn);
            Retention::fields(self.retention, inner);
          }});
    visit(Section{"network", "Who listens to whom, where market.kind is network"}, self.network);
  }

  bool operator==(const MarketParameters&) const = default;
};

}  // namespace orgsim

// [economics]: what users pay, what the firm may spend. Economics holds for the whole market; Finance is the
// part that a firm may override.
#pragma once

#include "core/field.hpp"

namespace orgsim {

struct Economics {
  double habit_price = 0.19;
  double margin = 0.7;
  double discount = 0.002;
  double winter_cut = 0.0;
  double winter_demand = 0.45;
  double winter_spend = 0.2;
  double friction_waste = 0.5;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"habit_price", "share of price per habit level", range::share,
                "What each level of habit adds to the price paid",
                "expansion revenue: 40 % of new revenue in software services"}
              .half_to_twice(),
          self.habit_price);
    visit(Field{"margin", "share of revenue", range::share, "Gross margin",
                "software and online services: 70-75 % gross"}
              .within(0.6, 0.8, "gross margins of software and online services"),
          self.margin);
    visit(Field{"discount", "per week", range::share, "Discount rate", "10 % a year"}.within(
              0.001, 0.004, "5 to 23 % a year"),
          self.discount);
    visit(Field{"winter_cut", "share of revenue at climate 0", range::share,
                "Cut of the budget in a capital winter",
                "0: budgets follow revenue; above 0 the ratio itself is cut"}
              .within(0, 0.12, "Gartner 2020-21: marketing fell from 11 to 6.4 % of revenue"),
          self.winter_cut);
    visit(Field{"winter_demand", "utility at climate 0", range::any,
                "What a capital winter adds to everybody's resistance", "demand falls in a downturn"}
              .within(0.1, 0.8, "demand in downturns"),
          self.winter_demand);
    visit(Field{"winter_spend", "share of revenue at climate 0", range::share,
                "How much less users spend in a capital winter", "people spend less in a downturn"}
              .within(0, 0.2, "spending in downturns"),
          self.winter_spend);
    visit(Field{"friction_waste", "share of the money withheld", range::share,
                "Part of the money withheld for lack of proof that is spent on producing proof",
                "hours spent explaining are not refunded"}
              .half_to_twice(),
          self.friction_waste);
  }

  // What a user pays, as a factor of the price: at a habit level, and in a climate (docs/model.md, 3.2).
  double paid_at(std::size_t habit) const { return 1 + habit_price * static_cast<double>(habit); }
  double paid_in(double climate) const { return 1 - winter_spend * (1 - climate); }

  bool operator==(const Economics&) const = default;
};

struct Finance {
  double budget_growth = 0.8;
  double budget_mature = 0.3;
  double injection = 0.02;
  double budget_floor = 0.004;
  double cash_start = 1.0;
  double cash_weeks = 13;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"budget_growth", "share of revenue", range::not_negative,
                "Total budget of a firm whose users grow by a factor e a year or more",
                "sales, marketing and R&D of firms in growth: 60-75 %"}
              .half_to_twice(),
          self.budget_growth);
    visit(Field{"budget_mature", "share of revenue", range::not_negative,
                "Total budget of a firm that does not grow", "the same firms when growth has ended: 40-45 %"}
              .half_to_twice(),
          self.budget_mature);
    visit(Field{"injection", "money per person and week, all firms", range::not_negative,
                "Outside capital that comes in at full growth and climate 1"}
              .half_to_twice(),
          self.injection);
    visit(Field{"budget_floor", "money per person and week, all firms", range::not_negative,
                "Budget below which no firm falls"}
              .half_to_twice(),
          self.budget_floor);
    visit(Field{"cash_start", "money per person, all firms", range::not_negative, "Cash at week 0", "",
                Trait::start}
              .half_to_twice(),
          self.cash_start);
    visit(Field{"cash_weeks", "weeks", range::positive, "Weeks over which cash in hand may be spent",
                "a quarter", Trait::plain, Scale::log}
              .half_to_twice(),
          self.cash_weeks);
  }

  bool operator==(const Finance&) const = default;
};

}  // namespace orgsim

// [marketing]: how the department works, learns, is staffed and is reorganised. A firm may override every
// key.
#pragma once

#include <cstdint>

#include "core/field.hpp"
#include "keys/names.hpp"

namespace orgsim {

struct Marketing {
  PerMode mix{0.9, 0.1, 0.0, 0.0};
  PerMode proficiency{1.0, 0.2, 0.1, 0.15};
  PerMode judgement{0.25, 0.5, 0.9, 0.65};
  double craft = 0.7;
  double payroll = 0.4;
  double adstock = 0.85;
  double goodwill_gain = 0.027;
  double goodwill_decay = 0.01;
  double learn = 0.03;
  double learn_reference = 0.01;
  double forget = 0.002;
  double creative_noise = 0.4;
  std::int64_t creative_weeks = 13;
  double content_gain = 1.0;
  double content_half = 0.02;
  double ceo_voice = 0.0;
  double critical = 0.001;
  double access = 2.0;
  double disruption = 0.5;
  double ai_cost = 0.1;
  double prove_cost = 0.05;
  double misuse = 0.3;
  double severance = 26.0;
  std::int64_t review = 13;
  double adapt = 0.25;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"mix", kByMode<"share of effort: ">, range::share,
                "Marketing's effort over its modes at week 0", "a legacy department",
                Trait::sums_to_one | Trait::start}
              .entry_within(0, 0.7, 0.98, "a legacy department, more or less so"),
          self.mix);
    visit(Field{"proficiency", kByMode<"0..1: ">, range::share, "Proficiency in each mode at week 0", "",
                Trait::start}
              .half_to_twice(),
          self.proficiency);
    visit(Field{"judgement", kByMode<"share of work: ">, range::share,
                "Judgement, against craft, in each mode's work",
                "share of judgement against craft in each mode's work"}
              .half_to_twice(),
          self.judgement);
    visit(Field{"craft", "share of staff", {0, 0.9}, "Marketing staff who do craft work"}.half_to_twice(),
          self.craft);
    visit(Field{"payroll", "share of spend", range::share, "Marketing spend that pays people",
                "labour 25 %, agencies 22 % of marketing budgets (Gartner)"}
              .within(0.22, 0.47, "Gartner: labour 25 %, agencies 22 % of marketing budgets"),
          self.payroll);
    visit(Field{"adstock", "per week", range::share, "Carry-over of broadcast effort", "half-life 4 weeks"}
              .within(0.7, 0.95, "half-life of 2 to 12 weeks"),
          self.adstock);
    visit(Field{"goodwill_gain", "", range::not_negative, "Goodwill that share of voice 1 builds in a week",
                "long over short effect about 2"}
              .half_to_twice(),
          self.goodwill_gain);
    visit(Field{"goodwill_decay", "per week", range::share, "Decay of goodwill", "", Trait::plain, Scale::log}
              .within(0.004, 0.03, "half-life of half a year to three years"),
          self.goodwill_decay);
    visit(Field{"learn", "per week", range::share, "Speed of learning a mode that is used enough", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.learn);
    visit(Field{"learn_reference", "money per person and week", range::not_negative,
                "Effort in a mode at which learning is fastest", "", Trait::plain, Scale::log}
              .half_to_twice(),
          self.learn_reference);
    visit(Field{"forget", "per week", range::share, "Speed of forgetting a mode that is not used", "",
                Trait::plain, Scale::log}
              .half_to_twice(),
          self.forget);
    visit(Field{"creative_noise", "s.d. of the logarithm", range::not_negative,
                "Spread of creative ideas' strength"}
              .half_to_twice(),
          self.creative_noise);
    visit(Field{"creative_weeks", "weeks", range::weeks, "Weeks for which one creative idea is used"}
              .half_to_twice(),
          self.creative_weeks);
    visit(Field{"content_gain", "", range::not_negative, "What plentiful content adds to operations' effect"}
              .half_to_twice(),
          self.content_gain);
    visit(Field{"content_half", "money per user and week", range::positive,
                "Content that gives half of that gain", "", Trait::plain, Scale::log}
              .half_to_twice(),
          self.content_half);
    visit(Field{"ceo_voice", "money per person and week", range::not_negative,
                "Voice of a chief executive who is the channel, and its cost",
                "0; a chief executive who is the channel", Trait::start},
          self.ceo_voice);
    visit(Field{"critical", "money per person and week", range::not_negative,
                "Effort at which a mode works at half strength",
                "a mode needs a minimum effort: focus against spread", Trait::plain, Scale::log}
              .within(0.0003, 0.003, "choice"),
          self.critical);
    visit(Field{"access", "", range::not_negative,
                "How much power marketing needs to be let into product and operations",
                "a department without power is not let into product and operations (Homburg et al. 2015)"}
              .within(0, 4, "choice"),
          self.access);
    visit(Field{"disruption", "share of effort lost at distance 1", range::share,
                "Attention that reorganising costs", "reorganising costs attention"}
              .within(0.2, 0.8, "choice"),
          self.disruption);
    visit(Field{"ai_cost", "share of effort", range::share, "Effort that full AI adoption costs",
                "tools and training"}
              .half_to_twice(),
          self.ai_cost);
    visit(Field{"prove_cost", "share of effort at full proof", range::share,
                "Effort that showing marketing's effects by tests costs", "tests and held-out groups"}
              .half_to_twice(),
          self.prove_cost);
    visit(Field{"misuse", "share of judgement work", range::share,
                "Judgement work lost to AI used where people should judge",
                "AI used outside its frontier: -19 points correct (Dell'Acqua et al. 2023)"}
              .within(0.1, 0.4, "-19 points outside the frontier (Dell'Acqua et al. 2023)"),
          self.misuse);
    visit(Field{"severance", "weeks of pay", range::not_negative, "Cost of letting people go", "half a year"}
              .half_to_twice(),
          self.severance);
    visit(Field{"review", "weeks", range::weeks, "Weeks between two reviews of an adaptive head"}
              .half_to_twice(),
          self.review);
    visit(Field{"adapt", "", range::not_negative, "How far an adaptive head moves the mix in one review"}
              .half_to_twice(),
          self.adapt);
  }

  bool operator==(const Marketing&) const = default;
};

}  // namespace orgsim

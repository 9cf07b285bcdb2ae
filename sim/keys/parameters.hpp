// All numbers of one run: the market's, and one set per firm.
#pragma once

#include <vector>

#include "core/walk.hpp"
#include "keys/economics.hpp"
#include "keys/environment.hpp"
#include "keys/executive.hpp"
#include "keys/lines.hpp"
#include "keys/market.hpp"
#include "keys/marketing.hpp"
#include "keys/measurement.hpp"
#include "keys/offer.hpp"
#include "keys/product.hpp"
#include "keys/run.hpp"
#include "keys/selection.hpp"

namespace orgsim {

// What a firm may override, under the keys' last names.
struct FirmParameters {
  Offer offer;
  Finance finance;
  Product product;
  Marketing marketing;
  Measurement measurement;
  Executive executive;

  // As one flat list, the way [[firms]] writes it. The names are unique across the parts (a test).
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    Offer::fields(self.offer, visit);
    Finance::fields(self.finance, visit);
    Product::fields(self.product, visit);
    Marketing::fields(self.marketing, visit);
    Measurement::fields(self.measurement, visit);
    Executive::fields(self.executive, visit);
  }

  bool operator==(const FirmParameters&) const = default;
};

struct Parameters {
  RunParameters run;
  MarketParameters market;
  Economics economics;
  EnvironmentParameters environment;
  Releases releases;
  FirmParameters firm;  // what holds for every firm that does not override it
  LineParameters lines;
  Mechanisms mechanisms;
  Selection selection;
  RecordParameters record;

  // As the sections of a scenario file.
  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Section{"run", "Length, seed and replications"}, self.run);
    visit(Section{"market", "Customers and how they behave"},
          Gathered{[&self](auto& inner) { MarketParameters::fields(self.market, self.firm.offer, inner); }});
    visit(Section{"economics", "Revenue, budgets and cash"}, Gathered{[&self](auto& inner) {
            inner(field::kPrice, self.firm.offer.price);
            Economics::fields(self.economics, inner);
            Finance::fields(self.firm.finance, inner);
          }});
    visit(Section{"environment", "What no firm decides"}, self.environment);
    visit(Section{"product", "Quality, releases and expectations"}, Gathered{[&self](auto& inner) {
            Releases::fields(self.releases, inner);
            Product::fields(self.firm.product, inner);
          }});
    visit(Section{"marketing", "How the marketing department works"}, self.firm.marketing);
    visit(Section{"measurement", "What can be shown to work"}, self.firm.measurement);
    visit(Section{"executive", "How the budget is divided"}, self.firm.executive);
    visit(Section{"lines", "The crisis lines and how a strategy is judged"}, self.lines);
    visit(Section{"mechanisms", "Switches for counterfactuals"}, self.mechanisms);
    visit(Section{"selection",
                  "Strategies that spread and departments that are dissolved; off without `strategies`"},
          self.selection);
    visit(Section{"record", "What the results file keeps"}, self.record);
  }

  bool operator==(const Parameters&) const = default;
};

// Inflow a year, as the saturation switch has it.
inline double inflow_of(const Parameters& parameters) {
  return parameters.mechanisms.saturation ? parameters.market.inflow : parameters.mechanisms.inflow_off;
}

}  // namespace orgsim

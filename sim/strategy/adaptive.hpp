// An adaptive head: puts more effort where what the executive counts shows more value per money.
#pragma once

#include "core/field.hpp"
#include "strategy/kind.hpp"

namespace orgsim {

struct Adaptive {
  bool adaptive = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(Field{"adaptive", "", range::any,
                "The head reviews the mix every marketing.review weeks by the value per money that it is "
                "judged by"},
          self.adaptive);
  }

  // The new mix is in force at once, and is no reorganisation (docs/model.md, 3.8).
  void review(NoState& state, const Turn& turn, const Reviewed& reviewed) const;

  bool operator==(const Adaptive&) const = default;
};

}  // namespace orgsim

// What a kind of strategy is: keys of its own in [strategies.NAME], what it carries from week to week, and up
// to three functions. Every strategy is of every kind; a kind none of whose keys is given leaves marketing
// alone.
//
//   struct Kind {
//     ...                                                      keys, each off by default
//     static void fields(Self& self, Visitor&& visit);         (core/field.hpp)
//     struct State { ... };                                    if it carries anything
//     void begin(State&, const Turn&) const;                   in its first week, before all else
//     void review(State&, const Turn&, const Reviewed&) const; every marketing.review weeks
//     void act(State&, const Turn&) const;                     every week, after the review
//   };
//
// Who adds one gives it a file NAME.hpp, a file NAME.cpp and a line in all.hpp (CONTRIBUTING.md). When a
// strategy with a duration is over, its head brings back what was in force before it.
#pragma once

#include <tuple>

#include "model/world.hpp"

namespace orgsim {

// What a review looks back on: the weeks since the last multiple of marketing.review.
struct Reviewed {
  PerMode last_touch;   // value of each mode by last touch
  PerMode contributed;  // value that each mode had a part in
  PerMode spend;        // money spent in the mode

  // Adds the week that firm `f` has just been through.
  void add(const Firms& firms, std::size_t f);

  bool operator==(const Reviewed&) const = default;
};

// The firm whose marketing it is about, at the third step of the week.
struct Turn {
  World& world;  // a kind changes nothing but its own firm's marketing
  std::size_t firm;
  double rate;  // at which targets are approached: 1 / ramp

  Firms& firms() const { return world.firms; }
};

struct NoState {
  bool operator==(const NoState&) const = default;
};
template <class Kind>
struct StateOfKind {
  using Type = NoState;
};
template <class Kind>
  requires requires { typename Kind::State; }
struct StateOfKind<Kind> {
  using Type = typename Kind::State;
};

// The keys of several kinds side by side, and the calls of what each of them does.
template <class... Kinds>
struct KindsOf : Kinds... {
  using States = std::tuple<typename StateOfKind<Kinds>::Type...>;

  // Calls visit(kind), in the order of the list.
  template <class Self, class Visitor>
  static void for_each_kind(Self& self, Visitor&& visit) {
    if constexpr (std::is_const_v<Self>) {
      (visit(static_cast<const Kinds&>(self)), ...);
    } else {
      (visit(static_cast<Kinds&>(self)), ...);
    }
  }

  void begin(States& states, const Turn& turn) const {
    for_each_with(
        [&](const auto& kind, auto& state) {
          if constexpr (requires { kind.begin(state, turn); }) kind.begin(state, turn);
        },
        states);
  }
  void review(States& states, const Turn& turn, const Reviewed& reviewed) const {
    for_each_with(
        [&](const auto& kind, auto& state) {
          if constexpr (requires { kind.review(state, turn, reviewed); }) kind.review(state, turn, reviewed);
        },
        states);
  }
  void act(States& states, const Turn& turn) const {
    for_each_with(
        [&](const auto& kind, auto& state) {
          if constexpr (requires { kind.act(state, turn); }) kind.act(state, turn);
        },
        states);
  }

  bool operator==(const KindsOf&) const = default;

 private:
  template <class Call>
  void for_each_with(Call&& call, States& states) const {
    std::apply([&](auto&... state) { (call(static_cast<const Kinds&>(*this), state), ...); }, states);
  }
};

}  // namespace orgsim

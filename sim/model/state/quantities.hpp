// What there is to know of a run in a week: the one list of quantities, from which come the series of
// results, what Python shows of a firm, and the tables of docs/results.md and docs/python.
#pragma once

#include <span>
#include <string_view>

#include "model/world.hpp"

namespace orgsim {

// Over what a quantity extends.
enum class Extent { market, firm, firm_department, firm_mode, firm_channel };

// Entries along the second dimension of an extent: 1, or the number of departments, modes or channels.
std::size_t breadth_of(Extent extent);

enum class Life { carried, weekly };                 // from week to week, or made anew every week
enum class Record { trajectories, audit, nowhere };  // in which of a file's groups every week is recorded

struct Quantity {
  std::string_view name;
  std::string_view symbol;  // in docs/model.md
  std::string_view unit;
  std::string_view meaning;
  Life life;
  Record record;
  Extent extent;
  const double* (*numbers)(const World& world);  // of the week simulated last: as in arrays.hpp, or one alone

  // Of a firm's i-th department, mode or channel; those of one firm lie kVector numbers apart.
  const double* at(const World& world, std::size_t firm, std::size_t i) const {
    return numbers(world) + (extent == Extent::market ? 0 : place_of(breadth_of(extent), i, firm));
  }
  double value(const World& world, std::size_t firm, std::size_t i) const { return *at(world, firm, i); }
};

std::span<const Quantity> quantities();

}  // namespace orgsim

#include "model/market/network/graph.hpp"

#include <algorithm>
#include <boost/random/discrete_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/draws.hpp"
#include "core/elementary.hpp"

namespace orgsim {

namespace {

// The graph without ties to oneself and double ties.
StoredGraph simplified(const StoredGraph& rows, const StopFlag& stop) {
  StoredGraph graph;
  graph.offsets.reserve(rows.offsets.size());
  graph.ids.reserve(rows.ids.size());
  for (PersonId i = 0; i < rows.people(); ++i) {
    stop.check();
    const std::span<const PersonId> row = rows.of(i);
    for (std::size_t n = 0; n < row.size(); ++n) {
      const bool again = n > 0 && row[n] == row[n - 1];
      if (row[n] != i && !again) graph.ids.push_back(row[n]);
    }
    graph.offsets.push_back(graph.ids.size());
  }
  return graph;
}

// Ties loose ends two by two, in random order; what is left is at most one.
void tie_up(std::vector<PersonId>& ends, std::vector<Tie>& ties, Stream& draws, const StopFlag& stop) {
  shuffle(ends, draws, stop);
  const std::size_t even = ends.size() / 2 * 2;
  for (std::size_t i = 0; i < even; i += 2) ties.push_back({ends[i], ends[i + 1]});
  ends = std::vector<PersonId>(ends.begin() + static_cast<std::ptrdiff_t>(even), ends.end());  // frees memory
}

// Exchanges ends of ties to oneself and of double ties with those of random ties, so that everybody keeps his
// degree. Where `favourites` are given, ends go to people of the same.
class Untangler {
 public:
  Untangler(StoredGraph& graph, const std::vector<std::uint8_t>& favourites, Stream& draws,
            const StopFlag& stop)
      : graph_(graph), favourites_(favourites), draws_(draws), stop_(stop) {}

  // Gives up where too many ties cannot be helped: hubs or homophily ask for more neighbours than there are.
  void untangle() {
    constexpr int most_failures = 1000;
    int failures = 0;
    for (PersonId i = 0; i < graph_.people(); ++i) {
      stop_.check();
      const std::span<const PersonId> row = graph_.of(i);
      for (std::size_t n = 0; n < row.size();) {
        const bool tangled = row[n] == i || (n > 0 && row[n] == row[n - 1]);
        if (tangled && exchanged(i, row[n])) continue;
        if (tangled && ++failures == most_failures) return;
        ++n;
      }
    }
  }

 private:
  bool exchanged(PersonId a, PersonId b) {
    constexpr int tries = 100;
    for (int t = 0; t < tries; ++t) {
      if (exchange(a, b)) return true;
    }
    return false;
  }

  // Makes (a, b) and a random tie (c, d) into (a, d) and (c, b), unless those are no new ties.
  bool exchange(PersonId a, PersonId b) {
    const std::size_t end = one_of(graph_.ids.size(), draws_);
    const auto c = static_cast<PersonId>(std::upper_bound(graph_.offsets.begin(), graph_.offsets.end(), end) -
                                         graph_.offsets.begin() - 1);
    const PersonId d = graph_.ids[end];
    const bool both_to_oneself = a == b && c == d;
    if (both_to_oneself || a == d || b == c || tied(a, d) || tied(c, b)) return false;
    if (!favourites_.empty() && favourites_[b] != favourites_[d]) return false;
    replace(a, b, d);
    replace(b, a, c);
    replace(c, d, b);
    replace(d, c, a);
    return true;
  }

  bool tied(PersonId a, PersonId b) const {
    const std::span<const PersonId> row = graph_.of(a);
    return std::binary_search(row.begin(), row.end(), b);
  }

  // In one place of a row, which goes on ascending.
  void replace(PersonId person, PersonId from, PersonId to) {
    const auto begin = graph_.ids.begin() + static_cast<std::ptrdiff_t>(graph_.offsets[person]);
    const auto end =
        graph_.ids.begin() + static_cast<std::ptrdiff_t>(graph_.offsets[person + std::size_t{1}]);
    const auto old = std::lower_bound(begin, end, from);
    *old = to;
    if (to > from) {
      std::rotate(old, old + 1, std::lower_bound(old + 1, end, to));
    } else {
      std::rotate(std::lower_bound(begin, old, to), old, old + 1);
    }
  }

  StoredGraph& graph_;
  const std::vector<std::uint8_t>& favourites_;
  Stream& draws_;
  const StopFlag& stop_;
};

StoredGraph untangled(StoredGraph rows, const std::vector<std::uint8_t>& favourites, Stream& draws,
                      const StopFlag& stop) {
  if (!rows.ids.empty()) Untangler(rows, favourites, draws, stop).untangle();
  return simplified(rows, stop);
}

// Appends the ties of a graph whose first person is `first`.
void append_ties(const StoredGraph& graph, PersonId first, std::vector<Tie>& ties, const StopFlag& stop) {
  for (PersonId i = 0; i < graph.people(); ++i) {
    stop.check();
    for (const PersonId other : graph.of(i)) {
      if (i < other) ties.push_back({first + i, first + other});
    }
  }
}

}  // namespace

StoredGraph rows_of(std::uint32_t people, const std::vector<Tie>& ties, bool mutual, const StopFlag& stop) {
  StoredGraph graph;
  graph.offsets.resize(people + std::size_t{1});
  for (const Tie& tie : ties) {
    stop.check();
    ++graph.offsets[tie.a + std::size_t{1}];
    if (mutual) ++graph.offsets[tie.b + std::size_t{1}];
  }
  std::partial_sum(graph.offsets.begin(), graph.offsets.end(), graph.offsets.begin());
  graph.ids.resize(graph.offsets.back());
  std::vector<std::uint64_t> next(graph.offsets.begin(), graph.offsets.end() - 1);
  for (const Tie& tie : ties) {
    stop.check();
    graph.ids[next[tie.a]++] = tie.b;
    if (mutual) graph.ids[next[tie.b]++] = tie.a;
  }
  for (PersonId i = 0; i < people; ++i) {
    stop.check();
    std::sort(graph.ids.begin() + static_cast<std::ptrdiff_t>(graph.offsets[i]),
              graph.ids.begin() + static_cast<std::ptrdiff_t>(graph.offsets[i + std::size_t{1}]));
  }
  return graph;
}

Tour tour_of(const StoredGraph& graph, const StopFlag& stop) {
  const auto people = static_cast<PersonId>(graph.people());
  Tour tour;
  tour.order.reserve(people);
  tour.after.reserve(people);
  std::vector<bool> reached(people);
  const auto reach = [&](PersonId person, PersonId after) {
    if (reached[person]) return;
    reached[person] = true;
    tour.order.push_back(person);
    tour.after.push_back(after);
  };
  for (PersonId first = 0, next = 0; first < people; ++first) {
    reach(first, first);
    for (; next < tour.order.size(); ++next) {
      stop.check();
      const PersonId person = tour.order[next];
      for (const PersonId other : graph.of(person)) reach(other, person);
    }
  }
  return tour;
}

std::array<PersonId, ImplicitGraph::kPlaces> ImplicitGraph::neighbours(PersonId person,
                                                                       std::uint32_t first) const {
  LaneCounters<kPlaces> counters;
  counters.fill(stream_key.counter(Purpose::network, 0, person));
  for (std::uint32_t i = 0; i < kPlaces; ++i) counters.words[0][i] += (first + i) << 16U;  // stream's part
  LaneNumbers<kPlaces> numbers;
  encrypt(counters, stream_key.philox_key(), numbers);
  std::array<PersonId, kPlaces> row{};
  for (std::uint32_t i = 0; i < kPlaces; ++i) {
    const std::uint32_t step = (first + i) / 2 + 1;
    if (to_unit(numbers.first[i]) < rewiring) {  // somebody else, each as likely to 1 in 2^53
      const auto other = static_cast<PersonId>(to_unit(numbers.second[i]) * (people - 1));
      row[i] = other < person ? other : other + 1;
    } else if ((first + i) % 2 == 0) {
      row[i] = step < people - person ? person + step : step - (people - person);
    } else {
      row[i] = person >= step ? person - step : people - (step - person);
    }
  }
  return row;
}

Encounter MixingGraph::meet(PersonId person, std::uint32_t place, int week, std::uint32_t attempt) const {
  Stream draws = stream_key.stream(Purpose::network, static_cast<std::uint32_t>(week) + 1, person,
                                   place + degree * attempt);
  const PersonId other = one_of(people, draws);
  return {other, homophily > 0 && uniform(draws) < homophily};
}

StoredGraph small_world(std::uint32_t people, std::uint32_t degree, double rewiring, Stream draws,
                        const StopFlag& stop) {
  std::vector<Tie> ties;
  ties.reserve(std::size_t{people} * degree / 2);
  for (PersonId i = 0; i < people; ++i) {
    stop.check();
    for (std::uint32_t step = 1; step <= degree / 2; ++step) {
      PersonId other = (i + step) % people;
      if (uniform(draws) < rewiring) {
        do other = one_of(people, draws);
        while (other == i);
      }
      ties.push_back({i, other});
    }
  }
  return simplified(rows_of(people, ties, true, stop), stop);
}

StoredGraph configuration(const std::vector<std::uint32_t>& degrees,
                          const std::vector<std::uint8_t>& favourites, double homophily, Stream& draws,
                          const StopFlag& stop) {
  const int firms = favourites.empty() ? 0 : *std::max_element(favourites.begin(), favourites.end()) + 1;
  std::vector<std::vector<PersonId>> own(static_cast<std::size_t>(firms));
  std::vector<PersonId> any;
  const std::size_t ends = std::accumulate(degrees.begin(), degrees.end(), std::size_t{0});
  any.reserve(ends);  // what is not used of it takes no memory
  for (PersonId i = 0; i < degrees.size(); ++i) {
    stop.check();
    for (std::uint32_t d = 0; d < degrees[i]; ++d) {
      (homophily > 0 && uniform(draws) < homophily ? own[favourites[i]] : any).push_back(i);
    }
  }
  std::vector<Tie> ties;
  ties.reserve(ends / 2);
  for (std::vector<PersonId>& kind : own) {
    tie_up(kind, ties, draws, stop);
    any.insert(any.end(), kind.begin(), kind.end());
  }
  tie_up(any, ties, draws, stop);
  return untangled(rows_of(static_cast<std::uint32_t>(degrees.size()), ties, true, stop),
                   homophily > 0 ? favourites : std::vector<std::uint8_t>(), draws, stop);
}

std::vector<std::uint32_t> power_law_degrees(std::uint32_t people, const NetworkParameters& p, Stream draws,
                                             const StopFlag& stop) {
  std::vector<double> weights;
  for (std::int64_t d = p.degree_least; d <= p.degree_cutoff; ++d) {
    weights.push_back(elementary::pow(static_cast<double>(d), -p.degree_exponent));
  }
  const boost::random::discrete_distribution<std::uint32_t, double> law(weights);
  std::vector<std::uint32_t> degrees(people);
  std::uint64_t sum = 0;
  for (std::uint32_t& degree : degrees) {
    stop.check();
    degree = static_cast<std::uint32_t>(p.degree_least) + law(draws);
    sum += degree;
  }
  if (sum % 2 == 1) ++degrees[one_of(people, draws)];
  return degrees;
}

StoredGraph communities(std::uint32_t people, const NetworkParameters& p, Stream draws,
                        const StopFlag& stop) {
  std::vector<Tie> ties;
  ties.reserve(people * static_cast<std::size_t>(p.degree_inside + p.degree_outside) / 2);
  const auto size = static_cast<std::uint32_t>(p.community_size);
  const auto evenly = [&](std::uint32_t group, std::int64_t degree) {
    return configuration(std::vector<std::uint32_t>(group, static_cast<std::uint32_t>(degree)), {}, 0, draws,
                         stop);
  };
  for (PersonId first = 0; first < people; first += std::min(size, people - first)) {
    append_ties(evenly(std::min(size, people - first), p.degree_inside), first, ties, stop);
  }
  append_ties(evenly(people, p.degree_outside), 0, ties, stop);
  return simplified(rows_of(people, ties, true, stop), stop);
}

NetworkMemory memory_of(const NetworkParameters& p, double people, double newcomers) {
  const double kept = people + 2 * sizeof(PersonId) * newcomers;  // types, and lists that grow
  double degree = static_cast<double>(p.degree);
  switch (p.kind) {
    case NetworkKind::implicit:
    case NetworkKind::mixing:
      return {kept, 0};
    case NetworkKind::file:                             // read once, and there already
      return {kept, p.homophily > 0 ? 9 * people : 0};  // a tour
    case NetworkKind::communities:
      degree = static_cast<double>(p.degree_inside + p.degree_outside);
      break;
    case NetworkKind::scale_free: {
      double ends = 0;
      double all = 0;
      for (std::int64_t d = p.degree_least; d <= p.degree_cutoff; ++d) {
        const double weight = elementary::pow(static_cast<double>(d), -p.degree_exponent);
        ends += static_cast<double>(d) * weight;
        all += weight;
      }
      degree = ends / all;
      break;
    }
    case NetworkKind::small_world:
    case NetworkKind::random:
      break;
  }
  const double row = sizeof(PersonId) * degree;
  // Kept are rows and where they begin; on the way to them ties and other rows are made, the rows' lengths
  // and everybody's favourite.
  return {kept + people * (row + 8), people * (2 * row + 16)};
}

}  // namespace orgsim

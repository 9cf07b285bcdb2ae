// From the ids of an edge list to the numbers of people.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "core/text.hpp"
#include "model/market/network/graph.hpp"
#include "scenario/edge_list.hpp"

namespace orgsim {

namespace {

class Seating {
 public:
  Seating(EndsToSeat ties, const EdgeListFile& file, const Place& asked_at, EdgeList& list)
      : ties_(std::move(ties)), file_(file), asked_at_(asked_at), list_(list) {}

  void run() {
    leave_out_self_ties();
    find_ids();
    const PersonId people = seats();
    std::vector<Tie> ties;
    ties.reserve(ties_.ends.size());
    for (const EndIds& ends : ties_.ends) ties.push_back({seat(ends.a), seat(ends.b)});
    ties_.ends = {};
    list_.graph = rows_of(people, ties, !file_.directed);
    leave_out_doubles();
  }

 private:
  InputError refused(const std::string& what, const std::string& cure) const {
    return InputError(Problem{asked_at_, "market.network.file", what, cure});
  }
  void note(const std::string& what) { list_.notes.push_back({asked_at_, "market.network.file", what, ""}); }

  // Who is tied to nobody but himself is still somebody.
  void leave_out_self_ties() {
    for (const EndIds& ends : ties_.ends) {
      if (ends.a == ends.b) ids_.push_back(ends.a);
    }
    const std::size_t count = std::erase_if(ties_.ends, [](const EndIds& ends) { return ends.a == ends.b; });
    if (ties_.ends.empty())
      throw refused(fmt::format("'{}' holds no tie between two people", file_.path),
                    "two different ids a line");
    if (count > 0) note(how_many(count, "self-loop left out", "self-loops left out"));
  }

  // Ascending, each once. Numbers that lie dense are marked, which is faster than sorting them.
  void find_ids() {
    std::uint64_t largest = 0;
    for (const std::uint64_t id : ids_) largest = std::max(largest, id);
    for (const EndIds& ends : ties_.ends) largest = std::max({largest, ends.a, ends.b});
    constexpr std::uint64_t bits_per_end = 64;
    if (largest / bits_per_end < ties_.ends.size() + ids_.size()) {
      mark_ids(largest);
    } else {
      sort_ids();
    }
    if (ids_.size() > std::numeric_limits<PersonId>::max())
      throw refused(fmt::format("'{}' holds {} people", file_.path, grouped(ids_.size())),
                    "a smaller network");
    list_.people = static_cast<PersonId>(ids_.size());
  }

  void mark_ids(std::uint64_t largest) {
    std::vector<bool> there(largest + 1);
    for (const std::uint64_t id : ids_) there[id] = true;
    for (const EndIds& ends : ties_.ends) there[ends.a] = there[ends.b] = true;
    ids_.clear();
    for (std::uint64_t id = 0; id <= largest; ++id) {
      if (there[id]) ids_.push_back(id);
    }
  }

  void sort_ids() {
    ids_.reserve(ids_.size() + 2 * ties_.ends.size());
    for (const EndIds& ends : ties_.ends) {
      ids_.push_back(ends.a);
      ids_.push_back(ends.b);
    }
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  }

  // How many people there are; decides whether ids are their numbers as they stand.
  PersonId seats() {
    const bool in_order = ids_.back() + 1 == ids_.size();
    const bool everybody = !file_.customers || *file_.customers == static_cast<std::int64_t>(ids_.size());
    const bool fit = file_.customers && ids_.back() < file_.people;
    as_they_stand_ = in_order || (fit && !everybody && !ties_.words);
    const PersonId people = file_.customers ? file_.people : list_.people;
    if (!as_they_stand_ && list_.people > people) refuse_crowd(people);
    if (in_order && list_.people > people) refuse_crowd(people);
    if (ties_.words) {
      note(fmt::format("{} names numbered as people 0 to {} in the order in which they first appear",
                       grouped(ids_.size()), ids_.size() - 1));
    } else if (!as_they_stand_) {
      note(fmt::format("{} ids from {} to {} numbered anew as people 0 to {}", grouped(ids_.size()),
                       ids_.front(), ids_.back(), ids_.size() - 1));
    }
    return people;
  }

  void refuse_crowd(PersonId people) const {
    throw refused(fmt::format("'{}' has {} people, and there are {} by market.customers (and market.inflow)",
                              file_.path, grouped(list_.people), grouped(people)),
                  "leave market.customers out, and everybody in the file is a customer");
  }

  PersonId seat(std::uint64_t id) const {
    if (as_they_stand_) return static_cast<PersonId>(id);
    return static_cast<PersonId>(std::lower_bound(ids_.begin(), ids_.end(), id) - ids_.begin());
  }

  // Rows ascend, so who stands twice in one stands side by side.
  void leave_out_doubles() {
    StoredGraph& graph = list_.graph;
    std::size_t kept = 0;
    std::size_t begin = 0;
    std::size_t doubles = 0;
    for (std::size_t i = 0; i < graph.people(); ++i) {
      const std::size_t end = graph.offsets[i + 1];
      const std::size_t row = kept;
      for (std::size_t n = begin; n < end; ++n) {
        const bool again = kept > row && graph.ids[kept - 1] == graph.ids[n];
        doubles += again ? 1 : 0;
        if (!again) graph.ids[kept++] = graph.ids[n];
      }
      begin = end;
      graph.offsets[i + 1] = kept;
    }
    graph.ids.resize(kept);
    if (!file_.directed) doubles /= 2;  // seen from both ends
    if (doubles == 0) return;
    note(file_.directed ? how_many(doubles, "repeated tie left out", "repeated ties left out")
                        : how_many(doubles, "tie that stands there again, or in both directions, taken once",
                                   "ties that stand there again, or in both directions, taken once"));
  }

  EndsToSeat ties_;
  const EdgeListFile& file_;
  const Place& asked_at_;
  EdgeList& list_;
  std::vector<std::uint64_t> ids_;  // ascending
  bool as_they_stand_ = false;
};

}  // namespace

void seat_people(EndsToSeat ties, const EdgeListFile& file, const Place& asked_at, EdgeList& list) {
  Seating(std::move(ties), file, asked_at, list).run();
}

}  // namespace orgsim

// [market.network]: who listens to whom, in the market kind `network`.
#pragma once

#include <cstdint>
#include <string>

#include "core/field.hpp"
#include "core/names.hpp"

namespace orgsim {

enum class NetworkKind { small_world, scale_free, random, communities, implicit, mixing, file };
template <>
struct Names<NetworkKind> {
  static constexpr std::array<std::string_view, 7> value{"small_world", "scale_free", "random", "communities",
                                                         "implicit",    "mixing",     "file"};
};

struct NetworkParameters {
  NetworkKind kind = NetworkKind::small_world;
  std::int64_t degree = 8;
  double rewiring = 0.1;
  double degree_exponent = 2.5;
  std::int64_t degree_least = 3;
  std::int64_t degree_cutoff = 300;
  std::int64_t community_size = 100;
  std::int64_t degree_inside = 6;
  std::int64_t degree_outside = 2;
  double homophily = 0;
  std::string file;
  std::string checksum;
  bool directed = false;

  template <class Self, class Visitor>
  static void fields(Self& self, Visitor&& visit) {
    visit(
        Field{
            "kind", "", range::any,
            "small_world: a ring, some of whose ties are rewired. scale_free: degrees of a power law. "
            "random: all "
            "have the same degree. communities: dense groups, loosely tied. implicit: a small world that is "
            "computed, not stored. mixing: neighbours drawn afresh every week. file: an edge list",
            "Watts & Strogatz 1998; Newman 2003 (configuration model); planted partition", Trait::fixed},
        self.kind);
    visit(Field{"degree",
                "neighbours",
                {1, 1000},
                "Neighbours of a person (small_world, random, implicit, mixing); even in the small worlds",
                "",
                Trait::fixed},
          self.degree);
    visit(Field{"rewiring", "share", range::share,
                "Share of the ring's ties that lead anywhere instead (small worlds)", "Watts & Strogatz 1998",
                Trait::start},
          self.rewiring);
    visit(Field{"degree_exponent",
                "",
                {1.5, 10},
                "Exponent of the power law of degrees (scale_free)",
                "2 to 3 in most social networks (Newman 2003)",
                Trait::start},
          self.degree_exponent);
    visit(Field{"degree_least", "neighbours", {1, 1000}, "Least degree (scale_free)", "", Trait::fixed},
          self.degree_least);
    visit(Field{"degree_cutoff",
                "neighbours",
                {1, 1000000},
                "Largest degree (scale_free)",
                "",
                Trait::fixed,
                Scale::log},
          self.degree_cutoff);
    visit(Field{"community_size",
                "people",
                {2, 1000000},
                "People in a community (communities)",
                "",
                Trait::fixed,
                Scale::log},
          self.community_size);
    visit(Field{"degree_inside",
                "neighbours",
                {0, 1000},
                "Neighbours in one's community (communities)",
                "",
                Trait::fixed},
          self.degree_inside);
    visit(
        Field{
            "degree_outside", "neighbours", {0, 1000}, "Neighbours anywhere (communities)", "", Trait::fixed},
        self.degree_outside);
    visit(Field{"homophily", "share", range::share,
                "How far people with the same favourite firm are neighbours: 0 not at all, 1 wherever it is "
                "possible",
                "0", Trait::start},
          self.homophily);
    visit(Field{"file", "path", range::any,
                "Edge list: two ids a line, with blanks, commas, semicolons or tabs between; # and % begin "
                "comments (file). Relative to the file that names it",
                "snap.stanford.edu/data, networkrepository.com, konect.cc", Trait::fixed},
          self.file);
    visit(Field{"checksum", "", range::any,
                "Of the edge list's bytes (XXH3, 128 bits): another file is refused. Results keep it; empty: "
                "any file will do",
                "", Trait::fixed},
          self.checksum);
    visit(
        Field{
            "directed", "", range::any,
            "Whether a line means that the first person listens to the second; otherwise both listen (file)",
            "", Trait::fixed},
        self.directed);
  }

  bool operator==(const NetworkParameters&) const = default;
};

}  // namespace orgsim

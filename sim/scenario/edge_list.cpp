#include "scenario/edge_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/market/network/graph.hpp"
#include "platform/memory.hpp"
#include "scenario/csv.hpp"
#include "scenario/files.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kMostProblems = 20;
constexpr std::string_view kWhite = " \t\r";

// A whole number at the front of `text`, which then begins after it.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhite), text.size()));
  std::uint64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
  if (!text.empty() && kWhite.find(text.front()) == std::string_view::npos) return std::nullopt;
  return number;
}

class EdgeList {
 public:
  EdgeList(const EdgeListFile& file, const Place& asked_at)
      : name_(file.path), people_(file.people), directed_(file.directed), asked_at_(asked_at) {}

  StoredGraph read() {
    const std::size_t lines = count_lines();
    expect_room(lines);
    std::vector<Tie> ties;
    ties.reserve(lines);
    for_each_line([&](int line, const std::string& text) {
      const std::optional<Line> tie = parse(text);
      if (!tie) {
        report(line, fmt::format("'{}' is no tie", printable(text)),
               "two whole numbers, such as '17 42'; comments begin with #");
      } else if (check(line, *tie)) {
        ties.push_back({static_cast<PersonId>(tie->first), static_cast<PersonId>(tie->second)});
      }
    });
    if (ties.empty() && problems_.empty()) {
      throw refused(fmt::format("'{}' holds no tie", name_), "two whole numbers a line, such as '17 42'");
    }
    StoredGraph graph = rows_of(people_, ties, !directed_);
    report_doubles(graph);
    if (problems_.empty()) return graph;
    throw InputError(problems_);
  }

 private:
  InputError refused(const std::string& what, const std::string& cure) const {
    return InputError(Problem{asked_at_, "market.network.file", what, cure});
  }

  std::ifstream open() const { return open_regular(name_, asked_at_, "market.network.file"); }

  void expect_read(const std::ifstream& file) const {
    if (file.bad()) throw refused(fmt::format("'{}' cannot be read to its end", name_), "copy it anew");
  }

  std::size_t count_lines() const {
    std::ifstream file = open();
    std::vector<char> part(std::size_t{1} << 20U);
    std::size_t lines = 1;
    bool first = true;
    while (file.read(part.data(), static_cast<std::streamsize>(part.size())) || file.gcount() > 0) {
      const std::string_view read(part.data(), static_cast<std::size_t>(file.gcount()));
      if (first && read.starts_with("\x1f\x8b")) {
        throw refused(fmt::format("'{}' is compressed", name_), "unpack it first: gunzip");
      }
      first = false;
      lines += static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n'));
    }
    expect_read(file);
    return lines;
  }

  // Ties, and rows with a list of where they end, and where they are filled.
  void expect_room(std::size_t lines) const {
    const double needed =
        static_cast<double>(lines) * (sizeof(Tie) + (directed_ ? 1 : 2) * sizeof(PersonId)) + 16.0 * people_;
    const double free = free_memory();
    if (needed <= free) return;
    throw refused(fmt::format("the {} lines of '{}' need about {:.1f} GB, and {:.1f} GB are free", lines,
                              name_, needed / 1e9, free / 1e9),
                  "a smaller network");
  }

  // Of every line that is neither empty nor a comment.
  template <class OnLine>
  void for_each_line(const OnLine& on_line) const {
    std::ifstream file = open();
    std::string text;
    for (int line = 1; std::getline(file, text); ++line) {
      if (line == 1 && text.starts_with(kByteOrderMark)) text.erase(0, kByteOrderMark.size());
      const std::size_t begin = text.find_first_not_of(kWhite);
      if (begin != std::string::npos && text[begin] != '#') on_line(line, text);
    }
    expect_read(file);
  }

  using Line = std::pair<std::uint64_t, std::uint64_t>;
  static std::optional<Line> parse(std::string_view text) {
    const std::optional<std::uint64_t> a = take_number(text);
    const std::optional<std::uint64_t> b = a ? take_number(text) : std::nullopt;
    if (!b || text.find_first_not_of(kWhite) != std::string_view::npos) return std::nullopt;
    return Line{*a, *b};
  }

  static std::string printable(std::string_view text) {
    constexpr std::size_t most = 40;
    std::string shown;
    for (const char c : text.substr(0, most)) shown += c >= ' ' && c < 127 ? c : '?';
    return text.size() > most ? shown + "..." : shown;
  }

  bool check(int line, const Line& tie) {
    for (const std::uint64_t person : {tie.first, tie.second}) {
      if (person < people_) continue;
      report(
          line, fmt::format("there is no person {}", person),
          fmt::format("people are numbered from 0 to {} (market.customers, and who arrives)", people_ - 1));
      return false;
    }
    if (tie.first != tie.second) return true;
    report(line, fmt::format("person {} is tied to himself", tie.first), "remove the line");
    return false;
  }

  // Rows ascend, so who stands twice in one stands side by side. Where the lines are is only asked then.
  void report_doubles(const StoredGraph& graph) {
    std::map<Line, int> first_line;
    for (PersonId i = 0; i < graph.people() && first_line.size() < kMostProblems; ++i) {
      const std::span<const PersonId> row = graph.of(i);
      for (std::size_t n = 1; n < row.size(); ++n) {
        if (row[n] == row[n - 1]) first_line[key({i, row[n]})] = 0;
      }
    }
    if (first_line.empty()) return;
    for_each_line([&](int line, const std::string& text) {
      const std::optional<Line> tie = parse(text);
      const auto found = tie ? first_line.find(key(*tie)) : first_line.end();
      if (found == first_line.end()) return;
      if (found->second == 0) {
        found->second = line;
        return;
      }
      report(
          line,
          fmt::format("the tie {} {} stands in line {} already", tie->first, tie->second, found->second),
          directed_
              ? "remove one of them"
              : "remove one of them, or set market.network.directed = true if the list has both directions");
    });
  }

  Line key(const Line& tie) const {
    return directed_ || tie.first < tie.second ? tie : Line{tie.second, tie.first};
  }

  void report(int line, const std::string& what, const std::string& cure) {
    if (problems_.size() < kMostProblems) problems_.push_back({{name_, line, 1}, "", what, cure});
  }

  std::string name_;
  PersonId people_;
  bool directed_;
  Place asked_at_;
  std::vector<Problem> problems_;
};

}  // namespace

StoredGraph read_edge_list(const EdgeListFile& file, const Place& asked_at) {
  return EdgeList(file, asked_at).read();
}

}  // namespace orgsim

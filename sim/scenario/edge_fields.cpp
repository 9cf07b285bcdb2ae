#include "scenario/edge_fields.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::size_t next_blank(std::string_view text, std::size_t from) {
  while (from < text.size() && !is_blank(text[from])) ++from;
  return from;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == ' ' || c == '_' || c == '-') continue;  // "From Node Id" is "FromNodeId"
    result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return result;
}

// Takes the next field from the front of `text`.
std::string_view take_field(std::string_view& text, char delimiter) {
  text = delimiter == ' ' ? trimmed(text) : text;
  std::size_t begin = 0;
  while (begin < text.size() && is_blank(text[begin])) ++begin;
  std::size_t end = std::string_view::npos;
  if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) {
    end = text.find(text[begin], begin + 1);
    if (end != std::string_view::npos) ++end;
  } else if (begin < text.size() && text[begin] == '{') {
    end = text.size();
  }
  const std::size_t from = end == std::string_view::npos ? 0 : end;
  end = std::min(delimiter == ' ' ? next_blank(text, from) : text.find(delimiter, from), text.size());
  std::string_view field = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  const bool quoted =
      field.size() >= 2 && field.front() == field.back() && (field.front() == '"' || field.front() == '\'');
  return quoted ? field.substr(1, field.size() - 2) : field;
}

}  // namespace

bool is_edge_data(std::string_view line) {
  const std::string_view text = trimmed(line);
  return !text.empty() && text.front() != '#' && text.front() != '%' && !text.starts_with("//");
}

char edge_delimiter(std::string_view line) {
  const std::string_view plain = line.substr(0, line.find('{'));
  FieldsOfLine fields;
  split_edge(plain, ' ', fields);
  const bool pair = fields.size() >= 2 && whole_number(fields[0]) && whole_number(fields[1]);
  if (pair) return ' ';
  for (const char delimiter : {';', ',', '\t', '|'}) {
    if (plain.find(delimiter) != std::string_view::npos) return delimiter;
  }
  return ' ';
}

void split_edge(std::string_view line, char delimiter, FieldsOfLine& fields) {
  fields.clear();
  std::string_view rest = delimiter == ' ' ? trimmed(line) : line;
  while (!rest.empty()) {
    const bool last = delimiter != ' ' && rest.find(delimiter) == std::string_view::npos;
    fields.push_back(take_field(rest, delimiter));
    if (last) break;
  }
  while (!fields.empty() && fields.back().empty()) fields.pop_back();
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return number;
}

bool is_any_number(std::string_view text) {
  std::string point(text);
  if (const std::size_t comma = point.find(','); comma != std::string::npos) point[comma] = '.';
  double number = 0;
  const char* end = point.data() + point.size();
  const auto parsed = std::from_chars(point.data(), end, number);
  return !text.empty() && parsed.ec == std::errc() && parsed.ptr == end;
}

std::optional<EdgeColumns> columns_by_header(const FieldsOfLine& fields) {
  struct Words {
    std::string_view first;
    std::string_view second;
  };
  constexpr auto pairs = std::to_array<Words>({{"source", "target"},
                                               {"from", "to"},
                                               {"src", "dst"},
                                               {"fromnodeid", "tonodeid"},
                                               {"fromid", "toid"},
                                               {"fromnode", "tonode"},
                                               {"sourceid", "targetid"},
                                               {"sourcenode", "targetnode"},
                                               {"node1", "node2"},
                                               {"id1", "id2"},
                                               {"person1", "person2"},
                                               {"user1", "user2"},
                                               {"userid1", "userid2"},
                                               {"nodea", "nodeb"},
                                               {"persona", "personb"},
                                               {"ego", "alter"},
                                               {"sender", "receiver"},
                                               {"sender", "recipient"},
                                               {"follower", "followee"},
                                               {"follower", "followed"},
                                               {"tail", "head"},
                                               {"start", "end"},
                                               {"vertex1", "vertex2"},
                                               {"v1", "v2"},
                                               {"n1", "n2"},
                                               {"quelle", "ziel"},
                                               {"von", "nach"},
                                               {"源", "目标"},
                                               {"起点", "终点"}});
  std::vector<std::string> words;
  for (const std::string_view field : fields) words.push_back(lower(field));
  for (const Words& pair : pairs) {
    const auto first = std::find(words.begin(), words.end(), pair.first);
    const auto second = std::find(words.begin(), words.end(), pair.second);
    if (first != words.end() && second != words.end()) {
      return EdgeColumns{static_cast<std::size_t>(first - words.begin()),
                         static_cast<std::size_t>(second - words.begin())};
    }
  }
  return std::nullopt;
}

std::string_view other_network_format(std::string_view first_line) {
  constexpr auto formats = std::to_array<Beginning>({{"*vertices", "a Pajek file"},
                                                     {"*network", "a Pajek file"},
                                                     {"*node", "a VNA file"},
                                                     {"dl ", "a UCINET file"},
                                                     {"graph", "a GML or Graphviz file"},
                                                     {"digraph", "a Graphviz file"},
                                                     {"strict ", "a Graphviz file"},
                                                     {"creator", "a GML file"},
                                                     {"<", "an XML file, such as GraphML or GEXF"},
                                                     {"{", "a JSON file"},
                                                     {"[", "a JSON file"},
                                                     {"(", "a list of pairs in brackets"},
                                                     {"id,label", "a table of nodes"},
                                                     {"id;label", "a table of nodes"},
                                                     {"id\tlabel", "a table of nodes"},
                                                     {"nodedef>", "a GDF file"}});
  std::string text(trimmed(first_line).substr(0, 20));
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return kind_by_beginning(text, formats);
}

}  // namespace orgsim

// The form of an edge list: what separates its columns, and which two of them name people.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace orgsim {

using FieldsOfLine = std::vector<std::string_view>;

// Neither empty nor a comment: '#', '%' and '//' begin one.
bool is_edge_data(std::string_view line);

// ' ' for blanks, or ',', ';', tab or '|', by one line of data.
char edge_delimiter(std::string_view line);

// The fields of a line, without blanks and quotes around them. What begins with '{' is a tie's attributes as
// networkx writes them, and one field.
void split_edge(std::string_view line, char delimiter, FieldsOfLine& fields);

std::optional<std::uint64_t> whole_number(std::string_view text);
bool is_any_number(std::string_view text);

// Which columns name people if this line is a header by its words ("source,target"), and else nothing.
struct EdgeColumns {
  std::size_t first = 0;
  std::size_t second = 1;
};
std::optional<EdgeColumns> columns_by_header(const FieldsOfLine& fields);

// What a file is that is no edge list, by its first line: "a Pajek file", ...; empty if it may be one.
std::string_view other_network_format(std::string_view first_line);

}  // namespace orgsim

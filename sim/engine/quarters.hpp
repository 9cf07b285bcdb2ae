// A firm's own history, quarter by quarter, as its books have it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/names.hpp"

namespace orgsim {

// What a table of quarters may have a column of.
enum class Book { users, revenue, product, marketing, sales, operations, won };
template <>
struct Names<Book> {
  static constexpr std::array<std::string_view, 7> value{"users", "revenue",    "product", "marketing",
                                                         "sales", "operations", "won"};
};
inline constexpr std::size_t kBooks = Names<Book>::value.size();

constexpr bool is_budget(Book book) {
  return book >= Book::product && book <= Book::operations;
}
// In the table's own currency.
constexpr bool is_money(Book book) {
  return book == Book::revenue || is_budget(book);
}

struct BookColumn {
  Book book = Book::users;
  std::vector<double> values;  // above 0, one for each quarter; NaN where the table has none
};

// Users are those at the end of the quarter, all else is the sum over its weeks.
struct Quarters {
  std::vector<std::string> names;  // of the quarters, successive ones
  std::vector<BookColumn> columns;

  std::size_t count() const { return names.size(); }
  const BookColumn* find(Book book) const {
    for (const BookColumn& column : columns) {
      if (column.book == book) return &column;
    }
    return nullptr;
  }
};

}  // namespace orgsim

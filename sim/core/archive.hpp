// Values as bytes and back: numbers, containers of them, and plain structs member by member, in the order of
// their declaration. One function both writes and reads, so that the two cannot drift apart.
#pragma once

#include <Eigen/Core>
#include <array>
#include <boost/pfr.hpp>
#include <cstdint>
#include <cstring>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/shared.hpp"

namespace orgsim {

class ArchiveWriter {
 public:
  static constexpr bool reads = false;
  std::string bytes;

  void raw(const void* data, std::size_t size) {
    if (size > 0) bytes.append(static_cast<const char*>(data), size);
  }
};

// Throws InputError if bytes are missing.
class ArchiveReader {
 public:
  static constexpr bool reads = true;
  explicit ArchiveReader(std::string_view bytes) : left(bytes) {}
  std::string_view left;

  void raw(void* data, std::size_t size);
  void expect(std::uint64_t size) const;
};

// Bytes under a header that names what they are and the program that made them, with a checksum.
std::string sealed(std::string_view kind, std::string_view bytes);

// What sealed() was given. Throws InputError if it is of another kind or program, or damaged.
std::string_view unsealed(std::string_view kind, std::string_view bytes);

namespace archive {

template <class T, template <class...> class Template>
constexpr bool is_a = false;
template <class... Args, template <class...> class Template>
constexpr bool is_a<Template<Args...>, Template> = true;

template <class Archive, class T>
void pass(Archive& archive, T& value);

template <class Archive, class T>
void pass_sequence(Archive& archive, T& values) {
  std::uint64_t size = values.size();
  archive.raw(&size, sizeof size);
  if constexpr (Archive::reads) {
    archive.expect(size);
    values.resize(size);
  }
  using Entry = typename T::value_type;
  if constexpr (std::is_arithmetic_v<Entry> && !std::is_same_v<Entry, bool>) {
    archive.raw(values.data(), values.size() * sizeof(Entry));
  } else {
    for (auto& value : values) pass(archive, value);
  }
}

template <class Archive, class T>
void pass_set(Archive& archive, std::set<T>& values) {
  std::vector<T> entries(values.begin(), values.end());
  pass_sequence(archive, entries);
  if constexpr (Archive::reads) values = std::set<T>(entries.begin(), entries.end());
}

template <class Archive, class T>
void pass_optional(Archive& archive, std::optional<T>& value) {
  std::uint8_t has = value.has_value() ? 1 : 0;
  archive.raw(&has, 1);
  if constexpr (Archive::reads) {
    value.reset();
    if (has != 0) value.emplace();
  }
  if (has != 0) pass(archive, *value);
}

template <class Archive, class T>
void pass_shared(Archive& archive, Shared<T>& value) {
  std::uint8_t has = value ? 1 : 0;
  archive.raw(&has, 1);
  if (has == 0) {
    value = {};
  } else if constexpr (Archive::reads) {
    T made;
    pass(archive, made);
    value = Shared<T>(std::move(made));
  } else {
    pass(archive, const_cast<T&>(*value));  // writing changes nothing
  }
}

template <std::size_t I = 0, class Archive, class... Kinds>
void pass_variant(Archive& archive, std::variant<Kinds...>& value, std::size_t index) {
  if constexpr (I < sizeof...(Kinds)) {
    if (I != index) return pass_variant<I + 1>(archive, value, index);
    if constexpr (Archive::reads) value.template emplace<I>();
    pass(archive, std::get<I>(value));
  } else if constexpr (Archive::reads) {
    archive.expect(~std::uint64_t{0});  // a kind that is none
  }
}

// Of an array that is as large as the world needs, up to what its type has room for.
template <class Archive, class T>
void pass_size(Archive& archive, T& value) {
  auto rows = static_cast<std::uint64_t>(value.rows());
  auto columns = static_cast<std::uint64_t>(value.cols());
  archive.raw(&rows, sizeof rows);
  archive.raw(&columns, sizeof columns);
  if constexpr (Archive::reads) {
    const auto fits = [](std::uint64_t size, int fixed, int most) {
      return fixed == Eigen::Dynamic ? size <= static_cast<std::uint64_t>(most)
                                     : size == static_cast<std::uint64_t>(fixed);
    };
    if (!fits(rows, T::RowsAtCompileTime, T::MaxRowsAtCompileTime) ||
        !fits(columns, T::ColsAtCompileTime, T::MaxColsAtCompileTime))
      archive.expect(~std::uint64_t{0});
    value.resize(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns));
  }
}

template <class Archive, class T>
void pass(Archive& archive, T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    archive.raw(&value, sizeof value);
  } else if constexpr (std::is_base_of_v<Eigen::DenseBase<T>, T> || requires { typename T::Base::Scalar; }) {
    if constexpr (T::SizeAtCompileTime == Eigen::Dynamic) pass_size(archive, value);
    archive.raw(value.data(), static_cast<std::size_t>(value.size()) * sizeof(*value.data()));
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::basic_string>) {
    pass_sequence(archive, value);
  } else if constexpr (is_a<T, std::set>) {
    pass_set(archive, value);
  } else if constexpr (is_a<T, std::optional>) {
    pass_optional(archive, value);
  } else if constexpr (is_a<T, Shared>) {
    pass_shared(archive, value);
  } else if constexpr (is_a<T, std::variant>) {
    std::uint64_t index = value.index();
    archive.raw(&index, sizeof index);
    pass_variant(archive, value, index);
  } else if constexpr (is_a<T, std::tuple>) {
    std::apply([&](auto&... entry) { (pass(archive, entry), ...); }, value);
  } else if constexpr (std::is_empty_v<T>) {
    return;
  } else if constexpr (requires { value.for_each_member([](auto&) {}); }) {
    value.for_each_member([&](auto& member) { pass(archive, member); });
  } else if constexpr (requires { std::tuple_size<T>::value; }) {
    for (auto& entry : value) pass(archive, entry);
  } else {
    boost::pfr::for_each_field(value, [&](auto& member) { pass(archive, member); });
  }
}

}  // namespace archive

template <class T>
std::string to_bytes(std::string_view kind, const T& value) {
  T copy = value;  // one function both writes and reads, and reading changes its argument
  ArchiveWriter writer;
  archive::pass(writer, copy);
  return sealed(kind, writer.bytes);
}

// Throws InputError if these are no bytes of such a value, made by this version on this kind of machine.
template <class T>
T from_bytes(std::string_view kind, std::string_view bytes) {
  ArchiveReader reader(unsealed(kind, bytes));
  T value;
  archive::pass(reader, value);
  if (!reader.left.empty()) reader.expect(~std::uint64_t{0});
  return value;
}

}  // namespace orgsim

#include "engine/snapshot.hpp"

#include <boost/crc.hpp>
#include <boost/pfr.hpp>
#include <cstring>
#include <type_traits>

#include "core/version.hpp"

namespace orgsim {

namespace {

class Writer {
 public:
  static constexpr bool reads = false;
  std::string bytes;

  void raw(const void* data, std::size_t size) { bytes.append(static_cast<const char*>(data), size); }
};

InputError damaged(const char* what) {
  return InputError(Problem{{}, "", what, "save it again with this version of orgsim"});
}

class Reader {
 public:
  static constexpr bool reads = true;
  explicit Reader(std::string_view bytes) : left(bytes) {}
  std::string_view left;

  void raw(void* data, std::size_t size) {
    if (size > left.size()) throw damaged("the saved simulation is cut off");
    std::memcpy(data, left.data(), size);
    left.remove_prefix(size);
  }
};

template <class T, template <class...> class Template>
constexpr bool is_a = false;
template <class... Args, template <class...> class Template>
constexpr bool is_a<Template<Args...>, Template> = true;

// Writes or reads any value that a simulation is made of: numbers, containers of them, and plain structs
// member by member, in the order of their declaration.
template <class Archive, class T>
void pass(Archive& archive, T& value);

template <class Archive, class T>
void pass_sequence(Archive& archive, T& values) {
  std::uint64_t size = values.size();
  archive.raw(&size, sizeof size);
  if constexpr (Archive::reads) {
    if (size > archive.left.size()) throw damaged("the saved simulation is cut off");
    values.resize(size);
  }
  for (auto& value : values) pass(archive, value);
}

template <class Archive, class T>
void pass_optional(Archive& archive, std::optional<T>& value) {
  std::uint8_t has = value.has_value() ? 1 : 0;
  archive.raw(&has, 1);
  if constexpr (Archive::reads) {
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
  } else {
    throw damaged("the saved simulation holds an unknown market kind");
  }
}

template <class Archive, class T>
void pass(Archive& archive, T& value) {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
    archive.raw(&value, sizeof value);
  } else if constexpr (std::is_base_of_v<Eigen::DenseBase<T>, T> || requires { typename T::Base::Scalar; }) {
    for (Eigen::Index i = 0; i < value.size(); ++i) pass(archive, value(i));
  } else if constexpr (is_a<T, std::vector> || is_a<T, std::basic_string>) {
    pass_sequence(archive, value);
  } else if constexpr (is_a<T, std::optional>) {
    pass_optional(archive, value);
  } else if constexpr (is_a<T, Shared>) {
    pass_shared(archive, value);
  } else if constexpr (is_a<T, std::variant>) {
    std::uint64_t index = value.index();
    archive.raw(&index, sizeof index);
    pass_variant(archive, value, index);
  } else if constexpr (requires { value.for_each_member([](auto&) {}); }) {
    value.for_each_member([&](auto& member) { pass(archive, member); });
  } else if constexpr (requires { std::tuple_size<T>::value; }) {
    for (auto& entry : value) pass(archive, entry);
  } else {
    boost::pfr::for_each_field(value, [&](auto& member) { pass(archive, member); });
  }
}

// What must agree for the bytes to mean the same: the program that wrote them and the layout of numbers.
std::string header() {
  const std::uint32_t byte_order = 0x01020304;
  std::string text =
      "orgsim simulation " + std::string(program_version()) + " " + std::string(program_commit()) + "\n";
  text.append(reinterpret_cast<const char*>(&byte_order), sizeof byte_order);
  return text;
}

std::uint32_t checksum(std::string_view bytes) {
  boost::crc_32_type crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

}  // namespace

std::string save(const Simulation& simulation) {
  Simulation copy = simulation;  // one function both writes and reads, and reading changes its argument
  Writer state;
  copy.for_each_member([&](auto& member) { pass(state, member); });
  const std::uint32_t sum = checksum(state.bytes);
  Writer file;
  file.bytes = header();
  file.raw(&sum, sizeof sum);
  return file.bytes + state.bytes;
}

Simulation restore(std::string_view bytes) {
  const std::string expected = header();
  if (!bytes.starts_with(expected)) {
    throw damaged("these are not the bytes of a simulation that this version of orgsim saved");
  }
  Reader reader(bytes.substr(expected.size()));
  std::uint32_t sum = 0;
  reader.raw(&sum, sizeof sum);
  if (checksum(reader.left) != sum) throw damaged("the saved simulation is damaged");
  Simulation simulation;
  simulation.for_each_member([&](auto& member) { pass(reader, member); });
  if (!reader.left.empty()) throw damaged("the saved simulation is too long");
  return simulation;
}

}  // namespace orgsim

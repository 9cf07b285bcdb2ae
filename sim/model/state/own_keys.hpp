// The keys that a firm may have for itself, as arrays over the firms.
#pragma once

#include <cstdint>
#include <type_traits>
#include <vector>

#include "keys/parameters.hpp"
#include "model/state/arrays.hpp"

namespace orgsim {

template <class Value>
constexpr bool kIsNumber = std::is_same_v<Value, double> || std::is_same_v<Value, std::int64_t>;

class OwnKeys {
 public:
  OwnKeys() = default;
  explicit OwnKeys(std::vector<FirmParameters> firms) : firms_(std::move(firms)) { fill_packs(); }

  const FirmParameters& of(std::size_t firm) const { return firms_[firm]; }
  std::size_t count() const { return firms_.size(); }

  // One key of all firms: a row of numbers, or for lists a column for every four firms.
  template <class Part, class Number>
    requires kIsNumber<Number>
  auto operator()(Number Part::* key) const {
    using Row = Eigen::Map<const Columns<1>, Eigen::Unaligned, Eigen::InnerStride<kNumbers>>;
    return Row(first_pack(part<Part>(firms_.front()).*key), 1, packs_of(count()));
  }
  template <class Part, class Index>
  auto operator()(Per<Index> Part::* key) const {
    return lists<static_cast<int>(count_of<Index>)>(*(part<Part>(firms_.front()).*key).data());
  }
  template <class Part>
  auto operator()(ExceptMarketing Part::* key) const {
    return lists<static_cast<int>(count_of<Department>)>(*(part<Part>(firms_.front()).*key).value.data());
  }

  template <class Visitor>
  void for_each_member(Visitor&& visit) {
    visit(firms_);
    fill_packs();
  }

  bool operator==(const OwnKeys& other) const { return firms_ == other.firms_; }

 private:
  static constexpr int kNumbers = sizeof(FirmParameters) / sizeof(double);
  static_assert(sizeof(FirmParameters) % sizeof(double) == 0);

  // The place of a number within a firm's parameters.
  template <class Number>
  static std::size_t place(const FirmParameters& firm, const Number& number) {
    static_assert(sizeof(Number) == sizeof(double));
    return static_cast<std::size_t>(reinterpret_cast<const double*>(&number) -
                                    reinterpret_cast<const double*>(&firm));
  }
  template <class Number>
  const Pack* first_pack(const Number& of_first_firm) const {
    return &packs_[place(firms_.front(), of_first_firm)];
  }

  template <int rows>
  auto lists(const double& first) const {
    using Lists = Eigen::Map<const Columns<rows>, Eigen::Unaligned, Eigen::OuterStride<kNumbers>>;
    return Lists(first_pack(first), rows, packs_of(count()));
  }

  // Every number of the parameters, of four firms side by side; beyond the last firm, as the last has it.
  void fill_packs() {
    packs_.assign(whole_vectors(count()) / kVector * kNumbers, Pack(0));
    for (std::size_t i = 0; i < whole_vectors(count()); ++i) {
      FirmParameters& firm = firms_[std::min(i, count() - 1)];
      Pack* packs = &packs_[i / kVector * kNumbers];
      const auto keep = [&](const auto& number) {
        packs[place(firm, number)].lane[i % kVector] = static_cast<double>(number);
      };
      FirmParameters::fields(firm, [&](const Field&, auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (kIsNumber<Value>) keep(value);
        if constexpr (std::is_same_v<Value, ExceptMarketing>)
          for (const double& number : value.value) keep(number);
        if constexpr (std::is_same_v<Value, PerDepartment> || std::is_same_v<Value, PerMode>)
          for (const double& number : value) keep(number);
      });
    }
  }

  template <class Part>
  static const Part& part(const FirmParameters& of) {
    if constexpr (std::is_same_v<Part, Finance>) {
      return of.finance;
    } else if constexpr (std::is_same_v<Part, Product>) {
      return of.product;
    } else if constexpr (std::is_same_v<Part, Marketing>) {
      return of.marketing;
    } else if constexpr (std::is_same_v<Part, Measurement>) {
      return of.measurement;
    } else if constexpr (std::is_same_v<Part, Offer>) {
      return of.offer;
    } else {
      static_assert(std::is_same_v<Part, Executive>);
      return of.executive;
    }
  }

  std::vector<FirmParameters> firms_;
  std::vector<Pack> packs_;
};

}  // namespace orgsim

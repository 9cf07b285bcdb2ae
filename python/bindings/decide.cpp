// Acting in a run that is stepped: what firm.decide() is given, and handing it on.
#include <fmt/ranges.h>

#include "bindings/areas.hpp"
#include "bindings/firm.hpp"
#include "bindings/members.hpp"
#include "bindings/stepper.hpp"
#include "bindings/views.hpp"
#include "scenario/text/by_member.hpp"
#include "scenario/text/suggest.hpp"

namespace orgsim::python {

namespace {

using ByName = py::typing::Dict<py::str, double>;
using Shares = Given<py::typing::Optional<py::typing::Union<py::typing::Iterable<double>, ByName>>>;
using Factor = Given<py::typing::Optional<double>>;

// Reads what was given, and gathers all that is wrong with it.
class DecisionReader {
 public:
  template <class Index>
  std::optional<Per<Index>> shares(const char* key, const py::object& given) {
    const std::optional<Node> node = to_node(by_name(given), key);
    if (!node) return std::nullopt;
    const NodeTable* table = node->as<NodeTable>();
    const std::optional<Node> list = table == nullptr ? node : in_order<Index>(key, *table);
    if (!list) return std::nullopt;
    return read(*list, Field{key, "", range::share, "", "", Trait::sums_to_one}, Per<Index>());
  }

  std::optional<double> factor(const char* key, const py::object& given) {
    const std::optional<Node> node = to_node(given, key);
    if (!node) return std::nullopt;
    return read(*node, Field{key, "", range::not_negative, "", "", Trait::fixed}, 0.0);
  }

  void expect_sound() const {
    if (!problems_.empty()) throw InputError(problems_);
  }

 private:
  // A pandas Series with names for its index is read by them, not by position.
  static py::object by_name(const py::object& given) {
    if (!py::hasattr(given, "to_dict") || !py::hasattr(given, "index")) return given;
    const py::dict entries = given.attr("to_dict")();
    for (const auto& entry : entries) {
      if (!py::isinstance<py::str>(entry.first)) return given;
    }
    return entries;
  }

  template <class Index>
  std::optional<Node> in_order(const std::string& key, const NodeTable& table) {
    const std::size_t before = problems_.size();
    const auto& names = Names<Index>::value;
    const std::string all = fmt::format("give all of {}", fmt::join(names, ", "));
    for (const Entry& entry : table) {
      if (named<Index>(entry.key)) continue;
      const std::vector<std::string> known(names.begin(), names.end());
      const std::optional<std::string> close = nearest(entry.key, known);
      problems_.push_back({{},
                           joined_path(key, entry.key),
                           "there is no such name here",
                           close ? fmt::format("did you mean '{}'?", *close) : all});
    }
    NodeList list;
    for (const std::string_view name : names) {
      const auto found =
          std::find_if(table.begin(), table.end(), [&](const Entry& e) { return e.key == name; });
      if (found != table.end()) {
        list.push_back(found->node);
      } else if (problems_.size() == before) {
        problems_.push_back({{}, key, fmt::format("'{}' is missing", name), all});
      }
    }
    return problems_.size() == before ? std::optional(Node{{}, std::move(list)}) : std::nullopt;
  }

  template <class Value>
  std::optional<Value> read(const Node& node, const Field& field, Value value) {
    std::vector<DrawnKey> drawn;
    const std::vector<Problem> found =
        read_alone(node, std::string(field.name), field, value, drawn, Files());
    problems_.insert(problems_.end(), found.begin(), found.end());
    return value;
  }

  std::vector<Problem> problems_;
};

void decide_for(const FirmView& firm, const Shares& share, const Factor& marketing_budget, const Shares& mix,
                bool hold) {
  DecisionReader reader;
  Decision decision;
  decision.share = reader.shares<Department>("share", share);
  decision.marketing_budget = reader.factor("marketing_budget", marketing_budget);
  decision.mix = reader.shares<Mode>("mix", mix);
  decision.hold = hold;
  reader.expect_sound();
  auto& stepper = firm.owner.cast<Stepper&>();
  expect_own(stepper);
  expect_weeks_left(stepper);
  stepper.simulation.decide(static_cast<int>(firm.firm), decision);
}

}  // namespace

void bind_decide(py::module_& m) {
  py::reinterpret_borrow<py::class_<FirmView>>(m.attr("Firm"))
      .def("decide", &decide_for, py::kw_only(), py::arg("share") = py::none(),
           py::arg("marketing_budget") = py::none(), py::arg("mix") = py::none(), py::arg("hold") = false,
           "Acts in the firm's stead from the next week on: `share`, the departments' shares of the budget, "
           "from which the executive then goes on; `marketing_budget`, a factor on marketing's budget, 1 for "
           "none, which the firm pays and which holds until it is decided anew; `mix`, marketing's effort "
           "over its modes, from which its head then goes on. Lists in the order of the departments and "
           "modes, or dicts by their names. With `hold` the shares and the mix that are given stay until "
           "they are decided anew (docs/model.md, 3.9). Raises InputError, and then nothing has changed.");
}

}  // namespace orgsim::python

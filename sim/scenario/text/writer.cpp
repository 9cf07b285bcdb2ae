#include "scenario/text/writer.hpp"

#include "core/walk.hpp"
#include "scenario/text/key_index.hpp"
#include "scenario/text/sweep.hpp"

namespace orgsim {

namespace {

class Writer {
 public:
  explicit Writer(const Scenario& scenario) : scenario_(scenario) {}

  auto on_field() {
    return
        [this](const std::string& path, const Field& field, const auto& value) { write(path, field, value); };
  }

  std::string run() {
    walk(scenario_, "", [this](const std::string& path, const Field& field, const std::string& title) {
      if (!title.empty()) write(path, field, title);
    });
    walk(scenario_.parameters, "", on_field(), [this](const std::string& path, const Section&) {
      if (!is_left_out(path)) text_ += "\n[" + path + "]\n";
    });
    for (std::size_t f = 0; f < scenario_.firms.size(); ++f) write_firm(f);
    for (const Strategy& strategy : scenario_.strategies) {
      text_ += "\n[strategies." + key_text(strategy.name) + "]\n";
      walk(strategy, "strategies." + strategy.name, on_field());
    }
    for (std::size_t g = 0; g < scenario_.grants.size(); ++g) {
      text_ += "\n[[grants]]\n";
      walk(scenario_.grants[g], fmt::format("grants[{}]", g), on_field());
    }
    if (scenario_.sweep.given()) text_ += "\n" + sweep_text(scenario_.sweep);
    return text_.substr(text_.find_first_not_of('\n'));
  }

 private:
  // A scenario in which nothing is selected says nothing of it.
  bool is_left_out(const std::string& path) const {
    return lies_within(path, "selection") && scenario_.parameters.selection == Selection();
  }

  void write_firm(std::size_t f) {
    const FirmEntry& firm = scenario_.firms[f];
    const std::string place = fmt::format("firms[{}]", f);
    text_ += "\n[[firms]]\n";
    walk(firm, place, [&](const std::string& path, const Field& field, const std::string& text) {
      if (!text.empty() || field.name == "name") write(path, field, text);
    });
    walk(firm.overrides, place, [&](const std::string& path, const Field& field, const auto& value) {
      if (firm.overridden.contains(std::string(field.name))) write(path, field, value);
    });
  }

  template <class Value>
  void write(const std::string& path, const Field& field, const Value& value) {
    if (path == "market.firms") return;  // it is what [[firms]] lists
    if (is_left_out(path)) return;
    const std::string written = text_of(scenario_, path, value);
    if (written.empty()) return;
    text_ += fmt::format("{} = {}", field.name, written);
    if (!field.unit.empty()) text_ += fmt::format("  # {}", field.unit);
    text_ += "\n";
  }

  const Scenario& scenario_;
  std::string text_;
};

}  // namespace

std::string to_toml(const Scenario& scenario) {
  return Writer(scenario).run();
}

}  // namespace orgsim

#include "io/scenario_writer.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "core/walk.hpp"

namespace orgsim {

namespace {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += std::string("\\") + c;
    } else if (byte < 0x20 || byte == 0x7F) {
      result += fmt::format("\\u{:04X}", byte);
    } else {
      result += c;
    }
  }
  return result + "\"";
}

std::string key_text(const std::string& name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '_' || c == '-';
  });
  return bare ? name : quoted(name);
}

// The shortest text that reads back to the same number, with a point so that it stays a real one.
std::string number_text(double value) {
  const std::string text = fmt::format("{}", value);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

class Writer {
 public:
  explicit Writer(const Scenario& scenario) : scenario_(scenario) {}

  std::string run() {
    if (!scenario_.title.empty()) text_ += "title = " + quoted(scenario_.title) + "\n";
    const auto on_field = [this](const std::string& path, const Field& field, const auto& value) {
      line(path, field, value);
    };
    walk(scenario_.parameters, "", on_field,
         [this](const std::string& path, const Section&) { text_ += "\n[" + path + "]\n"; });
    for (std::size_t f = 0; f < scenario_.firms.size(); ++f) write_firm(f);
    for (const Strategy& strategy : scenario_.strategies) {
      text_ += "\n[strategies." + key_text(strategy.name) + "]\n";
      walk(strategy, "strategies." + strategy.name, on_field);
    }
    for (const Grant& grant : scenario_.grants) {
      text_ += fmt::format("\n[[grants]]\nfirm = {}\ndepartment = {}\nfactor = {}\nweeks = [{}, {}]\n", grant.firm,
                           quoted(name_of(grant.department)), number_text(grant.factor), grant.first, grant.last);
    }
    return std::move(text_);
  }

 private:
  void write_firm(std::size_t f) {
    const FirmEntry& firm = scenario_.firms[f];
    text_ += "\n[[firms]]\nname = " + quoted(firm.name) + "\n";
    if (!firm.strategy.empty()) text_ += "strategy = " + quoted(firm.strategy) + "\n";
    walk(firm.overrides, fmt::format("firms[{}]", f),
         [&](const std::string& path, const Field& field, const auto& value) {
           if (firm.overridden.contains(std::string(field.name))) line(path, field, value);
         });
  }

  template <class Value>
  void line(const std::string& path, const Field& field, const Value& value) {
    if (path == "market.firms") return;  // it is what [[firms]] lists
    const std::string written = text_of(path, value);
    if (written.empty()) return;
    text_ += fmt::format("{} = {}", field.name, written);
    if (!field.unit.empty()) text_ += fmt::format("  # {}", field.unit);
    text_ += "\n";
  }

  const DrawnKey* drawn(const std::string& path) const {
    const auto found = std::find_if(scenario_.drawn.begin(), scenario_.drawn.end(),
                                    [&](const DrawnKey& key) { return key.path == path; });
    return found == scenario_.drawn.end() ? nullptr : &*found;
  }

  std::string number(const std::string& path, double value) const {
    const DrawnKey* key = drawn(path);
    if (key == nullptr) return number_text(value);
    const Distribution& d = key->distribution;
    std::vector<std::string> arguments;
    for (const double a : d.arguments) arguments.push_back(number_text(a));
    return fmt::format("{{ {} = [{}] }}", name_of(d.kind), fmt::join(arguments, ", "));
  }

  std::string text_of(const std::string& path, double value) const { return number(path, value); }
  std::string text_of(const std::string& path, std::int64_t value) const {
    return drawn(path) != nullptr ? number(path, 0) : fmt::format("{}", value);
  }
  std::string text_of(const std::string&, bool value) const { return value ? "true" : "false"; }
  std::string text_of(const std::string&, const std::string& value) const { return quoted(value); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  std::string text_of(const std::string&, Enum value) const {
    return quoted(name_of(value));
  }
  std::string text_of(const std::string& path, const std::vector<double>& values) const {
    std::vector<std::string> entries;
    for (std::size_t i = 0; i < values.size(); ++i) entries.push_back(number(fmt::format("{}[{}]", path, i), values[i]));
    return fmt::format("[{}]", fmt::join(entries, ", "));
  }
  template <class Index>
  std::string text_of(const std::string& path, const Per<Index>& values) const {
    return text_of(path, std::vector<double>(values.begin(), values.end()));
  }
  std::string text_of(const std::string& path, const ExceptMarketing& values) const {
    std::vector<std::string> entries;
    for (const Department d : every<Department>()) {
      const std::string entry = fmt::format("{}[{}]", path, static_cast<int>(d));
      entries.push_back(d == Department::marketing ? quoted("-") : number(entry, values.value[d]));
    }
    return fmt::format("[{}]", fmt::join(entries, ", "));
  }
  std::string text_of(const std::string&, const Schedule& schedule) const {
    std::vector<std::string> knots;
    for (const Knot& knot : schedule.knots) {
      knots.push_back(fmt::format("[{}, {}]", number_text(knot.week), number_text(knot.value)));
    }
    return fmt::format("[{}]", fmt::join(knots, ", "));
  }
  template <class T>
  std::string text_of(const std::string& path, const std::optional<T>& value) const {
    return value ? text_of(path, *value) : "";
  }

  const Scenario& scenario_;
  std::string text_;
};

}  // namespace

std::string to_toml(const Scenario& scenario) { return Writer(scenario).run(); }

}  // namespace orgsim

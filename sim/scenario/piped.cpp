#include "scenario/piped.hpp"

#include "scenario/files.hpp"
#include "scenario/text_file.hpp"

namespace orgsim {

namespace {

// The disk, and one text that is not on it.
class WithPiped : public Files {
 public:
  explicit WithPiped(std::string text) : text_(std::move(text)) {}
  std::string scenario(const std::string& path, const Place& asked_at) const override {
    return path == kStandardInput ? text_ : disk().scenario(path, asked_at);
  }
  std::string true_name(const std::string& path) const override {
    return path == kStandardInput ? path : disk().true_name(path);
  }
  KnotTable schedule(const ScheduleColumns& columns, const Place& asked_at) const override {
    return disk().schedule(columns, asked_at);
  }
  EdgeList edge_list(const EdgeListFile& file, const Place& asked_at) const override {
    return disk().edge_list(file, asked_at);
  }
  bool exists(const std::string& path) const override { return disk().exists(path); }

 private:
  std::string text_;
};

}  // namespace

Scenario load_piped(std::string text, const std::vector<Setting>& settings,
                    std::vector<std::string>* sources) {
  const std::string name(kStandardInput);
  const WithPiped files(to_utf8(std::move(text), name, {Place{name}, ""}));
  Scenario scenario = load_scenario(name, settings, files, sources);
  if (scenario.title.empty()) scenario.title = "standard input";
  return scenario;
}

// A table without keys: a text without anything is taken for a mistake.
Scenario load_defaults(const std::vector<Setting>& settings) {
  Scenario scenario = load_piped("[run]\n", settings);
  scenario.title.clear();
  return scenario;
}

}  // namespace orgsim

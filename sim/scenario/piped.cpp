#include "scenario/piped.hpp"

#include "scenario/files.hpp"

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
  StoredGraph edge_list(const EdgeListFile& file, const Place& asked_at) const override {
    return disk().edge_list(file, asked_at);
  }

 private:
  std::string text_;
};

}  // namespace

Scenario load_piped(std::string text, const std::vector<Setting>& settings,
                    std::vector<std::string>* sources) {
  Scenario scenario =
      load_scenario(std::string(kStandardInput), settings, WithPiped(std::move(text)), sources);
  if (scenario.title.empty()) scenario.title = "standard input";
  return scenario;
}

}  // namespace orgsim

#include "scenario/text/reader.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>

#include "experiment/all.hpp"
#include "platform/part_file.hpp"
#include "results/doubt_layout.hpp"
#include "results/file_name.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"
#include "results/opened.hpp"
#include "results/results.hpp"
#include "scenario/text/document.hpp"
#include "scenario/text/gone_keys.hpp"

namespace orgsim {

namespace {

class ResultsReader {
 public:
  explicit ResultsReader(const Descriptor& file) : path_(file.path()), file_(hdf5::open_file(file)) {}

  RunResult read() {
    hdf5::expect_self_contained(file_.id());
    const std::string kind = results::check_kind(file_.id(), path_);
    if (kind != kRun)
      refuse(fmt::format("it holds the experiment '{}'", kind),
             "`orgsim show`, orgsim.open and xarray read it");
    version_ = hdf5::read_text_attribute(file_.id(), "format_version");
    result_.first_model = is_of_first_model();
    result_.scenario = stored_scenario();
    const std::vector<hsize_t> shape = hdf5::extent(file_.id(), "/outcomes/verdict");
    if (shape.size() != 2 || shape[0] < 1 || shape[1] < 1 ||
        shape[0] > result_.scenario.strategies.size() + 1 ||
        static_cast<double>(shape[1]) > range::replications.high) {
      throw std::out_of_range("verdict");
    }
    arms_ = shape[0];
    result_.replications = shape[1];
    const std::vector<std::string> names = hdf5::read_strings(file_.id(), "/strategy", {arms_});
    const std::vector<std::string> labels = hdf5::read_strings(file_.id(), "/strategy_label", {arms_});
    for (std::size_t a = 0; a < names.size(); ++a) result_.arms.push_back({names[a], labels[a]});
    read_outcomes();
    read_drawn();
    read_headline();
    result_.doubt = results::read_doubt(source(), result_);
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what, const std::string& cure) const {
    throw InputError(Problem{{path_.string()}, "", what, cure});
  }

  // Formats 2.0 and 2.1 are of the model's first version.
  bool is_of_first_model() const { return version_ == "2.0" || version_ == "2.1"; }

  // The scenario was whole when it was written: whatever is wrong with it now is damage.
  Scenario stored_scenario() const {
    try {
      Node document = parse_document(hdf5::read_text_attribute(file_.id(), "scenario"), path_.string());
      if (is_of_first_model()) renew_gone_keys(document);
      Scenario scenario = read_scenario(document, Files(), EdgeLists::leave);
      if (is_of_first_model()) scenario.origin.notes.push_back(results::note_on_first_model(path_));
      return scenario;
    } catch (const InputError&) {
      throw SystemError("its scenario cannot be read");
    }
  }

  results::GroupSource source() const {
    const auto sizes = [](const std::vector<std::size_t>& shape) {
      return std::vector<hsize_t>(shape.begin(), shape.end());
    };
    const std::int64_t file = file_.id();
    return {[file](const std::string& path) { return hdf5::has_link(file, path); },
            [file](const std::string& path) {
              const std::vector<hsize_t> shape = hdf5::extent(file, path);
              return std::vector<std::size_t>(shape.begin(), shape.end());
            },
            [file, sizes](const std::string& path, const std::vector<std::size_t>& shape) {
              return hdf5::read_numbers(file, path, sizes(shape));
            },
            [file, sizes](const std::string& path, const std::vector<std::size_t>& shape) {
              return hdf5::read_strings(file, path, sizes(shape));
            }};
  }

  void read_outcomes() {
    const std::size_t firms = result_.scenario.firms.size();
    Outcome blank;
    blank.firms.resize(firms);
    result_.outcomes.assign(result_.arms.size(), std::vector<Outcome>(result_.replications, blank));
    for (const results::VerdictVariable& variable : results::verdict_variables()) read_verdicts(variable);
    const MarketKind kind = result_.scenario.parameters.market.kind;
    for (const results::OutcomeVariable& variable : results::outcome_variables(kind)) read_variable(variable);
  }

  void read_verdicts(const results::VerdictVariable& variable) {
    if (is_of_first_model() && variable.is_twin()) return;
    const std::vector<std::string> verdicts = hdf5::read_strings(
        file_.id(), fmt::format("/outcomes/{}", variable.name), {arms_, result_.replications});
    for (std::size_t n = 0; n < verdicts.size(); ++n) {
      Outcome& outcome = result_.outcomes[n / result_.replications][n % result_.replications];
      const std::optional<Verdict> verdict = named<Verdict>(verdicts[n]);
      if (!verdict) throw std::out_of_range(std::string(variable.name));
      outcome.*variable.value = *verdict;
    }
  }

  void read_variable(const results::OutcomeVariable& variable) {
    if (is_of_first_model() && variable.may_lack()) return;
    // Format 2.0 had no last week, and said of strategies that avert alone what comes after the span.
    const bool old = version_ == "2.0" && variable.name == "marginalised_until";
    const std::string name = old ? "marginalised_week" : std::string(variable.name);
    const results::OutcomeExtent extent = results::extent_of(variable, result_.scenario.firms.size());
    std::vector<hsize_t> shape{arms_, result_.replications};
    if (!variable.over.empty()) shape.push_back(extent.firms);
    if (variable.over.size() > 1) shape.push_back(extent.breadth);
    const std::vector<double> numbers = hdf5::read_numbers(file_.id(), "/outcomes/" + name, shape);
    const auto weeks = static_cast<double>(result_.scenario.parameters.run.weeks);
    std::size_t at = 0;
    for (std::vector<Outcome>& arm : result_.outcomes) {
      for (Outcome& outcome : arm) {
        for (std::size_t f = 0; f < extent.firms; ++f) {
          for (std::size_t i = 0; i < extent.breadth; ++i) {
            results::expect_outcome(variable, numbers[at], weeks);
            variable.set(outcome, f, i, numbers[at++]);
          }
        }
      }
    }
  }

  void read_drawn() {
    const std::size_t keys = result_.scenario.drawn.size();
    const std::vector<double> numbers =
        keys > 0 ? hdf5::read_numbers(file_.id(), "/outcomes/drawn", {result_.replications, keys})
                 : std::vector<double>();
    for (std::size_t r = 0; r < result_.replications; ++r) {
      const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(r * keys);
      result_.drawn.emplace_back(from, from + static_cast<std::ptrdiff_t>(keys));
    }
  }

  // Medians of the baseline's focal marketing from the bands.
  void read_headline() {
    const auto medians = [&](const std::string& series) {
      const auto weeks = static_cast<std::size_t>(result_.scenario.parameters.run.weeks);
      const std::size_t firms = result_.scenario.firms.size();
      constexpr std::size_t departments = count_of<Department>;
      constexpr std::size_t quantiles = kQuantiles.size();
      const std::vector<double> numbers =
          hdf5::read_numbers(file_.id(), "/bands/" + series, {arms_, weeks, firms, departments, quantiles});
      const std::size_t median = static_cast<std::size_t>(Department::marketing) * quantiles + quantiles / 2;
      std::vector<float> result;
      for (std::size_t week = 0; week < weeks; ++week) {
        result.push_back(static_cast<float>(numbers[week * firms * departments * quantiles + median]));
      }
      return result;
    };
    result_.headline.share = medians("share");
    result_.headline.contributed = medians("contributed");
    result_.headline.credited = medians("credited");
  }

  std::filesystem::path path_;
  hdf5::Handle file_;
  std::string version_;  // of the format
  std::size_t arms_ = 0;
  RunResult result_;
};

}  // namespace

RunResult read_results(const std::filesystem::path& path, const StopFlag& stop, std::string* digest) {
  return results::opened(path, stop, digest).result;
}

results::Opened results::opened(CheckedFile checked) {
  RunResult result;
  reading(checked.file.path(), [&] {
    result = ResultsReader(checked.file).read();
    expect_unchanged(checked);
  });
  return {std::move(checked.file), std::move(result)};
}

results::Opened results::opened(const std::filesystem::path& path, const StopFlag& stop,
                                std::string* digest) {
  CheckedFile checked = open_checked(path, stop);
  if (digest != nullptr) *digest = checked.digest;
  return opened(std::move(checked));
}

std::string digest_of_results(const std::filesystem::path& path, const StopFlag& stop) {
  return results::open_checked(path, stop).digest;
}

void copy_results(const std::filesystem::path& from, const std::filesystem::path& path, bool replace) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  const auto [source, digest, written] = results::open_checked(from, {});
  PartFile part(path, replace, results::begins_as_ours);
  std::vector<char> buffer(std::size_t{1} << 20U);
  std::uint64_t done = 0;
  while (const std::size_t got = source.read(done, buffer.data(), buffer.size())) {
    part.file().append({buffer.data(), got});
    done += got;
  }
  const auto copied_digest = [&] {
    try {
      return results::checked_digest(part.file(), {});
    } catch (const InputError&) {
      return std::string();
    }
  };
  if (copied_digest() != digest) {
    throw SystemError(fmt::format("'{}' was changed while it was copied", from.string()));
  }
  part.commit();
}

}  // namespace orgsim

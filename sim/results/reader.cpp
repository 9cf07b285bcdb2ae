#include "scenario/text/reader.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>

#include "experiment/all.hpp"
#include "platform/part_file.hpp"
#include "results/file_name.hpp"
#include "results/hdf5.hpp"
#include "results/layout.hpp"
#include "results/opened.hpp"
#include "results/results.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

namespace {

constexpr hsize_t kMostReplications = 1000000;  // as run.replications

class ResultsReader {
 public:
  explicit ResultsReader(const Descriptor& file) : path_(file.path()), file_(hdf5::open_file(file)) {}

  RunResult read() {
    hdf5::expect_self_contained(file_.id());
    check_version();
    check_experiment();
    result_.scenario = stored_scenario();
    const std::vector<hsize_t> shape = hdf5::extent(file_.id(), "/outcomes/verdict");
    if (shape.size() != 2 || shape[0] < 1 || shape[1] < 1 ||
        shape[0] > result_.scenario.strategies.size() + 1 || shape[1] > kMostReplications) {
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
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what, const std::string& cure) const {
    throw InputError(Problem{{path_.string()}, "", what, cure});
  }

  void check_version() {
    if (!hdf5::has_attribute(file_.id(), "program") || !hdf5::has_attribute(file_.id(), "format_version") ||
        hdf5::read_text_attribute(file_.id(), "program") != "orgsim") {
      refuse("an HDF5 file, but not one of orgsim's", "name a file that `orgsim run -o` wrote");
    }
    version_ = hdf5::read_text_attribute(file_.id(), "format_version");
    int major = 0;
    const char* end = version_.data() + version_.size();
    const auto [rest, error] = std::from_chars(version_.data(), end, major);
    if (error != std::errc() || rest == end || *rest != '.' || major < 1) {
      refuse(fmt::format("its format_version is '{}'", version_), "name a file that `orgsim run -o` wrote");
    }
    if (major > kFormatMajor) {
      const bool named = hdf5::has_attribute(file_.id(), "program_version");
      refuse(fmt::format("its format is {}, and this program reads up to {}.x", version_, kFormatMajor),
             named ? fmt::format("use orgsim {} or newer",
                                 hdf5::read_text_attribute(file_.id(), "program_version"))
                   : "use a newer orgsim");
    }
  }

  void check_experiment() const {
    const std::string name = hdf5::read_text_attribute(file_.id(), "experiment");
    if (name == kRun) return;
    const auto all = all_experiments();
    const bool known =
        std::any_of(all.begin(), all.end(), [&](const Experiment& e) { return e.name == name; });
    refuse(fmt::format("it holds the experiment '{}'", name),
           known ? fmt::format("this program reads those of '{}'", kRun)
                 : "use the orgsim that wrote it, or a newer one");
  }

  // The scenario was whole when it was written: whatever is wrong with it now is damage.
  Scenario stored_scenario() const {
    try {
      return read_scenario(parse_document(hdf5::read_text_attribute(file_.id(), "scenario"), path_.string()),
                           Files(), EdgeLists::leave);
    } catch (const InputError&) {
      throw SystemError("its scenario cannot be read");
    }
  }

  // Numbers per strategy and replication, and per what `more` says.
  std::vector<double> outcome_numbers(const std::string& name, const std::vector<hsize_t>& more = {}) const {
    std::vector<hsize_t> shape{arms_, result_.replications};
    shape.insert(shape.end(), more.begin(), more.end());
    return hdf5::read_numbers(file_.id(), "/outcomes/" + name, shape);
  }

  std::optional<int> week_of(double number) const {
    if (std::isnan(number)) return std::nullopt;
    if (!(number >= 0 && number < static_cast<double>(result_.scenario.parameters.run.weeks))) {
      throw std::out_of_range("week");
    }
    return static_cast<int>(number);
  }

  void read_outcomes() {
    const std::size_t firms = result_.scenario.firms.size();
    const std::vector<std::string> verdicts =
        hdf5::read_strings(file_.id(), "/outcomes/verdict", {arms_, result_.replications});
    const std::vector<double> began = outcome_numbers("began");
    const std::vector<double> stock = outcome_numbers("stock_phase_week");
    const std::vector<double> marginalised = outcome_numbers("marginalised_week", {firms});
    // Format 2.0 had none, and said of strategies that avert alone what comes after the span.
    const std::vector<double> until =
        version_ == "2.0" ? marginalised : outcome_numbers("marginalised_until", {firms});
    const std::vector<double> lines = outcome_numbers("line_week", {firms, count_of<Line>});
    const std::vector<double> npv = outcome_numbers("npv", {firms});
    const std::vector<double> share = outcome_numbers("share_end", {firms, count_of<Department>});
    const std::vector<double> budget = outcome_numbers("budget_total", {firms, count_of<Department>});
    for (const auto& numbers : {npv, share, budget}) {
      if (!std::all_of(numbers.begin(), numbers.end(), [](double x) { return std::isfinite(x); })) {
        throw std::out_of_range("outcomes");
      }
    }
    constexpr std::size_t departments = count_of<Department>;

    result_.outcomes.assign(result_.arms.size(), std::vector<Outcome>(result_.replications));
    for (std::size_t n = 0; n < verdicts.size(); ++n) {
      Outcome& outcome = result_.outcomes[n / result_.replications][n % result_.replications];
      const std::optional<Verdict> verdict = named<Verdict>(verdicts[n]);
      if (!verdict) throw std::out_of_range("verdict");
      outcome.verdict = *verdict;
      outcome.began = week_of(began.at(n));
      outcome.stock_phase_week = week_of(stock.at(n));
      outcome.firms.resize(firms);
      for (std::size_t f = 0; f < firms; ++f) {
        FirmOutcome& firm = outcome.firms[f];
        const std::size_t at = n * firms + f;
        firm.marginalised_week = week_of(marginalised.at(at));
        firm.marginalised_until = week_of(until.at(at));
        firm.npv = npv.at(at);
        for (std::size_t i = 0; i < count_of<Line>; ++i)
          firm.line_week[i] = week_of(lines.at(at * count_of<Line> + i));
        for (std::size_t d = 0; d < departments; ++d) {
          firm.share_end(static_cast<Eigen::Index>(d)) = share.at(at * departments + d);
          firm.budget_total(static_cast<Eigen::Index>(d)) = budget.at(at * departments + d);
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

Descriptor opened_file(const std::filesystem::path& path) {
  const auto refuse = [&](const std::string& what, const std::string& cure) {
    throw InputError(Problem{{path.string()}, "", what, cure});
  };
  std::error_code ignored;
  const std::filesystem::file_status status = std::filesystem::status(path, ignored);
  if (!std::filesystem::exists(status))
    refuse("there is no such file", "check the name and the folder you are in");
  if (!std::filesystem::is_regular_file(status)) {
    refuse("this is not a regular file", "name a file that `orgsim run -o` wrote");
  }
  Descriptor file(path, O_RDONLY | O_NONBLOCK);
  if (file.number() < 0) {
    throw SystemError(fmt::format("cannot read '{}': {}", path.string(), reason_of(errno)));
  }
  return file;
}

// The beginning of time if the file is gone.
std::filesystem::file_time_type last_written(const std::filesystem::path& path) {
  std::error_code error;
  const auto time = std::filesystem::last_write_time(path, error);
  return error ? std::filesystem::file_time_type::min() : time;
}

}  // namespace

RunResult read_results(const std::filesystem::path& path, const StopFlag& stop, std::string* digest) {
  return results::opened(path, stop, digest).result;
}

results::Opened results::opened(const std::filesystem::path& path, const StopFlag& stop,
                                std::string* digest) {
  Descriptor file = opened_file(path);
  const auto written = last_written(path);
  const std::string found = results::checked_digest(file, stop);
  if (digest != nullptr) *digest = found;
  try {
    RunResult result = ResultsReader(file).read();
    if (last_written(path) != written) throw SystemError("it was changed meanwhile");
    return {std::move(file), std::move(result)};
  } catch (const SystemError& error) {
    throw InputError(
        Problem{{path.string()}, "", fmt::format("cannot be read ({})", error.what()), "run it again"});
  } catch (const std::out_of_range&) {
    throw InputError(Problem{{path.string()}, "", "its datasets do not fit together", "run it again"});
  }
}

std::string digest_of_results(const std::filesystem::path& path, const StopFlag& stop) {
  return results::checked_digest(opened_file(path), stop);
}

void copy_results(const std::filesystem::path& from, const std::filesystem::path& path, bool replace) {
  if (const std::optional<Problem> problem = problem_of_results_name(path, false)) throw InputError(*problem);
  const Descriptor source = opened_file(from);
  const std::string digest = results::checked_digest(source, {});
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

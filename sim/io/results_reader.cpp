#include <fmt/format.h>

#include <cmath>

#include "io/document.hpp"
#include "io/results.hpp"
#include "io/results_layout.hpp"
#include "io/scenario_reader.hpp"

namespace orgsim {

namespace {

std::optional<int> week_of(double number) {
  if (std::isnan(number)) return std::nullopt;
  return static_cast<int>(number);
}

class ResultsReader {
 public:
  explicit ResultsReader(const std::filesystem::path& path) : path_(path) {}

  RunResult read() {
    open();
    check_version();
    result_.scenario =
        read_scenario(parse_document(hdf5::read_text_attribute(file_.id(), "scenario"), "scenario"));
    const std::vector<std::string> names = hdf5::read_strings(file_.id(), "/strategy");
    const std::vector<std::string> labels = hdf5::read_strings(file_.id(), "/strategy_label");
    for (std::size_t a = 0; a < names.size(); ++a) result_.arms.push_back({names[a], labels.at(a)});
    result_.replications = hdf5::extent(file_.id(), "/outcomes/verdict").at(1);
    read_outcomes();
    read_drawn();
    read_headline();
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what, const std::string& cure) const {
    throw InputError(Problem{{path_.string()}, "", what, cure});
  }

  void open() {
    if (!std::filesystem::exists(path_))
      refuse("there is no such file", "check the name and the folder you are in");
    try {
      file_ = hdf5::open_file(path_);
    } catch (const SystemError& error) {
      refuse(fmt::format("not an HDF5 file that can be read ({})", error.what()),
             "name a file that `orgsim run -o` wrote");
    }
  }

  void check_version() {
    if (!hdf5::has_attribute(file_.id(), "program") || !hdf5::has_attribute(file_.id(), "format_version") ||
        hdf5::read_text_attribute(file_.id(), "program") != "orgsim") {
      refuse("an HDF5 file, but not one of orgsim's", "name a file that `orgsim run -o` wrote");
    }
    const std::string version = hdf5::read_text_attribute(file_.id(), "format_version");
    if (std::atoi(version.c_str()) > kFormatMajor) {
      refuse(fmt::format("its format is {}, and this program reads up to {}.x", version, kFormatMajor),
             fmt::format("use orgsim {} or newer", hdf5::read_text_attribute(file_.id(), "program_version")));
    }
  }

  std::vector<double> outcome_numbers(const std::string& name) const {
    return hdf5::read_numbers(file_.id(), "/outcomes/" + name);
  }

  void read_outcomes() {
    const std::size_t firms = result_.scenario.firms.size();
    const std::vector<std::string> verdicts = hdf5::read_strings(file_.id(), "/outcomes/verdict");
    const std::vector<double> began = outcome_numbers("began");
    const std::vector<double> stock = outcome_numbers("stock_phase_week");
    const std::vector<double> marginalised = outcome_numbers("marginalised_week");
    const std::vector<double> lines = outcome_numbers("line_week");
    const std::vector<double> npv = outcome_numbers("npv");
    const std::vector<double> share = outcome_numbers("share_end");
    const std::vector<double> budget = outcome_numbers("budget_total");
    constexpr std::size_t departments = count_of<Department>;

    result_.outcomes.assign(result_.arms.size(), std::vector<Outcome>(result_.replications));
    for (std::size_t n = 0; n < verdicts.size(); ++n) {
      Outcome& outcome = result_.outcomes[n / result_.replications][n % result_.replications];
      outcome.verdict = named<Verdict>(verdicts[n]).value_or(Verdict::not_begun);
      outcome.began = week_of(began.at(n));
      outcome.stock_phase_week = week_of(stock.at(n));
      outcome.firms.resize(firms);
      for (std::size_t f = 0; f < firms; ++f) {
        FirmOutcome& firm = outcome.firms[f];
        const std::size_t at = n * firms + f;
        firm.marginalised_week = week_of(marginalised.at(at));
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
    const std::vector<double> numbers = keys > 0 ? outcome_numbers("drawn") : std::vector<double>();
    for (std::size_t r = 0; r < result_.replications; ++r) {
      const auto from = numbers.begin() + static_cast<std::ptrdiff_t>(r * keys);
      result_.drawn.emplace_back(from, from + static_cast<std::ptrdiff_t>(keys));
    }
  }

  // Medians of the baseline's focal marketing from the bands.
  void read_headline() {
    const auto medians = [&](const std::string& series) {
      const std::vector<double> numbers = hdf5::read_numbers(file_.id(), "/bands/" + series);
      const std::vector<hsize_t> size = hdf5::extent(file_.id(), "/bands/" + series);
      const std::size_t a_week = size[2] * size[3] * size[4];
      const std::size_t marketing = static_cast<std::size_t>(Department::marketing) * size[4] + size[4] / 2;
      std::vector<float> result;
      for (std::size_t week = 0; week < size[1]; ++week) {
        result.push_back(static_cast<float>(numbers[week * a_week + marketing]));
      }
      return result;
    };
    result_.headline.share = medians("share");
    result_.headline.contributed = medians("contributed");
    result_.headline.credited = medians("credited");
  }

  std::filesystem::path path_;
  hdf5::Handle file_;
  RunResult result_;
};

}  // namespace

RunResult read_results(const std::filesystem::path& path) {
  try {
    return ResultsReader(path).read();
  } catch (const SystemError& error) {
    throw InputError(Problem{
        {path.string()}, "", fmt::format("damaged or incomplete ({})", error.what()), "run it again"});
  } catch (const std::out_of_range&) {
    throw InputError(
        Problem{{path.string()}, "", "damaged: its datasets do not fit together", "run it again"});
  }
}

}  // namespace orgsim

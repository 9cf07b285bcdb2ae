#include "experiment/bands.hpp"

#include <algorithm>

#include "experiment/column_sort.hpp"
#include "experiment/statistics.hpp"
#include "platform/parallel.hpp"

namespace orgsim {

namespace {

// Columns first, first + 1, ... of the rows over all replications, each sorted.
void sort_rows(const WeekBlock& block, std::size_t arm, std::size_t week, std::size_t first,
               std::vector<ColumnRow>& rows) {
  const std::size_t width = std::min(kSortedTogether, block.recording().series.width() - first);
  rows.assign(block.replications(), {});
  for (std::size_t r = 0; r < rows.size(); ++r)
    std::copy_n(block.row(arm, r, week) + first, width, rows[r].values.begin());
  sort_columns(rows);
}

std::vector<double> column_of(const std::vector<ColumnRow>& rows, std::size_t column) {
  std::vector<double> values(rows.size());
  for (std::size_t r = 0; r < values.size(); ++r) values[r] = rows[r].values[column];
  return values;
}

std::vector<double> sorted_column(const WeekBlock& block, std::size_t arm, std::size_t week,
                                  std::size_t column) {
  std::vector<double> values(block.replications());
  for (std::size_t r = 0; r < values.size(); ++r) values[r] = block.row(arm, r, week)[column];
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

BandBlock bands_of(const WeekBlock& block, int threads) {
  const std::size_t width = block.recording().series.width();
  BandBlock bands;
  bands.means.resize(block.arms() * block.weeks * width);
  bands.quantiles.resize(bands.means.size() * kQuantiles.size());
  parallel_for(block.arms() * block.weeks, threads, [&](std::size_t job) {
    std::vector<ColumnRow> rows;
    for (std::size_t column = 0; column < width; ++column) {
      const std::size_t within = column % kSortedTogether;
      if (within == 0) sort_rows(block, job / block.weeks, job % block.weeks, column, rows);
      const std::vector<double> values = column_of(rows, within);
      const std::size_t at = job * width + column;
      bands.means[at] = static_cast<float>(mean_of(values));
      for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
        bands.quantiles[at * kQuantiles.size() + q] =
            static_cast<float>(quantile_of_sorted(values, kQuantiles[q]));
      }
    }
  });
  return bands;
}

void add_headline(const WeekBlock& block, Headline& headline) {
  const RowLayout& layout = block.recording().series;
  const auto marketing = static_cast<std::size_t>(Department::marketing);
  const auto column = [&](std::string_view name) {
    return layout.offsets[layout.index_of(name)] + marketing;
  };
  const std::size_t share = column("share");
  const std::size_t contributed = column("contributed");
  const std::size_t credited = column("credited");
  for (std::size_t i = 0; i < block.weeks; ++i) {
    const auto median = [&](std::size_t c) {
      return static_cast<float>(quantile_of_sorted(sorted_column(block, 0, i, c), 0.5));
    };
    headline.share.push_back(median(share));
    headline.contributed.push_back(median(contributed));
    headline.credited.push_back(median(credited));
  }
}

}  // namespace orgsim

#include "results/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include "core/checksum.hpp"
#include "core/error.hpp"

namespace orgsim::results {

namespace {

constexpr std::string_view kSignature = "\x89HDF\r\n\x1a\n";
constexpr std::size_t kHead = 4096;
constexpr std::size_t kDigits = 32;  // of a digest

// The last line. Its own last word is the digest of all that stands before that word.
constexpr std::string_view kMagic = "orgsim digest 1";
struct LastLine {
  std::uint64_t size = 0;   // of the whole file
  std::uint64_t table = 0;  // where the table begins
  std::string of_table;
  std::string of_all;

  std::string without_last_word() const {
    return fmt::format("{} size {:020} table {:020} {} all ", kMagic, size, table, of_table);
  }
  static std::size_t length() {
    return LastLine{0, 0, std::string(kDigits, '0'), ""}.without_last_word().size() + kDigits + 1;
  }
};

// Calls add(bytes, size) with the bytes from `start` on, of which fewer may be there.
template <class Add>
void read_pieces(const Descriptor& file, const Piece& piece, const StopFlag& stop, Add add) {
  constexpr std::size_t at_once = std::size_t{1} << 20U;
  std::vector<char> buffer(std::min<std::uint64_t>(piece.size, at_once));
  for (std::uint64_t done = 0; done < piece.size;) {
    stop.check();
    const std::size_t wanted = std::min<std::uint64_t>(piece.size - done, buffer.size());
    const std::size_t got = file.read(piece.start + done, buffer.data(), wanted);
    if (got == 0) return;
    add(buffer.data(), got);
    done += got;
  }
}

Checksum checksum_of(const Descriptor& file, const std::vector<Piece>& pieces, const StopFlag& stop) {
  Checksum checksum;
  for (const Piece& piece : pieces) {
    read_pieces(file, piece, stop, [&](const char* bytes, std::size_t size) { checksum.add(bytes, size); });
  }
  return checksum;
}

std::string text_of(const Descriptor& file, const Piece& piece) {
  std::string text;
  read_pieces(file, piece, {}, [&](const char* bytes, std::size_t size) { text.append(bytes, size); });
  return text;
}

// What the file's last bytes say, if they say it.
std::optional<LastLine> last_line_of(const Descriptor& file, std::uint64_t size) {
  const std::size_t length = LastLine::length();
  if (size < length) return std::nullopt;
  const std::string text = text_of(file, {size - length, length});
  if (!text.starts_with(kMagic)) return std::nullopt;
  std::istringstream words(text.substr(kMagic.size()));
  LastLine line;
  std::string skipped;
  words >> skipped >> line.size >> skipped >> line.table >> line.of_table >> skipped >> line.of_all;
  if (!words || line.without_last_word() + line.of_all + "\n" != text) return std::nullopt;
  return line;
}

std::string table_line(const DatasetBytes& dataset, const std::string& digest) {
  std::string line = fmt::format("{} {}", digest, dataset.path);
  for (const Piece& piece : dataset.pieces) line += fmt::format(" {}+{}", piece.start, piece.size);
  return line + "\n";
}

// The datasets whose bytes are not those that were written.
std::vector<std::string> damaged_datasets(const Descriptor& file, const std::string& table,
                                          const StopFlag& stop) {
  std::vector<std::string> damaged;
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string digest;
    DatasetBytes dataset;
    words >> digest >> dataset.path;
    char plus = 0;
    for (Piece piece; words >> piece.start >> plus >> piece.size;) dataset.pieces.push_back(piece);
    if (checksum_of(file, dataset.pieces, stop).hex() != digest) damaged.push_back(dataset.path);
  }
  return damaged;
}

[[noreturn]] void refuse(const Descriptor& file, const std::string& what) {
  throw InputError(Problem{{file.path().string()}, "", what, "run it again"});
}

// Says what is wrong with a file that does not end as ours do.
[[noreturn]] void refuse_without_digest(const Descriptor& file, std::uint64_t size) {
  const std::string head = text_of(file, {0, kHead});
  if (size == 0) refuse(file, "the file is empty");
  if (begins_as_ours(head) || (head.size() < kHead && head.starts_with(kSignature))) {
    refuse(file, "damaged: it is cut short, or its last bytes are not those that were written");
  }
  if (!head.starts_with(kSignature)) {
    throw InputError(
        Problem{{file.path().string()}, "", "not a results file", "name a file that `orgsim run -o` wrote"});
  }
  refuse(file, "it has no digest: written by an older orgsim, or by another program");
}

[[noreturn]] void refuse_damaged(const Descriptor& file, const LastLine& line, std::uint64_t size,
                                 const StopFlag& stop) {
  if (line.size != size) {
    refuse(file, fmt::format("damaged: it has {} bytes instead of {}", size, line.size));
  }
  const std::uint64_t end = size - LastLine::length();
  const std::string table = line.table < end ? text_of(file, {line.table, end - line.table}) : "";
  const std::vector<std::string> hit = orgsim::checksum_of(table) == line.of_table
                                           ? damaged_datasets(file, table, stop)
                                           : std::vector<std::string>();
  if (hit.empty()) {
    refuse(file,
           "damaged: bytes outside its datasets' numbers (names, texts, structure) are not those that were "
           "written");
  }
  const std::size_t others = hit.size() - 1;
  const std::string more =
      others == 0 ? "" : fmt::format(" and of {} more dataset{}", others, others == 1 ? "" : "s");
  refuse(file, fmt::format("damaged: the bytes of {}{} are not those that were written", hit.front(), more));
}

}  // namespace

bool begins_as_ours(std::string_view first) {
  // Killed before its mark was written, it has HDF5's own first bytes and nothing of anybody's.
  constexpr std::size_t bare = 96;
  if (!first.starts_with(kSignature)) return false;
  if (first.size() <= bare || first.find(kMark) != std::string_view::npos) return true;
  // HDF5 moves the mark away where many attributes want its room: these are then in its place.
  constexpr std::array<std::string_view, 3> names{"format_version", "program_version", "git_commit"};
  return std::all_of(names.begin(), names.end(),
                     [&](std::string_view name) { return first.find(name) != std::string_view::npos; });
}

std::string append_digest(const Descriptor& file, const std::vector<DatasetBytes>& datasets) {
  LastLine line;
  line.table = file.size();
  std::string table;
  for (const DatasetBytes& dataset : datasets) {
    table += table_line(dataset, checksum_of(file, dataset.pieces, {}).hex());
  }
  line.size = line.table + table.size() + LastLine::length();
  line.of_table = orgsim::checksum_of(table);
  Checksum all = checksum_of(file, {{0, line.table}}, {});
  const std::string rest = table + line.without_last_word();
  all.add(rest);
  file.append(rest + all.hex() + "\n");
  return all.hex();
}

std::string checked_digest(const Descriptor& file, const StopFlag& stop) {
  const std::uint64_t size = file.size();
  const std::optional<LastLine> line = last_line_of(file, size);
  if (!line) refuse_without_digest(file, size);
  const std::string found = checksum_of(file, {{0, size - kDigits - 1}}, stop).hex();
  if (line->size != size || found != line->of_all) refuse_damaged(file, *line, size, stop);
  return found;
}

}  // namespace orgsim::results

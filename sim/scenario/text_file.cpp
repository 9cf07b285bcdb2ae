#include "scenario/text_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/locale/encoding_utf.hpp>
#include <optional>
#include <system_error>

#include "core/text.hpp"

namespace orgsim {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";
constexpr std::size_t kPart = std::size_t{1} << 16U;

InputError refused(const AskedBy& by, const std::string& what, const std::string& cure) {
  return InputError(Problem{by.place, by.key, what, cure});
}

InputError unreadable(const fs::path& path, const AskedBy& by, const std::system_error& error) {
  const std::string why = error.code().default_error_condition().message();
  const bool missing =
      error.code() == std::errc::no_such_file_or_directory || error.code() == std::errc::not_a_directory;
  return refused(by, fmt::format("{} cannot be read: {}", called(path, by.place), why),
                 missing                                          ? "check the name and the folder you are in"
                 : error.code() == std::errc::permission_denied   ? "check its permissions"
                 : error.code() == std::errc::too_many_files_open ? "close some files"
                                                                  : "copy it anew, or from another disk");
}

InputError no_text(const fs::path& path, const AskedBy& by) {
  return refused(by, called(path, by.place) + " is not text in UTF-8, nor in UTF-16 with its mark",
                 "save it as UTF-8 (Excel: 'CSV UTF-8'; Notepad: encoding UTF-8)");
}

// Nothing if the text is not whole.
std::optional<std::string> from_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with(kLittleEndianMark);
  bytes.remove_prefix(kLittleEndianMark.size());
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u16string units;
  units.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    units += static_cast<char16_t>(little ? first + 256 * second : 256 * first + second);
  }
  try {
    return boost::locale::conv::utf_to_utf<char>(units, boost::locale::conv::stop);
  } catch (const boost::locale::conv::conversion_error&) {
    return std::nullopt;
  }
}

}  // namespace

std::string called(const fs::path& path, const Place& place) {
  return place.file == path.string() ? "the file" : "'" + path.string() + "'";
}

InputFile open_regular(const fs::path& path, const AskedBy& by) {
  try {
    // A pipe or a device is looked at before it is opened, which might do something to it.
    const fs::file_status status = fs::status(path);
    const bool other = fs::exists(status) && !fs::is_directory(status) && !fs::is_regular_file(status);
    if (!other) {
      InputFile file(path);
      if (file.type() == fs::file_type::directory)
        throw refused(by, called(path, by.place) + " is a folder", "name a file in it");
      if (file.type() == fs::file_type::regular) return file;
    }
  } catch (const std::system_error& error) {
    throw unreadable(path, by, error);
  }
  throw refused(by, called(path, by.place) + " is not a regular file",
                "name a file that can be read as a whole");
}

std::size_t read_some(InputFile& file, char* into, std::size_t most, const fs::path& path,
                      const AskedBy& by) {
  try {
    return file.read(into, most);
  } catch (const std::system_error& error) {
    throw unreadable(path, by, error);
  }
}

std::string read_text(const fs::path& path, std::size_t most_bytes, const AskedBy& by) {
  InputFile file = open_regular(path, by);
  std::string bytes;
  for (std::size_t read = 1; read > 0 && bytes.size() <= most_bytes;) {
    const std::size_t size = bytes.size();
    bytes.resize(size + std::max<std::size_t>(kPart, size == 0 ? file.size() + 1 : 0));
    if (bytes.size() > most_bytes + 1) bytes.resize(most_bytes + 1);
    read = read_some(file, bytes.data() + size, bytes.size() - size, path, by);
    bytes.resize(size + read);
  }
  if (bytes.size() > most_bytes) {
    throw refused(by, fmt::format("{} is larger than {} MB", called(path, by.place), most_bytes >> 20U),
                  "is it the right file?");
  }
  return to_utf8(std::move(bytes), path, by);
}

std::string to_utf8(std::string bytes, const fs::path& path, const AskedBy& by) {
  if (const std::string_view kind = known_binary(bytes); !kind.empty()) {
    throw refused(by, fmt::format("{} is {}, not a text file", called(path, by.place), kind),
                  "unpack it, or save it as text (Excel: 'CSV UTF-8')");
  }
  std::optional<std::string> text;
  if (is_utf16(bytes)) {
    text = from_utf16(bytes);
  } else {
    if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
    if (is_utf8(bytes)) text = std::move(bytes);
  }
  if (text && text->find('\0') == std::string::npos) return *std::move(text);
  throw no_text(path, by);
}

TextLines::TextLines(fs::path path, AskedBy by, OnBytes on_bytes)
    : path_(std::move(path)),
      by_(std::move(by)),
      on_bytes_(std::move(on_bytes)),
      file_(open_regular(path_, by_)) {
  look_at_the_beginning();
  choose_line_end();
}

// UTF-16 is turned as a whole; what is that large is not saved by an editor.
void TextLines::look_at_the_beginning() {
  refill();
  if (is_utf16(buffer_)) {
    while (refill()) {
    }
  } else if (known_binary(buffer_).empty()) {
    if (buffer_.starts_with(kUtf8Mark)) at_ = kUtf8Mark.size();
    refuse_zeros(0);
    return;
  }
  buffer_ = to_utf8(std::move(buffer_), path_, by_);
}

// A CR that is the last byte read may be the first half of CRLF.
void TextLines::choose_line_end() {
  const bool alone = buffer_.find('\n') == std::string::npos &&
                     buffer_.find('\r') < std::max<std::size_t>(buffer_.size(), 1) - 1;
  if (alone) line_end_ = '\r';
}

void TextLines::refuse_zeros(std::size_t from) const {
  if (buffer_.find('\0', from) != std::string::npos) throw no_text(path_, by_);
}

bool TextLines::refill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t size = buffer_.size();
  buffer_.resize(size + kPart);
  const std::size_t read = read_some(file_, buffer_.data() + size, kPart, path_, by_);
  buffer_.resize(size + read);
  if (on_bytes_) on_bytes_(std::string_view(buffer_).substr(size));
  ended_ = read == 0;
  return !ended_;
}

bool TextLines::next(std::string_view& line) {
  std::size_t end = buffer_.find(line_end_, at_);
  while (end == std::string::npos) {
    const std::size_t seen = buffer_.size() - at_;
    if (!refill()) break;
    refuse_zeros(seen);
    end = buffer_.find(line_end_, seen);
  }
  if (at_ >= buffer_.size()) return false;
  line = std::string_view(buffer_).substr(at_, end == std::string::npos ? end : end - at_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at_ = end == std::string::npos ? buffer_.size() : end + 1;
  ++number_;
  return true;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with(kLittleEndianMark) || bytes.starts_with(kBigEndianMark);
}

std::string_view kind_by_beginning(std::string_view text, std::span<const Beginning> kinds) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const Beginning& kind) { return text.starts_with(kind.begins); });
  return found == kinds.end() ? "" : found->is;
}

std::string_view known_binary(std::string_view first_bytes) {
  constexpr auto kinds = std::to_array<Beginning>({{"\x1f\x8b", "compressed (gzip)"},
                                                   {"BZh", "compressed (bzip2)"},
                                                   {"\xFD"
                                                    "7zXZ",
                                                    "compressed (xz)"},
                                                   {"\x28\xB5\x2F\xFD", "compressed (zstd)"},
                                                   {"PK\x03\x04", "an Excel workbook or a zip archive"},
                                                   {"\xD0\xCF\x11\xE0", "an old Excel workbook"},
                                                   {"\x89HDF", "an HDF5 file"},
                                                   {"%PDF-", "a PDF"}});
  return kind_by_beginning(first_bytes, kinds);
}

}  // namespace orgsim

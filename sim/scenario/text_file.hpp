// Text files as people and their programs save them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.hpp"
#include "platform/input_file.hpp"

namespace orgsim {

// Where a message about a file belongs: the place that asks for it, and the key.
struct AskedBy {
  Place place;
  std::string key;
};

// A file in a message at `place`, which may name it already.
std::string called(const std::filesystem::path& path, const Place& place);

// A file that can be read from its beginning as often as one likes. Throws InputError if it is none: a
// folder, a pipe, missing, not permitted.
InputFile open_regular(const std::filesystem::path& path, const AskedBy& by);

// The next bytes, none at the end. Throws InputError if the disk refuses.
std::size_t read_some(InputFile& file, char* into, std::size_t most, const std::filesystem::path& path,
                      const AskedBy& by);

// The whole of a text file of at most `most_bytes`, as UTF-8 without a mark. Throws InputError if it cannot
// be read, is larger, or is no such text.
std::string read_text(const std::filesystem::path& path, std::size_t most_bytes, const AskedBy& by);

// The bytes of a text file as UTF-8 without a mark: UTF-8 with or without one, and UTF-16 with one, are
// understood. Throws InputError for any other encoding, and for what is no text.
std::string to_utf8(std::string bytes, const std::filesystem::path& path, const AskedBy& by);

// The lines of a text file of any size, without their ends; a mark at the beginning is left out. Lines end as
// the first of them does: LF, CRLF, or CR alone as on old Macs.
class TextLines {
 public:
  // `on_bytes`, if any, is told all bytes of the file in their order. Throws InputError as read_text does,
  // except for what is not UTF-8 within a line.
  using OnBytes = std::function<void(std::string_view)>;
  TextLines(std::filesystem::path path, AskedBy by, OnBytes on_bytes = {});

  // False at the end; the line is gone with the next call.
  bool next(std::string_view& line);
  int number() const { return number_; }  // of that line, from 1 on

 private:
  bool refill();
  void look_at_the_beginning();
  void choose_line_end();
  void refuse_zeros(std::size_t from) const;

  std::filesystem::path path_;
  AskedBy by_;
  OnBytes on_bytes_;
  InputFile file_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
  char line_end_ = '\n';
  int number_ = 0;
};

// Whether a text begins with a mark of UTF-16.
bool is_utf16(std::string_view bytes);

// What a file is, by what it begins with; empty if it is none of the list.
struct Beginning {
  std::string_view begins;
  std::string_view is;
};
std::string_view kind_by_beginning(std::string_view text, std::span<const Beginning> kinds);

// What a file is that is no text, by its first bytes: "compressed", ...; empty if they may be text.
std::string_view known_binary(std::string_view first_bytes);

}  // namespace orgsim

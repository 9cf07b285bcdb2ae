// A file that is made beside the one it will replace, so that whatever stood there stays whole if anything
// fails.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>

#include "core/error.hpp"
#include "platform/descriptor.hpp"

namespace orgsim {

class PartFile {
 public:
  // Whether the first 4096 bytes (fewer if the file is shorter, but not none) of a PATH.part that stands
  // there are a left-over of ours.
  using IsOurs = std::function<bool(std::string_view)>;

  // Makes PATH.part, empty, and locks it against other runs until it is in its place. A link is followed, so
  // that it stays a link. The part that a killed run left behind is replaced. Throws InputError if another
  // run is writing there, PATH.part is somebody's, or problem_of_target() has something to say; SystemError
  // if the system refuses.
  PartFile(const std::filesystem::path& path, bool replace, IsOurs is_ours);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  ~PartFile();  // removes what was not committed

  const std::filesystem::path& part() const { return part_; }
  const Descriptor& file() const { return file_; }

  // Makes sure that the part is on the disk, and puts it in its place in one step, with the permissions of
  // the file that it replaces. Throws SystemError; unless it may replace, a file that appeared there
  // meanwhile stays, and so does the part.
  void commit();

 private:
  void make();
  void clear_leftover() const;
  void put_in_place();

  std::filesystem::path path_;
  std::filesystem::path part_;
  bool replace_;
  IsOurs is_ours_;
  Descriptor file_;
  bool done_ = false;  // in its place, or to be kept
};

// Why nothing can be written under this name: it is a folder, a device, or a link that leads nowhere. A file
// that may not be replaced is no problem here.
std::optional<Problem> problem_of_target(const std::filesystem::path& path);

// Says before long work what PartFile would say after it: problem_of_target(), or that a file stands there
// which may not be replaced. Throws InputError.
void expect_free_target(const std::filesystem::path& path, bool replace);

// Writes a text under the rules of PartFile.
void write_file(const std::filesystem::path& path, std::string_view text, bool replace);

}  // namespace orgsim

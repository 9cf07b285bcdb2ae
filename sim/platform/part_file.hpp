// A file that is made beside the one it will replace, so that whatever stood there stays whole if anything
// fails.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace orgsim {

class PartFile {
 public:
  // Whether the first eight bytes (fewer if the file is shorter) of a PATH.part that stands there are a
  // left-over of ours.
  using IsOurs = std::function<bool(std::string_view)>;

  // A link is followed, so that it stays a link. Removes the part that a killed run left behind. Throws
  // InputError if another run holds a lock on it, or it is somebody's, and SystemError if it cannot be looked
  // at.
  PartFile(const std::filesystem::path& path, bool replace, const IsOurs& is_ours);

  // PATH.part, which is to be made new.
  const std::filesystem::path& part() const { return part_; }

  // Makes sure that the part is on the disk, and puts it in its place in one step. Throws SystemError; unless
  // it may replace, a file that appeared there meanwhile stays.
  void commit();
  void remove() noexcept;

 private:
  void put_in_place();

  std::filesystem::path path_;
  std::filesystem::path part_;
  bool replace_;
};

}  // namespace orgsim

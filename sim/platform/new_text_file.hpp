// A file of text that is being written as PATH.part beside the one it will replace. A link is followed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/part_file.hpp"

namespace orgsim {

class NewTextFile {
 public:
  // `first` is what all files of this kind begin with, eight bytes. Throws InputError if another run is
  // writing there or PATH.part is somebody's, SystemError if it cannot be made.
  NewTextFile(const std::filesystem::path& path, bool replace, std::string_view first);
  NewTextFile(const NewTextFile&) = delete;
  NewTextFile& operator=(const NewTextFile&) = delete;
  ~NewTextFile();  // removes what was not committed

  // Throws SystemError, as for a full disk.
  void write(std::string_view text);
  // Makes sure that it is on the disk, and puts it in its place in one step; as PartFile::commit().
  void commit();

 private:
  void write_all(std::string_view text);

  PartFile part_;
  int descriptor_;  // holds a lock as long as it is open
  std::string waiting_;
  bool open_ = true;
};

}  // namespace orgsim

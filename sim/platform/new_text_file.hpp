// A file of text that is being written as PATH.part beside the one it will replace. A link is followed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/part_file.hpp"

namespace orgsim {

class NewTextFile {
 public:
  // `first` is what all files of this kind begin with. Throws as PartFile.
  NewTextFile(const std::filesystem::path& path, bool replace, std::string_view first);

  // Throws SystemError, as for a full disk.
  void write(std::string_view text);
  // Makes sure that it is on the disk, and puts it in its place in one step; as PartFile::commit().
  void commit();

 private:
  PartFile part_;
  std::string waiting_;
};

}  // namespace orgsim

#include "platform/new_text_file.hpp"

namespace orgsim {

namespace {

constexpr std::size_t kAtOnce = std::size_t{1} << 16U;

}  // namespace

NewTextFile::NewTextFile(const std::filesystem::path& path, bool replace, std::string_view first)
    : part_(path, replace,
            [first = std::string(first)](std::string_view found) { return found.starts_with(first); }) {}

void NewTextFile::write(std::string_view text) {
  waiting_ += text;
  if (waiting_.size() < kAtOnce) return;
  part_.file().append(waiting_);
  waiting_.clear();
}

void NewTextFile::commit() {
  part_.file().append(waiting_);
  part_.commit();
}

}  // namespace orgsim

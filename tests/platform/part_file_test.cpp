#include "platform/part_file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

namespace fs = std::filesystem;

class PartFiles : public testing::Test {
 protected:
  fs::path at(const std::string& name) const { return folder_.path() / name; }
  std::string content(const std::string& name) const { return test::read_file(at(name)); }

  // What is said when a text is written there; nothing if it was.
  std::string said(const std::string& name, bool replace = true) const {
    try {
      write_file(at(name), "new", replace);
    } catch (const std::exception& error) {
      return error.what();
    }
    return "";
  }

  test::TemporaryFolder folder_;
};

bool any(std::string_view) {
  return true;
}

TEST_F(PartFiles, are_locked_until_they_are_in_their_place) {
  folder_.write("a", "old");
  PartFile first(at("a"), true, any);
  first.file().append("first");
  EXPECT_EQ(said("a"),
            at("a.part").string() +
                ": another run of orgsim is writing to this file; wait for it, or name another file");
  EXPECT_EQ(content("a"), "old");
  first.commit();
  EXPECT_EQ(content("a"), "first");
  EXPECT_EQ(said("a"), "");
}

// A run may find a part, and be slow to lock it while the other puts it in its place.
TEST_F(PartFiles, put_nothing_in_place_but_what_they_wrote) {
  folder_.write("a", "old");
  {
    PartFile file(at("a"), true, any);
    fs::remove(at("a.part"));
    folder_.write("a.part", "somebody's");
    EXPECT_THROW(file.commit(), SystemError);
  }
  EXPECT_EQ(content("a"), "old");
  EXPECT_EQ(content("a.part"), "somebody's");
}

TEST_F(PartFiles, keep_the_permissions_of_what_they_replace) {
  folder_.write("a", "old");
  for (const mode_t mode : {mode_t{0600}, mode_t{0640}, mode_t{0444}}) {
    ASSERT_EQ(chmod(at("a").c_str(), mode), 0);
    EXPECT_EQ(said("a"), "");
    struct stat status = {};
    ASSERT_EQ(stat(at("a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777, mode);
  }
}

TEST_F(PartFiles, are_nobody_elses_to_read_if_what_they_replace_is_not) {
  folder_.write("a", "old");
  ASSERT_EQ(chmod(at("a").c_str(), 0600), 0);
  const PartFile file(at("a"), true, any);
  struct stat status = {};
  ASSERT_EQ(stat(file.part().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0077, 0U);
}

TEST_F(PartFiles, replace_the_left_over_of_the_same_text_and_no_other) {
  folder_.write("a.part", "ne");
  EXPECT_EQ(said("a"), "");
  folder_.write("a.part", "precious");
  EXPECT_NE(said("a").find("no earlier run of orgsim has left"), std::string::npos) << said("a");
  EXPECT_EQ(content("a.part"), "precious");
  fs::remove(at("a.part"));
  folder_.write("victim", "precious");
  fs::create_symlink("victim", at("a.part"));
  EXPECT_NE(said("a").find("no earlier run of orgsim has left"), std::string::npos) << said("a");
  EXPECT_EQ(content("victim"), "precious");
}

TEST_F(PartFiles, follow_a_link_that_leads_somewhere) {
  folder_.write("real", "old");
  fs::create_symlink("real", at("link"));
  EXPECT_EQ(said("link"), "");
  EXPECT_TRUE(fs::is_symlink(at("link")));
  EXPECT_EQ(content("real"), "new");
  for (const char* target : {"nowhere", "none/at/all", "loop"}) {
    fs::remove(at("loop"));
    fs::create_symlink(target, at("loop"));
    EXPECT_NE(said("loop").find("this is a link that leads nowhere"), std::string::npos) << said("loop");
  }
}

TEST_F(PartFiles, replace_no_folder_and_no_device) {
  fs::create_directory(at("folder"));
  EXPECT_NE(said("folder").find("this is a folder"), std::string::npos) << said("folder");
  ASSERT_EQ(mkfifo(at("fifo").c_str(), 0600), 0);
  EXPECT_NE(said("fifo").find("this is not a regular file"), std::string::npos) << said("fifo");
  EXPECT_TRUE(fs::is_fifo(at("fifo")));
}

TEST_F(PartFiles, replace_nothing_unless_told_to) {
  folder_.write("a", "old");
  EXPECT_NE(said("a", false).find("a file of this name appeared"), std::string::npos);
  EXPECT_EQ(content("a"), "old");
}

}  // namespace
}  // namespace orgsim

#include "experiment/sweep/journal.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "support/worlds.hpp"

namespace orgsim {
namespace {

const SweepIdentity kIdentity{"1.0.0", "abc", "title = \"a\"\n[market]\ntaste = 2.0\n", {}};

// A record of which every part depends on the point.
PointRecord record_of(std::uint64_t point) {
  PointRecord record;
  record.point = point;
  record.status = point % 3 == 2 ? PointStatus::failed : PointStatus::done;
  record.values = {0.5 * static_cast<double>(point), -1};
  if (record.status == PointStatus::failed) {
    record.message = "its draws contradict each other";
    return record;
  }
  record.replications = 2;
  record.outcomes.resize(2);
  record.outcomes[1].verdict = Verdict::averted;
  record.drawn = {static_cast<double>(point)};
  record.bands = {1, 2, static_cast<float>(point)};
  return record;
}

class JournalTest : public testing::Test {
 protected:
  void write(std::uint64_t from, std::uint64_t to) const {
    Journal journal(path_, kIdentity, false);
    for (std::uint64_t p = from; p < to; ++p) journal.append(record_of(p));
  }
  std::string bytes() const { return test::read_file(path_); }
  void put(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

  // The points that a journal gives, all of which are as they were written.
  std::set<std::uint64_t> points() const {
    Journal journal(path_, kIdentity, false);
    std::set<std::uint64_t> found;
    for (const Journal::Entry& entry : journal.entries()) {
      EXPECT_EQ(journal.read(entry), record_of(entry.point));
      found.insert(entry.point);
    }
    return found;
  }
  std::string says(const SweepIdentity& identity) const {
    try {
      const Journal journal(path_, identity, false);
    } catch (const InputError& error) {
      return error.what();
    }
    return "";
  }

  test::TemporaryFolder folder_;
  std::filesystem::path path_ = folder_.path() / "x.h5.journal";
};

TEST_F(JournalTest, gives_back_what_was_put_in_in_its_order) {
  write(0, 4);
  write(4, 6);
  Journal journal(path_, kIdentity, false);
  ASSERT_EQ(journal.entries().size(), 6U);
  for (std::uint64_t p = 0; p < 6; ++p) {
    EXPECT_EQ(journal.entries()[p].point, p);
    EXPECT_EQ(journal.read(journal.entries()[p]), record_of(p));
  }
  EXPECT_EQ(journal.damage(), "");
}

TEST_F(JournalTest, gives_back_what_it_has_not_written_yet) {
  Journal journal(path_, kIdentity, false);
  std::vector<Journal::Entry> appended;
  journal.on_appended([&](const Journal::Entry& entry) { appended.push_back(entry); });
  for (std::uint64_t p = 0; p < 3; ++p) journal.append(record_of(p));
  for (std::uint64_t p = 0; p < 3; ++p) EXPECT_EQ(journal.read(appended[p]), record_of(p));
}

TEST_F(JournalTest, has_all_on_the_disk_once_it_is_synced) {
  Journal journal(path_, kIdentity, false);
  for (std::uint64_t p = 0; p < 3; ++p) journal.append(record_of(p));
  journal.sync();
  const std::string there = bytes();
  journal.remove();
  put(there);
  EXPECT_EQ(points(), (std::set<std::uint64_t>{0, 1, 2}));
}

TEST_F(JournalTest, that_is_cut_anywhere_gives_the_records_before_the_cut_and_goes_on) {
  write(0, 3);
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    put(whole.substr(0, size));
    const std::set<std::uint64_t> kept = points();
    write(3, 5);
    std::set<std::uint64_t> expected = kept;
    expected.insert({3, 4});
    ASSERT_EQ(points(), expected) << "cut at " << size;
    ASSERT_LT(kept.size(), 3U);
    if (!kept.empty()) {
      ASSERT_EQ(*kept.rbegin(), kept.size() - 1);
    }
  }
}

TEST_F(JournalTest, with_a_flipped_bit_anywhere_loses_one_record_at_most) {
  write(0, 3);
  const std::string whole = bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int bit : {0, 3, 7}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      put(changed);
      ASSERT_GE(points().size(), 2U) << "byte " << at << ", bit " << bit;
      const Journal journal(path_, kIdentity, false);
      ASSERT_EQ(journal.entries().size() == 3 && journal.damage().empty(), false) << at;
    }
  }
}

TEST_F(JournalTest, with_bytes_too_many_passes_over_them) {
  write(0, 2);
  put(bytes() + std::string(100, '\0') + "OSJ1 and more");
  write(2, 4);
  EXPECT_EQ(points(), (std::set<std::uint64_t>{0, 1, 2, 3}));
}

TEST_F(JournalTest, is_refused_to_another_sweep_with_what_differs) {
  write(0, 2);
  SweepIdentity other = kIdentity;
  other.plan = "title = \"a\"\n[market]\ntaste = 3.5\n";
  EXPECT_NE(says(other).find("market.taste: 3.5 now, 2 then"), std::string::npos) << says(other);
  EXPECT_NE(says(other).find("--force"), std::string::npos);
  other = kIdentity;
  other.version = "2.0.0";
  EXPECT_NE(says(other).find("the program: 2.0.0 (commit abc) now, 1.0.0 (commit abc) then"),
            std::string::npos)
      << says(other);
  other = kIdentity;
  other.shard = {2, 3};
  EXPECT_NE(says(other).find("the shard: 2/3 now, 1/1 then"), std::string::npos) << says(other);
  EXPECT_EQ(says(kIdentity), "");
}

TEST_F(JournalTest, without_its_header_is_still_refused_to_another_sweep) {
  write(0, 2);
  std::string changed = bytes();
  changed[20] = static_cast<char>(changed[20] ^ 1);
  put(changed);
  SweepIdentity other = kIdentity;
  other.plan += "x = 1\n";
  EXPECT_NE(says(other).find("its points are of another sweep"), std::string::npos) << says(other);
  EXPECT_EQ(points(), (std::set<std::uint64_t>{0, 1}));
}

TEST_F(JournalTest, does_not_touch_a_file_that_is_something_else) {
  const std::vector<std::string> others{"my only notes", "abc", std::string(5000, 'x')};
  for (const std::string& text : others) {
    put(text);
    EXPECT_NE(says(kIdentity).find("move it away"), std::string::npos) << text;
    EXPECT_EQ(bytes(), text);
  }
}

TEST_F(JournalTest, is_open_in_one_place_only) {
  const Journal first(path_, kIdentity, false);
  EXPECT_NE(says(kIdentity).find("another process is at work on this sweep"), std::string::npos);
}

TEST_F(JournalTest, that_is_begun_anew_keeps_the_old_one_under_another_name) {
  write(0, 2);
  const std::string old = bytes();
  for (const char* aside : {"x.h5.journal.1", "x.h5.journal.2"}) {
    Journal journal(path_, kIdentity, true);
    EXPECT_TRUE(journal.empty());
    EXPECT_TRUE(journal.anew());
    EXPECT_EQ(journal.put_aside(), folder_.path() / aside);
  }
  EXPECT_EQ(test::read_file(folder_.path() / "x.h5.journal.1"), old);
  EXPECT_TRUE(Journal(path_, kIdentity, false).anew()) << "remembered when it is gone on with";
}

TEST_F(JournalTest, refuses_links_and_folders) {
  std::filesystem::create_directory(path_);
  EXPECT_THROW(Journal(path_, kIdentity, false), std::runtime_error);
  std::filesystem::remove(path_);
  folder_.write("target", "precious");
  std::filesystem::create_symlink(folder_.path() / "target", path_);
  EXPECT_THROW(Journal(path_, kIdentity, true), std::runtime_error);
  EXPECT_EQ(test::read_file(folder_.path() / "target"), "precious");
}

}  // namespace
}  // namespace orgsim

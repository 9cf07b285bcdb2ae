// What becomes of a results file after it was written.
#include "results/digest.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "results/hdf5.hpp"
#include "results/results.hpp"
#include "support/results_file.hpp"
#include "support/worlds.hpp"

namespace orgsim {
namespace {

class Digest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const test::TemporaryFolder folder;
    test::write_results(folder.path() / "a.h5", test::tiny(MarketKind::mean_field));
    whole_ = new std::string(test::read_file(folder.path() / "a.h5"));
  }
  static void TearDownTestSuite() { delete whole_; }

  std::string said_of(const std::string& bytes) const {
    const auto path = folder_.write("a.h5", bytes);
    const std::string said = test::reader_says(path);
    return said.empty() ? said : said.substr(path.string().size() + 2);
  }
  static std::string flipped(std::size_t at, int bit = 0) {
    std::string bytes = *whole_;
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    return bytes;
  }

  static std::string* whole_;
  test::TemporaryFolder folder_;
};
std::string* Digest::whole_ = nullptr;

TEST_F(Digest, is_checked) {
  EXPECT_EQ(said_of(*whole_), "");
  EXPECT_EQ(digest_of_results(folder_.path() / "a.h5") + "\n", whole_->substr(whole_->size() - 33));
}

TEST_F(Digest, finds_every_flipped_bit) {
  const std::size_t step = whole_->size() / 200;
  for (std::size_t i = 0; i * step < whole_->size(); ++i) {
    EXPECT_TRUE(said_of(flipped(i * step, static_cast<int>(i % 8))).starts_with("damaged: ")) << i * step;
  }
  for (std::size_t back = 1; back < 150; ++back) {
    EXPECT_TRUE(said_of(flipped(whole_->size() - back)).starts_with("damaged: ")) << back;
  }
}

TEST_F(Digest, says_which_dataset_is_hit) {
  const auto path = folder_.write("whole.h5", *whole_);
  std::vector<results::DatasetBytes> datasets =
      hdf5::bytes_of_datasets(hdf5::open_file(Descriptor(path, O_RDONLY)).id());
  EXPECT_GT(datasets.size(), 100U);
  for (const results::DatasetBytes& dataset : datasets) {
    ASSERT_FALSE(dataset.pieces.empty()) << dataset.path;
    const results::Piece last = dataset.pieces.back();
    EXPECT_EQ(said_of(flipped(last.start + last.size - 1)),
              "damaged: the bytes of " + dataset.path + " are not those that were written; run it again");
  }
  std::string twice = flipped(datasets.back().pieces.front().start);
  twice[datasets.front().pieces.front().start] ^= 1;
  EXPECT_TRUE(said_of(twice).starts_with("damaged: the bytes of /audit/credit and of 1 more dataset are not"))
      << said_of(twice);
}

TEST_F(Digest, says_that_no_dataset_is_hit) {
  for (const std::size_t at : {std::size_t{0}, std::size_t{100}, whole_->size() - 5}) {
    EXPECT_EQ(
        said_of(flipped(at)),
        "damaged: bytes outside its datasets' numbers (names, texts, structure) are not those that were "
        "written; run it again");
  }
}

TEST_F(Digest, says_that_the_file_is_cut_short_or_longer_than_it_was) {
  const std::string cut =
      "damaged: it is cut short, or its last bytes are not those that were written; run it again";
  for (const std::size_t left : {std::size_t{9}, std::size_t{5000}, whole_->size() / 2, whole_->size() - 1}) {
    EXPECT_EQ(said_of(whole_->substr(0, left)), cut) << left;
  }
  EXPECT_EQ(said_of(*whole_ + "x"), cut);
  EXPECT_EQ(said_of(whole_->substr(0, 5000) + whole_->substr(6000)),
            "damaged: it has " + std::to_string(whole_->size() - 1000) + " bytes instead of " +
                std::to_string(whole_->size()) + "; run it again");
  EXPECT_EQ(said_of(""), "the file is empty; run it again");
}

// Two bytes of such a file can send the HDF5 library into a loop without an end.
TEST_F(Digest, is_wanted_before_the_file_is_opened_as_hdf5) {
  const auto path = folder_.path() / "old.h5";
  {
    const hdf5::Handle file(H5Fcreate(path.c_str(), H5F_ACC_EXCL, H5P_DEFAULT, H5P_DEFAULT), H5Fclose,
                            "a file");
    hdf5::set_attribute(file.id(), "program", "orgsim");
    hdf5::set_attribute(file.id(), "format_version", "1.1");
    hdf5::set_attribute(file.id(), "scenario", std::string(6000, '#'));
  }
  EXPECT_EQ(
      test::reader_says(path),
      path.string() + ": it has no digest: written by an older orgsim, or by another program; run it again");
}

TEST_F(Digest, is_no_reason_to_follow_what_leads_out_of_the_file) {
  const auto path = folder_.path() / "a.h5";
  const std::string refused = " leads to another place or file); run it again";
  const auto changed = [&](const std::function<void(hid_t)>& change) {
    folder_.write("a.h5", *whole_);
    test::change_results(path, change);
    return test::reader_says(path);
  };
  folder_.write("b.h5", *whole_);
  EXPECT_TRUE(changed([](hid_t file) {
                H5Ldelete(file, "bands", H5P_DEFAULT);
                H5Lcreate_external("b.h5", "/bands", file, "bands", H5P_DEFAULT, H5P_DEFAULT);
              }).ends_with("'/bands'" + refused));
  EXPECT_TRUE(changed([](hid_t file) {
                H5Ldelete(file, "/bands/share", H5P_DEFAULT);
                H5Lcreate_soft("/means/share", file, "/bands/share", H5P_DEFAULT, H5P_DEFAULT);
              }).ends_with("'/bands/share'" + refused));
  EXPECT_TRUE(changed([](hid_t file) {
                H5Ldelete(file, "/outcomes/npv", H5P_DEFAULT);
                const hsize_t sizes[] = {3, 1, 3};
                const hdf5::Handle space(H5Screate_simple(3, sizes, nullptr), H5Sclose, "a dataspace");
                const hdf5::Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose, "a list");
                H5Pset_external(creation.id(), "/etc/passwd", 0, 72);
                const hdf5::Handle dataset(H5Dcreate2(file, "/outcomes/npv", H5T_NATIVE_DOUBLE, space.id(),
                                                      H5P_DEFAULT, creation.id(), H5P_DEFAULT),
                                           H5Dclose, "a dataset");
              }).ends_with("'/outcomes/npv'" + refused));
}

TEST_F(Digest, stands_in_copies_and_what_is_damaged_is_not_copied) {
  const auto path = folder_.write("a.h5", *whole_);
  copy_results(path, folder_.path() / "copy.h5", false);
  EXPECT_EQ(test::read_file(folder_.path() / "copy.h5"), *whole_);
  folder_.write("a.h5", flipped(5000));
  EXPECT_THROW(copy_results(path, folder_.path() / "copy.h5", true), InputError);
  EXPECT_EQ(test::read_file(folder_.path() / "copy.h5"), *whole_);
}

TEST_F(Digest, stops_when_asked_to) {
  const auto path = folder_.write("a.h5", *whole_);
  const std::atomic<bool> stop{true};
  EXPECT_THROW(digest_of_results(path, StopFlag(&stop)), Interrupted);
}

}  // namespace
}  // namespace orgsim

"""What Python writes, and files that change after they were opened."""

import os
import resource
import shutil
import stat

import pytest

import orgsim


@pytest.fixture(params=["results in memory", "results of a file", "scenario"])
def saved(request, results, small, tmp_path_factory):
    """Something that can be saved."""
    if request.param == "scenario":
        return small
    if request.param == "results in memory":
        return results
    path = tmp_path_factory.mktemp("saved") / "saved.h5"
    results.save(path)
    return orgsim.open(path)


def test_what_stands_at_the_part_is_left_alone(saved, tmp_path):
    (tmp_path / "victim").write_text("precious")
    (tmp_path / "x.h5.part").symlink_to("victim")
    (tmp_path / "y.h5.part").write_text("precious")
    for name in ("x.h5", "y.h5"):
        with pytest.raises(orgsim.InputError, match="no earlier run of orgsim has left"):
            saved.save(tmp_path / name)
        assert (tmp_path / f"{name}.part").read_text() == "precious"
        assert not (tmp_path / name).exists()
    assert (tmp_path / "x.h5.part").is_symlink()


def test_links_are_followed_and_what_is_no_file_is_left_alone(saved, tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "link.h5").symlink_to("real")
    saved.save(tmp_path / "link.h5", overwrite=True)
    assert (tmp_path / "link.h5").is_symlink()
    assert (tmp_path / "real").read_bytes() != b"old"
    (tmp_path / "nowhere.h5").symlink_to("none")
    (tmp_path / "folder.h5").mkdir()
    os.mkfifo(tmp_path / "fifo.h5")
    for name, said in {
        "nowhere.h5": "leads nowhere",
        "fifo.h5": "not a regular file",
        "folder.h5": "folder",
    }.items():
        with pytest.raises(orgsim.InputError, match=said):
            saved.save(tmp_path / name, overwrite=True)
    assert (tmp_path / "fifo.h5").is_fifo()


def test_permissions_are_kept(saved, tmp_path):
    path = tmp_path / "x.h5"
    path.touch(0o600)
    saved.save(path, overwrite=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_names_that_say_no_results_are_refused(results, tmp_path):
    results.save(tmp_path / "x.h5")
    for kept in (results, orgsim.open(tmp_path / "x.h5")):
        with pytest.raises(orgsim.InputError, match="to_csv"):
            kept.save(tmp_path / "x.csv")
        assert not (tmp_path / "x.csv").exists()


@pytest.fixture
def opened(results, tmp_path):
    """Results of a file, and the file."""
    results.save(tmp_path / "x.h5")
    return orgsim.open(tmp_path / "x.h5"), tmp_path / "x.h5"


def flip(path, at):
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)
        file.seek(at)
        file.write(bytes([byte[0] ^ 1]))


def test_a_path_may_be_bytes(results, tmp_path):
    results.save(os.fsencode(tmp_path / "x.h5"))
    assert orgsim.open(os.fsencode(tmp_path / "x.h5")).outcomes.equals(results.outcomes)


def test_damage_is_said_at_once(opened):
    _, path = opened
    flip(path, path.stat().st_size // 2)
    with pytest.raises(
        orgsim.InputError, match="damaged: the bytes of /.* are not those that were written"
    ):
        orgsim.open(path)


def test_damage_after_opening_is_said_when_a_group_is_read(opened, tmp_path):
    results, path = opened
    flip(path, path.stat().st_size // 2)
    with pytest.raises(OSError, match="damaged: the bytes of /.*changed since it was opened"):
        _ = results.bands
    with pytest.raises(orgsim.InputError, match="damaged"):
        results.save(tmp_path / "copy.h5")
    assert not (tmp_path / "copy.h5").exists()


def test_a_file_that_is_cut_short_after_opening_is_said_to_be(opened):
    results, path = opened
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(OSError, match="cut short"):
        _ = results.bands


def test_a_file_that_was_replaced_after_opening_is_said_to_be(opened, small):
    results, path = opened
    orgsim.run(small, seed=5, path=path, overwrite=True)
    with pytest.raises(OSError, match="other results have replaced those that were opened"):
        _ = results.bands
    streamed = orgsim.run(small, seed=6, path=path, overwrite=True)
    streamed.save(path.with_name("y.h5"))
    shutil.copy(path.with_name("y.h5"), path)  # the same bytes again
    assert streamed.bands.sizes["quantile"] == 5


def test_a_lack_of_descriptors_is_said_as_such(opened):
    results, path = opened
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, before[1]))
    held = []
    try:
        while True:
            held.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        pass
    try:
        with pytest.raises(OSError, match="Too many open files"):
            orgsim.open(path)
        with pytest.raises(OSError, match="Too many open files"):
            results.dataset("bands")
    finally:
        for descriptor in held:
            os.close(descriptor)
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert results.bands.sizes["quantile"] == 5

"""Whatever happens to a sweep, the same command goes on, and the file's bytes are the same in the end."""

import contextlib
import os
import random
import signal
import subprocess
import time

import pytest
from machine import Machine

SWEEP = """
[run]
weeks = 20
[market]
customers = 2000
[strategies.embed]
start = 5
mix = [0.1, 0.2, 0.5, 0.2]
[sweep]
points = 300
replications = 2
[sweep.vary]
"market.taste" = [1, 5]
"strategies.embed.start" = { range = [2, 17], step = 5 }
"""
KILLS = 100 if "ORGSIM_LONG" in os.environ else 10
RUN = ("sweep", "sweep.toml", "-o", "x.h5", "--threads", "2")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, shim):
    """The bytes of the sweep's file, and the seconds that it takes."""
    machine = Machine(tmp_path_factory.mktemp("sweep"), shim)
    (machine.folder / "sweep.toml").write_text(SWEEP)
    began = time.monotonic()
    assert machine.run(*RUN)[0] == 0
    return (machine.folder / "x.h5").read_bytes(), time.monotonic() - began


@pytest.fixture
def sweeping(machine):
    (machine.folder / "sweep.toml").write_text(SWEEP)
    return machine


def goes_on(machine, expected):
    """Run the sweep to its end, and look at its bytes."""
    code, _, err = machine.run(*RUN)
    assert code == 0, err
    assert (machine.folder / "x.h5").read_bytes() == expected
    assert machine.files() == {"sweep.toml", "x.h5"}


def in_its_midst(machine, **options):
    """Begin the sweep and wait until some points are in the journal."""
    process = machine.start(*RUN, **options)
    journal = machine.folder / "x.h5.journal"
    while not (journal.exists() and journal.stat().st_size > 20_000):
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.001)
    return process


def test_a_sweep_that_is_killed_at_random_moments_goes_on_to_the_same_bytes(sweeping, undisturbed):
    expected, takes = undisturbed
    moments = random.Random(11)
    kills = 0
    while kills < KILLS:
        process = sweeping.start(*RUN)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(moments.uniform(0, 0.7 * takes))
        kills += process.poll() is None
        process.kill()
        sweeping.ended(process)
        if process.returncode == 0 or kills % 3 == 0:
            goes_on(sweeping, expected)
            (sweeping.folder / "x.h5").unlink()
    goes_on(sweeping, expected)


def test_a_sweep_that_grows_is_killed_too(sweeping, undisturbed):
    expected, takes = undisturbed
    moments = random.Random(12)
    for _ in range(KILLS // 5):
        assert sweeping.run(*RUN, "--points", "100", "--replications", "1")[0] == 0
        for _ in range(3):
            process = sweeping.start(*RUN)
            time.sleep(moments.uniform(0, 0.7 * takes))
            process.kill()
            sweeping.ended(process)
        goes_on(sweeping, expected)
        (sweeping.folder / "x.h5").unlink()


def test_a_sweep_that_is_killed_while_it_writes_its_file_goes_on(sweeping, undisturbed):
    expected, _ = undisturbed
    process = sweeping.start(*RUN, SHIM_SLOW=5000)
    part = sweeping.folder / "x.h5.part"
    while not (part.exists() and part.stat().st_size == len(expected)):
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    sweeping.ended(process)
    assert part.exists()
    goes_on(sweeping, expected)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_sweep_with_the_sentence_how_to_go_on(sweeping, undisturbed, number):
    process = in_its_midst(sweeping, default=[number])
    process.send_signal(number)
    code, _, err = sweeping.ended(process)
    assert code == 128 + number
    assert "300 points are kept in 'x.h5.journal'; the same command again goes on\n" in err
    assert err.count("interrupted: ") == 1
    goes_on(sweeping, undisturbed[0])


def test_the_second_of_two_sweeps_is_refused_and_a_lock_dies_with_its_owner(sweeping, undisturbed):
    first = in_its_midst(sweeping)
    first.send_signal(signal.SIGSTOP)
    code, _, err = sweeping.run(*RUN)
    assert code == 2
    assert "x.h5.journal: another process is at work on this sweep; wait for it" in err
    first.kill()
    sweeping.ended(first)
    goes_on(sweeping, undisturbed[0])


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.5, 0.99])
def test_on_a_full_disk_a_sweep_ends_with_1_and_goes_on_when_there_is_room(
    sweeping, undisturbed, share
):
    room = int(share * 300_000)
    code, _, err = sweeping.run(*RUN, SHIM_ROOM=room, SHIM_FULL=".journal")
    assert code == 1
    assert "No space left on device; what was run is kept in 'x.h5.journal'" in err
    assert "the same command again goes on" in err
    goes_on(sweeping, undisturbed[0])


@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_disk_that_is_full_when_the_file_is_written_loses_no_point(sweeping, undisturbed, share):
    expected, _ = undisturbed
    code, _, err = sweeping.run(*RUN, SHIM_ROOM=int(share * len(expected)))
    assert code == 1
    assert "the same command again goes on" in err
    assert sweeping.files() == {"sweep.toml", "x.h5.journal"}
    began = time.monotonic()
    goes_on(sweeping, expected)
    assert time.monotonic() - began < 10


def test_progress_is_a_line_now_and_then_where_there_is_no_terminal(sweeping):
    code, out, err = sweeping.run(*RUN)
    assert code == 0
    assert "This holds for the points that" in out
    assert "300 points in 'x.h5'" in err
    assert len(err.splitlines()) < 5
    assert "\r" not in err


def test_another_sweep_is_refused_and_keeps_the_journal_when_forced(sweeping):
    process = in_its_midst(sweeping)
    process.kill()
    sweeping.ended(process)
    journal = sweeping.folder / "x.h5.journal"
    kept = journal.read_bytes()
    code, _, err = sweeping.run(*RUN, "--vary", "market.taste=1:4")
    assert code == 2
    assert "market.taste" in err
    assert "--force" in err
    assert journal.read_bytes() == kept
    assert sweeping.run(*RUN, "--vary", "market.taste=1:4", "--force", "--points", "4")[0] == 0
    assert (sweeping.folder / "x.h5.journal.1").read_bytes() == kept

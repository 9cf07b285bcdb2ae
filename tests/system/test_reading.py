"""Files that are damaged, or that the disk does not give."""

import os
import random
import signal
import sys

import pytest


@pytest.mark.parametrize("at", [0, 1000, 20000])
def test_an_error_in_reading_is_said(machine, results, at):
    (machine.folder / "x.h5").write_bytes(results)
    code, out, err = machine.run("show", "x.h5", SHIM_BROKEN="x.h5", SHIM_FROM=at)
    assert (code, out) == (1, "")
    assert err == "orgsim: cannot read 'x.h5': Input/output error\n"


# It once counted as an empty file, and the run went on with defaults.
@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("base.toml", "small.toml:1:11: 'base.toml' cannot be read: Input/output error"),
        ("rates.csv", "environment.climate: 'rates.csv' cannot be read: Input/output error"),
        ("ties.txt", "market.network.file: 'ties.txt' cannot be read: Input/output error"),
    ],
)
def test_an_error_in_reading_what_a_scenario_names_is_said(machine, broken, said):
    (machine.folder / "small.toml").write_text(
        'extends = "base.toml"\n'
        'environment.climate = { file = "rates.csv", week = "week", value = "index" }\n'
        'market = { kind = "network", network = { kind = "file", file = "ties.txt" } }\n'
    )
    (machine.folder / "base.toml").write_text("run.weeks = 30\n")
    (machine.folder / "rates.csv").write_text("week,index\n0,1\n")
    (machine.folder / "ties.txt").write_text("0 1\n1 2\n")
    assert machine.run("resolve", "small.toml")[0] == 0
    code, out, err = machine.run("resolve", "small.toml", SHIM_BROKEN=broken)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("size", [1, 512, 4096])
def test_zeroed_sectors_are_an_error_and_never_a_hang(machine, results, size):
    path = machine.folder / "x.h5"
    places = random.Random(size)
    for at in [0, 4096, 8192, *(places.randrange(len(results)) for _ in range(20))]:
        start = at // size * size
        damaged = results[:start] + bytes(size) + results[start + size :]
        path.write_bytes(damaged[: len(results)])
        code, out, err = machine.run("show", "x.h5")
        if damaged[: len(results)] == results:
            assert code == 0
        else:
            assert (code, out) == (2, ""), at
            assert err.startswith("x.h5: "), at


def test_nothing_waits_for_what_is_no_file(machine):
    os.mkfifo(machine.folder / "x.h5")
    code, _, err = machine.run("show", "x.h5")
    assert code == 2
    assert "not a regular file" in err
    assert machine.run("run", "small.toml", "-o", "x.h5", "--force")[0] == 2


OPENING = """
import orgsim, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    print("opening", flush=True)
    orgsim.open("x.h5")
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_reading_from_a_slow_disk_can_be_interrupted(machine, results):
    (machine.folder / "x.h5").write_bytes(results)
    process = machine.start(
        "-c", OPENING, program=sys.executable, SHIM_CRAWLS="x.h5", SHIM_SLOW=400
    )
    assert process.stdout.readline() == "opening\n"
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "interrupted\n"
    assert machine.ended(process)[0] == 0

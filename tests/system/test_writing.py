"""Whatever happens while results are written, the old file is whole or the new one is in its place."""

import random
import re
import signal
import subprocess
import time

import pytest

FORCED = ("run", "small.toml", "-o", "x.h5", "--quiet", "--force")


def test_a_run_that_is_killed_at_any_moment_spoils_nothing(machine, results):
    path = machine.folder / "x.h5"
    path.write_bytes(results)
    began = time.monotonic()
    assert machine.run(*FORCED)[0] == 0
    takes = time.monotonic() - began
    moments = random.Random(7)
    for seed in range(20):
        process = machine.start(*FORCED, "--seed", str(seed))
        time.sleep(moments.uniform(0, takes))
        process.kill()
        machine.ended(process)
        code, _, err = machine.run("show", "x.h5")
        assert code == 0, err
    assert machine.run(*FORCED) == (0, "", "")
    assert path.read_bytes() == results
    assert machine.files() == {"x.h5"}


@pytest.mark.parametrize("share", [0, 0.01, 0.2, 0.5, 0.9, 0.99])
def test_a_full_disk_keeps_the_old_results(machine, results, share):
    path = machine.folder / "x.h5"
    path.write_text("old")
    code, _, err = machine.run(*FORCED, SHIM_ROOM=int(share * len(results)))
    assert code == 1
    assert re.fullmatch(r"orgsim: cannot write 'x\.h5(\.part)?': No space left on device\n", err), (
        err
    )
    assert path.read_text() == "old"
    assert machine.files() == {"x.h5"}


# The first closes its file and waits for the disk: the second finds it finished, but not in its place.
def test_of_two_runs_the_second_is_refused_until_the_first_is_done(machine, results):
    path = machine.folder / "x.h5"
    path.write_text("old")
    first = machine.start(*FORCED, SHIM_SLOW=2000)
    part = machine.folder / "x.h5.part"
    while not (part.exists() and part.stat().st_size == len(results)):
        assert first.poll() is None
        time.sleep(0.01)
    code, _, err = machine.run(*FORCED, "--seed", "2")
    assert code == 2
    assert "x.h5.part: another run of orgsim is writing to this file" in err
    assert machine.ended(first)[0] == 0
    assert path.read_bytes() == results
    assert machine.files() == {"x.h5"}


@pytest.mark.parametrize("locking", ["TRUE", "FALSE"])
def test_of_many_runs_at_once_each_is_refused_or_writes_whole_results(machine, locking):
    processes = [
        machine.start(*FORCED, "--seed", str(seed), HDF5_USE_FILE_LOCKING=locking)
        for seed in range(8)
    ]
    codes = []
    for process in processes:
        code, _, err = machine.ended(process)
        codes.append(code)
        assert code == 0 or "another run of orgsim is writing to this file" in err, err
    assert 0 in codes
    assert machine.run("show", "x.h5")[0] == 0
    assert machine.files() == {"x.h5"}


def test_a_reader_that_went_away_ends_the_program_and_keeps_the_results(machine, results):
    for ignoring in ([], [signal.SIGPIPE]):
        process = machine.start(
            "run",
            "small.toml",
            "-o",
            "x.h5",
            "--force",
            default=[signal.SIGPIPE],
            ignoring=ignoring,
        )
        process.stdout.close()
        code = process.wait(30)
        process.stderr.close()
        assert code == (1 if ignoring else -signal.SIGPIPE)
        assert (machine.folder / "x.h5").read_bytes() == results


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("run", "small.toml"), ("schema",)]
)
def test_output_that_cannot_be_written_is_an_error(machine, arguments):
    with open("/dev/full", "w") as full:
        code, _, err = machine.run(*arguments, stdout=full)
    assert code == 1
    assert "No space left on device" in err


@pytest.mark.parametrize(("stream", "expected"), [("1", 1), ("2", 0)])
def test_a_stream_that_is_closed_does_not_write_into_the_results(
    machine, results, stream, expected
):
    command = f'exec "$0" run small.toml -o x.h5 {stream}>&-'
    process = subprocess.run(
        ["sh", "-c", command, machine.program], cwd=machine.folder, check=False
    )
    assert process.returncode == expected
    assert (machine.folder / "x.h5").read_bytes() == results

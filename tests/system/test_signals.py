"""Signals end a run cleanly, unless it was started to ignore them."""

import signal
import time

import pytest

LONG = ("run", "long.toml", "-o", "x.h5")


def writing(machine, *arguments, **options):
    """Begin a run and wait until it writes."""
    process = machine.start(*(arguments or LONG), **options)
    while not (machine.folder / "x.h5.part").exists():
        assert process.poll() is None, process.stderr.read()
        time.sleep(0.01)
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_a_run_with_its_own_code_and_leaves_no_file(machine, number):
    process = writing(machine, default=[number])
    process.send_signal(number)
    code, out, err = machine.ended(process)
    assert (code, out, err) == (128 + number, "", "interrupted; nothing was written\n")
    assert machine.files() == set()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_that_is_ignored_stays_so(machine, number):
    process = writing(machine, ignoring=[number])
    process.send_signal(number)
    time.sleep(0.3)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    code, _, _ = machine.ended(process)
    assert code == 128 + signal.SIGTERM

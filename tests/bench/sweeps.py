"""Measure sweeps as users run them: memory, the cost of a point, and a loop with orgsim.run.

usage: sweeps.py
"""

import os
import pathlib
import subprocess
import tempfile
import time
from typing import NamedTuple

import orgsim

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build/release/orgsim"
VARY = ["--vary", "market.taste=1:5", "--vary", "executive.eta=0.001:0.002"]
MEAN_FIELD = ["--set", "market.kind=mean_field"]
MOST_MEMORY = 300  # MB


class Cost(NamedTuple):
    """Of a program: seconds of processors, and the most memory in MB."""

    processor: float
    memory: float


def cost(command: list[str | pathlib.Path]) -> Cost:
    """Run a program to its end."""
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def sweep(folder: str, points: int, weeks: int) -> Cost:
    """Run a mean field at so many points, without strategies."""
    world = pathlib.Path(folder) / "world.toml"
    world.write_text(f"[run]\nweeks = {weeks}\n")
    return cost(
        [PROGRAM, "sweep", world, *MEAN_FIELD, *VARY, "--baseline-alone", "--points", str(points)]
        + ["--threads", "1", "--quiet", "--force", "-o", pathlib.Path(folder) / "x.h5"]
    )


def growth(folder: str) -> None:
    """Print what a point costs among few and among many; short runs, so that the rest shows."""
    few, many = (sweep(folder, points, 10) for points in (1_000, 100_000))
    each = [1e6 * few.processor / 1_000, 1e6 * many.processor / 100_000]
    print(f"a point of 10 weeks: {each[0]:.0f} us among 1,000 and {each[1]:.0f} us among 100,000")
    print(f"memory: {few.memory:.0f} MB for 1,000 points, {many.memory:.0f} MB for 100,000")
    if many.memory > MOST_MEMORY:
        raise SystemExit(f"more than {MOST_MEMORY} MB")


def loop(points: int) -> float:
    """Return the seconds of processors a point takes in the loop that a user would write."""
    scenario = orgsim.Scenario()
    scenario.run.weeks, scenario.market.kind = 260, "mean_field"
    _ = orgsim.run(scenario, threads=1).outcomes  # imports are not the loop's
    kept = []
    before = time.process_time()
    for i in range(points):
        scenario.market.taste = 1 + 4 * i / points
        scenario.executive.eta = 0.001 + 0.001 * i / points
        kept.append(orgsim.run(scenario, threads=1).outcomes)
    return (time.process_time() - before) / points


def main() -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as folder:
        growth(folder)
        ours = sweep(folder, 10_000, 260).processor / 10_000
    theirs = loop(200)
    print(
        f"a point of 260 weeks: {1e3 * theirs:.2f} ms in a loop with orgsim.run, "
        f"{1e3 * ours:.2f} ms in a sweep: {theirs / ours:.1f} x"
    )


if __name__ == "__main__":
    main()

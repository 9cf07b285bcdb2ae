"""Measure sweeps: against a bare loop in C++, on two threads, among many points, against orgsim.run.

usage: sweeps.py
"""

import os
import pathlib
import statistics
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
SWEEP_COST = ROOT / "build/bench/tests/bench/sweep_cost"


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


def cost_of(what: str, world: str, threads: int, folder: str) -> tuple[float, float]:
    """Return the seconds of the clock and of processors that a sweep or a bare loop takes."""
    command = [SWEEP_COST, what, world, str(threads), pathlib.Path(folder) / "cost.h5"]
    clock, processor = subprocess.check_output(command, text=True).split()
    return float(clock), float(processor)


def against_bare(title: str, world: str, rounds: int, folder: str) -> None:
    """Print what a sweep costs beyond its points, and what a second thread is worth; all in turn."""
    over, limit, scaling, processor = [], [], [], []
    for _ in range(rounds):
        bare_clock, bare = cost_of("loop", world, 1, folder)
        limit.append(bare_clock / cost_of("loop", world, 2, folder)[0])
        one_clock, one = cost_of("sweep", world, 1, folder)
        two_clock, two = cost_of("sweep", world, 2, folder)
        over.append(one / bare - 1)
        scaling.append(one_clock / two_clock)
        processor.append(2 * one / two)
    middle = statistics.median
    print(f"{title}, medians of {rounds} rounds")
    print(
        f"  journal, outcomes and file over a bare loop  {100 * middle(over):+.1f} % processor time"
    )
    print(f"  two threads against one                      {middle(scaling):.2f} x clock")
    print(f"  the same of the bare loop, the machine's own {middle(limit):.2f} x clock")
    print(f"  the same, were the machine otherwise idle    {middle(processor):.2f} x")


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
    _ = orgsim.run(scenario, threads=1, quick=True).outcomes  # imports are not the loop's
    kept = []
    before = time.process_time()
    for i in range(points):
        scenario.market.taste = 1 + 4 * i / points
        scenario.executive.eta = 0.001 + 0.001 * i / points
        kept.append(orgsim.run(scenario, threads=1, quick=True).outcomes)
    return (time.process_time() - before) / points


def main() -> None:
    """Print all of it."""
    with tempfile.TemporaryDirectory() as folder:
        against_bare("10,000 points of a mean field of 260 weeks", "small", 9, folder)
        against_bare(
            "100 points of 20 pooled replications of 520 weeks with a strategy", "large", 3, folder
        )
        growth(folder)
        ours = sweep(folder, 10_000, 260).processor / 10_000
    theirs = loop(200)
    print(
        f"a point of 260 weeks: {1e3 * theirs:.2f} ms in a loop with orgsim.run, "
        f"{1e3 * ours:.2f} ms in a sweep: {theirs / ours:.1f} x"
    )


if __name__ == "__main__":
    main()

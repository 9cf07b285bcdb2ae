"""Measure what Python costs: orgsim.run against the program for the main job, and two runs in two threads."""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import timeit
from collections.abc import Callable
from typing import NamedTuple

import orgsim

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build/release/orgsim"
MAIN_JOB = ROOT / "scenarios/capital_winter.toml"
ROUNDS = 5


class Cost(NamedTuple):
    """Seconds by the clock, and of processors (which other work on the machine disturbs less)."""

    clock: float
    processor: float


def processor_seconds() -> float:
    """Return what this process and its ended children have used."""
    times = os.times()
    return sum(times[:4])


def cost(job: Callable[[], object]) -> Cost:
    """Time one call."""
    clock, processor = time.perf_counter(), processor_seconds()
    job()
    return Cost(time.perf_counter() - clock, processor_seconds() - processor)


def program(folder: str) -> None:
    """Run the main job as the command line does."""
    output = pathlib.Path(folder) / "x.h5"
    command = [PROGRAM, "run", MAIN_JOB, "--quick", "-o", output, "--force", "--quiet"]
    subprocess.run(command, check=True)


def package() -> None:
    """Run the main job as a notebook does."""
    with tempfile.TemporaryDirectory() as folder:
        orgsim.run(orgsim.Scenario.load(MAIN_JOB), path=pathlib.Path(folder) / "x.h5", quick=True)


def small_things() -> None:
    """Print what a key costs to read and to set, and a tiny run with its outcomes."""
    scenario = orgsim.Scenario()
    market, environment = scenario.market, scenario.environment
    calls: dict[str, Callable[[], object]] = {
        "reading a number": lambda: market.taste,
        "reading a list": lambda: market.mass,
        "setting a number": lambda: setattr(market, "taste", 2.5),
        "setting a list": lambda: setattr(market, "mass", (0.2, 0.3, 0.3, 0.2)),
        "setting a schedule": lambda: setattr(environment, "climate", ((0, 1), (150, 0.2))),
    }
    print("microseconds, best of 5 times 20,000:")
    for name, call in calls.items():
        seconds = min(timeit.repeat(call, number=20_000, repeat=5)) / 20_000
        print(f"  {name:<22} {1e6 * seconds:5.2f}")
    tiny = orgsim.Scenario()
    tiny.run.weeks, tiny.market.kind = 20, "mean_field"
    _ = orgsim.run(tiny, quick=True).outcomes  # imports are not the run's
    rounds = 50
    spent = cost(lambda: [orgsim.run(tiny, quick=True).outcomes for _ in range(rounds)]).processor
    print(
        f"a mean field of 20 weeks with its outcomes: {1e3 * spent / rounds:.1f} ms of processors"
    )


def overhead() -> None:
    """Print the medians of paired ratios; which of the two comes first alternates."""
    pairs = []
    with tempfile.TemporaryDirectory() as folder:
        jobs = [lambda: program(folder), package]
        orgsim.run(
            orgsim.Scenario.load(MAIN_JOB), replications=1, quick=True
        )  # imports are not the engine's
        for i in range(ROUNDS):
            pair = {which: cost(jobs[which]) for which in ((0, 1) if i % 2 == 0 else (1, 0))}
            pairs.append((pair[0], pair[1]))
    print("the main job with a results file, orgsim.run against the program:")
    for name in Cost._fields:
        costs = [(getattr(one, name), getattr(other, name)) for one, other in pairs]
        own, others = (statistics.median(pair[i] for pair in costs) for i in (1, 0))
        over = 100 * (statistics.median(pair[1] / pair[0] for pair in costs) - 1)
        print(f"  {name:<10}{own:7.2f} s against {others:7.2f} s: {over:+.1f} %")


def two_threads() -> None:
    """Print how long two runs in two threads take, relative to one."""
    scenario = orgsim.Scenario.load(MAIN_JOB)
    scenario.run.replications = 20

    def one() -> None:
        orgsim.run(scenario, threads=1, quick=True)

    def both() -> None:
        threads = [threading.Thread(target=one) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    one()
    ratio = statistics.median(cost(both).clock / cost(one).clock for _ in range(ROUNDS))
    print(f"two runs in two Python threads take {ratio:.2f} times as long as one")


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, {os.cpu_count()} cores, medians of {ROUNDS}")
    overhead()
    two_threads()
    small_things()

"""Finds the facts and measures them, side by side."""

import concurrent.futures
import importlib
import os
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import orgsim

from .fact import Fact, Found, verdict

FOLDER = Path(__file__).resolve().parents[1] / "facts"


@dataclass(frozen=True)
class Result:
    id: str
    fact: Fact
    found: Found
    replications: int  # 0: mean fields

    @property
    def verdict(self) -> str:
        return verdict(self.fact, self.found)


def facts() -> dict[str, Fact]:
    """All of them by their number, S1 first."""
    files = sorted(FOLDER.glob("s[0-9]*_*.py"))
    modules = {f"S{int(file.stem[1:3])}": f"facts.{file.stem}" for file in files}
    return {id: importlib.import_module(name).FACT for id, name in modules.items()}


def measured(id: str, whole: bool) -> Result:
    fact = facts()[id]
    replications = fact.whole if whole else fact.quick
    # Experiments are odd on purpose.
    warnings.simplefilter("ignore", orgsim.ScenarioWarning)
    return Result(id, fact, fact.measure(replications), replications)


def measured_all(ids: Iterable[str], whole: bool) -> list[Result]:
    """In their order; each on one thread, as many at a time as there are cores, the longest first."""
    known = facts()
    ids = list(ids) or list(known)
    workers = len(os.sched_getaffinity(0))
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        longest_first = sorted(ids, key=lambda id: -known[id].whole)
        running = {id: pool.submit(measured, id, whole) for id in longest_first}
        return [running[id].result() for id in ids]

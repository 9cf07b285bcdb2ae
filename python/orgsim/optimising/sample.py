"""Runs of candidates side by side, and how they compare."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy

from orgsim import _core

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[numpy.float64]
    Strategy = Mapping[str, Any]
    Tell = Callable[[float], object]


@dataclasses.dataclass(frozen=True)
class Runs:
    """What came of candidates on the same units: replications, or worlds.

    Rows are candidates and columns units; of a world these are means over its replications.
    """

    gain: Floats  # of NPV against the baseline
    saved: Floats
    baseline: Floats  # its NPV, a number per unit

    @property
    def units(self) -> int:
        """How many there are."""
        return int(self.gain.shape[1])

    def rows(self, places: Sequence[int]) -> Runs:
        """Those candidates alone."""
        return Runs(self.gain[list(places)], self.saved[list(places)], self.baseline)


class Evaluate(Protocol):
    """Runs strategies on the first `units` of the search's units, or of those that it never sees."""

    def __call__(
        self, strategies: Sequence[Strategy], units: int, kept_out: bool, tell: Tell
    ) -> Runs:
        """Run them."""


def interval(values: Floats) -> tuple[float, float]:
    """The 95 % interval of a mean (Student's t)."""
    low, high = _core.mean_interval(numpy.ascontiguousarray(values))
    return low, high


def differs(one: Floats, other: Floats) -> int:
    """1 if the mean paired difference is above 0 with its whole 95 % interval, -1 if below, else 0."""
    low, high = interval(one - other)
    return int(low > 0) - int(high < 0)


def beats(runs: Runs, one: int, other: int) -> bool:
    """Whether one is no worse in both on average, and in one of them surely better."""
    pairs = [(table[one], table[other]) for table in (runs.gain, runs.saved)]
    if any(a.mean() < b.mean() for a, b in pairs):
        return False
    return any(differs(a, b) > 0 for a, b in pairs)


def is_close(runs: Runs, one: int, other: int) -> bool:
    """Whether more runs could tell two apart: neither difference is sure, and they are not the same."""
    pairs = [(table[one], table[other]) for table in (runs.gain, runs.saved)]
    return not any(differs(a, b) for a, b in pairs)


def is_same(runs: Runs, one: int, other: int) -> bool:
    """Whether not even luck tells two apart."""
    return bool(
        (runs.gain[one] == runs.gain[other]).all() and (runs.saved[one] == runs.saved[other]).all()
    )


def fronts(values: Floats) -> list[list[int]]:
    """Rows by rank: those that no other dominates, those that only the first do, ... (larger is better).

    K. Deb, A. Pratap, S. Agarwal & T. Meyarivan (2002), IEEE Trans. Evol. Comput. 6(2), 182-197.
    """
    no_worse = numpy.all(values[:, None, :] >= values[None, :, :], axis=2)
    better = no_worse & numpy.any(values[:, None, :] > values[None, :, :], axis=2)
    left, ranked = numpy.ones(len(values), bool), []
    while left.any():
        free = left & ~better[left].any(axis=0)
        ranked.append([int(i) for i in numpy.flatnonzero(free)])
        left &= ~free
    return ranked


def spread(values: Floats, rows: Sequence[int], count: int) -> list[int]:
    """So many of the rows, those with the most room about them first (crowding distance, as above)."""
    room = numpy.zeros(len(rows))
    for column in range(values.shape[1]):
        own = values[list(rows), column]
        order = numpy.argsort(own, kind="stable")
        width = own[order[-1]] - own[order[0]]
        room[order[[0, -1]]] = numpy.inf
        if width > 0:
            room[order[1:-1]] += (own[order[2:]] - own[order[:-2]]) / width
    return [rows[i] for i in numpy.argsort(-room, kind="stable")[:count]]

"""A stylised fact, what is found of it, and the verdict."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from measures.row import Band, shown

from orgsim import _core

EMERGES, FITTED, DOES_NOT, CANNOT = "emerges", "fitted", "does not", "cannot be said"
BY_CONTROL = " (control)"  # the figures hold, but also where the mechanism is off


class Above(Band):
    """More than `low`: not as much."""

    def __str__(self) -> str:
        return f"above {shown(self.low)}"

    def holds(self, value: float) -> bool:
        return value > self.low


class Below(Band):
    """Less than `high`: not as much."""

    def holds(self, value: float) -> bool:
        return value < self.high


UP, DOWN = Above(low=0), Below(high=0)


@dataclass(frozen=True)
class Aim:
    """A figure and the band that it is held to; without a band it only helps to find a reason."""

    figure: str
    band: Band | None = None
    digits: int = 2


@dataclass(frozen=True)
class Estimate:
    """A number with the 95 % interval of what luck leaves open; of a mean field it has no width."""

    value: float
    low: float
    high: float

    def told(self, digits: int) -> str:
        value, low, high = (shown(x, digits) for x in (self.value, self.low, self.high))
        return value if self.low == self.high else f"{value} ({low} to {high})"


def exact(value: float) -> Estimate:
    return Estimate(float(value), float(value), float(value))


def mean_of(values: Any) -> Estimate:
    """Over replications, by Student's t."""
    return Estimate(float(sum(values) / len(values)), *_core.mean_interval(values))


def share_of(holds: Any) -> Estimate:
    """Of the replications in which it holds (Wilson 1927)."""
    held = int(sum(holds))
    return Estimate(held / len(holds), *_core.wilson(held, len(holds)))


@dataclass(frozen=True)
class Found:
    """In the order of the fact's aims, controls and probes; None for what the model cannot tell."""

    aims: Sequence[Estimate | None]
    controls: Sequence[Estimate | None]
    probes: Sequence[Estimate] = ()


@dataclass(frozen=True)
class Fact:
    name: str  # a few words
    says: str  # one sentence
    source: str
    varied: str
    measured: str
    aims: Sequence[Aim]  # with the frozen bands
    off: str  # what the negative control switches off
    controls: Sequence[Aim]
    measure: Callable[[int], Found]  # given the number of replications
    quick: int = 0  # replications of a quick run and of a whole one; 0 of mean fields, which
    whole: int = 0  # draw nothing and are the same in both
    told: str = ""  # why it is no more than fitted: a target of the calibration, or a key says it
    probes: Sequence[Aim] = ()
    reason: str = ""  # why it fails, or what cannot be said, as far as that was found


def judged(aim: Aim, found: Estimate | None) -> str:
    """`open` is what luck leaves open with so few replications."""
    if found is None or aim.band is None:
        return "not measured" if aim.band else ""
    if math.isnan(found.value):
        raise ValueError(f"{aim.figure}: there is no number")
    if all(aim.band.holds(end) for end in (found.low, found.high)):
        return "holds"
    if found.low == found.high:
        return "fails"
    return "fails" if found.high < aim.band.low or found.low > aim.band.high else "open"


def verdict(fact: Fact, found: Found) -> str:
    aims, controls = (
        [judged(aim, estimate) for aim, estimate in zip(*pair, strict=True)]
        for pair in ((fact.aims, found.aims), (fact.controls, found.controls))
    )
    single = aims + controls
    if "fails" in single:
        return DOES_NOT if "fails" in aims else DOES_NOT + BY_CONTROL
    if "open" in single or "not measured" in single:
        return CANNOT
    return FITTED if fact.told else EMERGES

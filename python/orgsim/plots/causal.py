"""What a department causally is worth, from two runs of which one has a grant to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from orgsim.plots.source import FloatArray, Reader
from orgsim._core import mean_interval


@dataclass(frozen=True)
class Causal:
    """A department's worth over an experiment's weeks, in money per 1,000 people and week."""

    first: int
    last: int
    factor: float  # of the department's budget; 0 takes it away
    mean: float
    low: float  # 95 % interval, paired by replication
    high: float
    credited: float  # without the experiment, over the same weeks
    contributed: float


def measure(without: Reader, experiment: Reader, where: Mapping[str, Any]) -> Causal:
    """The value that comes with a grant, before its cost, scaled to the whole budget.

    (change of NPV + extra cost) / (factor - 1) per person and granted week, weeks discounted. With
    factor 0 that is what is lost without the department. With another one it is the grant's value
    as if all of the budget brought as much, which is less where returns diminish. Extra cost and
    people are means over replications.

    Raises ValueError unless the two differ by nothing but one grant to the department of that firm.
    """
    grant = _grant(without, experiment, where)
    first, last = int(grant["weeks"][0]), min(int(grant["weeks"][1]), int(without.weeks[-1]))
    granted = slice(first, last + 1)
    discount = float(without.scenario["economics"]["discount"])
    weight = np.exp(-discount * without.weeks[granted])
    thousands = float((without.people(where["strategy"])[granted] * weight).sum()) / 1000

    def total(reader: Reader, name: str) -> float:
        return float((reader.mean(name, **where)[granted] * weight).sum())

    extra = total(experiment, "cost") - total(without, "cost")
    change = _npv(experiment, where) - _npv(without, where)
    scale = (float(grant["factor"]) - 1) * thousands
    low, high = sorted((end + extra) / scale for end in mean_interval(change))
    return Causal(
        first=first,
        last=last,
        factor=float(grant["factor"]),
        mean=(float(change.mean()) + extra) / scale,
        low=low,
        high=high,
        credited=total(without, "credited") / thousands,
        contributed=total(without, "contributed") / thousands,
    )


def _npv(reader: Reader, where: Mapping[str, Any]) -> FloatArray:
    return np.asarray(
        reader.outcome("npv", strategy=where["strategy"], firm=where["firm"]), dtype=float
    )


def _grant(without: Reader, experiment: Reader, where: Mapping[str, Any]) -> Mapping[str, Any]:
    """The one grant by which the two differ."""
    before, after = (list(reader.scenario.get("grants", [])) for reader in (without, experiment))
    added = [grant for grant in after if grant not in before]
    rest = [
        {
            key: value
            for key, value in reader.scenario.items()
            if key not in ("grants", "title", "record")
        }
        for reader in (without, experiment)
    ]
    if rest[0] != rest[1] or without.replications != experiment.replications:
        raise ValueError(
            "the experiment must be a run of the same scenario, with the same seed and replications"
        )
    if len(added) != 1 or len(after) != len(before) + 1:
        raise ValueError(
            f"the experiment must have one grant more than these results; it has {len(added)}"
        )
    experiment.strategy(where["strategy"])
    grant: Mapping[str, Any] = added[0]
    if (grant["firm"], grant["department"]) != (where["firm"], where["department"]):
        raise ValueError(
            f"the experiment grants firm {grant['firm']} {grant['department']}, "
            f"not firm {where['firm']} {where['department']}"
        )
    if grant["factor"] == 1:
        raise ValueError("the experiment's grant has the factor 1, which changes nothing")
    return grant

"""What a department causally is worth, from two runs of which one has a grant to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ._core import mean_interval

if TYPE_CHECKING:
    from .plots.source import FloatArray, Reader, Source


@dataclass(frozen=True)
class CausalValue:
    """What a department is worth by experiment, beside what the two ledgers say.

    The values are in money per 1,000 people and week, over the weeks of the grant; in the scenario's
    currency if it names one.
    """

    #: First week of the grant.
    first: int
    #: Last week of the grant that was run.
    last: int
    #: What the grant multiplies the department's budget by; 0 takes it away.
    factor: float
    #: The causal value, mean over replications.
    mean: float
    #: Lower end of its 95 % interval, paired by replication.
    low: float
    #: Upper end of that interval.
    high: float
    #: What the department is credited with in the run without the grant.
    credited: float
    #: What the department contributes in the run without the grant.
    contributed: float


def causal_value(
    without: Source,
    with_grant: Source,
    *,
    department: str = "marketing",
    firm: int | str = 0,
    strategy: str = "baseline",
) -> CausalValue:
    """What a department causally is worth: an experiment with its budget.

    ``with_grant`` are results of the same scenario as ``without``, with one ``[[grants]]`` more for
    this department; both have the same seed, so that replications are pairs with common random
    numbers. The value is what comes with the grant before its cost, scaled to the whole budget::

        (change of NPV + extra cost) / (factor - 1)

    in money (``run.currency`` if that is given) per 1,000 people and week, weeks discounted by ``economics.discount``. With the factor
    0 it is what is lost without the department; with another one it is the grant's value as if all
    of the budget brought as much, which is less where returns diminish. It includes all that
    follows from the grant until the run ends. Its 95 % interval is Student's t over the differences
    of NPV, paired by replication; extra cost and people are means over replications. See A. M. Law
    (2015), Simulation Modeling and Analysis, 5th edition, McGraw-Hill, sections 10.2.1 (paired
    differences) and 11.2 (common random numbers).

    A firm is given by its number (0 is the focal one) or its name. Raises ValueError for an unknown
    department, firm or strategy, and unless the two runs differ by nothing but one grant to the
    department of that firm, with one factor other than 1.
    """
    from .plots.source import DEPARTMENTS, Reader, known

    department = known("department", department, DEPARTMENTS)
    readers = Reader(without), Reader(with_grant)
    where = {
        "strategy": readers[0].strategy(strategy),
        "firm": readers[0].firm(firm),
        "department": department,
    }
    return measure(*readers, where)


def measure(without: Reader, experiment: Reader, where: Mapping[str, Any]) -> CausalValue:
    """The causal value at the place that `where` names; see :func:`causal_value`."""
    import numpy as np

    grant = _grant(without, experiment, where)
    first, last = int(grant["weeks"][0]), min(int(grant["weeks"][1]), int(without.weeks[-1]))
    granted = slice(first, last + 1)
    discount = float(without.scenario["economics"]["discount"])
    weight = np.exp(-discount * without.weeks[granted])
    people = float((without.people(where["strategy"])[granted] * weight).sum())
    thousands = people / 1000 / without.money

    def total(reader: Reader, name: str) -> float:
        return float((reader.mean(name, **where)[granted] * weight).sum())

    extra = total(experiment, "cost") - total(without, "cost")
    change = _npv(experiment, where) - _npv(without, where)
    scale = (float(grant["factor"]) - 1) * thousands
    low, high = sorted((end + extra) / scale for end in mean_interval(change))
    return CausalValue(
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
    values: FloatArray = reader.outcome("npv", strategy=where["strategy"], firm=where["firm"])
    return values


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
    if grant.get("mode") is not None:
        raise ValueError(
            f"the experiment's grant goes to the mode '{grant['mode']}' alone, not to the department"
        )
    if f"grants[{after.index(grant)}].factor" in experiment.outcomes.coords.get("parameter", ()):
        raise ValueError("the experiment's grant has a factor that is drawn; give it one number")
    if grant["factor"] == 1:
        raise ValueError("the experiment's grant has the factor 1, which changes nothing")
    return grant

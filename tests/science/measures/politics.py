"""How the budget moves, how power follows, and which lines are crossed."""

import math
from typing import Any

import numpy as np

from .worlds import MARKETING, MONTH, YEAR, Run, World


def moved_by_year(run: Run) -> list[float]:
    """The share of the budget that stands elsewhere a year later, year by year from week 0 on."""
    share = run["share"]
    years = range(0, len(share) - YEAR, YEAR)
    return [float(np.abs(share[week + YEAR] - share[week]).sum() / 2) for week in years]


def budget_correlation(run: Run) -> float:
    """Of departments' shares of a year's budget with those of the year before, over all firms."""
    budget = run.everybody("budget")
    years = budget[: len(budget) // YEAR * YEAR].reshape(-1, YEAR, *budget.shape[1:]).sum(axis=1)
    shares = years / years.sum(axis=2, keepdims=True)
    return float(np.corrcoef(shares[:-1].ravel(), shares[1:].ravel())[0, 1])


def budget_change(run: Run, department: int) -> float:
    """Over the first year of the winter, weeks 150 to 202."""
    budget = run["budget"][:, department]
    return float(budget[202] / budget[150] - 1)


def lag_of_power(world: World) -> float:
    """Months from when marketing's part in the value has changed by half to when its power has.

    The change is that of a department of broadcast that turns to the product in week 182, at once, against the
    same run without it; half is half of the largest difference within five years.
    """
    turn = {"start": 182, "ramp": 1, "mix": [0.2, 0.1, 0.6, 0.1]}
    scenario = world.but({"strategies": {"turn": turn}}).scenario()
    stayed, turned = Run(scenario), Run(scenario, strategy=1)
    span = slice(182, 182 + 260)
    centrality, power = (
        turned[series][span, MARKETING] - stayed[series][span, MARKETING]
        for series in ("centrality", "power")
    )
    return (half_way(power) - half_way(centrality)) / MONTH


def half_way(difference: Any) -> int:
    size = np.abs(difference)
    return int(np.argmax(size >= size.max() / 2))


def lines(run: Run) -> str:
    weeks = [run.outcome[f"line_week_{line}"] for line in ("budget", "capability", "structure")]
    return ", ".join("-" if math.isnan(week) else f"{week:.0f}" for week in weeks)

"""What more money does: the same world once with a grant and once without."""

import math

import numpy as np

from .worlds import DEPARTMENTS, STILL, World


def elasticity(world: World, department: str, series: str, first: int, last: int) -> float:
    """Of a sum over weeks, to a tenth more money from week 60 on, with the shares held still."""
    still = world.but(STILL)
    without = still.run()[series][first : last + 1].sum()
    granted = still.granting(department, 1.1, 60, 10_000).run()[series][first : last + 1].sum()
    return math.log(granted / without) / math.log(1.1)


def causal_return(world: World, department: int, week: int) -> float:
    """(NPV change + extra cost) / extra cost of half as much again for 26 weeks."""
    still = world.but(STILL)
    without = still.run()
    granted = still.granting(DEPARTMENTS[department], 1.5, week, week + 25).run()
    weeks = np.arange(week, week + 26)
    weight = np.exp(-still.keys["economics"]["discount"] * weeks)
    more = granted["cost"][weeks, department] - without["cost"][weeks, department]
    extra = float((more * weight).sum())
    return (float(granted.outcome.npv - without.outcome.npv) + extra) / extra

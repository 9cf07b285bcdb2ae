"""S16: money is divided evenly, and how it is divided hangs on how the lines are drawn."""

import numpy as np
from measures.row import Band
from measures.worlds import MARKETING
from pack import UP, Aim, Fact, Found, exact
from pack.runs import default

WEIGHTS = (0, 0.0005, 0.001, 0.002)


def gain(weight: float) -> float:
    """What marketing's share is higher by after ten years if its budget has two lines in place of one."""
    world = default().but({"executive.eta_equality": weight})
    split = world.but({"executive.items": [1, 2, 1, 1]})
    return float((split.run()["share"] - world.run()["share"])[-1, MARKETING])


def measure(_: int) -> Found:
    gains = [gain(weight) for weight in WEIGHTS]
    return Found([exact(np.diff(gains).min())], [exact(gains[0])], [exact(gains[-1])])


FACT = Fact(
    name="1/n, and its partition",
    says="Budgets lean towards equal amounts for every line, so that a department gains by being split into two.",
    source="Bardolet, Fox & Lovallo 2011",
    varied="marketing's budget lines, one or two, with weights of 1/n (executive.eta_equality) from 0 to .002",
    measured="what marketing's share of the budget is higher by after ten years with two lines",
    aims=(Aim("least rise of the gain from weight to weight", UP, 4),),
    off="1/n: weight 0",
    controls=(Aim("gain in share", Band(0, 0), 4),),
    measure=measure,
    told="the keys executive.eta_equality and items say it outright",
    probes=(Aim("gain in share at the weight .002", digits=3),),
)

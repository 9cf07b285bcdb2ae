"""S11: advertising goes on working after it has ended."""

import numpy as np
from measures.row import Band
from measures.worlds import MONTH, STILL, YEAR, World
from pack import Aim, Fact, Found, exact
from pack.runs import default

SHORT = 4  # weeks


def fixed_budget(world: World, week: int) -> World:
    """Every firm spends what firm 0 does in this week, whatever it earns."""
    run = world.run()
    people = run.everybody("people")[week]
    money = run["budget"][week].sum() / people * run.everybody("users").shape[1]
    none = ("budget_growth", "budget_mature", "injection", "winter_cut")
    return world.but(
        {**STILL, **{f"economics.{key}": 0 for key in none}, "economics.budget_floor": float(money)}
    )


def more_won(world: World, week: int) -> np.ndarray:
    """Customers that firm 0 wins in the year from a week on because of a tenth more in that week."""
    span = slice(week, week + YEAR)
    pulsed = world.granting("marketing", 1.1, week, week).run()["won"][span]
    return pulsed - world.run()["won"][span]


def shape(world: World, week: int) -> tuple[float, float]:
    """The whole effect over that of the first month; months until nine tenths of it are there."""
    more = np.cumsum(more_won(world, week))
    weeks = int(np.argmax(more >= 0.9 * more[-1])) + 1
    return float(more[-1] / more[SHORT - 1]), weeks / MONTH


def measure(_: int) -> Found:
    fixed = fixed_budget(default(), 300)
    ratio, months = shape(fixed, 300)
    forgetful = {"marketing.adstock": 0, "marketing.goodwill_gain": 0}
    forgotten, _ = shape(fixed.but(forgetful), 300)
    in_growth = shape(fixed_budget(default(), 60), 60)
    return Found(
        [exact(ratio), exact(months)],
        [exact(forgotten)],
        [exact(in_growth[0]), exact(in_growth[1]), exact(ratio / forgotten)],
    )


FACT = Fact(
    name="long run over short run",
    says="In the long run advertising brings about twice what it brings in the first month, most of it within half a year.",
    source="Koehler et al. 2017",
    varied="a tenth more marketing money in week 300 alone; all budgets are fixed",
    measured="customers that the focal firm wins because of it, over a year",
    aims=(
        Aim("whole effect over the first month's", Band(1.7, 2.5)),
        Aim("months until nine tenths of it", Band(2, 5), 1),
    ),
    off="memory: no adstock, no goodwill",
    controls=(Aim("whole effect over the first month's", Band(0.95, 1.05)),),
    measure=measure,
    told="marketing.adstock and marketing.goodwill_gain were set so that the long effect is about twice the short one",
    probes=(
        Aim("in the growing market of week 60: whole effect over the first month's"),
        Aim("in week 60: months until nine tenths", digits=1),
        Aim("whole effect over the first month's, over the same without memory"),
    ),
    reason="In the model people subscribe: whoever is won by the pulse is not there to be won later. This "
    "takes back a part of what advertising brings, as the control shows, which falls below one. What "
    "memory alone does, the last figure, lies in the band.",
)

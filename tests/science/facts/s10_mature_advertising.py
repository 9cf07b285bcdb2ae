"""S10: advertising works less in a mature market."""

import math

from measures.row import Band
from measures.worlds import STILL, World
from pack import Aim, Below, Fact, Found, exact
from pack.runs import default

MONTH = 4


def elasticity(world: World, week: int) -> float:
    """Of all customers won in four weeks to one per cent more marketing money of every firm."""
    still = world.but(STILL)
    weeks = [week, week + MONTH - 1]
    grants = [
        {"firm": firm, "department": "marketing", "factor": 1.01, "weeks": weeks}
        for firm in range(3)
    ]
    span = slice(week, week + MONTH)
    with_more, without = (
        run.everybody("won")[span].sum()
        for run in (still.but({"grants": grants}).run(), still.run())
    )
    return math.log(with_more / without) / math.log(1.01)


def measure(_: int) -> Found:
    growth, mature = (elasticity(default(), week) for week in (60, 300))
    endless = default().but({"mechanisms.saturation": False})
    untold = endless.but({"market.contact.word_of_mouth": 0})
    off = {f"market.contact.{channel}": 0 for channel in ("broadcast", "performance")}
    unheard = default().but({**off, "market.choice.goodwill": 0, "marketing.content_gain": 0})
    return Found(
        [exact(growth), exact(mature / growth)],
        [exact(elasticity(endless, 300) / elasticity(endless, 60)), exact(elasticity(unheard, 60))],
        [
            exact(mature),
            exact(elasticity(default(), 300) / elasticity(default(), 156)),
            exact(elasticity(endless, 300) / elasticity(endless, 156)),
            exact(elasticity(untold, 300) / elasticity(untold, 60)),
        ],
    )


FACT = Fact(
    name="advertising works less in a mature market",
    says="More advertising by everybody makes the category grow, and less so once the market is mature.",
    source="Sethuraman, Tellis & Briesch 2011",
    varied="one per cent more marketing money for all three firms, from week 60 and from week 300 on",
    measured="short-run elasticity: of all customers won in the four weeks",
    aims=(
        Aim("elasticity, week 60", Band(0.05, 0.25), 3),
        Aim("elasticity, week 300 over week 60", Below(high=1)),
    ),
    off="saturation, for the second figure; whatever marketing does, for the first",
    controls=(
        Aim("without saturation: week 300 over week 60", Band(low=1)),
        Aim("marketing without effect: elasticity, week 60", Band(0, 0.001), 3),
    ),
    measure=measure,
    reason="Both figures lie in their bands, but without saturation advertising works less in week 300 as "
    "well. That market, too, goes from few users to many until the newcomers balance it, about week "
    "156; from then on there is hardly a change, as there should be. A part of the fall until then "
    "comes from word of mouth, which does more and more of the winning.",
    probes=(
        Aim("elasticity, week 300", digits=3),
        Aim("week 300 over week 156"),
        Aim("without saturation: week 300 over week 156"),
        Aim("without saturation and word of mouth: week 300 over week 60"),
    ),
)

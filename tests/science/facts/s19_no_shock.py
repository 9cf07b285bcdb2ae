"""S19: marketing is pushed to the edge without any shock."""

import numpy as np
from measures.row import Band
from measures.worlds import MARKETING, OPERATIONS, SALES, YEAR, World
from pack import Above, Aim, Fact, Found, mean_of, share_of
from pack.runs import Pooled, default, outcomes


def changes(world: World, replications: int) -> tuple[np.ndarray, np.ndarray]:
    """Of shares of the budget and of power, from the end of the first year to the end of the run."""
    runs = Pooled(world, replications)
    share, power = runs["share"], runs["power"]
    return share[:, -1] - share[:, YEAR], power[:, -1] - power[:, YEAR]


def both_fall(share: np.ndarray, power: np.ndarray) -> np.ndarray:
    return (share[:, MARKETING] < 0) & (power[:, MARKETING] < 0)


def measure(replications: int) -> Found:
    share, power = changes(default(), replications)
    gainer = np.argmax(share, axis=1)
    owner = {"marketing.mix": [0.1, 0.1, 0.4, 0.4], "marketing.proficiency": [1, 0.2, 1, 1]}
    owning = changes(default().but(owner), replications)
    shown = changes(default().but(owner | {"measurement.measurability": [1] * 4}), replications)
    lines = [
        share_of(outcomes(world, replications).line_week_budget.notna())
        for world in (default(), default().but(owner))
    ]
    return Found(
        [share_of(both_fall(share, power)), share_of((gainer == SALES) | (gainer == OPERATIONS))],
        [share_of(both_fall(*owning))],
        [
            mean_of(share[:, MARKETING]),
            mean_of(power[:, MARKETING]),
            mean_of(owning[0][:, MARKETING]),
            mean_of(owning[1][:, MARKETING]),
            mean_of(shown[0][:, MARKETING]),
            mean_of(shown[1][:, MARKETING]),
            share_of(gainer == OPERATIONS),
            *lines,
        ],
    )


FACT = Fact(
    name="marginalisation without a shock",
    says="Marketing loses budget and power by the end of growth alone, to sales or operations, unless it owns more than "
    "communication.",
    source="Homburg, Vomberg, Enke & Grimm 2015",
    varied="nothing: the default run, no strategy",
    measured="marketing's share of the budget and its power at the end of ten years against the end of the first, and who "
    "gains most of the budget",
    aims=(
        Aim("runs in which both fall", Above(low=0.8)),
        Aim("runs in which sales or operations gain most", Above(low=0.5)),
    ),
    off="what makes marketing peripheral: it owns product and retention (mix .1, .1, .4, .4, proficient in both)",
    controls=(Aim("runs in which both fall", Band(high=0.5)),),
    measure=measure,
    quick=20,
    whole=400,
    probes=(
        Aim("change of marketing's share", digits=3),
        Aim("change of its power", digits=3),
        Aim("if it owns both: change of its share", digits=3),
        Aim("if it owns both: change of its power", digits=3),
        Aim("if all it does could be shown, too: change of its share", digits=3),
        Aim("if all it does could be shown, too: change of its power", digits=3),
        Aim("runs in which operations gain most"),
        Aim("runs in which marketing's budget line is crossed"),
        Aim("if it owns both: runs in which its budget line is crossed"),
    ),
    reason="It comes out where it should, and also where it should not: a marketing that owns product and retention falls in every "
    "run as well, though less far. Once nearly everybody is a user, value is made by keeping people, and most of it is "
    "recorded for operations, whatever marketing's content does for them; what marketing does inside the product and in "
    "operations is hard to show, and costs it most of what it loses there.",
)

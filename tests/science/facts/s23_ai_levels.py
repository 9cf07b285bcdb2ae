"""S23: AI levels craft."""

import math
from collections.abc import Sequence

import numpy as np
from measures.row import Band
from measures.worlds import World
from pack import UP, Aim, Below, Estimate, Fact, Found, exact
from pack.runs import default, jackknife, of_firms

import orgsim

SKILL = (0.4, 0.7, 1.0)  # proficiency of three firms in broadcast
FULL = {"environment.ai.ceiling": 1, "environment.ai.midpoint": -1000}
USED = {"all": {"start": 0, "ramp": 1, "ai_adoption": 1, "redeploy": 1}}


def firms_of(world: World, skills: Sequence[float], ai: bool) -> World:
    """A firm for each proficiency in broadcast, which all use AI or do not."""
    own = {"strategy": "all"} if ai else {}
    firms = [
        {"name": f"firm {i}", "proficiency": [skill, 0.2, 0.1, 0.15]} | own
        for i, skill in enumerate(skills)
    ]
    return of_firms(world.but({"strategies": USED} if ai else {}), firms)


def campaigns(world: World, replications: int) -> np.ndarray:
    """Log strength per money of the first broadcast campaigns, without the idea and the idea: (2, replication, firm)."""
    scenario = world.but({"market.kind": "pooled"}).scenario()
    found = []
    for replication in range(replications):
        simulation = orgsim.Simulation(scenario, replication)
        simulation.step()
        firms = simulation.firms
        people = simulation.state()["people"]
        work = [f.effort[0] * people / (f.spend[1] * f.mix[0]) for f in firms]
        found.append((np.log(work), [math.log(f.creative) for f in firms]))
    return np.array(found).swapaxes(0, 1)


def likeness(ideas: np.ndarray, replications: int) -> Estimate:
    """Correlation of two firms' ideas."""
    return jackknife(
        replications, lambda some: float(np.corrcoef(ideas[some, 0], ideas[some, 1])[0, 1])
    )


def head_of_craft(world: World, ai: bool) -> float:
    """What firm 0 is worth with the best craft beyond what it is worth with the least."""
    best, least = (
        float(firms_of(world, (skill, *SKILL[1:]), ai).run().outcome.npv)
        for skill in (SKILL[-1], SKILL[0])
    )
    return best - least


def measure(replications: int) -> Found:
    world = default().but(FULL)
    by_hand = campaigns(firms_of(world, SKILL, ai=False), replications)
    with_ai = campaigns(firms_of(world, SKILL, ai=True), replications)
    dull = world.but({f"environment.ai.{key}": 0 for key in ("lift", "quality", "likeness")})
    dull_ai = campaigns(firms_of(dull, SKILL, ai=True), replications)
    today = campaigns(
        firms_of(world.but({"environment.ai.gain": 0.5}), SKILL, ai=True), replications
    )

    def spread(found):
        """Of whole campaigns, work and idea, over what it is by hand."""
        between, before = (strength.sum(axis=0).std(axis=1) for strength in (found, by_hand))
        return jackknife(
            replications, lambda some: float(between[some].mean() / before[some].mean())
        )

    def better(found):
        return math.exp((found[0] - by_hand[0]).mean()) - 1

    return Found(
        [
            spread(with_ai),
            exact(better(with_ai)),
            likeness(with_ai[1], replications),
            exact(head_of_craft(world, ai=True) / head_of_craft(world, ai=False)),
        ],
        [spread(dull_ai), likeness(dull_ai[1], replications)],
        [exact(better(today)), exact(better(dull_ai))],
    )


FACT = Fact(
    name="AI levels craft",
    says="With AI the work of the less skilled comes close to that of the skilled; work gets better on the whole, and more alike.",
    source="Noy & Zhang 2023; Dell'Acqua et al. 2023; Ju & Aral 2025",
    varied="AI that does all craft, used by none or by all of three firms of proficiency .4, .7 and 1 in broadcast; those whom "
    "it frees are redeployed",
    measured="strength per money of their first broadcast campaigns; how alike their ideas are; what the best head of craft is "
    "worth to a firm beyond the least in ten years",
    aims=(
        Aim("spread between firms, with AI over without", Below(high=1)),
        Aim("mean strength, relative change", Band(0.18, 0.4)),
        Aim("correlation of two firms' ideas with AI", UP),
        Aim("worth of a head of craft, with AI over without", Below(high=1)),
    ),
    off="what AI does to skill and ideas (environment.ai.lift, quality and likeness)",
    controls=(
        Aim("spread between firms, with AI over without", Band(0.999, 1.001)),
        Aim("correlation of two firms' ideas with AI", Band(-0.1, 0.1)),
    ),
    measure=measure,
    quick=300,
    whole=2000,
    reason="Craft is levelled, and work becomes more alike; but it becomes better by more than studies find. By default "
    "`environment.ai.gain` is the claim that five do what fifty did, so that nearly all craft people are free for judgement. "
    "With the gain that the same studies measure today, the figure lies in its band.",
    told="the keys environment.ai.lift, quality and likeness say it outright, and were chosen after the same studies",
    probes=(
        Aim("mean strength with today's gain of .5, relative change"),
        Aim("mean strength by people redeployed alone, relative change"),
    ),
)

"""S25: the strategies work better together than one by one."""

import itertools

import numpy as np
from measures.row import Band
from measures.worlds import World
from pack import UP, Aim, Fact, Found, mean_of
from pack.runs import outcomes, shipped

NAMES = ("product", "results", "operations", "ai")
MODE = {"product": 2, "results": 1, "operations": 3}


def strategy(chosen: tuple[str, ...]) -> dict[str, object]:
    """Seven tenths of the effort go to the modes that are chosen, in equal parts."""
    plan: dict[str, object] = {"start": 182, "ramp": 26}
    modes = [MODE[name] for name in chosen if name in MODE]
    if modes:
        mix = [0.3, 0.0, 0.0, 0.0]
        for mode in modes:
            mix[mode] = 0.7 / len(modes)
        plan["mix"] = mix
    if "ai" in chosen:
        plan |= {"ai_adoption": 1, "redeploy": 1}
    return plan


def factorial(world: World, replications: int) -> dict[str, np.ndarray]:
    """Marketing's standing by outcome, of shape (product, results, operations, ai, replication)."""
    chosen = [
        tuple(name for name, on in zip(NAMES, corner, strict=True) if on)
        for corner in itertools.product((0, 1), repeat=4)
    ]
    plans = {"_".join(names) or "nothing": strategy(names) for names in chosen}
    rows = outcomes(world.but({"strategies": plans}), replications)
    rows = rows[rows.strategy.isin(plans)]
    return {
        what: rows.pivot(index="strategy", columns="replication", values=column)
        .loc[list(plans)]
        .to_numpy()
        .reshape(2, 2, 2, 2, replications)
        for what, column in (
            ("share", "standing_real_share"),
            ("centrality", "standing_centrality"),
            ("npv", "npv"),
        )
    }


def together(standing: np.ndarray, one: str, other: str) -> np.ndarray:
    """What both add beyond the sum of what each adds, on the average of the other two strategies."""
    axes = [NAMES.index(one), NAMES.index(other)]
    both = np.moveaxis(standing, axes, (0, 1)).mean(axis=(2, 3))
    return both[1, 1] - both[1, 0] - both[0, 1] + both[0, 0]


def alone(standing: np.ndarray, one: str) -> np.ndarray:
    return standing[tuple(int(name == one) for name in NAMES)]


def nothing(standing: np.ndarray) -> np.ndarray:
    return standing[0, 0, 0, 0]


def ahead(standing: np.ndarray, one: str) -> np.ndarray:
    """Of a strategy alone, over the best of the other three alone on the average."""
    others = [alone(standing, name) for name in NAMES if name != one]
    return alone(standing, one) - max(others, key=np.mean)


def measure(replications: int) -> Found:
    winter = factorial(shipped("capital_winter"), replications)
    stock = factorial(shipped("growth_to_stock"), replications)
    useless, easy, seen = (
        factorial(shipped("capital_winter").but({key: 0}), replications)
        for key in ("environment.ai.ceiling", "marketing.critical", "measurement.attribution_bias")
    )
    return Found(
        [
            mean_of(together(winter["share"], "ai", "results")),
            mean_of(together(winter["share"], "operations", "results")),
            mean_of(ahead(stock["share"], "operations")),
            mean_of(ahead(winter["share"], "results")),
            mean_of(ahead(winter["centrality"], "product")),
        ],
        [mean_of(together(useless["share"], "ai", "results"))],
        [
            *(mean_of(alone(stock["share"], name)) for name in NAMES),
            *(mean_of(alone(winter["share"], name)) for name in NAMES),
            mean_of(ahead(stock["centrality"], "product")),
            *(mean_of(together(world["share"], "operations", "results")) for world in (easy, seen)),
            *(
                mean_of(together(world["npv"], "operations", "results") / nothing(world["npv"]))
                for world in (winter, stock)
            ),
        ],
    )


FACT = Fact(
    name="together beats one by one",
    says="Strategies help each other, and which one is best alone hangs on what threatens marketing.",
    source="no study: the model's own claim, of its four strategies",
    varied="the sixteen combinations of four strategies (product, results, operations, AI) from week 182 on, in a capital winter "
    "with AI and in a stock market without a shock",
    measured="marketing's real share of the budget over its first share, and its centrality, in the verdict weeks; an interaction "
    "is what two strategies add beyond the sum of what each adds",
    aims=(
        Aim("AI x results, winter: share", UP, 3),
        Aim("operations x results, winter: share", UP, 3),
        Aim("operations alone over the best other, stock market: share", UP, 3),
        Aim("results alone over the best other, winter: share", UP, 3),
        Aim("product alone over the best other, winter: centrality", UP, 3),
    ),
    off="AI: a tool that can do nothing (environment.ai.ceiling 0)",
    controls=(Aim("AI x results, winter: share", Band(-0.01, 0.01), 3),),
    measure=measure,
    quick=6,
    whole=100,
    reason="AI and results help each other, and results are best in winter. Operations and results do not. "
    "Half of that is the least effort that each mode needs, of which both together have half as much "
    "each; nearly all of the rest is the last touch, which records what marketing does in operations "
    "for operations: with executives who see contributions they hardly hinder each other. For the "
    "same reason operations alone do least for marketing's budget, while the firm is worth more for "
    "having both. Product is best against the structure line in a stock market, not in winter. The "
    "control is on the other side of nothing: a tool that can do nothing costs effort, and the more "
    "of the budget marketing has, the more it loses by it.",
    probes=(
        *(Aim(f"{name} alone, stock market: share") for name in NAMES),
        *(Aim(f"{name} alone, winter: share") for name in NAMES),
        Aim("product alone over the best other, stock market: centrality", digits=3),
        Aim("operations x results, winter, no least effort: share", digits=3),
        Aim("operations x results, winter, contributions seen: share", digits=3),
        Aim("operations x results, winter: net present value, relative", digits=3),
        Aim("operations x results, stock market: net present value, relative", digits=3),
    ),
)

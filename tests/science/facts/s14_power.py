"""S14: power buys budget beyond merit."""

import numpy as np
from measures.row import Band
from measures.worlds import World
from pack import DOWN, UP, Aim, Fact, Found, mean_of
from pack.runs import Pooled, default

WEEKS = slice(77, None, 26)


def explained(columns: list[np.ndarray], wanted: np.ndarray) -> tuple[np.ndarray, float]:
    """Least squares with a constant: coefficients, and the sum of squares that is left."""
    design = np.column_stack([np.ones(len(wanted)), *columns])
    coefficients = np.linalg.lstsq(design, wanted, rcond=None)[0]
    return coefficients[1:], float(((wanted - design @ coefficients) ** 2).sum())


def regressions(world: World, replications: int) -> np.ndarray:
    """Coefficient of power, its partial R2, coefficient of workload times power; a row a replication."""
    runs = Pooled(world, replications)
    found = []
    for replication in range(replications):
        share, power, credited = (
            runs.everybody(series)[replication, WEEKS] for series in ("share", "power", "credited")
        )
        work = (credited / credited.sum(axis=2, keepdims=True)).ravel()
        share, power = share.ravel(), power.ravel()
        _, by_work = explained([work], share)
        (_, of_power), by_both = explained([work, power], share)
        together = (work - work.mean()) * (power - power.mean())
        (_, _, of_both), _ = explained([work, power, together], share)
        found.append((of_power, 1 - by_both / by_work, of_both))
    return np.array(found)


def measure(replications: int) -> Found:
    default_found = regressions(default(), replications).T
    merit = regressions(default().but({"mechanisms.politics": False}), replications).T
    seen = {"mechanisms.politics": False, "measurement.attribution_bias": 0}
    merit_seen = regressions(default().but(seen), replications).T
    return Found(
        [mean_of(figure) for figure in default_found],
        [mean_of(merit[1])],
        [mean_of(merit[0]), mean_of(merit_seen[1])],
    )


FACT = Fact(
    name="power buys budget beyond merit",
    says="Departments with more power get more of the budget than their work alone explains, and work counts less for them.",
    source="Pfeffer & Salancik 1974; Hackman 1985",
    varied="nothing: the default run, every half year from week 77 on, three firms of four departments",
    measured="in each replication shares of the budget, regressed on workload (the share of the value credited) and power",
    aims=(
        Aim("coefficient of power", UP),
        Aim("partial R2 of power", Band(0.2, 0.5)),
        Aim("coefficient of workload times power", DOWN),
    ),
    off="politics: executives do not look at power",
    controls=(Aim("partial R2 of power", Band(high=0.05)),),
    measure=measure,
    quick=6,
    whole=100,
    told="the weight executive.eta_power was chosen after the same studies",
    reason="All three figures lie in their bands, but the regression finds some power where nobody looks at it. Power stems from "
    "what departments contribute, and so does a part of the budget that the last touch does not account for; if executives "
    "see contributions, there is next to nothing left. A study that regresses budgets on credited work and power overstates "
    "power in this world.",
    probes=(
        Aim("without politics: coefficient of power"),
        Aim("without politics, executives see contributions: partial R2 of power", digits=3),
    ),
)

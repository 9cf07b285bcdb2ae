"""S15: power counts more when money is scarce, or not."""

import numpy as np
from measures.row import Band
from measures.worlds import World
from pack import Aim, Estimate, Fact, Found
from pack.runs import Pooled, default, jackknife

HALF_YEARS = np.arange(182, 520, 26)
WINTER = {"environment.climate": [[0, 1], [150, 1], [182, 0.1]]}


def sums(world: World, replications: int) -> tuple[np.ndarray, np.ndarray]:
    """The normal equations of each replication.

    What share a department has gained in half a year is regressed on power and on the value it is credited with,
    both over its share, as logarithms at the beginning and against the firm's mean.
    """
    runs = Pooled(world, replications)

    def log(series):
        values = np.log(np.maximum(runs.everybody(series), 1e-9))
        return values - values.mean(axis=3, keepdims=True)

    share = log("share")
    gained = np.diff(share[:, HALF_YEARS], axis=1)
    begin = HALF_YEARS[:-1]
    reasons = np.stack([(log(series) - share)[:, begin] for series in ("power", "credited")])
    left = np.einsum("irwfd,jrwfd->rij", reasons, reasons)
    return left, np.einsum("irwfd,rwfd->ri", reasons, gained)


def winter_over_boom(world: World, replications: int) -> Estimate:
    winter, boom = (sums(world.but(climate), replications) for climate in (WINTER, {}))

    def of_power(equations, some):
        left, right = (part[some].sum(axis=0) for part in equations)
        return np.linalg.solve(left, right)[0]

    return jackknife(
        replications, lambda some: float(of_power(winter, some) / of_power(boom, some))
    )


def measure(replications: int) -> Found:
    scarce = default().but({"executive.scarcity_power": 1})
    steady = default().but({"executive.eta_scrutiny": 0})
    cases = [winter_over_boom(world, replications) for world in (scarce, default(), steady)]
    return Found(cases[:1], cases[1:2], cases[2:])


FACT = Fact(
    name="power counts more when money is scarce, or not",
    says="Some studies find that power counts more in scarcity, one that it does not; the model can do either.",
    source="Pfeffer & Moore 1980; Ezzamel & Bourn 1995",
    varied="a capital winter from week 150 on, or none, with executive.scarcity_power 1",
    measured="how far a department's share of the budget follows its power, over the half years from week 182 on: the "
    "coefficient of power in a regression that has the credited value too; winter over boom",
    aims=(Aim("coefficient of power, winter over boom", Band(low=1)),),
    off="scarcity_power, which is 0 by default",
    controls=(Aim("coefficient of power, winter over boom", Band(0.9, 1.1), 3),),
    measure=measure,
    quick=6,
    whole=400,
    probes=(Aim("without scarcity_power, and scrutiny does not speed up reallocation"),),
    reason="The model's own pull of power is the same in winter and boom unless the key says otherwise. In winter money also moves "
    "faster to where the executive believes that it works, with all errors of perception, and a regression that knows the "
    "credit alone takes a part of that for less power: where scrutiny does not speed up reallocation, the ratio is one.",
    told="the key executive.scarcity_power says it outright",
)

"""The worlds that facts start from, and pooled runs of them."""

from collections.abc import Callable
from typing import Any

import numpy as np
from measures.worlds import World

import orgsim

from .fact import Estimate, mean_of


def default() -> World:
    """All defaults, as a mean field of ten years."""
    return World(orgsim.Scenario())


def shipped(name: str) -> World:
    return World(orgsim.scenario(name))


def of_firms(world: World, firms: list[dict[str, Any]]) -> World:
    """The same with these firms, each with keys of its own."""
    other = world.but({})
    other.keys["market"].pop("firms", None)
    other.keys["firms"] = firms
    return other


class Pooled:
    """Pooled runs, whose series have the replication as their first dimension."""

    def __init__(self, world: World, replications: int, strategy: int = 0) -> None:
        kind = {"market.kind": "pooled"} if world.keys["market"]["kind"] == "mean_field" else {}
        keep = {"record.trajectories": replications}
        scenario = world.but({**kind, **keep}).scenario()
        self.results = orgsim.run(scenario, replications=replications, threads=1, quick=True)
        self.weeks = self.results.trajectories.isel(strategy=strategy)

    def everybody(self, series: str) -> Any:
        return self.weeks[series].values

    def __getitem__(self, series: str) -> Any:
        return self.everybody(series)[:, :, 0]


def outcomes(world: World, replications: int) -> Any:
    """A row per strategy and replication; no series are kept."""
    scenario = world.but({"market.kind": "pooled"}).scenario()
    return orgsim.outcomes(scenario, replications=replications, threads=1)


def jackknife(replications: int, figure: Callable[[Any], float]) -> Estimate:
    """A figure of all replications together, which is given their numbers (Tukey 1958)."""
    everyone = np.arange(replications)
    whole = figure(everyone)
    left_out = np.array([figure(np.delete(everyone, one)) for one in everyone])
    around = mean_of(replications * whole - (replications - 1) * left_out)
    return Estimate(whole, whole + around.low - around.value, whole + around.high - around.value)


def firm_npv(world: World, replications: int) -> Any:
    """Net present values of the baseline: a row per replication, a column per firm."""
    scenario = world.but({"market.kind": "pooled", "record.trajectories": 0}).scenario()
    results = orgsim.run(scenario, replications=replications, threads=1, quick=True)
    return results.dataset("outcomes").npv.values[0]

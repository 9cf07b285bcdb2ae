"""A scenario and its variants, each run once as a mean field."""

import copy
from typing import Any

import orgsim
from orgsim import _core

DEPARTMENTS = tuple(_core.departments())
PRODUCT, MARKETING, SALES, OPERATIONS = map(
    DEPARTMENTS.index, ("product", "marketing", "sales", "operations")
)
YEAR = 52
MONTH = YEAR / 12
STILL = {"executive.eta": 0, "executive.eta_scrutiny": 0, "executive.eta_power": 0}
WINTER = {
    "environment.climate": [[0, 1], [150, 1], [182, 0.1]],
    "environment.ai.ceiling": 0.9,
    "environment.ai.midpoint": 234,
}


class World:
    """A scenario as keys, of which variants are run once each."""

    def __init__(self, scenario: orgsim.Scenario) -> None:
        self.keys = scenario.to_dict()
        self.keys.pop("strategies", None)
        self.keys.pop("grants", None)
        for firm in self.keys.get("firms", []):
            firm.pop("strategy", None)
        self.set({"market.kind": "mean_field", "run.weeks": 10 * YEAR})
        # Numbers that are drawn are those of replication 0.
        self.keys = orgsim.Simulation(self.scenario()).scenario.copy().to_dict()
        self.keys["record"] = {"trajectories": 1, "precision": "double"}

    def set(self, changes: dict[str, Any]) -> None:
        for key, value in changes.items():
            *path, last = key.split(".")
            place = self.keys
            for part in path:
                place = place.setdefault(part, {})
            place[last] = value
            for firm in self.keys.get("firms", []):
                firm.pop(last, None)

    def own(self, path: str) -> Any:
        """What firm 0 has: its own, or what holds for all."""
        *sections, key = path.split(".")
        place = self.keys
        for section in sections:
            place = place[section]
        firms = self.keys.get("firms") or [{}]
        return firms[0].get(key, place[key])

    def but(self, changes: dict[str, Any]) -> "World":
        """The same with other keys, which hold for every firm."""
        other = copy.copy(self)
        other.keys = copy.deepcopy(self.keys)
        other.set(changes)
        return other

    def alone(self) -> "World":
        """The focal firm without rivals."""
        other = copy.copy(self)
        other.keys = copy.deepcopy(self.keys)
        market, product = other.keys["market"], other.keys["product"]
        if isinstance(product.get("talent"), list):
            product["talent"] = product["talent"][:1]
        if other.keys.get("firms"):
            other.keys["firms"] = other.keys["firms"][:1]
            market.pop("firms", None)
        else:
            market["firms"] = 1
        return other

    def granting(self, department: str, factor: float, first: int, last: int) -> "World":
        grant = {"firm": 0, "department": department, "factor": factor, "weeks": [first, last]}
        return self.but({"grants": [grant]})

    def scenario(self) -> orgsim.Scenario:
        return orgsim.Scenario.from_dict(self.keys)

    def run(self) -> "Run":
        return Run(self.scenario())


class Run:
    """One mean field: weekly series of firm 0, or of all firms with `everybody`."""

    def __init__(self, scenario: orgsim.Scenario, strategy: int = 0) -> None:
        results = orgsim.run(scenario, replications=1, threads=1, quick=True)
        self.scenario = results.scenario
        self.weeks = results.trajectories.isel(strategy=strategy, replication=0)
        self.outcome = results.outcomes.iloc[strategy]

    def everybody(self, series: str) -> Any:
        return self.weeks[series].values

    def __getitem__(self, series: str) -> Any:
        return self.everybody(series)[:, 0]

    def penetration(self) -> Any:
        users = self.everybody("users_end").sum(axis=1)
        return users / (users + self.weeks["nonusers"].values)

"""How long customers stay, and what keeping them is worth beside winning them."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

import orgsim

from .market import won_by_money
from .worlds import MONTH, STILL, YEAR, Run, World


@dataclass(frozen=True)
class ValueElasticities:
    retention: float
    cost: float  # both for 1 of margin


def value_elasticities(world: World) -> ValueElasticities:
    """What one per cent more retention a year, margin, and less cost of winning are worth, with one firm.

    The value of customers is margin less what marketing and sales cost, discounted over the run, and the
    lifetime value of those in hand at its end.
    """
    alone = world.alone().but(STILL)
    discount, margin = (alone.keys["economics"][key] for key in ("discount", "margin"))

    def parts(run: Run) -> tuple[float, float]:
        weight = np.exp(-discount * np.arange(len(run["revenue"])))
        earned = margin * float((run["revenue"] * weight).sum())
        in_hand = float(run["users_end"][-1] * run["ltv"][-1] * weight[-1])
        return earned + in_hand, float((won_by_money(run) * weight).sum())

    before = alone.run()
    gross, spent = parts(before)
    loss = float(before["lost"].sum() / before["users"].sum())
    churn = alone.own("market.retention.churn")
    kept = alone.but({"market.retention.churn": churn * (1 - math.log(1.01) / YEAR / loss)})
    more_gross, more_spent = parts(kept.run())
    return ValueElasticities(
        retention=((more_gross - more_spent) - (gross - spent)) / (0.01 * gross), cost=spent / gross
    )


@dataclass(frozen=True)
class Cohort:
    """How many of those whom firm 0 wins in week 60 are still with it, week by week."""

    here: list[float]

    def first_month(self) -> float:
        """Lost in the first month, four weeks and a third."""
        return 1 - self.here[4] * (self.here[5] / self.here[4]) ** (MONTH - 4)

    def settled(self) -> float:
        """Lost in a month of their second year, on average."""
        return 1 - (self.here[2 * YEAR] / self.here[YEAR]) ** (1 / 12)


def cohort(world: World) -> Cohort:
    """By what customers face in every week: giving up, switching, and habits that grow and fade."""
    simulation = orgsim.Simulation(world.scenario())
    simulation.run(until=61)
    people = newcomers(simulation.hazards(), world.keys["market"]["mass"])
    here = [1.0]
    for _ in range(2 * YEAR):
        simulation.step()
        people = after_a_week(people, simulation.hazards())
        here.append(float(people.sum()))
    return Cohort(here)


def newcomers(faced: dict[str, Any], masses: list[float]) -> Any:
    """Shares of those who adopt firm 0, by favourite and habit; nobody of a class counts twice."""
    favourites = faced["adoption"][:, :, 0] @ np.array(masses)
    people = np.zeros((len(favourites), faced["leaving"].shape[1]))
    people[:, 0] = favourites / favourites.sum()
    return people


def after_a_week(people: Any, faced: dict[str, Any]) -> Any:
    """Those of firm 0's people, by favourite and habit, who stay with it; at most one event a week."""
    to_others = (faced["switching"][:, 0] * faced["reach"])[:, :, 1:].sum(axis=2)
    lost = faced["leaving"][0] + to_others
    rising = np.full_like(lost, faced["rising"][0])
    rising[:, -1] = 0
    falling = np.full_like(lost, faced["falling"])
    falling[:, 0] = 0
    total = lost + rising + falling
    acting = people * -np.expm1(-total) / total
    stay = people * np.exp(-total)
    stay[:, 1:] += (acting * rising)[:, :-1]
    stay[:, :-1] += (acting * falling)[:, 1:]
    return stay

"""S8: a cohort's retention rises although nobody in it changes."""

import numpy as np
from measures.customers import after_a_week, newcomers
from measures.row import Band
from measures.worlds import YEAR, World
from pack import UP, Aim, Fact, Found, exact
from pack.runs import default

import orgsim


def rises(world: World) -> np.ndarray:
    """By how much retention over a quarter rises, quarter by quarter, with the hazards of week 300."""
    simulation = orgsim.Simulation(world.scenario())
    simulation.run(until=301)
    faced = simulation.hazards()
    people = newcomers(faced, world.keys["market"]["mass"])
    here = [1.0]
    for _ in range(2 * YEAR):
        people = after_a_week(people, faced)
        here.append(float(people.sum()))
    quarters = np.array(here[:: YEAR // 4])
    return np.diff(quarters[1:] / quarters[:-1])


def measure(_: int) -> Found:
    world = default().but({"market.habit_levels": 1})
    alike = rises(world.but({"market.taste": 0}))
    return Found(
        [exact(rises(world).min()), None],
        [exact(np.abs(alike).max())],
    )


FACT = Fact(
    name="retention rises with tenure by selection",
    says="A cohort's retention rises with tenure although its people stay as they are: those who leave readily leave first.",
    source="Fader & Hardie 2007",
    varied="nothing: no habits, so that nobody changes; people differ in their favourite firm alone",
    measured="what share of a cohort stays another quarter, over two years of the hazards of week 300; a beta-geometric "
    "model should then find the churn rates that people were given within a tenth",
    aims=(
        Aim("least rise of quarterly retention, by quarter", UP, 4),
        Aim("beta-geometric fit, error of its parameters", Band(high=0.1)),
    ),
    off="taste: with no favourites all are alike",
    controls=(Aim("largest change of quarterly retention", Band(0, 0.0001), 4),),
    measure=measure,
    reason="The model has one churn rate for everybody (`market.retention.churn`) and no key by which people differ in it. "
    "So there are no parameters for the fit to find. What selection there is comes from taste, and does what the source says.",
)

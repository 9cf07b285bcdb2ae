"""S2: with churn the users of a service level off below its potential."""

from measures.bass import bass_world
from measures.row import Band
from measures.worlds import YEAR
from pack import Aim, Fact, Found, exact
from pack.runs import default


def plateau(churn: float, told: float) -> float:
    """Penetration after 40 years; of the users `told` is the share that tell others."""
    bass = bass_world(default(), churn)
    contacts = bass.keys["market"]["contact"]["word_of_mouth"] * told
    long = bass.but({"run.weeks": 40 * YEAR, "market.contact.word_of_mouth": contacts})
    return float(long.run().penetration()[-1])


def measure(_: int) -> Found:
    return Found(
        [exact(plateau(churn, 1 - churn)) for churn in (0.1, 0.2)],
        [exact(plateau(0, 1))],
        [exact(plateau(churn, 1)) for churn in (0.1, 0.2)],
    )


FACT = Fact(
    name="a plateau below the potential",
    says="Where users leave at a steady rate, a service levels off below its potential.",
    source="Libai, Muller & Peres 2009",
    varied="churn of .1 and .2 a year, in the same limit as S1; as in the source's equation, word of mouth is spread by the "
    "share of users who do not leave within the year",
    measured="penetration after 40 years",
    aims=(
        Aim("churn .1 a year: penetration", Band(0.729, 0.749), 3),
        Aim("churn .2 a year: penetration", Band(0.449, 0.469), 3),
    ),
    off="churn",
    controls=(Aim("no churn: penetration", Band(low=0.99), 3),),
    measure=measure,
    told="the same limit is a figure of the calibration, and the model is built to have it",
    probes=(
        Aim("churn .1, all users tell others", digits=3),
        Aim("churn .2, all users tell others", digits=3),
    ),
)

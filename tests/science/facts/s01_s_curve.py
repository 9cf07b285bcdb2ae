"""S1: category users follow an S-curve."""

import numpy as np
from measures.bass import P, Q, adopters, bass_world
from measures.row import Band
from measures.worlds import YEAR
from pack import Aim, Fact, Found, exact
from pack.runs import Pooled, default, jackknife

PEOPLE = 100_000


def measure(replications: int) -> Found:
    still = {"product.fit_noise": 0, "product.viral_noise": 0, "market.customers": PEOPLE}
    bass = bass_world(default(), churn=0).but(still)
    users = Pooled(bass, replications)["users_end"] / PEOPLE
    years = np.arange(1, users.shape[1] + 1) / YEAR

    def peak(some):
        """Of the yearly adoption, by a polynomial through the six years around it."""
        around = slice(3 * YEAR, 9 * YEAR)
        adopted = np.diff(users[some].mean(axis=0), prepend=0)[around]
        smooth = np.polynomial.Polynomial.fit(years[around], adopted, 4)
        flat = smooth.deriv().roots()
        return float(max(flat[np.isreal(flat)].real, key=smooth))

    def there(some):
        return float(np.interp(peak(some), years, users[some].mean(axis=0)))

    def error(some):
        distance = np.abs(users[some].mean(axis=0) - adopters(P, Q, 0, years)).max()
        return float(distance / (0.5 / np.sqrt(PEOPLE)))

    alone = bass.but({"market.contact.word_of_mouth": 0}).run()
    first_peak = np.argmax(alone["won"]) / YEAR
    found = [jackknife(replications, figure) for figure in (peak, there, error)]
    return Found(found, [exact(first_peak)])


FACT = Fact(
    name="an S-curve",
    says="The users of a new category grow along an S-curve: slowly, fast, slowly.",
    source="Bass 1969",
    varied="nothing: one firm, innovation .03 and imitation .38 a year, no churn, 100,000 people",
    measured="when most people adopt, how many have by then, and how far the mean path ever is from Bass's closed form, in "
    "standard errors of a share of 100,000 people",
    aims=(
        Aim("peak of adoption, years", Band(6.1, 6.3)),
        Aim("penetration at the peak", Band(0.456, 0.466), 3),
        Aim("largest error, standard errors", Band(high=3)),
    ),
    off="imitation: without word of mouth there is no second wind, and most people adopt at once",
    controls=(Aim("peak without imitation, years", Band(high=0.1)),),
    measure=measure,
    quick=100,
    whole=1000,
    told="the same limit is a figure of the calibration, and the model is built to have it",
)

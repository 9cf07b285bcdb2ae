"""What the model can say of real series, beside forecasts that know nothing of firms.

Quarterly sales of a phone count as customers won. Worlds are fitted to the first half, as sums over four quarters,
which have no seasons; the second half is foreseen, and compared with a Bass curve and with a forecast that repeats the
last year. Five yearly points of a marketplace stand beside a run that was not fitted to them.

    python tests/science/real_series.py             prints the figures
    python tests/science/real_series.py --renew     writes them into docs/real_series.md too
"""

from __future__ import annotations

import argparse
import pathlib
import time

import numpy
import pandas
from scipy.optimize import least_squares

import orgsim

HERE = pathlib.Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "real_series.md"
BEGIN, END = "<!-- generated: real_series -->\n", "<!-- end: real_series -->\n"
YEAR = 4  # quarters
Z90 = 1.6449  # of the normal distribution's 90 %


def phone() -> pandas.Series:
    """Units sold by quarter; the first, with two days of sales, is left out."""
    table = pandas.read_csv(HERE / "data" / "phone_quarterly_units.csv").iloc[1:]
    quarters = table.quarter.str.replace(r"Q(\d) '(\d\d)", r"20\2Q\1", regex=True)
    return pandas.Series(1e6 * table.units_million.to_numpy(), quarters.to_numpy(), name="won")


def yearly(series: pandas.Series) -> pandas.Series:
    """Sums over four quarters, from the fourth on."""
    return series.rolling(YEAR).sum().iloc[YEAR - 1 :]


def of_worlds(
    past: pandas.Series, ahead: int, points: int, threads: int | None
) -> tuple[orgsim.Fit, pandas.DataFrame]:
    """The fit, and the quarters ahead: low, median, high."""
    fit = orgsim.fit(
        past.to_frame(),
        people=(5e8, 8e9),
        firms=3,
        age=(0, 13),
        vary={"market.start_penetration": (1e-5, 0.01)},
        ranges="wide",
        errors={"won": (0.01, 0.4)},
        rolling=YEAR,
        ahead=ahead,
        points=points,
        most_evaluations=20_000,
        threads=threads,
    )
    foreseen = fit.foreseen.iloc[len(past) :]
    return fit, foreseen[["low_5", "median", "high_95"]].reset_index(drop=True)


def of_bass(past: pandas.Series, ahead: int) -> pandas.DataFrame:
    """A Bass curve by least squares of the logarithms of yearly sums (Srinivasan & Mason 1986), and its residuals."""
    quarters = numpy.arange(len(past) + ahead + 1)

    def sums(log_parameters: numpy.ndarray) -> numpy.ndarray:
        m, p, q = numpy.exp(log_parameters)
        decay = numpy.exp(-(p + q) * quarters)
        adopted = m * (1 - decay) / (1 + q / p * decay)
        return adopted[YEAR:] - adopted[:-YEAR]

    reported = numpy.log(yearly(past).to_numpy())
    known = len(reported)
    best = min(
        (
            least_squares(
                lambda guess: numpy.log(numpy.maximum(sums(guess)[:known], 1)) - reported,
                numpy.log([people, 0.001, q]),
                bounds=(numpy.log([1e8, 1e-8, 1e-3]), numpy.log([1e11, 0.5, 2])),
            )
            for people in (3e8, 1e9, 5e9)
            for q in (0.05, 0.15, 0.4)
        ),
        key=lambda found: found.cost,
    )
    spread = Z90 * numpy.sqrt(2 * best.cost / (known - 3))
    ahead_logs = numpy.log(sums(best.x)[known:])
    return _band(ahead_logs, numpy.full(ahead, spread))


def of_last_year(past: pandas.Series, ahead: int) -> pandas.DataFrame:
    """The last year again and again; errors as of a seasonal random walk (Hyndman & Athanasopoulos 2021, 5.5)."""
    logs = numpy.log(yearly(past).to_numpy())
    steps = logs[YEAR:] - logs[:-YEAR]
    years = numpy.ceil(numpy.arange(1, ahead + 1) / YEAR)
    spread = Z90 * numpy.sqrt(numpy.mean(steps**2)) * numpy.sqrt(years)
    return _band(numpy.full(ahead, logs[-1]), spread)


def _band(logs: numpy.ndarray, spread: numpy.ndarray) -> pandas.DataFrame:
    return pandas.DataFrame(
        {
            "low_5": numpy.exp(logs - spread),
            "median": numpy.exp(logs),
            "high_95": numpy.exp(logs + spread),
        }
    )


def judged(band: pandas.DataFrame, truth: numpy.ndarray) -> dict[str, float]:
    """Mean absolute error in %, that of the first two years, bias, coverage of the 90 % band, and its width."""
    error = band["median"].to_numpy() / truth - 1
    inside = (band.low_5.to_numpy() <= truth) & (truth <= band.high_95.to_numpy())
    return {
        "error, %": 100 * numpy.abs(error).mean(),
        "two years, %": 100 * numpy.abs(error[: 2 * YEAR]).mean(),
        "bias, %": 100 * error.mean(),
        "coverage, %": 100 * inside.mean(),
        "band, times": float(numpy.exp(numpy.log(band.high_95 / band.low_5).mean())),
    }


def compare(points: int, threads: int | None) -> str:
    """The phone's figures as Markdown."""
    sales = phone()
    half = len(sales) // 2
    past, ahead = sales.iloc[:half], len(sales) - half
    truth = yearly(sales).iloc[-ahead:].to_numpy()
    began = time.monotonic()
    fit, worlds = of_worlds(past, ahead, points, threads)
    print(repr(fit), f"{time.monotonic() - began:.0f} s", flush=True)
    bands = {
        "fitted worlds": worlds,
        "Bass curve": of_bass(past, ahead),
        "last year again": of_last_year(past, ahead),
    }
    rows = pandas.DataFrame({name: judged(band, truth) for name, band in bands.items()}).T
    text = [
        f"Fitted: {past.index[0]} to {past.index[-1]}; foreseen: {ahead} quarters, to {sales.index[-1]}. {_said(fit)}\n"
    ]
    text.append(_markdown(rows.round(1).reset_index(names="forecast")))
    years = pandas.DataFrame({"quarter": sales.index[half:], "sold": truth / 1e6})
    for name, band in bands.items():
        years[name] = [
            f"{m:.0f} ({low:.0f} to {high:.0f})"
            for low, m, high in (band[["low_5", "median", "high_95"]] / 1e6).to_numpy()
        ]
    years["sold"] = years.sold.round(0).astype(int)
    text.append("Millions sold in the four quarters up to each, with 90 % bands:\n")
    text.append(_markdown(years.iloc[YEAR - 1 :: YEAR]))
    return "\n".join(text)


def _said(fit: orgsim.Fit) -> str:
    return " ".join(fit._done.conclusion("en").split())


def marketplace() -> str:
    """Five points of a marketplace beside a run that knows nothing of them."""
    points = pandas.read_csv(HERE / "data" / "marketplace_active_buyers.csv")
    scenario = orgsim.Scenario()
    scenario.market.kind = "mean_field"
    scenario.market.customers = 1_100_000_000
    users: list[float] = []
    orgsim.Simulation(scenario).run(
        until=52 * 6, observe=lambda now: users.append(now.state()["users_end"][0] / 1e6)
    )
    years = numpy.array(users)[51::52]
    table = pandas.DataFrame(
        {
            "year": points.year,
            "active buyers, millions": points.active_buyers_million,
            "year of the run": range(1, 6),
            "users of the focal firm, millions": years[:5].round(0).astype(int),
        }
    )
    return _markdown(table)


def _markdown(table: pandas.DataFrame) -> str:
    head = "| " + " | ".join(map(str, table.columns)) + " |"
    rule = "|" + "---|" * len(table.columns)
    rows = ["| " + " | ".join(map(str, row)) + " |" for row in table.itertuples(index=False)]
    return "\n".join([head, rule, *rows]) + "\n"


def main() -> None:
    """Print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--threads", type=int)
    asked = parser.parse_args()
    text = (
        "## The phone\n\n"
        + compare(asked.points, asked.threads)
        + "\n## The marketplace\n\n"
        + marketplace()
    )
    print(text)
    if asked.renew:
        page = PAGE.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        PAGE.write_text(before + BEGIN + text + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()

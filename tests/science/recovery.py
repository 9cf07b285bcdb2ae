"""Whether fits find what a history was made with.

Firms are made up: all unknown numbers drawn from their ranges, a history of some quarters as a pooled run
has it, with errors of reporting. Each is fitted as anybody's table would be. Of the 90 % intervals of numbers
that a table narrows to less than half of their range, 80 to 97 % should hold the truth; of the others, which
it says little of, about 90 %.

    python tests/science/recovery.py --firms 50             prints the figures
    python tests/science/recovery.py --firms 50 --renew     writes them into docs/how_to/own_company.md too

With --check it fails where the coverage of what is narrowed is outside that band, whether the page is renewed or not.
"""

from __future__ import annotations

import argparse
import pathlib
import sys
import textwrap
import time

import numpy
import pandas

import orgsim
from orgsim import _core

COLUMNS = ("users", "revenue", "product", "marketing", "sales", "operations")
NARROWED = 0.5
LOWEST, HIGHEST = 0.80, 0.97
AGE = (0.0, 104.0)
PAGE = pathlib.Path(__file__).parents[2] / "docs" / "how_to" / "own_company.md"
BEGIN, END = "<!-- generated: recovery -->\n", "<!-- end: recovery -->\n"


def scenario(people: int = 2_000_000, firms: int = 3) -> orgsim.Scenario:
    """The market that every firm is in."""
    made = orgsim.Scenario()
    made.market.customers = people
    made.market.firms = firms
    return made


def made_up(firm: int, quarters: int) -> tuple[pandas.DataFrame, dict[str, float]]:
    """The table of a firm, and the truth behind it."""
    blank = pandas.DataFrame(1.0, range(1, quarters + 1), list(COLUMNS)).to_csv(
        index_label="quarter"
    )
    settings = {"age": AGE, "vary": {}, "errors": {}}
    count = _core.unknowns_to_fit(scenario(), blank, **settings)
    units = numpy.random.default_rng([20, firm]).uniform(size=count)
    names, values, unknowns, truth = _core.made_up_history(
        scenario(), blank, **settings, units=list(units), seed=1000 + firm
    )
    table = pandas.DataFrame(numpy.transpose(values), range(1, quarters + 1), names)
    return table, dict(zip(unknowns, truth, strict=True))


def recovered(
    firm: int, quarters: int, points: int, most_evaluations: int, threads: int | None
) -> pandas.DataFrame:
    """A row per unknown: the truth, the interval, whether it holds it, and how narrow it is."""
    table, truth = made_up(firm, quarters)
    began = time.process_time()
    fit = orgsim.fit(
        table,
        people=2_000_000,
        firms=3,
        age=AGE,
        points=points,
        most_evaluations=most_evaluations,
        threads=threads,
        seed=firm + 1,
    )
    rows = fit.recovery()
    rows["truth"] = [truth[name] for name in rows.name]
    # What is rounded to six digits may lie on the interval's end.
    slack = 1e-5 * rows.truth.abs()
    rows["held"] = (rows.low_5 - slack <= rows.truth) & (rows.truth <= rows.high_95 + slack)
    rows.insert(0, "firm", firm)
    rows["fits"], rows["p"], rows["r_hat"] = fit.fits, fit.p, fit.r_hat
    rows["evaluations"], rows["seconds"] = fit.evaluations, time.process_time() - began
    return rows


def summary(rows: pandas.DataFrame) -> dict[str, float]:
    """Coverage of the 90 % intervals, of numbers that are narrowed and of the others."""
    narrowed = rows[rows.width < NARROWED]
    others = rows[rows.width >= NARROWED]
    by_firm = rows.groupby("firm")
    return {
        "firms": rows.firm.nunique(),
        "fits": by_firm.fits.first().mean(),
        "narrowed": len(narrowed) / rows.firm.nunique(),
        "coverage_narrowed": narrowed.held.mean(),
        "coverage_others": others.held.mean(),
        "r_hat": by_firm.r_hat.first().median(),
        "evaluations": by_firm.evaluations.first().median(),
        "seconds": by_firm.seconds.first().median(),
    }


def told(found: dict[str, float], quarters: int, points: int) -> str:
    """The figures as sentences."""
    return (
        f"Measured last, with {found['firms']} firms of {quarters} quarters and {points} worlds each: "
        f"of the numbers that a table narrowed to less than half of their range ({found['narrowed']:.1f} a firm), "
        f"{100 * found['coverage_narrowed']:.1f} % lay in their 90 % intervals; of the others, "
        f"{100 * found['coverage_others']:.0f} %. A world fitted {100 * found['fits']:.0f} % of the firms. "
        f"Median R-hat {found['r_hat']:.2f}; {found['evaluations']:,.0f} worlds tried and "
        f"{found['seconds']:.0f} seconds of one processor a firm. "
        + said_of(found["coverage_narrowed"])
    ).strip()


def said_of(coverage: float) -> str:
    """What is wrong with it, if anything."""
    if LOWEST <= coverage <= HIGHEST:
        return ""
    if numpy.isnan(coverage):
        return (
            "No number was narrowed to less than half of its range: there is nothing to judge by."
        )
    how = "narrower" if coverage < LOWEST else "wider"
    return f"It should be 80 to 97 %: intervals are {how} than they say."


def renew(text: str) -> None:
    """Put the sentences into the page, in lines that are not too long."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    text = textwrap.fill(text, 118, break_long_words=False) + "\n"
    PAGE.write_text(before + BEGIN + text + END + rest.split(END)[1], encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 if the coverage is out of its band and that was to be checked."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--firms", type=int, default=50)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--quarters", type=int, default=8)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--most-evaluations", type=int, default=30_000)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--renew", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-o", "--output", type=pathlib.Path, help="all intervals, as CSV")
    asked = parser.parse_args(arguments)
    tables = []
    for firm in range(asked.first, asked.first + asked.firms):
        tables.append(
            recovered(firm, asked.quarters, asked.points, asked.most_evaluations, asked.threads)
        )
        print(firm, {k: round(v, 3) for k, v in summary(tables[-1]).items()}, flush=True)
        if asked.output:
            pandas.concat(tables).to_csv(asked.output, index=False)
    rows = pandas.concat(tables)
    found = summary(rows)
    for name, value in found.items():
        print(f"{name:20} {value:.3f}")
    narrowed = rows[rows.width < NARROWED].groupby("name").held.agg(["mean", "count"])
    print(narrowed.sort_values("count", ascending=False).head(15).round(2).to_string())
    if asked.renew:
        renew(told(found, asked.quarters, asked.points))
    wrong = said_of(found["coverage_narrowed"])
    if wrong:
        print(
            f"{100 * found['coverage_narrowed']:.1f} % is the coverage of what is narrowed. {wrong}",
            file=sys.stderr,
        )
    return 1 if asked.check and wrong else 0


if __name__ == "__main__":
    sys.exit(main())

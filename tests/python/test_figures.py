"""The figures of docs/model.md, section 7: what tests/science/figures.py measures, prints and says."""

import csv
import math
import os
import subprocess
import sys

import pytest
from small import ROOT

import orgsim

SCIENCE = ROOT / "tests/science"
sys.path.append(str(SCIENCE))

from measures.row import Band, Row, shown
from measures.rows import rows
from measures.table import WIDTH, conclusion, markdown, table
from measures.worlds import World

# What the text of the model prints beside its defaults. The last digit may round either way.
REFERENCE = {
    "Bass limit: largest error, 780 weeks": 0.0022,
    "weeks to half the market": 70,
    "penetration after ten years": 0.91,
    "user growth a year, week 104": 0.57,
    "first week of the stock phase": 202,
    "switchers among customers won, week 26": 0.14,
    "elasticity to marketing, weeks 60-63": 0.10,
    "elasticity to marketing, weeks 100-111": 0.32,
    "elasticity to sales, weeks 60-63": 0.28,
    "causal return of product, week 60": 3.7,
    "causal return of marketing, week 60": 3.2,
    "causal return of sales, week 60": 3.2,
    "causal return of operations, week 60": 1.0,
    "causal return of product, week 300": 2.6,
    "causal return of marketing, week 300": 1.25,
    "causal return of sales, week 300": 1.19,
    "causal return of operations, week 300": 1.24,
    "winter: marketing's budget, first year": -0.49,
    "winter: budget that moves in a year, most": 0.10,
    "lines crossed": "306, -, -",
    "winter: lines crossed": "214, 274, 279",
    "the same with churn .1 a year": 0.0011,
    "the same with churn .2 a year": 0.0002,
    "user growth a year, week 260": 0.02,
    "switchers among customers won, week 400": 0.81,
}


@pytest.fixture(scope="module")
def found():
    return rows(orgsim.Scenario())


def last_digit(number):
    """Half of it is what rounding may hide; a whole one is allowed."""
    _, _, tail = f"{number}".partition(".")
    return 10.0 ** -len(tail)


@pytest.mark.parametrize(("figure", "wanted"), REFERENCE.items())
def test_the_defaults_give_the_figures_of_the_text(found, figure, wanted):
    (value,) = [row.value for row in found if row.figure == figure]
    if isinstance(wanted, str):
        assert value == wanted
    else:
        assert value == pytest.approx(wanted, abs=last_digit(wanted))


def test_the_page_has_what_the_program_prints(found):
    page = ROOT / "docs/model.md"
    begin, end = "<!-- generated: figures -->\n", "<!-- end -->"
    before, rest = page.read_text().split(begin)
    block, after = rest.split(end, 1)
    if os.environ.get("ORGSIM_RENEW"):
        page.write_text(before + begin + markdown(found) + end + after)
    else:
        assert block == markdown(found), "./dev test --renew writes it anew"


TWICE = ROOT / "tests/reference/figures.csv"


def numbers(found):
    """Each figure as a number, lines by themselves, in the order in which C++ has them."""
    for row in found:
        if isinstance(row.value, str):
            yield from (math.inf if week == "-" else float(week) for week in row.value.split(", "))
        else:
            yield row.value


def test_the_program_is_held_to_what_is_measured_here(found):
    """tests/experiment/worlds/figures_test.cpp reads the same file, of numbers measured apart from these."""
    odd = rows(orgsim.Scenario.load(ROOT / "tests/reference/figures_odd.toml"))
    measured = list(zip(numbers(found), numbers(odd), strict=True))
    head, *kept = csv.reader(TWICE.open())
    if os.environ.get("ORGSIM_RENEW"):
        lines = [[name, *map(repr, pair)] for (name, *_), pair in zip(kept, measured, strict=True)]
        with TWICE.open("w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *lines])
        return
    for (name, *pair), values in zip(kept, measured, strict=True):
        assert list(map(float, pair)) == pytest.approx(values, rel=1e-12, abs=0), name


def test_most_figures_lie_in_their_bands_and_those_that_do_not_are_named(found):
    judged = [row for row in found if row.verdict != "-"]
    out = [row for row in judged if row.verdict == "out"]
    said = " ".join(conclusion(found).split())
    assert len(judged) > 30
    assert len(out) < len(judged) / 5
    assert said.startswith(f"{len(judged) - len(out)} of {len(judged)} figures lie in their bands")
    for row in out:
        assert row.figure in said


def test_every_figure_has_a_name_of_its_own(found):
    assert len({row.figure for row in found}) == len(found)


def test_a_table_is_at_most_a_hundred_wide(found):
    assert max(len(line) for line in table(found).splitlines()) <= WIDTH == 100


@pytest.mark.parametrize(
    ("band", "value", "verdict"),
    [
        (Band(0.3, 0.9), 0.3, "in"),
        (Band(0.3, 0.9), 0.91, "out"),
        (Band(high=0.2), 0.19, "in"),
        (Band(low=0.8), 0.79, "out"),
        (None, 0.79, "-"),
    ],
)
def test_a_figure_is_in_or_out(band, value, verdict):
    assert Row("figure", band, value, 2, "source").verdict == verdict


def test_a_figure_that_never_comes_is_out():
    row = Row("weeks to half the market", Band(65, 130), float("inf"), 0, "source")
    assert (row.printed, row.verdict) == ("never", "out")


@pytest.mark.parametrize(
    ("number", "digits", "text"),
    [
        (0.5, 2, ".50"),
        (-0.49, 2, "-.49"),
        (1.25, 2, "1.25"),
        (70.0, 0, "70"),
        (0.0022, 4, ".0022"),
        (-0.0004, 3, ".000"),
    ],
)
def test_numbers_are_printed_as_in_the_text(number, digits, text):
    assert shown(number, digits) == text


def test_other_keys_hold_for_every_firm_and_leave_the_scenario_as_it_was():
    scenario = orgsim.Scenario.from_toml(
        '[[firms]]\nname = "us"\neta = 0.005\n[[firms]]\nname = "them"\n'
    )
    world = World(scenario)
    still = world.but({"executive.eta": 0.0})
    assert still.scenario().firms[0].eta == 0.0
    assert world.scenario().firms[0].eta == 0.005
    assert len(still.alone().scenario().firms) == 1


def test_a_number_that_is_drawn_is_that_of_the_first_replication():
    scenario = orgsim.Scenario()
    scenario.market.taste = orgsim.uniform(2, 4)
    drawn = orgsim.Simulation(scenario).scenario.market.taste
    assert World(scenario).scenario().market.taste == drawn


def run_program(*arguments):
    program = [sys.executable, SCIENCE / "figures.py", *arguments]
    return subprocess.run(program, capture_output=True, text=True, check=False)


def test_the_program_measures_any_scenario_by_name_or_by_file(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('extends = "endless_growth"\n')
    by_name, by_file = run_program("endless_growth"), run_program(mine)
    assert by_name.returncode == 0, by_name.stderr
    assert "first week of the stock phase" in by_name.stdout
    assert "never" in by_name.stdout
    assert by_name.stdout == by_file.stdout


def test_the_program_says_how_it_is_called_and_what_is_wrong():
    assert "--markdown" in run_program("--help").stdout
    wrong = run_program("capital_wintr")
    assert wrong.returncode == 2
    assert "capital_winter" in wrong.stderr
    assert "Traceback" not in wrong.stderr

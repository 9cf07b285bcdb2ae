"""The science pack: its facts, their verdicts, and docs/science.md."""

import subprocess
import sys

import pytest
from small import ROOT

SCIENCE = ROOT / "tests/science"
sys.path.append(str(SCIENCE))

from measures.row import Band
from pack.collect import facts, measured_all
from pack.fact import DOWN, UP, Above, Aim, Below, Estimate, Fact, Found, exact, judged, verdict
from pack.told import overview_row

# The bands as they were frozen. None is moved to let a fact pass.
FROZEN = {
    "S1": ["6.1 to 6.3", ".456 to .466", "below 3"],
    "S2": [".729 to .749", ".449 to .469"],
    "S3": ["above .3", "below .03", "below .2", "above .8"],
    "S5": ["below -.15", "above 1"],
    "S7": ["3 to 7", ".02 to .3", "above 1"],
    "S8": ["above 0", "below .1"],
    "S9": ["1.1 to 2.5"],
    "S10": [".05 to .25", "below 1"],
    "S11": ["1.7 to 2.5", "2 to 5"],
    "S13": ["above .6"],
    "S14": ["above 0", ".2 to .5", "below 0"],
    "S15": ["at least 1"],
    "S16": ["above 0"],
    "S19": ["above .8", "above .5"],
    "S21": ["above 0", "above 0", "-.25 to .25", "below 0"],
    "S22": ["above 0", "below 0", "above 0", "below 0"],
    "S23": ["below 1", ".18 to .4", "above 0", "below 1"],
    "S25": ["above 0"] * 5,
}
PAGE = (ROOT / "docs/science.md").read_text(encoding="utf-8")


def rows_of_the_page():
    """The lines of the page's table by fact."""
    lines = [line for line in PAGE.splitlines() if line.startswith("| [S")]
    return {line.split("]")[0].removeprefix("| ["): line for line in lines}


def page_verdict(id):
    return rows_of_the_page()[id].split(" | ")[2].strip("*")


def test_the_bands_are_the_frozen_ones():
    assert {id: [str(aim.band) for aim in fact.aims] for id, fact in facts().items()} == FROZEN


def test_every_fact_says_all_of_itself():
    for id, fact in facts().items():
        assert all((fact.says, fact.source, fact.varied, fact.measured, fact.off)), id
        assert fact.controls, f"{id} has no negative control"
        assert bool(fact.quick) == bool(fact.whole), id


def test_the_page_has_every_fact_with_its_bands_and_figures():
    rows = rows_of_the_page()
    assert list(rows) == list(FROZEN)
    for id, fact in facts().items():
        figures = rows[id].split(" | ")[3].split("<br>")
        assert [figure.rsplit("; ", 1)[1] for figure in figures] == FROZEN[id]
        for aim in (*fact.aims, *fact.controls, *fact.probes):
            assert aim.figure in PAGE, f"{id}: ./dev science --whole writes the page anew"


def test_facts_that_fail_or_cannot_be_said_are_on_the_page_with_a_reason():
    for id, fact in facts().items():
        if page_verdict(id) not in ("emerges", "fitted"):
            assert fact.reason, f"{id} has no reason"


@pytest.fixture(scope="module")
def quick():
    return measured_all([], whole=False)


def test_mean_fields_are_those_of_the_page(quick):
    rows = rows_of_the_page()
    drawn_by_none = [result for result in quick if not result.replications]
    assert len(drawn_by_none) > 5
    for result in drawn_by_none:
        assert overview_row(result) == rows[result.id], "./dev science --whole writes it anew"


def test_few_replications_do_not_contradict_the_page(quick):
    """They may leave open what the page says, but what they say it says."""
    for result in quick:
        if result.verdict != "cannot be said":
            assert result.verdict == page_verdict(result.id), result.id


def test_a_fact_that_is_not_there_is_named_with_those_that_are():
    program = [sys.executable, SCIENCE / "science.py", "S4"]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no fact is called S4" in done.stderr
    assert "S25" in done.stderr


@pytest.mark.parametrize(
    ("band", "found", "single"),
    [
        (Band(1, 2), exact(2), "holds"),
        (Band(1, 2), exact(2.1), "fails"),
        (Band(1, 2), Estimate(1.5, 1.1, 1.9), "holds"),
        (Band(1, 2), Estimate(1.5, 0.9, 1.9), "open"),
        (Band(1, 2), Estimate(0.5, -1, 3), "open"),
        (Band(1, 2), Estimate(0.5, 0.2, 0.9), "fails"),
        (UP, exact(0), "fails"),
        (DOWN, exact(0), "fails"),
        (Above(low=1), exact(1.1), "holds"),
        (Below(high=1), exact(1), "fails"),
        (Band(0, 0), exact(0), "holds"),
        (Band(1, 2), None, "not measured"),
    ],
)
def test_a_figure_holds_if_the_whole_interval_lies_in_its_band(band, found, single):
    assert judged(Aim("figure", band), found) == single


@pytest.mark.parametrize(
    ("aim", "control", "told", "wanted"),
    [
        (exact(1), exact(0), "", "emerges"),
        (exact(1), exact(0), "a key says it", "fitted"),
        (exact(-1), exact(0), "a key says it", "does not"),
        (exact(1), exact(1), "", "does not (control)"),
        (None, exact(0), "", "cannot be said"),
        (None, exact(1), "", "does not (control)"),
        (Estimate(1, -1, 3), exact(0), "", "cannot be said"),
    ],
)
def test_a_fact_emerges_only_if_all_holds_and_nothing_says_it(aim, control, told, wanted):
    words = dict.fromkeys(("name", "says", "source", "varied", "measured", "off"), "")
    fact = Fact(
        **words,
        aims=[Aim("figure", UP)],
        controls=[Aim("figure", Band(0, 0))],
        measure=lambda _: None,
        told=told,
    )
    assert verdict(fact, Found([aim], [control])) == wanted

"""What the answer of a run hangs on, as tables."""

import numpy
import pandas
import pytest
from small import SMALL

import orgsim
from orgsim.doubt import _without_luck


@pytest.fixture(scope="module")
def results():
    scenario = orgsim.Scenario.from_toml(SMALL)
    return orgsim.run(scenario, replications=2, worlds=44, rivals=[], worlds_replications=2)


def test_what_the_answer_hangs_on_has_range_direction_and_source(results):
    plausible = orgsim.plausible().set_index("key")
    for table in (results.worlds.influences, results.worlds.between):
        if table is None:
            continue
        assert ((table["correlation"] > 0) == (table["direction"] == "more")).all()
        known = plausible.loc[table["key"]]
        assert (table["low"].to_numpy() == known["low"].to_numpy()).all()
        assert (table["high"].to_numpy() == known["high"].to_numpy()).all()
        assert (table["source"].to_numpy() == known["source"].to_numpy()).all()
    assert results.worlds.influences is not None


def test_shares_of_worlds_that_differ_by_luck_alone_have_none_without_it():
    alike = pandas.Series([4, 5, 6, 5, 3, 7, 5, 4, 6, 5]) / 10
    assert _without_luck(alike, 10).isna().all()
    assert _without_luck(pandas.Series([0.0, 1, 1, 0]), 1).isna().all()
    sure = pandas.Series([0.0, 1, 1, 0])
    assert numpy.allclose(_without_luck(sure, 10), sure)


def test_shares_without_luck_vary_as_worlds_do():
    draws = numpy.random.default_rng(1)
    worlds = 0.3 + 0.4 * draws.random(4000)
    shares = pandas.Series(draws.binomial(10, worlds) / 10)
    found = _without_luck(shares, 10)
    assert numpy.isclose(found.var(), worlds.var(), rtol=0.1)
    assert shares.var() > 2 * worlds.var()
    assert numpy.isclose(found.mean(), shares.mean())

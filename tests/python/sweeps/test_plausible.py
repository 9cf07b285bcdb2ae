"""Sweeps over plausible ranges: of all that nobody knows the value of."""

import numpy
import pytest

import orgsim


@pytest.fixture(scope="module")
def numbers():
    return orgsim.plausible()


def test_the_table_has_every_number_with_its_range_scale_and_source(numbers):
    rows = numbers.set_index("key")
    assert list(rows.columns) == ["low", "high", "scale", "whole", "share_of", "source"]
    assert numpy.allclose(rows.loc["market.taste", ["low", "high"]].astype(float), (1.45, 5.8))
    assert rows.loc["market.taste", "scale"] == "log"
    assert rows.loc["product.window", "share_of"] == "product.cycle"
    assert rows.loc["product.cycle", "whole"] and not rows.loc["market.taste", "whole"]
    assert rows["source"].str.len().gt(0).all() and (rows["low"] < rows["high"]).all()
    assert "run.weeks" not in rows.index


def test_ranges_are_half_and_twice_as_wide_on_their_scale(numbers):
    for ranges, width in (("narrow", 0.5), ("wide", 2)):
        row = orgsim.plausible(ranges).set_index("key").loc["market.taste"]
        assert numpy.isclose(numpy.log(row["high"] / row["low"]), width * numpy.log(4))
    with pytest.raises(ValueError, match="no ranges 'huge'; there are plausible, narrow, wide"):
        orgsim.plausible("huge")


def test_a_key_says_its_plausible_range_where_it_is_described():
    assert "plausible 1.45 to 5.8" in orgsim.describe("market.taste")
    assert "plausible 1.45 to 5.8" in type(orgsim.Scenario().market).taste.__doc__
    assert "plausible" not in type(orgsim.Scenario().run).weeks.__doc__


def test_a_sweep_varies_every_number_within_its_range(swept_world, numbers):
    swept = orgsim.sweep(swept_world, vary="plausible", points=8, strategies=[], replications=1)
    named = set(swept.keys)
    assert set(numbers["key"]) >= named and len(named) > 100
    assert swept.failed.empty
    points = swept.points
    for row in numbers[numbers["key"].isin(named)].itertuples():
        whole = points[row.share_of] if row.share_of else 1
        room = 0.5 if row.whole else 1e-9
        assert (points[row.key] >= row.low * whole - room).all(), row.key
        assert (points[row.key] <= row.high * whole + room).all(), row.key
    problem = swept.salib()
    window = problem["bounds"][problem["names"].index("product.window")]
    assert window == [points["product.window"].min(), points["product.window"].max()]


def test_another_word_is_refused(swept_world):
    with pytest.raises(TypeError, match="a dict such as .*, or \"plausible\", not 'plausibel'"):
        orgsim.sweep(swept_world, vary="plausibel")


@pytest.fixture(scope="module")
def found():
    from swept_world import WORLD

    scenario = orgsim.Scenario.from_toml(WORLD)
    return orgsim.sensitivity(scenario, of="npv", strategies=[], trajectories=3, quiet=True)


def test_sensitivity_takes_the_plausible_ranges_unless_told_otherwise(found, swept_world):
    keys = list(found.sweep.keys)
    assert len(keys) > 100 and "market.taste" in keys
    assert found.method == "morris" and found.sweep.scenario.market.kind == "mean_field"
    assert len(found.sweep) == 3 * (len(keys) + 1)
    window, cycle = (found.sweep.points[f"product.{name}"] for name in ("window", "cycle"))
    assert (window == (window / cycle * cycle).round()).all() and (window >= 1).all()
    assert (window / cycle).between(0.15, 0.65).all()
    of_scenario = orgsim.Scenario.from_toml(
        swept_world.to_toml() + '\n[sweep.vary]\n"market.taste" = [1, 5]\n'
    )
    own = orgsim.sensitivity(of_scenario, of="npv", strategies=[], trajectories=2, quiet=True)
    assert own.sweep.keys == ["market.taste"]


def test_a_tornado_draws_the_strongest_and_says_of_how_many(found):
    ax = found.plot.tornado()
    assert [label.get_text() for label in ax.get_yticklabels()] == list(found.indices["key"][:20])
    said = " ".join(text.get_text() for text in ax.texts).replace("\n", " ")
    assert f"the 20 strongest of {len(found.indices)} keys" in said
    assert len(found.plot.tornado(top=None).get_yticklabels()) == len(found.indices)
    assert "strongest of" not in " ".join(t.get_text() for t in found.plot.tornado(top=None).texts)
    with pytest.raises(ValueError, match="from 1 on"):
        found.plot.tornado(top=0)


def test_a_title_names_three_keys_that_are_as_strong_and_counts_the_others():
    from orgsim.plots.sensitivity import _title

    class Swept:
        subject, name = "", "NPV"

        @staticmethod
        def begun(text):
            return text

    keys = [f"k{i}" for i in range(12)]
    ends = numpy.array([[1.0, 2.0]] * 12)
    assert _title(Swept(), keys, 1.5, ends).endswith("on k1, k2, k3 and 8 more")
    assert _title(Swept(), keys[:5], 1.5, ends[:5]).endswith("on k1, k2, k3, k4")

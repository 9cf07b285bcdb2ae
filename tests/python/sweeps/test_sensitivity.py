"""Sensitivity: SALib's statistics of runs, checked on what is known."""

import numpy
import pytest

import orgsim
from orgsim.sweeps.sensitivity import design_of, statistics_of

NAMES = ["x1", "x2", "x3"]


def ishigami(units):
    """Ishigami & Homma (1990), with a = 7 and b = 0.1, over [-pi, pi]."""
    x = numpy.pi * (2 * units - 1)
    return (
        numpy.sin(x[:, 0]) + 7 * numpy.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * numpy.sin(x[:, 0])
    )


def test_sobols_indices_of_ishigamis_function_are_the_known_ones():
    units = design_of("sobol", NAMES, 4096, seed=1)
    assert units.shape == (4096 * 5, 3)
    table = statistics_of("sobol", NAMES, units, ishigami(units), seed=1, resamples=200)
    table = table.set_index("key").loc[NAMES]
    for name, known in (("S1", [0.3139, 0.4424, 0.0]), ("ST", [0.5576, 0.4424, 0.2437])):
        assert numpy.allclose(table[name], known, atol=0.02)
        assert (table[f"{name}_low"] < numpy.array(known) + 0.01).all()
        assert (table[f"{name}_high"] > numpy.array(known) - 0.01).all()


def test_morris_finds_what_ishigamis_function_does_not_depend_on():
    names = [*NAMES, "idle"]
    units = design_of("morris", names, 200, seed=1)
    table = statistics_of("morris", names, units, ishigami(units), seed=1, resamples=200)
    table = table.set_index("key")
    assert table.loc["idle", ["mu_star", "mu_star_low", "mu_star_high", "sigma"]].eq(0).all()
    assert (table.loc[NAMES, "mu_star_low"] > 1).all()
    # Its effect goes both ways: the mean is small, the mean of its size is not.
    assert abs(table.loc["x3", "mu"]) < 0.3 * table.loc["x3", "mu_star"]


@pytest.fixture(scope="module")
def found():
    from swept_world import WORLD

    scenario = orgsim.Scenario.from_toml(WORLD)
    scenario.run.weeks = 60
    vary = {
        "economics.price": (0.8, 1.2),
        "market.taste": {"range": (1, 5)},
        # Of a mechanism that the world does not have.
        "market.network.rewiring": (0.0, 0.5),
    }
    return orgsim.sensitivity(
        scenario, vary=vary, of=["npv", "saved"], trajectories=6, seed=3, quiet=True
    )


def test_a_key_that_does_nothing_has_no_effect(found):
    rows = found.indices[(found.indices["of"] == "npv") & (found.indices["strategy"] == "baseline")]
    assert list(rows["key"])[-1] == "market.network.rewiring"
    idle = rows[rows["key"] == "market.network.rewiring"].iloc[0]
    assert (idle["mu_star"], idle["mu_star_high"], idle["sigma"]) == (0, 0, 0)
    price = rows[rows["key"] == "economics.price"].iloc[0]
    assert 0 < price["mu_star_low"] <= price["mu_star"] <= price["mu_star_high"]


def test_every_measure_is_of_every_strategy_and_saved_of_those_alone(found):
    pairs = set(zip(found.indices["of"], found.indices["strategy"], strict=True))
    npv = {("npv", name) for name in ("baseline", "embed", "later")}
    assert pairs == npv | {("saved", "embed"), ("saved", "later")}
    assert found.used == 6 and found.left_out == 0
    assert found.sweep.scenario.market.kind == "mean_field"
    assert len(found.sweep) == 6 * 4
    assert (found.indices["noise"] == 0).all()  # there is no chance in a mean field
    assert repr(found).startswith("morris: 6 trajectories\n") and "<table" in found._repr_html_()


def test_effects_are_those_of_moving_one_key_over_its_range(swept_world):
    """Of one key, mu is what the runs at both ends say, as NPV is linear in a scale of money."""
    vary = {"economics.price": (1.0, 1.2)}
    found = orgsim.sensitivity(
        swept_world, vary=vary, of="npv", strategies=[], trajectories=8, quiet=True
    )
    points = found.sweep.points["economics.price"]
    npv = found.sweep.outcomes.set_index("point")["npv"]
    slope = numpy.polyfit(points, npv, 1)[0] * 0.2
    assert numpy.isclose(found.indices["mu"][0], slope, rtol=0.1)


def test_chance_is_said_beside_the_indices_where_there_is_some(swept_world):
    found = orgsim.sensitivity(
        swept_world,
        vary={"market.taste": (1, 5)},
        of="npv",
        kind=None,
        replications=3,
        strategies=[],
        trajectories=3,
        quiet=True,
    )
    table = found.sweep.outcomes.groupby("point")["npv"].agg(["var", "count"])
    expected = (table["var"] / table["count"]).mean()
    assert numpy.allclose(found.indices["noise"], expected) and expected > 0


def test_sobols_method_runs_its_blocks_and_wants_a_power_of_two(swept_world):
    vary = {"market.taste": (1, 5), "economics.price": (0.9, 1.1)}
    call = {"vary": vary, "method": "sobol", "of": "npv", "strategies": [], "quiet": True}
    found = orgsim.sensitivity(swept_world, points=16, **call)
    assert len(found.sweep) == 16 * 4 and found.used == 16
    assert {"S1", "ST", "ST_low", "ST_high"} <= set(found.indices.columns)
    with pytest.raises(ValueError, match="a power of 2"):
        orgsim.sensitivity(swept_world, points=10, **call)


def test_trajectories_with_a_point_that_failed_are_left_out_and_counted(swept_world):
    vary = {"market.network.degree": {"values": [4, 6, 8, 5]}, "market.taste": (1, 5)}
    with pytest.warns(orgsim.ScenarioWarning) as warned:
        found = orgsim.sensitivity(
            swept_world,
            vary=vary,
            of="npv",
            kind="network",
            replications=1,
            strategies=[],
            trajectories=12,
            quiet=True,
        )
    failed = len(found.sweep.failed)
    assert failed > 0 and found.left_out > 0 and found.used + found.left_out == 12
    said = " ".join(str(one.message) for one in warned)
    assert f"{failed} of 36 points failed" in said
    assert f"{found.left_out} of 12 trajectories are left out" in said
    assert f"{found.left_out} left out" in repr(found)


def test_the_plan_and_its_time_are_printed_first(swept_world, capsys):
    orgsim.sensitivity(
        swept_world, vary={"market.taste": (1, 5)}, of="npv", trajectories=2, threads=1
    )
    assert capsys.readouterr().out.startswith(
        "morris: 4 points over 1 keys x 1 replications x 3 arms = 12 runs, about "
    )


def test_a_file_with_more_points_serves_a_smaller_design(swept_world, tmp_path):
    call = {"vary": {"market.taste": (1, 5)}, "of": "npv", "quiet": True, "path": tmp_path / "s.h5"}
    orgsim.sensitivity(swept_world, trajectories=6, **call)
    again = orgsim.sensitivity(swept_world, trajectories=4, **call)
    assert again.used == 4


def test_a_design_that_has_no_indices_is_refused(swept_world):
    call = {"vary": {"market.taste": (1, 5)}, "quiet": True}
    for wrong, said in (
        ({"trajectories": 1}, "at least 2"),
        ({"of": []}, "nothing to be measured"),
        ({"shard": (1, 2)}, "leave shard out"),
        ({"keep": "bands"}, "leave keep out"),
    ):
        with pytest.raises(ValueError, match=said):
            orgsim.sensitivity(swept_world, **call, **wrong)


def test_what_cannot_be_measured_is_refused_with_what_can(swept_world):
    vary = {"market.taste": (1, 5)}
    call = {"vary": vary, "trajectories": 2, "quiet": True}
    with pytest.raises(ValueError, match="there is no 'nvp'; did you mean 'npv'"):
        orgsim.sensitivity(swept_world, of="nvp", **call)
    with pytest.raises(ValueError, match="only strategies save marketing"):
        orgsim.sensitivity(swept_world, of="saved", strategies=[], **call)
    with pytest.raises(ValueError, match="there are 'morris' and 'sobol'"):
        orgsim.sensitivity(swept_world, method="fast", **call)

"""The box of assumptions: a planted one is found, and judged on points that it was not fitted to."""

import matplotlib.pyplot as plt
import numpy
import pandas
import pytest
from small import EVIDENCE, ROOT, SMALL

import orgsim
from orgsim import tools
from orgsim.discovering import box
from orgsim.plots.words import width


def cloud(count, keys, seed=1):
    draws = numpy.random.default_rng(seed).random((count, keys))
    return pandas.DataFrame(draws, columns=[f"key_{i}" for i in range(keys)])


def planted(points):
    return (points["key_0"] > 0.6).to_numpy() & (points["key_1"] < 0.5).to_numpy()


def test_a_planted_box_is_found():
    points = cloud(1000, 5)
    found, steps = box.fitted(points, planted(points))
    assert set(found) == {"key_0", "key_1"}
    assert found["key_0"] == pytest.approx((0.6, numpy.inf), abs=0.03)
    assert found["key_1"] == pytest.approx((-numpy.inf, 0.5), abs=0.03)
    assert steps["chosen"].sum() == 1 and steps["inside"].is_monotonic_decreasing


def test_among_many_keys_only_those_that_matter_are_restricted():
    points = cloud(600, 60)
    happens = planted(points)
    assert set(box.fitted(points, happens)[0]) == {"key_0", "key_1"}
    assert box.screened(points, happens) == ["key_0", "key_1"]
    few = points.iloc[:, :20]
    assert box.screened(few, happens) == list(few)


def test_where_nothing_matters_there_is_no_box():
    points = cloud(300, 30)
    happens = numpy.random.default_rng(9).random(300) < 0.4
    assert box.fitted(points, happens)[0] == {}


def test_a_restriction_by_chance_is_left_out_and_a_real_one_is_not():
    points = cloud(400, 3)
    happens = (points["key_0"] > 0.5).to_numpy()
    wide = {"key_0": (0.5, numpy.inf), "key_2": (-numpy.inf, 0.97)}
    assert box.pruned(points, happens, wide) == {"key_0": (0.5, numpy.inf)}


def test_what_is_kept_out_is_not_in_the_fit():
    fit, out = box.split(90, 1 / 3, 4)
    assert len(out) == 30 and sorted([*fit, *out]) == list(range(90))
    assert not numpy.array_equal(out, box.split(90, 1 / 3, 5)[1])


def test_it_is_told_when_there_is_nothing_to_tell_apart():
    points = cloud(100, 2)
    with pytest.raises(ValueError, match="in none of the 100 points"):
        box.fitted(points, numpy.zeros(100, bool))
    with pytest.raises(ValueError, match="at least 20 with it"):
        box.fitted(points, numpy.arange(100) < 5)


@pytest.fixture(scope="module")
def swept(tmp_path_factory):
    """Of a firm's NPV price matters, and a mechanism that the world does not have does not."""
    scenario = orgsim.Scenario.from_toml(SMALL.replace("{ uniform = [2, 4] }", "3"))
    scenario.market.kind = "mean_field"
    vary = {"economics.price": (0.5, 1.5), "market.network.rewiring": (0.0, 0.5)}
    path = tmp_path_factory.mktemp("swept") / "s.h5"
    return orgsim.sweep(
        scenario, vary=vary, points=128, design="sobol", strategies=["embed"], path=path
    )


@pytest.fixture(scope="module")
def middle(swept):
    runs = swept.outcomes
    return float(runs[runs["strategy"] == "baseline"]["npv"].median())


@pytest.fixture(scope="module")
def found(swept, middle):
    return orgsim.discover(swept, "npv", above=middle)


def test_the_key_that_matters_is_the_box(found):
    assert list(found.box["key"]) == ["economics.price"]
    row = found.box.iloc[0]
    assert 0.9 < row["low"] < 1.1 and numpy.isnan(row["high"])
    assert found.density > 0.9 and found.coverage > 0.85
    assert found.on_kept_out.points == 43 and found.on_fit.points == 85


def test_density_and_coverage_are_those_of_the_points_that_were_kept_out(found, swept, middle):
    points = swept.points.iloc[found._kept_out]
    runs = swept.outcomes[swept.outcomes["strategy"] == "baseline"].set_index("point")["npv"]
    happens = (runs.loc[points.index] >= middle).to_numpy()
    within = found.contains(points).to_numpy()
    assert found.density == happens[within].mean()
    assert found.coverage == within[happens].mean()


def test_the_opposite_is_the_other_side(swept, middle):
    other = orgsim.discover(swept, "npv", below=middle).box.iloc[0]
    assert numpy.isnan(other["low"]) and 0.9 < other["high"] < 1.1


def test_a_gain_is_against_the_baseline_of_the_same_point(swept):
    runs = swept.outcomes.pivot(index="point", columns="strategy", values="npv")
    gain = runs["embed"] - runs["baseline"]
    bound = float(gain.median())
    found = orgsim.discover(swept, "npv_gain", strategy="embed", above=bound)
    assert (found._cases.happens == (gain >= bound)).all()


def test_worlds_of_a_run_and_worlds_run_now_are_sources_too(tmp_path):
    scenario = orgsim.Scenario.from_toml(SMALL)
    scenario.market.kind = "mean_field"
    results = orgsim.run(scenario, worlds=90, rivals=[], only=["embed"])
    runs = results.worlds.outcomes
    own = runs[runs["strategy"] == "baseline"].set_index("world")["npv"]
    found = orgsim.discover(results, "npv", above=float(own.median()))
    assert found.of_worlds and "worlds that were kept out" in repr(found).replace("\n", " ")
    assert (found._cases.happens == (own >= own.median())).all()
    (tmp_path / "e.toml").write_text(EVIDENCE, encoding="utf-8")
    worlds = orgsim.worlds(evidence=tmp_path / "e.toml", points=90, threads=2)
    with pytest.raises(ValueError, match="points: no box"):
        orgsim.discover(worlds, "npv", above=1e30, scenario=scenario)


@pytest.fixture(scope="module")
def ensemble(tmp_path_factory):
    """A file of worlds, and what a scenario comes to in each of them as a mean field."""
    path = tmp_path_factory.mktemp("worlds") / "w.csv"
    rows = (ROOT / "scenarios/worlds.csv").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(rows[:121]) + "\n", encoding="utf-8")
    return path


def test_a_scenario_is_run_in_worlds_with_the_rivals_that_are_asked_for(ensemble):
    scenario = orgsim.scenario("capital_winter", set=["run.weeks=240", "economics.price=1.1"])
    given = {"worlds": 120, "worlds_file": ensemble}
    scenario.market.kind = "mean_field"
    gains = {}
    for rivals in ("static", "same"):
        run = scenario.copy()
        for firm in list(run.firms)[1:]:
            firm.strategy = {"static": None, "same": "same_as_focal"}[rivals]
        runs = orgsim.run(run, only=["ai_and_results"], rivals=[], **given).worlds.outcomes
        npv = runs.pivot(index="world", columns="strategy", values="npv")
        gains[rivals] = npv["ai_and_results"] - npv["baseline"]
        bound = float(gains[rivals].median())
        asked = {"strategy": "ai_and_results", "above": bound, "rivals": rivals, **given}
        found = orgsim.discover(scenario, "npv_gain", **asked)
        assert found.of_worlds and len(found._cases.assumptions) == 120
        assert "economics.price" not in found._cases.assumptions  # the scenario names it
        assert (found._cases.happens == (gains[rivals] >= bound)).all()
    assert not gains["static"].equals(gains["same"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_is_for_a_terminal(found, swept, middle, language):
    with orgsim.language.language(language):
        said = repr(found)
        few = repr(orgsim.discover(swept, "npv", below=middle, strategy="embed"))
    for text in (said, few):
        assert max(width(line) for line in text.splitlines()) <= 80
        assert "{" not in text and "nan" not in text
    assert "economics.price" in said and "embed" in few


def test_the_plot_shows_the_box_by_the_order_of_the_points(found):
    plt.switch_backend("Agg")
    ax = found.plot.box()
    left, right = found.shares_below("economics.price")
    assert right == 1 and 0.4 < left < 0.6
    assert [label.get_text() for label in ax.get_yticklabels()] == ["economics.price"]
    with orgsim.language.language("zh"):
        found.plot.box()
    plt.close("all")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        ({"of": "npw", "above": 1}, ValueError, "did you mean 'npv'"),
        ({"of": "npv"}, ValueError, "say from where on it counts"),
        ({"of": "npv", "above": 1, "below": 2}, ValueError, "not both"),
        ({"strategy": "none"}, ValueError, "there are baseline, embed"),
        ({"of": "saved", "strategy": "baseline"}, ValueError, "the baseline is none"),
        ({"kept_out": 1.5}, ValueError, "a share of the points"),
        ({"scenario": orgsim.Scenario()}, TypeError, "what worlds are run with"),
        ({"worlds": 20}, TypeError, "worlds says in which worlds a scenario is run"),
        ({"rivals": "same"}, TypeError, "rivals is of what is run now"),
        ({"threads": 1}, TypeError, "threads is of what is run now"),
        ({"abov": 1}, TypeError, "no argument 'abov'; did you mean 'above'"),
        ({"seed": -1}, ValueError, "seed is a whole number from 0 on"),
    ],
)
def test_mistakes_are_named(swept, call, error, said):
    with pytest.raises(error, match=said):
        orgsim.discover(swept, **call)


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        ({"of": "npv"}, ValueError, "say from where on it counts"),
        ({"of": "savd"}, ValueError, "or is 'saved' meant"),
        ({"rivals": ["same"]}, ValueError, "rivals are 'static', 'same' or 'respond'"),
        ({"only": ["embed"]}, TypeError, "say strategy="),
        ({"replications": 3}, TypeError, "'replications' is settled"),
        ({"worlds": 0}, ValueError, "at least 60, not 0"),
        ({"scenario": orgsim.Scenario()}, TypeError, "give Worlds as the source"),
    ],
)
def test_mistakes_are_named_before_anything_is_run(call, error, said, monkeypatch):
    monkeypatch.setattr("orgsim.results._run", None)
    with pytest.raises(error, match=said):
        orgsim.discover(orgsim.Scenario.from_toml(SMALL), **call)


def test_a_scenario_or_the_file_says_in_how_many_worlds(ensemble):
    scenario = orgsim.scenario("capital_winter", set=["run.weeks=60"])
    asked = {"of": "npv", "above": 6e6, "worlds_file": ensemble}
    assert len(orgsim.discover(scenario, **asked)._cases.assumptions) == 120
    scenario.run.worlds = 110
    assert len(orgsim.discover(scenario, **asked)._cases.assumptions) == 110


def test_what_is_run_is_kept_as_a_sweep_and_not_run_again(ensemble, tmp_path, capsys):
    path = tmp_path / "worlds.h5"
    command = ["discover", "capital_winter", "--of", "npv", "--above", "1.3e7", "--worlds", "120"]
    command += ["--worlds-file", str(ensemble), "--set", "run.weeks=120", "--sweep", str(path)]
    assert tools.main(command) == 0
    said = capsys.readouterr().out
    written = path.stat().st_mtime_ns
    assert tools.main([*command, "--kept-out", "0.4"]) == 0
    assert capsys.readouterr().out != said
    assert path.stat().st_mtime_ns == written
    kept = orgsim.open(path)
    assert kept.complete and len(kept.points) == 120
    assert (
        tools.main(["discover", str(path), "--of", "npv", "--above", "1", "--sweep", "a.h5"]) == 2
    )
    assert "--sweep is of a scenario that is run now" in capsys.readouterr().err


def test_the_command_line_says_what_the_function_does(found, swept, middle, tmp_path, capsys):
    command = ["discover", str(swept.path), "--of", "npv", "--above", repr(middle)]
    command += ["-o", str(tmp_path / "box.csv")]
    assert tools.main(command) == 0
    assert capsys.readouterr().out == f"{found!r}\n"
    found.to_csv(tmp_path / "own.csv")
    assert (tmp_path / "box.csv").read_bytes() == (tmp_path / "own.csv").read_bytes()
    assert tools.main(command) == 2
    assert "the file exists" in capsys.readouterr().err


def test_the_command_line_runs_a_scenario_in_worlds(ensemble, capsys):
    settings = ["run.weeks=120", "economics.price=1.1"]
    command = ["discover", "capital_winter", "--of", "npv", "--above", "1.5e7", "--worlds", "120"]
    command += ["--worlds-file", str(ensemble), "--rivals", "same"]
    for setting in settings:
        command += ["--set", setting]
    assert tools.main(command) == 0
    scenario = orgsim.scenario("capital_winter", set=settings)
    given = {"worlds": 120, "worlds_file": ensemble, "rivals": "same"}
    assert (
        capsys.readouterr().out == f"{orgsim.discover(scenario, 'npv', above=1.5e7, **given)!r}\n"
    )


def test_options_of_a_run_are_refused_for_what_has_been_run(swept, capsys):
    assert tools.main(["discover", str(swept.path), "--rivals", "same"]) == 2
    assert "--rivals is of a scenario that is run now" in capsys.readouterr().err

"""The search for a strategy: known optima are found, and what is said was not used by the search."""

import itertools
import subprocess
import sys

import matplotlib.pyplot as plt
import numpy
import pytest
from small import SMALL

import orgsim
from orgsim import tools
from orgsim.ensemble import rows_of_worlds
from orgsim.optimising import engine, sample, search, space
from orgsim.plots.words import width

VARY = {"start": (0, 50), "budget": (0.5, 1.5)}
QUICK = {"trials": 12, "population": 6, "replications": 3, "most": 6, "finalists": 3}


class Known:
    """A made-up world: what a strategy is worth is known, but for luck that all have in common."""

    def __init__(self, gain, saved, luck=0.0):
        self.gain, self.saved, self.luck = gain, saved, luck
        self.calls = []

    def __call__(self, strategies, units, kept_out, tell):
        self.calls.append((len(strategies), units, kept_out))
        noise = numpy.random.default_rng(kept_out).normal(size=(1 + len(strategies), units))
        shared, own = noise[0], self.luck * noise[1:]
        gain, saved = (
            numpy.array([[of(one)] for one in strategies]) for of in (self.gain, self.saved)
        )
        tell(1)
        return sample.Runs(gain + shared + own, saved + 0 * own, 10 + shared)


def plan(**changes):
    settings = {"trials": 160, "population": 16, "units": 2, "most": 2, "kept_out": 2}
    return search.Plan(**{**settings, "finalists": 12, "seed": 1, **changes})


def bowl(start, budget):
    return lambda one: -(((one["start"] - start) / 50) ** 2) - (one["budget"] - budget) ** 2


def test_the_known_optimum_of_one_objective_is_found():
    found = search.search(space.Space(VARY), Known(bowl(31, 1.2), bowl(31, 1.2)), plan(), {})
    best = found.candidates[found.finalists[0]].strategy
    assert abs(best["start"] - 31) <= 2 and abs(best["budget"] - 1.2) <= 0.05


def test_the_known_front_of_two_objectives_is_found():
    """Between the two optima lies the front: budgets are 1, and starts are from 10 to 40."""
    found = search.search(space.Space(VARY), Known(bowl(10, 1), bowl(40, 1)), plan(), {})
    front = [found.candidates[i].strategy for i in found.finalists]
    assert all(8 <= one["start"] <= 42 and abs(one["budget"] - 1) < 0.15 for one in front)
    starts = [one["start"] for one in front]
    assert min(starts) < 17 and max(starts) > 33


def test_a_catalogue_that_the_space_can_say_is_where_the_search_begins():
    known = Known(bowl(31, 1.2), bowl(31, 1.2))
    catalogue = {
        "far": {"start": 31, "budget": 1.2},
        "other": {"start": 31, "budget": 1.0, "adaptive": True},
    }
    found = search.search(space.Space(VARY), known, plan(trials=6, population=6), catalogue)
    assert [one.name for one in found.candidates[:3]] == ["far", "other", ""]
    assert found.candidates[2].strategy == {"start": 31, "budget": 1.2}


def race_of(known, most):
    strategies = [{"start": start, "budget": 1.0} for start in (10, 14)]
    runs = known(strategies, 8, False, lambda share: None)
    known.calls.clear()
    work = search.Work(plan(), 0, None)
    return search.race(known, strategies, [0, 1], runs, plan(most=most), work)


def test_what_is_close_is_run_again_until_it_is_not_and_the_worse_is_out():
    known = Known(bowl(10, 1), lambda one: 0.5, luck=0.01)
    alive, units = race_of(known, most=512)
    assert alive == [0]
    assert [call[1] for call in known.calls] == [16 * 2**i for i in range(len(known.calls))]
    assert units < 512


def test_what_stays_close_ends_at_the_most(monkeypatch):
    known = Known(lambda one: 0.0, lambda one: 0.5)
    run = Known.__call__

    def now_this_now_that(self, strategies, units, kept_out, tell):
        runs = run(self, strategies, units, kept_out, tell)
        runs.gain[0] += numpy.resize([-1.0, 1.0], units)
        return runs

    monkeypatch.setattr(Known, "__call__", now_this_now_that)
    alive, units = race_of(known, most=32)
    assert alive == [0, 1] and units == 32


def test_fronts_and_room_are_those_of_a_known_cloud():
    values = numpy.array([[0.0, 3.0], [1, 2], [1.1, 1.9], [3, 0], [0, 1], [0, 0]])
    assert sample.fronts(values) == [[0, 1, 2, 3], [4], [5]]
    assert sorted(sample.spread(values, [0, 1, 2, 3], 3)) == [0, 2, 3]


@pytest.mark.parametrize("mix", [[1, 0, 0, 0], [0, 0, 0, 1], [0.1, 0.3, 0.35, 0.25], [0.25] * 4])
def test_a_mix_is_three_numbers_and_back(mix):
    assert space.mix_of(space.parts_of(mix)) == mix


def test_mixes_sum_to_one_and_no_mode_is_favoured():
    draws = numpy.random.default_rng(1).random((2000, 3))
    mixes = numpy.array([space.mix_of(draw) for draw in draws])
    assert numpy.allclose(mixes.sum(axis=1), 1) and (mixes >= 0).all()
    assert numpy.allclose(mixes.mean(axis=0), 0.25, atol=0.02)


USELESS = """
title = "Marketing that reaches nobody"
[run]
weeks = 40
[market]
kind = "mean_field"
customers = 5000
contact = { broadcast = 0, performance = 0 }
[marketing]
mix = [1, 0, 0, 0]
"""


def test_a_mix_that_is_fixed_is_that_of_every_candidate(small):
    mix = [0.2, 0.7, 0, 0.1]
    found = orgsim.optimise(small, vary={"start": (0, 50), "mix": mix}, **QUICK)
    assert all(found.strategy(number)["mix"] == mix for number in found.front.index)


def test_where_marketing_reaches_nobody_least_money_is_best():
    scenario = orgsim.Scenario.from_toml(USELESS)
    vary = {"start": (0, 30), "budget": (0.5, 1.5)}
    found = orgsim.optimise(scenario, vary=vary, against=[], trials=80, population=16)
    best = found.front.iloc[0]
    assert best["budget"] <= 0.55 and best["start"] <= 5 and best["npv_gain"] > 0
    tried = found.candidates
    assert (tried.loc[tried["budget"] > 1, "npv_gain"] < 0).all()
    assert found.plan.units == 1
    assert "A mean field has no luck" in repr(found).replace("\n", " ")
    assert found.catalogue.empty and found.gains.empty


@pytest.fixture(scope="module")
def found():
    return orgsim.optimise(orgsim.Scenario.from_toml(SMALL), vary=VARY, threads=2, **QUICK)


def written(result, path):
    result.to_csv(path)
    return path.read_bytes()


def test_the_same_bytes_on_any_number_of_threads(found, small, tmp_path):
    again = orgsim.optimise(small, vary=VARY, threads=1, path=tmp_path / "f.csv", **QUICK)
    assert (tmp_path / "f.csv").read_bytes() == written(found, tmp_path / "g.csv")
    assert repr(again) == repr(found)
    assert not (tmp_path / "f.csv.journal").exists()


def test_what_is_said_of_the_front_is_of_the_next_seed(found, small):
    number = found.front.index[0]
    small.strategies = {"best": found.strategy(number)}
    table = orgsim.outcomes(small, replications=found.plan.kept_out, seed=small.run.seed + 1)
    npv = table.pivot(index="replication", columns="strategy", values="npv")
    gain = (npv["best"] - npv["baseline"]).mean()
    assert numpy.isclose(found.front.loc[number, "npv_gain"], gain)
    assert found.front.loc[number, "npv_gain_search"] != found.front.loc[number, "npv_gain"]


def test_a_candidate_is_a_strategy_of_a_scenario_file(found):
    number = found.front.index[0]
    text = "run.weeks = 60\n" + found.toml(number, "best one")
    strategy = orgsim.Scenario.from_toml(text).strategies["best one"]
    assert (strategy.start, strategy.budget) == tuple(found.front.loc[number, ["start", "budget"]])
    with pytest.raises(KeyError, match="no candidate 99"):
        found.strategy(99)


def test_tables_have_the_front_the_catalogue_and_all_that_was_tried(found):
    assert list(found.catalogue.index) == list(
        found.catalogue.sort_values("npv_gain", ascending=False).index
    )
    assert set(found.catalogue.index) == {"embed", "later"}
    tried = found.candidates
    assert list(tried["name"].iloc[:2]) == ["embed", "later"]
    assert 6 < tried["generation"].notna().sum() <= 12
    assert not tried.iloc[2:].duplicated(["start", "budget"]).any()
    assert set(found.gains["measure"]) == {"npv", "saved"}
    assert set(found.front.index) <= set(tried.index[2:])


def test_a_stopped_search_goes_on_with_what_was_run(found, small, tmp_path, monkeypatch):
    path = tmp_path / "f.csv"
    call = {"vary": VARY, "path": path, **QUICK}
    with pytest.raises(orgsim.Stopped, match="stopped the search.*the same call goes on"):
        orgsim.optimise(small, progress=lambda share: share < 0.5, **call)
    journal = path.with_name("f.csv.journal")
    kept = journal.read_bytes()
    assert kept.count(b"\n") >= 2 and not path.exists()
    with pytest.raises(orgsim.InputError, match="of another search"):
        orgsim.optimise(small, seed=7, **call)
    journal.write_bytes(kept + b"0000 cut sho")
    runs = []
    run = engine.Replications.__call__
    monkeypatch.setattr(
        engine.Replications, "__call__", lambda *given: runs.append(given) or run(*given)
    )
    orgsim.optimise(small, **call)
    assert path.read_bytes() == written(found, tmp_path / "g.csv")
    whole = []
    monkeypatch.setattr(
        engine.Replications, "__call__", lambda *given: whole.append(given) or run(*given)
    )
    orgsim.optimise(small, vary=VARY, **QUICK)
    assert 0 < len(runs) == len(whole) - (kept.count(b"\n") - 1)
    with pytest.raises(FileExistsError):
        orgsim.optimise(small, **call)


def test_over_worlds_those_that_judge_are_others(small):
    small.market.kind = "mean_field"
    small.market.taste = 2.5
    kept = {"trials": 4, "population": 4, "finalists": 2, "worlds": 4, "replications": 1}
    result = orgsim.optimise(small, vary=VARY, most=4, kept_out=3, goal="low", **kept)
    front = result.front
    assert (front["npv_gain_q10"] <= front["npv_gain_high"]).all()
    assert (front["npv_gain_regret"] >= 0).all()
    assert "3 worlds that the search did not use" in repr(result).replace("\n", " ")
    rows = rows_of_worlds(small, 7, None)
    assert "market.taste" not in rows
    worlds = engine.InWorlds(engine.prepared(small, None, None, None), 1, rows, 1)
    strategies = [result.strategy(number) for number in front.index]
    parts = [worlds(strategies, n, out, lambda share: None) for n, out in ((4, False), (3, True))]
    assert not set(parts[0].baseline) & set(parts[1].baseline)
    assert numpy.allclose(parts[1].gain.mean(axis=1), front["npv_gain"])
    runs = orgsim.run(small, worlds=4, rivals=[], only=["embed"]).worlds.outcomes
    same = runs[runs["strategy"] == "baseline"]["npv"].to_numpy()
    assert (parts[0].baseline == same).all()


def test_worlds_that_judge_meet_luck_of_their_own(small):
    """The same pooled world on both sides: but for luck the two would be one."""
    assert small.market.kind == "pooled"
    rows = rows_of_worlds(small, 1, None)
    worlds = engine.InWorlds(engine.prepared(small, None, None, None), 1, rows, 2)
    strategies = [{"start": 20, "budget": 1.2}]
    searched, judged = (worlds(strategies, 1, out, lambda share: None) for out in (False, True))
    assert searched.baseline[0] != judged.baseline[0]
    assert searched.gain[0, 0] != judged.gain[0, 0]
    again = worlds(strategies, 1, True, lambda share: None)
    assert again.gain[0, 0] == judged.gain[0, 0]


def test_rivals_do_what_is_said(small):
    answers = {
        rivals: [firm.strategy for firm in engine.prepared(small, None, rivals, None).firms]
        for rivals in ("static", "same", "respond")
    }
    assert answers["static"] == [None] * 3
    assert answers["same"] == [None, "same_as_focal", "same_as_focal"]
    assert answers["respond"] == [None, "answers_focal", "answers_focal"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_text_is_for_a_terminal_and_says_what_was_kept_out(found, language):
    with orgsim.language.language(language):
        said = repr(found)
    assert max(width(line) for line in said.splitlines()) <= 80
    assert ("that the search did not use" if language == "en" else "搜索未用过") in said
    assert "{" not in said and "nan" not in said


def test_the_plot_has_the_front_where_the_kept_out_runs_put_it(found):
    plt.switch_backend("Agg")
    ax = found.plot.front()
    (points,) = [line for line in ax.lines if line.get_gid() == "front"]
    places = points.get_xdata()
    scale = 100 / found.baseline_npv
    assert numpy.allclose(places, scale * found.front["npv_gain"])
    with orgsim.language.language("zh"):
        found.plot.front()
    plt.close("all")


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        ({"vary": {"strat": (0, 9)}}, ValueError, "did you mean 'start'"),
        ({"vary": {"start": 5}}, ValueError, "nothing to be chosen"),
        ({"vary": {"budget": (0, 1)}}, ValueError, "no start"),
        ({"vary": {"start": (9, 0)}}, ValueError, "a range is"),
        ({"vary": {"start": (0, 9), "prove": (0, 2)}}, ValueError, "not within 0 to 1"),
        ({"vary": {"start": (0, 9), "mix": [1, 1]}}, ValueError, "four shares"),
        ({"vary": {"start": (0, 9999)}}, ValueError, "no strategy begins in week 9999"),
        ({"path": "nowhere/f.csv"}, FileNotFoundError, "no folder 'nowhere'|no folder '/"),
        ({"replications": 0}, ValueError, "replications is a number from 1 on"),
        ({"against": ["none"]}, ValueError, "it has embed, later"),
        ({"against": "embed"}, TypeError, "a list of names"),
        ({"trials": 0}, ValueError, "trials is a number from 1 on"),
        ({"population": 1}, ValueError, "from 2 on"),
        ({"goal": "low"}, ValueError, "the goal is"),
        ({"worlds": 1}, ValueError, "worlds is 0"),
        ({"rivals": "asleep"}, ValueError, "rivals are"),
        ({"worlds_file": "w.csv"}, ValueError, "say in how many"),
    ],
)
def test_mistakes_are_named(small, call, error, said):
    with pytest.raises(error, match=said):
        orgsim.optimise(small, **call)


@pytest.mark.parametrize(
    ("package", "extra"), [("optuna", "optimise"), ("ema_workbench", "discover")]
)
def test_what_is_missing_is_said_with_its_cure(small, monkeypatch, package, extra):
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ImportError, match=rf"pip install 'orgsim\[{extra}\]'"):
        getattr(orgsim, extra)(small)


def test_every_batch_is_told_of(small):
    shares = []
    orgsim.optimise(small, vary=VARY, progress=shares.append, **QUICK)
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_the_command_line_writes_what_the_function_does(found, tmp_path):
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8")
    counts = {"--trials": 12, "--population": 6, "--replications": 3, "--most": 6, "--finalists": 3}
    options = [str(part) for part in itertools.chain(*counts.items())]
    vary = ["--vary", "start=0:50", "--vary", "budget=0.5:1.5"]
    command = [sys.executable, "-m", "orgsim", "optimise", "small.toml", *vary, *options]
    command += ["-o", "f.csv", "--toml", "f.toml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{found!r}\n"
    assert (tmp_path / "f.csv").read_bytes() == written(found, tmp_path / "g.csv")
    tables = orgsim.Scenario.from_toml((tmp_path / "f.toml").read_text(encoding="utf-8"))
    assert len(tables.strategies) == len(found)
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert again.returncode == 2 and "the file exists" in again.stderr


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("start=0:50", ("start", (0, 50))),
        ("budget=0.5:1.5", ("budget", (0.5, 1.5))),
        ("ramp=1,13,26", ("ramp", [1, 13, 26])),
        ("mix=any", ("mix", "any")),
        ("mix=[1,0,0,0]", ("mix", [1, 0, 0, 0])),
        ("prove=1", ("prove", 1)),
    ],
)
def test_choices_of_the_command_line(text, choice):
    assert tools._choice(text) == choice
    with pytest.raises(ValueError, match="write KEY=A:B"):
        tools._choice("start")

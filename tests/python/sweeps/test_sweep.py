"""Sweeps from Python: what is asked for, what comes, what is refused, and what is kept."""

import gc
import pickle
import subprocess
import sys
import threading
import warnings

import numpy
import pandas
import pytest
from small import PROGRAM
from swept_world import VARY, WORLD

import orgsim
from orgsim.sweeps.measures import measured, names_of


def test_points_are_the_design_with_what_became_of_it(swept):
    points = swept.points
    assert list(points.columns) == ["market.taste", "executive.eta", "status", "replications"]
    assert list(points.index) == list(range(8)) and points.index.name == "point"
    assert points["market.taste"].between(1, 5).all()
    assert set(points["executive.eta"]) == {0.001, 0.002}
    assert set(points["status"]) == {"done"} and set(points["replications"]) == {3}
    assert len(swept) == 8 and swept.complete and swept.failed.empty
    assert swept.strategies == ["baseline", "embed", "later"]


def test_outcomes_are_those_of_running_each_point(swept):
    table = swept.outcomes
    assert len(table) == 8 * 3 * 3
    for point in (0, 5):
        alone = orgsim.outcomes(swept.scenario_at(point), threads=1)
        rows = table[table["point"] == point]
        assert (rows["market.taste"] == swept.points.loc[point, "market.taste"]).all()
        assert list(rows.columns[3:]) == list(alone.columns)
        for name in alone.columns:
            ours, theirs = rows[name].reset_index(drop=True), alone[name]
            if name == "strategy":
                ours, theirs = ours.astype(str), theirs.astype(str)
            pandas.testing.assert_series_equal(ours, theirs, check_dtype=False)


def test_what_is_saved_with_other_lines_and_the_standing_are_measures_of_strategies(swept):
    table = swept.outcomes
    for name, column in (("saved_lenient", "verdict_lenient"), ("saved_strict", "verdict_strict")):
        found = measured(swept, name)
        rows = table[table["strategy"] != "baseline"]
        assert (found["strategy"] != "baseline").all()
        saved = rows[column].isin(["averted", "reversed"])
        assert (found["value"].to_numpy() == saved.to_numpy()).all()
    found = measured(swept, "standing_centrality")
    assert (found["strategy"] != "baseline").all() and found["value"].between(0, 1).all()
    assert {"saved_lenient", "standing_real_share", "npv"} <= set(names_of(swept))


def test_drawn_keys_and_currencies_are_columns(swept_world):
    drawn = orgsim.Scenario.from_toml(
        WORLD.replace(
            "[market]", "[executive]\neta = { uniform = [0.001, 0.002] }\n[market]"
        ).replace("replications = 3", 'replications = 3\ncurrency = "EUR"\nmoney = 2')
    )
    vary = {"market.taste": (1, 5)}
    swept = orgsim.sweep(drawn, vary=vary, points=2, strategies=[], threads=1)
    alone = orgsim.outcomes(swept.scenario_at(1), only=["embed"], threads=1)
    alone = alone[alone["strategy"] == "baseline"]
    rows = swept.outcomes[swept.outcomes["point"] == 1]
    assert set(rows["currency"]) == {"EUR"}
    for name in ("executive.eta", "npv", "budget_total_sales"):
        assert list(rows[name]) == list(alone[name])


def test_weekly_groups_have_a_dimension_point(swept):
    assert swept.bands["share"].dims[:3] == ("point", "strategy", "week")
    assert swept.means["share"].sizes["point"] == 8
    runs = swept.trajectories["share"].sel(point=2)
    mean = runs.mean("replication").astype("float32")
    numpy.testing.assert_allclose(mean, swept.means["share"].sel(point=2), rtol=1e-5)
    with pytest.raises(KeyError, match="has no group 'audit'"):
        swept.dataset("audit")


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        ({"range": (1, 3), "step": 1}, [1, 2, 3]),
        ([4, 2], [2, 4]),
        (numpy.array([1.5, 2.5]), [1.5, 2.5]),
        ((1, 2), [1, 1.25, 1.5, 1.75, 2]),
    ],
)
def test_a_tuple_is_a_range_and_a_list_are_values(swept_world, choice, found):
    swept = orgsim.sweep(
        swept_world, vary={"market.taste": choice}, design="grid", strategies=[], replications=1
    )
    assert sorted(swept.points["market.taste"]) == found


def test_groups_of_keys_and_distributions_are_as_in_scenario_files(swept_world):
    vary = {
        "voice": {"keys": ["strategies.embed.start", "strategies.later.start"], "range": (3, 9)},
        "market.taste": orgsim.uniform(2, 3),
    }
    swept = orgsim.sweep(swept_world, vary=vary, points=4, replications=1)
    assert swept.keys == ["voice", "market.taste"]
    assert swept.points["market.taste"].between(2, 3).all()
    one = swept.scenario_at(3)
    assert one.strategies["embed"].start == one.strategies["later"].start
    assert one.strategies["embed"].start == swept.points.loc[3, "voice"]


def test_vary_replaces_what_the_scenario_varies():
    text = (
        WORLD + '\n[sweep]\npoints = 3\nreplications = 1\n[sweep.vary]\n"market.taste" = [1, 2]\n'
    )
    scenario = orgsim.Scenario.from_toml(text)
    own = orgsim.sweep(scenario, strategies=[])
    assert own.keys == ["market.taste"] and len(own) == 3
    other = orgsim.sweep(scenario, vary={"executive.eta": (0.001, 0.002)}, strategies=[])
    assert other.keys == ["executive.eta"] and len(other) == 3


def test_points_are_given_as_a_table_or_an_array(swept_world):
    table = pandas.DataFrame({"executive.eta": [0.001, 0.002], "market.taste": [2, 3]})
    swept = orgsim.sweep(swept_world, design=table, strategies=[], replications=2)
    assert swept.keys == ["executive.eta", "market.taste"]
    assert (swept.points[["executive.eta", "market.taste"]] == table).all(axis=None)
    again = orgsim.sweep(
        swept_world,
        vary={"executive.eta": (0.001, 0.002), "market.taste": (1, 5)},
        design=table.to_numpy(),
        strategies=[],
        replications=2,
    )
    assert list(again.outcomes["npv"]) == list(swept.outcomes["npv"])
    alone = orgsim.run(swept.scenario_at(1), threads=1).outcomes
    of_one = swept.outcomes[swept.outcomes["point"] == 1]
    assert list(of_one["npv"]) == list(alone[alone["strategy"] == "baseline"]["npv"])


def test_points_of_a_table_can_be_swept_again_with_other_settings(swept_world):
    table = pandas.DataFrame({"market.taste": [2.0, 3.0]})
    swept = orgsim.sweep(swept_world, design=table, strategies=[], replications=1)
    copy = swept.scenario.copy()
    copy.run.weeks = 20
    with pytest.raises(orgsim.InputError, match="are not in the scenario; a table of points"):
        orgsim.sweep(copy)
    again = orgsim.sweep(copy, design=swept.points[swept.keys])
    assert list(again.points["market.taste"]) == [2.0, 3.0]
    other = orgsim.sweep(copy, vary={"market.taste": (1, 5)}, design="sobol", points=3)
    assert len(other) == 3


def test_a_table_of_points_is_checked_as_a_whole_before_the_first_run(swept_world):
    table = pandas.DataFrame({"market.tastes": [1, 2], "executive.eta": [0.001, -1]})
    with pytest.raises(orgsim.InputError) as caught:
        orgsim.sweep(swept_world, design=table)
    said = str(caught.value)
    assert "there is no key 'market.tastes'; did you mean 'market.taste'?" in said
    assert "design:2:2: executive.eta: -1 is out of range" in said
    with pytest.raises(
        orgsim.InputError, match="design:1:1: market.taste: a number that is not finite"
    ):
        orgsim.sweep(swept_world, design=pandas.DataFrame({"market.taste": [numpy.nan]}))
    with pytest.raises(orgsim.InputError, match="the table holds no points"):
        orgsim.sweep(swept_world, design=pandas.DataFrame({"market.taste": []}))
    with pytest.raises(TypeError, match="a DataFrame of numbers"):
        orgsim.sweep(swept_world, design=pandas.DataFrame({"market.taste": ["high"]}))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({}, "sweep.vary: no key varies; vary="),
        ({"vary": {"market.tast": (1, 2)}}, "did you mean 'market.taste'"),
        ({"vary": {"market.taste": (5, 1)}}, "does not rise"),
        ({"vary": VARY, "design": "sobl"}, "sobol"),
        ({"vary": VARY, "strategies": ["embd"]}, "there are: embed, later"),
        ({"vary": VARY, "points": 0}, "sweep.points"),
        ({"vary": VARY, "shard": (3, 2)}, "there is no shard 3 of 2"),
        ({"vary": VARY, "until": 0}, "until: 0 is out of range"),
        ({"vary": VARY, "point_timeout": -1}, "point_timeout: -1 is out of range"),
        ({"vary": VARY, "threads": 0}, "threads: 0 is out of range"),
        ({"vary": VARY, "path": "sweep.txt"}, "sweep.txt"),
    ],
)
def test_what_is_wrong_is_said_in_the_programs_words(swept_world, call, said):
    with pytest.raises(orgsim.InputError) as caught:
        orgsim.sweep(swept_world, **call)
    assert said in str(caught.value)


def test_arguments_of_other_types_are_refused_with_what_is_meant(swept_world):
    for call, said in (
        ({"vary": {"market.taste": (1, 2, 3)}}, "a tuple is a range"),
        ({"vary": ["market.taste"]}, "vary is a dict"),
        ({"vary": VARY, "strategies": "embed"}, r"\['embed'\]"),
        ({"vary": VARY, "shards": 3}, "belongs to a sweep with a client"),
    ):
        with pytest.raises(TypeError, match=said):
            orgsim.sweep(swept_world, **call)
    with pytest.raises(TypeError, match="a Scenario is wanted"):
        orgsim.sweep("capital_winter", vary=VARY)


def test_the_file_is_that_of_the_program(swept_world, tmp_path):
    ours = orgsim.sweep(
        swept_world, vary={"market.taste": (1, 5)}, points=4, path=tmp_path / "ours.h5", threads=2
    )
    (tmp_path / "world.toml").write_text(WORLD, encoding="utf-8")
    command = [PROGRAM, "sweep", "world.toml", "--vary", "market.taste=1:5", "--points", "4"]
    subprocess.run([*command, "-o", "theirs.h5", "--quiet"], cwd=tmp_path, check=True)
    assert ours.path.read_bytes() == (tmp_path / "theirs.h5").read_bytes()
    opened = orgsim.open(tmp_path / "theirs.h5")
    assert isinstance(opened, orgsim.Sweep)
    pandas.testing.assert_frame_equal(opened.outcomes, ours.outcomes)


def test_a_sweep_that_was_stopped_goes_on_to_the_same_bytes(swept_world, tmp_path):
    call = {"vary": VARY, "points": 40, "threads": 1}
    whole = orgsim.sweep(swept_world, path=tmp_path / "whole.h5", **call)
    stops, path = 0, tmp_path / "parts.h5"
    for limit in (0.01, 0.3, 0.6):
        try:
            orgsim.sweep(swept_world, path=path, progress=lambda at, most=limit: at < most, **call)
        except orgsim.Stopped as stopped:
            assert "progress stopped the sweep" in str(stopped) and "goes on" in str(stopped)
            assert path.with_name("parts.h5.journal").exists() and not path.exists()
            stops += 1
    assert stops > 0
    shares = []
    parts = orgsim.sweep(swept_world, path=path, progress=shares.append, **call)
    assert parts.path.read_bytes() == whole.path.read_bytes()
    assert shares[-1] == 1.0 and shares == sorted(shares)
    assert not path.with_name("parts.h5.journal").exists()


INTERRUPTED = """
import _thread, orgsim, os, signal, threading, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs in the background ignores it
def interrupt():
    while not os.path.exists("s.h5.journal") or os.path.getsize("s.h5.journal") < 2001:
        time.sleep(0.01)
    _thread.interrupt_main()
scenario = orgsim.Scenario.from_toml(open("world.toml").read())
scenario.run.weeks = 300
threading.Thread(target=interrupt, daemon=True).start()
try:
    orgsim.sweep(scenario, vary={"market.taste": (1, 5)}, points=100000, path="s.h5", threads=1)
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_raises_and_leaves_the_journal(tmp_path):
    (tmp_path / "world.toml").write_text(WORLD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "interrupted\n", "")
    assert (tmp_path / "s.h5.journal").stat().st_size > 2000


def test_more_points_and_replications_are_added_to_a_file(swept_world, tmp_path):
    path = tmp_path / "s.h5"
    vary = {"market.taste": (1, 5)}
    first = orgsim.sweep(swept_world, vary=vary, points=4, replications=2, path=path).outcomes
    more = orgsim.sweep(swept_world, vary=vary, points=6, replications=3, path=path)
    assert len(more.outcomes) == 6 * 3 * 3
    same = more.outcomes.merge(
        first, on=["point", "strategy", "replication"], suffixes=("", "_then")
    )
    assert len(same) == len(first) and (same["npv"] == same["npv_then"]).all()
    swept_world.market.taste = 2.0
    with pytest.raises(orgsim.InputError, match="another sweep"):
        orgsim.sweep(swept_world, vary={"executive.eta": (0.001, 0.002)}, points=4, path=path)
    anew = orgsim.sweep(
        swept_world, vary={"executive.eta": (0.001, 0.002)}, points=4, path=path, overwrite=True
    )
    assert anew.keys == ["executive.eta"] and len(anew) == 4


def test_points_that_fail_are_rows_and_end_nothing(swept_world):
    swept_world.market.kind = "network"
    vary = {"market.network.degree": [4, 5]}
    with pytest.warns(orgsim.ScenarioWarning, match="1 of 2 points failed"):
        swept = orgsim.sweep(swept_world, vary=vary, design="grid", strategies=[], replications=1)
    assert list(swept.points["status"]) == ["done", "failed"]
    assert list(swept.failed["point"]) == [1] and list(swept.failed["status"]) == ["failed"]
    assert "degree" in swept.failed["message"][0]
    assert set(swept.outcomes["point"]) == {0}
    assert swept.complete and "1 failed" in repr(swept)


def test_a_point_that_takes_too_long_is_left_for_another_call(swept_world, tmp_path):
    call = {"vary": {"market.taste": (1, 5)}, "points": 2, "path": tmp_path / "s.h5"}
    with pytest.warns(orgsim.ScenarioWarning, match="longer than point_timeout"):
        swept = orgsim.sweep(swept_world, point_timeout=1e-9, **call)
    assert not swept.complete and set(swept.failed["status"]) == {"timed_out"}
    swept = orgsim.sweep(swept_world, **call)
    assert swept.complete and swept.failed.empty


def test_until_goes_on_with_replications(swept_world):
    with pytest.warns(orgsim.ScenarioWarning, match="raise most_replications"):
        swept = orgsim.sweep(
            swept_world, vary={"market.taste": (1, 5)}, points=1, until=1, most_replications=12
        )
    assert list(swept.points["replications"]) == [12]


def test_shards_merge_to_the_bytes_of_one_sweep(swept_world, tmp_path):
    call = {"vary": VARY, "points": 7, "replications": 2}
    whole = orgsim.sweep(swept_world, path=tmp_path / "whole.h5", **call)
    shards = [
        orgsim.sweep(swept_world, path=tmp_path / f"{i}.h5", shard=(i, 3), **call)
        for i in (1, 2, 3)
    ]
    assert "shard 2/3" in repr(shards[1]) and list(shards[1].points.index) == [1, 4]
    merged = orgsim.merge(tmp_path / "merged.h5", [shard.path for shard in reversed(shards)])
    assert merged.path.read_bytes() == whole.path.read_bytes()
    with pytest.raises(FileExistsError, match="overwrite=True"):
        orgsim.merge(tmp_path / "merged.h5", [shards[0].path])
    part = orgsim.merge(tmp_path / "merged.h5", [shards[0].path], overwrite=True)
    assert not part.complete and (part.points["status"] == "missing").sum() == 4
    with pytest.raises(orgsim.InputError, match="every shard once"):
        orgsim.merge(tmp_path / "two.h5", [shards[0].path] * 2)


def test_shards_of_a_table_merge_too_and_say_what_is_missing(swept_world, tmp_path):
    table = pandas.DataFrame({"market.taste": [1.0, 2.0, 3.0]})
    call = {"design": table, "replications": 1, "strategies": []}
    whole = orgsim.sweep(swept_world, path=tmp_path / "whole.h5", **call)
    paths = [tmp_path / f"{i}.h5" for i in (1, 2)]
    for i, path in enumerate(paths, 1):
        orgsim.sweep(swept_world, path=path, shard=(i, 2), **call)
    assert orgsim.merge(tmp_path / "m.h5", paths).path.read_bytes() == whole.path.read_bytes()
    part = orgsim.merge(tmp_path / "part.h5", paths[:1])
    assert list(part.points["status"]) == ["done", "missing", "done"]


def test_shards_that_grow_can_be_merged_though_one_of_them_has_nothing_new(swept_world, tmp_path):
    def shards(points):
        for i in (1, 2):
            orgsim.sweep(
                swept_world, vary=VARY, points=points, path=tmp_path / f"{i}.h5", shard=(i, 2)
            )
        return [tmp_path / "1.h5", tmp_path / "2.h5"]

    shards(4)
    grown = orgsim.merge(tmp_path / "grown.h5", shards(5))
    whole = orgsim.sweep(swept_world, vary=VARY, points=5, path=tmp_path / "whole.h5")
    assert grown.path.read_bytes() == whole.path.read_bytes()


def test_other_threads_go_on_meanwhile(swept_world):
    ticks, ended = [], threading.Event()

    def tick():
        while not ended.wait(0.005):
            ticks.append(1)

    thread = threading.Thread(target=tick)
    thread.start()
    orgsim.sweep(swept_world, vary=VARY, points=60, threads=1)
    ended.set()
    thread.join()
    assert len(ticks) > 5


def test_a_sweep_without_a_path_lives_as_long_as_it_is_held(swept_world):
    swept = orgsim.sweep(swept_world, vary=VARY, points=1, strategies=[], replications=1)
    path = swept.path
    assert path.exists()
    with pytest.raises(TypeError, match="temporary file"):
        pickle.dumps(swept)
    del swept
    assert not path.exists()


def test_a_sweep_of_a_file_goes_through_pickle_as_its_path(swept, swept_world, tmp_path):
    again = pickle.loads(pickle.dumps(swept))
    pandas.testing.assert_frame_equal(again.points, swept.points)
    copy = tmp_path / "copy.h5"
    swept.save(copy)
    saved = pickle.dumps(orgsim.open(copy))
    orgsim.sweep(swept_world, vary=VARY, points=1, strategies=[], path=copy, overwrite=True)
    with pytest.raises(OSError, match="another sweep has replaced"):
        pickle.loads(saved)


def test_tables_are_written_for_others(swept, tmp_path):
    swept.to_csv(tmp_path / "o.csv")
    assert len(pandas.read_csv(tmp_path / "o.csv")) == len(swept.outcomes)
    with pytest.raises(FileExistsError):
        swept.to_csv(tmp_path / "o.csv")


def test_parquet_without_its_extra_is_refused_with_its_name(swept, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"orgsim\[parquet\]"):
        swept.to_parquet(tmp_path / "o.parquet")


def test_it_says_what_it_is(swept):
    assert repr(swept) == (
        "<Sweep of 'Swept': 8 points over market.taste, executive.eta, 2 strategies; 8 done>"
    )
    assert "<table" in swept._repr_html_() and "8 points" in swept._repr_html_()
    with pytest.raises(AttributeError, match="cannot be assigned to"):
        swept.points = 1
    with pytest.raises(AttributeError, match="the scenario of a sweep is read-only"):
        swept.scenario.market.taste = 3
    with pytest.raises(KeyError, match="no point 99"):
        swept.scenario_at(99)


def test_salib_gets_its_problem(swept, swept_world):
    assert swept.salib() == {
        "num_vars": 2,
        "names": ["market.taste", "executive.eta"],
        "bounds": [[1.0, 5.0], [0.001, 0.002]],
    }
    vary = {"market.taste": orgsim.triangular(1, 2, 5), "executive.eta": orgsim.lognormal(-6, 0.1)}
    drawn = orgsim.sweep(swept_world, vary=vary, points=1, strategies=[], replications=1)
    assert drawn.salib()["dists"] == ["triang", "lognorm"]
    assert drawn.salib()["bounds"] == [[1.0, 5.0, 0.25], [-6.0, 0.1]]
    table = pandas.DataFrame({"market.taste": [1.0, 4.0, 2.0]})
    given = orgsim.sweep(swept_world, design=table, strategies=[], replications=1)
    assert given.salib()["bounds"] == [[1.0, 4.0]]


def test_a_key_that_varies_and_is_drawn_is_what_the_design_says(swept_world):
    swept_world.executive.friction = orgsim.uniform(0.1, 0.9)
    swept_world.executive.eta = orgsim.uniform(0.001, 0.01)
    sweep = orgsim.sweep(swept_world, vary={"executive.friction": (0.2, 0.8)}, points=3)
    table = sweep.outcomes
    assert table["executive.friction"].between(0.2, 0.8).all()
    assert table["executive.eta"].between(0.001, 0.01).all()
    assert table.groupby("replication")["executive.eta"].nunique().eq(1).all()


def test_a_sweep_leaves_no_warning_behind(swept_world):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        sweep = orgsim.sweep(swept_world, vary=VARY, points=2)
        folder = sweep.path.parent
        del sweep
        gc.collect()
    assert not folder.exists()


def test_a_table_with_two_columns_of_one_key_is_refused(swept_world):
    table = pandas.DataFrame([[1, 2], [3, 4]], columns=["market.taste"] * 2)
    with pytest.raises(orgsim.InputError, match="varies twice"):
        orgsim.sweep(swept_world, vary={"market.taste": (1, 5)}, design=table)


def test_a_key_without_a_choice_is_refused(swept_world):
    with pytest.raises(TypeError, match="leave it out"):
        orgsim.sweep(swept_world, vary={"market.taste": None})


def test_an_error_promises_no_journal_that_there_is_not(swept_world, tmp_path):
    with pytest.raises(OSError, match="No such file") as caught:
        orgsim.sweep(swept_world, vary=VARY, points=2, path=tmp_path / "none" / "s.h5")
    assert "goes on" not in str(caught.value)

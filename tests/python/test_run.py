"""orgsim.run and the results: the program's numbers, as tables and arrays."""

import copy
import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time

import numpy
import pytest
import xarray
from small import PROGRAM, SMALL

import orgsim

SIGNATURE = b"\x89HDF\r\n\x1a\n"


@pytest.fixture(scope="session")
def program_file(tmp_path_factory):
    folder = tmp_path_factory.mktemp("program")
    (folder / "small.toml").write_text(SMALL, encoding="utf-8")
    subprocess.run(
        [PROGRAM, "run", "small.toml", "-o", "small.h5", "--quiet"], cwd=folder, check=True
    )
    return folder / "small.h5"


def test_files_of_python_and_program_are_the_same_bytes(results, program_file, tmp_path):
    results.save(tmp_path / "x.h5")
    assert (tmp_path / "x.h5").read_bytes() == program_file.read_bytes()


def test_seed_and_replications_are_the_programs_options(small, tmp_path):
    (tmp_path / "x.toml").write_text(SMALL, encoding="utf-8")
    options = ["--seed", "7", "--replications", "3", "--only", "embed", "--quiet"]
    subprocess.run([PROGRAM, "run", "x.toml", "-o", "x.h5", *options], cwd=tmp_path, check=True)
    run = orgsim.run(small, seed=7, replications=3, only=["embed"], threads=1)
    run.save(tmp_path / "y.h5")
    assert (tmp_path / "x.h5").read_bytes() == (tmp_path / "y.h5").read_bytes()
    assert small.run.seed == 1
    assert run.strategies == ["baseline", "embed"]
    assert (run.scenario.run.seed, run.replications) == (7, 3)


def test_saved_results_open_in_the_program_and_the_programs_in_python(
    results, program_file, tmp_path
):
    results.save(tmp_path / "x.h5")
    command = [PROGRAM, "show", tmp_path / "x.h5"]
    shown = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    opened = orgsim.open(program_file)
    assert shown == str(results.summary()) == str(opened.summary())
    assert opened.outcomes.equals(results.outcomes)
    assert opened.bands.identical(results.bands)
    assert opened.trajectories.identical(results.trajectories)
    assert opened.scenario == results.scenario


def test_outcomes_have_a_row_per_strategy_and_replication(results, program_file):
    table = results.outcomes
    assert len(table) == 3 * 6
    assert list(table.strategy.cat.categories) == ["baseline", "embed", "later"]
    assert table.replication.dtype == int
    assert not table.duplicated(["strategy", "replication"]).any()
    with xarray.open_dataset(program_file, engine="h5netcdf", group="outcomes") as group:
        for _, row in table.iterrows():
            at = group.sel(strategy=row.strategy, replication=row.replication).isel(firm=0)
            assert row.npv == at.npv
            assert row.verdict == at.verdict
            assert row.share_end_marketing == at.share_end.sel(department="marketing")
            assert row.budget_total_sales == at.budget_total.sel(department="sales")
            assert row["market.taste"] == at.drawn.sel(parameter="market.taste")
            assert numpy.array_equal(
                row.line_week_budget, at.line_week.sel(line="budget"), equal_nan=True
            )
    assert table.began.isna().equals(table.strategy == "baseline")
    assert (table.began[table.strategy == "embed"] == 20).all()


def test_datasets_have_named_dimensions(results):
    assert results.bands.share.dims == ("strategy", "week", "firm", "department", "quantile")
    assert results.means.share.dims == ("strategy", "week", "firm", "department")
    assert results.trajectories.share.dims == (
        "strategy",
        "replication",
        "week",
        "firm",
        "department",
    )
    assert results.audit.power.dims == ("strategy", "replication", "week", "firm", "department")
    assert results.bands.cash.attrs["units"] == "money"
    assert results.dataset("outcomes").npv.dims == ("strategy", "replication", "firm")


def test_means_and_bands_are_those_of_the_trajectories(results):
    users = results.trajectories.users
    assert numpy.allclose(results.means.users, users.mean("replication"), rtol=1e-6)
    median = results.bands.users.sel(quantile=0.5)
    assert numpy.allclose(median, users.quantile(0.5, "replication"), rtol=1e-6)


def test_a_group_that_is_not_kept_is_named(small):
    small.record.trajectories = 0
    run = orgsim.run(small, replications=2, only=["embed"])
    with pytest.raises(KeyError, match="record.trajectories"):
        _ = run.trajectories
    assert run.bands.users.shape[0] == 2


def test_summary_is_text_a_table_and_facts(results):
    summary = results.summary()
    assert str(summary) == repr(summary)
    facts = summary.to_dict()
    assert [row["name"] for row in facts["strategies"]] == ["embed", "later"]
    page = summary._repr_html_()
    assert "<script" not in page
    assert "嵌入产品" in page
    assert page.count("<tr>") == 1 + 4 + 1 + 2
    assert facts["conclusion"].split(".")[0] in page


def test_labels_cannot_smuggle_markup_into_the_table(small):
    small.strategies["embed"].label = "<b>bold</b>"
    page = orgsim.run(small, replications=2).summary()._repr_html_()
    assert "<b>" not in page
    assert "&lt;b&gt;bold" in page


def test_what_was_read_outlives_the_results_and_nothing_is_written(small, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run = orgsim.run(small, replications=2)
    share, table = run.bands.share, run.outcomes
    del run
    gc.collect()
    assert numpy.isfinite(share.values).all()
    assert numpy.isfinite(table.npv).all()
    assert list(tmp_path.iterdir()) == []


def test_what_was_read_of_a_file_outlives_it(results, tmp_path):
    results.save(tmp_path / "x.h5")
    opened = orgsim.open(tmp_path / "x.h5")
    bands = opened.bands
    (tmp_path / "x.h5").unlink()
    assert bands.identical(results.bands)
    assert opened.bands is bands
    with pytest.raises(FileNotFoundError, match="is gone"):
        _ = opened.means


def test_a_path_takes_the_results_as_they_come(small, results, tmp_path):
    path = tmp_path / "x.h5"
    streamed = orgsim.run(small, path=path)
    assert streamed.bands.identical(results.bands)
    assert streamed.outcomes.equals(results.outcomes)
    results.save(tmp_path / "y.h5")
    assert path.read_bytes() == (tmp_path / "y.h5").read_bytes()
    before = path.read_bytes()
    with pytest.raises(FileExistsError, match="overwrite=True"):
        orgsim.run(small, path=path, seed=2)
    assert path.read_bytes() == before
    orgsim.run(small, path=path, seed=2, overwrite=True)
    assert path.read_bytes() != before


def test_more_than_memory_may_hold_is_refused_before_the_run(small):
    small.record.trajectories = 1_000_000
    with pytest.raises(orgsim.InputError, match=r'GB are allowed; keep fewer.*path="x.h5"'):
        orgsim.run(small, replications=1_000_000)
    with pytest.raises(orgsim.InputError, match="record.trajectories"):
        orgsim.run(small, replications=2, max_memory=1000)
    small.record.trajectories = 0
    with pytest.raises(orgsim.InputError, match="run.replications: .*; keep fewer replications"):
        orgsim.run(small, replications=100, max_memory=1000)
    for nothing in (0, -1, float("nan")):
        with pytest.raises(ValueError, match="bytes above 0"):
            orgsim.run(small, max_memory=nothing)


@pytest.mark.parametrize("protocol", range(6))
def test_results_and_parts_of_scenarios_go_through_pickle(small, results, protocol):
    for thing in (
        small,
        small.market,
        small.market.choice,
        small.firms,
        small.firms[1],
        small.strategies,
        small.strategies["embed"],
        orgsim.uniform(1, 2),
        results,
    ):
        assert repr(pickle.loads(pickle.dumps(thing, protocol))) == repr(thing)
    again = pickle.loads(pickle.dumps(results, protocol))
    assert again.trajectories.identical(results.trajectories)
    assert again.audit.identical(results.audit)
    assert again.outcomes.equals(results.outcomes)
    assert str(again.summary()) == str(results.summary())
    assert pickle.loads(pickle.dumps(orgsim.Scenario.load, protocol)) is orgsim.Scenario.load


@pytest.mark.parametrize("protocol", range(6))
def test_a_view_of_a_simulation_says_what_to_pickle(small, protocol):
    simulation = orgsim.Simulation(small)
    for view in (simulation.firms[0], simulation.firms[0].audit, simulation.firms[0].lines):
        with pytest.raises(TypeError, match="pickle the simulation"):
            pickle.dumps(view, protocol)


def test_outcomes_alone_are_those_of_a_run(small, results):
    assert orgsim.outcomes(small).equals(results.outcomes)
    assert list(orgsim.outcomes(small, only=["embed"], replications=2).strategy.unique()) == [
        "baseline",
        "embed",
    ]
    with pytest.raises(TypeError, match="a Scenario is wanted"):
        orgsim.outcomes("capital_winter")


def test_an_unknown_group_is_answered_with_those_there_are(results):
    with pytest.raises(KeyError, match="there is no group 'nosuch'; there are outcomes, bands"):
        results.dataset("nosuch")


def test_pickled_results_save_the_same_bytes_and_refuse_damaged_ones(results, tmp_path):
    saved = pickle.dumps(results)
    results.save(tmp_path / "x.h5")
    pickle.loads(saved).save(tmp_path / "y.h5")
    assert (tmp_path / "x.h5").read_bytes() == (tmp_path / "y.h5").read_bytes()
    damaged = bytearray(saved)
    damaged[len(damaged) // 2] ^= 1
    with pytest.raises(orgsim.InputError, match="damaged"):
        pickle.loads(bytes(damaged))


def test_results_of_a_file_are_pickled_as_its_path(small, results, tmp_path):
    results.save(tmp_path / "x.h5")
    saved = pickle.dumps(orgsim.open(tmp_path / "x.h5"))
    assert len(saved) < 1000
    assert pickle.loads(saved).bands.identical(results.bands)
    orgsim.run(small, seed=9, path=tmp_path / "x.h5", overwrite=True)
    with pytest.raises(OSError, match="other results have replaced those that were pickled"):
        pickle.loads(saved)
    (tmp_path / "x.h5").unlink()
    with pytest.raises(orgsim.InputError, match="no such file"):
        pickle.loads(saved)


def _seed(run):
    return run.scenario.run.seed


def _run(seed):
    return orgsim.run(orgsim.Scenario.from_toml(SMALL), seed=seed, replications=2, threads=1)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_results_cross_processes(method, results):
    with multiprocessing.get_context(method).Pool(2) as pool:
        made = pool.map(_run, [3, 4])
        assert [run.scenario.run.seed for run in made] == [3, 4]
        assert pool.map(_seed, made) == [3, 4]
    assert made[0].outcomes.equals(_run(3).outcomes)
    assert results.bands.sizes["week"] == 60  # a forked child takes nothing from its parent


def test_a_part_that_is_copied_deeply_has_a_scenario_of_its_own(small):
    part = copy.deepcopy(small.market)
    part.inflow = 0.25
    assert small.market.inflow == 0


def test_saving_replaces_nothing_unless_it_may(results, tmp_path):
    path = tmp_path / "x.h5"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError, match="overwrite=True"):
        results.save(path)
    assert path.read_bytes() == b"old"
    results.save(path, overwrite=True)
    assert orgsim.open(path).replications == 6
    with pytest.raises(OSError):
        results.save(tmp_path / "no/such/folder.h5")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"no results", "not a results file.*orgsim run -o"),
        (SIGNATURE + bytes(100), "cut short"),
        (SIGNATURE + bytes(9000), "it has no digest: written by an older orgsim.*; run it again"),
    ],
)
def test_what_is_no_results_file_is_refused(content, said, tmp_path):
    path = tmp_path / "x.h5"
    path.write_bytes(content)
    with pytest.raises(orgsim.InputError, match=said):
        orgsim.open(path)
    with pytest.raises(orgsim.InputError, match="no such file"):
        orgsim.open(tmp_path / "missing.h5")


@pytest.mark.parametrize(
    ("arguments", "kind", "message"),
    [
        ({"replications": 0}, orgsim.InputError, "run.replications: 0 is out of range"),
        ({"replications": 2.5}, orgsim.InputError, "run.replications"),
        ({"seed": -1}, orgsim.InputError, "run.seed"),
        ({"threads": 0}, orgsim.InputError, "threads: 0 is out of range; a whole number from 1"),
        ({"threads": 2.5}, orgsim.InputError, "threads: 2.5 is no whole number"),
        (
            {"only": ["embd"]},
            orgsim.InputError,
            "^only: no strategy is called 'embd'; there are: embed, later",
        ),
        ({"only": "embed"}, TypeError, "list of names"),
        (
            {"scenario": "capital_winter"},
            TypeError,
            r"not 'capital_winter': orgsim.scenario\(name\)",
        ),
        ({"progress": 3}, TypeError, "progress"),
        ({"thread": 2}, TypeError, "thread"),
    ],
)
def test_wrong_arguments_are_refused_with_the_cure(small, arguments, kind, message):
    with pytest.raises(kind, match=message):
        orgsim.run(**{"scenario": small, **arguments})


def test_progress_is_told_as_a_share_that_grows_to_one(small):
    told = []
    small.market.customers, small.run.weeks = 1_000_000, 300
    orgsim.run(small, replications=40, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert all(0 <= share <= 1 for share in told)


def test_a_progress_bar_goes_to_standard_error(small, capsys):
    orgsim.run(small, replications=2, progress=True)
    out, err = capsys.readouterr()
    assert out == ""
    assert "100%" in err


def test_what_progress_raises_ends_the_run_and_leaves_nothing(small, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError):
        orgsim.run(small, progress=lambda share: 1 // 0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kept", ["in memory", "in a file", "outcomes"])
def test_progress_that_returns_false_stops_the_run(kept, small, tmp_path):
    cancelled, running = threading.Event(), threading.Event()

    def progress(share):
        running.set()
        return not cancelled.is_set()

    def cancel():
        running.wait()
        cancelled.set()

    canceller = threading.Thread(target=cancel)
    canceller.start()
    many = {"replications": 1_000_000, "progress": progress}
    small.record.trajectories = 0
    with pytest.raises(orgsim.Stopped, match="progress stopped the run, of which 0 % were done"):
        if kept == "outcomes":
            orgsim.outcomes(small, **many)
        else:
            path = tmp_path / "x.h5" if kept == "in a file" else None
            orgsim.run(small, **many, max_memory=1e12, path=path)
    canceller.join()
    deadline = time.monotonic() + 20
    while list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.01)  # what is still at work takes its file with it
    assert list(tmp_path.iterdir()) == []


def test_progress_that_returns_anything_else_goes_on(small):
    for answer in (None, 0, True, ""):
        assert orgsim.run(small, progress=lambda share, said=answer: said).replications == 6
    assert orgsim.run(small, progress=lambda share: share < 1).replications == 6


INTERRUPTED = """
import orgsim, signal, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job's parent may ignore it
scenario = orgsim.scenario("capital_winter")
{change}
def say(share):
    if share >= 0: print("running", flush=True)
try:
    orgsim.run(scenario, replications=100000, progress=say)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_hdf5_s_own_reports_are_not_printed(tmp_path, capfd):
    """Its stack of errors is one of each thread: neither a run's thread nor this one prints it."""
    orgsim.run(orgsim.Scenario.from_toml(SMALL), replications=1)
    path = tmp_path / "x.h5"
    path.write_bytes(b"no HDF5")
    with pytest.raises(orgsim.InputError):
        orgsim.open(path)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "change",
    [
        "scenario.run.weeks = 1000",
        "scenario.market.kind, scenario.market.customers = 'network', 1_000_000",
    ],
)
def test_an_interrupt_raises_keyboard_interrupt_and_leaves_nothing(change, tmp_path):
    code = INTERRUPTED.format(change=change).replace("100000", "20")
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert process.stdout.readline() == "running\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert out.splitlines()[-1] == "interrupted"
    assert (process.returncode, err) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_other_threads_go_on_during_a_run(small):
    """The GIL is released: Python code runs while the engine does."""
    import threading

    counted = 0
    done = threading.Event()

    def count():
        nonlocal counted
        while not done.is_set():
            counted += 1

    thread = threading.Thread(target=count)
    thread.start()
    before = counted
    small.run.weeks = 300
    orgsim.run(small, replications=20, threads=1)
    during = counted - before
    done.set()
    thread.join()
    assert during > 1000

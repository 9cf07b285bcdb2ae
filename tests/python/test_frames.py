"""Tables of weekly series, and numbers that a function of one's own makes of a run."""

import pickle
import traceback

import numpy
import pytest

import orgsim


@pytest.mark.parametrize(
    ("group", "key"),
    [("bands", "quantile"), ("means", None), ("trajectories", "replication")],
)
def test_a_series_is_a_row_for_every_number(results, group, key):
    table = results.to_frame("share", group)
    keys = ["strategy", *([key] if key else []), "week", "firm", "department"]
    assert sorted(table.columns) == sorted([*keys, "value"])
    array = results.dataset(group)["share"]
    assert len(table) == array.size
    for _, row in table.sample(20, random_state=1).iterrows():
        assert row["value"] == array.sel({name: row[name] for name in keys}).item()
    assert list(table.columns[:2]) == (["strategy", key] if key else ["strategy", "week"])


def test_a_series_that_is_not_there_is_named_with_what_is(results):
    assert set(results.to_frame("power", "audit").columns) >= {"replication", "department"}
    with pytest.raises(KeyError, match="did you mean 'share'"):
        results.to_frame("shares")
    with pytest.raises(KeyError, match="no series 'noise'.*there are ai_parity, brand"):
        results.to_frame("noise")
    with pytest.raises(KeyError, match="no weekly series"):
        results.to_frame("npv", "outcomes")
    with pytest.raises(KeyError, match="there is no group 'band'"):
        results.to_frame("share", "band")


def test_what_is_observed_is_what_the_run_was(small, results):
    def look(simulation):
        return {"share": simulation.firms[0].share, "users": simulation.state()["users"][0]}

    run = orgsim.run(small, observe=look, threads=2)
    assert list(run.observed.columns) == [
        "strategy", "replication", "week", "share_0", "share_1", "share_2", "share_3", "users",
    ]  # fmt: skip
    assert len(run.observed) == 3 * 6 * 60
    recorded = results.trajectories.isel(firm=0).transpose("strategy", "replication", "week", ...)
    assert numpy.array_equal(run.observed["users"], recorded.users.values.ravel())
    shares = recorded.share.sel(department="marketing").values.ravel()
    assert numpy.array_equal(run.observed["share_1"], shares)


def test_weeks_can_be_chosen_and_the_simulation_is_the_replications_own(small, tmp_path):
    def look(simulation):
        assert not simulation.week % 2 or simulation.week == 59
        return simulation.scenario.market.taste if simulation.week else None

    run = orgsim.run(small, observe=look, observe_weeks=[0, 10, 59], path=tmp_path / "run.h5")
    assert list(run.observed["week"].unique()) == [10, 59]
    drawn = run.outcomes.set_index(["strategy", "replication"])["market.taste"]
    for _, row in run.observed.iterrows():
        assert row["value"] == drawn[row["strategy"], row["replication"]]
    again = pickle.loads(pickle.dumps(run))
    assert again.observed.equals(run.observed)
    in_memory = orgsim.run(small, observe=look, observe_weeks=[10])
    assert pickle.loads(pickle.dumps(in_memory)).observed.equals(in_memory.observed)
    with pytest.raises(KeyError, match="nothing was observed"):
        orgsim.open(tmp_path / "run.h5").observed  # noqa: B018


def test_what_observe_raises_ends_the_run_with_its_own_lines(small, tmp_path):
    def fail(simulation):
        return 1 // (simulation.week - 20)

    with pytest.raises(ZeroDivisionError) as caught:
        orgsim.run(small, observe=fail, threads=2, path=tmp_path / "run.h5")
    assert "in fail" in "".join(traceback.format_exception(caught.value))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("look", "error", "message"),
    [
        (lambda s: "much", TypeError, "numbers are wanted"),
        (lambda s: {"a": object()}, TypeError, "for 'a'"),
        (lambda s: {"a": 1} if s.week < 3 else {"b": 1}, ValueError, "the same numbers every time"),
        (lambda s: s.step(), orgsim.InputError, r"act on a copy\(\)"),
        (lambda s: s.begin("embed"), orgsim.InputError, r"act on a copy\(\)"),
        (lambda s: s.firms[0].decide(marketing_budget=2), orgsim.InputError, r"act on a copy\(\)"),
    ],
)
def test_what_cannot_be_observed_is_said(small, look, error, message):
    with pytest.raises(error, match=message):
        orgsim.run(small, observe=look)


def test_what_is_observed_may_be_kept_and_its_copy_stepped(small):
    kept = []

    def look(simulation):
        fork = simulation.copy()
        fork.run(until=58)
        kept.append((simulation, simulation.firms[0].share, fork.firms[0].share))

    orgsim.run(small, observe=look, observe_weeks=[30], replications=2, only=["baseline"])
    rerun = orgsim.Simulation(small)
    rerun.run(until=31)
    seen = {numpy.array_equal(share, rerun.firms[0].share) for _, share, _ in kept}
    assert True in seen and len(kept) == 2
    rerun.run(until=58)
    assert any(numpy.array_equal(share, rerun.firms[0].share) for _, _, share in kept)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"observe_weeks": [3]}, "give observe, a function"),
        ({"observe": len, "observe_weeks": [60]}, "no week 60; there are 0 to 59"),
        ({"observe": len, "observe_weeks": [-1]}, "no week -1"),
    ],
)
def test_wrong_weeks_are_refused(small, arguments, message):
    with pytest.raises(ValueError, match=message):
        orgsim.run(small, **arguments)

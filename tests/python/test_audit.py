"""Why a share moved, and whether cuts were right: of scenarios, of results and of files."""

import math

import numpy as np
import pytest
from small import SMALL

import orgsim

TERMS = ["credit", "noise", "power", "equality", "rest"]
# Marketing is cut fast: little of it is shown, and the executive goes by little else.
WORLD = SMALL + "[executive]\neta = 0.5\nmost = 0.2\n"


@pytest.fixture(scope="module")
def scenario():
    return orgsim.Scenario.from_toml(WORLD)


@pytest.fixture(scope="module")
def found(scenario):
    return orgsim.audit(scenario, replications=3, futures=2, quick=True, threads=2)


@pytest.fixture(scope="module")
def results(scenario):
    return orgsim.run(scenario, quick=True, threads=2)


def test_terms_sum_to_the_change_of_the_share(found):
    points = found.movement.set_index("term")["points"]
    assert points[TERMS].sum() == pytest.approx(points["all"], abs=1e-10)
    assert (found.movement["low"] <= found.movement["points"]).all()


def test_a_file_is_audited_as_its_series_say(results, tmp_path):
    path = tmp_path / "run.h5"
    results.save(path)
    audit = orgsim.audit(path, firm=1, department="sales", weeks=(10, 40), futures=0)
    assert isinstance(audit, orgsim.AuditOfFile)
    assert (audit.firm, audit.department, audit.weeks) == (1, "sales", (10, 40))
    where = {"strategy": "baseline", "department": "sales"}
    share = results.trajectories.share.sel(**where).isel(firm=1)
    change = 100 * np.log(share.isel(week=40) / share.isel(week=9)).mean().item()
    points = audit.movement.set_index("term")["points"]
    assert points["all"] == pytest.approx(change, abs=1e-9)
    for term in TERMS:
        series = results.audit[term].sel(**where).isel(firm=1, week=slice(10, 41))
        assert points[term] == pytest.approx(100 * series.sum("week").mean().item(), abs=1e-9)
    assert audit.replications == 6
    assert repr(
        orgsim.audit(results, firm=1, department="sales", weeks="10:40", futures=0)
    ) == repr(audit)


def test_cuts_fall_by_a_fifth_and_are_judged(found):
    cuts = found.cuts
    assert len(cuts) > 0
    assert len(cuts) == found.counts[["product", "marketing", "sales", "operations"]].sum(axis=None)
    assert (cuts["share_after"] <= 0.8 * cuts["share_before"]).all()
    assert cuts["points"].is_monotonic_increasing
    assert cuts["verdict"].isin(["wrong", "right", "undecided"]).all()
    assert np.allclose(cuts["return_cut"] - cuts["return_gained"], cuts["difference"])
    judged = found.counts.iloc[0]
    assert judged["share_wrong"] == pytest.approx((cuts["verdict"] == "wrong").mean())


def test_cuts_of_results_are_judged_as_those_of_their_scenario(results, scenario, tmp_path):
    path = tmp_path / "audit.h5"
    audit = orgsim.audit(results, futures=2, threads=2, path=path)
    simulated = orgsim.audit(scenario, futures=2, quick=True)
    assert len(audit.cuts) > 0
    assert audit.cuts.equals(simulated.cuts)
    assert audit.counts.equals(simulated.counts)
    assert orgsim.open(path).cuts.equals(simulated.cuts)


def test_cuts_of_results_are_counted_without_futures(results):
    audit = orgsim.audit(results, futures=0)
    assert len(audit.cuts) > 0
    assert audit.cuts["verdict"].isna().all()
    assert math.isnan(audit.counts["share_wrong"].iloc[0])


def test_an_audit_goes_through_a_file(found, scenario, tmp_path):
    path = tmp_path / "audit.h5"
    kept = orgsim.audit(scenario, replications=3, futures=2, quick=True, path=path)
    opened = orgsim.open(path)
    assert isinstance(opened, orgsim.Audit)
    assert repr(opened) == repr(kept) == repr(found)
    assert opened.units["values"].dims == ("unit", "row", "measure")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"firm": 3}, "there is no firm 3; a number from 0 to 2"),
        ({"department": "legal"}, "'legal' is unknown"),
        ({"weeks": (10, 60)}, "the run ends with week 59"),
        ({"factor": 1}, "shows nothing"),
    ],
)
def test_what_the_scenario_does_not_have_is_refused(scenario, arguments, reason):
    with pytest.raises(orgsim.InputError, match=reason):
        orgsim.audit(scenario, quick=True, **arguments)


def test_results_take_nothing_that_makes_another_run(results):
    with pytest.raises(TypeError, match="takes no 'strategy'"):
        orgsim.audit(results, strategy="embed")
    with pytest.raises(TypeError, match="takes no 'seed'"):
        orgsim.audit(results, seed=3)


def test_results_without_trajectories_say_what_to_run(scenario):
    without = scenario.copy()
    without.record.trajectories = 0
    with pytest.raises(orgsim.InputError, match="record.trajectories=20"):
        orgsim.audit(orgsim.run(without, replications=2, quick=True))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_plots_show_the_terms_and_the_cuts(found, results, language):
    plt = pytest.importorskip("matplotlib.pyplot")
    orgsim.set_language(language)
    try:
        ax = found.plot.terms()
        heights = [bar.get_height() for bar in ax.patches]
        assert heights[-1] == pytest.approx(sum(heights[:-1]))
        drawn = sum(len(line.get_xdata()) for line in found.plot.cuts().lines)
        assert drawn == len(found.cuts)
        orgsim.audit(results).plot.cuts()
    finally:
        orgsim.set_language("en")
        plt.close("all")

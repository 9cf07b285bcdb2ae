"""What departments and modes are worth by experiment."""

import numpy as np
import pytest
from small import SMALL

import orgsim

DEPARTMENTS = ["product", "marketing", "sales", "operations"]
MODES = ["broadcast", "performance", "product", "operations"]


@pytest.fixture(scope="module")
def scenario():
    return orgsim.Scenario.from_toml(SMALL)


@pytest.fixture(scope="module")
def found(scenario):
    return orgsim.value(
        scenario, at=[20, 30], grant_weeks=20, replications=4, quick=True, threads=2
    )


def test_every_department_and_mode_is_measured_in_every_week(found):
    targets = DEPARTMENTS + [f"marketing.{mode}" for mode in MODES]
    assert list(found.returns["target"]) == 2 * targets
    assert list(dict.fromkeys(found.returns["week"])) == [20, 30]
    assert list(found.knock_outs["department"]) == 2 * DEPARTMENTS
    assert len(found.last_touch) == 2


def test_a_department_is_worth_what_two_runs_side_by_side_say(scenario, found):
    grant = {"firm": 0, "department": "sales", "factor": 1.5, "weeks": [20, 39]}
    granted = scenario.copy()
    granted.grants = [grant]
    runs = [orgsim.run(one, replications=4, quick=True) for one in (scenario, granted)]
    discount = scenario.economics.discount
    weight = np.exp(-discount * np.arange(20, 40))
    series = [
        (run.trajectories.cost.sel(strategy="baseline", department="sales").isel(firm=0)).values
        for run in runs
    ]
    extra = ((series[1] - series[0])[:, 20:40] * weight).sum(axis=1)
    npv = [run.dataset("outcomes").npv.sel(strategy="baseline").isel(firm=0).values for run in runs]
    change = npv[1] - npv[0]
    own = found.returns.set_index(["week", "target"]).loc[(20, "sales")]
    assert own["causal"] == pytest.approx((change + extra).mean() / extra.mean(), rel=1e-6)


def test_agreement_is_the_rank_correlation_of_the_returns(found):
    # Two modes have no money, and so no returns.
    returns = found.returns[["causal", "credited", "contributed"]].dropna()
    assert len(returns) == 12
    ranks = returns.rank()
    agreement = found.agreement.set_index("ledger")["correlation"]
    for ledger in ("credited", "contributed"):
        assert agreement[ledger] == pytest.approx(np.corrcoef(ranks["causal"], ranks[ledger])[0, 1])
    assert (found.agreement["correlation_low"] <= found.agreement["correlation_high"]).all()


def test_it_goes_through_a_file(scenario, found, tmp_path):
    path = tmp_path / "value.h5"
    found.to_hdf5(path)
    opened = orgsim.open(path)
    assert isinstance(opened, orgsim.Value)
    assert repr(opened) == repr(found)
    assert opened.units["values"].dims == ("unit", "week", "target", "measure")


def test_money_that_is_taken_away_shows_returns_too(scenario):
    less = orgsim.value(scenario, at=[20], factor=0.5, replications=2, quick=True)
    assert less.returns.set_index("target")["causal"][DEPARTMENTS].notna().all()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"at": [60]}, "whole numbers from 0 to 59"),
        ({"firm": 3}, "there is no firm 3; a number from 0 to 2"),
        ({"factor": 1}, "shows nothing"),
        ({"grant_weeks": 0}, "out of range"),
    ],
)
def test_what_the_scenario_does_not_have_is_refused(scenario, arguments, reason):
    with pytest.raises(orgsim.InputError, match=reason):
        orgsim.value(scenario, quick=True, **arguments)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_plot_shows_experiment_and_ledgers(found, language):
    plt = pytest.importorskip("matplotlib.pyplot")
    orgsim.set_language(language)
    try:
        ax = found.plot.returns(30)
        assert len(ax.get_yticklabels()) == 8
        with pytest.raises(ValueError, match="week 25 was not measured"):
            found.plot.returns(25)
    finally:
        orgsim.set_language("en")
        plt.close("all")


def test_a_grant_may_go_to_one_mode():
    text = (
        SMALL
        + """
[[grants]]
firm = 0
department = "marketing"
mode = "broadcast"
factor = 1.5
weeks = [20, 39]
"""
    )
    granted = orgsim.Scenario.from_toml(text)
    assert granted.grants[0]["mode"] == "broadcast"
    assert orgsim.Scenario.from_toml(granted.to_toml()) == granted
    with pytest.raises(orgsim.InputError, match="sales has no modes"):
        orgsim.Scenario.from_toml(text.replace('"marketing"', '"sales"'))

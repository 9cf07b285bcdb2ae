"""The causal value: computed from two runs, whatever draws it."""

import dataclasses
import pathlib

import numpy as np
import pytest
from scipy import stats

import orgsim

WORLD = """
[run]
weeks = 60
replications = 6
[market]
customers = 5000
[strategies.embed]
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
"""


def grants(factor, department="marketing", firm=0, times=1):
    table = f"""
[[grants]]
firm = {firm}
department = "{department}"
factor = {factor}
weeks = [20, 39]
"""
    return times * table


@pytest.fixture(scope="module")
def run():
    kept = {}

    def one(text):
        if text not in kept:
            kept[text] = orgsim.run(orgsim.Scenario.from_toml(text), threads=2)
        return kept[text]

    return one


def by_hand(without, granted, factor, *, department, firm, strategy):
    """The value of every replication, and with it mean and interval."""
    weight = np.exp(-without.scenario.economics.discount * np.arange(20, 40))

    def over(results, name):
        series = results.means[name].sel(strategy=strategy, department=department).isel(firm=firm)
        return float((series.values[20:40] * weight).sum())

    npv = [
        one.dataset("outcomes").npv.sel(strategy=strategy).isel(firm=firm).values
        for one in (without, granted)
    ]
    extra = over(granted, "cost") - over(without, "cost")
    values = (npv[1] - npv[0] + extra) / (factor - 1) / (5 * weight.sum())
    half = stats.t.ppf(0.975, values.size - 1) * values.std(ddof=1) / np.sqrt(values.size)
    return values.mean(), half, over(without, "credited") / (5 * weight.sum())


@pytest.mark.parametrize("factor", [1.5, 0.0])
@pytest.mark.parametrize("department", ["marketing", "sales"])
@pytest.mark.parametrize("strategy", ["baseline", "embed"])
@pytest.mark.parametrize("firm", [0, 1])
def test_it_is_the_change_of_npv_before_cost_by_the_change_of_budget(
    run, factor, department, strategy, firm
):
    without, granted = run(WORLD), run(WORLD + grants(factor, department, firm))
    where = {"department": department, "firm": firm, "strategy": strategy}
    found = orgsim.causal_value(without, granted, **where)
    mean, half, credited = by_hand(without, granted, factor, **where)
    assert found.mean == pytest.approx(mean)
    assert (found.low, found.high) == pytest.approx((mean - half, mean + half))
    assert found.credited == pytest.approx(credited)
    assert (found.first, found.last, found.factor) == (20, 39, factor)


def test_a_firm_may_be_named_and_the_focal_firms_marketing_is_meant_otherwise(run):
    without = run(WORLD)
    rival = run(WORLD + grants(0, firm=1))
    name = without.scenario.firms[1].name
    assert orgsim.causal_value(without, rival, firm=name) == orgsim.causal_value(
        without, rival, firm=1
    )
    assert isinstance(orgsim.causal_value(without, run(WORLD + grants(0))), orgsim.CausalValue)


def test_it_cannot_be_changed(run):
    found = orgsim.causal_value(run(WORLD), run(WORLD + grants(0)))
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.mean = 0


def test_results_of_a_file_will_do_and_one_replication_has_no_interval(run, tmp_path):
    single = WORLD.replace("replications = 6", "replications = 1")
    path: pathlib.Path = tmp_path / "granted.h5"
    run(single + grants(0)).save(path)
    found = orgsim.causal_value(run(single), orgsim.open(path))
    assert found.low == found.mean == found.high
    assert found == orgsim.causal_value(run(single), run(single + grants(0)))


@pytest.mark.parametrize(
    ("with_grant", "where", "reason"),
    [
        (WORLD, {}, "one grant more than these results; it has 0"),
        (WORLD + grants(0) + grants(0, "sales"), {}, "it has 2"),
        (WORLD + grants(0, times=2), {}, "one grant more"),
        (WORLD.replace("customers = 5000", "customers = 6000") + grants(0), {}, "same scenario"),
        (WORLD.replace("replications = 6", "replications = 7") + grants(0), {}, "same scenario"),
        (WORLD.replace("[run]", "[run]\nseed = 9") + grants(0), {}, "the same seed"),
        (WORLD + grants(0), {"department": "sales"}, "not firm 0 sales"),
        (WORLD + grants(0), {"firm": 1}, "not firm 1 marketing"),
        (WORLD + grants(1), {}, "factor 1, which changes nothing"),
        (WORLD + grants("{ uniform = [0, 2] }"), {}, "a factor that is drawn"),
        (WORLD + grants(0), {"department": "legal"}, "no department 'legal'; there are 'product'"),
        (WORLD + grants(0), {"firm": "nobody"}, "no firm 'nobody'"),
        (WORLD + grants(0), {"firm": 9}, "no firm 9; there are 0 to 2"),
        (WORLD + grants(0), {"strategy": "none"}, "no strategy 'none'"),
    ],
)
def test_what_is_no_experiment_is_refused(run, with_grant, where, reason):
    with pytest.raises(ValueError, match=reason):
        orgsim.causal_value(run(WORLD), run(with_grant), **where)

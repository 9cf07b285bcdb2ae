"""Acting in a run that is stepped; and what cannot be acted on says so."""

import pickle

import numpy
import pandas
import pytest

import orgsim

SHARES = [0.1, 0.6, 0.2, 0.1]
MIX = [0.1, 0.2, 0.5, 0.2]


@pytest.fixture
def simulation(small):
    simulation = orgsim.Simulation(small)
    simulation.run(until=13)
    return simulation


def test_what_is_decided_shows_in_the_next_weeks_series(simulation):
    before = simulation.state()
    simulation.firms[0].decide(share=SHARES, marketing_budget=0.5, mix=MIX)
    assert numpy.array_equal(simulation.firms[0].share, before["share"][0])
    assert numpy.array_equal(simulation.state()["share"], before["share"])
    simulation.step()
    after = simulation.state()
    total = simulation.firms[0].total_budget
    assert numpy.allclose(after["budget"][0], total * numpy.array([0.1, 0.3, 0.2, 0.1]))
    assert numpy.allclose(after["share"][0], SHARES, atol=0.01)
    assert numpy.array_equal(after["mix"][0], MIX)
    audited = sum(after["audit"].values())
    assert numpy.allclose(audited, numpy.log(after["share"] / before["share"]), atol=1e-12)
    assert numpy.array_equal(after["mix"][1], before["mix"][1])


def test_a_decision_is_kept_by_forks_and_pickles(simulation):
    plain = simulation.copy()
    simulation.firms[1].decide(share=SHARES, mix=MIX, hold=True)
    assert simulation != plain
    kept = [simulation.copy(), pickle.loads(pickle.dumps(simulation))]
    simulation.run()
    for one in kept:
        one.run()
        assert one == simulation
    assert numpy.array_equal(simulation.firms[1].share, SHARES)


@pytest.mark.parametrize(
    "shares",
    [
        dict(zip(("product", "marketing", "sales", "operations"), SHARES, strict=True)),
        {"operations": 0.1, "sales": 0.2, "marketing": 0.6, "product": 0.1},
        pandas.Series([0.6, 0.1, 0.2, 0.1], ["marketing", "product", "sales", "operations"]),
        pandas.Series(SHARES),
        numpy.array(SHARES),
        tuple(SHARES),
    ],
)
def test_shares_are_given_by_name_or_in_order(simulation, shares):
    simulation.firms[0].decide(share=shares, hold=True)
    simulation.step()
    assert numpy.array_equal(simulation.firms[0].share, SHARES)


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        ({}, "nothing is decided; give share, marketing_budget or mix"),
        ({"hold": True}, "nothing is decided"),
        ({"share": [0.5, 0.5]}, "share: 2 entries; 4 numbers: product, marketing"),
        ({"share": [0.5, 0.5, 0.5, -0.5]}, r"share\[3\]: -0.5 is out of range"),
        ({"share": [0.5] * 4}, "sums to 2; shares must sum to 1"),
        ({"share": [float("nan"), 0.5, 0.5, 0]}, r"share\[0\]: nan is out of range"),
        ({"share": {"marketng": 1}}, "share.marketng: .* did you mean 'marketing'"),
        ({"share": {"marketing": 1}}, "share: 'product' is missing; give all of product, "),
        ({"mix": {"product": 1, "sales": 0}}, "mix.sales: there is no such name here"),
        ({"share": SHARES, "mix": [1, 1, 0, 0]}, "mix: .* sums to 2"),
        ({"share": SHARES, "marketing_budget": -1}, "marketing_budget: -1 is out of range"),
        ({"marketing_budget": float("inf")}, "marketing_budget: inf is out of range"),
        ({"marketing_budget": "all"}, "marketing_budget: found a string"),
        ({"marketing_budget": 2, "hold": True}, "hold: there is nothing to hold"),
    ],
)
def test_a_wrong_decision_is_refused_and_changes_nothing(simulation, decision, message):
    before = simulation.copy()
    with pytest.raises(orgsim.InputError, match=message):
        simulation.firms[0].decide(**decision)
    assert simulation == before


ACT = r"decide\(share=..., marketing_budget=..., mix=...\)"
COPY = r"sc = sim.scenario.copy\(\)"


def assigned(path):
    """A function that assigns 1 to what the path names."""
    return lambda simulation: exec(f"simulation.{path} = 1", {"simulation": simulation})  # noqa: S102


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (assigned("firms[0].share"), ACT),
        (assigned("firms[0].shar"), ACT),
        (assigned("firms[0].budget"), ACT),
        (assigned("firms[0].audit.rest"), ACT),
        (assigned("firms[0].lines.crossed"), ACT),
        (assigned("firms[0]"), "does not support item assignment"),
        (assigned("firms[0].lines.first['budget']"), "does not support item assignment"),
        (assigned("week"), r"step\(\), run\(\), begin\(\)"),
        (assigned("speed"), r"step\(\), run\(\), begin\(\)"),
        (assigned("scenario.market.taste"), COPY),
        (assigned("scenario.title"), COPY),
        (assigned("scenario.grants"), COPY),
        (assigned("scenario.executive.share[0]"), COPY),
        (assigned("scenario.firms[0].name"), COPY),
        (assigned("scenario.firms[0]"), COPY),
        (assigned("scenario.strategies['later'].start"), COPY),
        (assigned("scenario.strategies['new']"), COPY),
        (lambda s: s.scenario.grants.append({}), COPY),
        (lambda s: s.scenario.firms.append({}), COPY),
        (lambda s: s.scenario.strategies.__delitem__("later"), COPY),
        (lambda s: s.scenario.firms[0].overridden.add("talent"), "no attribute 'add'"),
    ],
)
def test_what_would_change_nothing_says_what_to_do_instead(simulation, change, message):
    before = simulation.scenario.to_dict()
    with pytest.raises((AttributeError, TypeError), match=message):
        change(simulation)
    assert simulation.scenario.to_dict() == before


def test_a_copy_of_a_runs_scenario_can_be_changed(simulation, results):
    for fixed in (simulation.scenario, results.scenario):
        changed = fixed.copy()
        assert changed == fixed
        changed.market.taste = 1
        changed.grants.append({"firm": 0, "department": "sales", "factor": 2, "weeks": [1, 3]})
        assert changed != fixed
        orgsim.Simulation(changed).step()
    assert isinstance(simulation.scenario, orgsim.Scenario)
    assert pickle.loads(pickle.dumps(simulation.scenario)) == simulation.scenario


def test_what_a_scenario_only_says_is_read_only(small):
    with pytest.raises(AttributeError, match="'name' is read-only"):
        small.strategies["later"].name = "soon"
    with pytest.raises(AttributeError, match="'overridden' is read-only"):
        small.firms[0].overridden = {"talent"}


def test_results_and_what_they_give_cannot_be_assigned_to(results):
    with pytest.raises(AttributeError, match=r"read-only.*results.scenario.copy\(\)"):
        results.scenario.market.taste = 9
    with pytest.raises(AttributeError, match=r"results.scenario.copy\(\)"):
        results.scenario.grants = []
    for one in (results, results.summary(), results.plot):
        for name in ("scenario", "bands", "budget", "sumary"):
            with pytest.raises(AttributeError, match=f"'{name}' of .* cannot be assigned to"):
                setattr(one, name, 1)


def test_grants_are_changed_where_they_stand(small):
    grant = {"firm": 1, "department": "sales", "factor": 1.5, "weeks": [3, 9]}
    small.grants.append(grant)
    small.grants.append(grant | {"firm": 2})
    assert small.grants == [grant, grant | {"firm": 2}]
    small.grants[0]["factor"] = 2
    small.grants[-1]["department"] = "product"
    assert small.to_dict()["grants"][0]["factor"] == 2
    assert small.grants[1] == grant | {"firm": 2, "department": "product"}
    with pytest.raises(TypeError, match="item assignment"):
        small.grants[0]["weeks"][1] = 12
    with pytest.raises(orgsim.InputError, match="did you mean 'factor'"):
        small.grants[0]["factr"] = 1
    assert pickle.loads(pickle.dumps(small.grants)) == small.grants
    assert pickle.loads(pickle.dumps(small.grants[1])) == small.grants[1]
    small.grants[1] = grant
    del small.grants[0]
    small.grants += [grant]
    assert [dict(one) for one in small.grants] == [dict(small.grants[0])] * 2
    assert small.grants.tolist() == [grant, grant]


def test_a_rule_may_decide_whenever_it_is_asked_the_last_week_too(small):
    simulation = orgsim.Simulation(small)
    decided = []

    def rule(running):
        running.firms[0].decide(marketing_budget=0.5)
        decided.append(running.weeks_done)

    simulation.run(observe=rule)
    assert decided[-1] == simulation.weeks_done
    with pytest.raises(orgsim.InputError, match="weeks are done"):
        simulation.firms[0].decide(marketing_budget=1)


def test_what_is_decided_after_the_last_week_is_refused(small):
    small.strategies["late"] = {"start": 5}
    simulation = orgsim.Simulation(small)
    simulation.run()
    for act in (
        lambda: simulation.firms[0].decide(marketing_budget=0.5),
        lambda: simulation.begin("late"),
    ):
        with pytest.raises(orgsim.InputError, match="weeks are done, and this would show in none"):
            act()

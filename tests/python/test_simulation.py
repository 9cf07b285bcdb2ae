"""One run step by step: the state as views, forks, saving."""

import copy
import gc
import pickle
import signal
import subprocess
import sys
import threading

import numpy
import pytest

import orgsim


def states_of(simulation, until=None):
    """Every recorded number of every week up to `until`."""
    states = []
    simulation.run(until, observe=lambda s: states.append(s.state()))
    return states


def same(one, other):
    if one.keys() != other.keys():
        return False
    return all(
        same(one[name], other[name])
        if isinstance(one[name], dict)
        else numpy.array_equal(one[name], other[name])
        for name in one
    )


def test_weeks_are_those_of_the_run(small, results):
    """A step-by-step replication gives the trajectories of the run, bit for bit."""
    runs = results.trajectories
    for replication in range(6):
        simulation = orgsim.Simulation(small, replication)
        drawn = results.outcomes.query("replication == @replication")["market.taste"].iloc[0]
        assert simulation.scenario.market.taste == drawn
        for state in states_of(simulation):
            recorded = runs.sel(strategy="baseline", replication=replication, week=state["week"])
            for name in runs.data_vars:
                assert numpy.array_equal(state[name], recorded[name].values), name


def test_a_fork_equals_the_strategys_run(small, results):
    simulation = orgsim.Simulation(small, replication=2)
    simulation.run(until=20)
    fork = simulation.copy()
    fork.begin("embed")
    forked = states_of(fork)
    recorded = results.trajectories.sel(strategy="embed", replication=2)
    assert [state["week"] for state in forked] == list(range(20, 60))
    for state in forked:
        assert numpy.array_equal(state["mix"], recorded.mix.sel(week=state["week"]).values)
        assert numpy.array_equal(state["cash"], recorded.cash.sel(week=state["week"]).values)
    assert simulation.week == 19
    audited = results.audit.sel(strategy="embed", replication=2, week=59)
    assert numpy.array_equal(forked[-1]["audit"]["power"], audited.power.values)


def test_a_fork_in_mid_run_goes_on_like_a_rerun(small):
    original = orgsim.Simulation(small)
    original.run(until=30)
    forks = [
        original.copy(),
        copy.copy(original),
        copy.deepcopy(original),
        pickle.loads(pickle.dumps(original)),
        orgsim.Simulation.restore(original.save()),
    ]
    rerun = orgsim.Simulation(small)
    expected = states_of(rerun)[30:]
    for fork in forks:
        assert fork == original
        assert all(map(same, states_of(fork), expected))
        assert fork == rerun != original
    original.step()
    assert original.week == 30


def test_a_strategy_waits_for_its_week_and_the_restored_can_begin_it(small):
    simulation = orgsim.Simulation(small)
    simulation.run(until=10)
    restored = orgsim.Simulation.restore(simulation.save())
    for one in (simulation, restored):
        one.begin("later", firm=1)
        one.run(until=40)
        assert one.firms[1].ceo_voice == 0
        one.step()
        assert one.firms[1].ceo_voice == 0.01
    assert simulation == restored


def test_damaged_bytes_are_refused(small):
    saved = orgsim.Simulation(small).save()
    for place in (0, 50, saved.index(b"\0") + 3, len(saved) - 5):
        damaged = bytearray(saved)
        damaged[place] ^= 1
        with pytest.raises(orgsim.InputError):
            orgsim.Simulation.restore(bytes(damaged))
    for cut in (b"", saved[:100], saved[:-1]):
        with pytest.raises(orgsim.InputError):
            orgsim.Simulation.restore(cut)


def arrays_of(view, path=""):
    """Every array that can be reached from a firm."""
    for name in dir(view):
        value = getattr(view, name)
        if name.startswith("_") or callable(value):
            continue
        if isinstance(value, numpy.ndarray):
            yield f"{path}{name}", value
        elif type(value).__module__ == "orgsim._core":
            yield from arrays_of(value, f"{path}{name}.")


def test_views_are_read_only_and_cannot_be_made_writable(small):
    simulation = orgsim.Simulation(small)
    simulation.run(until=5)
    arrays = dict(arrays_of(simulation.firms[0]))
    assert {"share", "budget", "audit.rest", "won_by_channel", "lines.crossed"} <= set(arrays)
    for name, array in arrays.items():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
        with pytest.raises(ValueError, match="WRITEABLE"):
            array.flags.writeable = True
        assert array.shape in {(3,), (4,), (5,)}, name
    with pytest.raises(AttributeError):
        simulation.firms[0].cash = 0


def test_views_follow_the_simulation_and_keep_it_alive(small):
    simulation = orgsim.Simulation(small)
    simulation.step()
    share = simulation.firms[0].share
    kept = share.copy()
    simulation.run(until=30)
    assert numpy.array_equal(share, simulation.state()["share"][0])
    assert not numpy.array_equal(share, kept)
    last = share.copy()
    del simulation
    gc.collect()
    assert numpy.array_equal(share, last)


def test_views_of_every_firm_are_what_the_state_says(small):
    small.market.firms = 6
    simulation = orgsim.Simulation(small)
    simulation.run(until=10)
    state = simulation.state()
    of_firms = {name: now for name, now in state.items() if numpy.ndim(now) and name != "audit"}
    assert len(of_firms) > 30
    for i, firm in enumerate(simulation.firms):
        for name, now in of_firms.items():
            assert numpy.array_equal(getattr(firm, name), now[i]), name
        for name, now in state["audit"].items():
            assert numpy.array_equal(getattr(firm.audit, name), now[i]), name


def test_views_are_of_their_own_fork(small):
    simulation = orgsim.Simulation(small)
    simulation.run(until=10)
    fork = simulation.copy()
    before = simulation.firms[0].share.copy()
    fork.run()
    assert numpy.array_equal(simulation.firms[0].share, before)
    assert not numpy.array_equal(fork.firms[0].share, before)


def test_state_holds_every_series_and_stays_as_it_is(small, results):
    simulation = orgsim.Simulation(small)
    with pytest.raises(orgsim.InputError, match="no week has been simulated"):
        simulation.state()
    with pytest.raises(orgsim.InputError, match="no week has been simulated"):
        simulation.hazards()
    simulation.step()
    state = simulation.state()
    assert set(state) == {*results.trajectories.data_vars, "audit", "week"}
    assert set(state["audit"]) == set(results.audit.data_vars)
    assert state["week"] == 0
    assert state["won_by_channel"].shape == (3, 5)
    users = state["users"].copy()
    simulation.run(until=9)
    assert numpy.array_equal(state["users"], users)


def test_hazards_have_the_shapes_that_are_said(small):
    simulation = orgsim.Simulation(small)
    simulation.step()
    hazards = simulation.hazards()
    assert hazards["contact"].shape == (3, 5)
    assert hazards["adoption"].shape == (3, 4, 3)
    assert hazards["switching"].shape == (3, 3, 3, 3)
    lapse = hazards["resistance_lapsed"] - hazards["resistance"]
    assert numpy.allclose(lapse, small.market.retention.lapse)
    assert (hazards["adoption_lapsed"] < hazards["adoption"]).all()
    assert (hazards["taken_up"].diagonal() == 0).all()
    assert (hazards["taken_up"].sum(axis=1) < 1).all()
    assert numpy.allclose(hazards["reach"], hazards["contact"].sum(axis=1))


def test_every_property_of_the_state_says_what_it_is():
    from orgsim import _core

    for name in ("Firm", "Audit", "LineState", "Simulation"):
        type_ = getattr(_core, name)
        assert type_.__doc__
        for key, value in vars(type_).items():
            if isinstance(value, property):
                assert value.__doc__, f"{name}.{key}"


def test_observer_and_stop_are_called_every_so_many_weeks(small):
    simulation = orgsim.Simulation(small)
    seen = []
    simulation.run(observe=lambda s: seen.append(s.week), stop=lambda s: s.week >= 30, every=8)
    assert seen == [7, 15, 23, 31]
    simulation.run(until=45, observe=lambda s: seen.append(s.weeks_done), every=10)
    assert seen[4:] == [42, 45]


def test_what_a_callback_raises_comes_out_and_the_run_can_go_on(small):
    simulation = orgsim.Simulation(small)
    with pytest.raises(ZeroDivisionError):
        simulation.run(observe=lambda s: 1 // (s.week - 20))
    assert simulation.week == 20
    simulation.run()
    rerun = orgsim.Simulation(small)
    rerun.run()
    assert simulation == rerun


def test_a_callback_may_fork_what_it_observes(small):
    simulation = orgsim.Simulation(small)
    forks = []
    simulation.run(observe=lambda s: forks.append(s.copy()), every=20)
    assert [fork.week for fork in forks] == [19, 39, 59]
    forks[0].run()
    assert forks[0] == simulation


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda s: s.run(until=5), "10 weeks are done"),
        (lambda s: s.run(until=61), "beyond the end"),
        (lambda s: s.run(every=0), "every"),
        (lambda s: s.begin("embd"), "there are: embed, later"),
        (lambda s: s.begin("embed", firm=3), "numbered from 0 to 2"),
        (lambda s: orgsim.Simulation(s.scenario, -1), "no replication -1"),
        (lambda s: orgsim.Simulation(s.scenario, threads=0), "0 threads"),
    ],
)
def test_wrong_arguments_are_refused_with_the_cure(small, call, message):
    simulation = orgsim.Simulation(small)
    simulation.run(until=10)
    with pytest.raises(orgsim.InputError, match=message):
        call(simulation)
    assert simulation.week == 9


def test_no_step_leads_beyond_the_end(small):
    simulation = orgsim.Simulation(small)
    simulation.run()
    simulation.run()
    with pytest.raises(orgsim.InputError, match="beyond the end"):
        simulation.step()


@pytest.mark.parametrize("kind", ["mean_field", "network"])
def test_every_kind_of_market_can_be_stepped_and_forked(small, kind):
    small.market.kind = kind
    simulation = orgsim.Simulation(small, threads=2)
    simulation.run(until=20)
    fork = pickle.loads(pickle.dumps(simulation))
    fork.run()
    simulation.run()
    assert fork == simulation


def test_two_threads_cannot_step_one_simulation():
    scenario = orgsim.scenario(
        "capital_winter", set=["market.kind=network", "market.customers=200000"]
    )
    simulation = orgsim.Simulation(scenario)
    thread = threading.Thread(target=simulation.run, kwargs={"until": 40})
    thread.start()
    refused = 0
    while thread.is_alive():
        try:
            simulation.state()
        except (RuntimeError, orgsim.InputError) as error:
            refused += "another thread" in str(error)
    thread.join()
    assert refused > 0
    assert simulation.weeks_done == 40


def test_importing_h5py_first_or_last_leaves_both_working(tmp_path):
    orders = {"first": ("h5py", "orgsim"), "last": ("orgsim", "h5py")}
    for name, modules in orders.items():
        code = f"""
import {modules[0]}, {modules[1]}
import numpy
scenario = orgsim.Scenario.from_dict({{"run": {{"weeks": 10, "replications": 2}}, "market": {{"customers": 1000}}}})
with h5py.File("{name}-own.h5", "w") as file:
    file["numbers"] = numpy.arange(5)
results = orgsim.run(scenario)
results.save("{name}.h5")
with h5py.File("{name}.h5") as file:
    assert file["bands/users"].shape[1] == 10
    again = orgsim.open("{name}.h5")
    assert str(again.summary()) == str(results.summary())
    assert again.bands.users.shape == file["bands/users"].shape
with h5py.File("{name}-own.h5") as file:
    assert file["numbers"][3] == 3
"""
        subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)


def test_what_was_restored_knows_the_ties_of_its_edge_list(tmp_path):
    """The list is in the bytes; the file, named from elsewhere, is not needed again."""
    ring = tmp_path / "ring.txt"
    ring.write_text("".join(f"{i} {(i + 1) % 100}\n" for i in range(100)))
    file = tmp_path / "ring.toml"
    file.write_text(
        'run.weeks = 20\nmarket = { kind = "network", customers = 100, '
        'network = { kind = "file", file = "ring.txt" } }'
    )
    simulation = orgsim.Simulation(orgsim.Scenario.load(file))
    restored = orgsim.Simulation.restore(simulation.save())
    ring.unlink()
    simulation.run()
    again = orgsim.Simulation(restored.scenario)
    again.run()
    assert again == simulation


def test_the_making_of_a_large_network_looks_at_signals():
    """Unheeded, the timer's many signals are one once the network is made."""
    scenario = orgsim.scenario("capital_winter")
    scenario.market.kind, scenario.market.customers = "network", 500_000
    seen = []
    before = signal.signal(signal.SIGALRM, lambda *_: seen.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
        orgsim.Simulation(scenario)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert len(seen) > 2


@pytest.fixture
def interruptible():
    """A parent that runs the tests in the background may have had SIGINT ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_the_making_of_a_large_network():
    scenario = orgsim.scenario("capital_winter")
    scenario.market.kind, scenario.market.customers = "network", 5_000_000
    timer = threading.Timer(0.05, lambda: signal.raise_signal(signal.SIGINT))
    simulation = None
    with pytest.raises(KeyboardInterrupt):
        timer.start()
        simulation = orgsim.Simulation(scenario)
    timer.join()
    assert simulation is None

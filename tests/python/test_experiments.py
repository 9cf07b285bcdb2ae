"""What holds for every experiment that runs units; a new one is tested by its entry here."""

import json
import subprocess

import matplotlib.pyplot as plt
import numpy
import pytest
from small import PROGRAM, SMALL

import orgsim
from orgsim.experiments import CLASSES
from orgsim.language import language

# How each is asked for, in Python and by the command line.
CALLS = {
    "window": ({"starts": (0, 40, 20)}, ["--starts", "0:40:20"]),
    "explain": (
        {"mechanisms": ["saturation", "politics"]},
        ["--mechanisms", "saturation,politics"],
    ),
    "audit": (
        {"weeks": (5, 40), "futures": 1},
        ["--weeks", "5:40", "--futures", "1"],
    ),
    "value": ({"at": [20], "grant_weeks": 10}, ["--at", "20", "--grant-weeks", "10"]),
    "select": ({"markets": 4, "every": 20}, ["--markets", "4", "--every", "20"]),
}
PLOTS = {"window": ("map", "curves"), "explain": ("waterfall",), "select": ("shares", "survival")}
# Of the scenario itself alone.
OWN_PLOTS = {"audit": ("terms", "cuts"), "value": ("returns",)}
# What is done before anybody has looked cannot be stopped.
LONGER = {"audit": {"replications": 300}}
# What the world needs besides for an experiment.
MORE = {"select": "[selection]\nstrategies = ['embed', 'none']\nreview = 10\nimitation = 0.5\n"}


UNITS = {"select": 27}  # 4 markets of 6 replications, and 3 worlds; else 6 and 3


def text_of(name):
    return SMALL + MORE.get(name, "")


@pytest.fixture(scope="module")
def scenarios():
    return {name: orgsim.Scenario.from_toml(text_of(name)) for name in CALLS}


@pytest.fixture
def scenario(request, scenarios):
    """The world of the experiment that is tested."""
    name = request.node.callspec.params["name"] if hasattr(request.node, "callspec") else "window"
    return scenarios[name]


@pytest.fixture(scope="module")
def results(scenarios):
    return {
        name: getattr(orgsim, name)(scenarios[name], worlds=3, threads=2, **options)
        for name, (options, _) in CALLS.items()
    }


def test_every_experiment_is_asked_for():
    assert set(CALLS) == {*PLOTS, *OWN_PLOTS} == set(CLASSES)


@pytest.mark.parametrize("name", CALLS)
def test_the_program_and_the_package_say_the_same(name, results, tmp_path):
    (tmp_path / "s.toml").write_text(text_of(name), encoding="utf-8")
    command = [PROGRAM, name, "s.toml", "--worlds", "3", *CALLS[name][1], "--quiet", "-o", "r.h5"]
    subprocess.run(command, cwd=tmp_path, check=True)
    opened = orgsim.open(tmp_path / "r.h5")
    assert type(opened) is CLASSES[name]
    assert repr(opened) == repr(results[name])
    assert opened.to_json() == results[name].to_json()
    results[name].to_hdf5(tmp_path / "s.h5")
    assert (tmp_path / "s.h5").read_bytes() == (tmp_path / "r.h5").read_bytes()
    with pytest.raises(FileExistsError):
        results[name].to_hdf5(tmp_path / "s.h5")


@pytest.mark.parametrize("name", CALLS)
def test_a_file_of_the_call_is_that_of_the_program(name, scenario, results, tmp_path):
    path = tmp_path / "r.h5"
    call = getattr(orgsim, name)
    again = call(scenario, worlds=3, threads=1, path=path, **CALLS[name][0])
    assert repr(again) == repr(results[name])
    assert not path.with_name("r.h5.journal").exists()
    with pytest.raises(FileExistsError):
        call(scenario, path=path)


@pytest.mark.parametrize("name", CALLS)
def test_units_are_an_array_of_variants_and_replications(name, results):
    units = results[name].units
    variants = results[name].variants
    assert units.sizes["unit"] == sum(variants.values())
    assert units.sizes["unit"] == UNITS.get(name, 9) + variants.get("rivals_same", 0)
    assert list(units["variant"].values).count("worlds") == 3
    assert units["values"].dims[0] == "unit"


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_was_stopped_goes_on(name, scenario, results, tmp_path):
    path = tmp_path / "r.h5"
    call = getattr(orgsim, name)
    options = {"worlds": 3, "threads": 1, **CALLS[name][0], **LONGER.get(name, {})}
    with pytest.raises(orgsim.Stopped, match="the same call goes on"):
        call(scenario, progress=lambda share: False, path=path, **options)
    whole = call(scenario, **options) if name in LONGER else results[name]
    assert repr(call(scenario, path=path, **options)) == repr(whole)


@pytest.mark.parametrize("name", CALLS)
def test_what_is_wrong_is_named(name, scenario):
    call = getattr(orgsim, name)
    with pytest.raises(TypeError, match="no argument 'wrlds'"):
        call(scenario, wrlds=3)
    with pytest.raises((TypeError, orgsim.InputError), match="Scenario|capital_winter"):
        call("capital_winter")  # an audit is of files too
    with pytest.raises(orgsim.InputError, match="replications"):
        call(scenario, replications=0)


@pytest.mark.parametrize("name", CALLS)
def test_it_speaks_chinese(name, results):
    with language("zh"):
        assert "周" in repr(results[name])
        assert results[name].conclusion in results[name].to_json()["conclusion"]
    assert json.dumps(results[name].options)


@pytest.mark.parametrize(("name", "plot"), [(n, p) for n, plots in PLOTS.items() for p in plots])
@pytest.mark.parametrize("variant", ["default", "worlds"])
def test_plots_are_drawn_on_axes_that_are_given(name, plot, variant, results):
    _, ax = plt.subplots(layout="constrained")
    assert getattr(results[name].plot, plot)(ax, variant=variant) is ax
    ax.figure.canvas.draw()
    assert ax.get_title(loc="left")
    with pytest.raises(ValueError, match="there is no variant 'world'"):
        getattr(results[name].plot, plot)(variant="world")
    plt.close("all")


@pytest.mark.parametrize(
    ("name", "plot"), [(n, p) for n, plots in OWN_PLOTS.items() for p in plots]
)
def test_plots_of_the_scenario_itself_are_drawn_on_axes_that_are_given(name, plot, results):
    _, ax = plt.subplots(layout="constrained")
    assert getattr(results[name].plot, plot)(ax=ax) is ax
    ax.figure.canvas.draw()
    assert ax.get_title(loc="left")
    plt.close("all")


@pytest.mark.parametrize("name", CALLS)
def test_options_that_contradict_each_other_are_refused(name, scenario):
    call = getattr(orgsim, name)
    with pytest.raises(ValueError, match="leave out quick, or worlds"):
        call(scenario, quick=True, worlds=3)
    with pytest.raises(ValueError, match="leave out quick, or rivals"):
        call(scenario, quick=True, rivals=["respond"])
    with pytest.raises(ValueError, match="leave it out, or worlds_file"):
        call(scenario, worlds=3, worlds_file="w.csv", ranges="narrow")


def test_firms_that_select_have_rivals_who_do_something_else(scenarios):
    found = orgsim.select(
        scenarios["select"], markets=4, every=20, worlds=0, rivals=["static", "respond"], threads=2
    )
    assert found.variants == {"default": 24, "rivals_static": 24, "rivals_respond": 24}
    shares = found.shares.set_index(["variant", "label", "week"])["share"]
    assert set(found.shares["variant"]) == set(found.variants)
    assert shares["default"].loc[:, 0].equals(shares["rivals_static"].loc[:, 0])
    assert not shares["default"].equals(shares["rivals_static"])
    assert "keep what they began with" in repr(found).replace("\n", " ")


def test_a_window_has_a_row_for_each_cell_and_each_point(results):
    found = results["window"]
    cells = found.cells
    assert len(cells) == 3 * 2 * 3  # variants, strategies, starts
    assert set(cells["start"]) == {0, 20, 40}
    known = cells[cells["to_save"] > 0]
    assert numpy.allclose(known["share_saved"].astype(float), known["saved"] / known["to_save"])
    assert len(found.points) == 6
    assert 0 < found.share_of_weeks < 1


def test_a_window_has_a_second_axis(scenario):
    found = orgsim.window(scenario, starts="20", only=["embed"], budget_factor=[0.5, 2], quick=True)
    assert list(found.points["setting"]) == [0.5, 2]
    with pytest.raises(orgsim.InputError, match="a map has two axes"):
        orgsim.window(scenario, ramp=[1], budget_factor=[1])
    with pytest.raises(TypeError, match="only must be a list"):
        orgsim.window(scenario, only="embed")


def test_effects_sum_to_the_whole(results):
    found = results["explain"]
    sums = found.effects.groupby(["variant", "value"])["effect"].sum()
    totals = found.totals.set_index(["variant", "value"])
    assert numpy.allclose(sums.sort_index(), totals["whole"].sort_index(), rtol=1e-9, atol=1e-12)
    assert found.exact and found.players == ["saturation", "politics"]
    assert found.pairs.empty


def test_pairs_and_series_are_explained_when_asked_for(scenario):
    found = orgsim.explain(scenario, series=["users@30"], interactions=True, quick=True)
    assert "users@30" in set(found.effects["value"])
    both = (
        found.pairs.groupby("value")["effect"].sum()
        + found.first_order.groupby("value")["effect"].sum()
    )
    whole = found.totals.set_index("value")["whole"]
    assert numpy.allclose(both.sort_index(), whole.sort_index(), rtol=1e-9, atol=1e-12)


def test_two_scenarios_are_compared_by_their_keys(scenario):
    other = scenario.copy()
    other.executive.eta = 0.004
    found = orgsim.explain(scenario, against=other, quick=True)
    assert found.players == ["executive.eta"]
    found.plot.waterfall().figure.canvas.draw()
    with pytest.raises(orgsim.InputError, match="are the same"):
        orgsim.explain(scenario, against=scenario, quick=True)
    with pytest.raises(ValueError, match="there is no value 'share'"):
        found.plot.waterfall(value="share")
    plt.close("all")


def test_shares_of_firms_sum_to_one_and_survival_falls(results):
    found = results["select"]
    sums = found.shares.groupby(["variant", "week"])["share"].sum()
    assert numpy.allclose(sums, 1)
    for _, one in found.survival.groupby(["variant", "first_strategy"]):
        curve = one["survival"].dropna()
        assert (curve.diff().dropna() <= 0).all()
    own = found.survival[found.survival["variant"] == "default"].drop_duplicates("first_strategy")
    firms = 6 * 24
    assert own["departments"].sum() == firms
    everyone = found.survivors[found.survivors["strategy"].isna()].set_index("variant")
    assert everyone.loc["default", "departments"] == firms - own["dissolved"].sum()
    assert set(found.fixed["strategy"]) == {"embed", "none"}


def test_selection_needs_its_section(scenarios):
    with pytest.raises(orgsim.InputError, match="no \\[selection\\]"):
        orgsim.select(scenarios["window"])
    with pytest.raises(orgsim.InputError, match="markets"):
        orgsim.select(scenarios["select"], markets=0)


def test_the_section_is_written_and_set_like_all_others():
    scenario = orgsim.Scenario.from_toml(SMALL)
    assert "selection" not in scenario.to_toml()
    assert scenario.selection.to_dict() == {}
    scenario.selection.strategies = ["embed", "none"]
    scenario.selection.imitation = 0.4
    assert scenario.selection.to_dict()["imitation"] == 0.4
    assert orgsim.Scenario.from_toml(scenario.to_toml()) == scenario

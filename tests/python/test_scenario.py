"""Scenarios: every key an attribute, with the command line's checks and words."""

import copy
import pickle
import subprocess

import numpy
import pandas
import pytest
from small import PROGRAM, ROOT, SMALL

import orgsim


def keys_of(schema, path=""):
    """Every dotted key of the JSON Schema."""
    for name, inner in schema["properties"].items():
        if inner.get("type") == "object" and "properties" in inner:
            yield from keys_of(inner, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def attribute(scenario, path):
    for name in path.split("."):
        scenario = getattr(scenario, name)
    return scenario


SCHEMA = orgsim.schema()
KEYS = [key for key in keys_of(SCHEMA) if key != "extends" and not key.startswith("sweep.")]


def test_every_key_of_the_schema_is_an_attribute_with_its_default_and_meaning():
    scenario = orgsim.Scenario()
    plain = scenario.to_dict()
    assert len(KEYS) > 90
    for key in KEYS:
        if key in ("title", "firms", "strategies", "grants", "market.firms"):
            continue
        section, _, name = key.rpartition(".")
        if section != "selection":  # which is left out where nothing is selected
            written = plain
            for part in key.split("."):
                written = written.get(part)  # None where nothing stands in for it
            assert numpy.array_equal(attribute(scenario, key), written), key
        doc = getattr(type(attribute(scenario, section)), name).__doc__
        assert doc.strip() == orgsim.describe(key).strip(), key


def test_every_key_can_be_given_its_own_value_again():
    scenario = orgsim.Scenario()
    for key in KEYS:
        if "." in key:
            section, _, name = key.rpartition(".")
            setattr(attribute(scenario, section), name, attribute(scenario, key))
    assert "market.taste" in scenario.run.named  # a world would leave it as it is now
    scenario.run.named = []
    assert scenario == orgsim.Scenario()


def test_shipped_scenarios_are_what_their_files_say():
    assert len(orgsim.scenarios()) == 13
    for name in orgsim.scenarios():
        path = ROOT / f"scenarios/{name}.toml"
        assert orgsim.scenario(name) == orgsim.Scenario.load(path), name


def test_unknown_shipped_scenario_names_the_nearest():
    with pytest.raises(orgsim.InputError, match="did you mean 'capital_winter'"):
        orgsim.scenario("capital_wintr")
    with pytest.raises(
        orgsim.InputError, match=r"'mine.toml' is the name of a file; .*load\(path\)"
    ):
        orgsim.scenario("mine.toml")
    with pytest.raises(
        orgsim.InputError, match=r"no such file; orgsim.scenario\(\"capital_winter\"\)"
    ):
        orgsim.Scenario.load("capital_winter")
    with pytest.raises(orgsim.InputError) as caught:
        orgsim.scenario("summer")
    (problem,) = caught.value.problems
    assert problem.place == ("", 0, 0)
    assert problem.what == "no scenario that comes with orgsim is called 'summer'"
    assert problem.cure == "there are: " + ", ".join(orgsim.scenarios())


@pytest.mark.parametrize("name", orgsim.scenarios())
def test_round_trips_give_an_equal_scenario(name, tmp_path):
    scenario = orgsim.scenario(name)
    scenario.save(tmp_path / "x.toml")
    for same in (
        orgsim.Scenario.from_toml(scenario.to_toml()),
        orgsim.Scenario.from_dict(scenario.to_dict()),
        orgsim.Scenario.load(tmp_path / "x.toml"),
        pickle.loads(pickle.dumps(scenario)),
        scenario.copy(),
        copy.copy(scenario),
        copy.deepcopy(scenario),
    ):
        assert same == scenario
    same.market.taste += 1
    assert same != scenario


def test_resolved_text_is_the_command_lines():
    done = subprocess.run(
        [PROGRAM, "resolve", ROOT / "scenarios/red_queen.toml"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert orgsim.scenario("red_queen").to_toml() == done.stdout


@pytest.mark.parametrize(
    ("key", "value", "reading"),
    [
        ("market.taste", 3, 3.0),
        ("market.taste", numpy.float32(2.5), 2.5),
        ("market.taste", numpy.array(2.5), 2.5),
        ("market.taste", orgsim.uniform(2, 4), orgsim.uniform(2, 4)),
        ("market.taste", {"normal": [3, 0.5]}, orgsim.normal(3, 0.5)),
        ("market.customers", numpy.int64(7000), 7000),
        ("market.customers", {"uniform": [5000, 9000]}, orgsim.uniform(5000, 9000)),
        ("market.kind", "network", "network"),
        ("mechanisms.politics", numpy.bool_(False), False),
        ("executive.share", numpy.array([0.4, 0.3, 0.2, 0.1]), (0.4, 0.3, 0.2, 0.1)),
        ("executive.share", pandas.Series([0.4, 0.3, 0.2, 0.1]), (0.4, 0.3, 0.2, 0.1)),
        ("market.resistance", [-1, 0, 1, 2], (-1.0, 0.0, 1.0, 2.0)),
        (
            "measurement.measurability",
            [0.1, orgsim.uniform(0.2, 0.4), 0.5, 0.6],
            (0.1, orgsim.uniform(0.2, 0.4), 0.5, 0.6),
        ),
        ("measurement.ai_exposure", (0.1, "-", 0.2, 0.3), (0.1, "-", 0.2, 0.3)),
        ("environment.climate", [[0, 1], [52, 0.5]], ((0.0, 1.0), (52.0, 0.5))),
    ],
)
def test_values_of_many_types_are_taken_and_read_back(key, value, reading):
    scenario = orgsim.Scenario()
    section, _, name = key.rpartition(".")
    setattr(attribute(scenario, section), name, value)
    assert attribute(scenario, key) == reading
    assert orgsim.Scenario.from_toml(scenario.to_toml()) == scenario


# What the command line says about the same mistakes, without the place.
WRONG = [
    ("economics.margin", 7, "economics.margin=7"),
    ("market.taste", "x", 'market.taste="x"'),
    ("market.taste", float("nan"), "market.taste=nan"),
    ("market.kind", "pool", "market.kind=pool"),
    ("market.customers", 1.5, "market.customers=1.5"),
    ("executive.share", [0.5] * 4, "executive.share=[0.5, 0.5, 0.5, 0.5]"),
    ("executive.share", [0.5, 0.5], "executive.share=[0.5, 0.5]"),
    ("run.weeks", {"uniform": [1, 2]}, "run.weeks={ uniform = [1, 2] }"),
    ("economics.margin", {"uniform": [0, 2]}, "economics.margin={ uniform = [0, 2] }"),
    ("measurement.ai_exposure", [0.1] * 4, "measurement.ai_exposure=[0.1, 0.1, 0.1, 0.1]"),
    ("environment.climate", [[5, 1], [4, 1]], "environment.climate=[[5, 1], [4, 1]]"),
]


@pytest.mark.parametrize(("key", "value", "setting"), WRONG)
def test_mistakes_are_refused_in_the_command_lines_words(key, value, setting, tmp_path):
    scenario = orgsim.Scenario()
    before = scenario.copy()
    section, _, name = key.rpartition(".")
    with pytest.raises(orgsim.InputError) as caught:
        setattr(attribute(scenario, section), name, value)
    (tmp_path / "x.toml").write_text("run.weeks = 520\n", encoding="utf-8")
    command = [PROGRAM, "check", "x.toml", "--set", setting]
    said = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True).stderr
    assert said.splitlines() == [
        f"--set {setting}: {line}" for line in str(caught.value).split("\n")
    ]
    assert isinstance(caught.value, ValueError)
    assert caught.value.problems[0].key.startswith(key)
    assert caught.value.problems[0].cure
    assert scenario == before


def test_errors_can_be_pickled():
    with pytest.raises(orgsim.InputError) as caught:
        orgsim.Scenario().economics.margin = 7
    same = pickle.loads(pickle.dumps(caught.value))
    assert str(same) == str(caught.value)
    assert same.problems == caught.value.problems


@pytest.mark.parametrize("value", [None, object(), 1j, b"3", {3}, [None]])
def test_what_is_no_value_of_a_scenario_is_refused_with_the_key(value):
    scenario = orgsim.Scenario()
    with pytest.raises((TypeError, orgsim.InputError), match="market.taste"):
        scenario.market.taste = value


def test_a_list_that_holds_itself_is_refused():
    endless = []
    endless.append(endless)
    with pytest.raises(orgsim.InputError, match="nested too deep"):
        orgsim.Scenario().market.mass = endless


def test_a_section_cannot_be_assigned_to():
    scenario = orgsim.Scenario()
    with pytest.raises(AttributeError, match="'market' is a section; assign to its keys"):
        scenario.market = 3
    with pytest.raises(AttributeError, match="'choice' is a section"):
        scenario.market.choice = {}


@pytest.mark.parametrize(
    ("part", "name", "meant"),
    [
        ("market", "tast", "taste"),
        ("market.choice", "qualty", "quality"),
        ("", "markt", "market"),
        ("", "weeks", "run.weeks"),
    ],
)
def test_unknown_attributes_name_the_one_that_was_meant(part, name, meant):
    scenario = orgsim.Scenario()
    owner = attribute(scenario, part) if part else scenario
    with pytest.raises(AttributeError, match=f"did you mean '{meant}'"):
        setattr(owner, name, 3)
    with pytest.raises(AttributeError, match=f"did you mean '{meant}'"):
        getattr(owner, name)


def test_unknown_attributes_lead_to_the_key_that_does_what_was_wanted():
    scenario = orgsim.Scenario()
    scenario.strategies["cut"] = {"start": 10}
    with pytest.raises(AttributeError, match="a strategy that ends has a `duration`"):
        _ = scenario.strategies["cut"].end
    with pytest.raises(AttributeError, match="is a strategy's `prove`"):
        scenario.marketing.prove = 1


def test_budget_lines_that_are_all_0_are_refused_at_once():
    scenario = orgsim.Scenario()
    with pytest.raises(
        orgsim.InputError, match=r"executive\.items: no department has a budget line"
    ):
        scenario.executive.items = [0, 0, 0, 0]
    assert list(scenario.executive.items) == [1, 1, 1, 1]


def test_what_there_is_one_of_is_one():
    scenario = orgsim.Scenario()
    scenario.title = "a"
    scenario.market.firms = 1
    scenario.strategies["b"] = {"start": 3}
    assert repr(scenario) == "<Scenario 'a': 1 firm, 1 strategy, 0 drawn keys>"


def test_keys_that_are_gone_are_told_by_their_new_names():
    scenario = orgsim.Scenario()
    with pytest.raises(AttributeError, match="'power_weight'; it is executive.eta_power now"):
        scenario.executive.power_weight = 0.4


def test_keys_that_depend_on_each_other_can_be_set_one_after_the_other_and_are_checked_at_the_run():
    scenario = orgsim.Scenario.from_toml(SMALL)
    scenario.market.mass = [0.5, 0.5]
    with pytest.raises(orgsim.InputError, match="market.resistance: 4 entries for the 2"):
        orgsim.run(scenario)
    with pytest.raises(orgsim.InputError, match="market.resistance: 4 entries for the 2"):
        orgsim.Simulation(scenario)
    scenario.market.resistance = [0, 2]
    orgsim.Simulation(scenario).step()


def test_a_distribution_goes_when_a_number_is_set(small):
    assert small.market.taste == orgsim.uniform(2, 4)
    small.market.taste = 3
    assert small.market.taste == 3
    assert "uniform" not in small.to_toml()


def test_the_order_of_assignments_does_not_matter():
    one, other = orgsim.Scenario(), orgsim.Scenario()
    one.market.taste, one.economics.margin = orgsim.uniform(2, 4), orgsim.uniform(0.4, 0.6)
    other.economics.margin, other.market.taste = orgsim.uniform(0.4, 0.6), orgsim.uniform(2, 4)
    assert one == other


def test_distributions_check_their_arguments_and_say_what_they_are():
    assert repr(orgsim.triangular(1, 2, 4)) == "triangular(1, 2, 4)"
    assert orgsim.lognormal(0, 1).kind == "lognormal"
    assert orgsim.lognormal(0, 1).arguments == (0, 1)
    assert len({orgsim.uniform(1, 2), orgsim.uniform(1, 2), orgsim.normal(1, 2)}) == 2
    with pytest.raises(orgsim.InputError, match="a < b"):
        orgsim.uniform(4, 2)


def test_firms_have_their_own_values_and_lose_them_again(small):
    focal, rival = small.firms[0], small.firms["rival 1"]
    small.product.talent = 1.1
    rival.talent = 1.5
    rival.strategy = "embed"
    assert (focal.talent, rival.talent) == (1.1, 1.5)
    assert rival.overridden == {"talent"}
    assert orgsim.Scenario.from_toml(small.to_toml()) == small
    rival.talent = orgsim.uniform(1, 2)
    assert rival.talent == orgsim.uniform(1, 2)
    rival.talent = None
    rival.strategy = None
    assert (rival.talent, rival.overridden, rival.strategy) == (1.1, set(), None)
    assert orgsim.Scenario.from_toml(small.to_toml()) == small
    with pytest.raises(orgsim.InputError, match=r"firms\[1\].talent: -1 is out of range"):
        rival.talent = -1
    assert rival.overridden == set()


def test_firms_are_a_list(small):
    small.firms.append({"name": "newcomer", "talent": 0.9})
    assert [firm.name for firm in small.firms] == ["focal", "rival 1", "rival 2", "newcomer"]
    assert small.market.firms == len(small.firms) == 4
    assert small.firms[-1].talent == 0.9
    small.firms[1] = {"name": "other"}
    del small.firms[2]
    assert [firm.name for firm in small.firms] == ["focal", "other", "newcomer"]
    small.market.firms = 5
    assert small.firms[4].name == "rival 4"
    small.firms = [{"name": "alone", "talent": {"uniform": [1, 2]}}]
    assert small.firms[0].talent == orgsim.uniform(1, 2)
    with pytest.raises(IndexError):
        small.firms[1]
    with pytest.raises(
        orgsim.InputError, match=r"firms\[1\].talant: unknown key; did you mean 'talent'"
    ):
        small.firms.append({"talant": 1})
    with pytest.raises(orgsim.InputError, match="empty"):
        small.firms = []
    assert len(small.firms) == 1


def test_two_firms_of_one_name_are_refused_at_the_run(small):
    small.firms[1].name = "focal"
    with pytest.raises(orgsim.InputError, match=r"firms\[1\].name: 'focal' is taken"):
        orgsim.run(small)


def test_strategies_are_a_dict(small):
    assert list(small.strategies) == small.strategies.keys() == ["embed", "later"]
    small.strategies["cut"] = {"when": "budget", "delay": 4, "ai_adoption": orgsim.uniform(0.5, 1)}
    cut = small.strategies["cut"]
    assert (cut.name, cut.when, cut.delay, cut.start, cut.ramp) == ("cut", "budget", 4, None, 13)
    assert cut.ai_adoption == orgsim.uniform(0.5, 1)
    cut.when, cut.delay, cut.start = None, 0, 30
    small.strategies["copy"] = cut
    assert small.strategies["copy"].start == 30
    assert orgsim.Scenario.from_toml(small.to_toml()) == small
    del small.strategies["cut"]
    assert "cut" not in small.strategies
    assert len(small.strategies) == 3
    with pytest.raises(KeyError):
        small.strategies["cut"]
    with pytest.raises(KeyError, match="no longer"):
        _ = cut.start
    with pytest.raises(
        orgsim.InputError, match="strategies.bad.mixx: unknown key; did you mean 'mix'"
    ):
        small.strategies["bad"] = {"start": 3, "mixx": [1, 0, 0, 0]}
    with pytest.raises(orgsim.InputError, match="nothing says when it begins"):
        small.strategies["bad"] = {"ramp": 4}
    with pytest.raises(orgsim.InputError, match="cannot be the name"):
        small.strategies["a.b"] = {"start": 3}


def test_a_strategy_that_a_firm_follows_cannot_be_removed(small):
    small.firms[1].strategy = "embed"
    with pytest.raises(orgsim.InputError, match="strategy 'embed' is not defined"):
        del small.strategies["embed"]
    assert "embed" in small.strategies


def test_grants_are_a_list_of_dicts(small):
    grant = {"firm": 1, "department": "sales", "factor": 1.5, "weeks": [3, 9]}
    small.grants = [grant]
    assert small.grants == [grant]
    small.grants = []
    assert small.grants == []
    with pytest.raises(orgsim.InputError, match=r"grants\[0\].firm: there is no firm 7"):
        small.grants = [grant | {"firm": 7}]


def test_from_dict_reads_what_a_file_would_say_and_reports_all_mistakes_at_once():
    scenario = orgsim.Scenario.from_dict(
        {"run": {"weeks": 60}, "market": {"taste": numpy.float64(2)}}
    )
    assert (scenario.run.weeks, scenario.market.taste) == (60, 2)
    with pytest.raises(orgsim.InputError) as caught:
        orgsim.Scenario.from_dict({"run": {"weeks": 0}, "market": {"tast": 2}, 'a"b': 1})
    assert {problem.key for problem in caught.value.problems} == {
        "run.weeks",
        "market.tast",
        '"a"b"',
    }
    with pytest.raises(TypeError, match="3"):
        orgsim.Scenario.from_dict({3: 4})


def test_text_errors_carry_their_place():
    with pytest.raises(orgsim.InputError, match=r"text:2:1: market.tast: unknown key") as caught:
        orgsim.Scenario.from_toml("[market]\ntast = 3")
    assert caught.value.problems[0].place == ("text", 2, 1)


def test_text_extends_files_of_the_working_folder(monkeypatch):
    monkeypatch.chdir(ROOT / "scenarios")
    scenario = orgsim.Scenario.from_toml(
        'title = "Capital winter"\nextends = "capital_winter.toml"'
    )
    assert scenario == orgsim.scenario("capital_winter")
    assert orgsim.Scenario.from_dict({"extends": "capital_winter.toml"}).strategies.keys()


def test_settings_are_laid_over_a_file():
    scenario = orgsim.scenario("capital_winter", set=["market.taste=2", "market.kind=mean_field"])
    assert (scenario.market.taste, scenario.market.kind) == (2, "mean_field")
    with pytest.raises(orgsim.InputError, match="set 'market.tast=2': market.tast: unknown key"):
        orgsim.scenario("capital_winter", set=["market.tast=2"])


def test_saving_replaces_nothing_unless_it_may(small, tmp_path):
    path = tmp_path / "x.toml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(FileExistsError, match="overwrite=True"):
        small.save(path)
    assert path.read_text(encoding="utf-8") == "old"
    small.save(path, overwrite=True)
    assert orgsim.Scenario.load(path) == small
    assert list(tmp_path.iterdir()) == [path]


def test_describe_and_schema_are_the_command_lines():
    def said(*words):
        done = subprocess.run([PROGRAM, *words], check=True, capture_output=True, text=True)
        return done.stdout

    assert orgsim.describe() == said("describe")
    assert orgsim.describe("market") == said("describe", "market")
    assert orgsim.describe("taste") == said("describe", "taste")
    with pytest.raises(orgsim.InputError, match="did you mean 'market.taste'"):
        orgsim.describe("market.tast")
    with pytest.raises(orgsim.InputError, match="did you mean 'taste'"):
        orgsim.describe("tast")


def test_a_network_is_read_from_the_file_that_the_scenario_names(tmp_path, monkeypatch):
    (tmp_path / "ring.txt").write_text("".join(f"{i} {(i + 1) % 200}\n" for i in range(200)))
    monkeypatch.chdir(tmp_path)
    scenario = orgsim.Scenario()
    scenario.run.weeks = 20
    scenario.market.kind = "network"
    scenario.market.customers = 200
    scenario.market.network.kind = "file"
    scenario.market.network.file = "ring.txt"
    simulation = orgsim.Simulation(scenario)
    simulation.run()
    assert simulation.week == 19
    restored = orgsim.Simulation.restore(simulation.save())
    assert restored == simulation
    scenario.market.network.file = "missing.txt"
    with pytest.raises(orgsim.InputError, match="'missing.txt' cannot be read"):
        orgsim.Simulation(scenario)


class Meddling:
    """A value that changes the scenario while it is asked what it is."""

    def __init__(self, meddle, value):
        self.meddle, self.value = meddle, value

    def tolist(self):
        self.meddle()
        return self.value


def test_what_python_code_changes_meanwhile_is_not_written_past():
    scenario = orgsim.scenario("capital_winter")
    first = scenario.strategies[scenario.strategies.keys()[0]]

    def remove_all():
        for name in scenario.strategies.keys():  # noqa: SIM118
            del scenario.strategies[name]

    with pytest.raises(KeyError, match="no longer in the scenario"):
        first.mix = Meddling(remove_all, [0.1, 0.2, 0.3, 0.4])

    def more_firms():
        scenario.market.firms = 16

    scenario.firms[1].talent = Meddling(more_firms, 0.5)
    assert (scenario.firms[1].talent, len(scenario.firms)) == (0.5, 16)


def test_firms_with_a_grant_cannot_go():
    scenario = orgsim.Scenario()
    scenario.grants = [{"firm": 2, "department": "sales", "factor": 2, "weeks": [1, 3]}]
    with pytest.raises(orgsim.InputError, match=r"market.firms: grants\[0\] goes to firm 2"):
        scenario.market.firms = 2
    assert len(scenario.firms) == 3


def test_a_scenario_that_is_wrong_is_not_pickled():
    scenario = orgsim.Scenario()
    scenario.firms[1].strategy = "nosuch"
    with pytest.raises(orgsim.InputError, match="'nosuch' is not defined"):
        pickle.dumps(scenario)


def test_a_copy_has_the_rivals_that_are_asked_for():
    scenario = orgsim.Scenario.load(ROOT / "scenarios/capital_winter.toml")
    copied = {
        rivals: orgsim._core.with_rivals(scenario, rivals) for rivals in orgsim._core.rivals()
    }
    assert {
        rivals: {firm.strategy for firm in list(one.firms)[1:]} for rivals, one in copied.items()
    } == {"static": {None}, "same": {"same_as_focal"}, "respond": {"answers_focal"}}
    assert {firm.strategy for firm in list(scenario.firms)[1:]} == {None}

"""Networks and schedules from Python's libraries, and what is noted about them."""

import pickle

import numpy
import pandas
import pytest

import orgsim

PAIRS = numpy.array([(i, (i + 1) % 40) for i in range(40)] + [(0, 20), (5, 30)])


class Graph:
    """Has what networkx's graphs have of what is asked."""

    def __init__(self, pairs, people, directed=False):
        self._pairs, self._people, self._directed = pairs, people, directed

    def nodes(self):
        return [f"person {i}" for i in range(self._people)]

    def edges(self):
        return [(f"person {a}", f"person {b}") for a, b in self._pairs]

    def number_of_nodes(self):
        return self._people

    def is_directed(self):
        return self._directed


class Igraph:
    """Has what igraph's graphs have."""

    def get_edgelist(self):
        return [tuple(map(int, pair)) for pair in PAIRS]

    def vcount(self):
        return 40

    def is_directed(self):
        return False


def scenario(network=PAIRS, **options):
    made = orgsim.Scenario()
    made.run.weeks, made.run.replications = 20, 2
    made.use_network(network, **options)
    return made


def test_a_network_is_the_market_and_its_nodes_are_the_customers():
    made = scenario()
    assert (made.market.kind, made.market.network.kind) == ("network", "file")
    assert made.market.customers == 40
    assert made.notes == ()
    table = orgsim.outcomes(made)
    assert table.equals(orgsim.outcomes(pickle.loads(pickle.dumps(made))))
    assert pickle.loads(pickle.dumps(made)) == made == made.copy()


def test_the_kinds_of_networks_that_libraries_hold_are_one():
    sparse = pytest.importorskip("scipy.sparse")
    ones = numpy.ones(2 * len(PAIRS))
    ends = numpy.concatenate([PAIRS, PAIRS[:, ::-1]])
    matrix = sparse.coo_matrix((ones, (ends[:, 0], ends[:, 1])), shape=(40, 40))
    for network in (PAIRS.tolist(), pandas.DataFrame(PAIRS), Graph(PAIRS, 40), Igraph(), matrix):
        assert scenario(network) == scenario(), type(network)
    assert scenario(sparse.csr_array(numpy.eye(3, k=1))).market.network.directed


def test_what_is_left_out_is_noted_and_warned_of():
    assert scenario(numpy.vstack([PAIRS, PAIRS[:3], [(7, 7)]])).notes == (
        "market.network.file: 1 self-loop left out",
        "market.network.file: 3 ties that stand there again, or in both directions, taken once",
    )
    assert "numbered anew" in scenario(PAIRS + 1).notes[0]
    alone = scenario(Graph(PAIRS, 50))
    with pytest.warns(orgsim.ScenarioWarning, match="10 of 50 people have no tie") as said:
        orgsim.outcomes(alone)
    assert said[0].filename == __file__
    with pytest.warns(orgsim.ScenarioWarning, match="10 of 50"):
        orgsim.Simulation(alone)


def test_more_customers_than_the_network_has_are_without_a_tie():
    made = scenario()
    made.market.customers = 41
    with pytest.warns(orgsim.ScenarioWarning, match="1 of 41 people has no tie"):
        orgsim.outcomes(made)
    made.market.customers = 39
    with pytest.raises(orgsim.InputError, match="the network that was given has 40"):
        orgsim.outcomes(made)


@pytest.mark.parametrize(
    ("network", "error", "said"),
    [
        ([[1, 2, 3]], TypeError, "shape"),
        (5, TypeError, "an array of pairs"),
        ("x", TypeError, "this is a str"),
        ([[0.5, 1]], ValueError, "whole numbers"),
        ([[-1, 2]], orgsim.InputError, "person -1"),
        ([[1, 1]], orgsim.InputError, "no tie between two people"),
    ],
)
def test_what_is_no_network_is_refused_and_changes_nothing(network, error, said):
    made = scenario()
    with pytest.raises(error, match=said):
        made.use_network(network)
    assert made == scenario()


def test_text_that_does_not_hold_the_network_says_so():
    text = scenario().to_toml()
    with pytest.raises(orgsim.InputError, match="give it again with scenario.use_network"):
        orgsim.Scenario.from_toml(text)


def test_a_rerun_with_another_file_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "net.txt").write_text("".join(f"{a} {b}\n" for a, b in PAIRS))
    text = 'run = { weeks = 20, replications = 2 }\nmarket = { kind = "network", network = { kind = "file", file = "net.txt" } }'
    results = orgsim.run(orgsim.Scenario.from_toml(text))
    assert results.scenario.market.customers == 40
    results.save("out.h5")
    kept = orgsim.open("out.h5").scenario
    assert orgsim.outcomes(kept).equals(results.outcomes)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert orgsim.outcomes(orgsim.open("../out.h5").scenario).equals(results.outcomes)
    (tmp_path / "net.txt").write_text("0 1\n")
    with pytest.raises(
        orgsim.InputError, match="another file than the one this scenario was run with"
    ):
        orgsim.outcomes(orgsim.open("../out.h5").scenario)


def test_customers_follow_from_a_file_also_in_a_pickle(tmp_path):
    (tmp_path / "net.txt").write_text("1 2\n2 3\n")
    made = orgsim.Scenario()
    made.run.weeks, made.run.replications = 5, 1
    made.market.kind, made.market.network.kind = "network", "file"
    made.market.network.file = str(tmp_path / "net.txt")
    assert pickle.loads(pickle.dumps(made)).market.customers == 3


def test_a_file_named_from_a_scenarios_folder_is_found_from_any_working_folder(
    tmp_path, monkeypatch
):
    (tmp_path / "net.txt").write_text("0 1\n1 2\n")
    (tmp_path / "world.toml").write_text(
        'market.kind = "network"\nmarket.network = { kind = "file", file = "net.txt" }\n'
    )
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    loaded = orgsim.Scenario.load("world.toml")
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert pickle.loads(pickle.dumps(loaded)).market.customers == 3


@pytest.mark.parametrize(
    "data",
    [
        pandas.Series([1, 0.5], index=[0, 13]),
        pandas.Series([0.5, 1], index=[13, 0]),
        pandas.DataFrame({"week": [0, 13], "index": [1, 0.5]}),
        pandas.DataFrame({"index": [1, 0.5]}, index=[0, 13]),
    ],
)
def test_a_schedule_may_come_from_pandas(data):
    made = orgsim.Scenario()
    made.environment.climate = data
    assert made.environment.climate == ((0.0, 1.0), (13.0, 0.5))


def test_dates_of_pandas_are_read_against_a_start():
    quarters = pandas.Series([1, 0.5], index=pandas.period_range("2019Q1", periods=2, freq="Q"))
    days = pandas.Series([1, 0.5], index=pandas.to_datetime(["2019-01-01", "2019-04-01"]))
    for data in (quarters, days):
        assert orgsim.schedule(data, start="2019-01-01") == [(0.0, 1.0), (90 / 7, 0.5)]
        with pytest.raises(ValueError, match="say when week 0 was"):
            orgsim.Scenario().environment.climate = data
    with pytest.raises(ValueError, match="leave `start` out"):
        orgsim.schedule(pandas.Series([1]), start="2019-01-01")
    with pytest.raises(ValueError, match="without gaps"):
        orgsim.schedule(pandas.Series([1, None]))
    with pytest.raises(ValueError, match="two values for one week"):
        orgsim.schedule(pandas.Series([1, 2], index=[3, 3]))


def test_text_that_nobody_could_print_is_refused():
    made = orgsim.Scenario()
    for bad, said in (("\ud800", "half of a character"), ("a\u202eb", "mark of writing direction")):
        with pytest.raises(orgsim.InputError, match=said):
            made.title = bad
    with pytest.raises(orgsim.InputError) as error:
        orgsim.Scenario.from_toml('"\u202e" = 1')
    assert error.value.problems[0].key == "\\u{202e}"


def test_a_file_in_another_encoding_is_an_InputError(tmp_path):
    (tmp_path / "a.csv").write_bytes("周,指数\n0,1\n".encode("gbk"))
    path = tmp_path / "a.toml"
    path.write_text(
        'environment.climate = { file = "a.csv", week = "周", value = "指数" }', encoding="utf-8"
    )
    with pytest.raises(orgsim.InputError, match="not text in UTF-8.*CSV UTF-8"):
        orgsim.Scenario.load(path)


def test_dates_in_words_are_read_as_those_of_a_file():
    def knots(*dates):
        return orgsim.schedule(pandas.Series([1, 0.5], index=dates), start="2021-01-04")

    assert knots("31.03.2021", "30.06.2021") == [(86 / 7, 1.0), (177 / 7, 0.5)]
    assert knots("03/31/2021", "06/30/2021") == knots("31.03.2021", "30.06.2021")
    assert knots("2021Q1", "2021Q2") == [(-3 / 7, 1.0), (87 / 7, 0.5)]
    with pytest.raises(
        ValueError, match="'03/04/2021' may be 2021-04-03 or 2021-03-04, and no row"
    ):
        knots("03/04/2021", "06/07/2021")
    with pytest.raises(ValueError, match="'soon' is no date"):
        knots("2021-03-31", "soon")

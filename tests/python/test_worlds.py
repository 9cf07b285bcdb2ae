"""Worlds that fit the evidence."""

import time

import matplotlib.pyplot as plt
import numpy
import pandas
import pytest
from small import EVIDENCE

import orgsim


@pytest.fixture(scope="module")
def evidence(tmp_path_factory):
    path = tmp_path_factory.mktemp("evidence") / "e.toml"
    path.write_text(EVIDENCE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def found(evidence):
    return orgsim.worlds(evidence=evidence, points=30, threads=2)


def test_worlds_are_a_table_of_which_every_row_fits(found):
    assert found.fit
    assert len(found) == 30
    assert found.table.columns[0] in set(found.keys["key"])
    assert found.figures["users"].between(9000, 20000).all()
    assert found.figures["marketing"].between(0.2, 0.4).all()


def test_worlds_say_what_each_target_excludes(found):
    targets = found.targets.set_index("name")
    assert list(targets.index) == list(
        found.targets.sort_values("excluded", ascending=False)["name"]
    )
    assert targets.loc["users", "high"] == 20000
    assert found.unused == {"sales": "of no interest"}
    assert found.waves["threshold"].iloc[-1] <= 3
    assert found.log_share < 0


def test_worlds_say_how_the_scenario_itself_fits(found):
    assert found.distinct == found.table.drop_duplicates().shape[0]
    assert found.implausibility == found._summary["scenario_implausibility"]
    assert found.distance is None  # thirty worlds are too few
    assert found.conclusion.split()[0] in repr(found)


def test_worlds_say_what_is_narrowed(found):
    assert found.keys["width"].is_monotonic_increasing
    table = found.table
    for row in found.keys.head(3).itertuples():
        assert numpy.isclose(row.median, numpy.median(table[row.key]), rtol=0.05)


def test_worlds_of_a_file_are_those_of_the_call(found, evidence, tmp_path):
    path = tmp_path / "w.csv"
    again = orgsim.worlds(evidence=evidence, points=30, threads=1, path=path)
    pandas.testing.assert_frame_equal(pandas.read_csv(path), found.table, check_dtype=False)
    assert not path.with_name("w.csv.journal").exists()
    with pytest.raises(FileExistsError):
        orgsim.worlds(evidence=evidence, points=30, path=path)
    again.to_csv(tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes() == path.read_bytes()


def test_what_the_scenario_says_stays(evidence):
    scenario = orgsim.Scenario.from_toml("market.taste = 2.5")
    found = orgsim.worlds(scenario, evidence=evidence, points=20)
    assert found.kept == ["market.taste"]
    assert "market.taste" not in found.table


def test_no_world_that_fits_is_no_error(tmp_path):
    path = tmp_path / "never.toml"
    path.write_text(EVIDENCE.replace("[9000, 20000]", "[-20, -10]"), encoding="utf-8")
    found = orgsim.worlds(evidence=path, points=20, most_evaluations=1000, path=tmp_path / "w.csv")
    assert not found.fit
    assert len(found) == 0
    assert "No world that fits the evidence was found" in repr(found)
    assert not (tmp_path / "w.csv").exists()
    with pytest.raises(ValueError, match="no world fits"):
        found.plot.keys()


def test_a_stopped_search_goes_on(evidence, tmp_path):
    path = tmp_path / "w.csv"
    with pytest.raises(orgsim.Stopped, match="the same call goes on"):
        orgsim.worlds(evidence=evidence, points=300, path=path, progress=lambda share: False)
    assert path.with_name("w.csv.journal").exists()
    again = orgsim.worlds(evidence=evidence, points=300, path=path)
    assert again.table.equals(orgsim.worlds(evidence=evidence, points=300).table)


def test_a_search_that_is_done_is_not_stopped(evidence, found, tmp_path):
    path = tmp_path / "w.csv"

    def too_late(share):
        while not path.exists():
            time.sleep(0.01)
        return False

    again = orgsim.worlds(evidence=evidence, points=30, path=path, progress=too_late)
    assert again.table.equals(found.table)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({"points": 3}, "3 is out of range"),
        ({"points": float("nan")}, "points: nan is no whole number"),
        ({"seed": -1}, "seed: -1 is out of range; a whole number from 0"),
        ({"most_evaluations": 2**70}, "most_evaluations: 1180591620717411303424 is no"),
        ({"ranges": "broad"}, "there are no ranges 'broad'"),
        ({"evidence": "none.toml"}, "none.toml"),
    ],
)
def test_mistakes_are_named(call, said):
    with pytest.raises(orgsim.InputError, match=said):
        orgsim.worlds(**call)


def test_the_plot_shows_where_worlds_lie_in_the_ranges(found):
    plt.switch_backend("Agg")
    for language in ("en", "zh"):
        with orgsim.language.language(language):
            ax = found.plot.keys(10)
        assert [label.get_text() for label in ax.get_yticklabels()] == list(
            found.keys["key"].head(10)
        )
        bars = [bar for bar in ax.patches if bar.get_gid() == "worlds"] or ax.patches[10:20]
        rows = found.keys.head(10)
        assert numpy.allclose(
            [bar.get_width() for bar in bars], rows["unit_high_95"] - rows["unit_low_5"]
        )
        assert found.keys["key"].iloc[0] in ax.get_title(loc="left").replace("\n", " ")
    plt.close("all")

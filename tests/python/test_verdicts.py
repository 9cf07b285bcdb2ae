"""Verdicts, their lenient and strict twins and the standing, from new files and from old ones."""

import gzip

import numpy
import pytest
from small import ROOT

import orgsim
from orgsim import _core
from orgsim.plots import Plot
from orgsim.summary import _page

TWINS = ["verdict_lenient", "verdict_strict"]
STANDING = ["standing_real_share", "standing_non_substitutability", "standing_centrality"]


@pytest.fixture
def of_version_1(tmp_path):
    """Opens a file that the first version of the model left behind."""

    def opened(name):
        packed = (ROOT / f"tests/results/version_1/{name}.gz").read_bytes()
        (tmp_path / name).write_bytes(gzip.decompress(packed))
        return orgsim.open(tmp_path / name)

    return opened


def test_verdicts_are_categories_in_the_order_of_the_text(results):
    table = results.outcomes
    for name in ("verdict", *TWINS):
        assert list(table[name].cat.categories) == _core.verdicts()
    assert _core.verdicts() == (
        [
            "not_begun",
            "reversed",
            "averted",
            "kept",
            "transformed",
            "contained",
            "unchanged",
            "worsened",
            "lost",
        ]
    )


def test_outcomes_have_the_twins_and_the_standing_of_the_file(results):
    table, group = results.outcomes, results.dataset("outcomes")
    assert list(table.columns[2:8]) == ["verdict", *TWINS, *STANDING]
    begun = (table.strategy != "baseline").to_numpy()
    for name in (*TWINS, *STANDING):
        assert (group[name].values.ravel()[begun] == table[name][begun].to_numpy()).all()
    assert (table.standing_real_share[begun] > 0).all()
    assert table[STANDING][~begun].isna().all(axis=None)
    assert (table[TWINS][~begun] == "not_begun").all(axis=None)


def test_the_standing_is_a_mean_over_the_last_half_year(results):
    runs = results.trajectories.sel(strategy="embed").isel(firm=0, week=slice(-26, None))
    marketing = runs.sel(department="marketing")
    table = results.outcomes.set_index(["strategy", "replication"]).loc["embed"]
    assert numpy.allclose(table.standing_centrality, marketing.centrality.mean("week"))
    assert numpy.allclose(
        table.standing_non_substitutability, marketing.non_substitutability.mean("week")
    )
    share = runs.real_share.mean("week") / 0.26  # executive.share of marketing
    assert numpy.allclose(table.standing_real_share, share)


def test_the_summarys_facts_are_counts_of_the_table(results):
    table = results.outcomes
    for row in results.summary().to_dict()["strategies"]:
        own = table[table.strategy == row["name"]]
        for column, judged in (
            ("verdict", row),
            ("verdict_lenient", row["lenient"]),
            ("verdict_strict", row["strict"]),
        ):
            shares = own[column].value_counts(normalize=True)
            assert judged["verdicts"] == pytest.approx(shares.to_dict())
        for name in STANDING:
            assert row["standing"][name.removeprefix("standing_")] == pytest.approx(
                own[name].mean()
            )


def test_where_marketing_began_without_a_share_there_is_no_share_of_that(small):
    small.executive.share = [0.4, 0, 0.4, 0.2]
    results = orgsim.run(small, replications=2)
    for row in results.summary().to_dict()["strategies"]:
        assert row["standing"]["real_share"] is None
        assert row["standing"]["centrality"] is not None
    assert results.outcomes.standing_real_share.isna().all()
    assert results.outcomes.standing_centrality.notna().any()
    assert "nan" not in results.summary()._repr_html_()


def test_a_notebooks_table_has_twins_and_standing_and_only_verdicts_that_there_are(results):
    facts = results.summary().to_dict()
    page = _page(facts)
    assert "<th>lines 20 % lower</th><th>lines 20 % higher</th><th>real share</th>" in page
    there = {name for row in facts["strategies"] for name, part in row["verdicts"].items() if part}
    for name in _core.verdicts():
        assert (f"<th>{name}</th>" in page) == (name in there)
    facts["lines_tolerance"] = None  # drawn anew in each replication
    assert "<th>lines lines.tolerance lower</th>" in _page(facts)


def test_results_of_the_models_first_version_have_no_twins(of_version_1):
    results = of_version_1("run.h5")
    assert not {*TWINS, *STANDING} & {*results.outcomes.columns, *results.dataset("outcomes")}
    assert list(results.outcomes.verdict.cat.categories) == _core.verdicts()
    assert "lower" not in str(results.summary())
    assert results.summary().to_dict()["strategies"][0]["lenient"] is None
    assert "lower" not in results.summary()._repr_html_()
    ax = Plot(results).strategies()
    assert "lower" not in "".join(text.get_text() for text in ax.texts)


def test_sweeps_of_the_models_first_version_have_no_twins(of_version_1):
    from orgsim.sweeps.measures import measured, names_of

    sweep = of_version_1("sweep.h5")
    assert not {*TWINS, *STANDING} & {*sweep.outcomes.columns}
    assert "saved" in names_of(sweep) and "saved_strict" not in names_of(sweep)
    with pytest.raises(ValueError, match="there is no 'saved_strict'"):
        measured(sweep, "saved_strict")
    assert set(sweep.outcomes.verdict) <= {"not_begun", "contained", "lost", "transformed"}

"""Worlds fitted to a firm's own quarters."""

import matplotlib.pyplot as plt
import numpy
import pandas
import pytest

import orgsim

TABLE = pandas.DataFrame(
    {"users": [20_000, 31_000, None, 62_000], "revenue": [1.0, 2.0, 3.2, 4.6]},
    index=pandas.period_range("2023Q1", periods=4, freq="Q"),
)
QUICK = {
    "people": 1_000_000,
    "firms": 2,
    "age": (0, 26),
    "points": 30,
    "most_evaluations": 4000,
    "threads": 2,
}


@pytest.fixture(scope="module")
def fit():
    return orgsim.fit(TABLE, ahead=1, currency="EUR m", **QUICK)


def test_worlds_are_a_table_of_keys_and_what_else_is_unknown(fit):
    assert fit.fits
    assert len(fit) == len(fit.worlds) == 30
    assert "market.contact.word_of_mouth" in fit.worlds
    assert list(fit.others) == ["age_weeks", "error_users", "error_revenue", "money"]
    assert fit.others.age_weeks.between(0, 26).all()
    assert (fit.others.money > 0).all()


def test_what_is_foreseen_lies_about_the_table(fit):
    rows = fit.foreseen.set_index(["column", "quarter"])
    assert list(rows.loc["users"].index) == ["2023Q1", "2023Q2", "2023Q3", "2023Q4", "+1"]
    known = rows.dropna()
    assert (known.low_5 < 1.1 * known.reported).all()
    assert (known.high_95 > 0.9 * known.reported).all()
    missing = rows.loc[("users", "2023Q3")]
    assert 31_000 < missing["median"] < 62_000
    assert fit.draws().shape == (30, 2, 5)


def test_recovery_puts_what_the_table_tells_of_first(fit):
    rows = fit.recovery()
    assert rows.width.is_monotonic_increasing
    assert rows.width.iloc[0] < 0.9
    assert {"age_weeks", "error_users", "market.taste"} <= set(rows.name)
    assert (rows.prior_low_5 < rows.prior_high_95).all()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_plot_has_a_panel_for_each_column(fit, language):
    orgsim.set_language(language)
    try:
        figure = fit.plot()
        shown = [ax for ax in figure.axes if ax.get_visible()]
        assert len(shown) == 2
        assert "EUR m" in shown[1].get_title(loc="left")
        assert str(fit)
    finally:
        orgsim.set_language("en")
        plt.close("all")


def test_strategies_run_from_the_end_of_the_table_on(fit):
    ahead = fit.run({"turn": {"start": 4, "mix": [0.2, 0.1, 0.6, 0.1]}}, worlds=3, years=2)
    table = ahead.outcomes
    assert sorted(table.world.unique()) == [0, 1, 2]
    assert list(table.strategy.unique()) == ["baseline", "turn"]
    today = fit.others.age_weeks[:3] + 4 * 13
    assert list(table[table.strategy == "turn"].today) == list(today)
    assert ahead.saved.loc["baseline", "npv_median"] == 0
    assert "turn" in repr(ahead)
    with pytest.raises(ValueError, match="no strategy 'turnaround'"):
        fit.run(["turnaround"])


def test_what_comes_is_the_scenarios_and_counts_from_the_end_of_the_table(fit):
    winter = orgsim.Scenario()
    winter.environment.climate = [[0, 1.0], [10, 0.1]]
    winter.lines.budget = 0.99
    calm = fit.run({}, worlds=3, years=2).outcomes
    cold = fit.run({}, scenario=winter, worlds=3, years=2).outcomes
    assert (cold.npv < calm.npv).all()
    assert cold.line_week_budget.notna().sum() >= calm.line_week_budget.notna().sum()


def test_worlds_are_written_for_runs(fit, tmp_path):
    fit.to_csv(tmp_path / "w.csv")
    read = pandas.read_csv(tmp_path / "w.csv")
    assert numpy.allclose(read, fit.worlds, rtol=1e-5)
    with pytest.raises(FileExistsError):
        fit.to_csv(tmp_path / "w.csv")


def test_a_file_and_lists_are_read_as_a_frame_is(tmp_path):
    TABLE.to_csv(tmp_path / "q.csv", index_label="quarter")
    few = {**QUICK, "points": 20, "most_evaluations": 1000}
    of_file = orgsim.fit(tmp_path / "q.csv", **few)
    pandas.testing.assert_frame_equal(of_file.worlds, orgsim.fit(TABLE, **few).worlds)
    assert list(orgsim.fit({"users": [1, 2, 3]}, **few).table.index) == ["1", "2", "3"]


def test_a_history_of_no_world_is_said_to_be_none():
    odd = pandas.DataFrame({"users": [20_000, 900_000, 100, 500_000]})
    fit = orgsim.fit(odd, **{**QUICK, "points": 20, "most_evaluations": 2000})
    assert not fit.fits
    with pytest.raises(ValueError, match="nothing to run"):
        fit.run(["tie_to_results"])


def test_mistakes_are_said_with_their_place():
    with pytest.raises(orgsim.InputError, match=r"the table:3:2: users: '-5' is below 0"):
        orgsim.fit(pandas.DataFrame({"users": [5, -5]}, index=["a", "b"]))
    with pytest.raises(orgsim.InputError, match="neither users nor revenue nor won"):
        orgsim.fit({"sales": [1, 2, 3]})
    with pytest.raises(orgsim.InputError, match="profit: a fit knows no such column"):
        orgsim.fit({"users": [1, 2, 3], "profit": [1, 2, 3]})
    with pytest.raises(orgsim.InputError, match=r"market.tast: is no number"):
        orgsim.fit({"users": [1, 2, 3]}, people=1e6, vary={"market.tast": (1, 2)})
    with pytest.raises(ValueError, match="two of them"):
        orgsim.fit({"users": [1, 2, 3]}, age=(1, 2, 3))
    with pytest.raises(orgsim.InputError, match="how many people could ever use"):
        orgsim.fit({"users": [1, 2, 3]})
    with pytest.raises(TypeError, match="a DataFrame"):
        orgsim.fit(5)

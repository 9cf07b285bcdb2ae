"""Plots draw what the data say: the data of their artists are compared, not pixels."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib import colors
from plot_results import GRANT, STRATEGIES, WORLD

from orgsim import _core
from orgsim.language import language
from orgsim.plots import Plot
from orgsim.plots.style import DEPARTMENTS, VERDICTS
from orgsim.plots.words import say


def line(ax, label):
    (found,) = [one for one in ax.lines if one.get_label() == label]
    return found


def by_gid(ax, gid):
    (found,) = [artist for artist in ax.get_children() if artist.get_gid() == gid]
    return found


def title(ax):
    return ax.get_title(loc="left").replace("\n", " ")


def texts(ax):
    return [text.get_text() for text in ax.texts]


def edges(band):
    """Lower and upper edge of a filled band by week."""
    points = band.get_paths()[0].vertices
    weeks = np.unique(points[:, 0])
    ends = [points[points[:, 0] == week, 1] for week in weeks]
    return np.array([end.min() for end in ends]), np.array([end.max() for end in ends])


def share(results, quantile, strategy="baseline", department="marketing", firm=0):
    series = results.bands["share"].sel(strategy=strategy, department=department, quantile=quantile)
    return 100 * series.isel(firm=firm).values


def weeks_of(results, name, strategy="baseline", firm=0):
    outcomes = results.dataset("outcomes").sel(strategy=strategy).isel(firm=firm)
    column = (
        outcomes["marginalised_week"]
        if name == "marginalised"
        else outcomes["line_week"].sel(line=name)
    )
    return column.values


CALM = """
title = "A calm world"
[run]
weeks = 104
replications = 12
[market]
customers = 20000
start_penetration = 0.1
[environment]
ai = { ceiling = 0.4, midpoint = 95, width = 15 }
[executive]
eta = 0.01
perception_noise = 1.0
[lines]
sustain = 4
structure = 0.15
budget = 0.8
[strategies.shout]
label = "Shout"
start = 20
mix = [1.0, 0.0, 0.0, 0.0]
ai_adoption = 1.0
"""


def test_the_value_gap_is_in_the_scenarios_currency(world):
    plain = Plot(world()).value_gap()
    rmb = Plot(world(WORLD + STRATEGIES, ("run.currency", "US$ m"), ("run.money", 0.5))).value_gap()
    assert plain.get_ylabel() == "value (money per 1,000 people and week)"
    assert rmb.get_ylabel() == r"value (US\$ m per 1,000 people and week)"
    before, after = (line(ax, "credited: last touch").get_ydata() for ax in (plain, rmb))
    np.testing.assert_allclose(after, 0.5 * np.asarray(before))


def test_strategies_names_harm_as_the_conclusion_does(world):
    results = world(CALM)
    conclusion = results.summary().to_dict()["conclusion"].replace("-", "−")
    assert "Harm: 'Shout' makes marketing marginalised in 4 of 12 replications" in conclusion
    said = title(Plot(results).strategies()).replace("‘", "'").replace("’", "'")
    assert conclusion.rstrip(".").endswith(
        said.removeprefix("No strategy of this scenario saves marketing. ")
    )
    assert said.startswith("No strategy of this scenario saves marketing. Harm: ")


def test_strategies_says_that_the_baseline_falls_after_the_span(world):
    plot = Plot(world(CALM, ("lines.judge", 30)))
    assert title(plot.strategies()).startswith(
        "Within the weeks in which strategies are judged there is nothing"
    )
    assert "or more includes it" in title(plot.strategies())
    with language("zh"):
        assert plot.strategies().get_title(loc="left").startswith("在策略的评判期内")


def test_budget_draws_the_median_share_of_every_department_in_its_colour(plot, hurried):
    ax = plot.budget()
    for department, look in DEPARTMENTS.items():
        drawn = line(ax, department)
        assert np.allclose(drawn.get_ydata(), share(hurried, 0.5, department=department))
        assert np.array_equal(drawn.get_xdata(), hurried.bands.week)
        assert drawn.get_color() == look.colour


def test_departments_have_the_colours_of_okabe_and_ito():
    assert {name: look.colour for name, look in DEPARTMENTS.items()} == {
        "product": "#0072B2",
        "marketing": "#D55E00",
        "sales": "#009E73",
        "operations": "#CC79A7",
    }
    assert len({look.dashes for look in DEPARTMENTS.values()}) == 4


def test_budget_shows_the_ranges_of_the_replications_as_bands(plot, hurried):
    ax = plot.budget(strategy="results")
    for low, high in ((0.05, 0.95), (0.25, 0.75)):
        bottom, top = edges(by_gid(ax, f"share {low}-{high}"))
        assert np.allclose(bottom, share(hurried, low, "results"), atol=1e-4)
        assert np.allclose(top, share(hurried, high, "results"), atol=1e-4)


def test_budget_says_how_far_marketing_falls_and_when_it_is_marginalised(plot, hurried):
    ax = plot.budget()
    median, weeks = share(hurried, 0.5), weeks_of(hurried, "marginalised")
    came = weeks[~np.isnan(weeks)]
    low, middle, high = np.quantile(came, [0.05, 0.5, 0.95])
    assert f"Marketing falls from {median[0]:.0f} % to {median[-1]:.0f} % of the budget" in title(
        ax
    )
    part = 100 * came.size / weeks.size
    often = f"week {middle:.0f} ({low:.0f}–{high:.0f}) in {part:.0f} % of the replications"
    assert title(ax).endswith(f"marginalised in {often}")


def test_budget_marks_each_line_that_is_crossed_at_its_median_week(plot, hurried):
    ax = plot.budget()
    for name in ("budget", "capability", "structure", "marginalised"):
        weeks = weeks_of(hurried, name)
        assert by_gid(ax, name).get_xdata()[0] == np.nanmedian(weeks)
    tops = {name: by_gid(ax, name).get_ydata()[0] for name in ("budget", "capability")}
    assert (tops["budget"] > tops["capability"]) == (
        np.nanmedian(weeks_of(hurried, "budget")) <= np.nanmedian(weeks_of(hurried, "capability"))
    )


def test_a_line_crossed_in_a_part_of_the_replications_says_in_how_many(plot, hurried):
    results = weeks_of(hurried, "budget", "results")
    part = np.count_nonzero(~np.isnan(results))
    assert 0 < part < results.size
    marks = [
        text for text in texts(plot.budget(strategy="results")) if text.startswith("budget line")
    ]
    assert len(marks) == 1 and marks[0].endswith(
        f"in {100 * part / results.size:.0f} % of the replications"
    )


def test_the_stock_phase_is_shaded_from_its_median_week_on(plot, hurried):
    weeks = hurried.dataset("outcomes").stock_phase_week.sel(strategy="baseline").values
    low, middle, high = np.quantile(weeks, [0.05, 0.5, 0.95])
    for draw in (plot.budget, plot.lines, plot.value_gap, plot.market):
        ax = draw(plt.figure(figsize=(14, 5)).add_subplot())
        shade, change = by_gid(ax, "stock phase"), by_gid(ax, "phase change")
        assert (shade.get_x(), shade.get_x() + shade.get_width()) == (middle, 159)
        assert (change.get_x(), change.get_x() + change.get_width()) == pytest.approx((low, high))
        assert "growth market" in texts(ax)
        assert f"stock market from week {middle:.0f} ({low:.0f}–{high:.0f})" in texts(ax)


def test_a_market_that_never_stops_growing_has_no_stock_phase(world):
    ax = Plot(world(WORLD, ("market.inflow", 0.5), ("run.replications", 3))).budget()
    assert "growth market throughout: no stock phase" in texts(ax)
    assert not [artist for artist in ax.get_children() if artist.get_gid() == "stock phase"]


def test_budget_compares_with_another_strategy(plot, hurried):
    ax = plot.budget(strategy="results", against="baseline")
    assert np.allclose(line(ax, "against").get_ydata(), share(hurried, 0.5))
    assert any("dotted: marketing, baseline" in text.replace("\n", " ") for text in texts(ax))


def test_budget_of_a_rival_is_found_by_number_and_by_name(plot, hurried):
    by_number, by_name = plot.budget(firm=1), plot.budget(firm="rival 1")
    expected = share(hurried, 0.5, firm=1)
    assert np.allclose(line(by_number, "marketing").get_ydata(), expected)
    assert np.allclose(line(by_name, "marketing").get_ydata(), expected)
    assert title(by_name).startswith("rival 1: ")


def test_lines_draw_the_share_of_replications_that_crossed_by_each_week(plot, hurried):
    ax = plot.lines()
    curves = dict(zip(("budget", "capability", "structure", "marginalised"), ax.lines, strict=True))
    for name, curve in curves.items():
        weeks = weeks_of(hurried, name)
        expected = [100 * np.mean(weeks <= week) for week in hurried.bands.week.values]
        assert np.allclose(curve.get_ydata(), expected)
        assert curve.get_drawstyle() == "steps-post"
        assert (
            f"{100 * np.mean(~np.isnan(weeks)):.0f} %, week {np.nanmedian(weeks):.0f}"
            in curve.get_label()
        )


def test_lines_say_in_which_order_the_lines_are_crossed(plot, hurried):
    said = title(plot.lines())
    medians = {
        name: np.nanmedian(weeks_of(hurried, name))
        for name in ("budget", "capability", "structure")
    }
    places = [
        said.index(f"{name} line week {medians[name]:.0f}")
        for name in sorted(medians, key=medians.get)
    ]
    assert places == sorted(places)


def test_lines_compare_strategies_by_one_event(plot, hurried):
    ax = plot.lines(strategies=["baseline", "results"])
    for curve, strategy in zip(ax.lines, ("baseline", "results"), strict=True):
        weeks = weeks_of(hurried, "marginalised", strategy)
        assert curve.get_ydata()[-1] == pytest.approx(100 * np.mean(~np.isnan(weeks)))
    assert "baseline 100 %" in title(ax)
    with pytest.raises(ValueError, match="one event"):
        plot.lines(strategies=["baseline", "results"], events=["budget", "structure"])
    with pytest.raises(ValueError, match="1 to 6"):
        plot.lines(strategies=["baseline"] * 7)


@pytest.fixture(scope="module")
def facts(hurried):
    """The same results as the summary tells them."""
    return hurried.summary().to_dict()


def test_strategies_draw_verdicts_and_intervals_of_the_summary(plot, facts):
    ax = plot.strategies(order="scenario")
    told = facts["strategies"]
    there = [name for name in VERDICTS if any(one["verdicts"][name] for one in told)]
    assert len(there) > 2
    assert [text.get_text() for text in ax.get_legend().get_texts()] == [
        say(name) for name in there
    ]
    for verdict, bars in zip(there, ax.containers, strict=False):
        widths = [bar.get_width() for bar in bars]
        assert widths == pytest.approx([100 * one["verdicts"][verdict] for one in told])
        assert {colors.to_hex(bar.get_facecolor()).upper() for bar in bars} == {VERDICTS[verdict]}
    whiskers = [
        one for one in ax.containers if str(one.lines[0].get_gid() if hasattr(one, "lines") else "")
    ]
    points = [one for one in whiskers if hasattr(one, "lines")]
    for point, one in zip(points, told, strict=True):
        assert point.lines[0].get_xdata()[0] == pytest.approx(100 * one["averted_or_reversed"])
        (segment,) = point.lines[2][0].get_segments()
        assert segment[:, 0] == pytest.approx(100 * np.array(one["averted_or_reversed_95"]))


def test_strategies_draw_where_other_lines_lead(plot, facts):
    ax = plot.strategies(order="scenario")
    drawn = {line.get_gid(): float(line.get_xdata()[0]) for line in ax.lines if line.get_gid()}
    expected = {
        f"{name} {one['name']}": 100 * one[name]["averted_or_reversed"]
        for one in facts["strategies"]
        for name in ("lenient", "strict")
        if one[name]["averted_or_reversed"] != one["averted_or_reversed"]
    }
    triangles = {gid: x for gid, x in drawn.items() if not gid.startswith("saved")}
    assert triangles == pytest.approx(expected) and expected
    notes = " ".join(text.get_text() for text in ax.texts).replace("\n", " ")
    assert "crisis lines 20 % lower, higher" in notes


def test_the_verdicts_have_colours_of_their_own():
    def lightness(colour):
        red, green, blue = colors.to_rgb(colour)
        return 0.299 * red + 0.587 * green + 0.114 * blue

    assert list(VERDICTS) == [*_core.verdicts()[1:], "not_begun"]
    assert len(set(VERDICTS.values())) == len(VERDICTS)
    threatened = ["reversed", "averted", "transformed", "contained", "lost"]
    shades = [lightness(VERDICTS[name]) for name in threatened]
    assert shades == sorted(shades) and min(np.diff(shades)) > 0.08


def test_strategies_draw_paired_differences_of_the_summary(plot, facts):
    ax = plot.strategies(order="scenario")
    npv, others = (panel for panel in ax.figure.axes if panel is not ax)
    for panel, name in ((npv, "npv_difference"), (others, "other_departments_budget_difference")):
        for point, one in zip(panel.containers, facts["strategies"], strict=True):
            difference = one[name]
            scale = 100 * difference["relative"] / difference["mean"] if difference["mean"] else 0.0
            assert point.lines[0].get_xdata()[0] == pytest.approx(100 * difference["relative"])
            (segment,) = point.lines[2][0].get_segments()
            assert segment[:, 0] == pytest.approx(scale * np.array(difference["mean_95"]))


def test_strategies_are_sorted_and_have_their_labels(plot, facts):
    def drawn(order):
        return [label.get_text() for label in plot.strategies(order=order).get_yticklabels()]

    told = {one["label"].replace("$", r"\$"): one for one in facts["strategies"]}
    assert drawn("scenario") == list(told)
    npv = [told[label]["npv_difference"]["mean"] for label in drawn("npv")]
    assert npv == sorted(npv, reverse=True)
    saved = [told[label]["averted_or_reversed"] for label in drawn("saved")]
    assert saved == sorted(saved, reverse=True) and saved[0] > 0
    with pytest.raises(ValueError, match="'saved', 'npv' and 'scenario'"):
        plot.strategies(order="luck")


def test_strategies_say_which_saves_marketing_most_often(plot, facts):
    best = max(facts["strategies"], key=lambda one: one["averted_or_reversed"])
    saved = 100 * best["averted_or_reversed"]
    low, high = (100 * end for end in best["averted_or_reversed_95"])
    said = title(plot.strategies())
    assert said.startswith(f"Best: ‘{best['label']}’ saves marketing in {saved:.0f} %")
    assert f"(95 % interval {low:.0f}–{high:.0f})" in said
    change = 100 * best["npv_difference"]["relative"]
    assert f"off with ‘{best['label']}’: NPV {change:+.1f} %".replace("-", "−") in said


def test_value_gap_draws_both_ledgers_per_head(plot, hurried):
    ax = plot.value_gap()
    where = {"strategy": "baseline", "department": "marketing", "quantile": 0.5}
    for name in ("contributed", "credited"):
        (drawn,) = [one for one in ax.lines if one.get_label().startswith(name)]
        expected = hurried.bands[name].sel(where).isel(firm=0).values / 20  # 20 thousand people
        assert np.allclose(drawn.get_ydata(), expected)
    means = hurried.means.sel(strategy="baseline", department="marketing").isel(firm=0)
    ratio = float(means.credited.sum() / means.contributed.sum())
    assert f"credited with {100 * ratio:.0f} % of the value" in title(ax)


def test_value_gap_draws_shares_of_all_departments(plot, hurried):
    ax = plot.value_gap(unit="share", department="sales")
    means = hurried.means.sel(strategy="baseline").isel(firm=0)
    for name, drawn in zip(("contributed", "credited"), ax.lines, strict=True):
        expected = 100 * means[name].sel(department="sales") / means[name].sum("department")
        assert np.allclose(drawn.get_ydata(), expected)
    low, high = edges(by_gid(ax, "gap"))
    drawn = np.array([one.get_ydata() for one in ax.lines])
    assert np.allclose(low, drawn.min(axis=0)) and np.allclose(high, drawn.max(axis=0))


@pytest.mark.parametrize("factor", [1.5, 0.0])
def test_value_gap_draws_the_causal_value_of_a_grant(world, factor):
    plain, granted = world(WORLD), world(WORLD + GRANT.format(factor=factor))
    ax = Plot(plain).value_gap(causal=granted)
    weight = np.exp(-0.002 * np.arange(30, 50))

    def over(results, name):
        series = results.means[name].sel(strategy="baseline", department="marketing").isel(firm=0)
        return float((series.values[30:50] * weight).sum())

    npv = [
        results.dataset("outcomes").npv.sel(strategy="baseline").isel(firm=0)
        for results in (plain, granted)
    ]
    extra = over(granted, "cost") - over(plain, "cost")
    expected = (float((npv[1] - npv[0]).mean()) + extra) / (factor - 1) / (20 * weight.sum())
    (drawn,) = [one for one in ax.lines if one.get_label().startswith("causal")]
    assert np.array_equal(drawn.get_xdata(), [30, 50])
    assert drawn.get_ydata() == pytest.approx([expected] * 2)
    assert f"credited {over(plain, 'credited') / (20 * weight.sum()):.3g}" in title(ax)
    assert f"causal value {expected:.3g}" in title(ax)


def test_value_gap_refuses_what_is_no_experiment(world):
    plain, granted = world(WORLD), world(WORLD + GRANT.format(factor=1.5))
    other = world(WORLD + GRANT.format(factor=1.5), ("run.seed", 2))
    for results, reason in ((plain, "one grant more"), (other, "the same scenario")):
        with pytest.raises(ValueError, match=reason):
            Plot(plain).value_gap(causal=results)
    with pytest.raises(ValueError, match="not firm 0 sales"):
        Plot(plain).value_gap(causal=granted, department="sales")
    with pytest.raises(ValueError, match="unit='money'"):
        Plot(plain).value_gap(causal=granted, unit="share")


def test_market_stacks_users_and_non_users_to_all_people(plot, hurried):
    ax = plot.market()
    means = hurried.means.sel(strategy="baseline")
    people = means.users_end.sum("firm") + means.nonusers
    shares = [*(means.users_end / people).values.T, (means.nonusers / people).values]
    areas = [
        artist for artist in ax.collections if artist.get_label() in ("focal", "rival 1", "rival 2")
    ]
    areas += [artist for artist in ax.collections if artist.get_label() == "non-users"]
    tops = 100 * np.cumsum(shares, axis=0)
    for area, top in zip(areas, tops, strict=True):
        assert np.allclose(edges(area)[1], top, atol=1e-3)
    assert np.allclose(tops[-1], 100)
    switchers = 100 * hurried.bands.zero_sum.sel(strategy="baseline", quantile=0.5).values
    below = ax.figure.axes[1]
    assert np.allclose(line(below, "zero_sum").get_ydata(), switchers)
    assert (ax.get_ylabel(), below.get_ylabel()) == ("people (%)", "customers won (%)")
    assert f"switchers {switchers[-1]:.0f} %" in texts(ax)
    assert len(plot.market(switchers=False).figure.axes) == 1
    assert f"{100 * (1 - shares[-1][-1]):.0f} % at the end" in title(ax)
    assert f"switchers make up at most {switchers.max():.0f} % of customers won" in title(ax)


def test_market_tells_many_rivals_as_one_and_knows_one_firm_without_rivals(world):
    many = WORLD.replace("start_penetration = 0.15", "start_penetration = 0.1")
    eight = Plot(world(many, ("market.firms", 8), ("run.replications", 2))).market()
    assert any(text.startswith("3 more rivals: ") for text in texts(eight))
    alone = Plot(world(WORLD, ("market.firms", 1), ("run.replications", 2))).market()
    assert "switchers" not in " ".join([title(alone), *texts(alone)])


def test_one_run_has_no_bands_and_says_no_shares_of_replications(world):
    for results in (
        world(WORLD + STRATEGIES, ("market.kind", "mean_field")),
        world(WORLD + STRATEGIES, ("run.replications", 1)),
    ):
        one = Plot(results)
        for ax in (one.budget(), one.lines(), one.value_gap(), one.market(), one.strategies()):
            assert not [band for band in ax.collections if "0.05-0.95" in str(band.get_gid())]
            assert "replications" not in title(ax)
            assert "nan" not in title(ax)
            ax.figure.canvas.draw()


def test_unknown_names_are_refused_with_those_that_exist(plot):
    for draw in (plot.budget, plot.market, plot.value_gap):
        with pytest.raises(
            ValueError,
            match="no strategy 'wish'; there are 'baseline', 'embed', 'results', 'never'",
        ):
            draw(strategy="wish")
    with pytest.raises(ValueError, match="no strategy 'wish'"):
        plot.lines(strategies="wish")
    with pytest.raises(ValueError, match="no strategy 'wish'"):
        plot.strategies(strategies=["wish"])
    with pytest.raises(ValueError, match="no firm 3; there are 0 to 2"):
        plot.budget(firm=3)
    with pytest.raises(ValueError, match="no firm 'us'; there are 'focal', 'rival 1', 'rival 2'"):
        plot.value_gap(firm="us")
    with pytest.raises(ValueError, match="no event 'gone'; there are 'budget'"):
        plot.lines(events=["gone"])
    with pytest.raises(ValueError, match="no department 'legal'; there are 'product'"):
        plot.budget(department="legal")


def test_without_strategies_there_is_nothing_to_compare(world):
    with pytest.raises(ValueError, match=r"add \[strategies.NAME\]"):
        Plot(world(WORLD)).strategies()
    assert not plt.get_fignums()

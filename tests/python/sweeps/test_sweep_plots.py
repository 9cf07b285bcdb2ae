"""Plots of sweeps say what was run and no more, in both languages."""

import matplotlib.pyplot as plt
import numpy
import pytest

import orgsim
from orgsim.language import language
from orgsim.plots.swept import Swept


@pytest.fixture(autouse=True)
def figures_are_closed():
    plt.switch_backend("Agg")
    yield
    plt.close("all")


@pytest.fixture(scope="module")
def wide():
    """A hundred mean fields."""
    from swept_world import WORLD

    scenario = orgsim.Scenario.from_toml(WORLD)
    scenario.market.kind = "mean_field"
    vary = {"market.taste": (1, 5), "executive.eta": (0.001, 0.004), "economics.price": (0.9, 1.1)}
    return orgsim.sweep(scenario, vary=vary, points=100, strategies=["embed"], threads=2)


@pytest.fixture(scope="module")
def found():
    from swept_world import WORLD

    vary = {"market.taste": (1, 5), "economics.price": (0.5, 1.5)}
    return orgsim.sensitivity(
        orgsim.Scenario.from_toml(WORLD), vary=vary, of=["npv", "saved"], trajectories=8, quiet=True
    )


@pytest.fixture(scope="module")
def long():
    """Keys with long names."""
    from swept_world import WORLD

    vary = {"strategies.embed.start": (3, 29), "market.contact.word_of_mouth": (0.001, 0.1)}
    scenario = orgsim.Scenario.from_toml(WORLD)
    call = {"strategies": ["embed"], "trajectories": 4, "quiet": True}
    return orgsim.sensitivity(scenario, vary=vary, of="saved", **call)


def title(ax):
    return ax.get_title(loc="left").replace("\n", " ")


def caption(ax):
    return " ".join(text.get_text().replace("\n", " ") for text in ax.texts)


def test_response_shows_means_of_neighbours_and_their_intervals(wide):
    ax = wide.plot.response("npv", x="economics.price")
    line = ax.containers[0].lines[0]
    order = numpy.argsort(wide.points["economics.price"], kind="stable")
    npv = wide.outcomes[wide.outcomes["strategy"] == "baseline"]["npv"].to_numpy()
    expected = [npv[rows].mean() for rows in numpy.array_split(order, 10)]
    numpy.testing.assert_allclose(line.get_ydata(), expected)
    assert title(ax).startswith("Firm's NPV: ") and " at economics.price 0.9" in title(ax)
    assert "100 points, 1 replication each (mean field), seed 1" in caption(ax)
    assert "also varying: market.taste, executive.eta" in caption(ax)
    assert ax.get_ylabel() == "firm's NPV (money)"


def test_a_title_claims_no_difference_that_intervals_do_not_show(wide):
    assert "no clear difference" in title(wide.plot.response("npv", x="executive.eta"))


def test_levels_are_shown_one_by_one_with_intervals_over_points(swept):
    ax = swept.plot.response("npv", x="executive.eta", strategy="embed")
    assert list(ax.containers[0].lines[0].get_xdata()) == [0.001, 0.002]
    assert title(ax).startswith("‘embed’: ")


def test_a_point_alone_has_the_interval_over_its_replications(swept_world):
    vary = {"market.taste": [2.0, 3.0]}
    swept = orgsim.sweep(swept_world, vary=vary, design="grid", replications=4, strategies=[])
    ax = swept.plot.response("npv", x="market.taste")
    (bars,) = [c for c in ax.containers if hasattr(c, "has_yerr")]
    segments = bars.lines[2][0].get_segments()
    for point, segment in enumerate(segments):
        values = swept.outcomes[swept.outcomes["point"] == point]["npv"]
        numpy.testing.assert_allclose(segment[:, 1], orgsim._core.mean_interval(values))
    assert "points: means over replications" in caption(ax)


def test_map_colours_cells_by_their_mean_and_leaves_empty_ones_white(wide):
    ax = wide.plot.map("npv", "market.taste", "economics.price")
    mesh = ax.collections[0]
    assert mesh.get_array().shape == (5, 5)
    points = wide.points
    npv = wide.outcomes[wide.outcomes["strategy"] == "baseline"]["npv"].to_numpy()
    ends = [numpy.linspace(points[key].min(), points[key].max(), 6) for key in wide.keys]
    inside = (points["market.taste"] < ends[0][1]) & (points["economics.price"] < ends[2][1])
    if inside.any():
        assert numpy.isclose(mesh.get_array()[0, 0], npv[inside].mean())
    assert "from the lowest cell to the highest" in title(ax)
    saved = wide.plot.map("saved", "market.taste", "executive.eta", strategy="embed")
    assert saved.collections[0].get_clim() == (0, 100)


def test_tornado_has_the_strongest_key_on_top_and_says_what_is_unclear(found):
    ax = found.plot.tornado("npv")
    labels = [label.get_text() for label in ax.get_yticklabels()]
    rows = found.indices[(found.indices["of"] == "npv") & (found.indices["strategy"] == "baseline")]
    assert labels == list(rows["key"])
    widths = [bar.get_width() for bar in ax.patches]
    numpy.testing.assert_allclose(widths, rows["mu_star"])
    assert title(ax) == f"Firm's NPV depends on {labels[0]} most"
    assert "bootstrap" in caption(ax)
    with pytest.raises(ValueError, match="there is no measure 'began'; there are 'npv', 'saved'"):
        found.plot.tornado("began")


def test_where_no_key_matters_the_title_says_so(found):
    saved = found.indices[found.indices["of"] == "saved"]
    if saved["mu_star"].eq(0).all():
        assert "none of the keys changes it" in title(found.plot.tornado("saved"))


def test_a_title_rounds_no_share_to_none_or_all(swept):
    saved = Swept(swept, "saved", "embed")
    assert [saved.number(share) for share in (0, 0.3, 99.7, 100)] == [
        "0 %",
        "0.3 %",
        ">99 %",
        "100 %",
    ]


def test_what_is_not_there_is_refused_with_what_there_is(swept):
    with pytest.raises(ValueError, match="there is no key 'market.tast'; there are 'market.taste'"):
        swept.plot.response("npv", x="market.tast")
    with pytest.raises(ValueError, match="there is no outcome 'nvp'"):
        swept.plot.response("nvp", x="market.taste")
    with pytest.raises(
        ValueError, match="'saved' is of a strategy; name one: there are 'embed', 'later'"
    ):
        swept.plot.response("saved", x="market.taste")
    with pytest.raises(ValueError, match="there is no strategy 'embd'"):
        swept.plot.map("npv", "market.taste", "executive.eta", strategy="embd")
    with pytest.raises(ValueError, match="a map is over two keys"):
        swept.plot.map("npv", "market.taste", "market.taste")


@pytest.mark.parametrize("one", ["en", "zh"])
def test_no_text_is_cut_and_every_character_has_a_glyph(wide, found, long, one, recwarn):
    with language(one):
        drawn = [
            wide.plot.response("npv", x="market.taste"),
            wide.plot.map("npv", "market.taste", "economics.price"),
            found.plot.tornado("npv"),
            long.plot.tornado("saved"),
        ]
        for ax in drawn:
            ax.figure.canvas.draw()
            edge = ax.figure.bbox
            texts = [ax._left_title, *ax.texts, ax.xaxis.label, ax.yaxis.label]
            for text in (one for one in texts if one.get_text()):
                box = text.get_window_extent()
                assert box.x0 >= edge.x0 - 1 and box.y0 >= edge.y0 - 1, text.get_text()
                assert box.x1 <= edge.x1 + 1 and box.y1 <= edge.y1 + 1, text.get_text()
    assert not [one for one in recwarn if "Glyph" in str(one.message)]


def test_axes_that_are_given_are_used(wide, found):
    figure, axes = plt.subplots(1, 3, figsize=(20, 5))
    before = plt.get_fignums()
    assert wide.plot.response("npv", x="market.taste", ax=axes[0]) is axes[0]
    assert wide.plot.map("npv", "market.taste", "economics.price", ax=axes[1]) is axes[1]
    assert found.plot.tornado(ax=axes[2]) is axes[2]
    assert plt.get_fignums() == before and figure.axes[:3] == list(axes)


def test_what_only_strategies_have_is_drawn_of_one(swept_world):
    vary = {"market.taste": (1, 5)}
    swept = orgsim.sweep(swept_world, vary=vary, points=4, strategies=["embed"])
    ax = swept.plot.response("saved_strict", x="market.taste")
    assert ax.get_ylabel() == "marketing saved with higher crisis lines (%)"
    ax = swept.plot.response("standing_real_share", x="market.taste")
    assert ax.get_ylabel() == "real share" and "embed" in ax.get_title(loc="left")
    with pytest.raises(ValueError, match="there is no strategy 'baseline'"):
        swept.plot.response("standing_real_share", x="market.taste", strategy="baseline")


def test_intervals_count_the_luck_that_all_points_share(swept_world):
    """On common random numbers points that differ in nothing that matters are one run, not many."""
    vary = {"market.network.rewiring": (0.0, 0.5)}
    swept = orgsim.sweep(swept_world, vary=vary, points=30, replications=4, strategies=["embed"])
    ax = swept.plot.response("npv", x="market.network.rewiring")
    one = swept.outcomes[
        (swept.outcomes["point"] == 0) & (swept.outcomes["strategy"] == "baseline")
    ]
    low, high = orgsim._core.mean_interval(one["npv"])
    for segment in ax.containers[0].lines[2][0].get_segments():
        numpy.testing.assert_allclose(segment[:, 1], (low, high))
    saved = swept.plot.response("saved", x="market.network.rewiring")
    rows = swept.outcomes[(swept.outcomes["point"] == 0) & (swept.outcomes["strategy"] == "embed")]
    kept = int(rows["verdict"].isin(["averted", "reversed"]).sum())
    assert kept in (0, 4)
    expected = [100 * end for end in orgsim._core.wilson(kept, 4)]
    segment = saved.containers[0].lines[2][0].get_segments()[0]
    numpy.testing.assert_allclose(segment[:, 1], expected, atol=1e-9)

"""The front of a search: what a strategy is worth against how often it saves marketing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.words import plain, say, translated

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

    from orgsim.optimising import Optimised
    from orgsim.optimising.text import Said

_MOST_SHAPES = 1000


class FrontPlot(Fixed):
    """The plot of a search: ``found.plot.front()``."""

    def __init__(self, found: Optimised) -> None:
        self._found = found

    def front(self, *, ax: Axes | None = None) -> Axes:
        """Every strategy by the change of NPV (horizontal) and the share in which marketing is saved.

        The front and the catalogue stand where the runs put them that the search did not use, with 95 %
        intervals; grey points are all that was tried, on the search's own runs, which flatter the best.
        What it cannot show: what the strategies do. Returns the axes.
        """
        return _draw(self._found, ax)


def _draw(found: Optimised, ax: Axes | None) -> Axes:
    from orgsim.optimising.text import Said, units_of

    said = Said(found)
    scale = 100 / found.baseline_npv if said.in_percent else 1.0
    tried = found.candidates
    with style.canvas(ax, 8.0, 5.2) as axes:
        axes.plot(
            scale * tried["npv_gain"],
            100 * tried["saved"],
            "o",
            markersize=3,
            color=style.SOFT,
            alpha=0.35,
            linewidth=0,
            rasterized=len(tried) > _MOST_SHAPES,
            gid="tried",
        )
        _cross(axes, found.catalogue, scale, style.DEPARTMENTS["marketing"].colour, "catalogue")
        _cross(axes, found.front, scale, style.DEPARTMENTS["product"].colour, "front")
        for number, row in found.front.iterrows():
            axes.annotate(
                str(number),
                (scale * row["npv_gain"], 100 * row["saved"]),
                xytext=(5, 5),
                textcoords="offset points",
                fontsize=style.SMALL,
                color=style.INK,
            )
        axes.axvline(0, color=style.SOFT, linewidth=0.8)
        axes.set_ylim(-3, 103)
        money = plain(found.scenario.run.currency) or say("money")
        label = "front_axis_npv" if said.in_percent else "front_axis_npv_money"
        axes.set_xlabel(say(label, money=money), fontsize=style.TEXT, color=style.INK)
        style.label_y(axes, say("front_axis_saved"))
        notes = "front_notes" if found.has_luck else "front_notes_once"
        units = units_of(found.plan, found.plan.kept_out)
        origin = [plain(translated(found.scenario.title))] if found.scenario.title else []
        style.finish(axes, _title(said), [*origin, say(notes, units=units)])
    return axes


def _cross(axes: Axes, rows: pandas.DataFrame, scale: float, colour: str, gid: str) -> None:
    """Points with both of their intervals."""
    if not len(rows):
        return
    npv, saved = (rows[name].to_numpy(float) for name in ("npv_gain", "saved"))
    across = [npv - rows["npv_gain_low"], rows["npv_gain_high"] - npv]
    along = [saved - rows["saved_low"], rows["saved_high"] - saved]
    drawn = axes.errorbar(
        scale * npv,
        100 * saved,
        xerr=scale * np.maximum(across, 0),
        yerr=100 * np.maximum(along, 0),
        fmt="o",
        color=colour,
        markersize=5,
        elinewidth=1.0,
        alpha=0.85,
        zorder=4,
    )
    drawn[0].set_gid(gid)


def _title(said: Said) -> str:
    worth, saves = said.best("npv_gain"), said.best("saved")
    one = worth.name == saves.name
    share = say("front_percent", value=f"{100 * saves['saved']:.0f}")
    gaps = {"first": worth.name, "last": saves.name, "npv": said.npv(worth), "saved": share}
    if saves["saved"] == 0:
        return say("front_title_never", **gaps)
    return say("front_title_one" if one else "front_title", **gaps)

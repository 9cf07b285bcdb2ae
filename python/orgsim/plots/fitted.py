"""A firm's table over what the worlds that were fitted to it foresee."""

from __future__ import annotations

from typing import TYPE_CHECKING

import matplotlib as mpl
import numpy as np

from orgsim.plots import style
from orgsim.plots.words import capitalised, counted, say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from orgsim.fitting import Fit

_ACROSS, _HIGH = 9.0, 2.3  # inches: of the figure, and of a row of panels
_MOST_NAMES = 8
_MONEY = {"revenue", "product", "marketing", "sales", "operations"}


def draw(fit: Fit, currency: str | None) -> Figure:
    """See :meth:`orgsim.Fit.plot`."""
    import matplotlib.pyplot as plt

    foreseen = fit.foreseen
    columns = list(fit.table.columns)
    across = 1 if len(columns) == 1 else 2
    down = -(-len(columns) // across)
    figure = plt.figure(
        figsize=(_ACROSS, 1 + _HIGH * down), layout="constrained", facecolor="white"
    )
    with style._settings():
        panels = np.atleast_1d(figure.subplots(down, across)).ravel()
        for panel, column in zip(panels, columns, strict=False):
            style.tidy(panel)
            _panel(panel, foreseen[foreseen.column == column], column, currency)
        for panel in panels[len(columns) :]:
            panel.set_visible(False)
        figure.suptitle(
            say("fitted_title" if fit.fits else "fitted_title_none"),
            x=0.01,
            ha="left",
            fontsize=style.TITLE,
            fontweight="bold",
            fontfamily=mpl.rcParams["font.family"],
            color=style.INK,
        )
        worlds = counted(len(fit), "fitted_one", "fitted_many")
        notes = say("fitted_notes")
        figure.supxlabel(
            f"{worlds} · {notes}",
            x=0.01,
            ha="left",
            fontsize=style.SMALL,
            color=style.SOFT,
        )
    return figure


def _panel(ax: Axes, rows: pandas.DataFrame, column: str, currency: str | None) -> None:
    places = np.arange(len(rows))
    blue = style.VERDICTS["averted"]
    low, high = rows["low_5"].to_numpy(float), rows["high_95"].to_numpy(float)
    ax.fill_between(places, low, high, color=style.VERDICTS["contained"], gid="band")
    ax.plot(places, rows["median"].to_numpy(float), color=blue, linewidth=1.6, gid="median")
    reported = rows["reported"].to_numpy(float)
    ax.plot(places, reported, "o", color=style.INK, markersize=3.5, gid="reported")
    beyond = int(np.isfinite(reported).nonzero()[0].max()) if np.isfinite(reported).any() else 0
    names = list(rows["quarter"])
    if names[-1].startswith("+"):
        ax.axvline(beyond + 0.5, color=style.SOFT, linewidth=0.8, linestyle=":", gid="today")
    step = -(-len(names) // _MOST_NAMES)
    ax.set_xticks(places[::step], names[::step])
    ax.set_xlim(-0.5, len(rows) - 0.5)
    ax.set_ylim(0, 1.08 * float(np.nanmax([np.nanmax(high), np.nanmax(reported)])))
    title = capitalised(say(f"fit_{column}"))
    if currency and column in _MONEY:
        title = say("with_unit", name=title, unit=currency)
    ax.set_title(
        title,
        loc="left",
        fontsize=style.TEXT,
        color=style.INK,
        fontfamily=mpl.rcParams["font.family"],
    )

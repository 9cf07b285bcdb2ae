"""Who is left: what firms follow over time, and how long departments last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.words import say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

    from orgsim.selects import Selected

# Okabe & Ito (2008), and dashes that tell lines apart in black and white; from the seventh on both anew.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
_DASHES = ("-", "--", "-.", ":")
_GONE = "#8E8E8E"


class SelectPlot(Fixed):
    """The plots of a selection: ``found.plot.shares()`` and ``found.plot.survival()``.

    Each returns the axes it drew on: those given as `ax`, or new ones. Raises ValueError for an unknown
    variant.
    """

    def __init__(self, found: Selected) -> None:
        self._found = found

    def shares(self, ax: Axes | None = None, *, variant: str = "default") -> Axes:
        """What firms follow, in per cent of all firms, by week: means over the runs with 95 % intervals by
        resampling markets. Grey are firms without a marketing department.
        """
        rows = _of(self._found.shares, self._found, variant)
        labels = list(dict.fromkeys(rows["label"]))
        with style.canvas(ax, 8.0, 4.8) as axes:
            for i, label in enumerate(labels):
                one = rows[rows["label"] == label]
                gone = i == len(labels) - 1
                _line(axes, one, "share", i, _GONE if gone else None)
            _frame(axes, say("select_shares_axis"))
            style.finish(axes, _title(rows), [say("select_notes")])
        return axes

    def survival(self, ax: Axes | None = None, *, variant: str = "default") -> Axes:
        """The departments that are left, in per cent, by what they began with (Kaplan-Meier), with 95 %
        intervals by resampling markets.
        """
        rows = _of(self._found.survival, self._found, variant)
        rows = rows[rows["departments"] > 0]
        with style.canvas(ax, 8.0, 4.8) as axes:
            for i, label in enumerate(dict.fromkeys(rows["label"])):
                _line(axes, rows[rows["label"] == label], "survival", i, None)
            _frame(axes, say("select_survival_axis"))
            style.finish(axes, _survival_title(rows), [say("select_survival_notes")])
        return axes


def _of(table: pandas.DataFrame, found: Selected, variant: str) -> pandas.DataFrame:
    return table[table["variant"] == found._variant(variant)]


def _line(axes: Axes, rows: pandas.DataFrame, value: str, number: int, colour: str | None) -> None:
    look: dict[str, Any] = {
        "color": colour or _COLOURS[number % len(_COLOURS)],
        "linestyle": _DASHES[(number + number // len(_COLOURS)) % len(_DASHES)],
    }
    weeks = rows["week"].to_numpy(float)
    low, middle, high = (
        100 * rows[f"{value}{end}"].to_numpy(float) for end in ("_low", "", "_high")
    )
    axes.fill_between(weeks, low, high, color=look["color"], alpha=0.13, linewidth=0)
    axes.plot(weeks, middle, label=str(rows["label"].iloc[0]), gid=value, **look)


def _frame(axes: Axes, label: str) -> None:
    axes.set_ylim(-2, 102)
    axes.set_xlabel(say("week_axis"), fontsize=style.TEXT, color=style.INK)
    style.label_y(axes, label)
    axes.legend(fontsize=style.SMALL, frameon=False, loc="upper left", bbox_to_anchor=(1, 1))


def _title(rows: pandas.DataFrame) -> str:
    """What most firms with a department follow at the end, as a sentence."""
    last = rows[rows["week"] == rows["week"].max()]
    left = last[last["strategy"].notna()]
    best = left.loc[left["share"].idxmax()]
    return say(
        "select_title",
        strategy=say("quoted", text=best["label"]),
        share=f"{100 * best['share']:.0f} %",
        gone=f"{100 * (1 - np.sum(left['share'])):.0f} %",
    )


def _survival_title(rows: pandas.DataFrame) -> str:
    last = rows[rows["week"] == rows["week"].max()]
    best, worst = (last.loc[last["survival"].agg(end)] for end in ("idxmax", "idxmin"))
    return say(
        "select_survival_title",
        best=say("quoted", text=best["label"]),
        high=f"{100 * best['survival']:.0f} %",
        worst=say("quoted", text=worst["label"]),
        low=f"{100 * worst['survival']:.0f} %",
    )

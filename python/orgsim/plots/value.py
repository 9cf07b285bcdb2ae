"""What departments and modes are worth: experiment beside the ledgers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.words import counted, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.valuations import Value

_LEDGERS = {"credited": ("D", "#E69F00"), "contributed": ("s", "#56B4E9")}


class ValuePlot(Fixed):
    """The plot of values: ``found.plot.returns()``."""

    def __init__(self, found: Value) -> None:
        self._found = found

    def returns(self, week: int | None = None, *, ax: Axes | None = None) -> Axes:
        """Money back for each unit of money, by experiment and by both ledgers, in a week (the first one).

        Points are causal returns with their 95 % intervals, diamonds what is credited, squares what is
        contributed. What it cannot show: what comes after the end of the run. Returns the axes. Raises
        ValueError for a week that was not measured.
        """
        returns = self._found.returns
        own = returns[returns["variant"] == returns["variant"].iloc[0]]
        weeks = list(dict.fromkeys(own["week"]))
        week = weeks[0] if week is None else week
        if week not in weeks:
            raise ValueError(f"week {week} was not measured; there are {weeks}")
        rows = own[own["week"] == week]
        places = np.arange(len(rows))
        causal = rows["causal"].to_numpy(float)
        ends = np.abs(rows[["causal_low", "causal_high"]].to_numpy(float).T - causal)
        with style.canvas(ax, 8.0, 1.9 + 0.36 * len(rows)) as axes:
            axes.errorbar(
                causal,
                places,
                xerr=ends,
                fmt="o",
                color=style.INK,
                capsize=2,
                label=say("value_causal"),
            )
            for ledger, (marker, colour) in _LEDGERS.items():
                axes.plot(
                    rows[ledger],
                    places,
                    marker,
                    color=colour,
                    markersize=6,
                    alpha=0.9,
                    label=say(f"value_{ledger}"),
                    gid=ledger,
                )
            axes.axvline(1, color=style.SOFT, linewidth=0.8, linestyle=":")
            axes.set_yticks(places, [_label(target) for target in rows["target"]])
            axes.invert_yaxis()
            axes.grid(axis="x", color=style.GRID, linewidth=0.6)
            axes.set_xlabel(say("value_axis"), fontsize=style.TEXT, color=style.INK)
            axes.legend(frameon=False, fontsize=style.SMALL)
            style.finish(axes, self._title(week), self._notes(), room=0.78)
        return axes

    def _title(self, week: int) -> str:
        agreement = self._found.agreement.set_index(["variant", "ledger"])["correlation"]
        own = self._found.agreement["variant"].iloc[0]
        return say(
            "value_title",
            week=week,
            credited=f"{agreement[(own, 'credited')]:.2f}",
            contributed=f"{agreement[(own, 'contributed')]:.2f}",
        )

    def _notes(self) -> list[str]:
        runs = next(iter(self._found.variants.values()))
        return [counted(runs, "replication", "replications"), say("value_plot_note")]


def _label(target: str) -> str:
    department, _, mode = target.partition(".")
    return "- " + say(f"mode_{mode}") if mode else say(department)

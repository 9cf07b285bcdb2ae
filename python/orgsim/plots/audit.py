"""Why a share moved, as a waterfall, and when cuts began."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.words import capitalised, counted, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.audits import Audited

TERMS = ("credit", "noise", "power", "equality", "rest")
_DOWN, _UP, _ALL = "#D55E00", "#0072B2", style.SOFT
_MARKERS = {"wrong": "X", "right": "o", "undecided": "s", None: "."}
_VERDICTS = {
    "wrong": "audit_is_wrong",
    "right": "audit_is_right",
    "undecided": "audit_is_undecided",
}


class AuditPlot(Fixed):
    """The plots of an audit: ``found.plot.terms()`` and ``found.plot.cuts()``."""

    def __init__(self, found: Audited) -> None:
        self._found = found

    def terms(self, *, ax: Axes | None = None) -> Axes:
        """Why the share moved: a waterfall of the five terms in log points, and their sum.

        What it cannot show: when each was at work. Returns the axes.
        """
        movement = self._found.movement
        own = movement[movement["variant"] == movement["variant"].iloc[0]].set_index("term")
        points = own.loc[list(TERMS), "points"].to_numpy(float)
        starts = np.concatenate([[0.0], np.cumsum(points)[:-1]])
        everything = float(own.loc["all", "points"])
        with style.canvas(ax, 8.0, 4.4) as axes:
            colours = [_DOWN if point < 0 else _UP for point in points]
            places = np.arange(len(TERMS) + 1)
            axes.bar(places[:-1], points, bottom=starts, color=colours, width=0.62, gid="terms")
            axes.bar(places[-1], everything, color=_ALL, width=0.62, gid="all")
            for place, level in zip(places[:-1], np.cumsum(points), strict=True):
                axes.plot(
                    [place + 0.31, place + 0.69], [level, level], color=style.SOFT, linewidth=0.7
                )
            axes.axhline(0, color=style.INK, linewidth=0.8)
            names = [say(f"audit_{term}") for term in (*TERMS, "all")]
            values = [*points, everything]
            axes.set_xticks(
                places, [f"{name}\n{_signed(one)}" for name, one in zip(names, values, strict=True)]
            )
            style.label_y(axes, say("audit_axis"))
            style.finish(axes, self._title(everything), self._notes("audit_plot_note"))
        return axes

    def cuts(self, *, ax: Axes | None = None) -> Axes:
        """Every cut: its first week and its depth, by department; whether it was right, by marker.

        What it cannot show: how long each went on. Returns the axes.
        """
        cuts = self._found.cuts
        cuts = cuts[cuts["variant"] == self._found.counts["variant"].iloc[0]]
        with style.canvas(ax, 8.0, 4.8) as axes:
            for (department, verdict), some in cuts.groupby(
                ["department", cuts["verdict"].fillna("")], sort=False
            ):
                axes.plot(
                    some["first_week"],
                    100 * np.expm1(some["points"].to_numpy(float) / 100),
                    linestyle="none",
                    marker=_MARKERS[verdict or None],
                    markersize=6,
                    alpha=0.75,
                    color=style.DEPARTMENTS[department].colour,
                    label=f"{say(department)}{_verdict(verdict)}",
                    gid=f"{department}:{verdict}",
                )
            axes.set_xlabel(say("week_axis"), fontsize=style.TEXT, color=style.INK)
            style.label_y(axes, say("audit_depth_axis"))
            if len(cuts):
                axes.legend(frameon=False, fontsize=style.SMALL)
            style.finish(axes, self._cuts_title(), self._notes("audit_cuts_note"))
        return axes

    def _title(self, points: float) -> str:
        first, last = self._found.weeks
        span = say("audit_span", first=first, last=last)
        moved = say(
            "audit_points", points=_signed(points), percent=_signed(100 * np.expm1(points / 100))
        )
        return say(
            "audit_title",
            department=capitalised(say(self._found.department)),
            span=span,
            moved=moved,
        )

    def _cuts_title(self) -> str:
        counts = self._found.counts.iloc[0]
        number = int(sum(counts[name] for name in style.DEPARTMENTS))
        cuts = counted(number, "audit_cut", "audit_cuts")
        if np.isnan(counts["share_wrong"]):
            return capitalised(cuts)
        return say("audit_cuts_title", cuts=cuts, share=f"{100 * counts['share_wrong']:.0f} %")

    def _notes(self, note: str) -> list[str]:
        replications = int(self._found.counts["replications"].iloc[0])
        return [counted(replications, "replication", "replications"), say(note)]


def _verdict(verdict: str) -> str:
    return f" · {say(_VERDICTS[verdict])}" if verdict else ""


def _signed(number: float) -> str:
    return f"{number:+.0f}".replace("-", "−")

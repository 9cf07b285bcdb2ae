"""The box in which it happens, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.key_rows import ACROSS, from_end_to_end, name_rows
from orgsim.plots.words import capitalised, plain, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.discovering import Discovered


class BoxPlot(Fixed):
    """The plot of a discovery: ``found.plot.box()``."""

    def __init__(self, found: Discovered) -> None:
        self._found = found

    def box(self, *, ax: Axes | None = None) -> Axes:
        """The keys that are restricted, the most important on top.

        Each key has a line of its own, from the lowest point to the highest by their order: half of the
        points lie left of the middle. Blue is what lies within the box, with its ends. What it cannot show:
        which points happen outside of the box. Returns the axes. Raises ValueError if there is no box.
        """
        if not len(self._found.box):
            raise ValueError("no key is restricted: there is no box to draw")
        return _draw(self._found, ax)


def _draw(found: Discovered, ax: Axes | None) -> Axes:
    from orgsim.discovering.text import event_of, range_of

    rows = found.box
    places = np.arange(len(rows))
    with style.canvas(ax, ACROSS, 1.9 + 0.42 * len(rows)) as axes:
        axes.barh(places, 1, height=0.7, color=style.GRID, gid="ranges")
        left, right = np.array([found.shares_below(row) for row in rows["key"]]).T
        blue = style.VERDICTS["transformed"]
        axes.barh(places, right - left, left=left, height=0.5, color=blue, gid="box")
        for place, (low, high) in enumerate(rows[["low", "high"]].to_numpy(float)):
            axes.text(
                float(left[place] + right[place]) / 2,
                place,
                range_of(low, high),
                ha="center",
                va="center",
                fontsize=style.SMALL,
                color=style.INK,
            )
        room = name_rows(axes, list(rows["key"]))
        from_end_to_end(axes, say("box_low"), say("box_middle"), say("box_high"))
        out = found.on_kept_out
        gaps = {
            "event": plain(event_of(found)),
            "density": f"{100 * out.density:.0f} %",
            "share": f"{100 * out.share:.0f} %",
            "coverage": f"{100 * out.coverage:.0f} %",
            "points": f"{out.points:,}",
        }
        title = capitalised(say("box_title", **gaps))
        style.finish(axes, title, [say("box_notes", **gaps)], room=room)
    return axes

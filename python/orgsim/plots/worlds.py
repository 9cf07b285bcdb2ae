"""What the evidence narrows, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.key_rows import ACROSS, from_end_to_end, name_rows
from orgsim.plots.words import counted, say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.ensemble import Worlds

_RANGE = (0.05, 0.95)


class WorldsPlot(Fixed):
    """The plot of worlds: ``found.plot.keys()``."""

    def __init__(self, found: Worlds) -> None:
        self._found = found

    def keys(self, most: int = 15, *, ax: Axes | None = None) -> Axes:
        """The keys that the evidence narrows most, up to `most`: where 90 % of the worlds lie.

        Each key has a line of its own, from the low end of its plausible range to the high end, on the
        key's scale: grey is where 90 % of the range's draws lie, blue where 90 % of the worlds do, with
        their median and, as a diamond, what the scenario itself has. What it cannot show: keys that are
        narrowed only together. Returns the axes. Raises ValueError if no world fits.
        """
        if not self._found.fit:
            raise ValueError(
                "no world fits the evidence: there is nothing to draw; see Worlds.targets"
            )
        return _draw(self._found, most, ax)


def _draw(found: Worlds, most: int, ax: Axes | None) -> Axes:
    rows = found.keys.head(most)
    places = np.arange(len(rows))
    with style.canvas(ax, ACROSS, 1.9 + 0.36 * len(rows)) as axes:
        axes.barh(
            places,
            _RANGE[1] - _RANGE[0],
            left=_RANGE[0],
            height=0.7,
            color=style.GRID,
            gid="ranges",
        )
        low, high = rows["unit_low_5"].to_numpy(float), rows["unit_high_95"].to_numpy(float)
        blue = style.VERDICTS["transformed"]
        axes.barh(places, high - low, left=low, height=0.42, color=blue, gid="worlds")
        medians = rows["unit_median"].to_numpy(float)
        axes.plot(medians, places, "|", color=style.INK, markersize=10, zorder=4, gid="medians")
        axes.plot(
            rows["unit_scenario"], places, "D", color=style.INK, markersize=4, zorder=5, gid="own"
        )
        room = name_rows(axes, list(rows["key"]))
        from_end_to_end(axes, say("worlds_low"), say("worlds_middle"), say("worlds_high"))
        style.finish(axes, _title(found), _notes(found), room=room)
    return axes


def _title(found: Worlds) -> str:
    first = found.keys.iloc[0]
    return say("worlds_keys_title", varied=first["key"], share=f"{100 * first['width']:.0f} %")


def _notes(found: Worlds) -> list[str]:
    worlds = counted(len(found), "worlds_one", "worlds_many")
    return [worlds, say("worlds_keys_notes")]

"""An outcome of a sweep over two keys, as colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import matplotlib as mpl
import numpy as np

from orgsim.plots import style
from orgsim.plots.swept import MOST_LEVELS, Mean, Swept, origin
from orgsim.plots.words import say

if TYPE_CHECKING:
    import numpy.typing as npt
    from matplotlib.axes import Axes

    from orgsim.plots.source import FloatArray
    from orgsim.sweeps import Sweep

_PER_CELL = 4  # points, on average
_WIDE = 0.25  # of the span of the colours


class Cells(NamedTuple):
    """The ends of a key's cells, their middles, and the cell of every point."""

    ends: FloatArray
    middles: FloatArray
    of_point: npt.NDArray[np.intp]


def draw(
    sweep: Sweep, ax: Axes | None, *, value: str, x: str, y: str, strategy: str | None
) -> Axes:
    """See :meth:`orgsim.plots.sweeps.SweepPlot.map`."""
    if x == y:
        raise ValueError(f"x and y are both '{x}'; a map is over two keys")
    swept = Swept(sweep, value, strategy)
    across, up = (_cells(swept, key) for key in (x, y))
    means = _means(swept, across, up)
    with style.canvas(ax, 8.0, 5.6) as axes:
        _paint(axes, swept, across, up, means)
        for key, cells, axis in ((x, across, axes.xaxis), (y, up, axes.yaxis)):
            if swept.is_log(key) and cells.ends[0] > 0:
                (axes.set_xscale if axis is axes.xaxis else axes.set_yscale)("log")
            axis.set_label_text(swept.axis_label(key), fontsize=style.TEXT, color=style.INK)
        axes.grid(False)
        notes = [say("map_notes"), say("map_wide")]
        others = [key for key in sweep.keys if key not in (x, y)]
        if others:
            notes.append(say("others_vary", keys=say("comma").join(others)))
        title = _title(swept, (x, y), across, up, means)
        style.finish(axes, title, [*origin(swept), *notes], above=10, room=0.8)
    return axes


def _cells(swept: Swept, key: str) -> Cells:
    """A cell for every value, or equal parts of the range on its scale."""
    values = swept.key(key)
    log = swept.is_log(key)
    at = np.log(values) if log else values
    levels = np.unique(at)
    if levels.size <= MOST_LEVELS:
        middle = (levels[1:] + levels[:-1]) / 2
        half = np.diff(levels)[[0, -1]] / 2 if levels.size > 1 else np.array([0.5, 0.5])
        ends = np.concatenate([[levels[0] - half[0]], middle, [levels[-1] + half[1]]])
        middles, of_point = levels, np.searchsorted(levels, at)
    else:
        count = int(np.clip(np.sqrt(values.size / _PER_CELL), 2, MOST_LEVELS))
        ends = np.linspace(levels[0], levels[-1], count + 1)
        middles = (ends[1:] + ends[:-1]) / 2
        of_point = np.clip(np.searchsorted(ends, at, side="right") - 1, 0, count - 1)
    return Cells(np.exp(ends), np.exp(middles), of_point) if log else Cells(ends, middles, of_point)


def _means(swept: Swept, across: Cells, up: Cells) -> dict[tuple[int, int], Mean]:
    """The mean of the points of every cell that has any, by its column and row."""
    places = np.stack([across.of_point, up.of_point], axis=1)
    return {
        (int(column), int(row)): swept.mean(np.flatnonzero((places == (column, row)).all(axis=1)))
        for column, row in np.unique(places, axis=0)
    }


def _paint(
    ax: Axes, swept: Swept, across: Cells, up: Cells, means: dict[tuple[int, int], Mean]
) -> None:
    colours = np.full((up.middles.size, across.middles.size), np.nan)
    for (column, row), mean in means.items():
        colours[row, column] = mean.value
    limits = (0.0, 100.0) if swept.scale == 100 else (np.nanmin(colours), np.nanmax(colours))
    mesh = ax.pcolormesh(
        across.ends, up.ends, colours, cmap="cividis", vmin=limits[0], vmax=limits[1]
    )
    span = float(np.nanmax(colours) - np.nanmin(colours))
    wide = [
        (across.middles[column], up.middles[row])
        for (column, row), mean in means.items()
        if np.isnan(mean.low) or mean.high - mean.low > _WIDE * span
    ]
    if wide and span > 0:
        ax.plot(*zip(*wide, strict=True), "o", markersize=3, color="white", gid="wide")
        ax.plot(*zip(*wide, strict=True), "o", markersize=1.6, color="black", linewidth=0)
    bar = ax.figure.colorbar(mesh, ax=ax, pad=0.02)
    bar.set_label(swept.label, fontsize=style.TEXT, color=style.INK)
    bar.ax.tick_params(labelsize=style.TEXT, labelcolor=style.INK)
    bar.ax.yaxis.label.set_fontfamily(mpl.rcParams["font.family"])
    bar.outline.set_visible(False)


def _title(
    swept: Swept,
    keys: tuple[str, str],
    across: Cells,
    up: Cells,
    means: dict[tuple[int, int], Mean],
) -> str:
    """The lowest cell and the highest, and where they are."""

    def placed(place: tuple[int, int]) -> str:
        return say(
            "map_place",
            value=swept.ranged(means[place]),
            x=keys[0],
            at_x=f"{across.middles[place[0]]:.3g}",
            y=keys[1],
            at_y=f"{up.middles[place[1]]:.3g}",
        )

    least = min(means, key=lambda place: means[place].value)
    most = max(means, key=lambda place: means[place].value)
    gaps = {"subject": swept.subject, "measure": swept.name}
    if means[least].value == means[most].value:
        return swept.begun(say("map_same", value=swept.ranged(means[least]), **gaps))
    return swept.begun(say("map_title", least=placed(least), most=placed(most), **gaps))

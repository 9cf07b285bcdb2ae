"""An outcome of a sweep over one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from orgsim.plots import style
from orgsim.plots.swept import MOST_LEVELS, Mean, Swept, origin
from orgsim.plots.words import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.plots.source import FloatArray
    from orgsim.sweeps import Sweep

_BINS = 10
_LEAST = 5  # points of a bin
_MOST_SHAPES = 1000


def draw(sweep: Sweep, ax: Axes | None, *, value: str, x: str, strategy: str | None) -> Axes:
    """See :meth:`orgsim.plots.sweeps.SweepPlot.response`."""
    swept = Swept(sweep, value, strategy)
    at = swept.key(x)
    groups = _groups(at)
    places = np.array([at[rows].mean() for rows in groups])
    means = [swept.mean(rows) for rows in groups]
    with style.canvas(ax) as axes:
        if swept.is_log(x):
            axes.set_xscale("log")
        drawn: dict[str, Any] = {
            "markersize": 3,
            "color": style.SOFT,
            "alpha": 0.35,
            "linewidth": 0,
        }
        # Thousands of points are an image within the picture, so that its file stays small.
        axes.plot(at, swept.means, "o", rasterized=at.size > _MOST_SHAPES, **drawn)
        _line(axes, places, means)
        if swept.scale == 100:
            axes.set_ylim(-3, 103)
        axes.set_xlabel(swept.axis_label(x), fontsize=style.TEXT, color=style.INK)
        style.label_y(axes, swept.label)
        notes = [say("response_points")]
        if len(swept.points) > len(groups):
            notes = [say("response_notes")]
        if len(sweep.keys) > 1:
            others = [key for key in sweep.keys if key != x]
            notes.append(say("others_vary", keys=say("comma").join(others)))
        style.finish(axes, _title(swept, x, places, means), [*origin(swept), *notes])
    return axes


def _groups(at: FloatArray) -> list[Any]:
    """Rows with the same value, or of neighbours."""
    levels = np.unique(at)
    if levels.size <= MOST_LEVELS:
        return [np.flatnonzero(at == level) for level in levels]
    bins = max(2, min(_BINS, at.size // _LEAST))
    return list(np.array_split(np.argsort(at, kind="stable"), bins))


def _line(ax: Axes, places: FloatArray, means: list[Mean]) -> None:
    values = np.array([mean.value for mean in means])
    ends = np.array([[mean.low, mean.high] for mean in means]).T
    ends = np.where(np.isnan(ends), values, ends)
    ax.errorbar(
        places,
        values,
        yerr=np.maximum(np.abs(ends - values), 0),
        fmt="o-",
        color=style.DEPARTMENTS["product"].colour,
        markersize=5,
        linewidth=1.8,
        elinewidth=1.4,
        capsize=3,
        zorder=4,
        gid="means",
    )


def _title(swept: Swept, x: str, places: FloatArray, means: list[Mean]) -> str:
    """From the lowest value of the key to the highest, and what stands out between them."""
    first, last = means[0], means[-1]
    gaps = {
        "subject": swept.subject,
        "measure": swept.name,
        "varied": x,
        "first": swept.ranged(first),
        "last": swept.ranged(last),
        "low": f"{places[0]:.3g}",
        "high": f"{places[-1]:.3g}",
    }
    if len(means) == 1:
        return swept.begun(say("response_one", **gaps))
    key = "response_unclear" if _overlap(first, last) else "response_title"
    title = say(key, **gaps)
    most = max(means[1:-1], key=lambda mean: mean.value, default=first)
    least = min(means[1:-1], key=lambda mean: mean.value, default=first)
    if all(most.low > end.high for end in (first, last)):
        title += _between("response_most", swept, most, places[means.index(most)])
    elif all(least.high < end.low for end in (first, last)):
        title += _between("response_least", swept, least, places[means.index(least)])
    return swept.begun(title)


def _between(key: str, swept: Swept, mean: Mean, place: float) -> str:
    return say(key, value=swept.ranged(mean), place=f"{place:.3g}")


def _overlap(one: Mean, other: Mean) -> bool:
    """Whether they cannot be told apart; without intervals, only if they are equal."""
    if np.isnan([one.low, other.low]).any():
        return one.value == other.value
    return one.low <= other.high and other.low <= one.high

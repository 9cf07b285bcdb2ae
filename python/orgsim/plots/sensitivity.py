"""Which keys matter, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.key_rows import ACROSS, name_rows
from orgsim.plots.source import FloatArray, known
from orgsim.plots.swept import Swept, origin
from orgsim.plots.words import say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

    from orgsim.sweeps import Sensitivity

_MOST_NAMED = 3  # keys in a title
_CAPTIONS = {"morris": "tornado_morris", "sobol": "tornado_sobol"}
_AXES = {"morris": "tornado_axis_morris", "sobol": "tornado_axis_sobol"}


class SensitivityPlot(Fixed):
    """The plot of a sensitivity: ``found.plot.tornado()``."""

    def __init__(self, found: Sensitivity) -> None:
        self._found = found

    def tornado(
        self,
        of: str | None = None,
        *,
        strategy: str | None = None,
        top: int | None = 20,
        ax: Axes | None = None,
    ) -> Axes:
        """A bar per key, the strongest on top, with its 95 % bootstrap interval.

        Of Morris' method mu*, of Sobol's the total index with a diamond for the first-order one. `of` is
        the first measure unless given, `strategy` the first that it is of. What a tornado cannot show:
        which way a key works, and which keys work together. Only the `top` strongest keys are drawn, or
        all if it is None. Returns the axes. Raises ValueError, naming what there is, for an unknown measure
        or strategy.
        """
        if top is not None and top < 1:
            raise ValueError(f"top is a number of keys from 1 on, or None for all, not {top}")
        table = self._found.indices
        measure = known("measure", of or table["of"].iloc[0], list(dict.fromkeys(table["of"])))
        rows = table[table["of"] == measure]
        chosen = known(
            "strategy",
            strategy or rows["strategy"].iloc[0],
            list(dict.fromkeys(rows["strategy"])),
        )
        return _draw(self._found, rows[rows["strategy"] == chosen], top, ax)


def _draw(found: Sensitivity, every: pandas.DataFrame, top: int | None, ax: Axes | None) -> Axes:
    index = "mu_star" if found.method == "morris" else "ST"
    rows = every if top is None else every.head(top)
    swept = Swept(found.sweep, rows["of"].iloc[0], rows["strategy"].iloc[0])
    # Shares are in % where they are drawn; Sobol's indices are shares of the variance.
    scale = swept.scale if found.method == "morris" else 1.0
    places = np.arange(len(rows))
    values, low, high = (
        scale * rows[name].to_numpy(float) for name in (index, f"{index}_low", f"{index}_high")
    )
    with style.canvas(ax, ACROSS, 1.9 + 0.36 * len(rows)) as axes:
        axes.barh(places, values, height=0.66, color=style.VERDICTS["transformed"], gid="bars")
        axes.errorbar(
            values,
            places,
            xerr=np.maximum([values - low, high - values], 0),
            fmt="none",
            ecolor=style.INK,
            elinewidth=1.3,
            capsize=3,
            zorder=4,
        )
        notes = [say(_CAPTIONS[found.method])]
        if found.method == "sobol":
            axes.plot(
                rows["S1"], places, "D", color=style.INK, markersize=4, zorder=5, clip_on=False
            )
        room = name_rows(axes, list(rows["key"]))
        if (low >= 0).all():
            axes.set_xlim(left=0)
        axes.grid(axis="x", color=style.GRID, linewidth=0.6)
        label = swept.label if found.method == "morris" else swept.name
        text = say(_AXES[found.method], measure=label)
        axes.set_xlabel(text, fontsize=style.TEXT, color=style.INK)
        if found.left_out:
            notes.append(say("tornado_left_out", number=found.left_out))
        if len(rows) < len(every):
            notes.append(say("tornado_top", shown=len(rows), number=len(every)))
        ends = scale * every[[f"{index}_low", f"{index}_high"]].to_numpy(float)
        title = _title(swept, list(every["key"]), float(values[0]), ends)
        style.finish(axes, title, [*origin(swept), *notes], room=room)
    return axes


def _title(swept: Swept, keys: list[str], strongest: float, ends: FloatArray) -> str:
    """The strongest, and those that cannot be told apart from it; `ends` of all intervals."""
    gaps = {"subject": swept.subject, "measure": swept.name, "varied": keys[0]}
    low, high = ends.T
    if high[0] <= 0 or strongest == 0:
        return swept.begun(say("tornado_none", **gaps))
    equal = [key for key, end in zip(keys[1:], high[1:], strict=True) if end >= low[0]]
    if equal:
        shown = equal if len(equal) <= _MOST_NAMED + 1 else equal[:_MOST_NAMED]
        others = say("comma").join(shown)
        if len(shown) < len(equal):
            others = say("tornado_more", others=others, number=len(equal) - len(shown))
        return swept.begun(say("tornado_unclear", others=others, **gaps))
    return swept.begun(say("tornado_title", **gaps))

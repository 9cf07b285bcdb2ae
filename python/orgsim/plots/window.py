"""Until when it can still be reversed: a map of starts, and its curves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.words import say

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

    from orgsim.windows import Window

_MOST_CURVES = 6
_NOTHING = "#EDEDED"


class WindowPlot(Fixed):
    """The plots of a window: ``found.plot.map()`` and ``found.plot.curves()``.

    Each returns the axes it drew on: those given as `ax`, or new ones. Raises ValueError for an unknown
    variant or strategy.
    """

    def __init__(self, found: Window) -> None:
        self._found = found

    def map(self, ax: Axes | None = None, *, variant: str = "default") -> Axes:
        """Strategies by first weeks: how often marketing is saved where there is something to save.

        Dark is saved in all replications, light in none; hatched cells have nothing to save. Numbers are
        tenths. A bracket marks the point of no return of each strategy with its 95 % interval.
        """
        cells, points = _of(self._found, variant)
        rows = points.reset_index(drop=True)
        with style.canvas(ax, 9.0, 1.9 + 0.34 * len(rows)) as axes:
            _paint(axes, cells, rows)
            for y, (_, point) in enumerate(rows.iterrows()):
                _mark(axes, y, point, cells["start"].to_numpy(float))
            axes.set_yticks(range(len(rows)), list(rows["label"]))
            axes.set_ylim(len(rows) - 0.5, -0.5)
            axes.tick_params(axis="y", length=0)
            axes.grid(False)
            axes.set_xlabel(say("window_axis"), fontsize=style.TEXT, color=style.INK)
            notes = [say("window_map_notes"), say("window_point_notes")]
            style.finish(axes, _title(self._found, variant), notes, room=0.7)
        return axes

    def curves(
        self,
        ax: Axes | None = None,
        *,
        strategies: Sequence[str] | None = None,
        variant: str = "default",
    ) -> Axes:
        """The share saved by first week, with 95 % intervals (Wilson) and the falling fit, of up to six
        strategies: those that may begin last unless they are named.
        """
        cells, points = _of(self._found, variant)
        chosen = _chosen(points, strategies)
        with style.canvas(ax, 8.0, 4.8) as axes:
            for i, (_, point) in enumerate(chosen.iterrows()):
                _curve(axes, _of_curve(cells, point), str(point["label"]), i)
            axes.axhline(50, color=style.SOFT, linewidth=0.8, linestyle=":")
            axes.set_ylim(-2, 102)
            axes.set_xlabel(say("window_axis"), fontsize=style.TEXT, color=style.INK)
            style.label_y(axes, say("window_saved_axis"))
            axes.legend(fontsize=style.SMALL, frameon=False)
            style.finish(axes, _title(self._found, variant), [say("window_curve_notes")])
        return axes


def _of(found: Window, variant: str) -> tuple[pandas.DataFrame, pandas.DataFrame]:
    name = found._variant(variant)
    return (
        found.cells[found.cells["variant"] == name],
        found.points[found.points["variant"] == name],
    )


def _of_curve(cells: pandas.DataFrame, point: Any) -> pandas.DataFrame:
    same = (cells["strategy"] == point["strategy"]) & (cells["setting"] == point["setting"])
    found: pandas.DataFrame = cells[same]
    return found


def _edges(starts: np.ndarray) -> np.ndarray:
    if starts.size == 1:
        return np.array([starts[0] - 0.5, starts[0] + 0.5])
    middle = (starts[1:] + starts[:-1]) / 2
    return np.concatenate([[2 * starts[0] - middle[0]], middle, [2 * starts[-1] - middle[-1]]])


def _paint(axes: Axes, cells: pandas.DataFrame, rows: pandas.DataFrame) -> None:
    from matplotlib import colormaps

    starts = np.unique(cells["start"].to_numpy(float))
    edges = _edges(starts)
    colours = colormaps["Blues"]
    for y, (_, point) in enumerate(rows.iterrows()):
        for x, (_, cell) in enumerate(_of_curve(cells, point).iterrows()):
            nothing = bool(cell["nothing_to_save"])
            share = 0.0 if nothing else float(cell["share_saved"])
            axes.barh(
                y,
                edges[x + 1] - edges[x],
                left=edges[x],
                height=0.84,
                color=_NOTHING if nothing else colours(0.05 + 0.75 * share),
                hatch="///" if nothing else None,
                edgecolor="white",
                linewidth=0,
                gid="nothing" if nothing else "cell",
            )
            if not nothing:
                ink = "white" if share > 0.6 else style.INK
                text = "*" if share == 1 else f"{int(10 * share)}"
                axes.text(starts[x], y, text, ha="center", va="center", fontsize=6.5, color=ink)
    axes.set_xlim(edges[0], edges[-1])


def _mark(axes: Axes, y: int, point: Any, starts: np.ndarray) -> None:
    """The point of no return, with its interval."""
    if point["kind"] != "week":
        return
    edges = _edges(np.unique(starts))
    low, high = (float(np.clip(point[end], edges[0], edges[-1])) for end in ("low", "high"))
    orange = style.VERDICTS["worsened"]
    axes.plot([low, high], [y + 0.46, y + 0.46], color=orange, linewidth=2.2, gid="interval")
    axes.plot(
        [point["week"]], [y + 0.46], "^", color=orange, markersize=6, zorder=5, gid="no_return"
    )


def _chosen(points: pandas.DataFrame, strategies: Sequence[str] | None) -> pandas.DataFrame:
    if strategies is None:
        order = points.assign(
            rank=points["high"].fillna(-np.inf), then=points["week"].fillna(-1)
        ).sort_values(["rank", "then"], ascending=False, kind="stable")
        return order.head(_MOST_CURVES)
    known = list(dict.fromkeys(points["strategy"]))
    for name in strategies:
        if name not in known:
            raise ValueError(f"there is no strategy '{name}'; there are {', '.join(known)}")
    chosen = points[points["strategy"].isin(list(strategies))]
    if len(chosen) > _MOST_CURVES:
        raise ValueError(f"{len(chosen)} curves; at most {_MOST_CURVES} are told apart")
    return chosen


_LOOKS = (
    ("#0072B2", "-"),
    ("#D55E00", "--"),
    ("#009E73", "-."),
    ("#CC79A7", ":"),
    ("#E69F00", "-"),
    ("#56B4E9", "--"),
)


def _curve(axes: Axes, cells: pandas.DataFrame, label: str, number: int) -> None:
    colour, dashes = _LOOKS[number % len(_LOOKS)]
    known = cells[~cells["nothing_to_save"].astype(bool)]
    weeks = known["start"].to_numpy(float)
    low, high = (
        100 * known[name].to_numpy(float) for name in ("share_saved_low", "share_saved_high")
    )
    axes.fill_between(weeks, low, high, color=colour, alpha=0.12, linewidth=0)
    axes.plot(weeks, 100 * known["share_saved"].to_numpy(float), ".", color=colour, markersize=4)
    axes.plot(
        weeks,
        100 * known["falling_fit"].to_numpy(float),
        color=colour,
        linestyle=dashes,
        label=label,
    )


def _title(found: Window, variant: str) -> str:
    """The strategy that may begin last, as a sentence."""
    points = found.points[found.points["variant"] == variant]
    last = points[points["kind"].isin(["week", "later", "always"])]
    if last.empty:
        return say("window_title_none")
    order = last.assign(rank=np.where(last["kind"] == "week", last["week"], np.inf))
    best = order.sort_values("rank", ascending=False, kind="stable").iloc[0]
    key = "window_title" if best["kind"] == "week" else "window_title_later"
    return say(key, strategy=say("quoted", text=best["label"]), week=f"{best['week']:.0f}")

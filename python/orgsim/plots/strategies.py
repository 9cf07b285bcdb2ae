"""What each strategy does for marketing, for the firm and to the other departments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator
from mpl_toolkits.axes_grid1 import make_axes_locatable  # type: ignore[import-untyped]

from orgsim._core import mean_interval, saving_verdicts, wilson
from orgsim.plots import style
from orgsim.plots.marks import HALO
from orgsim.plots.source import DEPARTMENTS, FloatArray, Reader
from orgsim.plots.words import (
    headline,
    say,
    signed_percent,
    strategy_label,
    tolerance_text,
    wrapped,
)

Order = Literal["saved", "npv", "scenario"]
VERDICTS = tuple(style.VERDICTS)
SAVED = saving_verdicts()
TWINS = ("verdict_lenient", "verdict_strict")


@dataclass(frozen=True)
class Change:
    """A difference to the baseline, as shares of the baseline's mean: mean and 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Judged:
    """What became of one strategy over the replications."""

    name: str
    label: str
    counts: dict[str, int]
    twins: tuple[int, int] | None  # replications saved with lower and with higher crisis lines
    npv: Change
    others: Change

    @property
    def saved(self) -> int:
        """Replications in which marketing was saved: averted or reversed."""
        return sum(self.counts[verdict] for verdict in SAVED)


def draw(
    reader: Reader, ax: Axes | None, *, strategies: Sequence[str] | None, order: Order
) -> Axes:
    """See :meth:`orgsim.plots.Plot.strategies`."""
    names = (
        reader.strategies[1:]
        if strategies is None
        else [reader.strategy(name) for name in strategies]
    )
    if not names:
        raise ValueError("these results hold no strategy; add [strategies.NAME] to the scenario")
    judged = _sorted([_judge(reader, name) for name in names], order)
    rows = len(judged)
    with style.canvas(ax, 10.0, 1.9 + 0.33 * rows) as axes:
        across = style.size_in_points(axes)[0]
        divider = make_axes_locatable(axes)
        npv = divider.append_axes("right", size="42%", pad=0.28, sharey=axes)
        others = divider.append_axes("right", size="30%", pad=0.28, sharey=axes)
        _verdicts(axes, judged, reader.replications)
        _changes(npv, [strategy.npv for strategy in judged], 0.22 * across, say("npv_axis"))
        _changes(
            others, [strategy.others for strategy in judged], 0.16 * across, say("others_axis")
        )
        lines = max(panel.get_xlabel().count("\n") for panel in (npv, others))
        notes = [say("paired")] if reader.replications > 1 else []
        if judged[0].twins is not None:
            notes.append(say("twins", tolerance=tolerance_text(reader.tolerance)))
        style.finish(
            axes,
            headline(reader, names),
            [*style.origin(reader), *notes],
            below=38 + 12 * lines,
            room=0.8,
        )
    return axes


def _judge(reader: Reader, name: str) -> Judged:
    verdicts = reader.outcome("verdict", strategy=name)
    counts = {verdict: int(np.count_nonzero(verdicts == verdict)) for verdict in VERDICTS}
    baseline = reader.strategies[0]
    npv = [reader.outcome("npv", strategy=strategy, firm=0) for strategy in (name, baseline)]
    others = [_others(reader, strategy) for strategy in (name, baseline)]
    return Judged(
        name,
        strategy_label(reader, name),
        counts,
        _twins(reader, name),
        _change(*npv),
        _change(*others),
    )


def _twins(reader: Reader, name: str) -> tuple[int, int] | None:
    """How often marketing is saved with other lines; files of the model's first version do not say."""
    if not all(twin in reader.outcomes for twin in TWINS):
        return None
    lenient, strict = (
        int(np.isin(reader.outcome(twin, strategy=name), SAVED).sum()) for twin in TWINS
    )
    return lenient, strict


def _others(reader: Reader, strategy: str) -> FloatArray:
    """Budgets of the departments besides marketing over the whole run, by replication."""
    budgets = [
        reader.outcome("budget_total", strategy=strategy, firm=0, department=name)
        for name in DEPARTMENTS
        if name != "marketing"
    ]
    return np.asarray(np.sum(budgets, axis=0), dtype=float)


def _change(values: FloatArray, baseline: FloatArray) -> Change:
    difference, base = values - baseline, abs(float(baseline.mean()))
    low, high = mean_interval(difference)
    return Change(float(difference.mean()) / base, low / base, high / base)


def _sorted(judged: list[Judged], order: Order) -> list[Judged]:
    """The best first; of those that save marketing equally often, the one with the better NPV."""
    if order == "scenario":
        return judged
    if order == "npv":
        return sorted(judged, key=lambda strategy: -strategy.npv.mean)
    if order == "saved":
        return sorted(judged, key=lambda strategy: (-strategy.saved, -strategy.npv.mean))
    raise ValueError(f"there is no order '{order}'; there are 'saved', 'npv' and 'scenario'")


def _verdicts(ax: Axes, judged: Sequence[Judged], replications: int) -> None:
    """A bar per strategy, its verdicts from saved to lost, with the interval of the share saved."""
    places = np.arange(len(judged))
    left = np.zeros(len(judged))
    for verdict in VERDICTS:
        shares = 100 * np.array([strategy.counts[verdict] for strategy in judged]) / replications
        if not shares.any():
            continue
        ax.barh(
            places,
            shares,
            left=left,
            height=0.72,
            color=style.VERDICTS[verdict],
            edgecolor=style.SOFT,
            linewidth=0.6,
            hatch=style.HATCHES.get(verdict),
            label=say(verdict),
        )
        left += shares
    for place, strategy in zip(places, judged, strict=True):
        _saved(ax, float(place), strategy, replications)
        _saved_with_other_lines(ax, float(place), strategy, replications)
    ax.set_yticks(places, [strategy.label for strategy in judged])
    ax.set_ylim(len(judged) - 0.4, -0.6)
    ax.set_xlim(0, 100)
    ax.grid(False)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(say("replications_axis"), fontsize=style.TEXT, color=style.INK)
    ax.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1),
        borderaxespad=0.2,
        ncols=len(VERDICTS),
        fontsize=style.SMALL + 0.5,
        frameon=False,
        handlelength=1.2,
        handletextpad=0.4,
        columnspacing=1.0,
        labelcolor=style.INK,
    )


def _saved(ax: Axes, place: float, strategy: Judged, replications: int) -> None:
    """The share saved as a point with its interval; no interval from one replication."""
    if replications == 1:
        return
    share, (low, high) = strategy.saved / replications, wilson(strategy.saved, replications)
    drawn = ax.errorbar(
        100 * share,
        place,
        xerr=[[100 * (share - low)], [100 * (high - share)]],
        fmt="o",
        markersize=4,
        color="black",
        markeredgecolor="white",
        ecolor="black",
        elinewidth=1.4,
        capsize=3,
        clip_on=False,
        zorder=4,
        gid=f"saved {strategy.name}",
    )
    for part in drawn.get_children():
        part.set_path_effects(HALO)


def _saved_with_other_lines(ax: Axes, place: float, strategy: Judged, replications: int) -> None:
    """Triangles at other shares saved: one down for lower crisis lines, one up for higher ones."""
    for saved, marker, side in zip(strategy.twins or (), "v^", (-0.2, 0.2), strict=False):
        if saved == strategy.saved:
            continue
        ax.plot(
            100 * saved / replications,
            place + side,
            marker,
            markersize=5,
            color="white",
            markeredgecolor="black",
            markeredgewidth=0.9,
            clip_on=False,
            zorder=3.5,
            gid=f"{'lenient' if marker == 'v' else 'strict'} {strategy.name}",
        )


def _changes(ax: Axes, changes: Sequence[Change], across: float, label: str) -> None:
    """A point per strategy with its interval, hollow if that includes 0; `across` in points."""
    style.tidy(ax)
    ax.axvline(0, color=style.SOFT, linewidth=0.9, zorder=1)
    for place, change in enumerate(changes):
        clear = change.low > 0 or change.high < 0
        ax.errorbar(
            100 * change.mean,
            place,
            xerr=[[100 * (change.mean - change.low)], [100 * (change.high - change.mean)]],
            fmt="o",
            markersize=5,
            color=style.INK,
            markerfacecolor=style.INK if clear else "white",
            elinewidth=1.4,
            capsize=2.5,
            zorder=3,
        )
        if across < 70:
            continue
        ax.annotate(
            signed_percent(change.mean).removesuffix(" %"),
            (1, place),
            xycoords=ax.get_yaxis_transform(),
            ha="right",
            va="center",
            fontsize=style.SMALL,
            color=style.INK,
        )
    ends = [100 * end for change in changes for end in (change.low, change.high, 0)]
    span = max(ends) - min(ends) or 1.0
    ax.set_xlim(min(ends) - 0.08 * span, max(ends) + (0.55 if across >= 70 else 0.08) * span)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=4 if across >= 70 else 2, steps=[1, 2, 5, 10]))
    ax.grid(axis="x", color=style.GRID, linewidth=0.6)
    ax.tick_params(axis="y", length=0, labelleft=False)
    ax.spines["left"].set_visible(False)
    ax.set_xlabel(
        wrapped(label, int(across / (style.TEXT * 0.55))),
        fontsize=style.TEXT,
        color=style.INK,
        linespacing=1.3,
    )

"""What several plots share: bands, phases of the market, crisis lines, labels, legends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.transforms import ScaledTranslation

from orgsim.plots.source import Event, FloatArray, Reader
from orgsim.plots.style import CHANGE, EVENTS, INK, SMALL, SOFT, STOCK, TEXT, Look, size_in_points
from orgsim.plots.words import say, seldom, width

_ROW = 0.062  # height of a row of labels, as a share of the axes
HALO: list[patheffects.AbstractPathEffect] = [
    patheffects.withStroke(linewidth=2.5, foreground="white")
]


def series(
    ax: Axes,
    reader: Reader,
    name: str,
    look: Look,
    *,
    scale: float | FloatArray,
    band: bool,
    where: Mapping[str, Any],
    **line: Any,
) -> Line2D:
    """The median of a series by week, with bands of 5-95 % and 25-75 % if wanted."""
    if band and reader.replications > 1:
        for low, high, alpha in ((0.05, 0.95, 0.15), (0.25, 0.75, 0.25)):
            ax.fill_between(
                reader.weeks,
                scale * reader.quantile(name, low, **where),
                scale * reader.quantile(name, high, **where),
                color=look.colour,
                alpha=alpha,
                linewidth=0,
                gid=f"{name} {low}-{high}",
            )
    median = scale * reader.quantile(name, 0.5, **where)
    (drawn,) = ax.plot(reader.weeks, median, linestyle=look.dashes, color=look.colour, **line)
    return drawn


def shade_phases(ax: Axes, phase: Event, named: bool = True) -> None:
    """The stock phase in grey from its median week on, darker in the 5-95 % range of that.

    The phases are `named` above the axes, unless another panel does that.
    """
    first, last = ax.get_xlim()
    if phase.count == 0:
        if named:
            _phase_name(ax, [say("growth_throughout"), say("growth_market")], first, last)
        return
    ax.axvspan(phase.median, last, color=STOCK, linewidth=0, zorder=0, gid="stock phase")
    if phase.low < phase.high:
        ax.axvspan(phase.low, phase.high, color=CHANGE, linewidth=0, zorder=0.1, gid="phase change")
    if not named:
        return
    _phase_name(ax, [say("growth_market")], first, phase.median)
    begins = say("stock_market_from", week=seldom(phase))
    _phase_name(ax, [begins, say("stock_market")], phase.median, last)


def _phase_name(ax: Axes, names: Sequence[str], first: float, last: float) -> None:
    """The longest of the names that has room over the weeks."""
    room = (last - first) / np.ptp(ax.get_xlim()) * size_in_points(ax)[0]
    for name in names:
        if width(name) * TEXT * 0.52 <= room:
            ax.annotate(
                name,
                ((first + last) / 2, 1),
                xycoords=ax.get_xaxis_transform(),
                xytext=(0, 4),
                textcoords="offset points",
                ha="center",
                fontsize=SMALL + 1,
                color=SOFT,
                annotation_clip=False,
            )
            return


def mark_events(ax: Axes, events: Mapping[str, Event], top: float) -> None:
    """Each crisis line at its median week with its 5-95 % range, in rows above `top`."""
    came = sorted((event.median, name) for name, event in events.items() if event.count)
    bottom = ax.get_ylim()[0]
    ax.set_ylim(bottom, bottom + (top - bottom) / (1 - _ROW * len(came) - 0.03))
    for row, (_, name) in enumerate(came):
        _mark(ax, name, events[name], 1 - _ROW * (row + 0.6))


def _mark(ax: Axes, name: str, event: Event, height: float) -> None:
    across = ax.get_xaxis_transform()
    colour = EVENTS[name].colour
    ax.plot(
        [event.median] * 2,
        [0, height],
        linestyle=EVENTS[name].dashes,
        color=colour,
        linewidth=1,
        transform=across,
        zorder=2.2,
    )
    ax.plot(
        [event.low, event.high],
        [height] * 2,
        color=colour,
        linewidth=2,
        transform=across,
        zorder=2.3,
    )
    ax.plot(
        event.median,
        height,
        "D",
        color=colour,
        markeredgecolor="white",
        markersize=5,
        transform=across,
        gid=name,
    )
    text = say("event", event=say(name), week=seldom(event))
    first, last = ax.get_xlim()
    needed = (width(text) * SMALL * 0.56 + 6) / size_in_points(ax)[0] * (last - first)
    right = event.high + needed < last or last - event.high > event.low - first
    ax.annotate(
        text,
        (event.high if right else event.low, height),
        xycoords=across,
        xytext=(6 if right else -6, 0),
        textcoords="offset points",
        ha="left" if right else "right",
        va="center",
        fontsize=SMALL,
        color=INK,
        path_effects=HALO,
        zorder=4,
    )


class EndLabel(NamedTuple):
    """A label beside the last value of a line or area."""

    height: float
    text: str
    colour: str


def end_labels(ax: Axes, labels: Sequence[EndLabel]) -> None:
    """Labels right of the axes at those heights, moved apart where they would overlap."""
    low, high = ax.get_ylim()
    line = 1.4 * TEXT / size_in_points(ax)[1] * (high - low)
    ordered = sorted(labels)
    gaps = [line * (1 + label.text.count("\n")) for label in ordered]
    heights = _apart([label.height for label in ordered], gaps, low)
    for label, height in zip(ordered, heights, strict=True):
        ax.annotate(
            label.text,
            (1, height),
            xycoords=ax.get_yaxis_transform(),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=TEXT,
            color=label.colour,
            annotation_clip=False,
        )


def _apart(heights: Sequence[float], gaps: Sequence[float], low: float) -> FloatArray:
    """Heights near the given ones, neighbours the mean of their gaps apart or more."""
    needed = np.concatenate([[0.0], np.cumsum((np.asarray(gaps[1:]) + np.asarray(gaps[:-1])) / 2)])
    free = np.maximum(np.asarray(heights), low) - needed
    blocks: list[list[float]] = []
    for value in free:
        blocks.append([value])
        while len(blocks) > 1 and np.mean(blocks[-2]) > np.mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    level = np.concatenate([np.full(len(block), np.mean(block)) for block in blocks])
    return np.asarray(np.maximum(level, low) + needed, dtype=float)


def halo(ax: Axes, line: Line2D) -> None:
    """A white line under a line, so that it is seen on any ground."""
    ax.plot(
        *line.get_data(),
        color="white",
        linewidth=line.get_linewidth() + 2,
        zorder=line.get_zorder() - 0.1,
    )


def phase_lines(ax: Axes, phase: Event) -> None:
    """Upright lines at the beginning of the stock phase, where areas cover the shading."""
    if phase.count == 0:
        return
    ax.axvline(phase.median, color=INK, linewidth=1.1, zorder=2.5, gid="stock phase begins")
    for week_of in {phase.low, phase.high} - {phase.median}:
        ax.axvline(week_of, color=INK, linewidth=0.7, linestyle=":", zorder=2.5)


def legend_below(ax: Axes) -> float:
    """A legend below the axes; returns how many points it takes there."""
    handles, texts = ax.get_legend_handles_labels()
    room = size_in_points(ax)[0] / 2
    columns = 2 if max(width(text) for text in texts) * SMALL * 0.56 + 30 < room else 1
    down = ScaledTranslation(0, -34 / 72, ax.figure.dpi_scale_trans)
    ax.legend(
        handles,
        texts,
        ncols=columns,
        loc="upper left",
        bbox_to_anchor=(0, 0),
        bbox_transform=ax.transAxes + down,
        borderaxespad=0,
        frameon=False,
        handlelength=3,
        fontsize=SMALL + 0.5,
        labelcolor=INK,
    )
    return 15.0 * -(-len(texts) // columns)

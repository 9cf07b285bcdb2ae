"""When the crisis lines are crossed, and in how many of the replications."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from orgsim._core import wilson
from orgsim.plots import marks, style
from orgsim.plots.source import (
    BASELINE,
    EVENTS,
    LINES,
    MARGINALISED,
    Event,
    FloatArray,
    Reader,
    event_of,
    known,
)
from orgsim.plots.words import (
    capitalised,
    listed,
    often,
    percent,
    say,
    strategy_label,
    subject,
    week,
)

# Looks of strategies when several are compared.
_LOOKS = [
    style.Look(colour, dashes)
    for dashes in ("-", "--")
    for colour in ("#000000", "#E69F00", "#56B4E9")
]


def draw(
    reader: Reader,
    ax: Axes | None,
    *,
    strategies: str | Sequence[str],
    events: Sequence[str] | None,
    firm: int | str,
) -> Axes:
    """See :meth:`orgsim.plots.Plot.lines`."""
    names = [strategies] if isinstance(strategies, str) else list(strategies)
    if not 1 <= len(names) <= len(_LOOKS):
        raise ValueError(f"{len(names)} strategies; the plot compares 1 to {len(_LOOKS)} of them")
    for name in names:
        reader.strategy(name)
    compare = len(names) > 1
    shown = list(events) if events is not None else [MARGINALISED] if compare else list(EVENTS)
    for event in shown:
        known("event", event, EVENTS)
    if compare and len(shown) != 1:
        raise ValueError(
            "several strategies are compared by one event; name it: events=['marginalised']"
        )
    number = reader.firm(firm)

    with style.canvas(ax) as axes:
        style.week_axis(axes, reader)
        axes.set_ylim(0, 103)
        for place, name in enumerate(names):
            for event in shown:
                look = _LOOKS[place] if compare else style.EVENTS[event]
                label = strategy_label(reader, name) if compare else say(event)
                wide = 2 if compare or event != MARGINALISED else 3.6
                _curve(axes, reader, reader.event(event, name, number), look, label, wide)
        marks.shade_phases(axes, reader.stock_phase(names[0]))
        deep = marks.legend_below(axes)
        style.label_y(axes, say("crossed_axis"))
        notes = [say("wilson"), say("week_ranges")] if reader.replications > 1 else []
        title = (
            _comparing(reader, names, shown[0], number)
            if compare
            else _order(reader, names[0], number)
        )
        style.finish(axes, title, [*style.origin(reader), *notes], below=40 + deep)
    return axes


def _curve(
    ax: Axes, reader: Reader, weeks: FloatArray, look: style.Look, label: str, wide: float
) -> None:
    """The share of the replications in which it came by each week, with its interval."""
    counts = np.array([np.count_nonzero(weeks <= week) for week in reader.weeks])
    partly = (counts > 0) & (counts < weeks.size)
    if partly.any():
        intervals = {count: wilson(count, weeks.size) for count in np.unique(counts).tolist()}
        low, high = 100 * np.array([intervals[count] for count in counts.tolist()]).T
        ax.fill_between(
            reader.weeks,
            low,
            high,
            where=partly,
            step="post",
            color=look.colour,
            alpha=0.14,
            linewidth=0,
        )
    event = event_of(weeks)
    text = say("event", event=label, week=say("never"))
    if event.count:
        share = percent(event.share) if weeks.size > 1 else ""
        text = say("event", event=label, week=listed([*([share] if share else []), week(event)]))
    ax.step(
        reader.weeks,
        100 * counts / weeks.size,
        linestyle=look.dashes,
        where="post",
        color=look.colour,
        linewidth=wide,
        zorder=3 - 0.01 * len(ax.lines),
        label=text,
        clip_on=False,
    )


def _order(reader: Reader, strategy: str, firm: int) -> str:
    """The lines in the order in which they are crossed as a rule, and what becomes of marketing."""
    crossed = [(name, event_of(reader.event(name, strategy, firm))) for name in LINES]
    crossed = sorted((pair for pair in crossed if pair[1].count), key=lambda pair: pair[1].median)
    order = say("lines_none")
    if crossed:
        key = "lines_order" if len(crossed) > 1 else "lines_one"
        order = say(key, lines=listed([_item(name, event) for name, event in crossed]))
    fate = event_of(reader.event(MARGINALISED, strategy, firm))
    title = say(
        "lines_title",
        subject=subject(reader, strategy, firm),
        order=order,
        fate=say("fate_marginalised", often=often(fate)) if fate.count else say("fate_safe"),
    )
    return capitalised(title)


def _item(name: str, event: Event) -> str:
    when = say("week", median=event.median)
    return say("line_item", event=say(name), week=when if event.share == 1 else often(event, when))


def _comparing(reader: Reader, strategies: Sequence[str], event: str, firm: int) -> str:
    parts = []
    for name in strategies:
        came = event_of(reader.event(event, name, firm))
        one = week(came) if came.count else say("never")
        share = percent(came.share) if reader.replications > 1 else one
        parts.append(say("lines_part", label=strategy_label(reader, name), share=share))
    key = "lines_compare" if reader.replications > 1 else "lines_compare_one"
    title = say(key, event=say(event), parts=listed(parts))
    return subject(reader, BASELINE, firm) + capitalised(title)

"""How the departments share the firm's budget."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes

from orgsim.plots import marks, style
from orgsim.plots.source import DEPARTMENTS, EVENTS, MARGINALISED, Reader, event_of, known
from orgsim.plots.words import capitalised, often, percent, say, strategy_label, subject


def draw(
    reader: Reader,
    ax: Axes | None,
    *,
    strategy: str,
    against: str | None,
    firm: int | str,
    department: str,
) -> Axes:
    """See :meth:`orgsim.plots.Plot.budget`."""
    strategy, number = reader.strategy(strategy), reader.firm(firm)
    known("department", department, DEPARTMENTS)
    if against is not None:
        reader.strategy(against)
    where = {"strategy": strategy, "firm": number}
    events = {name: event_of(reader.event(name, strategy, number)) for name in EVENTS}

    with style.canvas(ax) as axes:
        style.week_axis(axes, reader)
        axes.set_ylim(0)
        top = max(
            _line(axes, reader, {**where, "department": name}, name == department)
            for name in DEPARTMENTS
        )
        if against is not None:
            other = {"strategy": against, "firm": number, "department": department}
            top = max(top, _comparison(axes, reader, other))
        marks.mark_events(axes, events, top)
        marks.shade_phases(axes, reader.stock_phase(strategy))
        marks.end_labels(
            axes, [_label(reader, {**where, "department": name}) for name in DEPARTMENTS]
        )
        style.label_y(axes, say("budget_axis"))
        notes = [say("bands"), say("week_ranges")] if reader.replications > 1 else []
        if against is not None:
            label = strategy_label(reader, against)
            notes.append(say("against", department=say(department), strategy=label))
        fate = _fate(reader, strategy, number)
        style.finish(
            axes,
            _title(reader, {**where, "department": department}, fate),
            [*style.origin(reader), *notes],
        )
    return axes


def _line(ax: Axes, reader: Reader, where: dict[str, Any], chosen: bool) -> float:
    """Draws one department; returns the highest value drawn."""
    name = where["department"]
    look = style.DEPARTMENTS[name]
    width, order = (2.4, 3.0) if chosen else (1.4, 2.5)
    marks.series(
        ax,
        reader,
        "share",
        look,
        scale=100,
        band=chosen,
        where=where,
        linewidth=width,
        zorder=order,
        label=name,
    )
    return 100 * float(reader.quantile("share", 0.95 if chosen else 0.5, **where).max())


def _comparison(ax: Axes, reader: Reader, where: dict[str, Any]) -> float:
    """Draws the same department under another strategy, thin."""
    look = style.Look(style.INK, (0, (1, 1)))
    marks.series(
        ax,
        reader,
        "share",
        look,
        scale=100,
        band=False,
        where=where,
        linewidth=1.2,
        zorder=2.9,
        label="against",
    )
    return 100 * float(reader.quantile("share", 0.5, **where).max())


def _label(reader: Reader, where: dict[str, Any]) -> marks.EndLabel:
    name, last = where["department"], float(reader.quantile("share", 0.5, **where)[-1])
    return marks.EndLabel(
        100 * last, f"{say(name)} {percent(last)}", style.DEPARTMENTS[name].colour
    )


def _fate(reader: Reader, strategy: str, firm: int) -> str:
    event = event_of(reader.event(MARGINALISED, strategy, firm))
    return say("fate_marginalised", often=often(event)) if event.count else say("fate_safe")


def _title(reader: Reader, where: dict[str, Any], fate: str) -> str:
    share = reader.quantile("share", 0.5, **where)
    first, last = percent(float(share[0])), percent(float(share[-1]))
    moves = "stays" if first == last else "falls" if share[-1] < share[0] else "rises"
    return say(
        "budget_title",
        subject=subject(reader, where["strategy"], where["firm"]),
        Department=capitalised(say(where["department"])),
        moves=say(moves, first=first, last=last),
        fate=fate,
    )

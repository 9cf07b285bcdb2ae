"""Three values of a department: credited, contributed, causal."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from matplotlib.axes import Axes

from orgsim.causal import CausalValue, measure
from orgsim.plots import marks, style
from orgsim.plots.source import DEPARTMENTS, FloatArray, Reader, known
from orgsim.plots.words import capitalised, money_name, percent, ranged, say, subject

Unit = Literal["money", "share"]
_CAUSAL = "#5E3C99"


def draw(
    reader: Reader,
    ax: Axes | None,
    *,
    strategy: str,
    firm: int | str,
    department: str,
    unit: Unit,
    causal: Reader | None,
) -> Axes:
    """See :meth:`orgsim.plots.Plot.value_gap`."""
    where = {"strategy": reader.strategy(strategy), "firm": reader.firm(firm)}
    where["department"] = known("department", department, DEPARTMENTS)
    known("unit", unit, ("money", "share"))
    if causal is not None and unit == "share":
        raise ValueError(
            "an experiment measures money, not a share of all departments; use unit='money'"
        )
    measured = None if causal is None else measure(reader, causal, where)

    with style.canvas(ax) as axes:
        style.week_axis(axes, reader)
        labels = _money(axes, reader, where) if unit == "money" else _shares(axes, reader, where)
        top = axes.dataLim.y1
        if measured is not None:
            _causal(axes, measured)
            top = max(top, measured.high)
        axes.set_ylim(0, 1.06 * top)
        marks.shade_phases(axes, reader.stock_phase(strategy))
        deep = marks.legend_below(axes)
        marks.end_labels(axes, labels)
        axis = "money_axis" if unit == "money" else "value_share_axis"
        style.label_y(axes, say(axis, money=money_name(reader)))
        several = (
            [say("bands" if unit == "money" else "of_means")] if reader.replications > 1 else []
        )
        notes = [*style.origin(reader), *several, *([say("causal_note")] if measured else [])]
        style.finish(axes, _title(reader, where, unit, measured), notes, below=40 + deep)
    return axes


def _looks(where: dict[str, Any]) -> dict[str, style.Look]:
    own = style.DEPARTMENTS[where["department"]]
    return {"contributed": own._replace(dashes="-"), "credited": style.Look(style.INK, "--")}


def _money(ax: Axes, reader: Reader, where: dict[str, Any]) -> list[marks.EndLabel]:
    drawn = {
        name: marks.series(
            ax,
            reader,
            name,
            look,
            scale=1000 * reader.money / reader.people(where["strategy"]),
            band=True,
            where=where,
            linewidth=2,
            label=say(f"{name}_ledger"),
        )
        for name, look in _looks(where).items()
    }
    return _gap(
        ax, reader, {name: np.asarray(line.get_ydata()) for name, line in drawn.items()}, where
    )


def _shares(ax: Axes, reader: Reader, where: dict[str, Any]) -> list[marks.EndLabel]:
    values = {}
    for name, look in _looks(where).items():
        values[name] = 100 * _share(reader, name, where)
        ax.plot(
            reader.weeks,
            values[name],
            linestyle=look.dashes,
            color=look.colour,
            linewidth=2,
            label=say(f"{name}_ledger"),
        )
    return _gap(ax, reader, values, where)


def _share(reader: Reader, name: str, where: dict[str, Any]) -> FloatArray:
    """The department's part of the value of all departments: a ratio of means over replications."""
    everybody = {key: value for key, value in where.items() if key != "department"}
    total = reader.mean(name, **everybody).sum(axis=-1)
    return np.asarray(reader.mean(name, **where) / np.where(total > 0, total, np.nan), dtype=float)


def _gap(
    ax: Axes, reader: Reader, values: dict[str, FloatArray], where: dict[str, Any]
) -> list[marks.EndLabel]:
    """Hatches what is between the two lines; returns labels for their ends."""
    ax.fill_between(
        reader.weeks,
        values["contributed"],
        values["credited"],
        facecolor="none",
        edgecolor=style.DEPARTMENTS[where["department"]].colour,
        hatch="////",
        alpha=0.35,
        linewidth=0,
        label=say("gap"),
        gid="gap",
    )
    return [
        marks.EndLabel(float(values[name][-1]), _short(values[name][-1]), look.colour)
        for name, look in _looks(where).items()
    ]


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _causal(ax: Axes, measured: CausalValue) -> None:
    """A level over the weeks of the experiment, with its 95 % interval."""
    weeks = [measured.first, measured.last + 1]
    if measured.low < measured.high:
        ax.fill_between(weeks, measured.low, measured.high, color=_CAUSAL, alpha=0.25, linewidth=0)
    text = say("gap_grant", factor=measured.factor, first=measured.first, last=measured.last)
    level = [measured.mean] * 2
    ax.plot(weeks, level, color=_CAUSAL, linewidth=4, solid_capstyle="butt", label=text)


def _title(reader: Reader, where: dict[str, Any], unit: Unit, measured: CausalValue | None) -> str:
    name = where["department"]
    who = {
        "subject": subject(reader, where["strategy"], where["firm"]),
        "Department": capitalised(say(name)),
    }
    if measured is not None:
        levels = {
            "credited": f"{measured.credited:.3g}",
            "contributed": f"{measured.contributed:.3g}",
            "causal": ranged(measured.mean, measured.low, measured.high),
        }
        weeks = {"first": measured.first, "last": measured.last}
        return say("gap_title_causal", **who, **levels, **weeks, money=money_name(reader))
    if unit == "share":
        shares = {
            key: percent(float(np.nanmean(_share(reader, key, where))))
            for key in ("contributed", "credited")
        }
        return say("gap_title_share", **who, **shares)
    credited, contributed = (reader.mean(key, **where).sum() for key in ("credited", "contributed"))
    return say("gap_title_money", **who, share=percent(float(credited / contributed)))

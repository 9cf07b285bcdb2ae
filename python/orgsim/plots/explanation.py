"""Why it happens: a waterfall from none of the mechanisms to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgsim.fixed import Fixed
from orgsim.plots import style
from orgsim.plots.ticks import Amounts
from orgsim.plots.words import capitalised, phrases, plain, say, short

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

    from orgsim.explanation import Explanation

_MORE, _LESS = "#D55E00", "#0072B2"


class ExplanationPlot(Fixed):
    """The plot of an explanation: ``found.plot.waterfall()``."""

    def __init__(self, found: Explanation) -> None:
        self._found = found

    def waterfall(
        self, ax: Axes | None = None, *, value: str = "budget_share", variant: str = "default"
    ) -> Axes:
        """What each mechanism, or group of keys, adds to a value, the largest first.

        Bars go from the value with none of them to that with all of them: orange raises it, hatched blue
        lowers it; lines are 95 % intervals of what each adds, paired by replication. Returns the axes.
        Raises ValueError for an unknown value or variant.
        """
        effects, none, whole = _of(self._found, value, variant)
        with style.canvas(ax, 8.0, 1.9 + 0.4 * (len(effects) + 2)) as axes:
            _draw(axes, effects, none, whole)
            names = [say("explain_none"), *map(_name, effects["player"]), say("explain_all")]
            if self._found._summary.get("against") is not None:
                names[0], names[-1] = say("explain_other"), say("explain_this")
            axes.set_yticks(range(len(names)), names)
            axes.set_ylim(len(names) - 0.5, -0.5)
            axes.tick_params(axis="y", length=0)
            axes.grid(False)
            axes.grid(axis="x", color=style.GRID, linewidth=0.6)
            unit = _unit(self._found, value)
            label = _value_name(value)
            if value == "npv":
                axes.xaxis.set_major_formatter(Amounts())
                label = say("with_unit", name=label, unit=unit)
            axes.set_xlabel(label, fontsize=style.TEXT, color=style.INK)
            notes = [say("explain_waterfall_notes")]
            style.finish(axes, _title(effects, value, unit), notes, room=0.75)
        return axes


def _of(found: Explanation, value: str, variant: str) -> tuple[pandas.DataFrame, float, float]:
    name = found._variant(variant)
    known = list(dict.fromkeys(found.effects["value"]))
    if value not in known:
        raise ValueError(f"there is no value '{value}'; there are {', '.join(known)}")
    effects, totals = (
        table[(table["variant"] == name) & (table["value"] == value)]
        for table in (found.effects, found.totals)
    )
    order = effects["effect"].abs().sort_values(ascending=False, kind="stable").index
    scale = 100.0 if value == "budget_share" else 1.0
    scaled = effects.loc[order].assign(
        **{column: effects[column] * scale for column in ("effect", "low", "high")}
    )
    return scaled, float(totals["none"].iloc[0]) * scale, float(totals["all"].iloc[0]) * scale


def _draw(axes: Axes, effects: pandas.DataFrame, none: float, all_of_them: float) -> None:
    axes.plot([none], [0], "D", color=style.INK, markersize=5, gid="none")
    level = none
    for y, (_, one) in enumerate(effects.iterrows(), 1):
        effect = float(one["effect"])
        axes.barh(
            y,
            effect,
            left=level,
            height=0.6,
            color=_MORE if effect > 0 else _LESS,
            hatch=None if effect > 0 else "///",
            edgecolor="white",
            linewidth=0,
            gid="effect",
        )
        ends = [level + float(one["low"]), level + float(one["high"])]
        axes.plot(ends, [y, y], color=style.INK, linewidth=1, gid="interval")
        axes.plot([level, level], [y - 1, y], color=style.SOFT, linewidth=0.6, linestyle=":")
        level += effect
    last = len(effects) + 1
    axes.plot([level, level], [last - 1, last], color=style.SOFT, linewidth=0.6, linestyle=":")
    axes.plot([all_of_them], [last], "D", color=style.INK, markersize=5, gid="all")
    axes.margins(x=0.04)


def _name(player: str) -> str:
    from orgsim.language import current_language

    known = phrases(current_language()).get(f"mechanism_{player}")
    return known if known is not None else player


def _value_name(value: str) -> str:
    from orgsim.language import current_language

    known = phrases(current_language()).get(f"explained_{value}")
    return known if known is not None else value


def _unit(found: Explanation, value: str) -> str:
    """What a value is in; empty where it is a plain number."""
    if value == "npv":
        return plain(found.scenario.run.currency) or say("money")
    units = {"budget_share": "explain_points", "marginalised_week": "explain_weeks"}
    return say(units[value]) if value in units else ""


def _title(effects: pandas.DataFrame, value: str, unit: str) -> str:
    first = effects.iloc[0]
    clear = first["low"] > 0 or first["high"] < 0 or first["low"] == first["high"]
    key = "explain_title" if clear else "explain_title_unclear"
    said = say(
        key, player=_name(str(first["player"])), effect=_number(float(first["effect"]), value, unit)
    )
    return capitalised(said)


def _number(effect: float, value: str, unit: str) -> str:
    size = abs(effect)
    if value == "npv":
        text = short(size)
    else:
        text = f"{size:.1f}" if unit else f"{size:.3g}"
    return f"{'+' if effect >= 0 else '−'}{text} {unit}".rstrip()

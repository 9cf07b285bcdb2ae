"""The box in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from orgsim import _core
from orgsim.plots.columns import paragraph, table
from orgsim.plots.words import say

if TYPE_CHECKING:
    from .box import Counts
    from .result import Discovered


def text_of(found: Discovered) -> str:
    """The whole text, in the language that is set."""
    out = found.on_kept_out
    kinds = say("box_worlds" if found.of_worlds else "box_points", number=f"{out.points:,}")
    share = _percent(out.share)
    head = [
        say("box_question", event=event_of(found)),
        say("box_share", event=event_of(found), share=share, points=kinds),
    ]
    if not len(found.box):
        return "\n".join(
            [*paragraph(head[0]), "", *paragraph(head[1]), *paragraph(say("box_none"))]
        )
    parts = [
        paragraph(head[0]),
        paragraph(say("between").join([head[1], *_judged(found, out)])),
        [*paragraph(say("box_head")), *_restrictions(found)],
        paragraph(say("box_legend")),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def event_of(found: Discovered) -> str:
    """What happens, as words."""
    event = found.event
    is_above = event.above is not None
    bound = float((event.above if is_above else event.below) or 0)
    if event.of not in _HAPPENS:
        said = say("box_above" if is_above else "box_below", measure=event.of, bound=f"{bound:.6g}")
    elif is_above and bound == 0.5:
        said = say(_HAPPENS[event.of])
    else:
        said = say(
            "box_above_share" if is_above else "box_below_share",
            event=say(_HAPPENS[event.of]),
            share=_percent(bound),
        )
    if event.strategy == "baseline":
        return said
    return say("box_with", event=said, strategy=event.strategy)


_HAPPENS = {
    "marginalised": "box_of_marginalised",
    "stock_phase": "box_of_stock_phase",
    "budget": "box_of_budget",
    "capability": "box_of_capability",
    "structure": "box_of_structure",
    "saved": "box_of_saved",
    "saved_lenient": "box_of_saved_lenient",
    "saved_strict": "box_of_saved_strict",
}


def _judged(found: Discovered, out: Counts) -> list[str]:
    """Density and coverage with their intervals, and what the fit had promised."""
    if not out.inside or not out.happening:
        return [say("box_empty")]
    density, coverage = _core.wilson(out.both, out.inside), _core.wilson(out.both, out.happening)
    said = say(
        "box_judged",
        density=_percent(out.density),
        density_ends=_ends(density),
        coverage=_percent(out.coverage),
        coverage_ends=_ends(coverage),
        inside=f"{out.inside:,}",
    )
    fit = found.on_fit
    fitted = say(
        "box_fitted",
        points=f"{fit.points:,}",
        density=_percent(fit.density),
        coverage=_percent(fit.coverage),
    )
    return [said, fitted]


def _restrictions(found: Discovered) -> list[str]:
    heads = ["", say("box_range_head"), say("box_all_head"), say("box_loses_head")]
    columns = ["low", "high", "range_low", "range_high", "loses"]
    numbers = found.box[columns].to_numpy(float)
    rows = [
        [
            str(key),
            range_of(low, high),
            say("box_from_to", low=_short(least), high=_short(most)),
            f"{100 * loses:.0f}",
        ]
        for key, (low, high, least, most, loses) in zip(found.box["key"], numbers, strict=True)
    ]
    return table(heads, rows)


def range_of(low: float, high: float) -> str:
    """The ends of a restriction, of which one may be open."""
    if math.isnan(low):
        return say("box_at_most", high=_short(high))
    if math.isnan(high):
        return say("box_at_least", low=_short(low))
    return say("box_from_to", low=_short(low), high=_short(high))


def _short(value: float) -> str:
    return f"{value:.3g}" if abs(value) < 1e5 else f"{value:.3e}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _ends(ends: tuple[float, float]) -> str:
    return f"{100 * ends[0]:.0f}-{100 * ends[1]:.0f}"

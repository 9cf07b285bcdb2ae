"""The box as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy
import pandas

from .box import counts, inside, quasi_p, without

if TYPE_CHECKING:
    import numpy.typing as npt

    from .box import Box
    from .cases import Cases

_COLUMNS = ["key", "low", "high", "range_low", "range_high", "inside", "loses", "chance"]


def box_table(cases: Cases, box: Box, fit: npt.NDArray[Any]) -> pandas.DataFrame:
    """Make a row per restriction, the one that matters most first."""
    points, happens = cases.assumptions.iloc[fit], cases.happens.to_numpy(bool)[fit]
    density = counts(points, happens, box).density
    rows = []
    for key, (low, high) in box.items():
        ends = [end if numpy.isfinite(end) else numpy.nan for end in (low, high)]
        every = cases.assumptions[key]
        alone = inside(cases.assumptions, {key: (low, high)}).mean()
        loses = density - counts(points, happens, without(box, key)).density
        chance = quasi_p(points, happens, box, key)
        rows.append((key, *ends, float(every.min()), float(every.max()), alone, loses, chance))
    table = pandas.DataFrame(rows, columns=_COLUMNS)
    return table.sort_values("loses", ascending=False, kind="stable", ignore_index=True)

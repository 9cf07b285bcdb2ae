"""Amounts along an axis."""

from __future__ import annotations

import itertools

from matplotlib.ticker import Formatter

from orgsim.language import Language, current_language

_UNITS: dict[Language, list[tuple[float, str]]] = {
    "en": [(1e12, " T"), (1e9, " G"), (1e6, " M"), (1e3, " k")],
    "zh": [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")],
}


class Amounts(Formatter):
    """All in the unit of the largest, with the digits that tell neighbours apart: "−22.45 M"."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Write the tick at ``x``."""
        ticks = sorted({float(tick) for tick in self.locs} | {float(x)})
        largest = max(abs(tick) for tick in ticks)
        units = [*_UNITS[current_language()], (1.0, "")]
        size, suffix = next((unit for unit in units if largest >= unit[0]), units[-1])
        digits = next(d for d in range(7) if d == 6 or _are_exact(ticks, size, d))
        text = f"{x / size:.{digits}f}" if x else "0"
        return text.replace("-", "−") + (suffix if x else "")


def _are_exact(ticks: list[float], size: float, digits: int) -> bool:
    step = min((high - low for low, high in itertools.pairwise(ticks)), default=size) / size
    return all(abs(tick / size - round(tick / size, digits)) < 0.01 * step for tick in ticks)

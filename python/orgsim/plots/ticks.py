"""Amounts along an axis."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from matplotlib.ticker import Formatter

from orgsim import _core
from orgsim.language import current_language


class Amounts(Formatter):
    """All in the unit of the largest, with the digits that tell neighbours apart: "−22.45 M"."""

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        """Write all of an axis."""
        ticks = [float(value) for value in values]
        largest = max((abs(tick) for tick in ticks), default=0.0)
        units = [*_core.magnitudes(current_language()), (1.0, "")]
        size, suffix = next((unit for unit in units if largest >= unit[0]), units[-1])
        digits = next(d for d in range(7) if d == 6 or _are_exact(sorted(set(ticks)), size, d))
        return [
            f"{tick / size:.{digits}f}{suffix}".replace("-", "−") if tick else "0" for tick in ticks
        ]

    def __call__(self, x: float, pos: int | None = None) -> str:
        """Write the one at ``x``, as an axis of its own."""
        return self.format_ticks([x])[0]


def _are_exact(ticks: list[float], size: float, digits: int) -> bool:
    step = min((high - low for low, high in itertools.pairwise(ticks)), default=size) / size
    return all(abs(tick / size - round(tick / size, digits)) < 0.01 * step for tick in ticks)

"""A figure, its band, and how both are written."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """From `low` to `high`, both included."""

    low: float = -math.inf
    high: float = math.inf

    def __str__(self) -> str:
        if self.low == -math.inf:
            return f"below {shown(self.high)}"
        if self.high == math.inf:
            return f"at least {shown(self.low)}"
        if self.low == self.high:
            return f"exactly {shown(self.low)}"
        return f"{shown(self.low)} to {shown(self.high)}"

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Row:
    figure: str
    band: Band | None  # None: a reference alone
    value: float | str
    digits: int
    source: str

    @property
    def printed(self) -> str:
        return self.value if isinstance(self.value, str) else shown(self.value, self.digits)

    @property
    def verdict(self) -> str:
        if self.band is None or isinstance(self.value, str):
            return "-"
        return "in" if self.band.holds(self.value) else "out"


def shown(number: float, digits: int | None = None) -> str:
    """Without the zero before the point, as the tables of the field are printed."""
    if not math.isfinite(number):
        return "never"
    text = f"{number:g}" if digits is None else f"{round(number, digits) + 0.0:.{digits}f}"
    head, _, tail = text.partition(".")
    return f"{'-' if head.startswith('-') else ''}.{tail}" if tail and head in ("0", "-0") else text

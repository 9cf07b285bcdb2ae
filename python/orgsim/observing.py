"""What a function of one's own makes of every run, week by week."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from . import _core

    Observe = Callable[[_core.Simulation], Any]


def chosen_weeks(weeks: Iterable[int] | None, of_run: int) -> list[int]:
    """The weeks to look at: all unless some are named."""
    if weeks is None:
        return list(range(of_run))
    chosen = sorted({operator.index(week) for week in weeks})
    for week in chosen:
        if not 0 <= week < of_run:
            raise ValueError(f"observe_weeks: there is no week {week}; there are 0 to {of_run - 1}")
    return chosen


class Recorder:
    """Calls the function, and keeps the numbers that it returns."""

    def __init__(self, observe: Observe) -> None:
        self._observe = observe
        self._rows: dict[tuple[int, int, int], dict[str, Any]] = {}
        self._names: list[str] | None = None

    def __call__(self, simulation: _core.Simulation, arm: int, replication: int) -> None:
        """Look at a week of a run. Raises what the function raises."""
        row = dict(_numbers("", self._observe(simulation)))
        if row:
            self._names = self._names or list(row)
            if list(row) != self._names:
                raise ValueError(
                    f"observe returned {list(row)} in week {simulation.week}, and "
                    f"{self._names} before; it has to return the same numbers every time, or None"
                )
        self._rows[arm, replication, simulation.week] = row

    def frame(self, strategies: list[str], replications: int, weeks: list[int]) -> pandas.DataFrame:
        """Make a row per strategy, replication and week; until it begins, a strategy is the baseline."""
        import pandas

        places = [
            (arm, replication, week)
            for arm in range(len(strategies))
            for replication in range(replications)
            for week in weeks
        ]
        rows = [self._rows.get(place, self._rows[0, place[1], place[2]]) for place in places]
        kept = [(place, row) for place, row in zip(places, rows, strict=True) if row]
        codes = [place[0] for place, _ in kept]
        columns: dict[str, Any] = {
            "strategy": pandas.Categorical.from_codes(codes, categories=pandas.Index(strategies)),
            "replication": [place[1] for place, _ in kept],
            "week": [place[2] for place, _ in kept],
        }
        for name in self._names or ():
            columns[name] = [row[name] for _, row in kept]
        return pandas.DataFrame(columns)


def _numbers(name: str, value: Any) -> Iterable[tuple[str, Any]]:
    """Single numbers by name: a dict gives the names, an array numbers its entries."""
    import numpy

    if value is None:
        return
    if hasattr(value, "to_dict") and hasattr(value, "index"):  # a pandas Series
        value = value.to_dict()
    if isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _numbers(f"{name}_{key}" if name else str(key), entry)
        return
    array = numpy.asarray(value)
    if array.dtype.kind not in "biuf":
        raise TypeError(
            f"observe returned {value!r}{f' for {name!r}' if name else ''}; numbers are wanted, "
            "arrays of them, or a dict of either"
        )
    for place in numpy.ndindex(array.shape):
        yield "_".join([name or "value", *map(str, place)]), array[place].item()

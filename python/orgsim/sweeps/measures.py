"""One number for every run of a sweep, by name."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

    from .result import Sweep

SAVED = "saved"
_SAVED = ("averted", "reversed")


def names_of(sweep: Sweep) -> list[str]:
    """What there is: "saved", and the columns of the outcomes that are numbers."""
    table = sweep.outcomes
    known = {"point", "replication", *sweep.keys}
    numbers = table.select_dtypes("number").columns
    return [SAVED, *(str(name) for name in numbers if name not in known)]


def measured(sweep: Sweep, name: str) -> pandas.DataFrame:
    """Make a table of point, strategy, replication and ``value``.

    "saved" is 1 where a strategy saves marketing (averted or reversed), else 0; it has no rows of the
    baseline. Raises ValueError that says what there is.
    """
    table = sweep.outcomes
    if name == SAVED:
        table = table[table["strategy"] != sweep.strategies[0]]
        if len(sweep.strategies) == 1:
            raise ValueError(
                "the sweep ran no strategy, and only strategies save marketing; another measure, such as "
                "'npv', is of the baseline too"
            )
        values: Any = table["verdict"].isin(_SAVED).astype(float)
    else:
        names = names_of(sweep)
        if name not in names:
            near = difflib.get_close_matches(name, names, 1)
            meant = f"did you mean '{near[0]}'? " if near else ""
            raise ValueError(f"there is no '{name}'; {meant}there are {', '.join(names)}")
        values = table[name].astype(float)
    return table[["point", "strategy", "replication"]].assign(value=values)


def of_points(sweep: Sweep, name: str, strategy: str) -> pandas.DataFrame:
    """Make a row per point that is done: mean, variance over replications, and their count."""
    table = measured(sweep, name)
    chosen = table[table["strategy"] == strategy]
    grouped = chosen.groupby("point")["value"]
    return grouped.agg(["mean", "var", "count"])


def runs_of(sweep: Sweep, name: str, strategy: str, points: pandas.Index[Any]) -> Any:
    """Make an array with a row per point and a column per replication; NaN where there is none."""
    table = measured(sweep, name)
    chosen = table[table["strategy"] == strategy]
    wide = chosen.pivot(index="point", columns="replication", values="value")
    return wide.loc[points].to_numpy(float)

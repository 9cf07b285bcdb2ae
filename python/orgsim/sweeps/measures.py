"""One number for every run of a sweep, by name."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from orgsim._core import saving_verdicts

if TYPE_CHECKING:
    import pandas

    from .result import Sweep

# Shares of the replications, each by the column of the verdicts that it is of.
SAVED = {
    "saved": "verdict",
    "saved_lenient": "verdict_lenient",
    "saved_strict": "verdict_strict",
}


def is_of_strategies(name: str) -> bool:
    """Whether the baseline has no such number: it is not judged."""
    return name in SAVED or name.startswith("standing_")


def names_of(sweep: Sweep) -> list[str]:
    """What there is: "saved", its twins, and the columns of the outcomes that are numbers."""
    table = sweep.outcomes
    known = {"point", "replication", *sweep.keys}
    numbers = table.select_dtypes("number").columns
    saved = [name for name, column in SAVED.items() if column in table]
    return [*saved, *(str(name) for name in numbers if name not in known)]


def measured(sweep: Sweep, name: str) -> pandas.DataFrame:
    """Make a table of point, strategy, replication and ``value``.

    "saved" is 1 where a strategy saves marketing (averted or reversed), else 0; "saved_lenient" and
    "saved_strict" are the same with lower and higher crisis lines. These and the columns standing_...
    have no rows of the baseline. Raises ValueError that says what there is.
    """
    table = sweep.outcomes
    names = names_of(sweep)
    if name not in names:
        near = difflib.get_close_matches(name, names, 1)
        meant = f"did you mean '{near[0]}'? " if near else ""
        raise ValueError(f"there is no '{name}'; {meant}there are {', '.join(names)}")
    if is_of_strategies(name):
        table = table[table["strategy"] != sweep.strategies[0]]
        if len(sweep.strategies) == 1:
            raise ValueError(
                "the sweep ran no strategy, and only strategies save marketing; another measure, such as "
                "'npv', is of the baseline too"
            )
    if name in SAVED:
        values: Any = table[SAVED[name]].isin(saving_verdicts()).astype(float)
    else:
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

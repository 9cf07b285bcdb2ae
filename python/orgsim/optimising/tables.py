"""A search's runs as tables."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy

from .sample import fronts, interval
from .space import MODES

if TYPE_CHECKING:
    import pandas

    from .sample import Floats, Runs
    from .search import Candidate, Found, Plan

_LOW = 0.1


def chosen_table(found: Found, candidates: Sequence[Candidate]) -> dict[str, list[Any]]:
    """What was chosen: a column per key, the mix in four; of the catalogue what it has of that."""
    keys = found.candidates[-1].strategy
    columns: dict[str, list[Any]] = {}
    for key in keys:
        values = [one.strategy.get(key) for one in candidates]
        if key != "mix":
            columns[key] = [numpy.nan if value is None else value for value in values]
            continue
        for place, mode in enumerate(MODES):
            columns[f"mix_{mode}"] = [numpy.nan if v is None else v[place] for v in values]
    return columns


def figures(runs: Runs) -> dict[str, Floats]:
    """Means over units with their intervals."""
    gains = numpy.array([interval(row) for row in runs.gain]).reshape(-1, 2)
    saved = runs.saved.mean(axis=1)
    low, high = wilson(saved, runs.units)
    return {
        "npv_gain": runs.gain.mean(axis=1),
        "npv_gain_low": gains[:, 0],
        "npv_gain_high": gains[:, 1],
        "saved": saved,
        "saved_low": low,
        "saved_high": high,
    }


def wilson(shares: Floats, trials: int) -> tuple[Floats, Floats]:
    """Wilson's 95 % interval of shares; of worlds, whose replications are alike, each counts as one trial.

    E. B. Wilson (1927), J. Am. Stat. Assoc. 22(158), 209-212.
    """
    z2 = 1.959963984540054**2
    middle = (shares + z2 / (2 * trials)) / (1 + z2 / trials)
    spread = shares * (1 - shares) / trials + z2 / (4 * trials**2)
    half = numpy.sqrt(z2 * spread) / (1 + z2 / trials)
    return numpy.clip(middle - half, 0, 1), numpy.clip(middle + half, 0, 1)


def over_worlds(runs: Runs) -> dict[str, Floats]:
    """How sure it is in the worlds: a low quantile, and what a better choice in each would have had."""
    best = numpy.maximum(runs.gain.max(axis=0), 0)
    return {
        "npv_gain_q10": numpy.quantile(runs.gain, _LOW, axis=1),
        "npv_gain_regret": (best - runs.gain).mean(axis=1),
    }


def front_table(found: Found, plan: Plan, *, catalogue: bool) -> pandas.DataFrame:
    """The front, or the catalogue, on the runs that were kept out."""
    import pandas

    known = sum(one.generation is None for one in found.candidates)
    rows = [*found.finalists, *range(known)]
    candidates = [found.candidates[i] for i in rows]
    columns: dict[str, Any] = dict(chosen_table(found, candidates))
    promised = found.runs.rows(rows)
    own = figures(found.kept_out)
    base = float(found.kept_out.baseline.mean())
    columns.update(own)
    columns["npv_gain_share"] = own["npv_gain"] / base if base > 0 else numpy.nan
    if plan.worlds:
        columns.update(over_worlds(found.kept_out))
    columns["npv_gain_search"] = promised.gain.mean(axis=1)
    columns["saved_search"] = promised.saved.mean(axis=1)
    values = numpy.column_stack([own["npv_gain"], own["saved"]])
    best = fronts(values)[0]
    columns["dominated"] = [place not in best for place in range(len(rows))]
    names = pandas.Index(rows, name="candidate")
    table = pandas.DataFrame(columns, index=names)
    part = table.iloc[len(found.finalists) :] if catalogue else table.iloc[: len(found.finalists)]
    if catalogue:
        part = part.set_axis([one.name for one in found.candidates[:known]]).rename_axis("strategy")
    return part.sort_values("npv_gain", ascending=False, kind="stable")


def candidate_table(found: Found, plan: Plan) -> pandas.DataFrame:
    """Everything that was run, on the units of the search."""
    import pandas

    columns: dict[str, Any] = {
        "name": [one.name for one in found.candidates],
        "generation": pandas.array([one.generation for one in found.candidates], dtype="Int64"),
        **chosen_table(found, found.candidates),
        **figures(found.runs),
    }
    if plan.worlds:
        columns.update(over_worlds(found.runs))
    index = pandas.RangeIndex(len(found.candidates), name="candidate")
    return pandas.DataFrame(columns, index=index)


def gain_table(found: Found) -> pandas.DataFrame:
    """The paired differences between the front and the catalogue's best, which the search's runs named."""
    import pandas

    known = sum(one.generation is None for one in found.candidates)
    measures = {
        "npv": (found.runs.gain, found.kept_out.gain),
        "saved": (found.runs.saved, found.kept_out.saved),
    }
    rows = []
    for measure, (searched, kept_out) in measures.items() if known else ():
        # Of those that are equal, the one that is better in the other.
        means = [table[:known].mean(axis=1) for table in (found.runs.gain, found.runs.saved)]
        best = int(numpy.lexsort([*means, searched[:known].mean(axis=1)])[-1])
        other = kept_out[len(found.finalists) + best]
        for place, candidate in enumerate(found.finalists):
            difference = kept_out[place] - other
            ends = interval(difference)
            name = found.candidates[best].name
            rows.append((candidate, measure, name, float(difference.mean()), *ends))
    names = ["candidate", "measure", "against", "difference", "low", "high"]
    return pandas.DataFrame(rows, columns=names)


def written_table(front: pandas.DataFrame, catalogue: pandas.DataFrame) -> pandas.DataFrame:
    """Both as one, with what is not a candidate by its name."""
    import pandas

    found = front.reset_index().assign(strategy="")
    known = catalogue.reset_index().assign(candidate=numpy.nan)
    parts = [part for part in (found, known) if len(part)]
    whole = pandas.concat(parts, ignore_index=True) if parts else found
    whole["candidate"] = whole["candidate"].astype("Int64")
    return whole[["candidate", "strategy", *front.columns]]


def toml_of(strategy: Mapping[str, Any], name: str) -> str:
    """A strategy as a table of a scenario file."""
    quoted = (
        name
        if name.replace("_", "").replace("-", "").isalnum() and name.isascii()
        else json.dumps(name)
    )
    lines = [f"[strategies.{quoted}]"]
    lines += [f"{key} = {_value(value)}" for key, value in strategy.items() if value is not None]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_value(one) for one in value)}]"
    return repr(value)

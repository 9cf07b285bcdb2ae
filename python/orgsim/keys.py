"""What the keys of a scenario mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from . import _core

if TYPE_CHECKING:
    import pandas


def schema() -> dict[str, Any]:
    """Return the JSON Schema of scenario files, as ``orgsim schema`` prints it."""
    result: dict[str, Any] = json.loads(_core.schema_text())
    return result


def describe(key: str | None = None) -> str:
    """Say what a key means: its meaning, default, unit, ranges and sources.

    ``key`` is a path ("market.taste"), a last name ("taste") or a section ("market"); None lists
    all keys. Raises InputError for an unknown one. Print it to read it.
    """
    return _core.describe_all_text() if key is None else _core.describe_text(key)


def plausible(ranges: Literal["plausible", "narrow", "wide"] = "plausible") -> pandas.DataFrame:
    """Return the plausible ranges: where each number may lie as far as anybody knows.

    A row per number, an entry of a list being one; columns key, low, high, scale ("linear" or "log"),
    whole (rounded to a whole number), share_of (the key of which the range is a share, or ""), source.
    Keys that are not there are structural: they say what is simulated. ``ranges`` "narrow" are half as
    wide, "wide" ones twice, about their middles. ``vary="plausible"`` in :func:`sweep` varies them.
    Raises ValueError for other ranges.
    """
    import pandas

    return pandas.DataFrame(_core.plausible_numbers(ranges))

"""What the keys of a scenario mean."""

from __future__ import annotations

import json
from typing import Any

from . import _core


def schema() -> dict[str, Any]:
    """Return the JSON Schema of scenario files, as ``orgsim schema`` prints it."""
    result: dict[str, Any] = json.loads(_core.schema_text())
    return result


def describe(key: str | None = None) -> str:
    """Say what a key means: its meaning, default, unit, range and source.

    ``key`` is a path ("market.taste"), a last name ("taste") or a section ("market"); None lists
    all keys. Raises InputError for an unknown one. Print it to read it.
    """
    return _core.describe_all_text() if key is None else _core.describe_text(key)

"""The scenarios that come with orgsim."""

from __future__ import annotations

from collections.abc import Sequence

from . import _core


def scenarios() -> list[str]:
    """Return the names of the scenarios that :func:`scenario` loads."""
    return _core.shipped_names()


def scenario(name: str, *, set: Sequence[str] = ()) -> _core.Scenario:
    """Load a scenario that comes with orgsim, such as "capital_winter".

    ``set`` lays settings such as "market.taste=2" over it. Raises InputError for an unknown name
    or a wrong setting.
    """
    return _core.load_shipped(name, list(set))

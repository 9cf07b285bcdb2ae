"""What rivals do when the focal firm takes a strategy."""

from __future__ import annotations

from orgsim import _core


def with_rivals(scenario: _core.Scenario, rivals: str | None) -> _core.Scenario:
    """A copy in which all rivals do it; as the scenario says where nothing is said."""
    if rivals is None:
        return scenario.copy()
    known = [f"'{name}'" for name in _core.rivals()]
    if rivals not in _core.rivals():
        raise ValueError(f"rivals are {', '.join(known[:-1])} or {known[-1]}, not {rivals!r}")
    return _core.with_rivals(scenario, rivals)

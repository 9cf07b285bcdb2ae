"""What rivals do when the focal firm takes a strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgsim import _core

_STRATEGIES = {"static": None, "same": "same_as_focal", "respond": "answers_focal"}


def set_rivals(scenario: _core.Scenario, rivals: str | None) -> None:
    """Let all rivals do it; as the scenario says where nothing is said."""
    if rivals is None:
        return
    if not isinstance(rivals, str) or rivals not in _STRATEGIES:
        raise ValueError(f"rivals are 'static', 'same' or 'respond', not {rivals!r}")
    for firm in list(scenario.firms)[1:]:
        firm.strategy = _STRATEGIES[rivals]

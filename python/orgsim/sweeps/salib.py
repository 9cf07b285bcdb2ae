"""What SALib, which makes designs and statistics of sensitivity, needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

#: SALib's names of distributions.
_DISTS = {"uniform": "unif", "normal": "norm", "lognormal": "lognorm"}


def problem_of(axes: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Make SALib's problem of what varies."""
    bounds, dists = zip(*(_axis(axis) for axis in axes), strict=True)
    problem: dict[str, Any] = {
        "num_vars": len(axes),
        "names": [axis["name"] for axis in axes],
        "bounds": [list(ends) for ends in bounds],
    }
    if set(dists) != {"unif"}:
        problem["dists"] = list(dists)
    return problem


def _axis(axis: dict[str, Any]) -> tuple[Sequence[float], str]:
    """Bounds, and the distribution that they are of."""
    kind, arguments = axis["kind"], axis["arguments"]
    if kind == "values":
        ends = arguments or [0.0, 1.0]
        return [min(ends), max(ends)], "unif"
    if kind == "range":
        # SALib's log-uniform distribution lies above 0.
        return arguments, "logunif" if axis["scale"] == "log" and arguments[0] > 0 else "unif"
    if kind == "triangular":
        low, mode, high = arguments
        return [low, high, (mode - low) / (high - low)], "triang"
    return arguments, _DISTS[kind]


def unit_problem(names: Sequence[str]) -> dict[str, Any]:
    """The problem over the unit cube: shares of the probability of what each key may be."""
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}

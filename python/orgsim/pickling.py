"""How pickles make anew what the engine holds. These names stand in pickles: they must stay."""

from __future__ import annotations

import functools
from typing import Any

from . import _core


def let_readers_be_pickled() -> None:
    """Let pools be given Scenario.load and its like: pickle finds them by their names."""
    for name in ("load", "from_toml", "from_dict"):
        builtin = getattr(_core.Scenario, name)

        def by_name(*arguments: Any, builtin: Any = builtin, **options: Any) -> _core.Scenario:
            made: _core.Scenario = builtin(*arguments, **options)
            return made

        function = functools.wraps(builtin)(by_name)
        function.__module__, function.__qualname__ = _core.__name__, f"Scenario.{name}"
        setattr(_core.Scenario, name, staticmethod(function))


def distribution(kind: str, arguments: tuple[float, ...]) -> _core.Distribution:
    """Make a distribution."""
    made: _core.Distribution = getattr(_core, kind)(*arguments)
    return made


def scenario(
    text: str, folder: str = "", network: tuple[bytes, bytes] | None = None
) -> _core.Scenario:
    """Read a scenario from its TOML text; the edge list lies in ``folder``, or its ties are given."""
    return _core.scenario_of_pickle(text, folder, network)


def part(owner: _core.Scenario, path: str) -> Any:
    """Find a part of a scenario: "market.choice", "firms[1]", "grants[0]", "strategies.embed", "firms"."""
    if path.startswith("firms["):
        return owner.firms[int(path[len("firms[") : -1])]
    if path.startswith("grants["):
        return owner.grants[int(path[len("grants[") : -1])]
    if path.startswith("strategies."):
        return owner.strategies[path.removeprefix("strategies.")]
    found: Any = owner
    for name in path.split("."):
        found = getattr(found, name)
    return found


def simulation(saved: bytes) -> _core.Simulation:
    """Restore a simulation."""
    return _core.Simulation.restore(saved)


def results(saved: bytes, observed: Any = None) -> Any:
    """Make results anew that were held in memory."""
    from .results import Results

    kept = _core.Kept.from_bytes(saved)
    return Results(kept.result, kept, observed)


def results_file(path: str, digest: str, observed: Any = None) -> Any:
    """Open the results file that pickled results were read from, if it is still the same."""
    from .results import open_same

    return open_same(path, digest, observed)


def sweep_file(path: str, digest: str) -> Any:
    """Open the file that a pickled sweep was read from, if it is still the same."""
    import pathlib

    from .sweeps.result import open_sweep

    found = open_sweep(pathlib.Path(path))
    if found._info.digest != digest:
        raise OSError(f"{path}: another sweep has replaced the one that was pickled")
    return found

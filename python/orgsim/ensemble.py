"""Worlds that fit the evidence (docs/worlds.md)."""

from __future__ import annotations

import functools
import json
import os
import pathlib
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from orgsim import _core, files
from orgsim.errors import InputError, ScenarioWarning
from orgsim.fixed import Fixed

if TYPE_CHECKING:
    import pandas

    from orgsim.plots.worlds import WorldsPlot

    Progress = Callable[[float], object]

Ranges = Literal["plausible", "narrow", "wide"]


class Worlds(Fixed):
    """Worlds that fit the evidence, and what it says: :func:`worlds` makes it."""

    def __init__(self, drawn: _core.WorldsDrawn) -> None:
        self._drawn = drawn

    @property
    def fit(self) -> bool:
        """Whether any world fits; if none does, :attr:`table` is empty, and the rest says why."""
        return self._drawn.fit

    @functools.cached_property
    def table(self) -> pandas.DataFrame:
        """A row per world, a column per number, by its path: of equal weight and in random order."""
        import pandas

        return pandas.DataFrame(self._drawn.values, columns=self._drawn.keys)

    @functools.cached_property
    def figures(self) -> pandas.DataFrame:
        """The figures of each world: a row per world, a column per target that is used."""
        import pandas

        return pandas.DataFrame(self._drawn.figures, columns=self._drawn.targets)

    @functools.cached_property
    def targets(self) -> pandas.DataFrame:
        """A row per target that is used, those that exclude most first.

        Columns: name, low and high (the band), discrepancy, excluded (the share of the draws of the
        ranges that it excludes by itself), met_by_all_others (so many draws are let by by all other
        targets) and of_those_excluded; low_5, median, high_95 of the figure in the worlds; scenario
        (the scenario's own figure); source.
        """
        import pandas

        rows = [
            {
                "name": one["name"],
                "low": _number(one["band"][0], -1),
                "high": _number(one["band"][1], 1),
                **{name: one[name] for name in _OF_TARGETS},
                **_quantiles("", one["worlds_5_50_95"]),
                "scenario": one["scenario"],
                "source": one["source"],
            }
            for one in self._summary["targets"]
        ]
        return pandas.DataFrame(rows)

    @functools.cached_property
    def keys(self) -> pandas.DataFrame:
        """A row per number that is drawn, the most narrowed first.

        Columns: key; prior_low_5, prior_median, prior_high_95 of the ranges, and low_5, median, high_95
        of the worlds; width (of the worlds from 5 to 95 %, as a part of the range's, on the key's
        scale); scenario (what it is there) and quantile (of that in the worlds); source. Then the same on
        the key's scale, from 0 to 1 over its range: unit_low_5, unit_median, unit_high_95 of the worlds,
        unit_scenario.
        """
        import pandas

        rows = [
            {
                "key": one["key"],
                **_quantiles("prior_", one["prior_5_50_95"]),
                **_quantiles("", one["worlds_5_50_95"]),
                "width": one["width"],
                "scenario": one["scenario"],
                "quantile": one["quantile_of_scenario"],
                "source": one["source"],
                **_quantiles("unit_", one["on_scale"]["worlds_5_50_95"]),
                "unit_scenario": one["on_scale"]["scenario"],
            }
            for one in self._summary["keys"]
        ]
        return pandas.DataFrame(rows)

    @functools.cached_property
    def waves(self) -> pandas.DataFrame:
        """A row per wave of the search.

        Columns: kind ("prior", "mixture" or "moves"), threshold, evaluations, drawn, survivors,
        effective_sample_size, log_share_of_prior, steps, acceptance, distinct.
        """
        import pandas

        return pandas.DataFrame(self._summary["waves"])

    @functools.cached_property
    def fights(self) -> pandas.DataFrame:
        """Pairs of targets that the draws of the ranges meet together less often than by chance.

        Columns: first, second, together, by_chance.
        """
        import pandas

        rows = [
            [*one["targets"], one["together"], one["by_chance"]] for one in self._summary["fights"]
        ]
        return pandas.DataFrame(rows, columns=["first", "second", "together", "by_chance"])

    @functools.cached_property
    def unused(self) -> dict[str, str]:
        """The targets that are not used, and why."""
        reasons: dict[str, str] = self._summary["unused"]
        return reasons

    @property
    def kept(self) -> list[str]:
        """Numbers that were not drawn, as the scenario has its own word on them."""
        kept: list[str] = self._summary["kept"]
        return kept

    @property
    def distinct(self) -> int:
        """How many of the worlds differ; 0 if none fits."""
        return int(self._summary["distinct"])

    @property
    def implausibility(self) -> float:
        """Of the scenario itself: of its least likely figure; below 3 it fits."""
        return _number(self._summary["scenario_implausibility"], 1)

    @property
    def distance(self) -> tuple[float, float] | None:
        """How far the scenario is from the middle of the worlds, and the 75 % quantile of theirs.

        Mahalanobis distances in the keys' ranges; None if none fits or they are too few.
        """
        found = self._summary["distance"]
        return None if found is None else (found["scenario"], found["quantile_75"])

    @property
    def conclusion(self) -> str:
        """What came of it, in a few sentences."""
        from orgsim.language import current_language

        return str(json.loads(self._drawn.summary_json(current_language()))["conclusion"])

    @property
    def evaluations(self) -> int:
        """How many worlds were tried."""
        return int(self._summary["evaluations"])

    @property
    def log_share(self) -> float | None:
        """The natural logarithm of the share of the ranges that fits; None if nothing does."""
        share: float | None = self._summary["log_share_of_prior"]
        return share

    @property
    def plot(self) -> WorldsPlot:
        """The picture: ``plot.keys()``."""
        from orgsim.plots.worlds import WorldsPlot

        return WorldsPlot(self)

    def to_csv(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`table` as ``orgsim worlds`` does, with six digits.

        Raises FileExistsError unless it may ``overwrite``, OSError.
        """
        files.expect_free(path, overwrite)
        self.table.to_csv(path, index=False, float_format="%.6g")

    @functools.cached_property
    def _summary(self) -> dict[str, Any]:
        summary: dict[str, Any] = json.loads(self._drawn.summary_json())
        return summary

    def __len__(self) -> int:
        """Count the worlds."""
        return len(self.table)

    def __bool__(self) -> bool:
        """Be true, whether any world fits or not."""
        return True

    def __repr__(self) -> str:
        """Say what came of it."""
        from orgsim.language import current_language

        return self._drawn.summary_text(current_language())


_OF_TARGETS = ("discrepancy", "excluded", "met_by_all_others", "of_those_excluded")


def _number(bound: float | None, sign: int) -> float:
    """JSON has no infinity."""
    return sign * float("inf") if bound is None else float(bound)


def _quantiles(before: str, three: list[float]) -> dict[str, float]:
    return dict(zip((f"{before}low_5", f"{before}median", f"{before}high_95"), three, strict=True))


def worlds(
    scenario: _core.Scenario | None = None,
    *,
    evidence: str | os.PathLike[str] | None = None,
    points: int = 1000,
    seed: int = 1,
    ranges: Ranges = "plausible",
    most_evaluations: int = 60_000,
    path: str | os.PathLike[str] | None = None,
    threads: int | None = None,
    overwrite: bool = False,
    progress: bool | Progress | None = None,
) -> Worlds:
    """Draw worlds from the plausible ranges of the keys that fit the evidence (docs/worlds.md).

    A world is a value for each number that has a plausible range. Numbers that the ``scenario`` gives
    another value than the default stay as they are there. ``evidence`` is a TOML file of targets
    (docs/evidence.md), the one that comes with orgsim unless given; ``points`` is the number of worlds,
    ``ranges`` "plausible", or "narrow" and "wide" for half and twice as wide. About
    ``most_evaluations`` worlds are tried. If none fits, :attr:`Worlds.fit` is False.

    ``path`` is a CSV file that the worlds are written to. A call that was stopped goes on where it was:
    what was tried is in ``path`` + ".journal". Without a path nothing is there to go on with.
    ``threads`` and ``progress`` are as for :func:`run`; progress is the share of ``most_evaluations``,
    of which few searches need all.

    Other Python threads go on meanwhile. Raises InputError for all that is wrong with the call,
    FileExistsError if a file stands at ``path``, unless ``overwrite`` is True, OSError, Stopped, and
    KeyboardInterrupt.
    """
    from orgsim.results import told

    if scenario is not None and not isinstance(scenario, _core.Scenario):
        raise TypeError(f"a Scenario is wanted, not {scenario!r}")
    place = None if path is None else pathlib.Path(os.fsdecode(path)).absolute()
    if place is not None:
        files.expect_free(place, overwrite)
    table = None if evidence is None else pathlib.Path(os.fsdecode(evidence)).absolute()
    with told(progress, work="search", kept=place is not None) as tell:
        drawn = _core.draw_worlds(
            scenario,
            evidence=table,
            points=points,
            seed=seed,
            ranges=ranges,
            path=place,
            threads=threads,
            most_evaluations=most_evaluations,
            overwrite=overwrite,
            progress=tell,
        )
    return Worlds(drawn)


def rows_of_worlds(scenario: _core.Scenario, count: int, worlds_file: Any) -> pandas.DataFrame:
    """So many worlds: a row for each, a column per number that the scenario leaves open.

    The engine knows where they are; it is asked for the shortest run in them that there is.
    """
    from orgsim.results import run

    short = scenario.copy()
    short.run.weeks, short.run.replications = 1, 1
    short.market.kind = "mean_field"
    for firm in short.firms:
        firm.strategy = None
    short.strategies, short.selection.strategies = {}, []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ScenarioWarning)
        done = run(short, only=[], worlds=count, worlds_file=worlds_file, rivals=[], threads=1)
    if done.worlds is None:
        raise InputError("worlds: there are none of this scenario")
    return done.worlds.values

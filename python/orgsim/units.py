"""Experiments that run units: what window, explain and the like have in common (docs/experiments.md)."""

from __future__ import annotations

import functools
import json
import os
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypedDict

from orgsim import _core, files
from orgsim.fixed import Fixed
from orgsim.language import Language, current_language

if TYPE_CHECKING:
    import xarray

    Progress = Callable[[float], object]


class Running(TypedDict, total=False):
    """What every such experiment takes besides its own arguments.

    ``replications``, ``seed`` and ``kind`` stand for the scenario's own. ``worlds``, ``worlds_file``,
    ``ranges``, ``rivals`` and ``quick`` are as for :func:`orgsim.run`: in which other worlds and with
    which other rivals the question is asked too. ``threads`` and ``progress`` are as there.

    ``path`` is a results file, that of the command line's ``-o``. A call that was stopped goes on where it
    was: what was run is in ``path`` + ".journal". A file that stands there is replaced with
    ``overwrite``; then a journal of something else is put under another name.
    """

    replications: int | None
    seed: int | None
    kind: str | None
    worlds: int | None
    worlds_file: str | os.PathLike[str] | None
    ranges: str | None
    rivals: str | Sequence[str] | None
    quick: bool
    threads: int | None
    path: str | os.PathLike[str] | None
    overwrite: bool
    progress: bool | Progress | None


class UnitsExperiment(Fixed):
    """What came of an experiment that runs units: replications of variants of a scenario."""

    def __init__(self, result: _core.UnitsResult) -> None:
        self._result = result

    @property
    def scenario(self) -> _core.FixedScenario:
        """The scenario that was run: read-only, ``copy()`` makes one that can be changed."""
        return self._result.scenario

    @property
    def options(self) -> dict[str, Any]:
        """The experiment's own arguments, with what stands where nothing was given."""
        given: dict[str, Any] = self._summary["options"]
        return given

    @property
    def variants(self) -> dict[str, int]:
        """How many units each variant has: "default" (the scenario itself), "worlds", "rivals_same"."""
        return {one["name"]: one["units"] for one in self._summary["variants"]}

    @property
    def conclusion(self) -> str:
        """What came of it, in a few sentences."""
        return str(self._said(current_language())["conclusion"])

    @functools.cached_property
    def units(self) -> xarray.Dataset:
        """What every unit came to: the group ``units`` of a results file (docs/results.md)."""
        import numpy
        import xarray

        axes = self._result.axes
        places = self._result.places
        coords: dict[str, Any] = {
            one["name"]: (
                one["name"],
                one["values"],
                {"units": one["unit"], "long_name": one["meaning"]},
            )
            for one in axes
        }
        coords["unit"] = ("unit", numpy.arange(len(places)))
        coords["variant"] = ("unit", [variant for variant, _ in places])
        coords["replication"] = ("unit", [replication for _, replication in places])
        over = ("unit", *(one["name"] for one in axes))
        return xarray.Dataset({"values": (over, self._result.values)}, coords)

    def to_json(self) -> dict[str, Any]:
        """The summary as ``--json`` prints it."""
        return self._said(current_language())

    def to_hdf5(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the file of the command line's ``-o``. Raises FileExistsError, InputError, OSError."""
        files.expect_free(path, overwrite)
        self._result.write(pathlib.Path(os.fsdecode(path)).absolute(), overwrite)

    def report(
        self,
        path: str | os.PathLike[str],
        *,
        language: Language | None = None,
        overwrite: bool = False,
    ) -> None:
        """Write a page for a browser, in one file; see :meth:`orgsim.Results.report`."""
        files.expect_free(path, overwrite)
        place = pathlib.Path(os.fsdecode(path)).absolute()
        self._result.report(place, language or current_language(), overwrite)

    @functools.cached_property
    def _summary(self) -> dict[str, Any]:
        return self._said("en")

    def _said(self, language: str) -> dict[str, Any]:
        summary: dict[str, Any] = json.loads(self._result.summary_json(language))
        return summary

    def _variant(self, name: str) -> str:
        """The name, if there is such a variant."""
        if name not in self.variants:
            raise ValueError(f"there is no variant '{name}'; there are {', '.join(self.variants)}")
        return name

    def __repr__(self) -> str:
        """Say what came of it."""
        return self._result.summary_text(current_language())


def run_units(
    experiment: str,
    scenario: _core.Scenario,
    options: Mapping[str, Any],
    running: Running,
    *,
    against: _core.Scenario | None = None,
) -> _core.UnitsResult:
    """Run an experiment with its own options and what all of them take."""
    from orgsim.results import doubted

    expect_known(experiment, running)
    wanted = doubted(
        scenario,
        replications=running.get("replications"),
        seed=running.get("seed"),
        worlds=running.get("worlds"),
        worlds_file=running.get("worlds_file"),
        ranges=running.get("ranges"),
        rivals=running.get("rivals"),
        quick=running.get("quick", False),
    )
    kind = running.get("kind")
    if kind is not None:
        wanted.market.kind = kind
    if against is not None and not isinstance(against, _core.Scenario):
        raise TypeError(f"a Scenario is wanted, not {against!r}")
    with _ways_of(running) as ways:
        return _core.run_units(experiment, wanted, _given(options), against=against, **ways)


def expect_known(experiment: str, running: Running) -> None:
    """Refuse an argument that no experiment has. Raises TypeError."""
    unknown = sorted(set(running) - set(Running.__annotations__))
    if unknown:
        raise TypeError(f"{experiment}() has no argument '{unknown[0]}'")


def run_of_file(
    file: pathlib.Path,
    known: _core.Scenario | None,
    options: Mapping[str, Any],
    running: Running,
) -> _core.AuditedFile:
    """Audit the run of a results file, with the options of ``audit``; ``known`` may be its scenario."""
    with _ways_of(running) as ways:
        return _core.audit_file(file, _given(options), known=known, **ways)


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if value is not None}


@contextmanager
def _ways_of(running: Running) -> Iterator[dict[str, Any]]:
    """How and into what units are run, as the engine takes it."""
    from orgsim.results import told

    path, overwrite = running.get("path"), running.get("overwrite", False)
    place = None if path is None else pathlib.Path(os.fsdecode(path)).absolute()
    if place is not None:
        files.expect_free(place, overwrite)
    with told(running.get("progress"), kept=place is not None) as tell:
        yield {
            "path": place,
            "threads": running.get("threads"),
            "overwrite": overwrite,
            "progress": tell,
        }


def listed(name: str, values: Sequence[Any] | None) -> list[Any] | None:
    """A list of what is given; a lone string is a slip."""
    if isinstance(values, str):
        raise TypeError(f"{name} must be a list: ['{values}']")
    if values is not None and not isinstance(values, Iterable):
        raise TypeError(f"{name} must be a list: [{values!r}]")
    if values is not None and not list(values):
        raise ValueError(f"{name} is an empty list; leave it out for what is usual")
    return None if values is None else list(values)

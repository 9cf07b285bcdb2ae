"""Running a scenario, and the results: what a results file of the command line's holds (docs/results.md)."""

from __future__ import annotations

import contextlib
import functools
import os
import pathlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from . import _core, files
from .language import current_language
from .summary import Summary

if TYPE_CHECKING:
    import pandas
    import xarray

    from .plots import Plot

    Progress = Callable[[float], object]


_GROUPS = ("outcomes", "bands", "means", "trajectories", "audit")


class Results:
    """What came of a run: :func:`run` and :func:`open` make it.

    A run's results are held in memory, those of a file are read when they are asked for. Tables and
    arrays own their data: they stay as they are whatever becomes of this object or of the file. It
    goes through pickle and into other processes; results of a file go as their path.
    """

    def __init__(self, result: _core.RunResult, source: _core.Kept | pathlib.Path) -> None:
        self._result = result
        self._source = source

    @property
    def scenario(self) -> _core.Scenario:
        """A copy of the scenario that was run."""
        return self._result.scenario

    @property
    def strategies(self) -> list[str]:
        """Names of what was run, "baseline" first."""
        return self._result.strategies

    @property
    def replications(self) -> int:
        """Number of replications."""
        return self._result.replications

    @functools.cached_property
    def _datasets(self) -> dict[str, xarray.Dataset]:
        return {}

    def dataset(self, group: str) -> xarray.Dataset:
        """Return a group: "outcomes", "bands", "means", "trajectories" or "audit".

        Dimensions are named (strategy, replication, week, firm, department, mode, channel, line,
        quantile), variables carry ``units`` and ``long_name``. Raises KeyError if there is no such
        group (record.trajectories was 0), OSError if the file is no longer there.
        """
        if group not in self._datasets:
            self._datasets[group] = self._read(group)
        return self._datasets[group]

    def _read(self, group: str) -> xarray.Dataset:
        import xarray

        from .groups import dataset_of

        if group not in _GROUPS:
            raise KeyError(f"there is no group '{group}'; there are {', '.join(_GROUPS)}")
        if group == "outcomes":
            return dataset_of(self._result.outcomes())
        missing = KeyError(
            f"the results have no group '{group}'; record.trajectories says how many "
            "replications are kept in full"
        )
        if isinstance(self._source, _core.Kept):
            kept = self._source.group(group)
            if kept is None:
                raise missing
            return dataset_of(kept)
        try:
            return xarray.load_dataset(self._source, engine="h5netcdf", group=group)
        except OSError as error:
            if not self._source.exists():
                raise FileNotFoundError(
                    f"{self._source}: the results file is gone; what was read from it before is kept"
                ) from error
            raise missing from error

    @functools.cached_property
    def bands(self) -> xarray.Dataset:
        """Quantiles over replications of every series (strategy, week, ..., quantile), 32 bits.

        Linear between order statistics; ``units`` of each variable are among its attributes.
        """
        return self.dataset("bands")

    @functools.cached_property
    def means(self) -> xarray.Dataset:
        """Means over replications of every series (strategy, week, ...), 32 bits."""
        return self.dataset("means")

    @functools.cached_property
    def trajectories(self) -> xarray.Dataset:
        """Every series of the first replications (strategy, replication, week, ...).

        record.trajectories of the scenario says how many are kept, record.precision in how many
        bits. Raises KeyError if none is.
        """
        return self.dataset("trajectories")

    @functools.cached_property
    def audit(self) -> xarray.Dataset:
        """Why each department's log share changed (strategy, replication, week, firm, department).

        For the replications of :attr:`trajectories`. Raises KeyError if none is kept.
        """
        return self.dataset("audit")

    @functools.cached_property
    def outcomes(self) -> pandas.DataFrame:
        """What became of marketing and of the focal firm: a row per strategy and replication.

        Columns: strategy, replication, verdict, began, stock_phase_week, marginalised_week and
        line_week_LINE (weeks; NaN for what never came), npv and budget_total_DEPARTMENT (money),
        share_end_DEPARTMENT (share of the budget after the last week), and one per key that is
        drawn, under its path. If the scenario names a currency, money is in it and the column
        currency says which. ``dataset("outcomes")`` has all firms, with money in the model's unit.
        """
        from .groups import outcome_table

        run = self.scenario.run
        return outcome_table(self._result.outcomes(), run.currency, run.money)

    def summary(self) -> Summary:
        """Sum up: the terminal's table as text, a table in a notebook, and the facts as a dict.

        In the language that :func:`set_language` has set.
        """
        chosen = current_language()
        text, facts = self._result.summary_text(chosen), self._result.summary_json(chosen)
        return Summary(text, facts, chosen)

    @property
    def plot(self) -> Plot:
        """The standard pictures: ``plot.budget()``, ``lines``, ``strategies``, ``value_gap``, ``market``."""
        from .plots import Plot

        return Plot(self)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the results file, the same as ``orgsim run -o`` writes.

        A file that stands there stays whole until the new one is on the disk. Raises
        FileExistsError unless it may ``overwrite``, OSError if the disk refuses.
        """
        if isinstance(self._source, _core.Kept):
            files.expect_free(path, overwrite)
            self._source.write(pathlib.Path(path), overwrite)
        else:
            source = self._source
            files.put(path, lambda part: shutil.copyfile(source, part), overwrite)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what is in memory whole, and results of a file as its path."""
        from . import pickling

        if isinstance(self._source, _core.Kept):
            return pickling.results, (self._source.bytes(),)
        return pickling.results_file, (str(self._source),)

    def __repr__(self) -> str:
        """Say what was run."""
        arms = len(self.strategies) - 1
        return f"<Results of '{self.scenario.title}': {arms} strategies, {self.replications} replications>"


def run(
    scenario: _core.Scenario,
    *,
    replications: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    only: Sequence[str] | None = None,
    progress: bool | Progress | None = None,
    path: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    max_memory: float = 2e9,
) -> Results:
    """Run the baseline and every strategy of a scenario, on common random numbers.

    Runs of one replication share every draw (Philox streams: Salmon, Moraes, Dror & Shaw 2011), so
    that their paired differences are the strategy's doing. The model and its sources: docs/model.md.

    ``replications`` and ``seed`` stand for the scenario's own where they are given. ``threads``
    are all cores unless given; the results do not depend on them. ``only`` names the strategies to
    run besides the baseline. ``progress`` is True for a bar, or a function that is told the share
    of the work that is done, from 0 to 1, at most fifty times a second.

    Results are held in memory, up to ``max_memory`` bytes: what would exceed them is refused before
    the run. ``path`` writes them to a results file as they come instead, the file of
    ``orgsim run -o``; one that stands there is replaced only with ``overwrite``.

    Other Python threads go on meanwhile. Raises InputError for all that is wrong with the
    scenario, FileExistsError, MemoryError, OSError, and KeyboardInterrupt when interrupted; nothing
    is left behind.
    """
    wanted = _wanted(scenario, replications, seed)
    names = _names(only)
    if not max_memory > 0:
        raise ValueError(f"max_memory is a number of bytes above 0, not {max_memory!r}")
    with _told(progress) as tell:
        return _run(wanted, path, overwrite, max_memory, threads, names, tell)


def _wanted(scenario: object, replications: int | None, seed: int | None) -> _core.Scenario:
    """A copy of the scenario with what stands for its own settings."""
    if not isinstance(scenario, _core.Scenario):
        raise TypeError(
            f"a Scenario is wanted, not {scenario!r}: orgsim.scenario(name) gives one that comes with "
            "orgsim, orgsim.Scenario.load(path) that of a file"
        )
    wanted = scenario.copy()
    if replications is not None:
        wanted.run.replications = replications
    if seed is not None:
        wanted.run.seed = seed
    return wanted


def _names(only: Sequence[str] | None) -> list[str]:
    if isinstance(only, str):
        raise TypeError(f"only must be a list of names: ['{only}']")
    return list(only or ())


def outcomes(
    scenario: _core.Scenario,
    *,
    replications: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    only: Sequence[str] | None = None,
    progress: bool | Progress | None = None,
) -> pandas.DataFrame:
    """Run as :func:`run` does and keep nothing but :attr:`Results.outcomes`.

    Memory does not grow with the number of replications, apart from a row for each run. Arguments
    and errors are those of :func:`run`.
    """
    from .groups import outcome_table

    wanted, names = _wanted(scenario, replications, seed), _names(only)
    with _told(progress) as tell:
        result = _core.run_outcomes(wanted, threads=threads, only=names, progress=tell)
    return outcome_table(result.outcomes(), wanted.run.currency, wanted.run.money)


@contextlib.contextmanager
def _told(progress: bool | Progress | None) -> Iterator[Progress | None]:
    """What is told of the progress: a bar's function, one's own, or nothing."""
    if progress is not True:
        yield progress or None
        return
    from .progress import Bar

    with Bar() as bar:
        yield bar.show


def _run(
    scenario: _core.Scenario,
    path: str | os.PathLike[str] | None,
    overwrite: bool,
    max_memory: float,
    threads: int | None,
    only: list[str],
    tell: Progress | None,
) -> Results:
    if path is None:
        kept = _core.run_kept(scenario, limit=max_memory, threads=threads, only=only, progress=tell)
        return Results(kept.result, kept)
    absolute = pathlib.Path(path).absolute()
    files.expect_free(absolute, overwrite)
    result = _core.run_into(
        scenario, absolute, overwrite=overwrite, threads=threads, only=only, progress=tell
    )
    return Results(result, absolute)


def open(path: str | os.PathLike[str]) -> Results:
    """Open a results file that :meth:`Results.save` or ``orgsim run -o`` wrote.

    Raises InputError if it is none, is damaged, or is of a newer format.
    """
    absolute = pathlib.Path(path).absolute()
    return Results(_core.read_results(absolute), absolute)

"""Running a scenario, and the results: one HDF5 file in the format of the command line's (docs/results.md)."""

from __future__ import annotations

import functools
import os
import pathlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from . import _core, files
from .language import current_language
from .summary import Summary

if TYPE_CHECKING:
    import pandas
    import xarray

    from .plots import Plot

    Progress = Callable[[float], object]


class Results:
    """What came of a run: :func:`run` and :func:`open` make it.

    The data lie in a file and are read when they are asked for. The file of a run is temporary and
    goes with this object; :meth:`save` keeps it.
    """

    def __init__(
        self,
        result: _core.RunResult,
        path: pathlib.Path,
        folder: tempfile.TemporaryDirectory[str] | None = None,
    ) -> None:
        self._result = result
        self._path = path
        self._folder = folder  # removed with this object

    @functools.cached_property
    def scenario(self) -> _core.Scenario:
        """The scenario that was run."""
        return self._result.scenario

    @property
    def strategies(self) -> list[str]:
        """Names of what was run, "baseline" first."""
        return self._result.strategies

    @property
    def replications(self) -> int:
        """Number of replications."""
        return self._result.replications

    def dataset(self, group: str) -> xarray.Dataset:
        """Open a group of the file: "outcomes", "bands", "means", "trajectories" or "audit".

        Dimensions are named (strategy, replication, week, firm, department, mode, channel, line,
        quantile), variables carry ``units`` and ``long_name``. Numbers are read when used. Raises
        KeyError if the file has no such group: record.trajectories was 0.
        """
        import xarray

        try:
            return xarray.open_dataset(self._path, engine="h5netcdf", group=group)
        except OSError as error:
            if not self._path.exists():
                raise
            raise KeyError(
                f"the results have no group '{group}'; record.trajectories says how many "
                "replications are kept in full"
            ) from error

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
        drawn, under its path. ``dataset("outcomes")`` has all firms.
        """
        from .tables import outcome_table

        return outcome_table(self.dataset("outcomes"))

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
        files.put(path, lambda part: shutil.copyfile(self._path, part), overwrite)

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
) -> Results:
    """Run the baseline and every strategy of a scenario, on common random numbers.

    Runs of one replication share every draw (Philox streams: Salmon, Moraes, Dror & Shaw 2011), so
    that their paired differences are the strategy's doing. The model and its sources: docs/model.md.

    ``replications`` and ``seed`` stand for the scenario's own where they are given. ``threads``
    are all cores unless given; the results do not depend on them. ``only`` names the strategies to
    run besides the baseline. ``progress`` is True for a bar, or a function that is told the share
    of the work that is done, from 0 to 1, at most fifty times a second.

    Other Python threads go on meanwhile. Raises InputError for all that is wrong with the
    scenario, MemoryError, OSError, and KeyboardInterrupt when interrupted; nothing is left behind.
    """
    if not isinstance(scenario, _core.Scenario):
        raise TypeError(
            f"run() wants a Scenario, not {scenario!r}: orgsim.scenario(name) gives one that comes with "
            "orgsim, orgsim.Scenario.load(path) that of a file"
        )
    wanted = scenario.copy()
    if replications is not None:
        wanted.run.replications = replications
    if seed is not None:
        wanted.run.seed = seed
    if isinstance(only, str):
        raise TypeError(f"only is a list of names: ['{only}']")
    names = list(only or ())
    # What is still being written when the run is interrupted may be in the way of removing the folder.
    folder = tempfile.TemporaryDirectory(prefix="orgsim-", ignore_cleanup_errors=True)
    path = pathlib.Path(folder.name) / "results.h5"
    try:
        result = _run(wanted, path, threads, names, progress)
    except BaseException:
        folder.cleanup()
        raise
    return Results(result, path, folder)


def _run(
    scenario: _core.Scenario,
    path: pathlib.Path,
    threads: int | None,
    only: list[str],
    progress: bool | Progress | None,
) -> _core.RunResult:
    if progress is not True:
        tell = progress or None
        return _core.run_into(scenario, path, threads=threads, only=only, progress=tell)
    from .progress import Bar

    with Bar() as bar:
        return _core.run_into(scenario, path, threads=threads, only=only, progress=bar.show)


def open(path: str | os.PathLike[str]) -> Results:
    """Open a results file that :meth:`Results.save` or ``orgsim run -o`` wrote.

    Raises InputError if it is none, is damaged, or is of a newer format.
    """
    absolute = pathlib.Path(path).absolute()
    return Results(_core.read_results(absolute), absolute)

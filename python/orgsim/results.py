"""Running a scenario, and the results: what a results file of the command line's holds (docs/results.md)."""

from __future__ import annotations

import contextlib
import functools
import os
import pathlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from . import _core, files
from .errors import Stopped
from .files import ResultsFile
from .fixed import Fixed
from .language import Language, current_language
from .observing import Recorder, chosen_weeks
from .summary import Summary

if TYPE_CHECKING:
    import pandas
    import xarray

    from .doubt import InWorlds
    from .observing import Observe
    from .plots import Plot
    from .sweeps import Sweep
    from .units import UnitsExperiment

    Progress = Callable[[float], object]


_GROUPS = ("outcomes", "bands", "means", "trajectories", "audit")
_DOUBTS = ("worlds", "worlds/outcomes", "rivals/outcomes")
_OF_RUNS = ("trajectories", "audit")


class Results(Fixed):
    """What came of a run: :func:`run` and :func:`open` make it.

    A run's results are held in memory, those of a file are read when they are asked for. Tables and
    arrays own their data: they stay as they are whatever becomes of this object or of the file. It
    goes through pickle and into other processes; results of a file go as their path.
    """

    def __init__(
        self,
        result: _core.RunResult,
        source: _core.Kept | ResultsFile,
        observed: pandas.DataFrame | None = None,
    ) -> None:
        self._result = result
        self._source = source
        self._observed = observed

    @property
    def scenario(self) -> _core.FixedScenario:
        """The scenario that was run: read-only, ``copy()`` makes one that can be changed."""
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
        """Return a group: "outcomes", "bands", "means", "trajectories", "audit", or of other worlds
        and rivals "worlds", "worlds/outcomes", "rivals/outcomes".

        Dimensions are named (strategy, replication, week, firm, department, mode, channel, line,
        quantile), variables carry ``units`` and ``long_name``. Raises KeyError if there is no such
        group (record.trajectories was 0), OSError if the file is gone, was changed or cannot be read.
        """
        if group not in self._datasets:
            self._datasets[group] = self._read(group)
        return self._datasets[group]

    def _read(self, group: str) -> xarray.Dataset:
        from .groups import dataset_of

        if group in _DOUBTS:
            found = self._result.doubts().get(group)
            if found is None:
                raise KeyError(
                    f"no {group.split('/')[0]} were run; run.worlds and run.rivals ask for them"
                )
            return dataset_of(found)
        if group not in _GROUPS:
            raise KeyError(f"there is no group '{group}'; there are {', '.join(_GROUPS + _DOUBTS)}")
        if group == "outcomes":
            return dataset_of(self._result.outcomes())
        if isinstance(self._source, _core.Kept):
            kept = self._source.group(group)
            if kept is not None:
                return dataset_of(kept)
        elif group not in _OF_RUNS or self.scenario.record.trajectories > 0:
            return self._source.read(group)
        raise KeyError(
            f"the results have no group '{group}'; record.trajectories says how many "
            "replications are kept in full"
        )

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

        Columns: strategy, replication; verdict, and verdict_lenient and verdict_strict, which are
        found with the crisis lines lower and higher by lines.tolerance (categories in the order of
        the model's text); standing_real_share (of the initial share), standing_non_substitutability
        and standing_centrality (means over the verdict weeks; NaN without a verdict, and the first
        where the initial share is 0); began, stock_phase_week, marginalised_week,
        marginalised_until and line_week_LINE (weeks; NaN for what never came); npv and
        budget_total_DEPARTMENT (money); share_end_DEPARTMENT (share of the budget after the last
        week); of networks margin_per_customer_CHANNEL (money: what a customer won through the
        channel brought in); and one per key that is drawn, under its path. Files of formats before
        2.2 have no lenient and strict verdicts and no standing. If the scenario names a currency,
        money is in it and the column currency says which. ``dataset("outcomes")`` has all firms,
        with money in the model's unit.
        """
        from .groups import outcome_table

        run = self.scenario.run
        return outcome_table(self._result.outcomes(), run.currency, run.money)

    @functools.cached_property
    def worlds(self) -> InWorlds | None:
        """What came of the same strategies in worlds that fit the evidence; None if none were run.

        run.worlds of the scenario says how many (docs/worlds.md).
        """
        from .doubt import InWorlds

        return InWorlds(self) if "worlds" in self._result.doubts() else None

    @functools.cached_property
    def rivals(self) -> dict[str, pandas.DataFrame]:
        """Outcomes of the default world in which rivals do not stand still: "same", "respond".

        Tables as :attr:`outcomes`, by what rivals do; run.rivals of the scenario says which.
        """
        from .doubt import rivals_of

        return rivals_of(self) if "rivals/outcomes" in self._result.doubts() else {}

    def to_frame(self, series: str, group: str = "bands") -> pandas.DataFrame:
        """Return a weekly series as a tidy table: a row for every number.

        Columns: strategy; quantile (of "bands") or replication (of "trajectories" and "audit"), and
        neither of "means"; week; firm, and department, mode or channel, where the series has them;
        value. `series` is a name of docs/results.md, such as "share". Raises KeyError, naming what
        there is.
        """
        from .groups import series_table

        return series_table(self.dataset(group), series, group)

    @property
    def observed(self) -> pandas.DataFrame:
        """What the function ``observe`` of :func:`run` returned: strategy, replication, week, numbers.

        A single number is the column "value", a dict's are columns under its keys, an array's are
        numbered: "value_0". Goes through pickle; a results file does not hold it, so that of
        :func:`open` there is none. Raises KeyError if nothing was observed.
        """
        if self._observed is None:
            raise KeyError(
                "nothing was observed: give run() a function, observe=...; results files do not "
                "hold it, write this table into a file of its own"
            )
        return self._observed

    def summary(self) -> Summary:
        """Sum up: the terminal's table as text, a table in a notebook, and the facts as a dict.

        In the language that :func:`set_language` has set.
        """
        chosen = current_language()
        text, facts = self._result.summary_text(chosen), self._result.summary_json(chosen)
        return Summary(text, facts, chosen)

    def headline(self, strategies: Sequence[str]) -> list[str]:
        """Say in sentences which of these strategies saves marketing, and which does harm.

        Those of the summary's conclusion that a title says, in the language that
        :func:`set_language` has set; :meth:`summary` says more.
        """
        return self._result.headline(list(strategies), current_language())

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
        files.expect_free(path, overwrite)
        if isinstance(self._source, _core.Kept):
            self._source.write(path, overwrite)
        else:
            _core.copy_results(self._source.path, path, overwrite)

    def report(
        self,
        path: str | os.PathLike[str],
        *,
        language: Language | None = None,
        overwrite: bool = False,
    ) -> None:
        """Write a page for a browser: the answer, its pictures, and what it hangs on, in one file.

        The page opens in ``language``, the current one if left out, and has a switch for the other.
        Raises FileExistsError unless it may ``overwrite``, OSError if the disk refuses, InputError if
        orgsim was built without what draws the charts.
        """
        files.expect_free(path, overwrite)
        first = language or current_language()
        if isinstance(self._source, _core.Kept):
            self._source.report(path, first, overwrite)
        else:
            _core.report_file(self._source.path, path, first, overwrite)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle what is in memory whole, and results of a file as its path."""
        from . import pickling

        if isinstance(self._source, _core.Kept):
            return pickling.results, (self._source.bytes(), self._observed)
        return pickling.results_file, (
            str(self._source.path),
            self._source.digest,
            self._observed,
        )

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
    observe: Observe | None = None,
    observe_weeks: Iterable[int] | None = None,
    worlds: int | None = None,
    worlds_file: str | os.PathLike[str] | None = None,
    worlds_replications: int | None = None,
    ranges: str | None = None,
    rivals: str | Sequence[str] | None = None,
    quick: bool = False,
    until: float | None = None,
    most_replications: int = 4096,
) -> Results:
    """Run the baseline and every strategy of a scenario, on common random numbers.

    Runs of one replication share every draw (Philox streams: Salmon, Moraes, Dror & Shaw 2011), so
    that their paired differences are the strategy's doing. The model and its sources: docs/model.md.

    ``replications`` and ``seed`` stand for the scenario's own where they are given. ``threads``
    are all cores unless given; the results do not depend on them. ``only`` names the strategies to
    run besides the baseline. ``progress`` is True for a bar, or a function that is told the share
    of the work that is done, from 0 to 1, at most fifty times a second. Returning False it stops the
    run, which raises :class:`Stopped`; that a flag of another thread says so is one way to cancel a
    run: ``progress=lambda share: not cancelled.is_set()`` with a ``threading.Event``.

    Results are held in memory, up to ``max_memory`` bytes: what would exceed them is refused before
    the run. ``path`` writes them to a results file as they come instead, the file of
    ``orgsim run -o``; one that stands there is replaced only with ``overwrite``.

    ``observe`` is called with the :class:`Simulation` after each week of each replication, of the
    baseline and of every strategy, or after ``observe_weeks`` alone: the numbers that it returns (one,
    an array, or a dict of either; None for none) are :attr:`Results.observed`. It looks at a copy,
    one call at a time; what it raises ends the run.

    The default world is run first; then ``worlds`` that fit the evidence (as many as replications, 100
    at most, unless given; networks: none), from ``worlds_file`` or the ensemble of ``ranges``
    ("plausible", "narrow", "wide") that comes with orgsim, with ``worlds_replications`` of each of
    twenty; then the default world with other ``rivals``: "same" (unless given), "respond", "static",
    or a list. ``quick`` runs the default world alone. :attr:`Results.worlds`, :attr:`Results.rivals`.

    ``until`` answers how many replications are enough: it doubles them until every 95 % interval of
    the share saved is narrower than so many percentage points, up to ``most_replications``.

    Other Python threads go on meanwhile. Raises InputError for all that is wrong with the
    scenario, FileExistsError, MemoryError, OSError, Stopped, and KeyboardInterrupt when interrupted;
    nothing is left behind.
    """
    wanted = _wanted(scenario, replications, seed)
    _doubt(wanted, worlds, worlds_file, worlds_replications, ranges, rivals, quick)
    names = _names(only)
    if until is not None:
        wanted.run.replications = _core.enough_replications(
            wanted, until=until, most=most_replications, threads=threads, only=names
        )
    if not max_memory > 0:
        raise ValueError(f"max_memory is a number of bytes above 0, not {max_memory!r}")
    if observe is None and observe_weeks is not None:
        raise ValueError("observe_weeks says when observe is called; give observe, a function")
    watching: dict[str, Any] = {}
    if observe is not None:
        weeks = chosen_weeks(observe_weeks, wanted.run.weeks)
        watching = {"observe": Recorder(observe), "weeks": weeks}
    with told(progress) as tell:
        given: dict[str, Any] = {"threads": threads, "only": names, "progress": tell, **watching}
        result, source = _run(wanted, path, overwrite, max_memory, given)
    observed = None
    if observe is not None:
        observed = watching["observe"].frame(result.strategies, result.replications, weeks)
    return Results(result, source, observed)


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


def _doubt(
    wanted: _core.Scenario,
    worlds: int | None,
    worlds_file: str | os.PathLike[str] | None,
    worlds_replications: int | None,
    ranges: str | None,
    rivals: str | Sequence[str] | None,
    quick: bool,
) -> None:
    """Set what the answer is doubted with, as the options of the command line do."""
    given = {
        "worlds": worlds,
        "worlds_file": worlds_file,
        "worlds_replications": worlds_replications,
        "ranges": ranges,
        "rivals": rivals,
    }
    named = [name for name, value in given.items() if value is not None]
    if quick and named:
        raise ValueError(
            f"quick is the default world alone, without other rivals: leave out quick, or {named[0]}"
        )
    if worlds_file is not None and ranges is not None:
        raise ValueError(
            "ranges chooses one of the ensembles that come with orgsim: leave it out, or worlds_file"
        )
    if quick:
        wanted.run.worlds = 0
        wanted.run.rivals = []
    if worlds is not None:
        wanted.run.worlds = worlds
    if worlds_file is not None:
        wanted.run.worlds_file = os.fspath(worlds_file)
    if worlds_replications is not None:
        wanted.run.worlds_replications = worlds_replications
    if ranges is not None:
        wanted.run.ranges = ranges
    if rivals is not None:
        wanted.run.rivals = [rivals] if isinstance(rivals, str) else list(rivals)


def doubted(
    scenario: _core.Scenario,
    *,
    replications: int | None = None,
    seed: int | None = None,
    worlds: int | None = None,
    worlds_file: str | os.PathLike[str] | None = None,
    ranges: str | None = None,
    rivals: str | Sequence[str] | None = None,
    quick: bool = False,
) -> _core.Scenario:
    """A copy of the scenario with what stands for its own settings, and its worlds and rivals."""
    wanted = _wanted(scenario, replications, seed)
    _doubt(wanted, worlds, worlds_file, None, ranges, rivals, quick)
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
    with told(progress) as tell:
        result = _core.run_outcomes(wanted, threads=threads, only=names, progress=tell)
    return outcome_table(result.outcomes(), wanted.run.currency, wanted.run.money)


@contextlib.contextmanager
def told(
    progress: bool | Progress | None, *, work: str = "run", kept: bool | None = None
) -> Iterator[Progress | None]:
    """What is told of the progress: a bar's function, one's own, or nothing.

    A function that returns False stops the ``work``; ``kept`` is whether the same call then goes on, None
    where that is not to be said.
    """
    if progress is True:
        from .progress import Bar

        with Bar() as bar:
            yield bar.show
    elif progress:
        yield _stopping(progress, work, kept)
    else:
        yield None


def _stopping(progress: Progress, work: str, kept: bool | None) -> Progress:
    """Raise Stopped once the function returns False, unless all is done."""
    if not callable(progress):
        raise TypeError(
            f"progress is True, False or a function of the share that is done, not {progress!r}"
        )

    after = {
        None: "",
        True: "; the same call goes on",
        False: "; without a path nothing was kept of it",
    }[kept]

    def tell(share: float) -> None:
        if progress(share) is False and share < 1:
            raise Stopped(
                f"progress stopped the {work}, of which {100 * share:.0f} % were done{after}"
            )

    return tell


def _run(
    scenario: _core.Scenario,
    path: str | os.PathLike[str] | None,
    overwrite: bool,
    max_memory: float,
    told: dict[str, Any],
) -> tuple[_core.RunResult, _core.Kept | ResultsFile]:
    if path is None:
        kept = _core.run_kept(scenario, limit=max_memory, **told)
        return kept.result, kept
    absolute = pathlib.Path(path).absolute()
    files.expect_free(absolute, overwrite)
    result, digest = _core.run_into(scenario, absolute, overwrite=overwrite, **told)
    return result, ResultsFile(absolute, digest)


def open(path: str | bytes | os.PathLike[str]) -> Results | Sweep | UnitsExperiment:
    """Open a results file of ``orgsim run -o`` (a :class:`Results`), ``orgsim sweep -o`` (a :class:`Sweep`) or
    of another experiment (such as a :class:`Window`).

    The whole file is checked first, and again whenever a group is read from it. Raises InputError
    if it is none, is not as it was written, or is of a newer format; OSError if it cannot be read.
    """
    absolute = pathlib.Path(os.fsdecode(path)).absolute()
    found = _core.read_any(absolute)
    if isinstance(found, _core.SweepInfo):
        from .sweeps import Sweep

        return Sweep(found, ResultsFile(absolute, found.digest))
    if isinstance(found, _core.UnitsResult):
        from .experiments import class_of

        return class_of(found.experiment)(found)
    result, digest = found
    return Results(result, ResultsFile(absolute, digest))


def open_same(path: str, digest: str, observed: pandas.DataFrame | None = None) -> Results:
    """Open a results file that has this digest. Raises as :func:`open`, and OSError if it has another."""
    result, found = _core.read_results(path)
    if found != digest:
        raise OSError(f"{path}: other results have replaced those that were pickled")
    return Results(result, ResultsFile(pathlib.Path(path), digest), observed)

"""What a sweep's file holds (docs/results.md)."""

from __future__ import annotations

import functools
import os
import pathlib
from typing import TYPE_CHECKING, Any

from orgsim import _core, files
from orgsim.files import ResultsFile
from orgsim.fixed import Fixed

if TYPE_CHECKING:
    import pandas
    import xarray

    from orgsim.plots.sweeps import SweepPlot


def open_sweep(path: pathlib.Path, kept: Any = None) -> Sweep:
    """Open the file; ``kept`` keeps a temporary one alive. Raises as :func:`orgsim.open`."""
    info = _core.read_sweep(path)
    return Sweep(info, ResultsFile(path, info.digest), kept)


class Sweep(Fixed):
    """A sweep's points and what came of them: :func:`sweep`, :func:`merge` and :func:`open` make it.

    Everything is read from the file when it is asked for, and is the reader's own from then on.
    Through pickle it goes as its path, so that one without a path of its own does not go.
    """

    def __init__(self, info: _core.SweepInfo, file: ResultsFile, kept: Any = None) -> None:
        self._info = info
        self._file = file
        self._kept = kept

    @property
    def scenario(self) -> _core.FixedScenario:
        """The scenario that was swept: read-only, ``copy()`` makes one that can be changed."""
        return self._info.scenario

    @property
    def keys(self) -> list[str]:
        """What varies: keys, or names of groups of keys."""
        return self._info.keys

    @property
    def strategies(self) -> list[str]:
        """Names of what was run, "baseline" first."""
        return self._info.strategies

    @property
    def path(self) -> pathlib.Path:
        """The file."""
        return self._file.path

    @property
    def complete(self) -> bool:
        """Whether every point is done or has failed: none is missing, or left for its time limit."""
        return self._info.complete

    @functools.cached_property
    def _datasets(self) -> dict[str, xarray.Dataset]:
        return {}

    @functools.cached_property
    def deterministic(self) -> bool:
        """Whether there is no chance in a point: a mean field whose keys are numbers."""
        return self._info.deterministic

    def dataset(self, group: str) -> xarray.Dataset:
        """Return a group: "design", "outcomes", "bands", "means", "trajectories" or "failures".

        The first dimension is ``point``; then those of a run's results (strategy, replication, week,
        firm, ...), with NaN for replications that a point does not have. Variables carry ``units``
        and ``long_name``. Raises KeyError if there is no such group (``keep`` says what is kept),
        OSError if the file is gone, was changed or cannot be read.
        """
        if group not in self._datasets:
            kept = [str(keep) for keep in self._keep()]
            there = ["design", *kept, "failures"]
            if group not in there:
                raise KeyError(f"the sweep has no group '{group}'; it has {', '.join(there)}")
            self._datasets[group] = self._read(group)
        return self._datasets[group]

    def _keep(self) -> list[str]:
        kept: list[str] = self.scenario.to_dict()["sweep"]["keep"]
        return kept

    def _read(self, group: str) -> xarray.Dataset:
        import xarray

        if group == "failures" and self.points["status"].isin(["done", "missing"]).all():
            return xarray.Dataset({"message": ("point", [])}, {"point": []})
        return self._file.read(group)

    @functools.cached_property
    def bands(self) -> xarray.Dataset:
        """Quantiles over replications of the series that are kept (point, strategy, week, ..., quantile)."""
        return self.dataset("bands")

    @functools.cached_property
    def means(self) -> xarray.Dataset:
        """Means over replications of the series that are kept (point, strategy, week, ...)."""
        return self.dataset("means")

    @functools.cached_property
    def trajectories(self) -> xarray.Dataset:
        """The series that are kept, of every replication (point, strategy, replication, week, ...)."""
        return self.dataset("trajectories")

    @functools.cached_property
    def points(self) -> pandas.DataFrame:
        """The design, a row per point under its number: what varies, ``status``, ``replications``.

        The status is done, failed, timed_out or missing; the replications are those that were run.
        """
        from .tables import point_table

        return point_table(self.dataset("design"))

    @functools.cached_property
    def outcomes(self) -> pandas.DataFrame:
        """A row per point, strategy and replication that was run.

        Columns: point, what varies, and those of :attr:`Results.outcomes`: strategy, replication,
        verdicts, standing, weeks, and the focal firm's npv, budgets and shares (money in the
        scenario's currency if it names one). Points that are not done have no rows; :attr:`failed` has them.
        """
        from .tables import outcome_table

        run = self.scenario.run
        return outcome_table(self.points, self.dataset("outcomes"), run.currency, run.money)

    @functools.cached_property
    def failed(self) -> pandas.DataFrame:
        """The points that are not done, and why: point, status (failed or timed_out), message."""
        from .tables import failure_table

        return failure_table(self.points, self.dataset("failures"))

    def scenario_at(self, point: int) -> _core.Scenario:
        """Return the scenario of a point, with the sweep's replications: :func:`run` of it repeats it.

        Raises KeyError if the file does not have the point, InputError if its values contradict each
        other.
        """
        if point not in self.points.index:
            raise KeyError(f"the file has no point {point}; Sweep.points lists them")
        values = [float(self.points[key][point]) for key in self.keys]
        return self._info.scenario_at(int(point), values)

    def salib(self) -> dict[str, Any]:
        """Return what SALib calls a problem: num_vars, names, bounds, and dists where they are known.

        Bounds are what SALib wants for each kind: the ends of a range or of values, the numbers of a
        distribution; of a key that is a share of another one, the ends of what the points have.
        """
        from .salib import problem_of

        points = self.points
        axes = [
            {**axis, "kind": "values", "arguments": points[axis["name"]].tolist()}
            if axis.get("share_of") or not axis["arguments"]
            else axis
            for axis in self._info.axes
        ]
        return problem_of(axes)

    @property
    def plot(self) -> SweepPlot:
        """The pictures: ``plot.response("npv", x="market.taste")`` and ``plot.map(...)``."""
        from orgsim.plots.sweeps import SweepPlot

        return SweepPlot(self)

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Copy the file; one that stands there stays whole until the new one is on the disk.

        Raises FileExistsError unless it may ``overwrite``, OSError if the disk refuses.
        """
        files.expect_free(path, overwrite)
        _core.copy_results(self.path, path, overwrite)

    def to_csv(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`outcomes` as a CSV file. Raises FileExistsError, OSError."""
        files.expect_free(path, overwrite)
        self.outcomes.to_csv(path, index=False)

    def to_parquet(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`outcomes` as a Parquet file; needs the extra [parquet].

        Raises FileExistsError, OSError, and ImportError without pyarrow.
        """
        files.expect_free(path, overwrite)
        try:
            import pyarrow  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: F401
        except ImportError as error:
            raise ImportError(
                "Parquet files need pyarrow: pip install 'orgsim[parquet]', or use to_csv()"
            ) from error
        self.outcomes.to_parquet(path, index=False)

    def __len__(self) -> int:
        """Count the points in the file."""
        return len(self.points)

    def __bool__(self) -> bool:
        """Be true, however many points there are."""
        return True

    def __repr__(self) -> str:
        """Say what was swept, and how far it is."""
        return f"<Sweep of '{self.scenario.title}': {self._said()}>"

    def _said(self) -> str:
        status = self.points["status"].value_counts()
        counts = [f"{count:,} {name}" for name, count in status.items() if count]
        over = ", ".join(self.keys) if len(self.keys) < 4 else f"{len(self.keys)} keys"
        shard, of = self._info.shard
        part = f" (shard {shard}/{of})" if of > 1 else ""
        strategies = len(self.strategies) - 1
        return (
            f"{len(self):,} points{part} over {over}, {strategies} strategies; {', '.join(counts)}"
        )

    def _repr_html_(self) -> str:
        import html

        head = f"<p><b>{html.escape(self.scenario.title or 'orgsim')}</b>: {html.escape(self._said())}</p>"
        table: str = self.points.head(10).to_html()
        more = f"<p>… {len(self) - 10:,} more points</p>" if len(self) > 10 else ""
        return head + table + more

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle it as its path."""
        from orgsim import pickling

        if self._kept is not None:
            raise TypeError(
                "this sweep lies in a temporary file and does not go through pickle: give sweep() a path, "
                "or save() it and open that"
            )
        return pickling.sweep_file, (str(self.path), self._file.digest)

"""Running a sweep, and merging the files of its shards."""

from __future__ import annotations

import contextlib
import os
import pathlib
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from orgsim import _core, files
from orgsim.errors import warn_of_notes
from orgsim.sweeps.keys import sweep_keys, table_of
from orgsim.sweeps.result import Sweep, open_sweep

if TYPE_CHECKING:
    from orgsim.sweeps.keys import Design, Vary

    Progress = Callable[[float], object]


def sweep(
    scenario: _core.Scenario,
    *,
    vary: Vary | None = None,
    points: int | None = None,
    design: Design | None = None,
    replications: int | None = None,
    strategies: Sequence[str] | None = None,
    keep: str | Sequence[str] | None = None,
    series: str | Sequence[str] | None = None,
    independent: bool = False,
    path: str | os.PathLike[str] | None = None,
    threads: int | None = None,
    shard: tuple[int, int] | None = None,
    until: float | None = None,
    most_replications: int = 4096,
    point_timeout: float | None = None,
    retry_failed: bool = False,
    overwrite: bool = False,
    progress: bool | Progress | None = None,
    client: Any = None,
    shards: int | None = None,
    folder: str | os.PathLike[str] | None = None,
) -> Sweep:
    """Run a scenario at many points of its keys (docs/sweeps.md), into one file, and lose nothing.

    What is given stands for what the scenario's table [sweep] says. ``vary`` is a dict from keys to
    what they take, and replaces [sweep.vary]: a tuple is a range ``(low, high)``, a list are values,
    a distribution is itself, and a dict is what a scenario file says: ``{"range": (1, 5), "step": 1}``,
    ``{"keys": ["a.b", "a.c"], "range": (0, 1)}``. ``vary="plausible"`` are all numbers that have a
    plausible range (:func:`plausible`), but for keys that the scenario names. ``points`` is their number, ``design`` one of "grid",
    "zip", "lhs", "sobol", "random", "file"; or the points themselves, as a DataFrame whose columns are
    keys, or an array of shape (points, keys) in the order of ``vary``. ``replications`` are those of
    every point, ``strategies`` those run besides the baseline (all unless given, [] for none), ``keep``
    what is kept: "outcomes", and "bands", "means", "trajectories" of the weekly ``series``.
    ``independent`` gives every point random numbers of its own; otherwise all share them.

    ``path`` is the file. A call that was stopped goes on where it was: every finished point is in
    ``path`` + ".journal" at once. The same call on a finished file runs only what is new in it, more
    ``points`` or ``replications``; another sweep's file is refused unless ``overwrite`` is True.
    Without a path the file is a temporary one that goes with the last reference to the result, and
    nothing is there to go on with. ``shard=(2, 5)`` runs the second fifth of the points
    (:func:`merge` puts shards together). ``until`` goes on with replications, up to
    ``most_replications``, until every 95 % interval of the share saved is narrower than that many
    percentage points. A point that fails is a row of :attr:`Sweep.failed` and ends nothing;
    ``retry_failed`` runs such points again; one that takes more than ``point_timeout`` seconds is left
    for another call. ``threads`` and ``progress`` are as for :func:`run`.

    ``client`` is a ``dask.distributed.Client``: ``shards`` parts of the sweep (64 unless given) are run
    on its workers, one at a time on each, with ``threads`` threads of the engine (1 unless given). A
    shard whose worker dies is run again elsewhere. Shards that are finished are kept in ``folder``
    (``path`` + ".shards" unless given), where the next call finds them; the merged file has the same
    bytes as that of one machine. Workers with another build of orgsim are refused. Files that the
    scenario names have to be there for them too. Extra: [distributed].

    Other Python threads go on meanwhile. Raises InputError for all that is wrong with the call,
    OSError, Stopped, and KeyboardInterrupt when interrupted; what was run by then is in the journal.
    """
    from orgsim.results import told

    if not isinstance(scenario, _core.Scenario):
        raise TypeError(f"a Scenario is wanted, not {scenario!r}")
    keys = sweep_keys(
        vary=vary,
        points=points,
        design=design,
        replications=replications,
        strategies=strategies,
        keep=keep,
        series=series,
        independent=independent,
    )
    options: dict[str, Any] = {
        "until": until,
        "most_replications": most_replications,
        "point_timeout": point_timeout,
        "retry_failed": retry_failed,
    }
    kept = path is not None or folder is not None
    with told(progress, work="sweep", kept=kept) as tell, _place(path) as place:
        if client is None:
            for name, given in (("shards", shards), ("folder", folder)):
                if given is not None:
                    raise TypeError(f"{name} belongs to a sweep with a client, and none is given")
            plan = _core.plan_sweep(scenario, keys, table_of(design))
            report: Any = _core.run_sweep(
                plan,
                place.path,
                threads=threads,
                shard=shard,
                anew=overwrite,
                progress=tell,
                **options,
            )
        else:
            from orgsim.sweeps import distributed

            if shard is not None:
                raise TypeError("a sweep with a client makes shards itself: shards=64")
            work = distributed.Work(scenario, keys, table_of(design), threads or 1, options)
            parts = pathlib.Path(folder) if folder is not None else place.folder_of_shards()
            report = distributed.run(client, work, shards or 64, parts, place.path, overwrite, tell)
        _warn(report, until)
        return open_sweep(place.path, place.keep())


def merge(
    path: str | os.PathLike[str],
    shards: Sequence[str | os.PathLike[str]],
    *,
    overwrite: bool = False,
) -> Sweep:
    """Put the files of shards together: the bytes that one sweep of all points would have written.

    Where a shard is missing so are its points, and :attr:`Sweep.complete` is False. Raises InputError
    for shards of different sweeps, versions or numbers of shards, and for one that is there twice;
    FileExistsError if a file stands there, unless ``overwrite`` is True; OSError.
    """
    if isinstance(shards, (str, os.PathLike)):
        raise TypeError("shards is a list of files")
    absolute = pathlib.Path(path).absolute()
    files.expect_free(absolute, overwrite)
    _core.merge_sweeps([pathlib.Path(one).absolute() for one in shards], absolute, overwrite)
    return open_sweep(absolute)


class _Folder:
    """A folder that is removed with the last reference to it."""

    def __init__(self) -> None:
        self.path = pathlib.Path(tempfile.mkdtemp("-orgsim"))
        self.remove = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


class _Place:
    """Where the file goes: a path, or a folder of its own that is removed with the last reference."""

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self._temporary = None if path is not None else _Folder()
        if self._temporary is not None:
            self.path = self._temporary.path / "sweep.h5"
        else:
            self.path = pathlib.Path(os.fsdecode(path or "")).absolute()

    def folder_of_shards(self) -> pathlib.Path:
        return self.path.with_name(self.path.name + ".shards")

    def keep(self) -> Any:
        """What keeps a temporary file alive."""
        kept, self._temporary = self._temporary, None
        return kept

    def drop(self) -> None:
        if self._temporary is not None:
            self._temporary.remove()


@contextlib.contextmanager
def _place(path: str | os.PathLike[str] | None) -> Iterator[_Place]:
    place = _Place(path)
    try:
        yield place
    finally:
        place.drop()


def _warn(report: Any, until: float | None) -> None:
    """Of what a user has to know about a sweep that came to its end."""
    notes = []
    if report.failed:
        notes.append(f"{report.failed} of {report.points} points failed: see Sweep.failed")
    if report.timed_out:
        notes.append(
            f"{report.timed_out} of {report.points} points took longer than point_timeout; "
            "the same call tries them again"
        )
    if until is not None and report.wide:
        notes.append(
            f"intervals of {report.wide} points are still wider than {until:g} percentage points, "
            f"up to {report.widest:.1f}: raise most_replications"
        )
    warn_of_notes(notes)

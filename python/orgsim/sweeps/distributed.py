"""A sweep on the workers of a Dask cluster: each task is a shard, and its file comes back as bytes."""

from __future__ import annotations

import dataclasses
import os
import pathlib
import tempfile
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from orgsim import _core
from orgsim.errors import InputError

if TYPE_CHECKING:
    from orgsim.sweeps.keys import Table

    Tell = Callable[[float], object]

# A worker with several threads still runs one shard at a time: the engine's threads are for it.
_ONE_AT_A_TIME = threading.Lock()
_LOOK_EVERY = 0.1  # seconds


@dataclasses.dataclass(frozen=True)
class Work:
    """What a worker has to know of the sweep."""

    scenario: _core.Scenario
    keys: dict[str, Any]
    table: Table | None
    threads: int
    options: dict[str, Any]

    def plan(self) -> _core.SweepPlan:
        """Plan it, here or on a worker."""
        return _core.plan_sweep(self.scenario, self.keys, self.table)


@dataclasses.dataclass(frozen=True)
class Done:
    """What comes of a shard: its file; or what is wrong, which must not end the worker's task."""

    shard: int
    content: bytes = b""
    wide: int = 0
    widest: float = 0.0
    wrong: Exception | None = None


@dataclasses.dataclass(frozen=True)
class Report:
    """How a distributed sweep went, as the engine's SweepReport says it."""

    points: int
    failed: int
    timed_out: int
    wide: int = 0
    widest: float = 0.0


def build() -> tuple[str, str]:
    """The build of orgsim that runs here: version and commit."""
    return _core.__version__, _core.commit


def run(
    client: Any,
    work: Work,
    shards: int,
    folder: pathlib.Path,
    path: pathlib.Path,
    overwrite: bool,
    tell: Tell | None,
) -> Report | _core.SweepReport:
    """Run the shards that the folder does not have, and merge all."""
    plan = work.plan()  # what is wrong with the call shows here
    shards = max(1, min(shards, len(plan)))
    _expect_same_build(client)
    again = bool(work.options["retry_failed"])
    # Which intervals are still too wide is for the workers to say.
    narrows = work.options["until"] is not None
    if path.exists() and not overwrite and _is_finished(plan, path, again) and not narrows:
        return _core.run_sweep(plan, path, **work.options)  # nothing, and says what there is
    folder.mkdir(parents=True, exist_ok=True)
    files = {i: folder / f"shard-{i}-of-{shards}.h5" for i in range(1, shards + 1)}
    for file in files.values():
        if overwrite:
            file.unlink(missing_ok=True)
    missing = [
        i
        for i, file in files.items()
        if not _core.has_shard(plan, file, (i, shards), again) or narrows
    ]
    wide = _run_all(client, work, shards, missing, files, tell)
    merged = _core.merge_sweeps(list(files.values()), path, True)
    return Report(merged.points, merged.failed, merged.timed_out, *wide)


def _is_finished(plan: _core.SweepPlan, path: pathlib.Path, again: bool) -> bool:
    """Whether the file has all; it is refused if it has more, or is of another sweep."""
    if _core.has_shard(plan, path, (1, 1), again):
        return True
    there = _core.read_sweep(path).planned
    if there > len(plan):
        raise InputError(
            f"{path}: it has {there} points, and only {len(plan)} are asked for; ask for {there} points "
            "or more, or give overwrite=True"
        )
    return False


def _expect_same_build(client: Any) -> None:
    """Refuse workers whose results would not be ours."""
    ours = build()
    found = client.run(build, on_error="return")
    if not found:
        client.wait_for_workers(1)
        found = client.run(build, on_error="return")
    for address, theirs in found.items():
        if isinstance(theirs, BaseException):
            raise InputError(
                f"worker {address} cannot run orgsim: {theirs!r}; install orgsim {ours[0]} "
                f"(commit {ours[1]}) there"
            )
        _refuse(address, theirs, ours)


def _refuse(address: str, theirs: tuple[str, str], ours: tuple[str, str]) -> None:
    if tuple(theirs) != ours:
        raise InputError(
            f"worker {address} has another build of orgsim: {theirs[0]} (commit {theirs[1]}) there, "
            f"{ours[0]} (commit {ours[1]}) here; install the same on all"
        )


def run_shard(work: Work, shard: int, shards: int, before: bytes, ours: tuple[str, str]) -> Done:
    """Run what `before`, the file that there is, does not have of a shard.

    Our own errors come back as values: of tasks that raise Dask says less.
    """
    from distributed import get_worker

    try:
        _refuse(get_worker().address, build(), ours)  # it may have joined later
        with _ONE_AT_A_TIME, tempfile.TemporaryDirectory("-orgsim") as scratch:
            file = pathlib.Path(scratch) / "shard.h5"
            if before:
                file.write_bytes(before)
            report = _core.run_sweep(
                work.plan(), file, threads=work.threads, shard=(shard, shards), **work.options
            )
            return Done(shard, file.read_bytes(), report.wide, report.widest)
    except (InputError, OSError, MemoryError, RuntimeError) as error:
        return Done(shard, wrong=error)


def _run_all(
    client: Any,
    work: Work,
    shards: int,
    missing: list[int],
    files: dict[int, pathlib.Path],
    tell: Tell | None,
) -> tuple[int, float]:
    """Keep one shard in flight per worker, and write each as it comes; how many points stay wide."""
    waiting, total = list(missing), len(missing)
    flying: set[Any] = set()
    wide, widest = 0, 0.0
    wrong: Exception | None = None
    try:
        while (waiting and wrong is None) or flying:
            workers = len(client.nthreads())
            while waiting and wrong is None and len(flying) < max(workers, 1):
                shard = waiting.pop(0)
                before = files[shard].read_bytes() if files[shard].exists() else b""
                arguments = (work, shard, shards, before, build())
                flying.add(client.submit(run_shard, *arguments, key=_key(shard, shards)))
            for future in _ended(flying):
                flying.remove(future)
                done = _result(future)
                wrong = wrong or done.wrong
                if done.wrong is None:
                    _write(files[done.shard], done.content)
                wide, widest = wide + done.wide, max(widest, done.widest)
            if tell is not None:
                tell(1 - (len(waiting) + len(flying)) / total if total else 1.0)
    finally:
        client.cancel(list(flying))
    if wrong is not None:
        raise wrong
    return wide, widest


def _result(future: Any) -> Done:
    from distributed import KilledWorker

    try:
        done: Done = future.result()
        return done
    except KilledWorker as error:
        raise OSError(
            f"{future.key}: the shard ended the workers that ran it, perhaps for want of memory; "
            f"the shards that are finished are kept. {error}"
        ) from error


def _key(shard: int, shards: int) -> str:
    return f"orgsim-shard-{shard}-of-{shards}-{os.urandom(4).hex()}"


def _ended(flying: set[Any]) -> list[Any]:
    """Those that have ended, after a short wait for the first."""
    from distributed import wait

    try:
        return list(
            wait(  # type: ignore[no-untyped-call]
                flying, timeout=_LOOK_EVERY, return_when="FIRST_COMPLETED"
            ).done
        )
    except TimeoutError:
        return []


def _write(file: pathlib.Path, content: bytes) -> None:
    """Whole or not at all."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(content)
    os.replace(part, file)

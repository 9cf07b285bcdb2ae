"""Sweeps on a Dask cluster of processes that talk over TCP, and die."""

import contextlib
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time

import pandas
import pytest
from swept_world import VARY

import orgsim

distributed = pytest.importorskip("distributed")

QUIET = {**os.environ, "DASK_DISTRIBUTED__WORKER__MEMORY__TERMINATE": "false"}


class Cluster:
    """A scheduler and workers, each a process of its own."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show"
        )
        self.address = self._said("scheduler", r"Scheduler at:\s+(tcp://\S+)")
        self.workers = []

    def add_worker(self, *options):
        name = f"w{len(self.workers)}"
        arguments = [
            self.address,
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--name",
            name,
        ]
        self.workers.append(
            self._start(
                "worker", *arguments, "--local-directory", str(self.folder), *options, log=name
            )
        )

    def _start(self, kind, *arguments, log=None):
        with open(self.folder / (log or kind), "w") as file:
            command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *arguments]
            return subprocess.Popen(command, stdout=file, stderr=file, env=QUIET)

    def _said(self, log, pattern):
        for _ in range(600):
            if found := re.search(pattern, (self.folder / log).read_text()):
                return found[1]
            time.sleep(0.1)
        raise AssertionError((self.folder / log).read_text())

    def close(self):
        for process in [*self.workers, self.scheduler]:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path):
    folder = tmp_path / "dask"
    folder.mkdir()
    with contextlib.closing(Cluster(folder)) as made:
        yield made


@pytest.fixture
def client(cluster):
    cluster.add_worker()
    cluster.add_worker()
    with distributed.Client(cluster.address, timeout=60) as made:
        made.wait_for_workers(2, timeout=60)
        yield made


def test_a_worker_that_is_killed_in_mid_shard_costs_nothing_but_time(
    cluster, client, swept_world, tmp_path
):
    swept_world.run.weeks = 300
    call = {"vary": VARY, "points": 60, "replications": 8}
    whole = orgsim.sweep(swept_world, path=tmp_path / "whole.h5", **call)
    folder = tmp_path / "shards"
    killed, pids = [], client.run(os.getpid)

    def kill_one_at_work():
        while not killed:
            at_work = [address for address, tasks in client.processing().items() if tasks]
            if at_work and list(folder.glob("*.h5")):
                killed.append(at_work[0])
                os.kill(pids[at_work[0]], signal.SIGKILL)

    killer = threading.Thread(target=kill_one_at_work)
    killer.start()
    shares = []
    swept = orgsim.sweep(
        swept_world,
        client=client,
        shards=12,
        folder=folder,
        path=tmp_path / "swept.h5",
        progress=shares.append,
        **call,
    )
    killer.join()
    assert len(client.scheduler_info()["workers"]) == 1
    assert swept.path.read_bytes() == whole.path.read_bytes()
    assert len(list(folder.glob("shard-*-of-12.h5"))) == 12
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_finished_shards_are_reused_and_what_is_new_is_added(client, swept_world, tmp_path):
    call = {"client": client, "shards": 4, "path": tmp_path / "s.h5", "vary": VARY}
    orgsim.sweep(swept_world, points=8, replications=1, **call)
    folder = tmp_path / "s.h5.shards"
    written = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert len(written) == 4
    missing = folder / "shard-2-of-4.h5"
    missing.unlink()
    (tmp_path / "s.h5").unlink()
    orgsim.sweep(swept_world, points=8, replications=1, **call)
    for file, when in written.items():
        assert (file.stat().st_mtime_ns == when) == (file != missing)
    grown = orgsim.sweep(swept_world, points=9, replications=2, **call)
    whole = orgsim.sweep(
        swept_world, vary=VARY, points=9, replications=2, path=tmp_path / "whole.h5"
    )
    assert grown.path.read_bytes() == whole.path.read_bytes()
    with pytest.raises(orgsim.InputError, match="another sweep"):
        orgsim.sweep(swept_world, **{**call, "vary": {"market.taste": (1, 2)}})


def test_points_of_a_file_are_not_thrown_away(client, swept_world, tmp_path):
    path = tmp_path / "d.h5"
    orgsim.sweep(swept_world, vary=VARY, points=6, path=path)
    before = path.read_bytes()
    assert (
        len(orgsim.sweep(swept_world, vary=VARY, points=6, path=path, client=client, shards=2)) == 6
    )
    with pytest.raises(orgsim.InputError, match="it has 6 points, and only 4 are asked for"):
        orgsim.sweep(swept_world, vary=VARY, points=4, path=path, client=client, shards=2)
    assert path.read_bytes() == before


def test_intervals_of_a_finished_file_become_narrower(client, swept_world, tmp_path):
    call = {"vary": {"market.taste": (1, 5)}, "points": 2, "path": tmp_path / "u.h5"}
    before = orgsim.sweep(swept_world, **call).points["replications"]
    wider = {"until": 30, "most_replications": 12, "client": client, "shards": 2}
    after = orgsim.sweep(swept_world, **call, **wider).points["replications"]
    assert (after > before).all()


def test_errors_of_ours_come_back_as_rows_and_leave_the_workers_alive(client, swept_world):
    swept_world.market.kind = "network"
    table = pandas.DataFrame({"market.network.degree": [4, 5, 6, 5]})
    with pytest.warns(orgsim.ScenarioWarning, match="2 of 4 points failed"):
        swept = orgsim.sweep(
            swept_world, client=client, shards=4, design=table, strategies=[], replications=1
        )
    assert list(swept.points["status"]) == ["done", "failed", "done", "failed"]
    assert len(client.scheduler_info()["workers"]) == 2


def test_what_is_wrong_with_the_call_is_said_before_a_worker_is_asked(client, swept_world):
    with pytest.raises(orgsim.InputError, match="did you mean 'market.taste'"):
        orgsim.sweep(swept_world, client=client, vary={"market.tast": (1, 2)})
    with pytest.raises(TypeError, match="makes shards itself"):
        orgsim.sweep(swept_world, client=client, vary=VARY, shard=(1, 2))


def test_a_sweep_that_is_stopped_keeps_the_shards_that_are_finished(client, swept_world, tmp_path):
    call = {"vary": VARY, "points": 12, "client": client, "shards": 6, "path": tmp_path / "s.h5"}
    with pytest.raises(orgsim.Stopped, match="the same call goes on"):
        orgsim.sweep(swept_world, progress=lambda share: share < 0.3, **call)
    kept = list((tmp_path / "s.h5.shards").glob("*.h5"))
    assert 1 <= len(kept) < 6
    assert orgsim.sweep(swept_world, **call).complete


def test_a_worker_with_another_build_is_refused_by_name(cluster, swept_world, tmp_path):
    other = tmp_path / "other.py"
    other.write_text("import orgsim\norgsim._core.commit = 'abcdef'\n", encoding="utf-8")
    cluster.add_worker("--preload", str(other))
    with distributed.Client(cluster.address, timeout=60) as client:
        client.wait_for_workers(1, timeout=60)
        (address,) = client.scheduler_info()["workers"]
        with pytest.raises(orgsim.InputError) as caught:
            orgsim.sweep(swept_world, vary=VARY, points=2, client=client)
    said = str(caught.value)
    assert said.startswith(f"worker {address} has another build of orgsim: ")
    assert "(commit abcdef) there" in said

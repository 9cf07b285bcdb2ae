"""The script of `orgsim sweep --slurm`, in the hands of a stand-in for Slurm."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

SHARDS = 3
VARIED = ("--vary", "market.taste=1:5", "--points", "7", "--replications", "2")


class Cluster:
    """A folder with scenarios, and a stand-in for `sbatch` in the PATH."""

    def __init__(self, machine, folder):
        self.program = machine.program
        self.folder = machine.folder / folder
        self.folder.mkdir()
        shutil.copy(machine.folder / "small.toml", self.folder)
        spool, programs = machine.folder / "spool", machine.folder / "bin"
        spool.mkdir()
        programs.mkdir()
        sbatch = programs / "sbatch"
        stand_in = pathlib.Path(__file__).with_name("sbatch.py")
        sbatch.write_text(f"#!/bin/sh\nexec '{sys.executable}' '{stand_in}' \"$@\"\n")
        sbatch.chmod(0o755)
        self._environment = {
            **os.environ,
            "ORGSIM": self.program,
            "PATH": f"{programs}:{os.environ['PATH']}",
            "SBATCH_SPOOL": str(spool),
        }

    def orgsim(self, *arguments):
        return subprocess.run(
            [self.program, *arguments], cwd=self.folder, check=True, capture_output=True, text=True
        ).stdout

    def print_script(self, name, *arguments):
        """Print the job's script into a file."""
        script = self.orgsim("sweep", *arguments, "--slurm", str(SHARDS))
        (self.folder / name).write_text(script)
        return script

    def submit(self, name, *arguments, **environment):
        subprocess.run(
            ["sh", name, *arguments],
            cwd=self.folder,
            env={**self._environment, **environment},
            check=True,
            capture_output=True,
        )

    def bytes_of(self, name):
        return (self.folder / name).read_bytes()

    def log(self, job, task):
        return (self.folder / f"slurm-{job}_{task}.out").read_text()


@pytest.fixture
def cluster(machine):
    return Cluster(machine, "work")


def test_the_merged_file_is_that_of_one_machine(cluster):
    cluster.print_script("job.sh", "small.toml", *VARIED, "-o", "x.h5")
    cluster.submit("job.sh")
    cluster.orgsim("sweep", "small.toml", *VARIED, "-o", "whole.h5")
    assert cluster.bytes_of("x.h5") == cluster.bytes_of("whole.h5")
    for task in range(1, SHARDS + 1):
        assert cluster.log(1, task).endswith("ENDED 0\n")
        assert (cluster.folder / f"x.shard-{task}.h5").exists()
    assert cluster.log(2, 0).endswith("ENDED 0\n")


def test_a_second_submission_runs_nothing_twice(cluster):
    cluster.print_script("job.sh", "small.toml", *VARIED, "-o", "x.h5")
    cluster.submit("job.sh")
    before = cluster.bytes_of("x.h5")
    (cluster.folder / "x.shard-2.h5").unlink()
    cluster.submit("job.sh")
    assert cluster.bytes_of("x.h5") == before
    assert "Nothing to run" in cluster.log(3, 1)
    assert "Nothing to run" not in cluster.log(3, 2)


def test_a_task_that_is_killed_and_requeued_goes_on(cluster):
    varied = ("--vary", "market.taste=1:5", "--points", "240", "--replications", "20")
    cluster.print_script("job.sh", "small.toml", *varied, "-o", "x.h5")
    cluster.submit("job.sh", SBATCH_KILL="2", SBATCH_KILL_AFTER="x.shard-2.h5.journal")
    assert "REQUEUED" in cluster.log(1, 2)
    cluster.orgsim("sweep", "small.toml", *varied, "-o", "whole.h5")
    assert cluster.bytes_of("x.h5") == cluster.bytes_of("whole.h5")
    assert not (cluster.folder / "x.shard-2.h5.journal").exists()


def test_points_that_fail_are_merged_and_end_no_task(cluster):
    # A window may be no longer than the cycle of 26 weeks, which no key can tell by itself.
    (cluster.folder / "points.csv").write_text("product.window\n10\n30\n5\n")
    arguments = ("small.toml", "--points-file", "points.csv", "--replications", "2")
    cluster.print_script("job.sh", *arguments, "-o", "x.h5")
    cluster.submit("job.sh")
    assert "1 point failed" in cluster.log(1, 2)
    assert cluster.log(1, 2).endswith("ENDED 0\n")
    assert cluster.log(2, 0).endswith("ENDED 3\n")
    assert "1 point failed" in cluster.log(2, 0)
    (cluster.folder / "x.shard-3.h5").unlink()
    merged = [cluster.program, "merge", "y.h5", "x.shard-1.h5", "x.shard-2.h5"]
    done = subprocess.run(merged, check=False, cwd=cluster.folder, capture_output=True, text=True)
    assert done.returncode == 3
    assert "1 point is missing" in done.stderr


def test_what_there_is_can_be_merged_by_hand(cluster):
    cluster.print_script("job.sh", "small.toml", *VARIED, "-o", "x.h5")
    cluster.submit("job.sh")
    whole = cluster.bytes_of("x.h5")
    (cluster.folder / "x.h5").unlink()
    cluster.submit("job.sh", "merge")
    assert cluster.bytes_of("x.h5") == whole


def test_names_with_spaces_and_quotes(machine):
    cluster = Cluster(machine, 'it\'s a "folder" of $HOME')
    (cluster.folder / "out put").mkdir()
    (cluster.folder / "small.toml").rename(cluster.folder / "my 'world'.toml")
    output = "out put/it's `so` $1.h5"
    arguments = ("my 'world'.toml", *VARIED, "--set", "title=\"Rock 'n' roll\"")
    cluster.print_script("the job's.sh", *arguments, "-o", output)
    cluster.submit("the job's.sh")
    cluster.orgsim("sweep", *arguments, "-o", "whole.h5")
    assert cluster.bytes_of(output) == cluster.bytes_of("whole.h5")


def test_threads_are_the_processors_of_a_task(cluster):
    script = cluster.print_script("job.sh", "small.toml", *VARIED, "--threads", "4", "-o", "x.h5")
    assert "#SBATCH --cpus-per-task=4\n" in script


def test_a_scenario_from_standard_input_is_refused(machine):
    code, _, said = machine.run("sweep", "-", *VARIED, "--slurm", "3", "-o", "x.h5")
    assert code == 2
    assert "write the scenario into a file" in said


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="`./dev setup check` installs it")
def test_shellcheck_has_nothing_to_say(cluster):
    output = "it's here.h5"
    cluster.print_script("job.sh", "small.toml", *VARIED, "-o", output)
    subprocess.run(["shellcheck", "job.sh"], cwd=cluster.folder, check=True)

"""Stands in for Slurm's `sbatch`: runs the tasks of a job one after another, as Slurm would.

The script is run from a copy with another name, in the folder in which it was submitted. SBATCH_SPOOL is the folder
of the copies. SBATCH_KILL is a task that is killed once the file SBATCH_KILL_AFTER grows, and then requeued.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

SPOOL = pathlib.Path(os.environ["SBATCH_SPOOL"])


def options_of(words):
    """The options of the command line, and what follows: the script and its arguments."""
    options = {}
    for place, word in enumerate(words):
        if not word.startswith("--"):
            return options, words[place:]
        name, _, value = word.partition("=")
        options[name] = value
    sys.exit("sbatch: no script")


def tasks_of(array):
    """Numbers of the tasks of `--array`: 1-3, or 0."""
    first, _, last = array.partition("-")
    return range(int(first), int(last or first) + 1)


def start(copy, arguments, task, options, log):
    environment = {
        **os.environ,
        "SLURM_ARRAY_TASK_ID": str(task),
        "SLURM_CPUS_PER_TASK": options["--cpus-per-task"],
    }
    return subprocess.Popen(
        ["/bin/sh", copy, *arguments],
        env=environment,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


def kill_once_it_grows(process, path):
    sizes = set()
    while len(sizes) < 3:
        if process.poll() is not None:
            sys.exit(f"sbatch: the task ended with {process.returncode} before it could be killed")
        if path.exists():
            sizes.add(path.stat().st_size)
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def main():
    given, (script, *arguments) = options_of(sys.argv[1:])
    number = len(list(SPOOL.glob("job*"))) + 1
    copy = SPOOL / f"job{number}"
    shutil.copy(script, copy)
    directives = re.findall(r"^#SBATCH (--[a-z-]+)(?:=(.*))?$", copy.read_text(), re.MULTILINE)
    options = {**dict(directives), **given}
    if "--dependency" in options:
        assert re.fullmatch(r"afterany:\d+", options["--dependency"]), options
    for task in tasks_of(options["--array"]):
        with pathlib.Path(f"slurm-{number}_{task}.out").open("a") as log:
            if not arguments and os.environ.get("SBATCH_KILL") == str(task):
                killed = start(copy, arguments, task, options, log)
                kill_once_it_grows(killed, pathlib.Path(os.environ["SBATCH_KILL_AFTER"]))
                log.write("REQUEUED\n")
                log.flush()
            code = start(copy, arguments, task, options, log).wait()
            log.write(f"ENDED {code}\n")
    print(f"{number};cluster")


main()

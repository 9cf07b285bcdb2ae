"""A folder, and the program in it, on a machine that is not kind to it."""

import os
import pathlib
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = str(pathlib.Path(os.environ.get("ORGSIM", ROOT / "build/release/orgsim")).resolve())
SECONDS = 30  # more than anything here takes: what hangs is an error

SMALL = """
[run]
weeks = 60
replications = 4
[market]
customers = 5000
[strategies.embed]
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
"""


class Machine:
    """A folder with a scenario, and the program in it."""

    def __init__(self, folder, shim):
        self.program, self.folder, self._shim = PROGRAM, folder, shim
        (folder / "small.toml").write_text(SMALL)
        (folder / "long.toml").write_text("[run]\nreplications = 100000\n")

    def start(
        self,
        *arguments,
        ignoring=(),
        default=(),
        stdout=subprocess.PIPE,
        program=PROGRAM,
        **environment,
    ):
        """Begin the program. `ignoring` are the signals that it inherits as ignored."""

        def prepare():
            for number in default:
                signal.signal(number, signal.SIG_DFL)
            for number in ignoring:
                signal.signal(number, signal.SIG_IGN)

        preload = {"LD_PRELOAD": str(self._shim)} if environment else {}
        return subprocess.Popen(
            [program, *arguments],
            cwd=self.folder,
            env={**os.environ, **preload, **{name: str(v) for name, v in environment.items()}},
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=prepare,  # noqa: PLW1509 (there are no threads)
        )

    def run(self, *arguments, **options):
        """Run the program to its end: its exit code, and what it printed."""
        process = self.start(*arguments, **options)
        return self.ended(process)

    def ended(self, process):
        """Wait for the end of a program: its exit code, and what it printed."""
        try:
            out, err = process.communicate(timeout=SECONDS)
        finally:
            process.kill()
        return process.returncode, out, err

    def files(self):
        """What is in the folder besides the scenarios."""
        return {path.name for path in self.folder.iterdir()} - {"small.toml", "long.toml"}

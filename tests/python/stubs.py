"""Makes python/orgsim/_core.pyi from the module itself."""

import pathlib
import re
import subprocess
import sys
import tempfile

PATH = pathlib.Path(__file__).resolve().parents[2] / "python/orgsim/_core.pyi"

# What pickling.py has put around the module's own functions has no signature.
GENERATE = """
from orgsim._core import Scenario
for name, function in vars(Scenario).copy().items():
    if isinstance(function, staticmethod) and hasattr(function.__func__, "__wrapped__"):
        setattr(Scenario, name, staticmethod(function.__func__.__wrapped__))
from pybind11_stubgen import main
main()
"""


def make() -> str:
    """Return what the stubs should be."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", GENERATE, "orgsim._core", "-o", folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        assert not done.stderr, done.stderr
        text = (pathlib.Path(folder) / "orgsim/_core.pyi").read_text(encoding="utf-8")
    # With these two, type checkers would take every attribute for granted.
    text = re.sub(r" +def __(get|set)attr__\(.*\n +\.\.\.\n", "", text)
    text = re.sub(r"^(commit|__version__): str = .*$", r"\1: str", text, flags=re.MULTILINE)
    # As type checkers want it: equality takes anything, and what is not said about hashes is not there.
    text = re.sub(r"__eq__\(self, arg0: \w+\)", "__eq__(self, other: object)", text)
    text = text.replace("    __hash__: typing.ClassVar[None] = None\n", "")
    text = text.replace("os.PathLike | str | bytes", "str | os.PathLike[str]")
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", "stubs.py", "-"]
    return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout

"""What README.md claims still stands in it, and still holds: tests/science/claims.toml, one by one."""

import functools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import pytest
from small import PROGRAM, ROOT

CLAIMS = tomllib.loads((ROOT / "tests/science/claims.toml").read_text(encoding="utf-8"))["claim"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def folded(text):
    """Line breaks and blanks are one blank."""
    return " ".join(text.split())


def with_command(claims):
    return [pytest.param(claim, id=claim["says"][:60]) for claim in claims if "command" in claim]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["says"][:60])
def test_the_readme_still_says_it(claim):
    assert folded(claim["says"]) in folded(README), "the README has changed: change the claim"


@functools.cache
def printed(command):
    """Several claims may be shown by one command, which is run once."""
    (mine,) = re.findall(r"^```toml\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    paths = [str(PROGRAM.parent), os.path.dirname(sys.executable), os.environ["PATH"]]
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "mine.toml").write_text(mine, encoding="utf-8")
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env={**os.environ, "ROOT": str(ROOT), "PATH": os.pathsep.join(paths)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return folded(done.stdout)


@pytest.mark.parametrize("claim", with_command(CLAIMS))
def test_the_command_shows_it(claim):
    for passage in claim.get("shows", [claim["says"]]):
        assert folded(passage) in printed(claim["command"])


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["says"][:60])
def test_a_claim_is_shown_in_one_way(claim):
    """By a command that has something to print, or elsewhere: by a test that is there, or a verb."""
    assert ("command" in claim) != ("elsewhere" in claim)
    assert ("command" in claim) == (bool(claim.get("shows")) != claim.get("prints", False))
    where = claim.get("elsewhere", "./dev test")
    assert where.startswith("./dev ") or (ROOT / where).is_file()

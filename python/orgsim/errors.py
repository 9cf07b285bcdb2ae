"""What is raised for mistakes in the input."""

from __future__ import annotations

import pathlib
import sys
import warnings
from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where something was written; no file for what came from Python, line 0 for no line."""

    file: str
    line: int
    column: int


class Problem(NamedTuple):
    """One mistake: where, which key, what is wrong, what would be right."""

    place: Place
    key: str
    what: str
    cure: str


class ScenarioWarning(UserWarning):
    """What is not wrong with a scenario, but should be known; see ``Scenario.notes``."""


def warn_of_notes(notes: Sequence[str]) -> None:
    """Warn of each at the line that called orgsim."""
    ours = str(pathlib.Path(__file__).parent)
    depth, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename.startswith(ours):
        depth, frame = depth + 1, frame.f_back
    for note in notes:
        warnings.warn(note, ScenarioWarning, stacklevel=depth)


class InputError(ValueError):
    """Mistakes in a scenario, an argument or a file, all that were found in one pass.

    Its text is what the command line prints: ``file:line:column: key: what is wrong; the cure``.
    """

    problems: list[Problem]

    def __init__(self, text: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(text)
        self.problems = list(problems)


class Stopped(Exception):
    """What ``progress`` stopped by returning False.

    Of a run nothing is kept; a sweep with a path goes on from its journal.
    """

"""The scenarios that come with orgsim."""

from __future__ import annotations

import difflib
import pathlib
from collections.abc import Sequence

from . import _core
from .errors import InputError, Place, Problem

# They are installed beside the extension module, which need not be where the Python files are.
FOLDER = pathlib.Path(_core.__file__).parent / "scenarios"


def scenarios() -> list[str]:
    """Return the names of the scenarios that :func:`scenario` loads."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def scenario(name: str, *, set: Sequence[str] = ()) -> _core.Scenario:
    """Load a scenario that comes with orgsim, such as "capital_winter".

    ``set`` lays settings such as "market.taste=2" over it. Raises InputError for an unknown name
    or a wrong setting.
    """
    names = scenarios()
    if name not in names:
        close = difflib.get_close_matches(name, names, 1)
        what = f"no scenario that comes with orgsim is called '{name}'"
        cure = f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(names)}"
        raise InputError(f"{what}; {cure}", [Problem(Place("", 0, 0), "", what, cure)])
    return _core.Scenario.load(FOLDER / f"{name}.toml", set=list(set))

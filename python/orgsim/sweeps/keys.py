"""What a call says of a sweep, as the table [sweep] says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy
    import numpy.typing as npt
    import pandas

    #: A tuple of two is a range, a list are values; a dict is what TOML's inline table says. Or every
    #: number that has a plausible range.
    Vary = Mapping[str, Any] | Literal["plausible"]
    Design = str | pandas.DataFrame | npt.ArrayLike
    Table = tuple[list[str], npt.NDArray[numpy.float64]]


PLAUSIBLE: Literal["plausible"] = "plausible"


def varied(vary: Vary) -> dict[str, Any] | str:
    """As [sweep.vary] has it."""
    if vary == PLAUSIBLE:
        return PLAUSIBLE
    if not isinstance(vary, Mapping):
        raise TypeError(
            f'vary is a dict such as {{"market.taste": (1, 5)}}, or "{PLAUSIBLE}", not {vary!r}'
        )
    return {key: _choice(key, choice) for key, choice in vary.items()}


def _choice(key: str, choice: Any) -> Any:
    """A tuple is a range, a list are values; all else is passed on."""
    if isinstance(choice, tuple):
        if len(choice) != 2:
            raise TypeError(
                f"vary['{key}']: a tuple is a range (low, high); {len(choice)} values are a list"
            )
        return list(choice)
    if choice is None:
        raise TypeError(
            f"vary['{key}'] is None: a tuple (low, high), a list of values, or leave it out"
        )
    if hasattr(choice, "tolist"):
        choice = choice.tolist()
    if isinstance(choice, list):
        return {"values": choice}
    return choice


def table_of(design: Any) -> Table | None:
    """The points of a design that is a table: the names of its columns, and its numbers."""
    if design is None or isinstance(design, str):
        return None
    import numpy

    columns = [str(name) for name in design.columns] if hasattr(design, "columns") else []
    try:
        numbers = numpy.asarray(design, dtype=float)
    except (TypeError, ValueError) as error:
        raise TypeError(
            "design is the name of one, a DataFrame of numbers with a column per key, or an array "
            f"of them: {error}"
        ) from error
    return columns, numbers


def sweep_keys(
    *,
    vary: Vary | None,
    points: int | None,
    design: Any,
    replications: int | None,
    strategies: Sequence[str] | None,
    keep: str | Sequence[str] | None,
    series: str | Sequence[str] | None,
    independent: bool | None,
) -> dict[str, Any]:
    """The table; what is not said is not in it."""
    table: dict[str, Any] = {
        "points": points,
        "design": design if isinstance(design, str) else None,
        "replications": replications,
        "strategies": None if strategies is None else _names("strategies", strategies),
        "keep": None if keep is None else _one_or_more(keep),
        "series": None if series is None else _one_or_more(series),
        "independent": independent or None,
    }
    if vary is not None:
        table["vary"] = varied(vary)
    return {key: value for key, value in table.items() if value is not None}


def _names(name: str, given: Sequence[str]) -> list[str]:
    if isinstance(given, str):
        raise TypeError(f"{name} must be a list of names: ['{given}']")
    return list(given)


def _one_or_more(names: str | Sequence[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)

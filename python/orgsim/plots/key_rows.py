"""A row for each key, the first on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgsim.plots import style
from orgsim.plots.words import width

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ACROSS = 8.0  # inches


def name_rows(axes: Axes, keys: Sequence[str]) -> float:
    """Name the rows by their keys; returns the room that a title has which begins at the names."""
    axes.set_yticks(range(len(keys)), list(keys))
    axes.set_ylim(len(keys) - 0.4, -0.6)
    axes.grid(False)
    axes.tick_params(axis="y", length=0)
    # The names stand left of the axes, at which the text begins.
    return 0.92 - max(width(key) for key in keys) * style.TEXT * 0.58 / (72 * ACROSS)


def from_end_to_end(axes: Axes, low: str, middle: str, high: str) -> None:
    """Let every row be a key's whole range, with words for its ends and its middle."""
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.5, 1], [low, middle, high])

"""The box in which it happens."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING, Any

from orgsim import files
from orgsim.fixed import Fixed

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas

    from orgsim.plots.box import BoxPlot

    from .box import Box, Counts
    from .cases import Cases, Event


class Discovered(Fixed):
    """Which assumptions make it happen: :func:`discover` makes it."""

    def __init__(
        self,
        cases: Cases,
        box: Box,
        steps: pandas.DataFrame,
        fit: npt.NDArray[Any],
        kept_out: npt.NDArray[Any],
    ) -> None:
        self._cases, self._box, self._steps = cases, box, steps
        self._fit, self._kept_out = fit, kept_out

    @property
    def event(self) -> Event:
        """What was asked for: of, strategy, above, below."""
        return self._cases.event

    @property
    def of_worlds(self) -> bool:
        """Whether the points are worlds."""
        return self._cases.of_worlds

    @functools.cached_property
    def box(self) -> pandas.DataFrame:
        """A row per key that is restricted, the most important first.

        Columns: key; low and high (the ends of the box; NaN where it is open); range_low and range_high (of
        all points); inside (which share of all points the range of this key alone lets in); loses (by how much density falls if this
        restriction is left out, on the points that the box was fitted to); chance (quasi-p: how likely so
        dense a box is if this restriction did nothing).
        """
        from .tables import box_table

        return box_table(self._cases, self._box, self._fit)

    @functools.cached_property
    def on_kept_out(self) -> Counts:
        """How the box does on the points that it was not fitted to: points, share, inside, density, coverage."""
        return self._counts(self._kept_out)

    @functools.cached_property
    def on_fit(self) -> Counts:
        """How it does on those that it was fitted to, which flatter it."""
        return self._counts(self._fit)

    def _counts(self, rows: npt.NDArray[Any]) -> Counts:
        from .box import counts

        happens = self._cases.happens.to_numpy(bool)
        return counts(self._cases.assumptions.iloc[rows], happens[rows], self._box)

    @property
    def density(self) -> float:
        """In which share of the box it happens, on points that were kept out."""
        return self.on_kept_out.density

    @property
    def coverage(self) -> float:
        """Which share of all in which it happens lies in the box, on points that were kept out."""
        return self.on_kept_out.coverage

    @property
    def peeling(self) -> pandas.DataFrame:
        """The boxes on the way: inside, coverage, density, restricted, and which was chosen.

        On the points that they were fitted to, before restrictions that may be chance were left out.
        """
        return self._steps.copy()

    def shares_below(self, key: str) -> tuple[float, float]:
        """Return which shares of all points lie below each end of the box along a key; 0 and 1 where it is open."""
        low, high = self._box[key]
        points = self._cases.assumptions[key]
        return float((points < low).mean()), float((points <= high).mean())

    def contains(self, points: pandas.DataFrame) -> pandas.Series[bool]:
        """Say which points, of a table with a column per key, lie in the box."""
        import pandas

        from .box import inside

        return pandas.Series(inside(points, self._box), points.index)

    @property
    def plot(self) -> BoxPlot:
        """The picture: ``plot.box()``."""
        from orgsim.plots.box import BoxPlot

        return BoxPlot(self)

    def to_csv(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`box` as a CSV file. Raises FileExistsError, OSError."""
        files.expect_free(path, overwrite)
        self.box.to_csv(path, index=False, float_format="%.6g")

    def __repr__(self) -> str:
        """Say it in words, in the language that :func:`set_language` has set."""
        from .text import text_of

        return text_of(self)

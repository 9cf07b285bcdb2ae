"""Pictures of sweeps: an outcome over one key, and over two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgsim.fixed import Fixed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from orgsim.sweeps import Sweep


class SweepPlot(Fixed):
    """The plots of a sweep: ``sweep.plot.response("npv", x="market.taste")`` and ``map``.

    Each returns the axes it drew on: those given as `ax`, or new ones on a figure of its own. What is
    drawn is "saved", the share of the replications in which the strategy saves marketing ("saved_lenient"
    and "saved_strict": with lower and higher crisis lines), or a column of
    :attr:`orgsim.Sweep.outcomes` that is a number. A `strategy` is given by its name; without one it is
    the baseline, or for what only strategies have the only strategy of the sweep. Titles and captions say what was run
    and no more. Each method raises ValueError, naming what there is, for an unknown key, outcome or
    strategy, or if no point is done.
    """

    def __init__(self, sweep: Sweep) -> None:
        self._sweep = sweep

    def response(
        self, value: str, x: str, *, strategy: str | None = None, ax: Axes | None = None
    ) -> Axes:
        """An outcome over a key: each point's mean, and means of its neighbours with 95 % intervals.

        Points with the same value of the key, or a tenth of all points that are next to each other, are
        taken together. The interval of their mean (Student's t) counts the variance over points, which
        differ in the other keys too, and that over replications, whose luck all points share; of shares
        that are all 0 or all 1 it is Wilson's.
        """
        from orgsim.plots import response

        return response.draw(self._sweep, ax, value=value, x=x, strategy=strategy)

    def map(
        self, value: str, x: str, y: str, *, strategy: str | None = None, ax: Axes | None = None
    ) -> Axes:
        """An outcome over two keys, as the colour of cells: the mean of the points in each.

        Cells are the values of the keys, or equal parts of their ranges; those without a point that is
        done stay white. A dot marks cells of which the 95 % interval, as in :meth:`response`, is
        wider than a fourth of all that the colours span.
        """
        from orgsim.plots import sweep_map

        return sweep_map.draw(self._sweep, ax, value=value, x=x, y=y, strategy=strategy)

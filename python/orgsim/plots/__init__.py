"""Pictures of results. matplotlib is imported when the first one is drawn."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from orgsim.fixed import Fixed
from orgsim.plots.source import EVENTS, Reader, Source

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["EVENTS", "MissingFontError", "Plot", "Source"]


def __getattr__(name: str) -> object:
    if name == "MissingFontError":
        from orgsim.plots.fonts import MissingFontError

        return MissingFontError
    raise AttributeError(name)


class Plot(Fixed):
    """The plots of one run's results: ``results.plot.budget()`` and four more.

    Each returns the axes it drew on: those given as `ax`, or new ones on a figure of its own. The
    title says the finding, computed from the data; the caption below says how many runs the numbers
    come from. Lines are medians over replications, bands the ranges of 5-95 % and 25-75 % of them;
    one replication has no bands. Weeks in which something happens are medians with the 5-95 % range
    over the replications in which it does. The stock phase is shaded from its median first week on.
    Departments have the same colours everywhere (Okabe & Ito 2008, Color Universal Design), and
    line styles that tell them apart in black and white.

    A firm is given by its number (0 is the focal one) or its name, a strategy by its name in the
    scenario. Each method raises ValueError, naming what there is, for an unknown strategy, firm,
    department or event, and :class:`MissingFontError` if the language is Chinese and no font has
    its characters. No global setting of matplotlib is changed. A figure of one's own should have
    ``layout="constrained"``, which makes room for the labels around the axes.
    """

    def __init__(self, results: Source) -> None:
        self._results = results

    @functools.cached_property
    def _reader(self) -> Reader:
        return Reader(self._results)

    def budget(
        self,
        ax: Axes | None = None,
        *,
        strategy: str = "baseline",
        against: str | None = None,
        firm: int | str = 0,
        department: str = "marketing",
    ) -> Axes:
        """The departments' shares of the budget (%) by week, and the lines that marketing crosses.

        One `department` is drawn thick, with bands. `against` names a strategy, such as "baseline",
        under which the same department is drawn as a thin dotted line for comparison.
        """
        from orgsim.plots import budget

        return budget.draw(
            self._reader, ax, strategy=strategy, against=against, firm=firm, department=department
        )

    def lines(
        self,
        ax: Axes | None = None,
        *,
        strategies: str | Sequence[str] = "baseline",
        events: Sequence[str] | None = None,
        firm: int | str = 0,
    ) -> Axes:
        """The share of the replications (%) in which marketing has crossed each line by each week.

        A line counts as crossed from its first week on, even if marketing comes back. Bands are
        Wilson's 95 % intervals of the share, week by week. `events` are of "budget", "capability",
        "structure", "marginalised"; all four for one strategy. Up to six `strategies` are compared
        by one event, "marginalised" unless another is named; more raise ValueError.
        """
        from orgsim.plots import lines

        return lines.draw(self._reader, ax, strategies=strategies, events=events, firm=firm)

    def strategies(
        self,
        ax: Axes | None = None,
        *,
        strategies: Sequence[str] | None = None,
        order: Literal["saved", "npv", "scenario"] = "saved",
    ) -> Axes:
        """What each strategy brings: verdicts, the firm's NPV, the other departments' budgets.

        Bars are shares of the replications (%) by verdict, with Wilson's 95 % interval of the share
        in which marketing is saved (averted or reversed); triangles are that share with the crisis lines
        lower (down) and higher (up) by lines.tolerance. Beside them stand the differences to the
        baseline of the firm's net present value and of the total budget of the other
        departments, in % of the baseline's mean, with 95 % intervals (Student's t, paired by
        replication); hollow where the interval includes no change. Sorted by how often marketing is
        saved, by "npv", or as the "scenario" lists them. Returns the axes of the bars; the other
        two are cut off from the same place. Raises ValueError if there is no strategy.
        """
        from orgsim.plots import strategies as plot

        return plot.draw(self._reader, ax, strategies=strategies, order=order)

    def value_gap(
        self,
        ax: Axes | None = None,
        *,
        strategy: str = "baseline",
        firm: int | str = 0,
        department: str = "marketing",
        unit: Literal["money", "share"] = "money",
        causal: Source | None = None,
    ) -> Axes:
        """What a department contributes and what it is credited with, by week; the gap is hatched.

        Both ledgers share out the same value (docs/model.md, 3.5): in "money" per 1,000 people and
        week, or as a "share" (%) of all departments, a ratio of means over replications. `causal`
        are results of the same scenario with one `[[grants]]` more for this department (factor 0
        takes its budget away): the value that the grant brings, (change of NPV + extra cost) /
        (factor - 1), per week, over the weeks of the grant, with its 95 % interval. It includes all
        that follows, so it need not lie between the other two. Raises ValueError if the two runs
        differ by anything else, or with `unit="share"`.
        """
        from orgsim.plots import value_gap

        experiment = None if causal is None else Reader(causal)
        return value_gap.draw(
            self._reader,
            ax,
            strategy=strategy,
            firm=firm,
            department=department,
            unit=unit,
            causal=experiment,
        )

    def market(
        self, ax: Axes | None = None, *, strategy: str = "baseline", switchers: bool = True
    ) -> Axes:
        """Who uses whose product, in % of all people by week, and the two phases of the market.

        Areas are means over replications: the focal firm on the axis, with lines at 5 and 95 % of
        the replications, then its rivals (from the sixth on as one), then people who use nobody's
        product. `switchers` adds a panel below, cut off from the same place: the share (%) of those
        won from other firms among all customers won in the last 13 weeks, as median with bands.
        Returns the axes of the people.
        """
        from orgsim.plots import market

        return market.draw(self._reader, ax, strategy=strategy, switchers=switchers)

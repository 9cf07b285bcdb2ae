"""Who is left after twenty years (docs/selection.md)."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Unpack

from orgsim.units import Running, UnitsExperiment, run_units

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas

    from orgsim import _core
    from orgsim.plots.select import SelectPlot


class Selected(UnitsExperiment):
    """Which strategies spread and which marketing departments are left: :func:`select` makes it."""

    @functools.cached_property
    def shares(self) -> pandas.DataFrame:
        """What firms follow: a row per variant, strategy and week.

        Columns: variant, strategy (None: firms without a marketing department), label, week, share (of
        all firms, mean over the runs), share_low, share_high (95 %, by resampling markets), runs_low,
        runs_high (where 90 % of the runs are).
        """
        rows = [
            {
                "variant": course["variant"],
                "strategy": one["strategy"],
                "label": one["label"],
                "week": week,
                "share": share,
                "share_low": interval[0],
                "share_high": interval[1],
                "runs_low": spread[0],
                "runs_high": spread[1],
            }
            for course in self._courses
            for one in course["shares"]
            for week, share, interval, spread in zip(
                course["weeks"], one["share"], one["share_95"], one["runs_5_95"], strict=True
            )
        ]
        return _frame(rows)

    @functools.cached_property
    def survival(self) -> pandas.DataFrame:
        """How long departments last: a row per variant, first strategy and week.

        Columns: variant, first_strategy, label, departments (that began with it), dissolved (of them,
        in all), week, survival (the probability of being there after it, by Kaplan-Meier; NaN if none
        began so), survival_low, survival_high (95 %, by resampling markets).
        """
        rows = [
            {
                "variant": course["variant"],
                **{
                    name: one[name]
                    for name in ("first_strategy", "label", "departments", "dissolved")
                },
                "week": week,
                "survival": survival,
                "survival_low": interval[0],
                "survival_high": interval[1],
            }
            for course in self._courses
            for one in course["survival"]
            for week, survival, interval in zip(
                course["weeks"], one["survival"], one["survival_95"], strict=True
            )
        ]
        return _frame(rows)

    @functools.cached_property
    def survivors(self) -> pandas.DataFrame:
        """What the departments that are left look like: a row per variant and last strategy.

        Columns: variant, strategy (None: all of them), label, departments, and as means with their 95 %
        intervals (`_low`, `_high`): share (of the departments that are left), budget (real share of the
        firm's budget), kept (that as a part of week 0's), centrality, staff (1 at first) and
        profit_per_user (of the firm, a week, over the last year; in run.currency if that is given).
        """
        return _frame(
            [
                {"variant": course["variant"], **_flat(one)}
                for course, one in self._each("survivors")
            ]
        )

    @functools.cached_property
    def fixed(self) -> pandas.DataFrame:
        """In how many runs all departments that are left, two or more, follow one strategy.

        A row per variant and strategy; columns variant, strategy, runs (in which it is the only one) and
        of (in how many runs two departments or more are left).
        """
        rows = [
            {
                "variant": course["variant"],
                **one,
                "of": course["runs"] - course["none_left_in"] - course["one_left_in"],
            }
            for course, one in self._each("fixed_in")
        ]
        return _frame(rows)

    @property
    def plot(self) -> SelectPlot:
        """The pictures: ``plot.shares()``, ``plot.survival()``."""
        from orgsim.plots.select import SelectPlot

        return SelectPlot(self)

    @property
    def _courses(self) -> list[dict[str, Any]]:
        courses: list[dict[str, Any]] = self._summary["courses"]
        return courses

    def _each(self, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        return ((course, one) for course in self._courses for one in course[part])


def _flat(one: dict[str, Any]) -> dict[str, Any]:
    """Intervals as two columns."""
    row: dict[str, Any] = {}
    for name, value in one.items():
        if name.endswith("_95"):
            row[f"{name[:-3]}_low"], row[f"{name[:-3]}_high"] = value
        else:
            row[name] = value
    return row


def _frame(rows: list[dict[str, Any]]) -> pandas.DataFrame:
    import pandas

    frame = pandas.DataFrame(rows)
    words = ("variant", "strategy", "first_strategy", "label")
    numbers = [name for name in frame.columns if name not in words]
    frame[numbers] = frame[numbers].apply(pandas.to_numeric)
    return frame


def select(
    scenario: _core.Scenario,
    *,
    markets: int | None = None,
    every: int | None = None,
    **running: Unpack[Running],
) -> Selected:
    """Let strategies spread and executives dissolve departments: who is left (docs/selection.md)?

    The scenario has a section `[selection]`. ``markets`` draws of the strategies that firms begin with
    are run, 20 unless given, ``replications`` times each; firms are looked at ``every`` so many weeks, 26
    unless given.

    All else is what every experiment takes: ``replications``, ``seed``, ``kind``, ``worlds``,
    ``worlds_file``, ``ranges``, ``rivals``, ``quick``, ``threads``, ``path``, ``overwrite``,
    ``progress`` (:class:`orgsim.units.Running`). With ``rivals`` "static" all firms but the first keep what
    they began with, with "respond" they copy only once a crisis line of theirs has been crossed; "same"
    is what they do anyway.

    Raises InputError for all that is wrong with the call, FileExistsError, OSError, Stopped, and
    KeyboardInterrupt.
    """
    options = {"markets": markets, "every": every}
    return Selected(run_units("select", scenario, options, running))

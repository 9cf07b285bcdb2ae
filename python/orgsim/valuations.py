"""What a department is worth (docs/value.md)."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from orgsim.units import Running, UnitsExperiment, listed, run_units

if TYPE_CHECKING:
    import pandas

    from orgsim import _core
    from orgsim.plots.value import ValuePlot


class Value(UnitsExperiment):
    """What departments and marketing's modes are worth by experiment: :func:`value` makes it."""

    @functools.cached_property
    def returns(self) -> pandas.DataFrame:
        """A row per variant, week and target.

        Columns: variant, week, target ("sales", "marketing.broadcast"), causal, causal_low and
        causal_high (what a grant brings before its cost, for each unit of money; 95 % interval over
        replications), credited and contributed (what the ledgers say for each unit of money, without
        the grant).
        """
        import pandas

        rows = []
        for variant, week in self._weeks():
            for one in week["targets"]:
                causal = _with_interval("causal", one["causal_return"])
                ledgers = {name: one[f"{name}_return"] for name in ("credited", "contributed")}
                rows.append(
                    {"variant": variant, "week": week["week"], "target": one["target"]}
                    | causal
                    | ledgers
                )
        return pandas.DataFrame(rows)

    @functools.cached_property
    def knock_outs(self) -> pandas.DataFrame:
        """A row per variant, week and department whose budget is shared out among the others.

        Columns: variant, week, department, npv_change, npv_change_low, npv_change_high (in run.currency
        if that is given), npv (of the weeks from then on, without any change).
        """
        import pandas

        rows = [
            {"variant": variant, "week": week["week"], "department": department}
            | _with_interval("npv_change", change)
            | {"npv": week["npv_from_then_on"]}
            for variant, week in self._weeks()
            for department, change in week["knock_out_npv_change"].items()
        ]
        return pandas.DataFrame(rows)

    @functools.cached_property
    def last_touch(self) -> pandas.DataFrame:
        """What going by measured returns for a year, instead of by credit, changes: a row per variant, week.

        Columns: variant, week, npv_change, npv_change_low, npv_change_high, npv.
        """
        import pandas

        rows = [
            {"variant": variant, "week": week["week"]}
            | _with_interval("npv_change", week["going_by_experiments_npv_change"])
            | {"npv": week["npv_from_then_on"]}
            for variant, week in self._weeks()
        ]
        return pandas.DataFrame(rows)

    @functools.cached_property
    def agreement(self) -> pandas.DataFrame:
        """Rank correlations with the causal return, over targets and weeks: a row per variant and ledger.

        Columns: variant, ledger ("credited", "contributed"), correlation, correlation_low,
        correlation_high (95 % of the resamples of whole replications).
        """
        import pandas

        rows = [
            {"variant": one["variant"], "ledger": ledger}
            | _with_interval("correlation", one[f"rank_correlation_{ledger}"])
            for one in self._summary["valuations"]
            for ledger in ("credited", "contributed")
        ]
        return pandas.DataFrame(rows)

    @property
    def plot(self) -> ValuePlot:
        """The picture: ``plot.returns()``."""
        from orgsim.plots.value import ValuePlot

        return ValuePlot(self)

    def _weeks(self) -> list[tuple[str, dict[str, Any]]]:
        return [
            (one["variant"], week) for one in self._summary["valuations"] for week in one["weeks"]
        ]


def _with_interval(name: str, estimate: Mapping[str, float | None]) -> dict[str, float]:
    ends = {"mean": "", "low": "_low", "high": "_high"}
    return {
        name + end: float("nan") if (number := estimate[key]) is None else float(number)
        for key, end in ends.items()
    }


def value(
    scenario: _core.Scenario,
    *,
    firm: int | str | None = None,
    at: Sequence[int] | None = None,
    factor: float | None = None,
    grant_weeks: int | None = None,
    strategy: str | None = None,
    **running: Unpack[Running],
) -> Value:
    """Measure by experiment what each department and each mode of marketing is worth (docs/value.md).

    In the weeks ``at`` (one, three and five eighths of the run unless given) each gets a grant of
    ``factor`` (1.5; below 1 takes away) times its budget for ``grant_weeks`` (26), on common random
    numbers. ``firm`` is a name or a number, 0 the focal one. With a ``strategy`` the focal firm follows it once
    it begins, and ``rivals`` do the same or answer it.

    All else is what every experiment takes (:class:`orgsim.units.Running`).

    Raises InputError for all that is wrong with the call, FileExistsError, OSError, Stopped, and
    KeyboardInterrupt.
    """
    options = {
        "firm": None if firm is None else str(firm),
        "at": listed("at", at),
        "factor": factor,
        "grant_weeks": grant_weeks,
        "strategy": strategy,
    }
    return Value(run_units("value", scenario, options, running))

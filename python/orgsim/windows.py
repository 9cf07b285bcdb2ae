"""Until when it can still be reversed (docs/window.md)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

from orgsim.units import Running, UnitsExperiment, listed, run_units

if TYPE_CHECKING:
    import pandas

    from orgsim import _core
    from orgsim.plots.window import WindowPlot


class Window(UnitsExperiment):
    """Until when marketing can still be saved, strategy by strategy: :func:`window` makes it."""

    @functools.cached_property
    def cells(self) -> pandas.DataFrame:
        """A row per variant, strategy, setting of the second axis and first week.

        Columns: variant, strategy, label, setting (1 without a second axis), start, replications, to_save
        (in how many there is something to save: the baseline is marginalised by the end of the span),
        nothing_to_save (whether those are fewer than 20 %), saved (of those, and verdicts averted or
        reversed), share_saved, share_saved_low, share_saved_high (95 %, Wilson), falling_fit (NaN before
        the curve's maximum), npv_change, npv_change_low, npv_change_high (of the firm by the end of the
        span, against the baseline, with the customers in hand; in run.currency if that is given), and the
        three numbers over the verdict weeks: real_share, non_substitutability, centrality.
        """
        import pandas

        rows = []
        for variant, curve in self._curves():
            for cell in curve["cells"]:
                row = {"variant": variant, **_of_curve(curve), **cell}
                for name in ("share_saved", "npv_change"):
                    row[f"{name}_low"], row[f"{name}_high"] = row.pop(f"{name}_95") or (None, None)
                rows.append(row)
        # Where nothing is to save, shares are NaN.
        floats = ["share_saved", "share_saved_low", "share_saved_high", "falling_fit"]
        return pandas.DataFrame(rows).astype(dict.fromkeys(floats, float))

    @functools.cached_property
    def points(self) -> pandas.DataFrame:
        """The points of no return: a row per variant, strategy and setting.

        Columns: variant, strategy, label, setting, kind ("week", "later" than the last start, "always",
        "none", "nothing_to_save"), week (the last start that qualifies; NaN if there is none), low and
        high (95 % over resamples of whole replications; -inf: no start, inf: later than the last), falls
        and crosses_again (where the curve falls below one half and is above it again; NaN if it is not).
        """
        import pandas

        rows = []
        for variant, curve in self._curves():
            point = dict(curve["point_of_no_return"])
            if point["kind"] == "nothing_to_save":
                point["low"] = point["high"] = float("nan")
            else:
                point["low"] = _or(point["low"], "-inf")
                point["high"] = _or(point["high"], "inf")
            for name in ("week", "falls", "crosses_again"):
                point[name] = _or(point[name], "nan")
            rows.append({"variant": variant, **_of_curve(curve), **point})
        return pandas.DataFrame(rows)

    @property
    def share_of_weeks(self) -> float:
        """The weeks that were simulated, as a share of those of separate runs."""
        return float(self._summary["share_of_weeks"])

    @property
    def plot(self) -> WindowPlot:
        """The pictures: ``plot.map()``, ``plot.curves()``."""
        from orgsim.plots.window import WindowPlot

        return WindowPlot(self)

    def _curves(self) -> list[tuple[str, dict[str, Any]]]:
        return [(one["variant"], curve) for one in self._summary["maps"] for curve in one["curves"]]


def _of_curve(curve: dict[str, Any]) -> dict[str, Any]:
    return {name: curve[name] for name in ("strategy", "label", "setting")}


def _or(number: float | None, otherwise: str) -> float:
    return float(otherwise) if number is None else float(number)


def window(
    scenario: _core.Scenario,
    *,
    starts: str | tuple[int, int, int] | None = None,
    only: Sequence[str] | None = None,
    ramp: Sequence[float] | None = None,
    budget_factor: Sequence[float] | None = None,
    **running: Unpack[Running],
) -> Window:
    """Try every strategy at many first weeks: until when can it still be reversed (docs/window.md)?

    ``starts`` are weeks, "A:B:STEP" or a tuple of the three; every 13 weeks over the run unless given.
    ``only`` names the strategies. A second axis is ``ramp`` or ``budget_factor``: values for the
    strategies' keys `ramp` or `budget`. Each arm is judged over its own span, for which the run is
    prolonged as needed.

    All else is what every experiment takes: ``replications``, ``seed``, ``kind``, ``worlds``,
    ``worlds_file``, ``ranges``, ``rivals``, ``quick``, ``threads``, ``path``, ``overwrite``,
    ``progress`` (:class:`orgsim.units.Running`).

    Raises InputError for all that is wrong with the call, FileExistsError, OSError, Stopped, and
    KeyboardInterrupt.
    """
    weeks = starts if starts is None or isinstance(starts, str) else ":".join(map(str, starts))
    options = {
        "starts": weeks,
        "only": listed("only", only),
        "ramp": listed("ramp", ramp),
        "budget_factor": listed("budget_factor", budget_factor),
    }
    return Window(run_units("window", scenario, options, running))

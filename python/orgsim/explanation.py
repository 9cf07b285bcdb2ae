"""Why it happens (docs/explain.md)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Unpack

from orgsim.units import Running, UnitsExperiment, listed, run_units

if TYPE_CHECKING:
    import pandas

    from orgsim import _core
    from orgsim.plots.explanation import ExplanationPlot


class Explanation(UnitsExperiment):
    """How much each mechanism, or group of keys, contributes: :func:`explain` makes it."""

    @property
    def players(self) -> list[str]:
        """What was switched: mechanisms that the scenario uses, or groups of keys that differ."""
        return list(self._summary["players"])

    @property
    def exact(self) -> bool:
        """Whether all combinations were run; otherwise random orders were."""
        return bool(self._summary["exact"])

    @functools.cached_property
    def effects(self) -> pandas.DataFrame:
        """A row per variant, value and player: its Shapley value.

        Columns: variant, value (budget_share, centrality, non_substitutability and npv as falls,
        marginalised_week, and the series that were asked for), player, effect, low and high (95 %, paired
        by replication); sampling_error where orders were sampled. Of a value and variant they sum to
        ``whole`` of :attr:`totals`.
        """
        import pandas

        rows = []
        for variant, value in self._values():
            for one in value["effects"]:
                row = {"variant": variant, "value": value["value"], **_effect(one)}
                if "sampling_error" in value:
                    row["sampling_error"] = value["sampling_error"]
                rows.append(row)
        return pandas.DataFrame(rows)

    @functools.cached_property
    def totals(self) -> pandas.DataFrame:
        """A row per variant and value: columns variant, value, none (of the players), all, whole."""
        import pandas

        rows = [
            {
                "variant": variant,
                "value": value["value"],
                **{name: value[name]["mean"] for name in ("none", "all", "whole")},
            }
            for variant, value in self._values()
        ]
        return pandas.DataFrame(rows)

    @functools.cached_property
    def pairs(self) -> pandas.DataFrame:
        """Shapley-Taylor interactions of order 2, a row per variant, value and pair.

        Columns: variant, value, one, other, effect, low, high. Empty unless they were asked for. Together
        with :attr:`first_order` they sum to the whole difference.
        """
        import pandas

        rows = [
            {
                "variant": variant,
                "value": value["value"],
                "one": one["players"][0],
                "other": one["players"][1],
                **{name: number for name, number in _effect(one).items() if name != "player"},
            }
            for variant, value in self._values()
            for one in value.get("pairs", ())
        ]
        columns = ["variant", "value", "one", "other", "effect", "low", "high"]
        return pandas.DataFrame(rows, columns=columns)

    @functools.cached_property
    def first_order(self) -> pandas.DataFrame:
        """The first-order terms beside :attr:`pairs`: what a player adds to none of the others.

        They are not the Shapley values. Columns: variant, value, player, effect, low, high.
        """
        import pandas

        rows = [
            {"variant": variant, "value": value["value"], **_effect(one)}
            for variant, value in self._values()
            for one in value.get("first_order", ())
        ]
        columns = ["variant", "value", "player", "effect", "low", "high"]
        return pandas.DataFrame(rows, columns=columns)

    @property
    def plot(self) -> ExplanationPlot:
        """The picture: ``plot.waterfall()``."""
        from orgsim.plots.explanation import ExplanationPlot

        return ExplanationPlot(self)

    def _values(self) -> list[tuple[str, dict[str, Any]]]:
        explained = self._summary["explained"]
        return [(one["variant"], value) for one in explained for value in one["values"]]


def _effect(one: dict[str, Any]) -> dict[str, Any]:
    low, high = one["interval_95"]
    return {"player": one.get("player"), "effect": one["mean"], "low": low, "high": high}


def explain(
    scenario: _core.Scenario,
    *,
    against: _core.Scenario | None = None,
    mechanisms: Sequence[str] | None = None,
    series: Sequence[str] | None = None,
    strategy: str | None = None,
    interactions: bool = False,
    orders: int | None = None,
    **running: Unpack[Running],
) -> Explanation:
    """Say how much each mechanism makes of what becomes of marketing (docs/explain.md).

    The baseline is run with every combination of the ``mechanisms`` ("saturation", "winter", "ai",
    "directness", "credit", "politics"; all that the scenario uses unless given) on common random numbers,
    and exact Shapley values are found in each replication. ``series`` are further values, a weekly series
    of the focal firm in a week: "share@200", "credited.sales@519". ``interactions`` adds what pairs do
    together. With a ``strategy`` the focal firm follows it once it begins, and ``rivals`` do the same or
    answer it.

    ``against`` is another scenario: what is explained then is the difference from it to ``scenario``, by
    groups of keys that differ: exactly up to ten groups, and by as many random ``orders`` of each
    replication's own (an even number, 8 unless given) beyond.

    All else is what every experiment takes: ``replications``, ``seed``, ``kind``, ``worlds``,
    ``worlds_file``, ``ranges``, ``rivals``, ``quick``, ``threads``, ``path``, ``overwrite``,
    ``progress`` (:class:`orgsim.units.Running`).

    Raises InputError for all that is wrong with the call, FileExistsError, OSError, Stopped, and
    KeyboardInterrupt.
    """
    options = {
        "mechanisms": listed("mechanisms", mechanisms),
        "series": listed("series", series),
        "strategy": strategy,
        "interactions": interactions or None,
        "orders": orders,
    }
    return Explanation(run_units("explain", scenario, options, running, against=against))

"""Candidates run by the engine: all of them at once, as the strategies of one scenario."""

from __future__ import annotations

import pathlib
import tempfile
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from orgsim import _core
from orgsim.errors import InputError, ScenarioWarning
from orgsim.rivals import with_rivals

from .sample import Runs

if TYPE_CHECKING:
    import pandas

    from .sample import Strategy, Tell


def prepared(
    scenario: _core.Scenario, seed: int | None, rivals: str | None, ranges: str | None
) -> _core.Scenario:
    """A copy without strategies of the focal firm's, whose rivals do what is said."""
    wanted = with_rivals(scenario, rivals)
    if seed is not None:
        wanted.run.seed = seed
    if ranges is not None:
        wanted.run.ranges = ranges
    wanted.run.worlds, wanted.run.rivals, wanted.record.trajectories = 0, [], 0
    return wanted


class Replications:
    """The default world: a unit is a replication. Those kept out have the next seed."""

    def __init__(self, scenario: _core.Scenario, threads: int | None) -> None:
        self._scenario, self._threads = scenario, threads

    def __repr__(self) -> str:
        """Say the same of all: the scenario and the plan say the rest."""
        return "replications"

    def __call__(
        self, strategies: Sequence[Strategy], units: int, kept_out: bool, tell: Tell
    ) -> Runs:
        """Run the strategies, and the baseline with them."""
        wanted = with_candidates(self._scenario, strategies)
        wanted.run.replications = units
        if kept_out:
            wanted.run.seed = self._scenario.run.seed + 1
        from orgsim.groups import outcome_table

        result = _core.run_outcomes(
            wanted, threads=self._threads, only=names(strategies), progress=tell
        )
        table = outcome_table(result.outcomes(), wanted.run.currency, wanted.run.money)
        return _runs(table, len(strategies), (units, 1))


class InWorlds:
    """Worlds that fit the evidence: a unit is a world.

    Those kept out are rows behind all others, and meet the luck of the next seed: the luck that favoured a
    candidate in the search must not favour it again where it is judged.
    """

    def __init__(
        self,
        scenario: _core.Scenario,
        threads: int | None,
        rows: pandas.DataFrame,
        replications: int,
    ) -> None:
        self._scenario, self._threads = scenario, threads
        self._rows, self._replications = rows, replications

    def __repr__(self) -> str:
        """Say which worlds, to the last digit."""
        return f"{self._replications} in each of {self._rows.to_csv()}"

    def __call__(
        self, strategies: Sequence[Strategy], units: int, kept_out: bool, tell: Tell
    ) -> Runs:
        """Run the strategies, and the baseline with them, in so many worlds."""
        from orgsim.sweeps.keys import table_of
        from orgsim.sweeps.result import open_sweep

        rows = self._rows.iloc[-units:] if kept_out else self._rows.iloc[:units]
        keys = {
            "vary": "plausible",
            "replications": self._replications,
            "strategies": names(strategies),
            "independent": True,
            "keep": ["outcomes"],
        }
        wanted = with_candidates(self._scenario, strategies)
        if kept_out:
            wanted.run.seed = self._scenario.run.seed + 1
        plan = _core.plan_sweep(wanted, keys, table_of(rows))
        with tempfile.TemporaryDirectory("-orgsim") as folder:
            path = pathlib.Path(folder) / "worlds.h5"
            _core.run_sweep(plan, path, threads=self._threads, progress=tell)
            swept = open_sweep(path)
            if (swept.points["status"] != "done").any():
                raise InputError(f"a world could not be run: {swept.failed['message'].iloc[0]}")
            table = swept.outcomes.sort_values(["strategy", "point", "replication"], kind="stable")
        return _runs(table, len(strategies), (units, self._replications))


def names(strategies: Sequence[Strategy]) -> list[str]:
    """What candidates are called within a run: nothing that a scenario calls its own."""
    return [f"candidate {number} of the search" for number in range(len(strategies))]


def with_candidates(scenario: _core.Scenario, strategies: Sequence[Strategy]) -> _core.Scenario:
    """The scenario with these strategies besides its own, which rivals may follow."""
    wanted = scenario.copy()
    with warnings.catch_warnings():
        # That a strategy changes nothing, or begins too late, is for the search to find out.
        warnings.simplefilter("ignore", ScenarioWarning)
        for name, strategy in zip(names(strategies), strategies, strict=True):
            wanted.strategies[name] = dict(strategy)
    return wanted


def _runs(table: pandas.DataFrame, candidates: int, shape: tuple[int, int]) -> Runs:
    """Rows come by strategy, unit and replication, the baseline first."""
    npv = table["npv"].to_numpy(float).reshape(candidates + 1, *shape).mean(axis=2)
    verdicts = table["verdict"].isin(_core.saving_verdicts()).to_numpy(float)
    saved = verdicts.reshape(candidates + 1, *shape).mean(axis=2)
    return Runs(npv[1:] - npv[0], saved[1:], npv[0])


def has_luck(scenario: _core.Scenario) -> bool:
    """Whether replications differ: not in a mean field of which no key is drawn."""
    return scenario.market.kind != "mean_field" or _is_drawn(scenario.to_dict())


def _is_drawn(part: Any) -> bool:
    if isinstance(part, dict):
        return bool(_DISTRIBUTIONS & part.keys()) or any(_is_drawn(one) for one in part.values())
    return isinstance(part, (list, tuple)) and any(_is_drawn(one) for one in part)


_DISTRIBUTIONS = {"uniform", "normal", "triangular", "lognormal"}

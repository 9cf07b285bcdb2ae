"""What came of a search for a strategy."""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from orgsim import _core, files
from orgsim.fixed import Fixed

if TYPE_CHECKING:
    import pandas

    from orgsim.plots.front import FrontPlot

    from .search import Found, Plan


class Optimised(Fixed):
    """Strategies of which none is better in both, NPV and saving marketing: :func:`optimise` makes it."""

    def __init__(
        self,
        scenario: _core.Scenario,
        varied: list[str],
        plan: Plan,
        found: Found,
        labels: Mapping[str, str],
    ) -> None:
        self._scenario, self._varied, self._plan = scenario, varied, plan
        self._found, self._labels = found, labels

    @functools.cached_property
    def front(self) -> pandas.DataFrame:
        """The strategies that were found, from runs that the search did not use, the most valuable first.

        The index is the candidate's number. Columns: what was chosen (a column per key, the mix as
        mix_broadcast, ...); npv_gain with npv_gain_low and npv_gain_high (against the baseline, the mean
        with its 95 % interval, paired, in money), npv_gain_share (of the baseline's NPV), saved with
        saved_low and saved_high (share of the replications in which marketing is saved), npv_gain_search and saved_search
        (what the search had promised), dominated (whether in these runs another one of the front or of the
        catalogue is better in both). Over worlds also npv_gain_q10 (the 10 % quantile over worlds) and
        npv_gain_regret (how much the best of the front, the catalogue and doing nothing in each world is better, on average).
        """
        from .tables import front_table

        return front_table(self._found, self._plan, catalogue=False)

    @functools.cached_property
    def catalogue(self) -> pandas.DataFrame:
        """The strategies that the front is compared with, from the same runs: columns as in :attr:`front`.

        The index is the strategy's name.
        """
        from .tables import front_table

        return front_table(self._found, self._plan, catalogue=True)

    @functools.cached_property
    def candidates(self) -> pandas.DataFrame:
        """Everything that was run by the search, on the runs that it used: these flatter the best.

        The index is the candidate's number. Columns: name (of the catalogue's), generation, what was
        chosen, npv_gain, saved with their intervals; over worlds npv_gain_q10 and npv_gain_regret.
        """
        from .tables import candidate_table

        return candidate_table(self._found, self._plan)

    @functools.cached_property
    def gains(self) -> pandas.DataFrame:
        """How much more than the catalogue's best each of the front has, from the same runs as :attr:`front`.

        A row per candidate and measure ("npv", "saved"): against (the strategy that the search's own runs
        found best in it), difference, low, high (95 %, paired). Empty without a catalogue.
        """
        from .tables import gain_table

        return gain_table(self._found)

    @property
    def varied(self) -> list[str]:
        """What could be chosen: keys of [strategies.NAME]."""
        return list(self._varied)

    @property
    def plan(self) -> Plan:
        """How much was run: trials, units (replications, or worlds) of each, most, kept_out, ..."""
        return self._plan

    @property
    def raced(self) -> int:
        """On how many replications (or worlds) the last of the finalists were compared."""
        return self._found.raced

    @property
    def labels(self) -> dict[str, str]:
        """The names for people of the strategies that the front is compared with."""
        return dict(self._labels)

    @property
    def baseline_npv(self) -> float:
        """NPV without a strategy, in the runs of :attr:`front`."""
        return float(self._found.kept_out.baseline.mean())

    @functools.cached_property
    def has_luck(self) -> bool:
        """Whether replications differ, or worlds: not in a mean field."""
        from .engine import has_luck

        return bool(self._plan.worlds) or has_luck(self._scenario)

    @property
    def scenario(self) -> _core.Scenario:
        """The scenario in which was searched: a copy, without the candidates."""
        return self._scenario.copy()

    def strategy(self, candidate: int) -> dict[str, Any]:
        """Return a candidate as a strategy: ``scenario.strategies["best"] = found.strategy(17)``.

        Raises KeyError if there is no candidate of that number.
        """
        numbers = range(len(self._found.candidates))
        if candidate not in numbers:
            raise KeyError(f"there is no candidate {candidate}; there are 0 to {numbers[-1]}")
        return dict(self._found.candidates[candidate].strategy)

    def toml(self, candidate: int, name: str = "best") -> str:
        """Return a candidate as the table [strategies.NAME] of a scenario file. Raises as :meth:`strategy`."""
        from .tables import toml_of

        return toml_of(self.strategy(candidate), name)

    @property
    def plot(self) -> FrontPlot:
        """The picture: ``plot.front()``."""
        from orgsim.plots.front import FrontPlot

        return FrontPlot(self)

    def to_csv(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`front` and :attr:`catalogue` as one CSV file. Raises FileExistsError, OSError."""
        from .tables import written_table

        files.expect_free(path, overwrite)
        written_table(self.front, self.catalogue).to_csv(path, index=False, float_format="%.6g")

    def __len__(self) -> int:
        """Count the strategies of the front."""
        return len(self._found.finalists)

    def __bool__(self) -> bool:
        """Be true."""
        return True

    def __repr__(self) -> str:
        """Say what was found, in 80 columns and the language that :func:`set_language` has set."""
        from .text import text_of

        return text_of(self)

"""What the plots read of a run's results, and the numbers they take from it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from orgsim import _core

if TYPE_CHECKING:
    import xarray

FloatArray = npt.NDArray[np.float64]

BASELINE = "baseline"
DEPARTMENTS = tuple(_core.departments())
LINES = ("budget", "capability", "structure")
MARGINALISED = "marginalised"
EVENTS = (*LINES, MARGINALISED)


class Text(Protocol):
    """The part of :class:`orgsim.Scenario` that plots need."""

    def to_toml(self) -> str:
        """The whole scenario as TOML."""


class Source(Protocol):
    """The part of :class:`orgsim.Results` that plots need."""

    @property
    def scenario(self) -> Text:
        """The scenario that was run."""

    @property
    def bands(self) -> xarray.Dataset:
        """Quantiles over replications of every series."""

    @property
    def means(self) -> xarray.Dataset:
        """Means over replications of every series."""

    def headline(self, strategies: Sequence[str]) -> list[str]:
        """What these strategies do, in sentences."""

    def dataset(self, group: str) -> xarray.Dataset:
        """A group of the results file; plots read "outcomes"."""


@dataclass(frozen=True)
class Event:
    """When something comes, in those replications in which it does; NaN if it never does."""

    count: int
    replications: int
    median: float
    low: float  # 5 % quantile
    high: float  # 95 % quantile

    @property
    def share(self) -> float:
        """Share of the replications in which it comes."""
        return self.count / self.replications


def event_of(weeks: FloatArray) -> Event:
    """The event that comes in these weeks, one per replication; NaN where it never does."""
    came = weeks[~np.isnan(weeks)]
    if came.size == 0:
        return Event(0, weeks.size, np.nan, np.nan, np.nan)
    low, median, high = np.quantile(came, [0.05, 0.5, 0.95])
    return Event(came.size, weeks.size, float(median), float(low), float(high))


class Reader:
    """Results, looked up by name. Every lookup raises ValueError that names what there is."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.scenario: Mapping[str, Any] = tomllib.loads(source.scenario.to_toml())
        self.outcomes = source.dataset("outcomes").load()
        self._read: dict[tuple[str, str, str], xarray.DataArray] = {}
        self.weeks: FloatArray = np.asarray(source.bands["week"].values, dtype=float)
        self.strategies: list[str] = [str(name) for name in source.bands["strategy"].values]
        self.firms: list[str] = [str(name) for name in source.bands["firm"].values]
        self.replications = int(self.outcomes.sizes["replication"])

    @property
    def deterministic(self) -> bool:
        """Whether there is no chance in the run: a mean field of which one run says everything."""
        return self.replications == 1 and self.scenario["market"]["kind"] == "mean_field"

    def strategy(self, name: str) -> str:
        """The name, if the results hold that strategy."""
        return known("strategy", name, self.strategies)

    def label(self, strategy: str) -> str:
        """The strategy's name for people, as the scenario's author wrote it."""
        written = self.scenario.get("strategies", {}).get(strategy, {})
        return str(written.get("label") or strategy)

    def firm(self, firm: int | str) -> int:
        """The firm's number, given that or its name."""
        if isinstance(firm, str):
            return self.firms.index(known("firm", firm, self.firms))
        if not 0 <= firm < len(self.firms):
            raise ValueError(f"there is no firm {firm}; there are 0 to {len(self.firms) - 1}")
        return firm

    def quantile(self, name: str, probability: float, **where: Any) -> FloatArray:
        """A quantile of a series by week; `where` selects by the dimensions' labels or numbers."""
        series = self._series("bands", name, where)
        return np.asarray(series.sel(quantile=probability, method="nearest").values, dtype=float)

    def mean(self, name: str, **where: Any) -> FloatArray:
        """The mean over replications of a series, by week and whatever `where` leaves open."""
        return np.asarray(self._series("means", name, where).values, dtype=float)

    def _series(self, group: str, name: str, where: Mapping[str, Any]) -> xarray.DataArray:
        """A series of one strategy, read from the file once, and of it what `where` selects."""
        key = group, name, where["strategy"]
        if key not in self._read:
            dataset = self.source.bands if group == "bands" else self.source.means
            self._read[key] = dataset[name].sel(strategy=where["strategy"]).load()
        return _selected(
            self._read[key], {name: value for name, value in where.items() if name != "strategy"}
        )

    def people(self, strategy: str) -> FloatArray:
        """All people by week: users of each firm and of nobody, means over replications."""
        users = self.mean("users_end", strategy=strategy).sum(axis=-1)
        return np.asarray(users + self.mean("nonusers", strategy=strategy), dtype=float)

    def outcome(self, name: str, **where: Any) -> npt.NDArray[Any]:
        """What came of every replication, one value each; `where` as for `quantile`."""
        return np.asarray(_selected(self.outcomes[name], where).values)

    def event(self, name: str, strategy: str, firm: int = 0) -> FloatArray:
        """First week of a line or of marginalisation by replication, NaN where it never came."""
        if known("event", name, EVENTS) == MARGINALISED:
            weeks = self.outcome("marginalised_week", strategy=strategy, firm=firm)
        else:
            weeks = self.outcome("line_week", strategy=strategy, firm=firm, line=name)
        return np.asarray(weeks, dtype=float)

    @property
    def money(self) -> float:
        """What one unit of money is in the scenario's currency; 1 if it has none."""
        return float(self.scenario["run"].get("money", 1.0))

    @property
    def tolerance(self) -> float | None:
        """By how much the crisis lines are moved for the other verdicts; None if that is drawn."""
        tolerance = self.scenario["lines"]["tolerance"]
        return float(tolerance) if isinstance(tolerance, int | float) else None

    @property
    def currency(self) -> str:
        """The scenario's currency; empty if it has none."""
        return str(self.scenario["run"].get("currency", ""))

    def stock_phase(self, strategy: str) -> Event:
        """When the stock phase begins."""
        return event_of(
            np.asarray(self.outcome("stock_phase_week", strategy=strategy), dtype=float)
        )


def known(kind: str, name: str, names: Sequence[str]) -> str:
    """The name, if it is among the names; raises ValueError that lists them otherwise."""
    if name not in names:
        listed = ", ".join(f"'{one}'" for one in names)
        raise ValueError(f"there is no {kind} '{name}'; there are {listed}")
    return name


def _selected(series: xarray.DataArray, where: Mapping[str, Any]) -> xarray.DataArray:
    numbers = {name: value for name, value in where.items() if isinstance(value, int)}
    labels = {name: value for name, value in where.items() if not isinstance(value, int)}
    return series.isel(numbers).sel(labels)

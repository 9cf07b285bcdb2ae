"""What plots of sweeps read, and what they share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from orgsim._core import mean_interval, wilson
from orgsim.plots.source import FloatArray, known
from orgsim.plots.words import capitalised, counted, percent, plain, say, translated
from orgsim.sweeps.measures import SAVED, is_of_strategies, names_of, of_points, runs_of

if TYPE_CHECKING:
    from orgsim.sweeps import Sweep

#: Values of a key that are shown one by one; of more, neighbours are taken together.
MOST_LEVELS = 12
_MILLION = 1e6
# What is called otherwise than its column.
_MEASURES = {
    "saved": "measure_saved",
    "saved_lenient": "measure_saved_lenient",
    "saved_strict": "measure_saved_strict",
    "standing_real_share": "real_share",
    "standing_non_substitutability": "non_substitutability",
    "standing_centrality": "centrality",
    "npv": "npv_head",
}


@dataclass(frozen=True)
class Mean:
    """A mean over points with its 95 % interval; NaN where one run cannot say."""

    value: float
    low: float
    high: float
    points: int


class Swept:
    """One outcome of one strategy at every point that is done."""

    def __init__(self, sweep: Sweep, value: str, strategy: str | None) -> None:
        self.sweep, self.value = sweep, value
        known("outcome", value, names_of(sweep))
        self.strategy = self._strategy(strategy)
        self.axes: Mapping[str, Any] = {axis["name"]: axis for axis in sweep._info.axes}
        found = of_points(sweep, value, self.strategy)
        found = found[found["mean"].notna()]
        if found.empty:
            raise ValueError(f"no point has '{value}': see Sweep.failed and Sweep.points")
        self.points = sweep.points.loc[found.index]
        self.millions = self._is_money and float(found["mean"].abs().max()) >= _MILLION
        self.scale = 100.0 if value in SAVED else 1 / _MILLION if self.millions else 1.0
        self.means: FloatArray = self.scale * found["mean"].to_numpy(float)
        self._runs: FloatArray = self.scale * runs_of(sweep, value, self.strategy, found.index)
        self._common = not sweep.scenario.to_dict()["sweep"]["independent"]
        self.counts = found["count"].to_numpy(int)

    def _strategy(self, strategy: str | None) -> str:
        names = self.sweep.strategies
        if strategy is not None:
            judged = is_of_strategies(self.value)
            return known("strategy", strategy, names[1:] if judged else names)
        if not is_of_strategies(self.value):
            return names[0]
        if len(names) == 2:
            return names[1]
        listed = ", ".join(f"'{name}'" for name in names[1:]) or "none"
        raise ValueError(f"'{self.value}' is of a strategy; name one: there are {listed}")

    def key(self, name: str) -> FloatArray:
        """The values of a key at the points."""
        return self.points[known("key", name, self.sweep.keys)].to_numpy(float)

    def mean(self, rows: Any) -> Mean:
        """The mean of these points, with the chance that is in them.

        Points on common random numbers share the luck of their replications, so that the variance of
        the mean is that over points and that over replications, each divided by their number.
        """
        runs = self._runs[rows]
        of_points = np.nanmean(runs, axis=1)
        value = float(of_points.mean())
        parts = [of_points] if of_points.size > 1 else []
        if runs.shape[1] > 1 and (self._common or not parts):
            parts.append(np.nanmean(runs, axis=0))
        if not parts:
            known_end = value if self.sweep.deterministic else np.nan
            return Mean(value, known_end, known_end, 1)
        variance = sum(float(part.var(ddof=1)) / part.size for part in parts)
        least = min(part.size for part in parts)
        half = _student(least) * float(np.sqrt(variance))
        low, high = value - half, value + half
        if self.value in SAVED:
            low, high = max(low, 0.0), min(high, 100.0)
            if half == 0:  # all or none: how many could say otherwise
                low, high = (100 * end for end in wilson(round(value / 100 * least), least))
        return Mean(value, low, high, of_points.size)

    @property
    def label(self) -> str:
        """What is drawn, with its unit."""
        name = self.name
        return say("with_unit", name=name, unit=self.unit) if self.unit else name

    @property
    def name(self) -> str:
        """What is drawn."""
        phrase = _MEASURES.get(self.value)
        return self.value if phrase is None else say(phrase)

    def begun(self, title: str) -> str:
        """A title with its first letter large, unless it begins with a column's name."""
        return capitalised(title) if self.subject or self.value in _MEASURES else title

    @property
    def unit(self) -> str:
        """Its unit."""
        if self.value in SAVED:
            return "%"
        if not self._is_money:
            return "" if self._unit == "1" else self._unit
        money = plain(self.sweep.scenario.run.currency) or say("money")
        return say("millions", unit=money) if self.millions else money

    @property
    def _is_money(self) -> bool:
        return self._unit == "money"

    @property
    def _unit(self) -> str:
        """As the file has it."""
        for name, variable in self.sweep.dataset("outcomes").data_vars.items():
            if self.value == name or self.value.startswith(f"{name}_"):
                return str(variable.attrs["units"])
        return "1"

    @property
    def subject(self) -> str:
        """The strategy, as a title begins; nothing for the baseline."""
        if self.strategy == self.sweep.strategies[0]:
            return ""
        label = self.sweep.scenario.strategies[self.strategy].label or self.strategy
        return say("subject", text=say("quoted", text=plain(translated(str(label)))))

    def axis_label(self, name: str) -> str:
        """A key with its unit."""
        unit = str(self.axes[name]["unit"])
        return say("with_unit", name=name, unit=unit) if unit else name

    def is_log(self, name: str) -> bool:
        """Whether ranges of the key are on a logarithmic scale."""
        return bool(self.axes[name]["scale"] == "log") and bool((self.key(name) > 0).all())

    def number(self, value: float) -> str:
        """As titles have it."""
        text = percent(value / 100) if self.value in SAVED else f"{value:.3g}"
        if "e+" in text:  # of four digits or more
            text = f"{float(text):,.0f}"
        return text.replace("-", "−")

    def ranged(self, mean: Mean) -> str:
        """With its interval, if it is known and has a width."""
        value = self.number(mean.value)
        low, high = self.number(mean.low), self.number(mean.high)
        if np.isnan(mean.low) or low == high:
            return value
        ends = (end.removesuffix(" %") for end in (low, high))
        return say("ranged", value=value, **dict(zip(("low", "high"), ends, strict=True)))


def _student(size: int) -> float:
    """Half of the 95 % interval of a mean of so many numbers, in standard errors: Student's t."""
    pattern = np.linspace(-1.0, 1.0, size)
    low, high = mean_interval(pattern)
    return float((high - low) / 2 / (pattern.std(ddof=1) / np.sqrt(size)))


def origin(swept: Swept) -> list[str]:
    """For captions: the scenario, what was run, and what failed."""
    sweep = swept.sweep
    scenario, count = sweep.scenario, len(swept.points)
    most, least = int(swept.counts.max()), int(swept.counts.min())
    runs = counted(most, "replication", "replications")
    if least < most:
        runs = say("up_to", number=runs)
    notes = [plain(translated(scenario.title))] if scenario.title else []
    said = say(
        "sweep_runs",
        points=counted(count, "point", "points"),
        replications=runs,
        kind=say(scenario.market.kind),
        seed=scenario.run.seed,
    )
    notes.append(said)
    missing = len(sweep.points) - count
    if missing:
        notes.append(say("points_missing", number=counted(missing, "point", "points")))
    return notes

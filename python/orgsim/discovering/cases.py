"""Points or worlds, and whether it happens in each."""

from __future__ import annotations

import dataclasses
import difflib
import inspect
from typing import TYPE_CHECKING, Any

from orgsim import _core
from orgsim._core import saving_verdicts
from orgsim.ensemble import Worlds, rows_of_worlds
from orgsim.results import Results
from orgsim.rivals import with_rivals
from orgsim.sweeps import Sweep
from orgsim.sweeps.measures import SAVED, is_of_strategies

from .box import expect_prim

if TYPE_CHECKING:
    import pandas


@dataclasses.dataclass(frozen=True)
class Event:
    """What is asked for: a measure of a strategy, and from where on it counts."""

    of: str
    strategy: str | None = None
    above: float | None = None
    below: float | None = None


@dataclasses.dataclass(frozen=True)
class Cases:
    """A row per point or world: its assumptions, and whether it happens there."""

    assumptions: pandas.DataFrame
    happens: pandas.Series[bool]
    event: Event
    of_worlds: bool


@dataclasses.dataclass(frozen=True)
class HowToRun:
    """How what is no result yet is run: what the call says of it."""

    scenario: _core.Scenario | None  # with which Worlds are run
    worlds: dict[str, Any]  # in which a scenario is run: worlds, worlds_file and ranges of run()
    rivals: str | None
    options: dict[str, Any]  # of sweep()
    fewest: int  # worlds, of which enough are in the fit


# What happens or does not, by the column that has its week.
_WEEKS = {
    "marginalised": "marginalised_week",
    "stock_phase": "stock_phase_week",
    "budget": "line_week_budget",
    "capability": "line_week_capability",
    "structure": "line_week_structure",
}
_GAIN = "npv_gain"
_MANY = 1000  # worlds, so that among all their keys those that matter are found


def cases_of(
    source: Sweep | Results | Worlds | _core.Scenario, asked: Event, how: HowToRun
) -> Cases:
    """The cases of a sweep, of a run's worlds, or of worlds in which a scenario is run now."""
    _expect_of_source(source, how)
    of_worlds = not isinstance(source, Sweep)
    points = None
    if isinstance(source, (Worlds, _core.Scenario)):
        source, points = swept(source, asked, how)
    if isinstance(source, Sweep):
        names, unit = source.strategies, "point"
        done = source.points[source.points["status"] == "done"].loc[:points]
        assumptions, outcomes = done[source.keys], source.outcomes
    else:
        if source.worlds is None:
            raise ValueError("no worlds were run of these results: run(scenario, worlds=100)")
        names, unit = source.strategies, "world"
        assumptions, outcomes = source.worlds.values, source.worlds.outcomes
    strategy = strategy_of(names, asked.of, asked.strategy)
    values = measured(outcomes, unit, names[0], asked.of, strategy).reindex(assumptions.index)
    above, below = bounds(asked)
    event = dataclasses.replace(asked, strategy=strategy, above=above, below=below)
    return Cases(assumptions, happening(values, event), event, of_worlds)


def _expect_of_source(source: object, how: HowToRun) -> None:
    """Refuse what says how to run what has been run, and worlds beside worlds."""
    if not isinstance(source, (Sweep, Results, Worlds, _core.Scenario)):
        raise TypeError(
            f"discover takes a Sweep, Results with worlds, Worlds or a Scenario, not {source!r}"
        )
    if how.scenario is not None and not isinstance(source, Worlds):
        raise TypeError("scenario is what worlds are run with: give Worlds as the source")
    given = [name for name, value in how.worlds.items() if value is not None]
    if given and not isinstance(source, _core.Scenario):
        raise TypeError(f"{given[0]} says in which worlds a scenario is run that is the source")
    _expect_options(how.options)
    if isinstance(source, (Sweep, Results)) and (how.rivals is not None or how.options):
        name = "rivals" if how.rivals is not None else next(iter(how.options))
        raise TypeError(f"{name} is of what is run now; sweeps and runs have been run")


# Of sweep(), what the question itself says, and what would leave worlds out.
_SETTLED = (
    *("scenario", "vary", "design", "points", "replications", "strategies", "independent"),
    *("keep", "series", "shard", "until", "most_replications", "point_timeout"),
)


def _expect_options(options: dict[str, Any]) -> None:
    """Refuse what sweep() does not have, and what the question settles."""
    from orgsim.sweeps import sweep

    known = [name for name in inspect.signature(sweep).parameters if name not in _SETTLED]
    for name in options:
        if name in ("only", "strategies"):
            raise TypeError(f"'{name}' is settled by what is asked for: say strategy=...")
        if name in _SETTLED:
            raise TypeError(
                f"'{name}' is settled: one mean field in each of so many worlds; worlds=... says in how many"
            )
        if name not in known:
            near = difflib.get_close_matches(name, [*known, "above", "below", "kept_out"], 1)
            meant = f"; did you mean '{near[0]}'?" if near else ""
            raise TypeError(f"discover has no argument '{name}'{meant}")


def worlds_for(scenario: _core.Scenario, how: HowToRun) -> pandas.DataFrame:
    """The worlds in which a scenario is run; keys that it names are its own in all of them."""
    wanted = scenario.copy()
    if how.worlds["ranges"] is not None:
        wanted.run.ranges = how.worlds["ranges"]
    worlds = _number_of_worlds(wanted, how.worlds)
    if worlds < how.fewest:
        raise ValueError(
            f"worlds is how many a scenario is run in, at least {how.fewest}, not {worlds}"
        )
    return rows_of_worlds(wanted, worlds, how.worlds["worlds_file"])


def _number_of_worlds(scenario: _core.Scenario, chosen: dict[str, Any]) -> int:
    """As the call says, as the scenario does, or all that there are up to a thousand."""
    if chosen["worlds"] is not None:
        return int(chosen["worlds"])
    if scenario.run.worlds:
        return int(scenario.run.worlds)
    file = chosen["worlds_file"] or scenario.run.worlds_file
    if not file:
        return _MANY
    with open(file, encoding="utf-8") as lines:
        return min(_MANY, sum(1 for line in lines if line.strip() and line[0] != "#") - 1)


def swept(source: Worlds | _core.Scenario, asked: Event, how: HowToRun) -> tuple[Sweep, int]:
    """A scenario that is run in each of the worlds, as a mean field, and the last point that is asked for.

    A sweep that is kept may have more.
    """
    from orgsim.sweeps import sweep

    own = source if isinstance(source, _core.Scenario) else how.scenario or _core.Scenario()
    wanted, only = _to_run(own, asked, how)
    if isinstance(source, Worlds):
        if not source.fit:
            raise ValueError("no world fits the evidence: there is nothing to look at")
        table = source.table
    else:
        table = worlds_for(wanted, how)
    expect_prim()
    done = sweep(
        wanted,
        vary="plausible",
        design=table,
        replications=1,
        strategies=only,
        independent=True,
        keep=["outcomes"],
        **how.options,
    )
    return done, len(table) - 1


def _to_run(
    scenario: _core.Scenario, asked: Event, how: HowToRun
) -> tuple[_core.Scenario, list[str]]:
    """A mean field with such rivals, and the strategies that are needed."""
    wanted = with_rivals(scenario, how.rivals)
    wanted.market.kind = "mean_field"
    chosen = strategy_of(["baseline", *wanted.strategies], asked.of, asked.strategy)
    bounds(asked)
    return wanted, [] if chosen == "baseline" else [chosen]


def strategy_of(names: list[str], of: str, strategy: str | None) -> str:
    """The strategy that is meant; the baseline unless it has no such number."""
    if strategy is not None and strategy not in names:
        raise ValueError(f"there is no strategy '{strategy}'; there are {', '.join(names)}")
    needs_one = is_of_strategies(of) or of == _GAIN
    if strategy is None:
        if needs_one and len(names) != 2:
            raise ValueError(
                f"'{of}' is of a strategy: say of which, of {', '.join(names[1:]) or 'none'}"
            )
        return names[1] if needs_one else names[0]
    if needs_one and strategy == names[0]:
        raise ValueError(f"'{of}' is of a strategy, and the baseline is none")
    return strategy


def bounds(asked: Event) -> tuple[float | None, float | None]:
    """From where on it counts: in at least half of the replications, unless the call says so."""
    of, above, below = asked.of, asked.above, asked.below
    if above is not None and below is not None:
        raise ValueError("give above or below, not both")
    if above is None and below is None:
        if of not in _WEEKS and of not in SAVED:
            near = difflib.get_close_matches(of, [*_WEEKS, *SAVED], 1)
            meant = f"; or is '{near[0]}' meant?" if near else ""
            raise ValueError(
                f"'{of}' is a number: say from where on it counts, above=... or below=...{meant}"
            )
        return 0.5, None
    return above, below


def measured(
    outcomes: pandas.DataFrame, unit: str, baseline: str, of: str, strategy: str
) -> pandas.Series[float]:
    """The mean over replications at each point or world; of what happens or does not the share."""
    own = outcomes[outcomes["strategy"] == strategy]
    column = _WEEKS.get(of, of)
    if of in SAVED and SAVED[of] in outcomes:
        values: Any = own[SAVED[of]].isin(saving_verdicts()).astype(float)
    elif of == _GAIN:
        without = outcomes[outcomes["strategy"] == baseline]
        keys = [unit, "replication"]
        pairs = own[[*keys, "npv"]].merge(
            without[[*keys, "npv"]], on=keys, suffixes=("", "_without")
        )
        own, values = pairs, pairs["npv"] - pairs["npv_without"]
    elif of in _WEEKS and column in outcomes:
        values = own[column].notna().astype(float)
    elif column in _numbers(outcomes):
        values = own[column].astype(float)
    else:
        raise ValueError(_unknown(of, outcomes))
    means: pandas.Series[float] = values.groupby(own[unit]).mean()
    return means


def happening(values: pandas.Series[float], event: Event) -> pandas.Series[bool]:
    """Whether it happens; where there is no number it does not."""
    if event.above is not None:
        return values.ge(event.above) & values.notna()
    return values.lt(event.below or 0.0) & values.notna()


def _numbers(outcomes: pandas.DataFrame) -> list[str]:
    return [str(name) for name in outcomes.select_dtypes("number").columns]


def _unknown(of: str, outcomes: pandas.DataFrame) -> str:
    names = [*_WEEKS, *SAVED, _GAIN, *_numbers(outcomes)]
    near = difflib.get_close_matches(of, names, 1)
    meant = f"did you mean '{near[0]}'? " if near else ""
    return f"there is no '{of}'; {meant}there are {', '.join(names)}"

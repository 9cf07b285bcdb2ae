"""The call that searches for a strategy."""

from __future__ import annotations

import contextlib
import os
import pathlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from orgsim import _core, files

from .result import Optimised

if TYPE_CHECKING:
    from .engine import InWorlds, Replications
    from .journal import Journal
    from .search import Goal, Plan
    from .space import Vary

    Progress = Callable[[float], object]


def optimise(
    scenario: _core.Scenario,
    *,
    vary: Vary | None = None,
    against: Sequence[str] | None = None,
    trials: int = 240,
    population: int = 24,
    replications: int | None = None,
    most: int | None = None,
    kept_out: int | None = None,
    finalists: int = 12,
    worlds: int = 0,
    worlds_file: str | os.PathLike[str] | None = None,
    ranges: str | None = None,
    goal: Goal = "mean",
    rivals: str | None = None,
    seed: int | None = None,
    path: str | os.PathLike[str] | None = None,
    overwrite: bool = False,
    threads: int | None = None,
    progress: bool | Progress | None = None,
) -> Optimised:
    """Search for the focal firm's strategy that is worth most, and for the one that saves marketing most often.

    Both at once: what comes of it is a *front* of strategies of which none is better than another in both
    (docs/optimise.md). NSGA-II of Optuna (Deb et al. 2002) proposes ``trials`` strategies, ``population``
    a generation; all are run on the same ``replications`` (16 unless given), with common random numbers.
    The first generation has the strategies of the catalogue that ``vary`` can say.

    ``vary`` says what may be chosen, by the keys of [strategies.NAME]: a tuple is a range ``(low, high)``,
    a list are values, a number is fixed, and the mix is "any" or fixed. Unless given it is mix, start, ramp,
    ai_adoption, redeploy, prove and budget. ``against`` names strategies of the scenario that the front is
    compared with: all of them unless given, or the catalogue that comes with orgsim if there are none.

    The best ``finalists`` then race: replications are doubled up to ``most`` (8 times as many unless given)
    until no two are close, and whoever is surely worse than another is out. What is said of the front comes
    from ``kept_out`` replications (as many as ``most`` unless given) that the search did not use: those of
    the next seed.

    With ``worlds`` candidates are run in so many worlds that fit the evidence instead, with
    ``replications`` in each (4 unless given), and ``most`` and ``kept_out`` count worlds (4 and 2 times as
    many unless given); those kept out are other worlds with the luck of the next seed. ``goal`` "low" searches for the 10 % quantile of NPV over worlds instead of the mean.
    ``rivals`` are "static", "same" or "respond" in all runs; as the scenario says unless given.

    ``path`` is a CSV file for the front and the catalogue. A call that was stopped goes on where it was: what
    was run is in ``path`` + ".journal". ``threads`` and ``progress`` are as for :func:`run`; results do not
    depend on them. Needs the extra [optimise]. Raises InputError, TypeError and ValueError for what is
    wrong with the call, FileExistsError, OSError, ImportError, Stopped, and KeyboardInterrupt.
    """
    if not isinstance(scenario, _core.Scenario):
        raise TypeError(f"a Scenario is wanted, not {scenario!r}")
    _expect_optuna()
    from dataclasses import asdict

    from orgsim.results import told

    from .engine import prepared
    from .search import search
    from .space import Space, default_ranges

    weeks = scenario.run.weeks
    space = Space(default_ranges(weeks) if vary is None else vary, weeks)
    wanted = prepared(scenario, seed, rivals, ranges)
    plan = planned(
        wanted,
        worlds=worlds,
        replications=replications,
        most=most,
        kept_out=kept_out,
        trials=trials,
        population=population,
        finalists=finalists,
        goal=goal,
    )
    place = None if path is None else pathlib.Path(os.fsdecode(path)).absolute()
    if place is not None:
        files.expect_free(place, overwrite)
    catalogue = _catalogue(scenario, against)
    evaluate = _evaluate(wanted, plan, worlds_file, threads)
    strategies = {name: one.to_dict() for name, one in catalogue.items()}
    call = [
        _core.__version__,
        _core.commit,
        wanted.to_toml(),
        repr(space),
        asdict(plan),
        strategies,
    ]
    with (
        told(progress, work="search", kept=place is not None) as tell,
        _journal(place, [*call, repr(evaluate)], overwrite) as kept,
    ):
        found = search(space, kept.kept(evaluate), plan, strategies, tell)
        labels = {name: one.label or name for name, one in catalogue.items()}
        result = Optimised(wanted, space.varied, plan, found, labels)
        if place is not None:
            result.to_csv(place, overwrite=overwrite)
    return result


def planned(
    scenario: _core.Scenario,
    *,
    worlds: int,
    replications: int | None,
    most: int | None,
    kept_out: int | None,
    trials: int,
    population: int,
    finalists: int,
    goal: Goal,
) -> Plan:
    """How much is run, checked; a scenario without luck needs one replication of everything."""
    from .engine import has_luck
    from .search import Plan

    if goal not in ("mean", "low") or (goal == "low" and not worlds):
        raise ValueError(f"the goal is 'mean', or over worlds 'low', not {goal!r}")
    if worlds == 1 or worlds < 0:
        raise ValueError(f"worlds is 0 for none, or 2 and more, not {worlds}")
    asked = {"replications": replications, "most": most, "kept_out": kept_out}
    _expect_counts(**{name: count for name, count in asked.items() if count is not None})
    if not worlds and not has_luck(scenario):
        replications, most, kept_out = 1, 1, 1
    units = worlds or (replications or _REPLICATIONS)
    most = (_RACES_OF_WORLDS if worlds else _RACES) * units if most is None else most
    last = kept_out
    if last is None:
        last = _KEPT_OUT_OF_WORLDS * units if worlds else most
    _expect_counts(
        trials=trials,
        replications=1 if replications is None else replications,
        most=most,
        kept_out=last,
        finalists=finalists,
        population=population,
    )
    each = (replications or _IN_EACH_WORLD) if worlds else 1
    seed = scenario.run.seed
    return Plan(trials, population, units, most, last, finalists, seed, goal, worlds, each)


def _expect_counts(**counts: int) -> None:
    for name, count in counts.items():
        least = 2 if name == "population" else 1
        if not isinstance(count, int) or count < least:
            raise ValueError(f"{name} is a number from {least} on, not {count!r}")


_REPLICATIONS, _RACES = 16, 8
_IN_EACH_WORLD, _RACES_OF_WORLDS, _KEPT_OUT_OF_WORLDS = 4, 4, 2


def _catalogue(
    scenario: _core.Scenario, against: Sequence[str] | None
) -> dict[str, _core.Strategy]:
    """What the front is compared with."""
    own = scenario.strategies
    if isinstance(against, str):
        raise TypeError(f"against is a list of names: ['{against}']")
    if against is None:
        own = own if len(own) else _core.load_shipped("catalogue", []).strategies
        return dict(own.items())
    missing = [name for name in against if name not in own]
    if missing:
        raise ValueError(
            f"the scenario has no strategy '{missing[0]}'; it has {', '.join(own) or 'none'}"
        )
    return {name: own[name] for name in against}


def _evaluate(
    scenario: _core.Scenario,
    plan: Plan,
    worlds_file: str | os.PathLike[str] | None,
    threads: int | None,
) -> Replications | InWorlds:
    from orgsim.ensemble import rows_of_worlds

    from .engine import InWorlds, Replications

    if not plan.worlds:
        if worlds_file is not None:
            raise ValueError("worlds_file is a file of worlds: say in how many, worlds=20")
        return Replications(scenario, threads)
    rows = rows_of_worlds(scenario, max(plan.most, plan.units) + plan.kept_out, worlds_file)
    return InWorlds(scenario, threads, rows, plan.each)


def _journal(
    place: pathlib.Path | None, call: object, overwrite: bool
) -> contextlib.AbstractContextManager[Journal]:
    from .journal import opened

    return opened(place and place.with_name(place.name + ".journal"), call, overwrite)


def _expect_optuna() -> None:
    try:
        import optuna  # noqa: F401
    except ImportError as error:
        raise ImportError(
            "the search for a strategy is Optuna's: pip install 'orgsim[optimise]'"
        ) from error

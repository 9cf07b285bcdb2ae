"""The search: NSGA-II proposes, races decide what is close, and runs that were kept out say what holds."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy

from .sample import Runs, beats, fronts, is_close, is_same, spread

if TYPE_CHECKING:
    import optuna

    from .sample import Evaluate, Floats, Strategy, Tell
    from .space import Space

    Goal = Literal["mean", "low"]

_LOW = 0.1  # the quantile over worlds


@dataclasses.dataclass(frozen=True)
class Plan:
    """How much is run."""

    trials: int
    population: int
    units: int  # of every candidate
    most: int  # units of candidates that are close
    kept_out: int  # units that say what holds
    finalists: int
    seed: int
    goal: Goal = "mean"
    worlds: int = 0  # in which candidates are run; 0 for the scenario's own
    each: int = 1  # replications of a unit


@dataclasses.dataclass
class Candidate:
    """A strategy that was run, and who it comes from: a generation of the search, or a catalogue."""

    strategy: dict[str, Any]
    name: str = ""
    generation: int | None = None


@dataclasses.dataclass
class Found:
    """What a search comes to."""

    candidates: list[Candidate]
    runs: Runs  # of all of them, on the search's first units
    finalists: list[int]  # rows of the candidates
    raced: int  # units on which the last of them were compared
    kept_out: Runs  # of the finalists, then of the catalogue


class Work:
    """How much is done, of what is expected; races may end early."""

    def __init__(self, plan: Plan, catalogue: int, tell: Tell | None) -> None:
        races, units = 0, 2 * plan.units
        while units <= plan.most:
            races, units = races + plan.finalists * units, 2 * units
        last = (plan.finalists + catalogue) * plan.kept_out
        self._total = (plan.trials + catalogue) * plan.units + races + last
        self._last, self._done, self._tell = last, 0, tell

    def of(self, runs: int) -> Tell:
        """What is told of the next batch, which has so many runs."""
        begun, self._done = self._done, self._done + runs

        def tell(share: float) -> None:
            if self._tell is not None:
                self._tell(min((begun + share * runs) / self._total, 1.0))

        return tell

    def last(self) -> Tell:
        """What is told of the last batch, which says what holds."""
        self._done = self._total - self._last
        return self.of(self._last)


def search(
    space: Space,
    evaluate: Evaluate,
    plan: Plan,
    catalogue: Mapping[str, Strategy],
    tell: Tell | None = None,
) -> Found:
    """Search the space, beginning with what it can say of the catalogue."""
    work = Work(plan, len(catalogue), tell)
    candidates = [Candidate(dict(one), name) for name, one in catalogue.items()]
    batches = []
    if candidates:
        tell_next = work.of(len(candidates) * plan.units)
        batches.append(evaluate([one.strategy for one in candidates], plan.units, False, tell_next))
    known = len(candidates)
    _generations(space, evaluate, plan, candidates, batches, work)
    runs = _joined(batches)
    finalists = _finalists(runs, range(known, len(candidates)), plan)
    strategies = [one.strategy for one in candidates]
    finalists, raced = race(evaluate, strategies, finalists, runs.rows(finalists), plan, work)
    chosen = [*finalists, *range(known)]
    kept_out = evaluate([strategies[i] for i in chosen], plan.kept_out, True, work.last())
    return Found(candidates, runs, finalists, raced, kept_out)


def _generations(
    space: Space,
    evaluate: Evaluate,
    plan: Plan,
    candidates: list[Candidate],
    batches: list[Runs],
    work: Work,
) -> None:
    """Ask for a generation, run those of it that are new, and tell all what they came to."""
    import optuna

    results: dict[str, tuple[float, float]] = {}
    with _quiet(optuna):
        study = _study(plan)
        for one in candidates:
            parameters = space.parameters_of(one.strategy)
            if parameters is not None:
                study.enqueue_trial(parameters)
        for begun in range(0, plan.trials, plan.population):
            count = min(plan.population, plan.trials - begun)
            trials = [study.ask() for _ in range(count)]
            drawn = [space.draw(trial) for trial in trials]
            new = {str(one): one for one in drawn if str(one) not in results}
            tell = work.of(count * plan.units)
            if new:
                runs = evaluate(list(new.values()), plan.units, False, tell)
                results.update(zip(new, map(tuple, objectives(runs, plan.goal)), strict=True))
                generation = begun // plan.population
                candidates += [Candidate(one, "", generation) for one in new.values()]
                batches.append(runs)
            for trial, strategy in zip(trials, drawn, strict=True):
                study.tell(trial, results[str(strategy)])


def _study(plan: Plan) -> optuna.Study:
    """Deb et al. (2002), with simulated binary crossover, which searches near what is good."""
    import optuna

    sampler = optuna.samplers.NSGAIISampler(
        population_size=plan.population,
        crossover=optuna.samplers.nsgaii.SBXCrossover(),
        seed=plan.seed,
    )
    directions = ["maximize", "maximize"]
    return optuna.create_study(directions=directions, sampler=sampler)


@contextlib.contextmanager
def _quiet(optuna: Any) -> Iterator[None]:
    """Optuna says every study on the terminal, and that its crossover may change."""
    import warnings

    before = optuna.logging.get_verbosity()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
            yield
    finally:
        optuna.logging.set_verbosity(before)


def objectives(runs: Runs, goal: Goal) -> Floats:
    """What the search maximises: a row per candidate."""
    gain = runs.gain.mean(axis=1)
    if goal == "low":
        gain = numpy.quantile(runs.gain, _LOW, axis=1)
    return numpy.column_stack([gain, runs.saved.mean(axis=1)])


def _joined(batches: Sequence[Runs]) -> Runs:
    return Runs(
        numpy.concatenate([batch.gain for batch in batches]),
        numpy.concatenate([batch.saved for batch in batches]),
        batches[0].baseline,
    )


def _finalists(runs: Runs, rows: Sequence[int], plan: Plan) -> list[int]:
    """The best by rank, of which those that look the same are one; of the last rank the widest apart."""
    values = objectives(runs.rows(rows), plan.goal)
    chosen: list[int] = []
    for front in fronts(values):
        room = plan.finalists - len(chosen)
        fresh: list[int] = []
        for place in front:
            row = rows[place]
            if not any(is_same(runs, row, rows[other]) for other in [*chosen, *fresh]):
                fresh.append(place)
        chosen += fresh if len(fresh) <= room else spread(values, fresh, room)
        if len(chosen) == plan.finalists:
            break
    return sorted(rows[place] for place in chosen)


def race(
    evaluate: Evaluate,
    strategies: Sequence[Strategy],
    finalists: list[int],
    runs: Runs,
    plan: Plan,
    work: Work,
) -> tuple[list[int], int]:
    """Twice the units again and again, until no two are close or there are enough; who is beaten is out.

    As racing in A. W. Moore & M. S. Lee (1994), ICML, 190-198, with dominance in two objectives.
    """
    while True:
        alive = [
            i
            for i in range(len(finalists))
            if not any(beats(runs, j, i) for j in range(len(finalists)) if j != i)
        ]
        finalists, runs = [finalists[i] for i in alive], runs.rows(alive)
        pairs = [(i, j) for i in range(len(finalists)) for j in range(i)]
        units = 2 * runs.units
        if units > plan.most or not any(is_close(runs, i, j) for i, j in pairs):
            return finalists, runs.units
        tell = work.of(len(finalists) * units)
        runs = evaluate([strategies[i] for i in finalists], units, False, tell)

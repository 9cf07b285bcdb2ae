"""Worlds fitted to a firm's own history (docs/how_to/own_company.md)."""

from __future__ import annotations

import functools
import os
import pathlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from orgsim import _core, files
from orgsim.errors import Stopped
from orgsim.fixed import Fixed

if TYPE_CHECKING:
    import pandas
    from matplotlib.figure import Figure

    Progress = Callable[[float], object]

Ranges = Literal["plausible", "narrow", "wide"]
Span = float | tuple[float, float]

QUARTER = 13  # weeks


class Fit(Fixed):
    """Worlds in which a firm's history is likely: :func:`fit` makes it."""

    def __init__(
        self, done: _core.FitDone, scenario: _core.Scenario, ahead: int, currency: str | None
    ) -> None:
        self._done = done
        self._scenario = scenario
        self._ahead = ahead
        self._currency = currency

    @property
    def fits(self) -> bool:
        """Whether any world fits; if none does, printing the fit says where the table is too far off."""
        return bool(self._done.fits)

    @property
    def p(self) -> float:
        """The posterior predictive p-value: how often chance leaves residuals as large as the table's.

        Gelman, Meng & Stern (1996), Statistica Sinica 6(4), 733-760. Below 0.01 no world fits.
        """
        return float(self._done.p)

    @property
    def r_hat(self) -> float:
        """How far four parts of the worlds that were sought apart differ, in the number that differs most.

        The spread of all worlds over that within the parts (Gelman & Rubin 1992, Statistical Science 7(4),
        457-472); 1 where they agree. Above 1.5 intervals are rough: raise ``most_evaluations``.
        """
        return float(self._done.r_hat)

    @property
    def evaluations(self) -> int:
        """How many worlds were tried."""
        return int(self._done.evaluations)

    @functools.cached_property
    def worlds(self) -> pandas.DataFrame:
        """A row per world, a column per number, by its path: of equal weight and in random order."""
        return self._unknowns[list(self._done.keys)]

    @functools.cached_property
    def others(self) -> pandas.DataFrame:
        """What else is unknown, a row per world.

        Columns: age_weeks (of the market when the table begins), money (what one unit of money is in the
        table's currency; NaN without figures of money), and error_users, error_revenue, error_budgets,
        error_won (standard deviation of the logarithm of what is reported) where they were not given.
        """
        import numpy

        table = self._unknowns.drop(columns=list(self._done.keys))
        table["age_weeks"] = self._done.ages
        money = numpy.asarray(self._done.money, dtype=float)
        table["money"] = numpy.where(money > 0, money, numpy.nan)
        return table

    @functools.cached_property
    def _unknowns(self) -> pandas.DataFrame:
        import pandas

        return pandas.DataFrame(self._done.values, columns=list(self._done.unknowns))

    @functools.cached_property
    def table(self) -> pandas.DataFrame:
        """The firm's table as it was understood: a row per quarter, missing ones included."""
        import pandas

        index = pandas.Index(self._done.quarters, name="quarter")
        return pandas.DataFrame(self._done.reported.T, index, list(self._done.columns))

    @functools.cached_property
    def foreseen(self) -> pandas.DataFrame:
        """What the books might have said: the posterior predictive distribution, its quantiles.

        A row per quarter and column of the table, the quarters ``ahead`` of it included: low_5, median,
        high_95, and reported. Customers won are sums over ``rolling`` quarters, as they were fitted.
        """
        import numpy
        import pandas

        low, median, high = numpy.quantile(self._done.foreseen, [0.05, 0.5, 0.95], axis=0)
        rows = [
            {
                "quarter": quarter,
                "column": column,
                "low_5": low[c, q],
                "median": median[c, q],
                "high_95": high[c, q],
                "reported": self.table[column].iloc[q] if q < len(self.table) else numpy.nan,
            }
            for c, column in enumerate(self._done.columns)
            for q, quarter in enumerate([*self._done.quarters, *self._quarters_ahead()])
        ]
        return pandas.DataFrame(rows)

    def _quarters_ahead(self) -> list[str]:
        return [f"+{q}" for q in range(1, self._ahead + 1)]

    def draws(self) -> Any:
        """Return what the books might have said in each world: an array of worlds, columns, quarters."""
        return self._done.foreseen

    def recovery(self) -> pandas.DataFrame:
        """Which numbers the table says anything about, those that it narrows most first.

        Columns: name; prior_low_5, prior_median, prior_high_95 of the range, low_5, median, high_95 of the
        worlds; width (of the worlds from 5 to 95 %, as a part of the range's, on the number's scale): 1
        where the table says nothing.
        """
        import pandas

        rows = [
            [name, *prior, *worlds, width] for name, prior, worlds, width in self._done.recovered
        ]
        three = ["low_5", "median", "high_95"]
        columns = ["name", *(f"prior_{one}" for one in three), *three, "width"]
        return pandas.DataFrame(rows, columns=columns)

    def plot(self) -> Figure:
        """Draw the table over what the worlds foresee: a panel per column, the 90 % band and the median.

        What it cannot show: why a world foresees what it does. Returns the figure.
        """
        from orgsim.plots.fitted import draw

        return draw(self, self._currency)

    def run(
        self,
        strategies: Mapping[str, Mapping[str, Any]] | Sequence[str],
        *,
        scenario: _core.Scenario | None = None,
        worlds: int = 100,
        replications: int = 1,
        years: float = 6,
        threads: int | None = None,
        progress: bool | Progress | None = None,
    ) -> Ahead:
        """Run strategies in the fitted worlds, from the end of the table on.

        ``strategies`` are tables as a scenario's, or names of those that come with orgsim, which then
        begin at once. Week 0 of their ``start``, and of the ``scenario``'s climate, directness and AI,
        is the week after the table: each world has reached it at an age of its own. What ``scenario``
        says of the numbers that were fitted is not looked at. The first ``worlds`` are run, each
        ``replications`` times, for so many ``years``. Amounts of money are in the model's unit, what a new
        user pays a week where ``economics.price`` is 1, and not in the currency of the table.

        Raises ValueError if no world fits, InputError, Stopped, KeyboardInterrupt.
        """
        from concurrent.futures import ThreadPoolExecutor

        import pandas

        from orgsim.results import outcomes, told

        if not self.fits:
            raise ValueError(f"{self._done.conclusion('en')} There is nothing to run.")
        base = self._base(scenario, strategies)
        count = min(worlds, len(self.worlds))
        weeks = round(52 * years)

        def one(world: int) -> pandas.DataFrame:
            made = self._world(base, world, weeks)
            table = outcomes(made, replications=replications, seed=world + 1, threads=1)
            table.insert(0, "world", world)
            table["today"] = self._today(world)
            return table

        tables = []
        with told(progress) as tell, ThreadPoolExecutor(threads or os.cpu_count() or 1) as pool:
            for done, table in enumerate(pool.map(one, range(count)), 1):
                tables.append(table)
                if tell is not None and tell(done / count) is False:
                    pool.shutdown(cancel_futures=True)
                    raise Stopped(f"the run was stopped after {done} of {count} worlds")
        return Ahead(pandas.concat(tables, ignore_index=True))

    def world(self, number: int) -> _core.Scenario:
        """Return one of the worlds as a scenario, whose week 0 is the market's first."""
        return self._filled(self._scenario.copy(), number)

    def _filled(self, scenario: _core.Scenario, number: int) -> _core.Scenario:
        row = self.worlds.iloc[number]
        return _core.with_numbers(scenario, list(row.index), [float(value) for value in row])

    def _today(self, number: int) -> int:
        return int(self._done.ages[number]) + QUARTER * len(self._done.quarters)

    def _base(
        self,
        scenario: _core.Scenario | None,
        strategies: Mapping[str, Mapping[str, Any]] | Sequence[str],
    ) -> _core.Scenario:
        from orgsim.shipped import scenario as shipped

        base = self._scenario.copy()
        base.market.kind = "pooled"
        if isinstance(strategies, str):
            raise TypeError(f"strategies must be a list of names: ['{strategies}']")
        if not isinstance(strategies, Mapping):
            catalogue = shipped("capital_winter").to_dict()["strategies"]
            unknown = [name for name in strategies if name not in catalogue]
            if unknown:
                raise ValueError(
                    f"there is no strategy '{unknown[0]}'; those that come with orgsim are: "
                    + ", ".join(sorted(catalogue))
                )
            strategies = {name: {**catalogue[name], "start": 0} for name in strategies}
        base.strategies = {name: dict(one) for name, one in strategies.items()}
        if scenario is not None:
            base.environment.climate = list(scenario.environment.climate)
            base.environment.directness = list(scenario.environment.directness)
            for name in ("ceiling", "midpoint", "width"):
                setattr(base.environment.ai, name, getattr(scenario.environment.ai, name))
            for name, value in scenario.lines.to_dict().items():
                setattr(base.lines, name, value)
        return base

    def _world(self, base: _core.Scenario, number: int, weeks: int) -> _core.Scenario:
        today = self._today(number)
        made = self._filled(base, number)
        environment = made.environment
        environment.climate = _later(environment.climate, today)
        environment.directness = _later(environment.directness, today)
        environment.ai.midpoint = cast("float", environment.ai.midpoint) + today
        for strategy in made.strategies.values():
            if strategy.start is not None:
                strategy.start = cast("int", strategy.start) + today
        made.run.weeks = today + weeks
        return made

    def to_csv(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write :attr:`worlds` for ``orgsim run --worlds-file``, with six digits.

        Raises FileExistsError unless it may ``overwrite``, OSError.
        """
        files.expect_free(path, overwrite)
        pathlib.Path(path).write_text(self._done.csv(), encoding="utf-8")

    def __len__(self) -> int:
        """Count the worlds."""
        return len(self._done.money)

    def __bool__(self) -> bool:
        """Be true, whether any world fits or not."""
        return True

    def __repr__(self) -> str:
        """Say what came of it."""
        from orgsim.language import current_language

        return str(self._done.summary_text(current_language()))


class Ahead(Fixed):
    """What strategies come to in the fitted worlds: :meth:`Fit.run` makes it."""

    def __init__(self, outcomes: pandas.DataFrame) -> None:
        self._outcomes = outcomes

    @property
    def outcomes(self) -> pandas.DataFrame:
        """As :attr:`Results.outcomes`, with world, and today: the week in which the table ends there."""
        return self._outcomes

    @functools.cached_property
    def saved(self) -> pandas.DataFrame:
        """A row per strategy, those that save most first.

        Columns: saved, saved_lenient, saved_strict (shares of the worlds' runs), marginalised (share of
        the runs in which marketing is, at any time after the table), npv_low_5, npv_median, npv_high_95
        (of the difference to the same world's baseline).
        """
        import pandas

        runs = self._outcomes
        baseline = runs[runs.strategy == "baseline"].set_index(["world", "replication"])
        rows = {}
        for name, group in runs.groupby("strategy", sort=False, observed=True):
            own = group.set_index(["world", "replication"])
            npv = (own.npv - baseline.npv).quantile([0.05, 0.5, 0.95])
            saves = ["averted", "reversed"]
            rows[name] = {
                "saved": own.verdict.isin(saves).mean(),
                "saved_lenient": own.verdict_lenient.isin(saves).mean(),
                "saved_strict": own.verdict_strict.isin(saves).mean(),
                "marginalised": own.marginalised_week.notna().mean(),
                "npv_low_5": npv[0.05],
                "npv_median": npv[0.5],
                "npv_high_95": npv[0.95],
            }
        return pandas.DataFrame(rows).T.sort_values("saved", ascending=False, kind="stable")

    def __repr__(self) -> str:
        """Show the table."""
        return self.saved.round(2).to_string()


def _later(knots: Any, weeks: int) -> list[tuple[float, float]]:
    return [(float(week) + weeks, float(value)) for week, value in knots]


def fit(
    table: pandas.DataFrame | Mapping[str, Sequence[float]] | str | os.PathLike[str],
    *,
    people: Span | None = None,
    firms: int | None = None,
    scenario: _core.Scenario | None = None,
    age: Span = (0, 156),
    vary: Mapping[str, Span] | None = None,
    errors: Mapping[str, Span] | None = None,
    rolling: int = 1,
    ahead: int = 0,
    currency: str | None = None,
    points: int = 400,
    seed: int = 1,
    ranges: Ranges = "plausible",
    most_evaluations: int = 100_000,
    threads: int | None = None,
    progress: bool | Progress | None = None,
) -> Fit:
    """Fit worlds to a firm's own history, quarter by quarter (docs/how_to/own_company.md).

    ``table`` has a row per quarter: a DataFrame, lists by name, or a CSV file. Its columns, any of which
    may be missing: users (people, at the end of the quarter), revenue, and the budgets of product,
    marketing, sales and operations (each in the quarter, all in one currency); won (customers won in the
    quarter). The index, or a column "quarter", has dates, quarters such as 2021Q1, or any names in their
    order. Empty cells and missing quarters are unknown.

    ``people`` could ever use such a product, whoever makes it, and ``firms`` make it: the books do not
    say. ``people`` may be a range (low, high); so may ``age``, that of the market in weeks when the table
    begins. ``vary`` gives keys other ranges than the plausible ones, or one value. ``errors`` are those
    of reporting, as parts, of "users", "revenue", "budgets" and "won": one number, or a range for an
    unknown one, by default 0.02 to 0.2. What ``scenario`` says of keys stays. ``rolling`` fits sums of
    won over so many quarters, which have no seasons. ``ahead`` quarters after the table's are foreseen.

    Numbers with a plausible range are drawn from it, and the worlds weighted by the likelihood of the
    table: log-normal errors of reporting, and the luck of a pooled run. ``points`` is the number of
    worlds. If none fits, :attr:`Fit.fits` is False, and the fit says where the table is too far off.
    ``threads`` and ``progress`` are as for :func:`run`.

    Raises InputError for all that is wrong with the table and the call, OSError, Stopped, and
    KeyboardInterrupt.
    """
    from orgsim.results import told

    if scenario is not None and not isinstance(scenario, _core.Scenario):
        raise TypeError(f"a Scenario is wanted, not {scenario!r}")
    base = _core.Scenario() if scenario is None else scenario.copy()
    if firms is not None:
        base.market.firms = firms
    spans = {path: _span(path, one) for path, one in (vary or {}).items()}
    if people is not None:
        spans["market.customers"] = _span("people", people)
    text, name = _text_of(table)
    with told(progress) as tell:
        done = _core.fit_quarters(
            base,
            text,
            name,
            age=_span("age", age),
            vary=spans,
            errors={name: _span(name, one) for name, one in (errors or {}).items()},
            rolling=rolling,
            ahead=ahead,
            points=points,
            seed=seed,
            ranges=ranges,
            most_evaluations=most_evaluations,
            threads=threads,
            progress=tell,
        )
    if people is not None and not isinstance(people, tuple):
        base.market.customers = round(float(people))
    return Fit(done, base, ahead, currency)


def _span(name: str, span: Any) -> tuple[float, float]:
    if isinstance(span, Sequence) and not isinstance(span, str):
        if len(span) != 2:
            raise ValueError(f"{name}: a number, or two of them, not {span!r}")
        return float(span[0]), float(span[1])
    return float(span), float(span)


def _text_of(table: Any) -> tuple[str, str]:
    """CSV text, which is read with the same care as a file, and what messages call it."""
    import pandas

    if isinstance(table, str | os.PathLike):
        path = pathlib.Path(os.fsdecode(table))
        return path.read_text(encoding="utf-8-sig"), str(path)
    if isinstance(table, Mapping):
        table = pandas.DataFrame(dict(table))
    if not isinstance(table, pandas.DataFrame):
        raise TypeError(f"a DataFrame, lists by name, or a CSV file, not a {type(table).__name__}")
    named = {str(name).strip().lower() for name in table.columns}
    plain = isinstance(table.index, pandas.RangeIndex)
    if plain or named & {"quarter", "date"}:
        return table.to_csv(index=False), "the table"
    return table.to_csv(index_label="quarter"), "the table"

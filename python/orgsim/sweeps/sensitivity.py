"""Which keys matter: SALib's designs and statistics over sweeps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from orgsim import _core
from orgsim.errors import warn_of_notes
from orgsim.fixed import Fixed
from orgsim.sweeps.keys import PLAUSIBLE, sweep_keys
from orgsim.sweeps.run import sweep

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas

    from orgsim.plots.sensitivity import SensitivityPlot
    from orgsim.sweeps.keys import Vary
    from orgsim.sweeps.result import Sweep

Method = Literal["morris", "sobol"]
_METHODS = ("morris", "sobol")
# Beyond these quantiles a distribution without ends is not looked at: they may be anywhere.
_TAIL = 0.005


class Sensitivity(Fixed):
    """Which keys matter, and how well that is known: :func:`sensitivity` makes it."""

    def __init__(
        self, method: Method, table: pandas.DataFrame, sweep: Sweep, used: int, left_out: int
    ) -> None:
        self._method, self._table, self._sweep = method, table, sweep
        self._used, self._left_out = used, left_out

    @property
    def method(self) -> Method:
        """The method: "morris" or "sobol"."""
        return self._method

    @property
    def indices(self) -> pandas.DataFrame:
        """A row per measure, strategy and key, the strongest key first.

        Columns: of, strategy, key; of Morris' method mu_star, its 95 % bootstrap interval
        mu_star_low and mu_star_high, mu and sigma, in the measure's unit per whole range of the key;
        of Sobol's S1 and ST, shares of the variance, with S1_low, S1_high, ST_low, ST_high. Then
        ``noise``: the mean over points of the variance over replications, divided by their number,
        which is how much of the means' variance is chance (0 if there is none, NaN if one replication
        cannot say); and ``variance``, that of the means over all points.
        """
        return self._table

    @property
    def sweep(self) -> Sweep:
        """The runs."""
        return self._sweep

    @property
    def used(self) -> int:
        """How many trajectories (Morris) or blocks (Sobol) the indices are of."""
        return self._used

    @property
    def left_out(self) -> int:
        """How many were left out whole, because a point in them failed."""
        return self._left_out

    @property
    def plot(self) -> SensitivityPlot:
        """The picture: ``plot.tornado()``."""
        from orgsim.plots.sensitivity import SensitivityPlot

        return SensitivityPlot(self)

    def __repr__(self) -> str:
        """Say what was done, and the table."""
        return f"{self._said()}\n{self._table.to_string(index=False)}"

    def _said(self) -> str:
        parts = "trajectories" if self._method == "morris" else "blocks"
        left = f", {self._left_out} left out as points in them failed" if self._left_out else ""
        return f"{self._method}: {self._used} {parts}{left}"

    def _repr_html_(self) -> str:
        table: str = self._table.to_html(index=False)
        return f"<p>{self._said()}</p>{table}"


def sensitivity(
    scenario: _core.Scenario,
    *,
    vary: Vary | None = None,
    method: Method = "morris",
    of: str | Sequence[str] = ("saved", "npv"),
    trajectories: int = 20,
    points: int = 256,
    replications: int | None = None,
    strategies: Sequence[str] | None = None,
    kind: str | None = "mean_field",
    seed: int = 1,
    resamples: int = 1000,
    quiet: bool = False,
    **options: Any,
) -> Sensitivity:
    """Say which keys matter for what comes out, by Morris' screening or Sobol's indices.

    ``vary`` is as for :func:`sweep`; without it, and without [sweep.vary] in the scenario, every number
    varies over its plausible range, but for keys that the scenario names. SALib makes the design over the keys' probabilities, and the
    statistics. Method "morris" (Morris 1991; Campolongo, Cariboni & Saltelli 2007) changes one key at
    a time along so many ``trajectories``: mu* is the mean absolute effect of moving a key over its
    whole range, (k + 1) points a trajectory for k keys. Method "sobol" (Saltelli 2010) shares out the
    variance over keys: S1 by the key alone, ST with all its interactions, over ``points`` blocks
    (a power of 2) of k + 2 points.

    ``of`` are columns of :attr:`Sweep.outcomes` that are numbers, or "saved": the share of the
    replications in which a strategy saves marketing ("saved_lenient" and "saved_strict": with lower and
    higher crisis lines). Indices are of the mean over replications, for every one of the
    ``strategies`` (and the baseline, but for what only strategies have). Runs are mean fields unless
    ``kind`` names another market, or None for the scenario's own. ``options`` are those of
    :func:`sweep`: path, threads, client, progress and so on. ``seed`` is of design and bootstrap.

    The plan and its time are printed first, unless ``quiet``. A trajectory or block in which a point
    failed is left out whole, as SALib needs whole ones; a warning and :attr:`Sensitivity.left_out` say
    how many. Needs the extra [sensitivity]. Raises what :func:`sweep` raises, and ValueError for what
    cannot be measured.
    """
    if method not in _METHODS:
        raise ValueError(f"there is no method '{method}'; there are 'morris' and 'sobol'")
    of = [of] if isinstance(of, str) else list(of)
    if not of:
        raise ValueError("of names nothing to be measured; such as of=['saved', 'npv']")
    if method == "morris" and trajectories < 2:
        raise ValueError(f"Morris' method compares trajectories: at least 2, not {trajectories}")
    for name, why in (("shard", "a part of the points"), ("keep", "points without outcomes")):
        if options.get(name) is not None:
            raise ValueError(
                f"indices are of all points' outcomes: leave {name} out, which is for {why}"
            )
    _expect_salib()
    wanted = scenario.copy()
    if kind is not None:
        wanted.market.kind = kind
    if vary is None and not scenario.to_dict().get("sweep", {}).get("vary"):
        vary = PLAUSIBLE
    chosen: dict[str, Any] = {"vary": vary, "replications": replications, "strategies": strategies}
    axes = _axes(wanted, chosen)
    names = [axis["name"] for axis in axes.axes]
    units = design_of(method, names, trajectories if method == "morris" else points, seed)
    table = _frame(names, axes.values_at(_within(units, axes.axes)))
    if not quiet:
        _print_plan(wanted, chosen, table, method, options.get("threads"))
    swept = sweep(wanted, design=table, **chosen, **options)
    return _analysed(swept, method, of, units, seed, resamples)


def design_of(method: Method, names: Sequence[str], count: int, seed: int) -> npt.NDArray[Any]:
    """Make SALib's design over the unit cube, of so many trajectories or blocks."""
    from .salib import unit_problem

    problem = unit_problem(names)
    if method == "morris":
        from SALib.sample import morris

        design: npt.NDArray[Any] = morris.sample(problem, count, num_levels=4, seed=seed)
        return design
    if count < 2 or count & (count - 1):
        raise ValueError(f"points of Sobol's method are a power of 2, such as 256, not {count}")
    from SALib.sample import sobol

    design = sobol.sample(problem, count, calc_second_order=False, seed=seed)
    return design


def statistics_of(
    method: Method,
    names: Sequence[str],
    units: npt.NDArray[Any],
    outputs: npt.NDArray[Any],
    *,
    seed: int,
    resamples: int,
) -> pandas.DataFrame:
    """Make the indices of outputs at the points of a design: a row per key, the strongest first."""
    import numpy
    import pandas

    from .salib import unit_problem

    problem = unit_problem(names)
    shared: dict[str, Any] = {"num_resamples": resamples, "conf_level": 0.95, "seed": seed}
    columns: dict[str, Any] = {"key": list(names)}
    if method == "morris":
        from SALib.analyze import morris

        found = morris.analyze(problem, units, outputs, num_levels=4, **shared)
        _bounded(columns, "mu_star", found, "mu_star_conf", 0.0)
        columns.update({name: numpy.asarray(found[name], float) for name in ("mu", "sigma")})
        return pandas.DataFrame(columns).sort_values("mu_star", ascending=False, kind="stable")
    from SALib.analyze import sobol

    if numpy.ptp(outputs) == 0:  # there is no variance to be shared out
        zero = {name: numpy.zeros(len(names)) for name in ("S1", "S1_conf", "ST", "ST_conf")}
        found = zero
    else:
        found = sobol.analyze(problem, outputs, calc_second_order=False, **shared)
    for name in ("S1", "ST"):
        _bounded(columns, name, found, f"{name}_conf", -numpy.inf)
    return pandas.DataFrame(columns).sort_values("ST", ascending=False, kind="stable")


def _bounded(columns: dict[str, Any], name: str, found: Any, half: str, least: float) -> None:
    """An index and the ends of its interval, which SALib gives as half of its width."""
    import numpy

    index, width = numpy.asarray(found[name], float), numpy.asarray(found[half], float)
    columns[name] = index
    columns[f"{name}_low"] = numpy.maximum(index - width, least)
    columns[f"{name}_high"] = index + width


def _expect_salib() -> None:
    try:
        import SALib  # noqa: F401
    except ImportError as error:
        raise ImportError(
            "designs and statistics of sensitivity are SALib's: pip install 'orgsim[sensitivity]'"
        ) from error


def _axes(scenario: _core.Scenario, chosen: dict[str, Any]) -> _core.SweepPlan:
    """What varies, checked, and what it is at shares of its probability."""
    keys = sweep_keys(**chosen, points=1, design="random", keep=None, series=None, independent=None)
    return _core.plan_sweep(scenario, keys)


def _within(units: npt.NDArray[Any], axes: Sequence[dict[str, Any]]) -> npt.NDArray[Any]:
    """The ends of distributions that have none are taken a little further in."""
    import numpy

    within = numpy.array(units, float)
    for i, axis in enumerate(axes):
        if axis["kind"] in ("normal", "lognormal"):
            within[:, i] = numpy.clip(within[:, i], _TAIL, 1 - _TAIL)
    return within


def _frame(names: Sequence[str], values: npt.NDArray[Any]) -> pandas.DataFrame:
    import pandas

    return pandas.DataFrame(values, columns=pandas.Index(list(names)))


def _print_plan(
    scenario: _core.Scenario,
    chosen: dict[str, Any],
    table: pandas.DataFrame,
    method: str,
    threads: int | None,
) -> None:
    from .keys import table_of

    keys = sweep_keys(**chosen, points=None, design=None, keep=None, series=None, independent=None)
    plan = _core.plan_sweep(scenario, keys, table_of(table))
    cost = _core.estimate_sweep(plan, threads=threads, budget=0.5)
    about = "about" if cost.timed else "more than"
    print(
        f"{method}: {len(plan):,} points over {len(plan.keys)} keys x {plan.replications:,} replications "
        f"x {len(plan.strategies)} arms = {cost.runs:,.0f} runs, {about} {_duration(cost.seconds)}",
        flush=True,
    )


def _duration(seconds: float) -> str:
    if seconds < 1:
        return "a second"
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"


def _analysed(
    swept: Sweep,
    method: Method,
    of: Sequence[str],
    units: npt.NDArray[Any],
    seed: int,
    resamples: int,
) -> Sensitivity:
    import numpy
    import pandas

    names = swept.keys
    whole = len(names) + (1 if method == "morris" else 2)
    # A file may have more points, of an earlier call.
    done = (swept.points["status"].iloc[: len(units)] == "done").to_numpy()
    used = done.reshape(-1, whole).all(axis=1)
    if used.sum() < 2:
        raise ValueError(
            f"of {used.size} trajectories or blocks only {int(used.sum())} are without a point that "
            "failed; Sweep.failed says why"
        )
    rows = numpy.repeat(used, whole)
    options = {"seed": seed, "resamples": resamples}
    tables = []
    for name, strategy in _measured(swept, of):
        outputs, noise = _outputs(swept, name, strategy, rows)
        table = statistics_of(method, names, units[rows], outputs, **options)
        table.insert(0, "of", name)
        table.insert(1, "strategy", strategy)
        tables.append(table.assign(noise=noise, variance=float(outputs.var(ddof=1))))
    left_out = int(used.size - used.sum())
    if left_out:
        parts = "trajectories" if method == "morris" else "blocks"
        warn_of_notes([f"{left_out} of {used.size} {parts} are left out: points in them failed"])
    found = pandas.concat(tables, ignore_index=True)
    return Sensitivity(method, found, swept, int(used.sum()), left_out)


def _measured(swept: Sweep, of: Sequence[str]) -> list[tuple[str, str]]:
    """Each measure with each strategy that it can be of."""
    from .measures import is_of_strategies

    return [
        (name, strategy)
        for name in of
        for strategy in swept.strategies[
            1 if is_of_strategies(name) and len(swept.strategies) > 1 else 0 :
        ]
    ]


def _outputs(
    swept: Sweep, name: str, strategy: str, rows: npt.NDArray[Any]
) -> tuple[npt.NDArray[Any], float]:
    """The mean over replications at every point that is used, and how much of it is chance."""
    import numpy

    from .measures import of_points

    numbers = swept.points.index.to_numpy()[: len(rows)][rows]
    found = of_points(swept, name, strategy).loc[numbers]
    outputs = found["mean"].to_numpy(float)
    if numpy.isnan(outputs).any():
        raise ValueError(
            f"'{name}' is no number at {int(numpy.isnan(outputs).sum())} points, where it never came; "
            "measure something that always is one"
        )
    if swept.deterministic:
        return outputs, 0.0
    return outputs, float((found["var"] / found["count"]).mean())

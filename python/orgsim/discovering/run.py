"""The call that looks for the box."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from .result import Discovered

if TYPE_CHECKING:
    import os

    from orgsim import _core
    from orgsim.ensemble import Worlds
    from orgsim.results import Results
    from orgsim.sweeps import Sweep


def discover(
    source: Sweep | Results | Worlds | _core.Scenario,
    of: str = "marginalised",
    *,
    strategy: str | None = None,
    above: float | None = None,
    below: float | None = None,
    kept_out: float = 1 / 3,
    seed: int = 1,
    scenario: _core.Scenario | None = None,
    worlds: int | None = None,
    worlds_file: str | os.PathLike[str] | None = None,
    ranges: str | None = None,
    rivals: str | None = None,
    **options: Any,
) -> Discovered:
    """Say which assumptions make it happen: a box of ranges of the keys (docs/discover.md).

    ``source`` is a :class:`Sweep`, whose points differ in the keys that it varies; :class:`Results` with
    worlds (``run(scenario, worlds=200)``); a :class:`Scenario`, which is then run as a mean field in
    ``worlds`` (1,000 unless given) of ``worlds_file`` or of the ensemble of ``ranges``, as :func:`run` has them;
    or :class:`Worlds`, in which the ``scenario`` (all defaults unless given) is run as a mean field. What is
    run now is a :func:`sweep`, whose ``options`` it takes: with a ``path`` a call that was stopped goes on, and
    one that asks something else of the same worlds and strategy runs nothing. It is run with ``rivals``
    that are "static", "same" or "respond"; as the scenario says unless given.

    ``of`` is what happens: "marginalised", "stock_phase", a line ("budget", "capability", "structure"),
    "saved" and its twins; it counts where it does in at least half of the replications, or in a share
    ``above`` or ``below`` a number. Or it is a number of :attr:`Sweep.outcomes`, or "npv_gain" (against the
    baseline), whose mean over replications is at least ``above``, or less than ``below``. It is of the
    baseline unless a ``strategy`` is named.

    The box is PRIM's (Friedman & Fisher 1999; Bryant & Lempert 2010), fitted to two thirds of the points. How good
    it is, is said on the others: ``kept_out``, a share drawn by ``seed``. Needs the extra [discover].
    Raises TypeError and ValueError for what is wrong with the call, or if it happens too seldom or too
    often to tell; ImportError; what :func:`sweep` raises.
    """
    from . import box

    box.expect_there()
    if not 0 < kept_out < 1:
        raise ValueError(f"kept_out is a share of the points between 0 and 1, not {kept_out!r}")
    if isinstance(seed, bool) or not isinstance(seed, int) or seed < 0:
        raise ValueError(f"seed is a whole number from 0 on, not {seed!r}")
    from .cases import Event, HowToRun, cases_of

    chosen = {"worlds": worlds, "worlds_file": worlds_file, "ranges": ranges}
    fewest = math.ceil(2 * box.LEAST / (1 - kept_out))
    how = HowToRun(scenario, chosen, rivals, options, fewest)
    cases = cases_of(source, Event(of, strategy, above, below), how)
    points = cases.assumptions.reset_index(drop=True)
    points = points.loc[:, points.nunique() > 1]
    if not len(points.columns):
        raise ValueError("the points do not differ in anything")
    happens = cases.happens.to_numpy(bool)
    fit, out = box.split(len(points), kept_out, seed)
    found, steps = box.fitted(points.iloc[fit].reset_index(drop=True), happens[fit])
    return Discovered(cases, found, steps, fit, out)

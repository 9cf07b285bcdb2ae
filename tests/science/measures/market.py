"""How the market grows, turns into a stock market, and what customers cost."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from .worlds import MARKETING, SALES, YEAR, Run


def first_week(holds: Any) -> float:
    """In which it holds."""
    return float(np.argmax(holds)) if np.any(holds) else math.inf


def switchers(run: Run, week: int) -> float:
    return float(run["switched"][week] / run["won"][week])


def stock_phase(run: Run) -> float:
    week = float(run.outcome.stock_phase_week)
    return math.inf if math.isnan(week) else week


def growth_phase(run: Run) -> slice:
    end = stock_phase(run)
    return slice(0, int(end) if math.isfinite(end) else 10 * YEAR)


def won_by_money(run: Run) -> Any:
    """What marketing and sales cost, week by week."""
    return run["cost"][:, MARKETING] + run["cost"][:, SALES]


def intensity(run: Run, departments: Sequence[int], weeks: slice) -> float:
    """Departments' budgets over revenue, on the average of the weeks."""
    budgets = run["budget"][weeks][:, departments].sum(axis=1)
    return float((budgets / run["revenue"][weeks]).mean())

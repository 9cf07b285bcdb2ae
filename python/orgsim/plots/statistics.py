"""The intervals that plots show; the same as the summary's."""

from __future__ import annotations

import numpy as np
from scipy import stats

from orgsim.plots.source import FloatArray


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """95 % interval of a proportion (Wilson 1927, J. Am. Stat. Assoc. 22(158), 209-212)."""
    interval = stats.binomtest(successes, trials).proportion_ci(method="wilson")
    return float(interval.low), float(interval.high)


def mean_interval(values: FloatArray) -> tuple[float, float]:
    """95 % interval of a mean, by Student's t; of no width if there are fewer than two values."""
    mean = float(values.mean())
    if values.size < 2:
        return mean, mean
    error = values.std(ddof=1) / np.sqrt(values.size)
    half = float(stats.t.ppf(0.975, values.size - 1) * error)
    return mean - half, mean + half

"""The intervals that plots show are the summary's, and those of SciPy."""

import numpy as np
import pytest
from scipy import stats

from orgsim import _core


@pytest.mark.parametrize("trials", [1, 7, 40, 1000])
def test_proportions_have_wilsons_interval(trials):
    for successes in {0, 1, trials // 3, trials - 1, trials}:
        expected = stats.binomtest(successes, trials).proportion_ci(method="wilson")
        assert _core.wilson(successes, trials) == pytest.approx(tuple(expected), abs=1e-12)


def test_means_have_students_interval():
    values = np.random.default_rng(1).normal(size=24)
    low, high = stats.t.interval(0.95, 23, values.mean(), stats.sem(values))
    assert _core.mean_interval(values) == pytest.approx((low, high))
    low, high = _core.mean_interval(values[::2])  # also where numbers do not lie side by side
    assert (low + high) / 2 == pytest.approx(values[::2].mean())
    assert _core.mean_interval([3]) == (3, 3)


def test_what_has_no_interval_is_refused():
    with pytest.raises(ValueError, match="more successes than trials"):
        _core.wilson(2, 1)
    with pytest.raises(ValueError, match="no mean of no values"):
        _core.mean_interval([])

"""The NumPy peer of `./dev bench` simulates the same model as orgsim (Mesa: checked there)."""

import os
import pathlib

import numpy
import numpy_bass
import pytest
from bass_model import IMITATION, WEEKS
from curves import MOST_STANDARD_ERRORS, largest_difference, our_curves

ROOT = pathlib.Path(__file__).resolve().parents[2]
ORGSIM = str(pathlib.Path(os.environ.get("ORGSIM", ROOT / "build/release/orgsim")).resolve())
CUSTOMERS = 20_000


@pytest.fixture(scope="module")
def ours() -> numpy.ndarray:
    return our_curves(ORGSIM, CUSTOMERS, replications=100)


def numpy_curves(
    imitation: float, model: type[numpy_bass.SparseBassModel] = numpy_bass.SparseBassModel
) -> numpy.ndarray:
    models = [model(CUSTOMERS, seed, imitation) for seed in range(20)]
    return numpy.array([numpy_bass.users_by_week(model, WEEKS) for model in models])


def test_the_mean_curve_of_users_is_that_of_numpy(ours: numpy.ndarray) -> None:
    assert ours.shape == (100, WEEKS)
    assert largest_difference(ours, numpy_curves(IMITATION)) <= MOST_STANDARD_ERRORS


def test_without_scipy_it_is_the_same_model() -> None:
    with_scipy = numpy_curves(IMITATION)
    assert numpy.array_equal(numpy_curves(IMITATION, numpy_bass.BassModel), with_scipy)


def test_a_tenth_less_imitation_would_be_seen(ours: numpy.ndarray) -> None:
    assert largest_difference(ours, numpy_curves(0.9 * IMITATION)) > MOST_STANDARD_ERRORS

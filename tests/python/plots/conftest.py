"""The small world of plot_results.py, run when a test asks for it."""

import functools

import matplotlib.pyplot as plt
import pytest
from plot_results import STRATEGIES, WORLD

import orgsim
from orgsim.plots import Plot


@pytest.fixture(scope="session")
def world():
    """Runs a variant of the world, with keys such as "market.kind" changed."""

    @functools.cache
    def run(text=WORLD + STRATEGIES, *changes):
        scenario = orgsim.Scenario.from_toml(text)
        for key, value in changes:
            section, name = key.split(".")
            setattr(getattr(scenario, section), name, value)
        return orgsim.run(scenario, threads=2)

    return run


@pytest.fixture(scope="session")
def hurried(world):
    """Twelve replications of the world with its strategies."""
    return world()


@pytest.fixture(scope="session")
def plot(hurried):
    """The plots of those."""
    return Plot(hurried)


@pytest.fixture(autouse=True)
def figures_are_closed():
    """No test leaves figures to the next one."""
    plt.switch_backend("Agg")
    yield
    plt.close("all")

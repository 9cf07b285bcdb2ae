"""The small world of plot_results.py, run when a test asks for it."""

import functools
import subprocess

import matplotlib
import matplotlib.pyplot as plt
import pytest
from plot_results import ORGSIM, STRATEGIES, WORLD, Opened

from orgsim.plots import Plot

matplotlib.use("Agg")


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """Runs a variant of the world and opens its results."""
    folder = tmp_path_factory.mktemp("plots")

    @functools.cache
    def run(text=WORLD + STRATEGIES, *options):
        name = f"{len(list(folder.iterdir()))}"
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        command = [ORGSIM, "run", f"{name}.toml", "-o", f"{name}.h5", "--quiet", *options]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        return Opened(folder / f"{name}.h5")

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
    yield
    plt.close("all")

"""A world that is swept in a moment."""

import pytest
from swept_world import VARY, WORLD

import orgsim


@pytest.fixture
def swept_world():
    return orgsim.Scenario.from_toml(WORLD)


@pytest.fixture(scope="session")
def swept(tmp_path_factory):
    """Eight points of it, with weekly bands, in a file."""
    path = tmp_path_factory.mktemp("sweep") / "s.h5"
    scenario = orgsim.Scenario.from_toml(WORLD)
    keep = ["outcomes", "bands", "means", "trajectories"]
    return orgsim.sweep(scenario, vary=VARY, points=8, keep=keep, path=path, threads=2)

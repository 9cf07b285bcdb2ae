"""What the tests of the plots draw: one small world, run by the program in variants."""

import dataclasses
import functools
import os
import pathlib

import xarray

ROOT = pathlib.Path(__file__).resolve().parents[3]
ORGSIM = str(pathlib.Path(os.environ.get("ORGSIM", ROOT / "build/release/orgsim")).resolve())

WORLD = """
title = "A hurried world"
[run]
weeks = 160
replications = 12
[market]
customers = 20000
start_penetration = 0.1
[record]
trajectories = 0
[environment]
climate = [[0, 1.0], [20, 1.0], [40, 0.1]]
ai = { ceiling = 0.9, midpoint = 95, width = 15 }
[executive]
eta = 0.01
eta_scrutiny = 0.05
perception_noise = 1.0
[lines]
sustain = 4
"""

STRATEGIES = """
[strategies.embed]
label = "Cost $5, earn $6"
start = 50
mix = [0.2, 0.1, 0.6, 0.1]
[strategies.results]
label = "AI + results"
start = 60
ramp = 10
mix = [0.2, 0.7, 0.0, 0.1]
ai_adoption = 1.0
redeploy = 1.0
[strategies.never]
start = 500
mix = [1.0, 0.0, 0.0, 0.0]
"""

GRANT = """
[[grants]]
firm = 0
department = "marketing"
factor = {factor}
weeks = [30, 49]
"""


@dataclasses.dataclass(frozen=True)
class Text:
    """Stands for a Scenario."""

    toml: str

    def to_toml(self):
        return self.toml


class Opened:
    """Stands for Results: what plots need of them, read with xarray."""

    def __init__(self, path):
        self.path = path

    def dataset(self, group):
        return xarray.open_dataset(self.path, engine="h5netcdf", group=group)

    @functools.cached_property
    def bands(self):
        return self.dataset("bands")

    @functools.cached_property
    def means(self):
        return self.dataset("means")

    @functools.cached_property
    def scenario(self):
        return Text(xarray.open_dataset(self.path, engine="h5netcdf").attrs["scenario"])

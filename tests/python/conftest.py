"""The small world of small.py, run once; the peers of tests/bench/peers can be imported."""

import sys

import pytest
from small import ROOT, SMALL

import orgsim

sys.path.append(str(ROOT / "tests/bench/peers"))


@pytest.fixture
def small():
    return orgsim.Scenario.from_toml(SMALL)


@pytest.fixture(scope="session")
def results():
    return orgsim.run(orgsim.Scenario.from_toml(SMALL), threads=2)

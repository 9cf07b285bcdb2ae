"""A small world for all tests of the Python package."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build/release/orgsim"

SMALL = """
title = "Small"
[run]
weeks = 60
replications = 6
[market]
customers = 5000
taste = { uniform = [2, 4] }
[record]
trajectories = 6
precision = "double"
[strategies.embed]
label = "嵌入产品"
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
[strategies.later]
start = 40
ceo_voice = 0.01
"""

# Quickly measured, and met by some worlds.
EVIDENCE = (ROOT / "tests/support/two_series.toml").read_text(encoding="utf-8")

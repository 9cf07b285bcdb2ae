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
EVIDENCE = """
[targets.users]
series = "users_end"
weeks = [8, 12]
band = [9000, 20000]
source = "our books"
[targets.marketing]
series = "share"
department = "marketing"
weeks = [10, 12]
band = [0.2, 0.4]
source = "our books"
[targets.sales]
series = "share"
department = "sales"
weeks = [10, 12]
band = [0.1, 0.2]
source = "our books"
used = false
reason = "of no interest"
"""

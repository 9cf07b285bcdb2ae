"""Lets tests import the peers of tests/bench/peers."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "bench/peers"))

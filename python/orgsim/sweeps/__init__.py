"""Sweeps: many points of a scenario, run into one file, looked at, shared out and merged."""

from .result import Sweep
from .run import merge, sweep
from .sensitivity import Sensitivity, sensitivity

__all__ = ["Sensitivity", "Sweep", "merge", "sensitivity", "sweep"]

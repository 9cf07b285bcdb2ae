"""Which strategy would have been best: a search, and what holds of it on runs that it did not use."""

from .result import Optimised
from .run import optimise

__all__ = ["Optimised", "optimise"]

"""Where it happens: the box of assumptions in which something happens that elsewhere does not."""

from .result import Discovered
from .run import discover

__all__ = ["Discovered", "discover"]

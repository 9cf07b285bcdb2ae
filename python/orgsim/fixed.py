"""Objects that say what was computed, and so cannot be assigned to."""

from __future__ import annotations

from typing import Any


class Fixed:
    """A class whose attributes users only read; those that begin with ``_`` are its own."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse what would change nothing, and misspelt names with it."""
        if not name.startswith("_"):
            kind = type(self).__name__
            raise AttributeError(
                f"'{name}' of {kind} cannot be assigned to: it says what was computed; "
                "keep what is yours in a variable of your own"
            )
        object.__setattr__(self, name, value)

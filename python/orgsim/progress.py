"""A progress bar for terminals and notebooks."""

from __future__ import annotations

import warnings
from types import TracebackType
from typing import Self

from tqdm import TqdmWarning

# In a notebook without ipywidgets it is a line of text, about which nobody needs to be warned.
with warnings.catch_warnings():
    warnings.simplefilter("ignore", TqdmWarning)
    from tqdm.auto import tqdm


class Bar:
    """A bar from 0 to 100 %."""

    def __init__(self) -> None:
        self._bar = tqdm(total=100, unit="%", bar_format="{l_bar}{bar}| {elapsed}<{remaining}")

    def show(self, done: float) -> None:
        """Show the share of the work that is done, from 0 to 1."""
        self._bar.update(100 * done - self._bar.n)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End."""
        self._bar.close()

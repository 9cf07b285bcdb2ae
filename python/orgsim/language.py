"""The language of plots and summaries: English, or Chinese."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, get_args

Language = Literal["en", "zh"]

_LANGUAGES: tuple[Language, ...] = get_args(Language)
_current: Language = "en"


def set_language(name: Language) -> None:
    """Write plots and summaries in English ("en", the default) or Chinese ("zh") from now on.

    What a scenario's author wrote (titles, labels, names of firms) stays as it is, but for the
    labels of the strategies that orgsim ships. Chinese plots need a font with Chinese characters;
    see :class:`orgsim.plots.MissingFontError`. Raises ValueError for any other language.
    """
    global _current
    if name not in _LANGUAGES:
        known = " and ".join(f"'{language}'" for language in _LANGUAGES)
        raise ValueError(f"there is no language '{name}'; those known are {known}")
    _current = name


def current_language() -> Language:
    """The language that plots and summaries are written in."""
    return _current


@contextmanager
def language(name: Language) -> Iterator[None]:
    """Write in this language within a `with` block; see :func:`set_language`."""
    before = _current
    set_language(name)
    try:
        yield
    finally:
        set_language(before)

"""What plots say, in the language that is set.

The words that the summary has too are the engine's (sim/report/phrase_table.hpp); those that only
plots need are in words_en.py and words_zh.py.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from orgsim import _core
from orgsim.language import Language, current_language
from orgsim.plots import words_en, words_zh
from orgsim.plots.source import Event, Reader

_OWN: Mapping[Language, Mapping[str, str]] = {"en": words_en.PHRASES, "zh": words_zh.PHRASES}


@functools.cache
def phrases(language: Language) -> Mapping[str, str]:
    """Every phrase by its key, as it is printed: a terminal's dashes and quotes are plain ones."""
    shared = {key: _printed(text) for key, text in _core.words(language).items()}
    return {**shared, **_OWN[language]}


def _printed(text: str) -> str:
    ranges = re.sub(r"(?<=[\d}])-(?=[\d{])", "–", text)
    return re.sub(r"'(\{\w+\})'", r"‘\1’", ranges)


def say(key: str, **values: object) -> str:
    """The phrase of that key, with the values in its gaps."""
    return phrases(current_language())[key].format(**values)


def short(number: float) -> str:
    """Three digits of a large number: "1.2 M", in Chinese "120万"."""
    return _core.short_number(number, current_language())


def counted(number: int, one: str, many: str) -> str:
    """ "1 replication", "1,000 replications": the keys of both forms are given."""
    return say(one if number == 1 else many, number=f"{number:,}")


def headline(reader: Reader, strategies: Sequence[str]) -> str:
    """The engine's sentences on these strategies as a title, which has no full stop."""
    labels = [re.escape(translated(reader.label(name))) for name in strategies]
    quoted = re.compile(f"['“]({'|'.join(labels)})['”]")
    said = say("between").join(reader.source.headline(strategies)).rstrip(".。")
    pieces = quoted.split(said)
    # Every second piece is a label, which stays as its author wrote it.
    pieces[0::2] = [_DASH.sub("–", _MINUS.sub("−", piece)) for piece in pieces[0::2]]
    pieces[1::2] = [say("quoted", text=label) for label in pieces[1::2]]
    return plain("".join(pieces))


def capitalised(text: str) -> str:
    """With its first letter large, as a title begins."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share of 1 as "26 %", with a digit more below 1 %; "100 %" only for all."""
    if 0.995 <= share < 1:
        return ">99 %"
    digits = 1 if 0 < abs(share) < 0.0095 else 0
    return f"{100 * share:.{digits}f} %"


def tolerance_text(tolerance: float | None) -> str:
    """By how much the crisis lines are moved; the key's name if that is drawn."""
    return "lines.tolerance" if tolerance is None else f"{100 * tolerance:.3g} %"


def signed_percent(share: float) -> str:
    """A change as "+6.6 %"; no sign before a zero that is only rounded."""
    rounded = round(100 * share, 1)
    return f"{rounded:+.1f} %".replace("-", "−") if rounded else "0.0 %"


def week(event: Event) -> str:
    """The median week, and the 5-95 % range if there is one: "week 252 (241–252)"."""
    if round(event.low) == round(event.high):
        return say("week", median=event.median)
    return say("weeks", median=event.median, low=event.low, high=event.high)


def often(event: Event, when: str = "") -> str:
    """The week (`when`, if given), and in how many of the replications if there are several."""
    if event.replications == 1:
        return when or week(event)
    return say("often", week=when or week(event), share=percent(event.share))


def seldom(event: Event) -> str:
    """The week, and in how many of the replications unless in all."""
    return week(event) if event.share == 1 else often(event)


def strategy_label(reader: Reader, strategy: str) -> str:
    """The strategy's name for people."""
    return plain(translated(reader.label(strategy)))


def firm_label(reader: Reader, firm: int) -> str:
    """The firm's name; those that orgsim gives are translated."""
    return plain(translated(reader.firms[firm]))


def title_of(reader: Reader) -> str:
    """The scenario's title; empty if it has none."""
    return plain(translated(str(reader.scenario.get("title", ""))))


def subject(reader: Reader, strategy: str, firm: int) -> str:
    """What a title speaks of, as its beginning; nothing for the focal firm without a strategy."""
    parts = [firm_label(reader, firm)] if firm else []
    if strategy != reader.strategies[0]:
        parts.append(say("quoted", text=strategy_label(reader, strategy)))
    return say("subject", text=", ".join(parts)) if parts else ""


def ranged(value: float, low: float, high: float) -> str:
    """A number of three digits with its interval, if that has a width."""
    if low == high:
        return f"{value:.3g}"
    return say("ranged", value=f"{value:.3g}", low=f"{low:.3g}", high=f"{high:.3g}")


def money_name(reader: Reader) -> str:
    """What amounts are in: the scenario's currency, or the word for money."""
    return plain(reader.currency) or say("money")


def listed(parts: list[str]) -> str:
    """ "a, b, c" with the language's comma."""
    return say("comma").join(parts)


def plain(text: str) -> str:
    """Somebody's text, kept from being read as a formula."""
    return text.replace("$", r"\$")


def wrapped(text: str, columns: int) -> str:
    """Broken into lines of at most `columns`, of which an East Asian character takes two."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if width(lines[-1] + piece.rstrip()) > columns and piece not in _NEVER_FIRST:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return "\n".join(lines)


def width(text: str) -> int:
    """Columns that a text takes; East Asian characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


# What stays on one line: a week with its range, short brackets, a number with its unit, a word, a
# Chinese character.
_PIECES = re.compile(
    r"第 [\d–]+ 周(?:（[\d–]+）)?|（[^（）]{1,12}）"
    r"|[\u2e80-\uffef]|[^\s\u2e80-\uffef]+(?: %[.,;)]*)?|\s+"
)
# A hyphen that stands for a minus sign, and one that stands between the ends of a range.
_MINUS = re.compile(r"(?<!\S)-(?=\d)")
_DASH = re.compile(r"(?<=\d)-(?=\d)")
_NEVER_FIRST = "，。；：、）”’"


def translated(text: str) -> str:
    """A name that orgsim ships, in the language that is set; any other as it is."""
    return _core.translated(text, current_language())

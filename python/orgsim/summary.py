"""The answer in short."""

from __future__ import annotations

import html
import json
from typing import Any

from .fixed import Fixed
from .language import Language, language


class Summary(Fixed):
    """What ``orgsim run`` prints: text for a terminal, a table for a notebook, and a dict."""

    def __init__(self, text: str, facts: str, language: Language) -> None:
        self._text = text
        self._facts = facts
        self._language = language

    def __str__(self) -> str:
        """Return the terminal's table, 80 columns wide."""
        return self._text

    __repr__ = __str__

    def to_dict(self) -> dict[str, Any]:
        """Return the facts (docs/results.md, "The summary as JSON"): shares of 1, weeks, money."""
        facts: dict[str, Any] = json.loads(self._facts)
        return facts

    def _repr_html_(self) -> str:
        with language(self._language):
            return _page(self.to_dict())


def _page(facts: dict[str, Any]) -> str:
    from .plots.words import say, translated

    events = {**facts["lines"], "marginalised": facts["marginalised"]}
    parts = [
        f"<h4>{html.escape(translated(facts['title']) or 'orgsim')}</h4>",
        _table(
            [say("without_head"), say("crossed"), say("median_range")],
            [
                [say(name), _percent(event["share"]), _weeks(event)]
                for name, event in events.items()
            ],
        ),
    ]
    if facts["strategies"]:
        heads = [say(name) for name in ("strategy_head", "saved_head", *_VERDICTS)]
        heads += [
            say("between").join([say("any_time_head"), say("any_time_head_2")]),
            say("between").join([say("share_head"), say("share_head_2")]),
            say("npv_head"),
        ]
        parts.append(_table(heads, [_strategy(row) for row in facts["strategies"]]))
    parts.append(f"<p>{html.escape(facts['conclusion'])}</p>")
    return "\n".join(parts)


_VERDICTS = ("averted", "reversed", "transformed", "contained", "lost")


def _percent(share: float) -> str:
    """None and all only where it is."""
    if 0 < share < 0.005:
        return "<1 %"
    return ">99 %" if 0.995 <= share < 1 else f"{100 * share:.0f} %"


def _weeks(event: dict[str, Any]) -> str:
    from .plots.words import say

    if event["week_median"] is None:
        return say("never")
    low, high = event["week_5_95"]
    if round(low) == round(high):
        return say("week", median=event["week_median"])
    return say("weeks", median=event["week_median"], low=low, high=high)


def _strategy(row: dict[str, Any]) -> list[str]:
    from .plots.words import translated

    low, high = row["averted_or_reversed_95"]
    verdicts = [_percent(row["verdicts"][name]) for name in _VERDICTS]
    saved = f"{_percent(row['averted_or_reversed'])} ({100 * low:.0f}–{100 * high:.0f})"
    return [
        translated(row["label"]),
        saved,
        *verdicts,
        _percent(row["marginalised"]["share"]),
        _percent(row["marketing_share_end"]),
        f"{100 * row['npv_difference']['relative']:+.1f} %",
    ]


def _table(head: list[str], rows: list[list[str]]) -> str:
    def cells(values: list[str], tag: str) -> str:
        style = ' style="white-space: nowrap"' if tag == "td" else ""
        return "".join(f"<{tag}{style}>{html.escape(value)}</{tag}>" for value in values)

    body = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows)
    return f"<table><thead><tr>{cells(head, 'th')}</tr></thead><tbody>{body}</tbody></table>"

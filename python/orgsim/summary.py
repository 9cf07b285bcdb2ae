"""The answer in short."""

from __future__ import annotations

import html
import json
from typing import Any

from . import _core
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
        verdicts = _occurring(facts["strategies"])
        rows = [_strategy(row, verdicts) for row in facts["strategies"]]
        parts.append(_table(_heads(facts, verdicts), rows))
    parts.append(f"<p>{html.escape(facts['conclusion'])}</p>")
    return "\n".join(parts)


def _occurring(strategies: list[dict[str, Any]]) -> list[str]:
    """The verdicts that a strategy that began has, in the order of the text."""
    names = _core.verdicts()[1:]
    return [name for name in names if any(row["verdicts"][name] for row in strategies)]


def _heads(facts: dict[str, Any], verdicts: list[str]) -> list[str]:
    from .plots.words import say, tolerance_text

    heads = [say("strategy"), say("saved_head")]
    if _has_twins(facts["strategies"][0]):
        moved = tolerance_text(facts["lines_tolerance"])
        heads += [say("lines_lower", tolerance=moved), say("lines_higher", tolerance=moved)]
        heads += [say("real_share"), say("non_substitutability"), say("centrality")]
    return [
        *heads,
        *(say(name) for name in verdicts),
        say("between").join([say("any_time_head"), say("any_time_head_2")]),
        say("between").join([say("share_head"), say("share_head_2")]),
        say("npv_head"),
    ]


def _has_twins(row: dict[str, Any]) -> bool:
    """Whether verdicts were found with other lines too: not in files of the model's first version."""
    return row["lenient"] is not None


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


def _saved(row: dict[str, Any], judged: dict[str, Any]) -> str:
    """The share that is saved; a dash where there is nothing to save."""
    if judged["nothing_to_save"] >= row["began"]["share"]:
        return "–"
    return _percent(judged["averted_or_reversed"])


def _standing(row: dict[str, Any]) -> list[str]:
    at = row["standing"]
    if at is None:
        return ["–"] * 3
    return [
        "–" if at["real_share"] is None else _percent(at["real_share"]),
        f"{at['non_substitutability']:.2f}",
        f"{at['centrality']:.3f}",
    ]


def _strategy(row: dict[str, Any], verdicts: list[str]) -> list[str]:
    from .plots.words import translated

    low, high = row["averted_or_reversed_95"]
    saved = _saved(row, row)
    cells = [saved if saved == "–" else f"{saved} ({100 * low:.0f}–{100 * high:.0f})"]
    if _has_twins(row):
        cells += [_saved(row, row["lenient"]), _saved(row, row["strict"]), *_standing(row)]
    return [
        translated(row["label"]),
        *cells,
        *(_percent(row["verdicts"][name]) for name in verdicts),
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

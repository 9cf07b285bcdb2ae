"""What was found as a table for a terminal, and as the page docs/science.md."""

import itertools
import textwrap
from collections.abc import Sequence

from .collect import Result
from .fact import BY_CONTROL, CANNOT, DOES_NOT, EMERGES, FITTED, judged

INTRODUCTION = """\
<!-- written by ./dev science --whole, not by hand -->
# What the model gets right, and what it does not

Facts that studies report, as experiments on the model with its default keys. The bands were set before the
experiments were first run, and are not moved. A fact that fails stays here, with the reason as far as it was found.
Each has a negative control: with the mechanism switched off, the effect must vanish.

- *emerges*: every figure lies in its band, every control vanishes, and nothing in the model says the fact outright;
- *fitted*: the same, but the defaults were fitted to its figures ([model.md, 7](model.md#7-figures-the-defaults-are-calibrated-to)),
  or a key says the fact outright;
- *does not*: a figure lies outside its band; *(control)*: the figures hold, but the control does not vanish;
- *cannot be said*: the model has no means to measure it, or luck leaves it open.

Shares are of 1, and figures without a unit are plain numbers. Those without an interval are of mean fields, which draw
nothing; others have a 95 % interval over the replications, and lie in a band if all of it does. `./dev science` measures
this with few replications, `./dev science --whole` with all of them, and writes this page."""

WORDS = {  # of one fact, and of several
    EMERGES: ("emerges", "emerge"),
    FITTED: ("is fitted", "are fitted"),
    DOES_NOT: ("does not come out", "do not come out"),
    CANNOT: ("cannot be said", "cannot be said"),
}


def cells(result: Result) -> tuple[list[list[str]], ...]:
    """Figure, value, band and whether it holds: of the aims, the controls and what is beside them."""
    fact, found = result.fact, result.found
    return tuple(
        [
            [
                kind + aim.figure,
                "not measured" if value is None else value.told(aim.digits),
                str(aim.band or "-"),
                judged(aim, value) or "-",
            ]
            for aim, value in zip(aims, values, strict=True)
        ]
        for kind, aims, values in (
            ("", fact.aims, found.aims),
            ("control: ", fact.controls, found.controls),
            ("beside it: ", fact.probes, found.probes),
        )
    )


def table(results: Sequence[Result]) -> str:
    """For a terminal: a line for a fact, and a line for each of its figures."""
    rows = {result.id: list(itertools.chain(*cells(result))) for result in results}
    widths = [max(len(row[i]) for own in rows.values() for row in own) for i in range(3)]
    lines = []
    for result in results:
        lines.append(f"{result.id:<4} {result.fact.name}: {result.verdict}")
        for figure, value, band, single in rows[result.id]:
            columns = f"{figure:<{widths[0]}}  {value:>{widths[1]}}  {band:<{widths[2]}}"
            lines.append(f"     {columns}  {single}")
    return "\n".join([*lines, "", textwrap.fill(conclusion(results), 118)])


def conclusion(results: Sequence[Result]) -> str:
    def those(kind: str) -> list[str]:
        return [result.id for result in results if result.verdict.startswith(kind)]

    counted = [
        f"{len(ids)} {words[len(ids) != 1]} ({', '.join(ids)})"
        for kind, words in WORDS.items()
        if (ids := those(kind))
    ]
    by_control = those(DOES_NOT + BY_CONTROL)
    last = f"; {', '.join(by_control)} by the control alone" if by_control else ""
    return f"Of {len(results)} facts {', '.join(counted)}{last}."


def overview_row(result: Result) -> str:
    """The line of the page's table; of mean fields the same from a quick run and a whole one."""
    aims, controls, _ = cells(result)
    columns = (
        f"[{result.id}](#{result.id.lower()})",
        result.fact.name,
        f"*{result.verdict}*",
        "<br>".join(f"{figure}: **{value}**; {band}" for figure, value, band, _ in aims),
        "<br>".join(f"**{value}**; {band}" for _, value, band, _ in controls),
    )
    return f"| {' | '.join(columns)} |"


def section(result: Result) -> str:
    fact = result.fact
    size = f"{result.replications} replications" if result.replications else "mean field"
    rows = [f"| {' | '.join(row)} |" for part in cells(result) for row in part]
    how = f"*Varied*: {fact.varied}. *Measured* ({size}): {fact.measured}. *Switched off for the control*: {fact.off}."
    texts = [f"{fact.says} Source: {fact.source}.", how]
    after = [f"No more than fitted, where it comes out: {fact.told}."] if fact.told else []
    after += [fact.reason] if fact.reason else []
    return "\n\n".join(
        [
            f"({result.id.lower()})=\n## {result.id} {fact.name}: {result.verdict}",
            *(textwrap.fill(text, 118) for text in texts),
            "\n".join(["| figure | value | band | |", "|---|---|---|---|", *rows]),
            *(textwrap.fill(text, 118) for text in after),
        ]
    )


def page(results: Sequence[Result]) -> str:
    head = "| | fact | verdict | figure; its band | control; its band |\n|---|---|---|---|---|\n"
    overview = head + "\n".join(overview_row(result) for result in results)
    summary = textwrap.fill(conclusion(results), 118)
    return "\n\n".join([INTRODUCTION, summary, overview, *map(section, results)]) + "\n"

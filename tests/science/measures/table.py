"""The figures as a table, for a terminal and for a page."""

import textwrap

from .row import Row

WIDTH = 100


def table(found: list[Row]) -> str:
    """In columns, 100 wide at most."""
    cells = [
        (row.figure, str(row.band or "-"), row.printed, row.verdict, row.source) for row in found
    ]
    heads = ("figure", "band", "value", "", "source")
    widths = [max(len(line[i]) for line in [heads, *cells]) for i in range(4)]
    left = WIDTH - sum(widths) - 8
    printed = []
    for figure, band, value, verdict, source in [heads, *cells]:
        first, *more = textwrap.wrap(source, left)
        columns = (
            f"{figure:<{widths[0]}}",
            f"{band:<{widths[1]}}",
            f"{value:>{widths[2]}}",
            f"{verdict:<{widths[3]}}",
        )
        printed.append("  ".join([*columns, first]).rstrip())
        printed += [" " * (WIDTH - left) + line for line in more]
    return "\n".join([*printed, "", conclusion(found)])


def conclusion(found: list[Row]) -> str:
    """How many are in, and which are not."""
    judged = [row for row in found if row.verdict != "-"]
    out = [row.figure for row in judged if row.verdict == "out"]
    said = f"{len(judged) - len(out)} of {len(judged)} figures lie in their bands"
    return textwrap.fill(f"{said}; out: {'; '.join(out)}." if out else f"{said}.", WIDTH)


def markdown(found: list[Row]) -> str:
    """The table of docs/model.md, section 7."""
    lines = ["| figure | band | value | in or out | source |", "|---|---|---|---|---|"]
    for row in found:
        verdict = "**out**" if row.verdict == "out" else row.verdict
        lines.append(
            f"| {row.figure} | {row.band or '-'} | {row.printed} | {verdict} | {row.source} |"
        )
    return "\n".join(lines) + "\n"

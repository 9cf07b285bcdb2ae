"""Tables and paragraphs for a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Sequence

from orgsim.plots.words import width, wrapped

ACROSS = 80


def paragraph(text: str) -> list[str]:
    """Lines of at most 80 columns, of which a Chinese full stop may take the last two."""
    return [line.rstrip() for line in wrapped(text, ACROSS - 2).split("\n")]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1) -> list[str]:
    """Heads and rows with space between columns, of which the first `left` stand at the left."""
    across = [max(width(cell) for cell in column) for column in zip(heads, *rows, strict=True)]
    fits = sum(across) + 2 * (len(across) - 1) <= ACROSS
    lines = []
    for row in [heads, *rows]:
        cells = [_padded(cell, across[i], i < left) for i, cell in enumerate(row)]
        lines.append(("  " if fits else " ").join(cells).rstrip())
    return lines


def _padded(cell: str, columns: int, at_left: bool) -> str:
    room = " " * (columns - width(cell))
    return cell + room if at_left else room + cell

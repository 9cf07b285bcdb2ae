"""Networks as Python's libraries hold them, as pairs of people's numbers."""

from __future__ import annotations

from typing import Any

import numpy
import numpy.typing

Pairs = numpy.typing.NDArray[numpy.int64]


def ends_of(graph: Any, directed: bool | None) -> tuple[Pairs, int | None, bool]:
    """Take a network apart: pairs of shape (ties, 2), the number of people, and whether it is directed.

    ``graph`` is an array of pairs, a SciPy sparse matrix, a networkx or an igraph graph. The number is None
    for pairs, which name nobody without a tie. Raises TypeError for anything else, ValueError for a shape.
    """
    pairs: Any
    if hasattr(graph, "number_of_nodes"):  # networkx
        pairs, people, own = _of_networkx(graph)
    elif hasattr(graph, "get_edgelist"):  # igraph
        pairs, people, own = graph.get_edgelist(), graph.vcount(), graph.is_directed()
    elif hasattr(graph, "tocoo"):
        pairs, people, own = _of_sparse(graph)
    else:
        pairs, people, own = _plain_pairs(graph), None, False
    shaped = numpy.asarray(pairs, dtype=numpy.int64).reshape(-1, 2)
    return shaped, people, own if directed is None else directed


def _of_networkx(graph: Any) -> tuple[list[tuple[int, int]], int, bool]:
    number = {node: i for i, node in enumerate(graph.nodes())}
    pairs = [(number[a], number[b]) for a, b, *_ in graph.edges()]
    return pairs, graph.number_of_nodes(), graph.is_directed()


def _of_sparse(matrix: Any) -> tuple[Pairs, int, bool]:
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1]:
        raise ValueError(
            f"the matrix has the shape {matrix.shape}; a row and a column for each person"
        )
    entries = matrix.tocoo()
    there = entries.data != 0
    pairs = numpy.column_stack([entries.row[there], entries.col[there]])
    symmetric = (matrix != matrix.T).nnz == 0
    return pairs, matrix.shape[0], not symmetric


def _plain_pairs(graph: Any) -> Pairs:
    values = graph.to_numpy() if hasattr(graph, "to_numpy") else numpy.asarray(graph)
    if values.ndim != 2 or (values.shape[1] != 2):
        raise TypeError(
            "a network is an array of pairs of people's numbers, a SciPy sparse matrix, a networkx or an "
            f"igraph graph; this is a {type(graph).__name__} of shape {values.shape}"
        )
    whole = values.astype(numpy.int64, copy=False)
    if values.dtype.kind not in "iu" and not numpy.array_equal(whole, values):
        raise ValueError("people's numbers are whole numbers")
    return whole

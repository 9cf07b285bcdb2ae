"""Executes notebooks, and makes of them what is committed: the same bytes every time."""

import hashlib
import os
import pathlib
import re
import tempfile
from unittest import mock

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "notebooks"
TEXTS = sorted(FOLDER.glob("*.py"))

# Names within figures, and the day they were made on, would be others every time.
RC = "svg.hashsalt: orgsim\n"
EPOCH = {"SOURCE_DATE_EPOCH": "0"}


def code_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def hash_of(texts):
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def hash_of_cells(notebook):
    return hash_of([cell.source for cell in code_of(notebook)])


def printed(notebook):
    """What every cell says in text: numbers and tables, not figures."""
    said = []
    for cell in code_of(notebook):
        for output in cell.outputs:
            data = output.get("data", {})
            if not any(kind.startswith("image/") for kind in data):
                said.append(output.get("text") or data.get("text/plain", ""))
    return said


def settled(output):
    """An output without what is another one every time."""
    output.pop("execution_count", None)
    if output.output_type == "execute_result":
        output = nbformat.v4.new_output("display_data", output.data)
    if output.output_type == "stream":
        return output
    output.metadata = {}
    data = {kind: re.sub(r" at 0x[0-9a-f]+", "", text) for kind, text in output.data.items()}
    images = [kind for kind in data if kind.startswith("image/")]
    output.data = {kind: data[kind] for kind in images} or data
    return output


def executed(text):
    """The notebook of a text, with its outputs."""
    notebook = jupytext.read(text)
    with tempfile.TemporaryDirectory() as folder:
        rc = pathlib.Path(folder) / "matplotlibrc"
        rc.write_text(RC)
        with mock.patch.dict(os.environ, EPOCH | {"MATPLOTLIBRC": str(rc)}):
            NotebookClient(
                notebook,
                timeout=300,
                kernel_name="python3",
                resources={"metadata": {"path": FOLDER}},
            ).execute()
    kernel = notebook.metadata["kernelspec"]
    for number, cell in enumerate(notebook.cells):
        cell.id, cell.metadata = f"cell-{number:02}", {}
        if cell.cell_type == "code":
            cell.execution_count = None
            shown = [one for one in cell.outputs if one.get("name") != "stderr"]
            cell.outputs = [settled(output) for output in shown]
    made_of = {"cells": hash_of_cells(notebook), "printed": hash_of(printed(notebook))}
    notebook.metadata = {"kernelspec": kernel, "orgsim": made_of}
    return notebook

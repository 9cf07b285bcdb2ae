"""The notebooks are pairs of text and notebook; `./dev test` executes them besides."""

import os
import pathlib
import subprocess
import sys

import jupytext
import nbformat
import pytest

FOLDER = pathlib.Path(__file__).parents[2] / "notebooks"
TEXTS = sorted(FOLDER.glob("*.py"))


def cells_of(notebook):
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def outputs_of(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [cell for cell in code if cell.outputs or cell.execution_count is not None]


@pytest.fixture(autouse=True, scope="module")
def renewed():
    if not os.environ.get("ORGSIM_RENEW"):
        return
    for text in TEXTS:
        pair = text.with_suffix(".ipynb")
        old = nbformat.read(pair, as_version=4) if pair.exists() else None
        # Cells get new names when a notebook is written: only where it has to be.
        if old is None or outputs_of(old) or cells_of(old) != cells_of(jupytext.read(text)):
            command = [sys.executable, "-m", "jupytext", "--quiet", "--to", "ipynb", text]
            subprocess.run(command, check=True)


def test_there_are_five_pairs():
    assert len(TEXTS) == 5
    assert [path.with_suffix(".ipynb") for path in TEXTS] == sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_both_of_a_pair_say_the_same(text):
    notebook = nbformat.read(text.with_suffix(".ipynb"), as_version=4)
    assert cells_of(notebook) == cells_of(jupytext.read(text))
    assert notebook.metadata == {"kernelspec": jupytext.read(text).metadata["kernelspec"]}


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_nothing_that_was_computed_is_kept(text):
    notebook = nbformat.read(text.with_suffix(".ipynb"), as_version=4)
    nbformat.validate(notebook)
    assert len(notebook.cells) > 10
    assert outputs_of(notebook) == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_what_is_seen_and_what_it_does_not_show_is_said_after_each_plot(text):
    cells = jupytext.read(text).cells
    plots = [
        i for i, cell in enumerate(cells) if cell.cell_type == "code" and ".plot" in cell.source
    ]
    assert plots
    for i in plots:
        said = next(cell.source for cell in cells[i + 1 :] if cell.cell_type == "markdown")
        assert "**What is seen:**" in said
        assert "**What it does not show:**" in said

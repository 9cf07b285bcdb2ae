"""The notebooks are pairs of text and notebook; `./dev test` executes them besides."""

import os

import jupytext
import nbformat
import pytest
from notebooks import FOLDER, TEXTS, code_of, executed, hash_of, hash_of_cells, printed

RENEW = os.environ.get("ORGSIM_RENEW")
of_each = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


def cells_of(notebook):
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def kept(text):
    """The committed notebook of a text."""
    return nbformat.read(text.with_suffix(".ipynb"), as_version=4)


def renew(text, notebook):
    nbformat.write(notebook, text.with_suffix(".ipynb"))


@pytest.fixture(autouse=True, scope="module")
def renewed():
    """With other prose the outputs stay; other code is executed."""
    for text in TEXTS if RENEW else []:
        wanted = jupytext.read(text)
        pair = kept(text) if text.with_suffix(".ipynb").exists() else wanted
        if cells_of(pair) == cells_of(wanted) and "orgsim" in pair.metadata:
            continue
        if pair.metadata.get("orgsim", {}).get("cells") != hash_of_cells(wanted):
            renew(text, executed(text))
            continue
        outputs = [cell.outputs for cell in code_of(pair)]
        for number, cell in enumerate(wanted.cells):
            cell.id, cell.metadata = f"cell-{number:02}", {}
        for cell, shown in zip(code_of(wanted), outputs, strict=True):
            cell.outputs = shown
        wanted.metadata = pair.metadata
        renew(text, wanted)


def test_texts_and_notebooks_are_pairs():
    assert TEXTS
    assert [path.with_suffix(".ipynb") for path in TEXTS] == sorted(FOLDER.glob("*.ipynb"))


@of_each
def test_both_of_a_pair_say_the_same(text):
    notebook, wanted = kept(text), jupytext.read(text)
    nbformat.validate(notebook)
    assert len(notebook.cells) > 10
    assert cells_of(notebook) == cells_of(wanted)
    assert notebook.metadata["kernelspec"] == wanted.metadata["kernelspec"]


@of_each
def test_outputs_are_of_these_cells_and_as_they_were_printed(text):
    notebook = kept(text)
    made_of = {"cells": hash_of_cells(notebook), "printed": hash_of(printed(notebook))}
    assert notebook.metadata["orgsim"] == made_of, "./dev test --renew executes it anew"


@of_each
def test_figures_are_there_and_small_and_nothing_changes_by_itself(text):
    code = code_of(kept(text))
    outputs = [output for cell in code for output in cell.outputs]
    figures = [output for output in outputs if "image/svg+xml" in output.get("data", {})]
    assert len(figures) >= sum(".plot." in cell.source for cell in code)
    assert text.with_suffix(".ipynb").stat().st_size < 1_000_000
    assert all(cell.execution_count is None and not cell.metadata for cell in code)
    assert not any(output.get("name") == "stderr" for output in outputs)


@pytest.mark.skipif("ORGSIM_NOTEBOOKS" not in os.environ, reason="takes minutes: ./dev test")
@of_each
def test_a_notebook_says_the_same_when_it_is_executed(text):
    notebook = executed(text)
    if RENEW:
        renew(text, notebook)
    assert printed(notebook) == printed(kept(text)), "./dev test --renew writes it anew"


@of_each
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

"""Everything that orgsim says to people stands in one list per language, to be read as a whole."""

import os

import pytest
import sentences


@pytest.mark.parametrize(
    ("name", "made"),
    [("sentences_en.txt", sentences.english), ("sentences_zh.txt", sentences.chinese)],
)
def test_the_list_is_what_is_said(name, made):
    path, text = sentences.GOLDEN / name, made()
    if os.environ.get("ORGSIM_RENEW"):
        path.write_text(text, encoding="utf-8")
    kept = path.read_text(encoding="utf-8").splitlines()
    new = [line for line in text.splitlines() if line not in kept]
    gone = [line for line in kept if line not in text.splitlines()]
    how = f"read them, then ./dev test --renew writes {path} anew"
    assert (new, gone) == ([], []), how
    assert kept == text.splitlines(), how


def test_literals_side_by_side_are_one_sentence():
    source = """
    #include "no sentence here"
    // "nor here"
    throw Error("there is \\"one\\" "
                "sentence", 'c', "and another one");
    """
    assert [text for _, text in sentences.literals(source)] == [
        'there is "one" sentence',
        "and another one",
    ]


def test_a_sentence_has_two_words():
    assert sentences.is_sentence("no scenario")
    assert sentences.is_sentence("{}: no scenario")
    assert not sentences.is_sentence("market.customers")
    assert not sentences.is_sentence("{} = {}")

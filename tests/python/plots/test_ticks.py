"""Amounts along an axis are told apart."""

import pytest

from orgsim.language import language
from orgsim.plots.ticks import Amounts


@pytest.mark.parametrize(
    ("ticks", "english", "chinese"),
    [
        (
            [-52_980_000, -52_960_000, -52_940_000],
            ["−52.98 M", "−52.96 M", "−52.94 M"],
            ["−5298万", "−5296万", "−5294万"],
        ),
        ([0, 250_000, 500_000], ["0", "250 k", "500 k"], ["0", "25万", "50万"]),
        ([0, 2.5e8, 5e8], ["0", "250 M", "500 M"], ["0", "2.5亿", "5.0亿"]),
        ([-0.5, 0, 0.25], ["−0.50", "0", "0.25"], ["−0.50", "0", "0.25"]),
    ],
)
def test_neighbours_differ_and_share_a_unit(ticks, english, chinese):
    assert Amounts().format_ticks(ticks) == english
    with language("zh"):
        assert Amounts().format_ticks(ticks) == chinese


def test_a_tick_alone_is_written_too():
    assert Amounts()(2_500_000) == "2.5 M"
    assert Amounts()(0) == "0"

"""The measurement of what fits recover: on few firms, with small fits."""

import sys

from small import ROOT

sys.path.append(str(ROOT / "tests/science"))

import numpy
import pandas
import pytest
import recovery

SMALL = {"quarters": 3, "points": 24, "most_evaluations": 1500, "threads": 2}


def test_the_truth_of_a_made_up_firm_lies_in_the_ranges():
    rows = recovered_small(0)
    assert (rows.prior_low_5 < rows.prior_high_95).all()
    slack = 1e-5 * rows.truth.abs()
    outside = (rows.truth < rows.prior_low_5 - slack) | (rows.truth > rows.prior_high_95 + slack)
    assert outside.mean() < 0.25, "a tenth lies beyond 5 and 95 %"


def test_coverage_counts_narrowed_numbers_apart():
    rows = pandas.DataFrame(
        {
            "firm": [0, 0, 1, 1],
            "width": [0.1, 0.9, 0.4, 0.8],
            "held": [True, False, False, False],
            "fits": True,
            "r_hat": 1.5,
            "evaluations": 10,
            "seconds": 2.0,
        }
    )
    found = recovery.summary(rows)
    assert found["coverage_narrowed"] == 0.5
    assert found["coverage_others"] == 0
    assert found["narrowed"] == 1
    assert "50.0 % lay in their 90 % intervals" in recovery.told(found, 8, 100)
    assert "narrower than they say" in recovery.told(found, 8, 100)
    assert recovery.said_of(0.9) == ""


def recovered_small(firm: int) -> pandas.DataFrame:
    return recovery.recovered(firm, **SMALL)


def made_up_rows(firm, held, width=0.1):
    rows = {"firm": firm, "name": "churn", "width": width, "held": numpy.array(held, bool)}
    return pandas.DataFrame(rows | {"fits": True, "r_hat": 1.0, "evaluations": 10, "seconds": 1.0})


@pytest.mark.parametrize(
    ("held", "width", "code"),
    [(9, 0.1, 0), (7, 0.1, 1), (10, 0.1, 1), (9, 0.9, 1)],
    ids=["within", "too narrow", "too wide", "nothing narrowed"],
)
def test_coverage_out_of_its_band_fails_though_the_page_is_renewed(
    held, width, code, tmp_path, monkeypatch, capsys
):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{recovery.BEGIN}old\n{recovery.END}after\n", encoding="utf-8")
    monkeypatch.setattr(recovery, "PAGE", page)
    rows = [True] * held + [False] * (10 - held)
    monkeypatch.setattr(recovery, "recovered", lambda firm, *_: made_up_rows(firm, rows, width))
    assert recovery.main(["--firms", "2", "--renew", "--check"]) == code
    assert "Measured last, with 2 firms" in page.read_text(encoding="utf-8")
    assert ("the coverage of what is narrowed" in capsys.readouterr().err) == bool(code)
    assert recovery.main(["--firms", "2"]) == 0


def test_the_long_check_asks_whether_the_coverage_is_in_its_band():
    commands = [line for line in (ROOT / "dev").read_text().splitlines() if "recovery.py" in line]
    assert len(commands) == 1 and "--check" in commands[0]

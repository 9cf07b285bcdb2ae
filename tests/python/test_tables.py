"""Tables that the program writes, beside what Python makes of the same results."""

import io
import subprocess

import pandas
import pytest
from small import PROGRAM, SMALL

import orgsim


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    (folder / "x.toml").write_text(SMALL, encoding="utf-8")
    for name in ("x.h5", "x.csv"):
        command = [PROGRAM, "run", "x.toml", "--set", "lines.budget={ uniform = [0.4, 0.6] }"]
        subprocess.run([*command, "-o", name, "--quiet"], cwd=folder, check=True)
    return folder


def exported(folder, *arguments):
    command = [PROGRAM, "export", "x.h5", *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return pandas.read_csv(io.StringIO(done.stdout))


def test_the_table_of_outcomes_is_pythons(folder):
    table = orgsim.open(folder / "x.h5").outcomes.to_csv(index=False)
    assert (folder / "x.csv").read_text(encoding="utf-8") == table


@pytest.mark.parametrize(
    ("name", "group"), [("mix", "bands"), ("profit", "means"), ("share", "trajectories")]
)
def test_the_table_of_a_series_has_its_numbers(folder, name, group):
    series = orgsim.open(folder / "x.h5").dataset(group)[name]
    own = series.to_dataframe().reset_index().rename(columns={name: "value"})
    table = exported(folder, name, "--of", group)
    keys = [column for column in table.columns if column != "value"]
    both = table.merge(own, on=keys, suffixes=("", "_own"))
    assert len(both) == len(table) == series.size
    assert (both.value.astype("float32") == both.value_own.astype("float32")).all()


def test_amounts_are_in_the_currency_in_both_tables(small, tmp_path):
    plain = orgsim.outcomes(small, replications=2)
    small.run.currency, small.run.money = "RMB m", 0.012
    run = orgsim.run(small, replications=2)
    assert run.outcomes.equals(orgsim.outcomes(small, replications=2))
    assert (run.outcomes.npv == 0.012 * plain.npv).all()
    assert (run.outcomes.budget_total_sales == 0.012 * plain.budget_total_sales).all()
    assert (run.outcomes.share_end_sales == plain.share_end_sales).all()
    assert set(run.outcomes.currency) == {"RMB m"}
    run.save(tmp_path / "x.h5")
    command = [PROGRAM, "export", tmp_path / "x.h5", "outcomes"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout == run.outcomes.to_csv(index=False)


def test_results_are_not_saved_under_the_name_of_a_table(results, tmp_path):
    with pytest.raises(orgsim.InputError, match=r"outcomes\.to_csv"):
        results.save(tmp_path / "x.csv")
    with pytest.raises(orgsim.InputError, match=r"outcomes\.to_excel\(\"x\.xlsx\"\)"):
        orgsim.run(results.scenario, path=tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []

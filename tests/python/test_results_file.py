"""The results file as researchers open it: xarray with h5netcdf, netCDF4, and the JSON Schema as editors use it."""

import json
import os
import pathlib
import subprocess
import tomllib

import jsonschema
import netCDF4
import numpy
import pytest
import xarray

import orgsim

ROOT = pathlib.Path(__file__).resolve().parents[2]
ORGSIM = str(pathlib.Path(os.environ.get("ORGSIM", ROOT / "build/release/orgsim")).resolve())

SCENARIO = """
[run]
weeks = 60
replications = 10
[market]
customers = 5000
taste = { uniform = [2, 4] }
[strategies.embed]
label = "嵌入产品"
start = 20
mix = [0.1, 0.2, 0.5, 0.2]
"""


@pytest.fixture(scope="session")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    (folder / "x.toml").write_text(SCENARIO, encoding="utf-8")
    subprocess.run([ORGSIM, "run", "x.toml", "-o", "x.h5", "--quiet"], cwd=folder, check=True)
    return folder / "x.h5"


def open_group(path, group):
    return xarray.open_dataset(path, engine="h5netcdf", group=group)


def test_root_opens_with_named_dimensions_and_says_what_it_is(results):
    with xarray.open_dataset(results, engine="h5netcdf") as root:
        assert set(root.sizes) == {
            "strategy",
            "week",
            "firm",
            "department",
            "mode",
            "channel",
            "line",
            "quantile",
        }
        assert list(root.strategy.values) == ["baseline", "embed"]
        assert list(root.strategy_label.values) == ["baseline", "嵌入产品"]
        assert root.attrs["format_version"] == "2.4"
        assert root.attrs["seed"] == 1
        scenario = tomllib.loads(root.attrs["scenario"])
        assert scenario["market"]["taste"] == {"uniform": [2.0, 4.0]}
        assert scenario["executive"]["eta"] == 0.0022


def test_outcomes_are_a_table_by_strategy_and_replication(results):
    with open_group(results, "outcomes") as outcomes:
        assert outcomes.npv.dims == ("strategy", "replication", "firm")
        assert outcomes.line_week.dims == ("strategy", "replication", "firm", "line")
        assert outcomes.npv.attrs["units"] == "money"
        assert set(outcomes.verdict.sel(strategy="baseline").values) == {"not_begun"}
        assert (outcomes.began.sel(strategy="embed") == 20).all()
        assert outcomes.drawn.sel(parameter="market.taste").min() >= 2
        assert numpy.allclose(outcomes.share_end.sum("department"), 1)
        assert outcomes.to_dataframe().shape[0] > 0


def test_trajectories_can_be_selected_by_name(results):
    with open_group(results, "trajectories") as runs:
        assert runs.sizes["replication"] == 8
        assert runs.users.dtype == numpy.float32
        share = runs.share.sel(
            strategy="embed", firm="focal", department="marketing", replication=3
        )
        assert share.dims == ("week",)
        assert not runs.isnull().any().to_array().any()
        before = runs.isel(week=slice(0, 20))
        same = before.sel(strategy="embed", drop=True) == before.sel(strategy="baseline", drop=True)
        assert same.all().to_array().all()
        won = runs.won_by_channel.sum("channel")
        assert numpy.allclose(won, runs.won, rtol=1e-5)


def test_audit_explains_the_change_of_log_shares(results):
    with open_group(results, "audit") as audit, open_group(results, "trajectories") as runs:
        explained = audit.to_array().sum("variable")
        change = numpy.log(runs.share).diff("week")
        assert numpy.allclose(explained.isel(week=slice(1, None)), change, atol=1e-5)


def test_bands_order_and_bracket_the_mean(results):
    with open_group(results, "bands") as bands, open_group(results, "means") as means:
        assert list(bands["quantile"].values) == [0.05, 0.25, 0.5, 0.75, 0.95]
        assert (bands.users.diff("quantile") >= 0).all()
        assert means.users.dims == ("strategy", "week", "firm")
        assert set(bands.data_vars) == set(means.data_vars)


def test_a_data_tree_opens_all_groups_at_once(results):
    with xarray.open_datatree(results, engine="h5netcdf") as tree:
        assert set(tree.children) == {
            *("bands", "means", "trajectories", "audit", "outcomes"),
            *("worlds", "rivals"),
        }


def test_netcdf4_sees_dimensions_units_and_long_names(results):
    with netCDF4.Dataset(results) as file:
        runs = file["trajectories"]
        assert runs["spend"].dimensions == ("strategy", "replication", "week", "firm", "department")
        for name, variable in runs.variables.items():
            assert variable.long_name, name
        assert runs["cash"].units == "money"
        for name in ("verdict", "verdict_lenient", "verdict_strict"):
            assert file["outcomes"][name][1, 0] in orgsim._core.verdicts()[1:]
        standing = file["outcomes"]["standing_real_share"]
        assert standing.dimensions == ("strategy", "replication") and standing.units == "1"


def test_nothing_but_the_seed_changes_the_bytes(results, tmp_path):
    (tmp_path / "x.toml").write_text(SCENARIO, encoding="utf-8")
    for name, options in {"same": ["--threads", "1"], "other": ["--seed", "2"]}.items():
        command = [ORGSIM, "run", "x.toml", "-o", f"{name}.h5", "--quiet", *options]
        subprocess.run(command, cwd=tmp_path, check=True)
    assert (tmp_path / "same.h5").read_bytes() == results.read_bytes()
    assert (tmp_path / "other.h5").read_bytes() != results.read_bytes()


@pytest.fixture(scope="session")
def validator():
    schema = json.loads(
        subprocess.run([ORGSIM, "schema"], check=True, capture_output=True, text=True).stdout
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", orgsim.scenarios())
def test_schema_accepts_the_shipped_scenarios(validator, name):
    text = (ROOT / f"scenarios/{name}.toml").read_text(encoding="utf-8")
    validator.validate(tomllib.loads(text))


def test_schema_accepts_a_resolved_scenario(validator):
    text = subprocess.run(
        [ORGSIM, "resolve", ROOT / "scenarios/red_queen.toml"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    validator.validate(tomllib.loads(text))


SWEEP = """
[sweep]
design = "grid"
points = 64
replications = 4
strategies = ["x"]
keep = ["outcomes", "bands"]
series = ["share"]
[sweep.vary]
"market.taste" = [1, 5]
market.contact.sales = { range = [0.01, 0.1], levels = 3, scale = "linear" }
"executive.perception_noise" = { values = [0, 0.1, 0.2] }
"strategies.x.start" = { range = [10, 40], step = 10 }
speeds = { keys = ["executive.roi_rate", "executive.power_rate"], range = [0.02, 0.2] }
[strategies.x]
start = 20
"""


def test_schema_accepts_a_sweep_that_the_reader_accepts(validator, tmp_path):
    (tmp_path / "x.toml").write_text(SWEEP, encoding="utf-8")
    subprocess.run([ORGSIM, "check", "x.toml"], cwd=tmp_path, check=True)
    validator.validate(tomllib.loads(SWEEP))
    written = subprocess.run(
        [ORGSIM, "resolve", "x.toml"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    validator.validate(tomllib.loads(written))


@pytest.mark.parametrize(
    "line",
    [
        'sweep.design = "sobl"',
        'sweep = { points = 0, vary = { "market.taste" = [1, 5] } }',
        'sweep.keep = ["everything"]',
        "sweep.strategies = 'x'",
        "sweep.pints = 3",
        "sweep.vary = [1, 5]",
        "sweep.vary.market.taste = 3",
        "sweep.vary.market.taste = [1, 3, 5]",
        "sweep.vary.market.taste = { range = [1] }",
        "sweep.vary.market.taste = { values = [] }",
        "sweep.vary.market.taste = { values = ['a'] }",
        "sweep.vary.market.taste = { values = [1], range = [1, 2] }",
        "sweep.vary.market.taste = { values = [1, 2], step = 1 }",
        "sweep.vary.market.taste = { range = [1, 5], step = 1, levels = 5 }",
        "sweep.vary.market.taste = { range = [1, 5], step = 0 }",
        "sweep.vary.market.taste = { range = [1, 5], scale = 'factors' }",
        "sweep.vary.market.taste = { normal = [1] }",
        "sweep.vary.market.taste = {}",
    ],
)
def test_schema_refuses_a_sweep_that_the_reader_refuses(validator, tmp_path, line):
    (tmp_path / "x.toml").write_text(line, encoding="utf-8")
    refused = subprocess.run(
        [ORGSIM, "check", "x.toml"], check=False, cwd=tmp_path, capture_output=True
    )
    assert refused.returncode == 2
    assert not validator.is_valid(tomllib.loads(line))


@pytest.mark.parametrize(
    "text",
    [
        "[market]\ntast = 3",
        "[economics]\nmargin = 2",
        "[market]\ntaste = { gauss = [1, 2] }",
        "[executive]\nshare = [0.5, 0.5]",
        "[[firms]]\ntalant = 1",
        "[strategies.x]\nwhen = 'never'",
        "[measurement]\nai_exposure = [0.1, 0.2, 0.3, 0.4]",
    ],
)
def test_schema_refuses_what_the_reader_refuses(validator, text):
    assert not validator.is_valid(tomllib.loads(text))

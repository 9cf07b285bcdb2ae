"""Groups of results as xarray datasets and pandas tables."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

import numpy

from orgsim import _core

if TYPE_CHECKING:
    import pandas
    import xarray

    # Meaning; coordinates (values, unit, meaning); variables (dimensions, values, unit, meaning).
    Group = tuple[str, dict[str, Any], dict[str, Any]]

# What a table of outcomes has a row for.
RUNS = ("strategy", "replication")


def dataset_of(group: Group) -> xarray.Dataset:
    """Make the dataset that opening the results file would give. The numbers are not copied."""
    import xarray

    meaning, coordinates, variables = group
    coords = {
        name: xarray.Variable((name,), _values(values, (len(values),)), _attributes(unit, text))
        for name, (values, unit, text) in coordinates.items()
    }
    sizes = {name: variable.size for name, variable in coords.items()}
    data = {
        name: xarray.Variable(
            tuple(over), _values(values, tuple(sizes[d] for d in over)), _attributes(unit, text)
        )
        for name, (over, values, unit, text) in variables.items()
    }
    return xarray.Dataset(data, coords, {"long_name": meaning})


def outcome_table(group: Group, currency: str = "", money: float | None = None) -> pandas.DataFrame:
    """Make a row per strategy and replication of the group ``outcomes``; of firms, the focal one.

    With a currency amounts are in it, one unit of money being ``money`` of it, and a column names it.
    """
    import pandas

    _, coordinates, variables = group
    labels = {name: values for name, (values, _, _) in coordinates.items()}
    strategies, replications = labels["strategy"], range(len(labels["replication"]))
    rows = len(replications)
    columns: dict[str, Any] = {
        "strategy": pandas.Categorical.from_codes(
            numpy.repeat(numpy.arange(len(strategies)), rows), categories=strategies
        ),
        "replication": numpy.tile(numpy.arange(rows), len(strategies)),
    }
    for name, (over, values, unit, _) in variables.items():
        if name == "drawn":
            continue
        if name.startswith("verdict"):
            columns[name] = pandas.Categorical(values, categories=_core.verdicts())
            continue
        focal = values[:, :, 0] if "firm" in over else values
        if money is not None and unit == "money":
            focal = money * focal
        if focal.ndim == len(RUNS):
            columns[name] = focal.ravel()
        else:
            for i, label in enumerate(labels[over[-1]]):
                columns[f"{name}_{label}"] = focal[:, :, i].ravel()
    if "drawn" in variables:
        for i, key in enumerate(labels["parameter"]):
            columns[key] = numpy.tile(variables["drawn"][1][:, i], len(strategies))
    if currency:
        columns["currency"] = currency
    return pandas.DataFrame(columns)


def outcome_table_of(dataset: xarray.Dataset, run: Any) -> pandas.DataFrame:
    """Make that table of a dataset of outcomes; `run` is the section of the scenario."""
    coordinates = {str(n): (list(c.values), "", "") for n, c in dataset.coords.items()}
    variables = {
        str(name): (
            [str(dimension) for dimension in variable.dims],
            variable.values.ravel() if variable.dtype == object else variable.values,
            variable.attrs["units"],
            "",
        )
        for name, variable in dataset.data_vars.items()
    }
    return outcome_table(("", coordinates, variables), run.currency, run.money)


def series_table(dataset: xarray.Dataset, series: str, group: str) -> pandas.DataFrame:
    """Make a row for every number of a weekly series."""
    import pandas

    if group == "outcomes":
        raise KeyError("'outcomes' holds no weekly series; Results.outcomes is a table of them")
    names = sorted(str(name) for name in dataset.data_vars)
    if series not in names:
        near = difflib.get_close_matches(series, names, 1)
        meant = f"did you mean '{near[0]}'? " if near else ""
        raise KeyError(f"'{group}' has no series '{series}'; {meant}there are {', '.join(names)}")
    array = dataset[series]
    order = [name for name in ("strategy", "quantile", *array.dims) if name in array.dims]
    order = list(dict.fromkeys(str(name) for name in order))
    table = array.transpose(*order).to_series().rename("value").reset_index()
    strategies = [str(name) for name in dataset["strategy"].values]
    table["strategy"] = pandas.Categorical(table["strategy"], categories=strategies)
    return table


def _values(values: Any, shape: tuple[int, ...]) -> Any:
    """As an array; texts, which come as a flat list, as objects."""
    if isinstance(values, numpy.ndarray):
        return values
    is_text = bool(values) and isinstance(values[0], str)
    return numpy.array(values, dtype=object if is_text else float).reshape(shape)


def _attributes(unit: str, meaning: str) -> dict[str, str]:
    return {"units": unit or "1", "long_name": meaning}

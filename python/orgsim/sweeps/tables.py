"""A sweep's groups as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    import pandas
    import xarray


def point_table(design: xarray.Dataset) -> pandas.DataFrame:
    """Make a row per point: what varies, status, replications."""
    import pandas

    index = pandas.Index(design["point"].values.astype(int), name="point")
    columns: dict[str, Any] = {
        str(key): design["value"].values[:, i] for i, key in enumerate(design["key"].values)
    }
    columns["status"] = _named(design["status"])
    columns["replications"] = design["replications"].values.astype(int)
    return pandas.DataFrame(columns, index=index)


def outcome_table(
    points: pandas.DataFrame, outcomes: xarray.Dataset, currency: str, money: float | None
) -> pandas.DataFrame:
    """Make a row per point, strategy and replication that was run; of firms, the focal one."""
    import pandas

    strategies = [str(name) for name in outcomes["strategy"].values]
    most = outcomes.sizes["replication"]
    done = (points["status"] == "done").to_numpy()
    counts = numpy.where(done, points["replications"].to_numpy(), 0)
    run = numpy.broadcast_to(
        numpy.arange(most) < counts[:, None, None], (len(points), len(strategies), most)
    )
    rows, arms, replications = numpy.nonzero(run)
    columns: dict[str, Any] = {"point": points.index.to_numpy()[rows]}
    for key in points.columns.drop(["status", "replications"]):
        columns[key] = points[key].to_numpy()[rows]
    columns["strategy"] = pandas.Categorical.from_codes(arms, categories=pandas.Index(strategies))
    columns["replication"] = replications
    factor = 1.0 if money is None else money
    for name in outcomes.data_vars:
        columns.update(_columns(outcomes[str(name)], run, rows, replications, factor))
    if currency:
        columns["currency"] = currency
    return pandas.DataFrame(columns)


def _columns(
    variable: xarray.DataArray, run: Any, rows: Any, replications: Any, money: float
) -> dict[str, Any]:
    """One variable: a column, or one per label of its last dimension."""
    name = str(variable.name)
    if name == "drawn":
        values = variable.values[rows, replications]
        return {str(key): values[:, i] for i, key in enumerate(variable["parameter"].values)}
    if name.startswith("verdict"):
        return {name: _named(variable, run)}
    focal = variable.isel(firm=0) if "firm" in variable.dims else variable
    values = focal.values[run]
    if focal.attrs.get("units") == "money":
        values = money * values
    if values.ndim == 1:
        return {name: values}
    labels = focal[str(focal.dims[-1])].values
    return {f"{name}_{label}": values[:, i] for i, label in enumerate(labels)}


def _named(variable: xarray.DataArray, where: Any = ...) -> Any:
    """Numbers as the names that flag_meanings has for them."""
    import pandas

    names = pandas.Index(str(variable.attrs["flag_meanings"]).split())
    return pandas.Categorical.from_codes(variable.values[where].astype(int), categories=names)


def failure_table(points: pandas.DataFrame, failures: xarray.Dataset) -> pandas.DataFrame:
    """Make a row per point that is not done."""
    import pandas

    numbers = failures["point"].values.astype(int)
    return pandas.DataFrame(
        {
            "point": numbers,
            "status": points["status"].reindex(numbers).to_numpy(),
            "message": [str(message) for message in failures["message"].values],
        }
    )

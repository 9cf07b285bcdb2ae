"""Results as pandas tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas
    import xarray


def outcome_table(outcomes: xarray.Dataset) -> pandas.DataFrame:
    """Make a row per strategy and replication of the group ``outcomes``; of firms, the focal one."""
    import pandas

    runs = ("strategy", "replication")
    columns = {}
    for name, values in outcomes.data_vars.items():
        if name == "drawn":
            continue
        focal = values.isel(firm=0) if "firm" in values.dims else values
        others = [dimension for dimension in focal.dims if dimension not in runs]
        if not others:
            columns[name] = focal.transpose(*runs).values.ravel()
            continue
        for label in outcomes[others[0]].values:
            columns[f"{name}_{label}"] = (
                focal.sel({others[0]: label}).transpose(*runs).values.ravel()
            )
    rows = pandas.MultiIndex.from_product([outcomes[d].values for d in runs], names=runs)
    table = pandas.DataFrame(columns, index=rows).reset_index()
    table["replication"] = table["replication"].astype(int)
    for name in ("strategy", "verdict"):
        table[name] = pandas.Categorical(table[name], categories=list(dict.fromkeys(table[name])))
    if "drawn" in outcomes:
        drawn = outcomes.drawn.transpose("replication", "parameter").to_pandas()
        table = table.join(drawn, on="replication")
    return table

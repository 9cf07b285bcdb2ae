"""What the answer of a run hangs on besides luck: other worlds, and rivals that do not stand still."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, cast

from .fixed import Fixed

if TYPE_CHECKING:
    import pandas

    from .results import Results

    Ranges = Literal["plausible", "narrow", "wide"]


class InWorlds(Fixed):
    """The same strategies in worlds that fit the evidence; :attr:`Results.worlds`."""

    def __init__(self, results: Results) -> None:
        self._results = results

    @property
    def keys(self) -> list[str]:
        """The numbers in which the worlds differ: all with a plausible range that the scenario does not name."""
        return [str(key) for key in self._results.dataset("worlds")["key"].values]

    @functools.cached_property
    def values(self) -> pandas.DataFrame:
        """The worlds: a row for each, which replication of :attr:`outcomes` is in, a column per key."""
        import pandas

        return pandas.DataFrame(
            self._results.dataset("worlds")["values"].values, columns=pandas.Index(self.keys)
        )

    @functools.cached_property
    def outcomes(self) -> pandas.DataFrame:
        """As :attr:`Results.outcomes`, each replication in a world of its own: ``world`` is its row."""
        from .groups import outcome_table_of

        dataset = self._results.dataset("worlds/outcomes")
        table = outcome_table_of(dataset.drop_vars("world"), self._results.scenario.run)
        table.insert(2, "world", table["replication"])
        return table

    @functools.cached_property
    def saved(self) -> pandas.DataFrame | None:
        """How often each strategy saves marketing in single worlds: a row per strategy and world.

        Columns: strategy, world (row of the file), saved (share of the replications of this world; NaN of
        strategies that save it in less than 5 % of the worlds, or in more than 95 %), without_luck (the
        share drawn to the mean of the worlds until the shares vary as the worlds do: less than they
        did by what the luck of so few replications adds; NaN where they differ no more than luck makes
        them). None where luck plays no part, the worlds are fewer than twenty, or all strategies are
        such.
        """
        dataset = self._results.dataset("worlds")
        if "saved_of_replications" not in dataset:
            return None
        saved = dataset["saved_of_replications"].isel(strategy=slice(1, None))
        table: pandas.DataFrame = saved.to_dataframe(name="saved")
        table = table.reset_index().rename(columns={"row": "world"}).astype({"world": int})
        replications = float(dataset["replications_of_a_world"].values[0])
        by_strategy = table.groupby("strategy", sort=False)["saved"]
        table["without_luck"] = by_strategy.transform(_without_luck, replications)
        return table

    @functools.cached_property
    def influences(self) -> pandas.DataFrame | None:
        """What the answer hangs on: a row per measure, strategy and key, the strongest first.

        Columns: of ("saved", "npv"), strategy, key, correlation (partial rank correlation over worlds
        run as mean fields; Iman & Conover 1979), by_chance (the 95 % quantile of the largest of them
        under permutation), named (whether it is larger than that), direction ("more" or "less" with a
        larger key), low, high and source (the key's plausible range, and where that is from). None where
        the worlds are too few.
        """
        import pandas

        dataset = self._results.dataset("worlds").isel(strategy=slice(1, None))
        if "influence_saved" not in dataset:
            return None
        tables = []
        for of in ("saved", "npv"):
            table = dataset[f"influence_{of}"].to_dataframe(name="correlation").reset_index()
            chance = dataset[f"chance_{of}"].to_dataframe(name="by_chance").reset_index()
            tables.append(table.merge(chance, on="strategy").assign(of=of))
        found = pandas.concat(tables, ignore_index=True)
        found["named"] = found["correlation"].abs() > found["by_chance"]
        found = found.sort_values("correlation", key=abs, ascending=False, kind="stable")
        found = found.sort_values(["of", "strategy"], kind="stable", ignore_index=True)
        columns = ["of", "strategy", "key", "correlation", "by_chance", "named"]
        return self._with_ranges(found[columns])

    @functools.cached_property
    def between(self) -> pandas.DataFrame | None:
        """What it hangs on which of two strategies is worth more to the firm: a row per key, the strongest first.

        The two are those that save marketing in most worlds, the leading one first. Columns: first, second
        (strategies), key, correlation (partial rank correlation with the firm's NPV with the first less
        that with the second), by_chance, named, direction, low, high, source, as in :attr:`influences`.
        None where the worlds are too few, or fewer than two strategies save marketing in a twentieth of
        them.
        """
        dataset = self._results.dataset("worlds")
        if "influence_between" not in dataset:
            return None
        first, second = (str(name) for name in dataset["pair"].values)
        table = dataset["influence_between"].to_dataframe(name="correlation").reset_index()
        table = table.assign(
            first=first, second=second, by_chance=float(dataset["chance_between"].values[0])
        )
        table["named"] = table["correlation"].abs() > table["by_chance"]
        table = table.sort_values(
            "correlation", key=abs, ascending=False, kind="stable", ignore_index=True
        )
        columns = ["first", "second", "key", "correlation", "by_chance", "named"]
        return self._with_ranges(table[columns])

    def _with_ranges(self, table: pandas.DataFrame) -> pandas.DataFrame:
        """With which way each key works, its plausible range, and where that is from."""
        from .keys import plausible

        width = cast("Ranges", self._results.scenario.run.ranges)
        ranges = plausible(width)[["key", "low", "high", "source"]]
        directions = ["more" if value > 0 else "less" for value in table["correlation"]]
        return table.assign(direction=directions).merge(ranges, on="key", how="left")

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"<{len(self.values)} worlds, {len(self.keys)} keys differ>"


def _without_luck(shares: pandas.Series, replications: float) -> pandas.Series:
    """Shares of worlds, less the luck of their replications; as saved_in_a_world() in sim/report.

    They are drawn to their mean until they have the variance of the worlds: their own less the mean of
    p (1 - p) / (R - 1) (Louis 1984, J. American Statistical Association 79(386), 393-398).
    """
    variance = shares.var()
    luck = (shares * (1 - shares)).mean() / (replications - 1) if replications > 1 else variance
    if not variance > luck:
        return shares * float("nan")
    kept = (1 - luck / variance) ** 0.5
    found: pandas.Series = shares.mean() + kept * (shares - shares.mean())
    return found


def rivals_of(results: Results) -> dict[str, pandas.DataFrame]:
    """Make a table of outcomes for what rivals do."""
    from .groups import outcome_table_of

    dataset = results.dataset("rivals/outcomes")
    return {
        str(rivals): outcome_table_of(dataset.sel(rivals=rivals, drop=True), results.scenario.run)
        for rivals in dataset["rivals"].values
    }

"""Schedules from pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _core

if TYPE_CHECKING:
    import pandas

Knots = list[tuple[float, float]]


def schedule(data: Any, start: str | None = None) -> Knots:
    """Make the knots of a schedule from a Series, or from a DataFrame of one or two columns.

    The weeks are the index, or the first of two columns: numbers counted from 0 or, with ``start`` (the
    date of week 0, such as "2019-01-07"), dates, a DatetimeIndex or a PeriodIndex; texts are read as the dates
    of a CSV file are. Returns (week, value) pairs in ascending order. Raises ValueError for dates without a
    start or of unclear order (03/04/2021), for missing and for repeated ones.

        scenario.environment.climate = orgsim.schedule(series, start="2019-01-07")
    """
    import numpy
    import pandas

    series = _series_of(data)
    weeks = _weeks_of(series.index, start)
    values = numpy.asarray(pandas.to_numeric(series), dtype=float)
    if not (numpy.isfinite(weeks).all() and numpy.isfinite(values).all()):
        raise ValueError("a schedule without gaps: drop or fill what is missing, as with dropna()")
    order = numpy.argsort(weeks, kind="stable")
    if (numpy.diff(weeks[order]) == 0).any():
        raise ValueError("two values for one week: aggregate them first")
    return [(float(weeks[i]), float(values[i])) for i in order]


def _series_of(data: Any) -> pandas.Series[Any]:
    import pandas

    if isinstance(data, pandas.Series):
        return data
    if not isinstance(data, pandas.DataFrame):
        raise TypeError(f"a pandas Series or DataFrame, not a {type(data).__name__}")
    if data.shape[1] == 2:
        return data.set_index(data.columns[0]).iloc[:, 0]
    if data.shape[1] == 1:
        return data.iloc[:, 0]
    raise ValueError(f"{data.shape[1]} columns: give one of values, or weeks and values")


def _weeks_of(index: pandas.Index[Any], start: str | None) -> Any:
    import numpy
    import pandas

    if start is None:
        if pandas.api.types.is_numeric_dtype(index):
            return numpy.asarray(index, dtype=float)
        raise ValueError(
            "the index holds dates, and weeks are counted from 0; say when week 0 was: "
            'orgsim.schedule(data, start="2019-01-07")'
        )
    if pandas.api.types.is_numeric_dtype(index):
        raise ValueError("the index holds week numbers; leave `start` out")
    return (_dates_of(index) - pandas.Timestamp(start)) / pandas.Timedelta(days=7)


# Texts are read as those of a CSV file are: pandas would take 03/04/2021 for the fourth of March, unasked.
def _dates_of(index: pandas.Index[Any]) -> pandas.DatetimeIndex:
    import pandas

    if isinstance(index, pandas.PeriodIndex):
        return index.to_timestamp()
    if len(index) > 0 and all(isinstance(entry, str) for entry in index):
        return pandas.to_datetime(_core.days_of(list(index)), unit="D")
    return pandas.to_datetime(index)

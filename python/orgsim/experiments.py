"""The experiments that run units, by their names: the list that :func:`orgsim.open` looks into."""

from __future__ import annotations

from orgsim.audits import Audit
from orgsim.explanation import Explanation
from orgsim.selects import Selected
from orgsim.units import UnitsExperiment
from orgsim.valuations import Value
from orgsim.windows import Window

CLASSES: dict[str, type[UnitsExperiment]] = {
    "explain": Explanation,
    "select": Selected,
    "window": Window,
    "audit": Audit,
    "value": Value,
}


def class_of(experiment: str) -> type[UnitsExperiment]:
    """What holds the results of an experiment."""
    return CLASSES[experiment]

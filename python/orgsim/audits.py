"""Why a department's share moved, and whether its cuts were right (docs/audit.md)."""

from __future__ import annotations

import functools
import json
import os
import pathlib
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Unpack

from orgsim import _core
from orgsim.language import current_language
from orgsim.units import Running, UnitsExperiment, expect_known, run_of_file, run_units

if TYPE_CHECKING:
    import pandas

    from orgsim.plots.audit import AuditPlot
    from orgsim.results import Results

_TERMS = ("credit", "noise", "power", "equality", "rest")
_RETURNS = ("return_cut", "return_gained", "difference")


class Audited:
    """What audits of runs and of files have in common."""

    _summary: Mapping[str, Any]

    @functools.cached_property
    def movement(self) -> pandas.DataFrame:
        """Why the share moved over the weeks: a row per variant and term, and one for all of them.

        Columns: variant, term ("credit", "noise", "power", "equality", "rest", "all"), points (log
        points: 100 times the change of the logarithm of the share, mean over replications), low and
        high (its 95 % interval). The terms sum to "all"; exp(points / 100) - 1 of that is the relative
        change.
        """
        import pandas

        rows = []
        for one in self._summary["audits"]:
            moved = one["movement"]
            terms = {**moved["terms"], "all": moved["log_change"]}
            for term, estimate in terms.items():
                points = {_ENDS[end]: 100 * number for end, number in estimate.items()}
                rows.append({"variant": one["variant"], "term": term, **points})
        return pandas.DataFrame(rows)

    @functools.cached_property
    def values(self) -> pandas.DataFrame:
        """What both ledgers had for the department meanwhile: a row per variant and ledger.

        Columns: variant, ledger ("contributed", "credited"), first and last (money per week, means of up
        to 13 weeks at either end; in run.currency if that is given), part_first and part_last (of what
        the whole firm has).
        """
        import pandas

        return pandas.DataFrame(
            [
                {"variant": one["variant"], "ledger": ledger, **one["movement"][ledger]}
                for one in self._summary["audits"]
                for ledger in ("contributed", "credited")
            ]
        )

    @functools.cached_property
    def cuts(self) -> pandas.DataFrame:
        """All cuts, the deepest first: a row per cut; of one replication the 64 deepest.

        Columns: variant, replication, department, first_week, last_week, share_before, share_after,
        points, the five terms of those in points, verdict ("wrong", "right", "undecided"; None where it
        was not judged), and with _low and _high the causal returns return_cut,
        return_gained and their difference.
        """
        import pandas

        rows = [
            {"variant": one["variant"], **_of_cut(cut)}
            for one in self._summary["audits"]
            for cut in one["cuts"]
        ]
        numbers = {name: float for name in _COLUMNS if name.startswith(_RETURNS)}
        return pandas.DataFrame(rows, columns=_COLUMNS).astype(numbers)

    @functools.cached_property
    def counts(self) -> pandas.DataFrame:
        """How many cuts there were: a row per variant.

        Columns: variant, replications, a column per department, wrong, right and undecided (of those
        judged), and share_wrong and share_right with _low and _high (of those judged, interval over
        replications; NaN where none was judged).
        """
        import pandas

        rows = []
        for one in self._summary["audits"]:
            nothing = {"mean": None, "low": None, "high": None}
            shares = {name: one[name] or nothing for name in _SHARES}
            rows.append(
                {
                    "variant": one["variant"],
                    "replications": one["replications"],
                    **one["cuts_by_department"],
                    **one["verdicts"],
                    **{
                        f"{of}{end}": share[name]
                        for of, share in shares.items()
                        for name, end in _SUFFIXES.items()
                    },
                }
            )
        return pandas.DataFrame(rows).astype(
            {f"{of}{end}": float for of in _SHARES for end in _SUFFIXES.values()}
        )

    @property
    def department(self) -> str:
        """The department whose share is followed."""
        return str(self._summary["department"])

    @property
    def firm(self) -> int:
        """The number of its firm."""
        return int(self._summary["firm"])

    @property
    def weeks(self) -> tuple[int, int]:
        """The first and the last of the weeks over which it is followed."""
        first, last = self._summary["weeks"]
        return first, last

    @property
    def plot(self) -> AuditPlot:
        """The pictures: ``plot.terms()``, ``plot.cuts()``."""
        from orgsim.plots.audit import AuditPlot

        return AuditPlot(self)


class Audit(Audited, UnitsExperiment):  # type: ignore[misc]
    """Why a share moved and whether cuts were right, by simulation: :func:`audit` makes it."""


class AuditOfFile(Audited, UnitsExperiment):  # type: ignore[misc]
    """Why a share moved in the run that a results file holds: :func:`audit` makes it.

    Its units are the replications that the file keeps in full.
    """

    def __init__(self, audited: _core.AuditedFile) -> None:
        super().__init__(audited.result)
        self._audited = audited

    @property
    def replications(self) -> int:
        """How many replications the file keeps week by week; all numbers are of those."""
        return self.variants["default"]

    def to_hdf5(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the file of the command line's ``-o``.

        Raises ValueError with ``futures=0``, for then nothing was simulated; FileExistsError, InputError, OSError.
        """
        if not self.options["futures"]:
            raise ValueError("with futures=0 nothing was simulated that could be written")
        super().to_hdf5(path, overwrite=overwrite)

    def _said(self, language: str) -> dict[str, Any]:
        summary: dict[str, Any] = json.loads(self._audited.summary_json(language))
        return summary

    def __repr__(self) -> str:
        """Say what came of it."""
        return self._audited.summary_text(current_language())


_OF_FILES = ("threads", "path", "overwrite", "progress")
_ENDS = {"mean": "points", "low": "low", "high": "high"}
_SHARES = ("share_wrong", "share_right")
_SUFFIXES = {"mean": "", "low": "_low", "high": "_high"}
_COLUMNS = [
    "variant",
    "replication",
    "department",
    "first_week",
    "last_week",
    "share_before",
    "share_after",
    "points",
    *_TERMS,
    "verdict",
    *(f"{name}{end}" for name in _RETURNS for end in _SUFFIXES.values()),
]


def _of_cut(cut: Mapping[str, Any]) -> dict[str, Any]:
    judgement = cut["judgement"] or {}
    returns = {
        f"{name}{end}": (judgement.get(name) or {}).get(key, float("nan"))
        for name in _RETURNS
        for key, end in _SUFFIXES.items()
    }
    return {
        "replication": cut["replication"],
        "department": cut["department"],
        "first_week": cut["weeks"][0],
        "last_week": cut["weeks"][1],
        "share_before": cut["share_before"],
        "share_after": cut["share_after"],
        "points": 100 * cut["log_change"],
        **{term: 100 * cut["terms"][term] for term in _TERMS},
        "verdict": judgement.get("verdict"),
        **returns,
    }


def audit(
    of: _core.Scenario | Results | str | os.PathLike[str],
    *,
    firm: int | str | None = None,
    department: str | None = None,
    weeks: str | tuple[int, int] | None = None,
    strategy: str | None = None,
    futures: int | None = None,
    factor: float | None = None,
    grant_weeks: int | None = None,
    **running: Unpack[Running],
) -> Audit | AuditOfFile:
    """Say why a department's share of the budget moved, and whether its cuts were right (docs/audit.md).

    ``of`` is a scenario, whose baseline is simulated; or results of a run, or their file, of which the
    replications that are kept week by week are audited (``record.trajectories``): to judge cuts they are
    simulated again, and have to come out as they were kept. ``firm`` is a name or
    a number, 0 the focal one. ``department``: marketing's share and the cuts of all departments unless given.
    ``weeks``: "A:B" or a tuple, both included; the whole run unless given.

    Cuts are judged by grants of ``factor`` (1.5) times the budget for ``grant_weeks`` (26) from their
    first week on, in ``futures`` (8) continuations with luck of their own; 0 leaves that out. With a
    ``strategy`` the focal firm follows it once it begins, and ``rivals`` do the same or answer it.

    All else is what every experiment takes (:class:`orgsim.units.Running`); of results threads, path,
    overwrite and progress alone.

    Raises InputError for all that is wrong with the call, TypeError for arguments that results do not
    take, FileExistsError, OSError, Stopped, and KeyboardInterrupt.
    """
    span = weeks if weeks is None or isinstance(weeks, str) else ":".join(map(str, weeks))
    number = None if firm is None else str(firm)
    options = {
        "firm": number,
        "department": department,
        "weeks": span,
        "futures": futures,
        "factor": factor,
        "grant_weeks": grant_weeks,
    }
    if isinstance(of, _core.Scenario):
        return Audit(run_units("audit", of, {**options, "strategy": strategy}, running))
    given = {"strategy": strategy, **running}
    expect_known("audit", running)
    refused = [name for name, value in given.items() if value is not None and name not in _OF_FILES]
    if refused:
        raise TypeError(
            f"audit() of results takes no '{refused[0]}': the run that they hold is audited; audit the "
            "scenario instead"
        )
    with _file_of(of) as (file, known):
        return AuditOfFile(run_of_file(file, known, options, running))


@contextmanager
def _file_of(
    of: Results | str | os.PathLike[str],
) -> Iterator[tuple[pathlib.Path, _core.Scenario | None]]:
    """The results file; of results in memory, one that goes again, and the scenario with its network."""
    from orgsim.files import ResultsFile
    from orgsim.results import Results

    if not isinstance(of, Results):
        yield pathlib.Path(os.fsdecode(of)).absolute(), None
        return
    if isinstance(of._source, ResultsFile):
        yield of._source.path, None
        return
    with tempfile.TemporaryDirectory(prefix="orgsim-") as folder:
        path = pathlib.Path(folder) / "results.h5"
        of.save(path)
        yield path, of.scenario.copy()

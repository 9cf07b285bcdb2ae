"""The box: PRIM peels off what does not belong, and what it says is judged on points that it did not see."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib.util
import io
import logging
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy
import pandas

if TYPE_CHECKING:
    import numpy.typing as npt

_SURE = 0.05
_FEW_KEYS = 20  # of so many none is left out before the fit
LEAST = 20  # points with it and without it, of those that the box is fitted to


@dataclasses.dataclass(frozen=True)
class Counts:
    """How a box does on some points."""

    points: int
    happening: int
    inside: int
    both: int

    @property
    def share(self) -> float:
        """In how many of the points it happens."""
        return self.happening / self.points if self.points else float("nan")

    @property
    def density(self) -> float:
        """In how many of those inside of the box it happens."""
        return self.both / self.inside if self.inside else float("nan")

    @property
    def coverage(self) -> float:
        """How many of those in which it happens are inside of the box."""
        return self.both / self.happening if self.happening else float("nan")


#: Lower and upper end by key; a key that is not there is free.
Box = dict[str, tuple[float, float]]


def split(count: int, share: float, seed: int) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Rows to fit to, and rows that are kept out."""
    order = numpy.random.default_rng(seed).permutation(count)
    out = round(share * count)
    return numpy.sort(order[out:]), numpy.sort(order[:out])


def inside(points: pandas.DataFrame, box: Box) -> npt.NDArray[numpy.bool_]:
    """Which points lie in the box, its ends included."""
    within = numpy.ones(len(points), bool)
    for key, (low, high) in box.items():
        within &= points[key].between(low, high).to_numpy()
    return within


def counts(points: pandas.DataFrame, happens: npt.NDArray[numpy.bool_], box: Box) -> Counts:
    """Count what lies in the box."""
    within = inside(points, box)
    return Counts(len(points), int(happens.sum()), int(within.sum()), int((within & happens).sum()))


_MISSING = "the box is PRIM's of ema_workbench: pip install 'orgsim[discover]'"


def expect_there() -> None:
    """Look for PRIM without importing it, which takes seconds. Raises ImportError."""
    if importlib.util.find_spec("ema_workbench") is None:
        raise ImportError(_MISSING)


def expect_prim() -> Any:
    """Import PRIM, or raise ImportError: what is run for it should not be lost."""
    try:
        with _quiet():
            from ema_workbench.analysis import prim
    except ImportError as error:
        raise ImportError(_MISSING) from error
    return prim


def fitted(
    points: pandas.DataFrame, happens: npt.NDArray[numpy.bool_]
) -> tuple[Box, pandas.DataFrame]:
    """The box, and the peeling that led to it.

    PRIM (J. H. Friedman & N. I. Fisher 1999, Statistics and Computing 9, 123-143; for scenarios B. P. Bryant
    & R. J. Lempert 2010, Technol. Forecast. Soc. Change 77, 34-49) as ema_workbench has it. Of the boxes on
    its way the one is taken that has the largest skill, and from that every restriction is left out that may be
    chance: a box without it would be as dense, by its binomial probability ("quasi-p" of Bryant & Lempert).
    """
    if min(happens.sum(), (~happens).sum()) < LEAST:
        raise ValueError(_too_few(happens))
    points = points[screened(points, happens)]
    if not len(points.columns):
        return {}, pandas.DataFrame(
            columns=["inside", "coverage", "density", "restricted", "chosen"]
        )
    prim = expect_prim()
    with _quiet():
        peeled = prim.Prim(
            points.astype(float), happens, threshold=float(happens.mean())
        ).find_box()
    path = peeled.peeling_trajectory
    chosen = int(skill(path, happens).argmax())
    whole, limits = peeled.box_lims[0], peeled.box_lims[chosen]
    box = {}
    for key in points.columns:
        ends, all_ends = tuple(limits[key]), tuple(whole[key])
        if ends != all_ends:
            low = ends[0] if ends[0] > all_ends[0] else -numpy.inf
            high = ends[1] if ends[1] < all_ends[1] else numpy.inf
            box[str(key)] = (float(low), float(high))
    steps = path[["n", "coverage", "density", "res_dim"]].reset_index(drop=True)
    steps = steps.rename(columns={"n": "inside", "res_dim": "restricted"})
    steps["chosen"] = [place == chosen for place in range(len(steps))]
    return pruned(points, happens, box), steps


def screened(points: pandas.DataFrame, happens: npt.NDArray[numpy.bool_]) -> list[str]:
    """The keys that PRIM looks at: all if they are few, else those that differ where it happens.

    Of a hundred keys that do nothing PRIM restricts many a little, which hides those that matter. The rank
    test (Mann & Whitney 1947) is at 5 % for all keys together (Bonferroni).
    """
    keys = [str(key) for key in points.columns]
    if len(keys) <= _FEW_KEYS:
        return keys
    from scipy.stats import mannwhitneyu

    chances = mannwhitneyu(points[happens].to_numpy(float), points[~happens].to_numpy(float)).pvalue
    return [key for key, chance in zip(keys, chances, strict=True) if chance <= _SURE / len(keys)]


def skill(path: pandas.DataFrame, happens: npt.NDArray[numpy.bool_]) -> npt.NDArray[numpy.float64]:
    """The share of those that happen which a box has, less the share of those that do not.

    C. S. Peirce (1884), Science 4(93), 453-454. Unlike means of coverage and density it does not favour a
    box of everything where it happens nearly everywhere.
    """
    inside, with_it = path["n"].to_numpy(float), path["k"].to_numpy(float)
    score: npt.NDArray[numpy.float64] = (
        with_it / happens.sum() - (inside - with_it) / (~happens).sum()
    )
    return score


def _too_few(happens: npt.NDArray[numpy.bool_]) -> str:
    with_it, points = int(happens.sum()), len(happens)
    if with_it in (0, points):
        return f"it happens in {'none' if not with_it else 'all'} of the {points} points: no box tells them apart"
    return (
        f"it happens in {with_it} of the {points} points that the box is fitted to; at least {LEAST} with it and "
        f"{LEAST} without it are needed: take more points, or another threshold"
    )


def pruned(points: pandas.DataFrame, happens: npt.NDArray[numpy.bool_], box: Box) -> Box:
    """Without the restrictions that may be chance, the least sure one at a time."""
    while box:
        chances = {key: quasi_p(points, happens, box, key) for key in box}
        worst = max(chances, key=lambda key: chances[key])
        if chances[worst] <= _SURE:
            break
        box = without(box, worst)
    return box


def without(box: Box, key: str) -> Box:
    """The box that leaves this key free."""
    return {other: ends for other, ends in box.items() if other != key}


def quasi_p(
    points: pandas.DataFrame, happens: npt.NDArray[numpy.bool_], box: Box, key: str
) -> float:
    """How likely so many cases are in the box if the restriction of this key did nothing."""
    from scipy.stats import binom

    own, wider = counts(points, happens, box), counts(points, happens, without(box, key))
    return float(binom.sf(own.both - 1, own.inside, wider.density))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """ema_workbench logs, prints, and its libraries warn of what is theirs."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)

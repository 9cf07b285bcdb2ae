"""Ours against Mesa and NumPy on the model of bass.toml: customer-weeks a second of CPU time.

usage: compare.py ORGSIM BENCHMARKS

ORGSIM is the program, BENCHMARKS what orgsim_bench wrote with --benchmark_out. One thread each; the
network's making is in nobody's time; figures are medians over runs.
"""

import dataclasses
import importlib.metadata
import json
import statistics
import sys
import time
from collections.abc import Callable

import mesa_bass
import numpy
import numpy_bass
from bass_model import WEEKS
from curves import MOST_STANDARD_ERRORS, largest_difference, our_curves


@dataclasses.dataclass(frozen=True)
class Peer:
    name: str
    model: type  # made of (customers, seed)
    users_by_week: Callable[..., list[int]]
    customers: int
    runs: int
    benchmark: str  # ours of the same size
    replications: int  # of ours, to compare the curves with
    to_reach: float


MILLION = (1_000_000, 5, "small_world_1e6_bass", 20, 25)
PEERS = [
    Peer(
        "Mesa",
        mesa_bass.BassModel,
        mesa_bass.users_by_week,
        10_000,
        10,
        "small_world_1e4_bass",
        200,
        200,
    ),
    Peer("NumPy", numpy_bass.BassModel, numpy_bass.users_by_week, *MILLION),
    Peer("NumPy + SciPy", numpy_bass.SparseBassModel, numpy_bass.users_by_week, *MILLION),
]


def our_speed(benchmarks: str, peer: Peer) -> float:
    """Customer-weeks per second of CPU time of ours; exits if that benchmark was not run."""
    with open(benchmarks, encoding="utf-8") as file:
        entries = json.load(file)["benchmarks"]
    for entry in entries:
        name, statistic = entry["run_name"].split("/")[0], entry.get("aggregate_name")
        if (name, statistic, entry["time_unit"]) == (peer.benchmark, "median", "ms"):
            return peer.customers * WEEKS / (entry["cpu_time"] / 1000)
    sys.exit(f"{benchmarks}: no median of {peer.benchmark} in ms; ./dev bench writes one")


def run(peer: Peer) -> tuple[float, numpy.ndarray]:
    """Customer-weeks per second of CPU time, and users after each week, runs x weeks."""
    seconds, curves = [], []
    for seed in range(peer.runs):
        model = peer.model(peer.customers, seed)
        begin = time.process_time()
        curves.append(peer.users_by_week(model, WEEKS))
        seconds.append(time.process_time() - begin)
    return peer.customers * WEEKS / statistics.median(seconds), numpy.array(curves)


def expect_the_same_model(peer: Peer, ours: numpy.ndarray, theirs: numpy.ndarray) -> float:
    """The largest difference of the mean curves in standard errors; exits if it is too large."""
    difference = largest_difference(ours, theirs)
    if difference <= MOST_STANDARD_ERRORS:
        return difference
    sys.exit(
        f"{peer.name} does not simulate the same model as orgsim: in some week the mean users "
        f"differ by {difference:.1f} standard errors, which is more than {MOST_STANDARD_ERRORS:.0f}"
    )


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    orgsim, benchmarks = sys.argv[1:]
    lines = []
    for peer in PEERS:
        ours = our_speed(benchmarks, peer)
        theirs, curves = run(peer)
        difference = expect_the_same_model(
            peer, our_curves(orgsim, peer.customers, peer.replications), curves
        )
        lines.append(
            f"  {peer.name:<13}{peer.customers:>10,}{theirs / 1e6:>9.2f} M{ours / 1e6:>7.0f} M"
            f"{ours / theirs:>8.1f} x{peer.to_reach:>8.0f} x{difference:>9.1f} s.e."
        )
    print(f"\nBass diffusion by individuals in a small world, {WEEKS} weeks, one thread")
    print("                customers  customer-weeks/s     ratio  to reach   largest difference")
    print("                               peer     ours                         of mean curves")
    print("\n".join(lines))
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("Mesa", "NumPy", "SciPy")]
    print(f"  {', '.join(versions)}")


if __name__ == "__main__":
    main()

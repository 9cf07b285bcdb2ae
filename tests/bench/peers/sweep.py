"""A sweep of ours against Mesa's batch_run on the model of bass.toml: processor seconds a point.

usage: sweep.py ORGSIM

Both make the network anew at every point, on one thread.
"""

import math
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import mesa
from bass_model import LEAVING, WEEKS
from mesa_bass import BassModel

CUSTOMERS = 10_000
RATES = [LEAVING * (0.5 + 0.25 * i) for i in range(5)]


class SweptModel(BassModel):
    """The model with a rate of leaving of its own, and a collector, as batch_run wants."""

    def __init__(self, customers: int, leaving: float, seed: int | None = None) -> None:
        super().__init__(customers, seed)
        self.leaving = -math.expm1(-leaving)
        self.datacollector = mesa.DataCollector({"users": "users"})

    def step(self) -> None:
        super().step()
        self.datacollector.collect(self)
        self.running = self.steps < WEEKS


def theirs() -> float:
    before = time.process_time()
    rows = mesa.batch_run(
        SweptModel,
        {"customers": CUSTOMERS, "leaving": RATES, "seed": 1},
        number_processes=1,
        data_collection_period=-1,
        max_steps=WEEKS,
        display_progress=False,
    )
    assert len(rows) == len(RATES)
    return (time.process_time() - before) / len(RATES)


def ours(program: str) -> float:
    values = ",".join(str(rate) for rate in RATES)
    scenario = pathlib.Path(__file__).with_name("bass.toml")
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "sweep", scenario, "--set", f"market.customers={CUSTOMERS}"]
        command += ["--vary", f"market.retention.churn={values}", "--design", "grid"]
        command += ["--replications", "1", "--threads", "1", "--quiet"]
        process = subprocess.Popen([*command, "-o", pathlib.Path(folder) / "x.h5"])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("the sweep failed")
    return (usage.ru_utime + usage.ru_stime) / len(RATES)


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    mine, peers = ours(sys.argv[1]), theirs()
    print(
        f"\nBass diffusion of {CUSTOMERS:,} people, {WEEKS} weeks, {len(RATES)} points, one thread"
    )
    print(
        f"  Mesa {mesa.__version__}'s batch_run {peers:.2f} s a point, a sweep {mine:.4f} s", end=""
    )
    print(f": {peers / mine:.0f} x")


if __name__ == "__main__":
    main()

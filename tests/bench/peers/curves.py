"""Whether a peer simulates the same model as ours: the mean curves of users by week."""

import pathlib
import subprocess
import tempfile

import h5py
import numpy

SCENARIO = pathlib.Path(__file__).with_name("bass.toml")
# For the largest of 260 differences. Chance alone goes beyond it in at most about one of a thousand
# comparisons, found by comparing random parts of 1,500 replications of ours in the sizes used here.
MOST_STANDARD_ERRORS = 5.0


def our_curves(orgsim: str, customers: int, replications: int) -> numpy.ndarray:
    """Users after each week, replications x weeks, by the program `orgsim`.

    Raises CalledProcessError if the program fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        results = pathlib.Path(folder, "bass.h5")
        settings = {
            "market.customers": customers,
            "run.replications": replications,
            "record.trajectories": replications,
        }
        command = [orgsim, "run", SCENARIO, "-o", results, "--quiet"]
        for key, value in settings.items():
            command += ["--set", f"{key}={value}"]
        subprocess.run(command, check=True)
        with h5py.File(results) as file:
            return file["trajectories/users_end"][0, :, :, 0].astype(float)


def largest_difference(ours: numpy.ndarray, theirs: numpy.ndarray) -> float:
    """The largest difference between two mean curves over the weeks, in standard errors.

    Both arrays are replications x weeks. The spread is that of ours, of which there are more: a
    peer of the same model has the same.
    """
    error = ours.std(axis=0, ddof=1) * numpy.sqrt(1 / len(ours) + 1 / len(theirs))
    return float(numpy.max(numpy.abs(ours.mean(axis=0) - theirs.mean(axis=0)) / error))

"""Bass diffusion with leaving in NumPy: a dense sweep over arrays of everybody, once a week.

Neighbours are a sparse matrix in SciPy's CSR form. Its product with bytes is the fastest sum over
neighbours: an array of neighbours, padded to one degree, takes twice as long, np.add.reduceat four
times.
"""

import numpy
import scipy.sparse
from bass_model import DEGREE, IMITATION, INNOVATION, LEAVING, REWIRING


def small_world(customers: int, random: numpy.random.Generator) -> scipy.sparse.csr_array:
    """Ties to the next DEGREE / 2 people on a ring, of which a share REWIRING leads anywhere.

    Returns a symmetric matrix of bytes, customers x customers, with 1 where there is a tie.
    """
    people = numpy.arange(customers, dtype=numpy.int32)
    one = numpy.repeat(people, DEGREE // 2)
    steps = numpy.arange(1, DEGREE // 2 + 1, dtype=numpy.int32)
    other = (one + numpy.tile(steps, customers)) % customers
    rewired = random.random(other.size) < REWIRING
    other[rewired] = random.integers(customers, size=rewired.sum())
    proper = one != other
    one, other = one[proper], other[proper]
    ends = (numpy.concatenate([one, other]), numpy.concatenate([other, one]))
    ones = numpy.ones(2 * one.size, dtype=numpy.int8)
    ties = scipy.sparse.coo_array((ones, ends), shape=(customers, customers)).tocsr()
    ties.data[:] = 1  # a tie that was drawn twice counts once
    return ties


class BassModel:
    """`customers` people of whom nobody uses the product at first; a step is a week."""

    def __init__(self, customers: int, seed: int, imitation: float = IMITATION) -> None:
        self.random = numpy.random.Generator(numpy.random.SFC64(seed))
        self.ties = small_world(customers, self.random)
        degrees = numpy.diff(self.ties.indptr)
        self.imitation = (imitation / degrees).astype(numpy.float32)  # per neighbour who uses it
        self.uses = numpy.zeros(customers, dtype=bool)
        self.hazard = numpy.empty(customers, dtype=numpy.float32)
        self.luck = numpy.empty(customers, dtype=numpy.float32)

    def step(self) -> None:
        """All decide by the states at the week's start: one acts with probability 1 - exp(-hazard).

        An exponential number is below the hazard with that probability, and no exp is taken.
        """
        users_around = self.ties @ self.uses.view(numpy.int8)
        numpy.multiply(self.imitation, users_around, out=self.hazard)
        self.hazard += numpy.float32(INNOVATION)
        numpy.copyto(self.hazard, numpy.float32(LEAVING), where=self.uses)
        self.random.standard_exponential(dtype=numpy.float32, out=self.luck)
        self.uses ^= self.luck < self.hazard


def users_by_week(model: BassModel, weeks: int) -> list[int]:
    """Runs the model; users after each week."""
    users = []
    for _ in range(weeks):
        model.step()
        users.append(int(numpy.count_nonzero(model.uses)))
    return users

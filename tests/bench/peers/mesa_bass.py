"""Bass diffusion with leaving in Mesa 3: agents in the cells of a Watts-Strogatz network."""

import math

import mesa
import networkx
from bass_model import DEGREE, IMITATION, INNOVATION, LEAVING, REWIRING
from mesa.discrete_space import Cell, FixedAgent, Network


class Person(FixedAgent):
    """Somebody who uses the product or does not; the network of cells says whom he listens to."""

    def __init__(self, model: "BassModel", cell: Cell) -> None:
        super().__init__(model)
        self.cell = cell
        self.uses = False
        self.neighbours: list[Person] = []

    def meet_neighbours(self) -> None:
        """Keeps them as a list: to ask the cell every week takes nearly twice as long."""
        self.neighbours = list(self.cell.neighborhood.agents)

    def acts(self) -> bool:
        """Whether he adopts or leaves this week; reads others' states and changes none."""
        if self.uses:
            return self.random.random() < self.model.leaving
        heard = sum([other.uses for other in self.neighbours]) / len(self.neighbours)
        return self.random.random() < -math.expm1(-INNOVATION - IMITATION * heard)

    def act(self) -> None:
        self.uses = not self.uses
        self.model.users += 1 if self.uses else -1


class BassModel(mesa.Model):
    """`customers` people of whom nobody uses the product at first; a step is a week."""

    def __init__(self, customers: int, seed: int) -> None:
        super().__init__(seed=seed)
        self.users = 0
        self.leaving = -math.expm1(-LEAVING)
        ties = networkx.watts_strogatz_graph(customers, DEGREE, REWIRING, seed=seed)
        space = Network(ties, capacity=1, random=self.random)
        Person.create_agents(self, customers, space.all_cells.cells)
        self.agents.do("meet_neighbours")

    def step(self) -> None:
        """All decide by the states at the week's start, then those who act do so."""
        self.agents.select(Person.acts).do("act")


def users_by_week(model: BassModel, weeks: int) -> list[int]:
    """Runs the model; users after each week."""
    users = []
    for _ in range(weeks):
        model.step()
        users.append(model.users)
    return users

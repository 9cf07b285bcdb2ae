"""Lists of a scenario, as Python reads them."""

from __future__ import annotations

from typing import Any, Never


class Values(tuple[Any, ...]):
    """A key's list, which is changed by giving the key another one."""

    __slots__ = ()

    def __setitem__(self, index: object, value: object) -> Never:
        """Say how it is done."""
        raise TypeError(
            "the entries of a scenario's list are not assigned to one by one: give the key a whole "
            "list; the scenario of a simulation or of results is read-only, copy it first: "
            "sc = sim.scenario.copy()"
        )

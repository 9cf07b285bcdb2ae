"""What a search may choose of a strategy, and how a point of the unit cube becomes one."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optuna.trial import Trial

    #: A tuple of two is a range, a list are values, anything else is fixed; of the mix "any" is free.
    Vary = Mapping[str, Any]

MODES = ("broadcast", "performance", "product", "operations")
ANY = "any"

# Whole weeks, and hundredths of what is a share: nobody could follow a strategy that says more.
_WEEKS = ("start", "ramp", "duration")
_STEP = 0.01
# The ends that a key has by itself (docs/model.md, 6), as far as a search may go.
_ENDS: Mapping[str, tuple[float, float]] = {
    "start": (0, math.inf),
    "ramp": (1, math.inf),
    "duration": (1, math.inf),
    "ai_adoption": (0, 1),
    "redeploy": (0, 1),
    "prove": (0, 1),
    "ceo_voice": (0, 1),
    "budget": (0, math.inf),
}
_LAST_YEAR = 52  # a strategy that begins in it has no time to show anything


def default_ranges(weeks: int) -> dict[str, Any]:
    """What is searched unless the call says otherwise."""
    return {
        "start": (0, max(weeks - _LAST_YEAR, weeks // 2)),
        "ramp": (1, 104),
        "mix": ANY,
        "ai_adoption": (0.0, 1.0),
        "redeploy": (0.0, 1.0),
        "prove": (0.0, 1.0),
        "budget": (0.5, 1.5),
    }


class Space:
    """The strategies that a search chooses from."""

    def __init__(self, vary: Vary, weeks: float = math.inf) -> None:
        if not isinstance(vary, Mapping) or not vary:
            raise TypeError(f'vary is a dict such as {{"start": (0, 260)}}, not {vary!r}')
        self._vary = {key: _checked(key, choice) for key, choice in vary.items()}
        self.varied = [key for key, choice in self._vary.items() if _is_open(key, choice)]
        if not self.varied:
            raise ValueError("vary leaves nothing to be chosen: give a key a range (low, high)")
        if "start" not in self._vary:
            raise ValueError("vary has no start: a range of weeks, or the week in which all begin")
        starts = self._vary["start"]
        latest = max(starts) if isinstance(starts, (tuple, list)) else starts
        if latest >= weeks:
            raise ValueError(
                f"vary['start']: no strategy begins in week {latest}; the run has weeks 0 to {weeks - 1}"
            )

    def __repr__(self) -> str:
        """Say what may be chosen."""
        return f"Space({self._vary})"

    def draw(self, trial: Trial) -> dict[str, Any]:
        """The strategy of a trial, as a scenario's table [strategies.NAME] says it."""
        return {key: self._drawn(trial, key) for key in self._vary}

    def _drawn(self, trial: Trial, key: str) -> Any:
        choice = self._vary[key]
        if key == "mix" and choice == ANY:
            return mix_of([trial.suggest_float(name, 0, 1) for name in _PARTS])
        if isinstance(choice, _FixedMix):
            return list(choice)
        if isinstance(choice, list):
            return choice[trial.suggest_categorical(key, list(range(len(choice))))]
        if not isinstance(choice, tuple):
            return choice
        if key in _WEEKS:
            whole = trial.suggest_int(key, *choice)
            return float(whole) if key == "ramp" else whole
        return round(trial.suggest_float(key, *choice, step=_STEP), 2)

    def parameters_of(self, strategy: Mapping[str, Any]) -> dict[str, Any] | None:
        """The trial that would draw this strategy; None if none does."""
        given = {key: value for key, value in strategy.items() if _NEUTRAL.get(key, ...) != value}
        beyond = set(given) - set(self._vary) - {"label"}
        if any(given[key] != _ABSENT.get(key) for key in beyond):
            return None
        found: dict[str, Any] = {}
        for key, choice in self._vary.items():
            part = _parameters(key, choice, given.get(key, _ABSENT.get(key)))
            if part is None:
                return None
            found.update(part)
        return found


# Keys that a search never chooses, and what they are in strategies that it can say. Who names neither
# AI nor proof in a catalogue means that there is none of it, which the search says as 0.
_NEUTRAL: Mapping[str, Any] = {"delay": 0, "adaptive": False, "when": None}
_ABSENT: Mapping[str, Any] = {"ai_adoption": 0, "redeploy": 0, "prove": 0, "budget": 1}
_PARTS = ("mix_1", "mix_2", "mix_3")


def _is_open(key: str, choice: Any) -> bool:
    if isinstance(choice, tuple):
        return bool(choice[0] < choice[1])
    return isinstance(choice, list) and key != "mix" or choice == ANY


def _checked(key: str, choice: Any) -> Any:
    known = ["mix", *_ENDS]
    if key not in known:
        near = difflib.get_close_matches(key, known, 1)
        meant = f"did you mean '{near[0]}'? " if near else ""
        raise ValueError(
            f"a search chooses no '{key}' of a strategy; {meant}there are {', '.join(known)}"
        )
    if key == "mix":
        return _checked_mix(choice)
    low, high = _ENDS[key]
    numbers = choice if isinstance(choice, (tuple, list)) else [choice]
    wrong = [n for n in numbers if not isinstance(n, (int, float)) or not low <= n <= high]
    if wrong or not numbers:
        raise ValueError(f"vary['{key}']: {choice!r} is not within {low:g} to {high:g}")
    if isinstance(choice, tuple):
        if len(choice) != 2 or not choice[0] <= choice[1]:
            raise ValueError(f"vary['{key}']: a range is (low, high), not {choice!r}")
        return tuple(int(n) for n in choice) if key in _WEEKS else _on_steps(choice)
    return choice


def _on_steps(ends: tuple[float, float]) -> tuple[float, float]:
    return round(ends[0], 2), round(ends[1], 2)


def _checked_mix(choice: Any) -> Any:
    if choice == ANY:
        return ANY
    if isinstance(choice, Sequence) and len(choice) == len(MODES) and not isinstance(choice, str):
        mix = [float(part) for part in choice]
        if min(mix) >= 0 and math.isclose(sum(mix), 1, abs_tol=1e-6):
            return _FixedMix(mix)
    raise ValueError(
        f"vary['mix']: \"any\", or four shares of {', '.join(MODES)} that sum to 1, not {choice!r}"
    )


class _FixedMix(list[float]):
    """A mix that is not searched."""


def _parameters(key: str, choice: Any, value: Any) -> dict[str, Any] | None:
    """What a trial has to draw for this value of a key; None if it cannot."""
    if key == "mix" and choice == ANY:
        return None if value is None else dict(zip(_PARTS, parts_of(value), strict=True))
    if isinstance(choice, _FixedMix):
        return {} if value == choice else None
    if isinstance(choice, list):
        return {key: choice.index(value)} if value in choice else None
    if not isinstance(choice, tuple):
        return {} if value == choice else None
    if value is None or not choice[0] <= value <= choice[1]:
        return None
    return {key: int(value) if key in _WEEKS else value}


def mix_of(parts: Sequence[float]) -> list[float]:
    """A mix in whole percents from three numbers of [0, 1].

    Uniform numbers give mixes that are uniform over the simplex: the first takes its part of four, and so
    on (stick breaking; L. Devroye 1986, Non-Uniform Random Variate Generation, chapter XI.4).
    """
    left, mix = 1.0, []
    for place, part in enumerate(parts):
        taken = left * (1 - (1 - part) ** (1 / (len(parts) - place)))
        mix.append(taken)
        left -= taken
    mix.append(left)
    return _in_percents(mix)


def _in_percents(mix: Sequence[float]) -> list[float]:
    """Rounded so that they still sum to 1: the largest remainders are rounded up."""
    scaled = [100 * share for share in mix]
    whole = [math.floor(share + 1e-9) for share in scaled]
    order = sorted(range(len(mix)), key=lambda i: (whole[i] - scaled[i], i))
    for i in order[: 100 - sum(whole)]:
        whole[i] += 1
    return [share / 100 for share in whole]


def parts_of(mix: Sequence[float]) -> list[float]:
    """The three numbers that :func:`mix_of` makes this mix from."""
    left, parts = 1.0, []
    for place, share in enumerate(mix[:-1]):
        rest = 0.0 if left <= 0 else max(left - share, 0) / left
        parts.append(1 - rest ** (len(mix) - 1 - place))
        left -= share
    return parts

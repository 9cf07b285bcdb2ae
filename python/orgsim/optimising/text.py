"""What came of a search, for a person with one minute."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from orgsim.plots.columns import paragraph, table
from orgsim.plots.words import counted, say, translated

from .sample import fronts
from .space import MODES

if TYPE_CHECKING:
    import pandas

    from .result import Optimised
    from .search import Plan

_WEEKS = ("start", "ramp", "duration")
_HEADS = {
    "start": "front_start",
    "ramp": "front_ramp",
    "duration": "front_duration",
    "mix": "front_mix",
    "ai_adoption": "mechanism_ai",
    "redeploy": "front_redeploy",
    "prove": "front_prove",
    "ceo_voice": "front_ceo_voice",
    "budget": "front_budget",
}
# Against the catalogue: surely less, not clear, surely more.
_COMPARED = {
    "npv": ("front_worth_less", "front_worth_same", "front_worth_more"),
    "saved": ("front_saves_less", "front_saves_same", "front_saves_more"),
}


def text_of(found: Optimised) -> str:
    """The whole text, in the language that is set."""
    said = Said(found)
    parts = [
        paragraph(say("front_question", title=translated(found.scenario.title)).strip()),
        [line for text in (said.searched(), said.source()) if text for line in paragraph(text)],
        said.front(),
        said.known(),
        [line for text in said.conclusions() for line in paragraph(text)],
        said.worlds(),
        paragraph(said.legend()),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part)


class Said:
    """The words for one search's figures."""

    def __init__(self, found: Optimised) -> None:
        self._found, self._plan = found, found.plan
        self._shown = found.front
        self._labels = {name: translated(label) for name, label in found.labels.items()}
        shares = [found.front["npv_gain_share"], found.catalogue["npv_gain_share"]]
        self.in_percent = not any(share.isna().any() for share in shares)

    def searched(self) -> str:
        """How much was tried."""
        plan = self._plan
        tried = int(self._found.candidates["generation"].notna().sum())
        keys = say("comma").join(self._found.varied)
        if not self._found.has_luck:
            return say("front_searched_once", candidates=f"{tried:,}", keys=keys)
        units, raced = units_of(plan, plan.units), units_of(plan, self._found.raced)
        said = [say("front_searched", candidates=f"{tried:,}", keys=keys, units=units)]
        if self._found.raced > plan.units:
            said.append(say("front_raced", finalists=plan.finalists, raced=raced))
        return say("between").join(said)

    def source(self) -> str:
        """Where the figures are from."""
        if not self._found.has_luck:
            return ""
        seed = self._found.scenario.run.seed
        where = say("front_seed", seed=seed + 1)
        if self._plan.worlds:
            where = say(
                "front_other_worlds", each=counted(self._plan.each, "replication", "replications")
            )
        return say("front_kept_out", units=units_of(self._plan, self._plan.kept_out), seed=where)

    def front(self) -> list[str]:
        """The table of the front."""
        keys = self._keys()
        heads = [
            "",
            self._npv_head(),
            say("front_saved_head"),
            *(say(_HEADS[key]) for key in keys),
        ]
        rows = [
            [
                f"{number}{'*' * bool(row['dominated'])}",
                *self._both(row),
                *(_chosen(row, k) for k in keys),
            ]
            for number, row in self._shown.iterrows()
        ]
        lines = table(heads, rows)
        starred = say("front_dominated") if self._shown["dominated"].any() else ""
        return [*lines, *(paragraph(starred) if starred else [])]

    def known(self) -> list[str]:
        """The best of the catalogue on the same runs."""
        known = self._found.catalogue
        if not len(known):
            return []
        best = known.iloc[sorted(fronts(known[["npv_gain", "saved"]].to_numpy(float))[0])]
        rows = [[self._labels[str(name)], *self._both(row)] for name, row in best.iterrows()]
        heads = ["", self._npv_head(), say("front_saved_head")]
        return [*paragraph(say("front_catalogue")), *table(heads, rows)]

    def _npv_head(self) -> str:
        return say("front_npv_head" if self.in_percent else "npv_short")

    def _keys(self) -> list[str]:
        """What differs between the strategies, in the order of a scenario file."""
        names = dict.fromkeys("mix" if k.startswith("mix_") else k for k in self._shown.columns)
        return [key for key in names if key in self._found.varied]

    def _both(self, row: pandas.Series[Any]) -> list[str]:
        """A strategy's two figures with their intervals."""
        scale = self._scale(row)
        half = scale * (row["npv_gain_high"] - row["npv_gain_low"]) / 2
        low, high = 100 * row["saved_low"], 100 * row["saved_high"]
        npv, saved = _signed(scale * row["npv_gain"]), f"{100 * row['saved']:.0f}"
        if not self._found.has_luck:
            return [npv, saved]
        return [f"{npv} ±{_number(half)}", f"{saved} ({low:.0f}-{high:.0f})"]

    def _scale(self, row: pandas.Series[Any]) -> float:
        """From money to what is printed."""
        if not self.in_percent:
            return 1.0
        return 100 / self._found.baseline_npv

    def npv(self, row: pandas.Series[Any]) -> str:
        """What a strategy is worth, in words."""
        unit = "front_percent" if self.in_percent else "front_money"
        return say(unit, value=_signed(self._scale(row) * row["npv_gain"]))

    def conclusions(self) -> list[str]:
        """Which is worth most, which saves most often, and what the search had promised."""
        worth, saves = self.best("npv_gain"), self.best("saved")
        if worth["npv_gain_low"] > 0 or (not self._found.has_luck and worth["npv_gain"] > 0):
            first = say(
                "front_worth",
                candidate=worth.name,
                npv=self.npv(worth),
                against=self._against(worth, "npv"),
            )
        else:
            first = say("front_worth_nothing", candidate=worth.name, npv=self.npv(worth))
        share = say("front_percent", value=f"{100 * saves['saved']:.0f}")
        second = say(
            "front_saves", candidate=saves.name, saved=share, against=self._against(saves, "saved")
        )
        if saves["saved"] == 0:
            second = say("front_saves_never")
        if not self._found.has_luck:
            return [first, second]
        promised = worth.copy()
        promised["npv_gain"] = worth["npv_gain_search"]
        saved = say("front_percent", value=f"{100 * saves['saved_search']:.0f}")
        return [first, second, say("front_promised", npv=self.npv(promised), saved=saved)]

    def best(self, column: str) -> pandas.Series[Any]:
        """The row of the front that is largest."""
        other = "saved" if column == "npv_gain" else "npv_gain"
        return self._shown.sort_values([column, other], ascending=False, kind="stable").iloc[0]

    def _against(self, row: pandas.Series[Any], measure: str) -> str:
        """How it compares with the best of the catalogue."""
        gains = self._found.gains
        rows = gains[(gains["candidate"] == row.name) & (gains["measure"] == measure)]
        if not len(rows):
            return ""
        one = rows.iloc[0]
        way = int(one["low"] > 0) - int(one["high"] < 0)
        scale = 100.0 if measure == "saved" else self._scale(row)
        size, half = abs(scale * one["difference"]), scale * (one["high"] - one["low"]) / 2
        value = _number(size) + (f" ±{_number(half)}" if self._found.has_luck else "")
        in_points = measure == "saved" or self.in_percent
        difference = say("front_points" if in_points else "front_money", value=value)
        phrase = _COMPARED[measure][1 + way]
        return say(phrase, difference=difference, other=self._labels[one["against"]])

    def worlds(self) -> list[str]:
        """How sure a strategy is in the worlds."""
        if not self._plan.worlds:
            return []
        rows = []
        for number, row in self._shown.iterrows():
            low, regret = (self._scale(row) * row[f"npv_gain_{k}"] for k in ("q10", "regret"))
            rows.append([str(number), _signed(low), _number(regret)])
        heads = ["", say("front_low_head"), say("front_regret_head")]
        return [*paragraph(say("front_worlds_head")), *table(heads, rows)]

    def legend(self) -> str:
        """What the columns mean."""
        units = say("front_of_worlds" if self._plan.worlds else "front_of_replications")
        mix = say("front_legend_mix") if "mix" in self._keys() else ""
        phrase = "front_legend" if self.in_percent else "front_legend_money"
        if not self._found.has_luck:
            phrase = "front_legend_once"
        said = say(phrase, units_of=units, mix=mix)
        rivals = {firm.strategy for firm in list(self._found.scenario.firms)[1:]}
        told = {"same_as_focal": "front_rivals_same", "answers_focal": "front_rivals_respond"}
        also = [say(told[one]) for one in told if rivals == {one}]
        return say("between").join([said, *also])


def units_of(plan: Plan, count: int) -> str:
    """So many replications, or worlds."""
    if plan.worlds:
        return say("front_worlds", number=f"{count:,}")
    return counted(count, "replication", "replications")


def _chosen(row: pandas.Series[Any], key: str) -> str:
    if key == "mix":
        return "/".join(f"{100 * row[f'mix_{mode}']:.0f}" for mode in MODES)
    value = row[key]
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "-"
    return f"{value:.0f}" if key in _WEEKS else f"{100 * value:.0f}"


def _signed(value: float) -> str:
    text = _number(value)
    return text if value < 0 or not text.strip("0.") else f"+{text}"


def _number(value: float) -> str:
    """A digit behind the point, or as many as four figures take."""
    return f"{value:.1f}" if abs(value) < 1000 else f"{value:.4g}"

"""
The engine of orgsim. Import the package orgsim, not this.
"""

from __future__ import annotations
import collections.abc
import numpy
import numpy.typing
import os
import types
import typing

__all__: list[str] = [
    "Audit",
    "AuditedFile",
    "Distribution",
    "Economics",
    "Environment",
    "EnvironmentAi",
    "Executive",
    "Firm",
    "FirmEntry",
    "Firms",
    "FitDone",
    "FixedScenario",
    "GrantEntry",
    "Grants",
    "Kept",
    "LineState",
    "Lines",
    "Market",
    "MarketChoice",
    "MarketContact",
    "MarketNetwork",
    "MarketRetention",
    "Marketing",
    "Measurement",
    "Mechanisms",
    "Part",
    "Product",
    "Record",
    "Run",
    "RunResult",
    "Scenario",
    "Selection",
    "Simulation",
    "Strategies",
    "Strategy",
    "SweepEstimate",
    "SweepInfo",
    "SweepPlan",
    "SweepReport",
    "UnitsResult",
    "WorldsDrawn",
    "audit_file",
    "commit",
    "copy_results",
    "days_of",
    "departments",
    "describe_all_text",
    "describe_text",
    "digest_of_results",
    "draw_worlds",
    "enough_replications",
    "estimate_sweep",
    "fit_quarters",
    "has_shard",
    "load_shipped",
    "lognormal",
    "made_up_history",
    "magnitudes",
    "mean_interval",
    "merge_sweeps",
    "normal",
    "page_words",
    "plan_sweep",
    "plausible_numbers",
    "read_any",
    "read_results",
    "read_sweep",
    "report_file",
    "rivals",
    "run_into",
    "run_kept",
    "run_outcomes",
    "run_sweep",
    "run_units",
    "saving_verdicts",
    "scenario_of_pickle",
    "schema_text",
    "shipped_names",
    "shipped_translations",
    "short_number",
    "translated",
    "triangular",
    "uniform",
    "unknowns_to_fit",
    "verdicts",
    "wilson",
    "with_numbers",
    "with_rivals",
    "words",
]


class Distribution:
    """
    A number that is drawn once per replication, within the key's range: what uniform(), normal(), triangular() and lognormal() make.
    """

    def __eq__(self, other: object) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    @property
    def arguments(self) -> tuple[float, ...]:
        """
        Its numbers, in the order of the function that made it.
        """

    @property
    def kind(self) -> str:
        """
        Its name.
        """


class Scenario:
    """
    What is simulated: keys with defaults, firms, strategies and grants (docs/scenarios.md). Its parts have an attribute for every key; assigning to one checks it as a file's would be, and raises InputError.
    """

    @staticmethod
    def from_dict(keys: dict[str, typing.Any]) -> Scenario:
        """
        Reads nested dicts, as to_dict() makes them or as a file would say it. Raises InputError.
        """

    @staticmethod
    def from_toml(text: str) -> Scenario:
        """
        Reads TOML text; files that it names lie in the working folder. Raises InputError.
        """

    @staticmethod
    def load(path: str | os.PathLike[str], *, set: collections.abc.Sequence[str] = []) -> Scenario:
        """
        Reads a scenario file (docs/scenarios.md), with settings such as 'market.taste=2' laid over it. Raises InputError with all that is wrong, each with its place.
        """

    def __copy__(self) -> Scenario: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Scenario: ...
    def __eq__(self, other: object) -> bool: ...
    def __init__(self) -> None:
        """
        A scenario of nothing but defaults (docs/model.md gives them with their sources).
        """

    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def copy(self) -> Scenario:
        """
        A scenario of its own.
        """

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """
        Writes the TOML text into a file; one that stands there stays whole until the new one is on the disk. Raises FileExistsError unless it may `overwrite`, OSError if the disk refuses.
        """

    def to_dict(self) -> dict[str, typing.Any]:
        """
        As nested dicts, every default spelled out; from_dict() of it is equal. An edge list is named, not held, as in to_toml().
        """

    def to_toml(self) -> str:
        """
        As TOML text, every default spelled out; from_toml() of it is equal. An edge list (market.network.file) is named, not held: a relative path to it starts from the folder of a file, and from the working folder where text, a dict or a pickle is read.
        """

    def use_network(self, graph: typing.Any, *, directed: bool | None = None) -> None:
        """
        Makes a network the market, and its nodes the customers: an array of pairs of shape (ties, 2), a SciPy sparse matrix (entry [i, j]: i listens to j), a networkx or an igraph graph. `directed`: whether the first of a pair listens to the second; the graph's own kind unless given, False for pairs. Self-loops and doubles are left out and counted in `notes`. Raises InputError, TypeError, ValueError.
        """

    @property
    def economics(self) -> Economics:
        """
        Revenue, budgets and cash
        """

    @property
    def environment(self) -> Environment:
        """
        What no firm decides
        """

    @property
    def executive(self) -> Executive:
        """
        How the budget is divided
        """

    @property
    def firms(self) -> Firms:
        """
        The firms, the focal one first; assign a list of dicts to replace them all.
        """

    @firms.setter
    def firms(self, arg1: collections.abc.Iterable[dict[str, typing.Any]]) -> None: ...
    @property
    def grants(self) -> Grants:
        """
        Grants of experiments, each with firm, department, factor and weeks; assign a list of dicts to replace them all.
        """

    @grants.setter
    def grants(self, arg1: collections.abc.Iterable[dict[str, typing.Any]]) -> None: ...
    @property
    def lines(self) -> Lines:
        """
        The crisis lines and how a strategy is judged
        """

    @property
    def market(self) -> Market:
        """
        Customers and how they behave
        """

    @property
    def marketing(self) -> Marketing:
        """
        How the marketing department works
        """

    @property
    def measurement(self) -> Measurement:
        """
        What can be shown to work
        """

    @property
    def mechanisms(self) -> Mechanisms:
        """
        Switches for counterfactuals
        """

    @property
    def notes(self) -> tuple[str, ...]:
        """
        What is not wrong, but should be known: what was left out of an edge list, people without a tie, rates that look like those of a year, strategies that never begin or change nothing. Runs say it as warnings.
        """

    @property
    def product(self) -> Product:
        """
        Quality, releases and expectations
        """

    @property
    def record(self) -> Record:
        """
        What the results file keeps
        """

    @property
    def run(self) -> Run:
        """
        Length, seed and replications
        """

    @property
    def selection(self) -> Selection:
        """
        Strategies that spread and departments that are dissolved; off without `strategies`
        """

    @property
    def strategies(self) -> Strategies:
        """
        The strategies by name; assign a dict of dicts to replace them all.
        """

    @strategies.setter
    def strategies(self, arg1: dict[str, dict[str, typing.Any]]) -> None: ...
    @property
    def title(self) -> str:
        """
        Heading of reports.
        """

    @title.setter
    def title(self, arg1: str) -> None: ...


class Part:
    """
    A part of a scenario; its attributes are keys.
    """

    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def to_dict(self) -> dict[str, typing.Any]:
        """
        Its keys and values as plain data.
        """


class Strategy(Part):
    """
    A strategy that marketing's head may take, [strategies.NAME]. None where it says nothing; assign None to let it say nothing.
    """

    @property
    def adaptive(self) -> bool:
        """
        strategies.NAME.adaptive
          The head reviews the mix every marketing.review weeks by the value per money
          that it is judged by

          default   false
          value     true or false
        """

    @adaptive.setter
    def adaptive(self, arg1: bool) -> None: ...
    @property
    def ai_adoption(self) -> float | Distribution | None:
        """
        strategies.NAME.ai_adoption
          Target AI adoption; 0 if the strategy names neither ai_adoption nor redeploy

          unit      0..1
          value     a number in [0, 1]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ai_adoption.setter
    def ai_adoption(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def budget(self) -> float | Distribution:
        """
        strategies.NAME.budget
          Factor on marketing's budget while the strategy is in force; the firm pays or
          saves the difference, and pays no more than it can

          default   1.0
          unit      times
          value     a number of at least 0
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget.setter
    def budget(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def ceo_voice(self) -> float | Distribution | None:
        """
        strategies.NAME.ceo_voice
          Voice of the chief executive

          unit      money per person and week
          value     a number of at least 0
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ceo_voice.setter
    def ceo_voice(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def delay(self) -> int | Distribution:
        """
        strategies.NAME.delay
          With `when`: weeks between the state's first week and the beginning

          default   0
          unit      weeks
          value     a whole number in [0, 10000]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @delay.setter
    def delay(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def duration(self) -> int | Distribution | None:
        """
        strategies.NAME.duration
          Weeks after which the strategy is over and mix, AI, proof and voice go back to
          what they were before it, while a strategy that the firm followed before does
          not resume; left out, it goes on

          unit      weeks
          value     a whole number in [1, 1000000]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @duration.setter
    def duration(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def label(self) -> str:
        """
        strategies.NAME.label
          Name for people, in any script; the table's own name if empty

          value     a string
        """

    @label.setter
    def label(self, arg1: str) -> None: ...
    @property
    def mix(self) -> tuple[float, ...] | None:
        """
        strategies.NAME.mix
          Target mix; without one the mix stays

          unit      share of effort: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
        """

    @mix.setter
    def mix(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] | None
    ) -> None: ...
    @property
    def name(self) -> str:
        """
        The name of its table.
        """

    @property
    def prove(self) -> float | Distribution | None:
        """
        strategies.NAME.prove
          Target of proof: how far marketing's effects are shown by tests instead of the
          last touch

          unit      0..1
          value     a number in [0, 1]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @prove.setter
    def prove(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def ramp(self) -> float | Distribution:
        """
        strategies.NAME.ramp
          Time scale on which mix, AI adoption and proof move to their targets

          default   13.0
          unit      weeks
          value     a number of at least 1
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ramp.setter
    def ramp(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def redeploy(self) -> float | Distribution | None:
        """
        strategies.NAME.redeploy
          Share of the people whom AI frees who are redeployed to judgement; the rest
          leave. 0 if the strategy names neither ai_adoption nor redeploy

          unit      share
          value     a number in [0, 1]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @redeploy.setter
    def redeploy(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def start(self) -> int | Distribution | None:
        """
        strategies.NAME.start
          First week of the strategy (or give `when`)

          unit      week
          value     a whole number in [0, 1000000]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @start.setter
    def start(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution | None
    ) -> None: ...
    @property
    def when(self) -> str | None:
        """
        strategies.NAME.when
          State of the firm's marketing that triggers the strategy: a crisis line
          crossed, any of them, or marginalised

          value     one of: budget, capability, structure, marginalised, any
        """

    @when.setter
    def when(self, arg1: str | None) -> None: ...


class FirmEntry(Part):
    """
    One firm, [[firms]]. Its keys are what holds for it, its own or not; assign one to let the firm have its own, and None to let what holds for all hold again.
    """

    @property
    def access(self) -> float | Distribution:
        """
        marketing.access
          How much power marketing needs to be let into product and operations

          default   2.0
          value     a number of at least 0
          source    a department without power is not let into product and operations
                    (Homburg et al. 2015)
          plausible 0 to 4
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @access.setter
    def access(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def accountability(self) -> float | Distribution:
        """
        measurement.accountability
          How far being measurable gives power

          default   0.5
          unit      exponent
          value     a number of at least 0
          source    accountability drives influence (Verhoef & Leeflang 2009)
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @accountability.setter
    def accountability(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def adapt(self) -> float | Distribution:
        """
        marketing.adapt
          How far an adaptive head moves the mix in one review

          default   0.25
          value     a number of at least 0
          plausible 0.125 to 0.5, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @adapt.setter
    def adapt(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def adstock(self) -> float | Distribution:
        """
        marketing.adstock
          Carry-over of broadcast effort

          default   0.85
          unit      per week
          value     a number in [0, 1]
          source    half-life 4 weeks
          plausible 0.7 to 0.95
                    half-life of 2 to 12 weeks
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @adstock.setter
    def adstock(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def ai_cost(self) -> float | Distribution:
        """
        marketing.ai_cost
          Effort that full AI adoption costs

          default   0.1
          unit      share of effort
          value     a number in [0, 1]
          source    tools and training
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ai_cost.setter
    def ai_cost(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def ai_exposure(self) -> tuple[float | str | Distribution, ...]:
        """
        measurement.ai_exposure
          Part of each department's work that AI can take over; marketing's follows from
          its mix

          default   [0.25, "-", 0.3, 0.3]
          unit      share: product, (marketing), sales, operations
          value     a list of product, "-", sales, operations: a number in [0, 1]
          plausible each entry 0.5 to 2 times its default, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ai_exposure.setter
    def ai_exposure(
        self,
        arg1: collections.abc.Iterable[
            typing.SupportsFloat | typing.SupportsIndex | str | Distribution
        ],
    ) -> None: ...
    @property
    def attribution_bias(self) -> float | Distribution:
        """
        measurement.attribution_bias
          What the executive sees: the last touch (1), what was contributed (0), or a
          blend

          default   1.0
          unit      1 last touch, 0 truth
          value     a number in [0, 1]
          plausible 0.5 to 1
                    the last touch prevails
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @attribution_bias.setter
    def attribution_bias(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budget_floor(self) -> float | Distribution:
        """
        economics.budget_floor
          Budget below which no firm falls

          default   0.004
          unit      money per person and week, all firms
          value     a number of at least 0
          plausible 0.002 to 0.008, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_floor.setter
    def budget_floor(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budget_growth(self) -> float | Distribution:
        """
        economics.budget_growth
          Total budget of a firm whose users grow by a factor e a year or more

          default   0.8
          unit      share of revenue
          value     a number of at least 0
          source    sales, marketing and R&D of firms in growth: 60-75 %
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_growth.setter
    def budget_growth(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budget_mature(self) -> float | Distribution:
        """
        economics.budget_mature
          Total budget of a firm that does not grow

          default   0.3
          unit      share of revenue
          value     a number of at least 0
          source    the same firms when growth has ended: 40-45 %
          plausible 0.15 to 0.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_mature.setter
    def budget_mature(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budgeting(self) -> str:
        """
        executive.budgeting
          Kind of executive: how the total budget is set and divided

          default   "incremental"
          value     one of: incremental
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @budgeting.setter
    def budgeting(self, arg1: str) -> None: ...
    @property
    def capture(self) -> float | Distribution:
        """
        measurement.capture
          Part of other channels' wins that is credited to performance marketing at full
          share

          default   0.4
          unit      share
          value     a number in [0, 1]
          source    part of performance marketing's credit that would have come anyway;
                    field experiments find large shares
          plausible 0.2 to 0.8
                    field experiments find large shares that would have come anyway
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @capture.setter
    def capture(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def cash_start(self) -> float | Distribution:
        """
        economics.cash_start
          Cash at week 0

          default   1.0
          unit      money per person, all firms
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @cash_start.setter
    def cash_start(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def cash_weeks(self) -> float | Distribution:
        """
        economics.cash_weeks
          Weeks over which cash in hand may be spent

          default   13.0
          unit      weeks
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    a quarter
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @cash_weeks.setter
    def cash_weeks(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def ceo_voice(self) -> float | Distribution:
        """
        marketing.ceo_voice
          Voice of a chief executive who is the channel, and its cost

          default   0.0
          unit      money per person and week
          value     a number of at least 0
          source    0; a chief executive who is the channel
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ceo_voice.setter
    def ceo_voice(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def churn(self) -> float | Distribution:
        """
        market.retention.churn
          Hazard of giving up the product, of a new user of average quality

          default   0.0108
          unit      per user and week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice, of the order of no-contract customers (10 % gone in month 1,
                    1.5 % a month once settled)
          plausible 0.0054 to 0.0216, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn.setter
    def churn(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def churn_rate(self) -> float | Distribution:
        """
        executive.churn_rate
          Speed at which the churn estimate adjusts

          default   0.05
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.025 to 0.1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_rate.setter
    def churn_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def churn_start(self) -> float | Distribution:
        """
        executive.churn_start
          Churn estimate at week 0

          default   0.015
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.0075 to 0.03, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_start.setter
    def churn_start(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def content_gain(self) -> float | Distribution:
        """
        marketing.content_gain
          What plentiful content adds to operations' effect

          default   1.0
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @content_gain.setter
    def content_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def content_half(self) -> float | Distribution:
        """
        marketing.content_half
          Content that gives half of that gain

          default   0.02
          unit      money per user and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @content_half.setter
    def content_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def craft(self) -> float | Distribution:
        """
        marketing.craft
          Marketing staff who do craft work

          default   0.7
          unit      share of staff
          value     a number in [0, 0.9]
          plausible 0.35 to 0.9, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @craft.setter
    def craft(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def creative_noise(self) -> float | Distribution:
        """
        marketing.creative_noise
          Spread of creative ideas' strength

          default   0.4
          unit      s.d. of the logarithm
          value     a number of at least 0
          plausible 0.2 to 0.8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @creative_noise.setter
    def creative_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def creative_weeks(self) -> int | Distribution:
        """
        marketing.creative_weeks
          Weeks for which one creative idea is used

          default   13
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @creative_weeks.setter
    def creative_weeks(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def critical(self) -> float | Distribution:
        """
        marketing.critical
          Effort at which a mode works at half strength

          default   0.001
          unit      money per person and week
          value     a number of at least 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    a mode needs a minimum effort: focus against spread
          plausible 0.0003 to 0.003, on a logarithmic scale
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @critical.setter
    def critical(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def disruption(self) -> float | Distribution:
        """
        marketing.disruption
          Attention that reorganising costs

          default   0.5
          unit      share of effort lost at distance 1
          value     a number in [0, 1]
          source    reorganising costs attention
          plausible 0.2 to 0.8
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @disruption.setter
    def disruption(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta(self) -> float | Distribution:
        """
        executive.eta
          Speed of reallocation without any scrutiny

          default   0.0022
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    budgets move 1 % a year in a third of firms, 8 % on average (Atsmon
                    2016)
          plausible 0.0011 to 0.0044, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta.setter
    def eta(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def eta_equality(self) -> float | Distribution:
        """
        executive.eta_equality
          Speed at which shares are drawn to equal ones per budget line

          default   0.0
          unit      per week
          value     a number in [0, 1]
          source    0; above 0 for the 1/n bias (Bardolet, Fox & Lovallo 2011)
          plausible 0 to 0.002
                    1/n bias (Bardolet, Fox & Lovallo 2011)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_equality.setter
    def eta_equality(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta_power(self) -> float | Distribution:
        """
        executive.eta_power
          Speed at which shares follow power

          default   0.0028
          unit      per week
          value     a number in [0, 1]
          source    power explains about two fifths of budget changes (Hackman 1985)
          plausible 0.0014 to 0.0056, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_power.setter
    def eta_power(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta_scrutiny(self) -> float | Distribution:
        """
        executive.eta_scrutiny
          What full scrutiny adds to that speed

          default   0.0094
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    the same, in a crisis (Atsmon 2016)
          plausible 0.0047 to 0.0188, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_scrutiny.setter
    def eta_scrutiny(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_base(self) -> float | Distribution:
        """
        product.fit_base
          Fit of a product to its users without any insight

          default   1.0
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_base.setter
    def fit_base(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_gain(self) -> float | Distribution:
        """
        product.fit_gain
          What full insight adds to fit

          default   0.3
          value     a number of at least 0
          source    choice
          plausible 0.15 to 0.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_gain.setter
    def fit_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_noise(self) -> float | Distribution:
        """
        product.fit_noise
          Random part of a release's fit

          default   0.04
          unit      s.d.
          value     a number of at least 0
          source    choice
          plausible 0.02 to 0.08, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_noise.setter
    def fit_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def forget(self) -> float | Distribution:
        """
        marketing.forget
          Speed of forgetting a mode that is not used

          default   0.002
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.001 to 0.004, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @forget.setter
    def forget(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def friction(self) -> float | Distribution:
        """
        executive.friction
          Money withheld, under full scrutiny, from what cannot be measured at all

          default   0.5
          unit      share at full scrutiny
          value     a number in [0, 1]
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @friction.setter
    def friction(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def goodwill_decay(self) -> float | Distribution:
        """
        marketing.goodwill_decay
          Decay of goodwill

          default   0.01
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.004 to 0.03, on a logarithmic scale
                    half-life of half a year to three years
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @goodwill_decay.setter
    def goodwill_decay(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def goodwill_gain(self) -> float | Distribution:
        """
        marketing.goodwill_gain
          Goodwill that share of voice 1 builds in a week

          default   0.027
          value     a number of at least 0
          source    long over short effect about 2
          plausible 0.0135 to 0.054, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @goodwill_gain.setter
    def goodwill_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def growth_rate(self) -> float | Distribution:
        """
        executive.growth_rate
          Speed at which the growth estimate adjusts

          default   0.1
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @growth_rate.setter
    def growth_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def growth_window(self) -> int | Distribution:
        """
        executive.growth_window
          Span over which the growth of users is measured

          default   26
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 13 to 52, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @growth_window.setter
    def growth_window(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def imitation(self) -> float | Distribution:
        """
        product.imitation
          Part of a rival's insight that is copied one release later

          default   0.5
          unit      share
          value     a number in [0, 1]
          source    rivals copy half, one release later
          plausible 0.2 to 0.8
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @imitation.setter
    def imitation(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def injection(self) -> float | Distribution:
        """
        economics.injection
          Outside capital that comes in at full growth and climate 1

          default   0.02
          unit      money per person and week, all firms
          value     a number of at least 0
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @injection.setter
    def injection(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def insight_half(self) -> float | Distribution:
        """
        product.insight_half
          Product-mode effort of marketing that gives half of full insight

          default   0.003
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice
          plausible 0.0015 to 0.006, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @insight_half.setter
    def insight_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def items(self) -> tuple[float | Distribution, ...]:
        """
        executive.items
          Budget lines of each department: equal shares are counted by lines

          default   [1.0, 1.0, 1.0, 1.0]
          unit      budget lines: product, marketing, sales, operations
          value     a list of product, marketing, sales, operations: a number of at
                    least 0
          source    1/n counts lines: partition dependence (Bardolet, Fox & Lovallo
                    2011)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @items.setter
    def items(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def judgement(self) -> tuple[float | Distribution, ...]:
        """
        marketing.judgement
          Judgement, against craft, in each mode's work

          default   [0.25, 0.5, 0.9, 0.65]
          unit      share of work: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    share of judgement against craft in each mode's work
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @judgement.setter
    def judgement(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def learn(self) -> float | Distribution:
        """
        marketing.learn
          Speed of learning a mode that is used enough

          default   0.03
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.015 to 0.06, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @learn.setter
    def learn(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def learn_reference(self) -> float | Distribution:
        """
        marketing.learn_reference
          Effort in a mode at which learning is fastest

          default   0.01
          unit      money per person and week
          value     a number of at least 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.005 to 0.02, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @learn_reference.setter
    def learn_reference(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def measurability(self) -> tuple[float | Distribution, ...]:
        """
        measurement.measurability
          Part of each mode's results that can be shown

          default   [0.35, 0.95, 0.6, 0.6]
          unit      share: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    broadcast is the least, performance the most measurable
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @measurability.setter
    def measurability(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def measurability_department(self) -> tuple[float | str | Distribution, ...]:
        """
        measurement.measurability_department
          Part of each department's results that can be shown; marketing's follows from
          its mix

          default   [0.8, "-", 1.0, 0.95]
          unit      share: product, (marketing), sales, operations
          value     a list of product, "-", sales, operations: a number in [0, 1]
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @measurability_department.setter
    def measurability_department(
        self,
        arg1: collections.abc.Iterable[
            typing.SupportsFloat | typing.SupportsIndex | str | Distribution
        ],
    ) -> None: ...
    @property
    def misuse(self) -> float | Distribution:
        """
        marketing.misuse
          Judgement work lost to AI used where people should judge

          default   0.3
          unit      share of judgement work
          value     a number in [0, 1]
          source    AI used outside its frontier: -19 points correct (Dell'Acqua et al.
                    2023)
          plausible 0.1 to 0.4
                    -19 points outside the frontier (Dell'Acqua et al. 2023)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @misuse.setter
    def misuse(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def mix(self) -> tuple[float, ...]:
        """
        marketing.mix
          Marketing's effort over its modes at week 0

          default   [0.9, 0.1, 0.0, 0.0]
          unit      share of effort: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    a legacy department
          plausible 0.7 to 0.98 for entry 0, the others in proportion
                    a legacy department, more or less so
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @mix.setter
    def mix(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...
    @property
    def most(self) -> float | Distribution:
        """
        executive.most
          What a share moves at most in a week

          default   0.02
          unit      log share per week
          value     a number above 0
          source    no share moves faster
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @most.setter
    def most(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def name(self) -> str:
        """
        Name of the firm; no two have the same.
        """

    @name.setter
    def name(self, arg1: str) -> None: ...
    @property
    def overridden(self) -> frozenset[str]:
        """
        Names of the keys that the firm has for itself.
        """

    @property
    def payroll(self) -> float | Distribution:
        """
        marketing.payroll
          Marketing spend that pays people

          default   0.4
          unit      share of spend
          value     a number in [0, 1]
          source    labour 25 %, agencies 22 % of marketing budgets (Gartner)
          plausible 0.22 to 0.47
                    Gartner: labour 25 %, agencies 22 % of marketing budgets
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @payroll.setter
    def payroll(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def perception_noise(self) -> float | Distribution:
        """
        executive.perception_noise
          Error in the executive's view of a department's return

          default   0.2
          unit      s.d. of the log return
          value     a number of at least 0
          plausible 0.1 to 0.4, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @perception_noise.setter
    def perception_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def perception_rate(self) -> float | Distribution:
        """
        executive.perception_rate
          Speed at which that error changes

          default   0.08
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.04 to 0.16, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @perception_rate.setter
    def perception_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def power_rate(self) -> float | Distribution:
        """
        executive.power_rate
          Speed at which power adjusts

          default   0.02
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    power lags what it stems from by 6 to 36 months (Salancik & Pfeffer
                    1977)
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @power_rate.setter
    def power_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def price(self) -> float | Distribution:
        """
        economics.price
          What a new user pays

          default   1.0
          unit      money per user and week
          value     a number above 0
          source    numeraire
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @price.setter
    def price(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def proficiency(self) -> tuple[float | Distribution, ...]:
        """
        marketing.proficiency
          Proficiency in each mode at week 0

          default   [1.0, 0.2, 0.1, 0.15]
          unit      0..1: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @proficiency.setter
    def proficiency(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def prove_cost(self) -> float | Distribution:
        """
        marketing.prove_cost
          Effort that showing marketing's effects by tests costs

          default   0.05
          unit      share of effort at full proof
          value     a number in [0, 1]
          source    tests and held-out groups
          plausible 0.025 to 0.1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @prove_cost.setter
    def prove_cost(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def q_decay(self) -> float | Distribution:
        """
        product.q_decay
          Decay of quality

          default   0.007
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    20 % a year obsolescence
          plausible 0.0035 to 0.014, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_decay.setter
    def q_decay(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def q_gain(self) -> float | Distribution:
        """
        product.q_gain
          What product spending adds to quality

          default   0.0344
          unit      quality per root money per person and week
          value     a number of at least 0
          source    calibrated; R&D elasticity about .08 within a year
          plausible 0.0172 to 0.0688, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_gain.setter
    def q_gain(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def q_start(self) -> float | Distribution:
        """
        product.q_start
          Quality at week 0 of a firm with talent 1

          default   0.9
          unit      quality
          value     a number of at least 0
          plausible 0.45 to 1.8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_start.setter
    def q_start(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def quality_reference(self) -> float | Distribution:
        """
        product.quality_reference
          Relative quality against which product's contribution is measured

          default   0.82
          unit      relative quality
          value     a number of at least 0
          source    choice
          plausible 0.41 to 1.64, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @quality_reference.setter
    def quality_reference(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def reach(self) -> float | Distribution:
        """
        product.reach
          How far that learning goes

          default   0.8
          unit      share of the best firm's quality
          value     a number in [0, 1]
          source    followers stop short of the best
          plausible 0.4 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @reach.setter
    def reach(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def review(self) -> int | Distribution:
        """
        marketing.review
          Weeks between two reviews of an adaptive head

          default   13
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @review.setter
    def review(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def roi_rate(self) -> float | Distribution:
        """
        executive.roi_rate
          Speed at which the perceived return adjusts

          default   0.08
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.04 to 0.16, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @roi_rate.setter
    def roi_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scarcity_power(self) -> float | Distribution:
        """
        executive.scarcity_power
          What a capital winter adds to that speed

          default   0.0
          value     a number of at least 0
          source    0; above 0 for Pfeffer & Moore 1980
          plausible 0 to 1
                    Pfeffer & Moore 1980 found it, Ezzamel & Bourn 1995 did not
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scarcity_power.setter
    def scarcity_power(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scrutiny_mid(self) -> float | Distribution:
        """
        executive.scrutiny_mid
          Mean of growth and climate at which scrutiny is one half

          default   0.5
          value     any finite number
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scrutiny_mid.setter
    def scrutiny_mid(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scrutiny_slope(self) -> float | Distribution:
        """
        executive.scrutiny_slope
          How sharply scrutiny rises when growth or capital fail

          default   4.0
          value     a number of at least 0
          plausible 2 to 8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scrutiny_slope.setter
    def scrutiny_slope(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def severance(self) -> float | Distribution:
        """
        marketing.severance
          Cost of letting people go

          default   26.0
          unit      weeks of pay
          value     a number of at least 0
          source    half a year
          plausible 13 to 52, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @severance.setter
    def severance(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def share(self) -> tuple[float, ...]:
        """
        executive.share
          Division of the budget at week 0

          default   [0.3, 0.26, 0.25, 0.19]
          unit      share of budget: product, marketing, sales, operations
          value     a list of product, marketing, sales, operations: a number in [0, 1]
          source    software firms: marketing to sales 30:70 to 50:50, R&D 26-34 % of
                    revenue
          plausible 0.13 to 0.39 for entry 1, the others in proportion
                    nothing is known: half to one and a half times the default
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @share.setter
    def share(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...
    @property
    def share_floor(self) -> float | Distribution:
        """
        executive.share_floor
          Share of the budget that every department keeps

          default   0.02
          unit      share
          value     a number in [0, 1]
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @share_floor.setter
    def share_floor(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def spill(self) -> float | Distribution:
        """
        product.spill
          Speed at which a laggard learns from the best firm

          default   0.015
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    followers catch up
          plausible 0.0075 to 0.03, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @spill.setter
    def spill(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def start_penetration(self) -> float | Distribution:
        """
        market.start_penetration
          Users of each firm at week 0

          default   0.01
          unit      share of people per firm
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.005 to 0.02, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @start_penetration.setter
    def start_penetration(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def strategy(self) -> str | None:
        """
        Strategy that the firm follows in every run, same_as_focal or answers_focal; None for none.
        """

    @strategy.setter
    def strategy(self, arg1: str | None) -> None: ...
    @property
    def talent(self) -> float | Distribution:
        """
        product.talent
          Product talent of the firm

          default   1.0
          unit      1 is par
          value     a number of at least 0, or a list of them, one per firm
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @talent.setter
    def talent(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def viral_base(self) -> float | Distribution:
        """
        product.viral_base
          Virality of a product without any insight

          default   0.8
          value     a number of at least 0
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_base.setter
    def viral_base(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def viral_gain(self) -> float | Distribution:
        """
        product.viral_gain
          What full insight adds to virality

          default   0.8
          value     a number of at least 0
          source    choice
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_gain.setter
    def viral_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def viral_noise(self) -> float | Distribution:
        """
        product.viral_noise
          Random part of a release's virality

          default   0.1
          unit      s.d. of the logarithm
          value     a number of at least 0
          source    choice
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_noise.setter
    def viral_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Firms:
    """
    The firms of a scenario, the focal one first: a list whose changes go into it.
    """

    def __delitem__(self, i: typing.SupportsInt | typing.SupportsIndex) -> None:
        """
        Removes firm i. Raises InputError if something refers to it, or it is the last.
        """

    @typing.overload
    def __getitem__(self, i: typing.SupportsInt | typing.SupportsIndex) -> FirmEntry:
        """
        Firm i.
        """

    @typing.overload
    def __getitem__(self, name: str) -> FirmEntry:
        """
        The firm of that name.
        """

    def __iter__(self) -> collections.abc.Iterator[FirmEntry]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def __setitem__(self, i: typing.SupportsInt | typing.SupportsIndex, firm: typing.Any) -> None:
        """
        Replaces firm i by what a dict says. Raises InputError.
        """

    def append(self, firm: typing.Any) -> None:
        """
        Adds a firm: a dict of its name and what it has for itself. Raises InputError.
        """

    def tolist(self) -> list[dict[str, typing.Any]]:
        """
        As a list of dicts.
        """


class Strategies:
    """
    The strategies of a scenario by name, in their order: a dict whose changes go into it.
    """

    def __contains__(self, arg0: str) -> bool: ...
    def __delitem__(self, name: str) -> None:
        """
        Removes it. Raises KeyError, and InputError if a firm follows it.
        """

    def __getitem__(self, name: str) -> Strategy:
        """
        The strategy. Raises KeyError.
        """

    def __iter__(self) -> collections.abc.Iterator[str]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def __setitem__(self, name: str, strategy: typing.Any) -> None:
        """
        Adds or replaces a strategy: a dict of its keys. Raises InputError.
        """

    def items(self) -> list[tuple[str, Strategy]]:
        """
        Names and strategies.
        """

    def keys(self) -> list[str]:
        """
        The names.
        """

    def to_dict(self) -> dict[str, dict[str, typing.Any]]:
        """
        As a dict of dicts.
        """

    def values(self) -> list[Strategy]:
        """
        The strategies.
        """


class GrantEntry:
    """
    One grant, [[grants]]: a dict of firm, department, factor and weeks whose changes go into the scenario.
    """

    def __contains__(self, arg0: str) -> bool: ...
    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getitem__(self, name: str) -> typing.Any:
        """
        The value of a key. Raises KeyError.
        """

    def __iter__(self) -> collections.abc.Iterator[str]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def __setitem__(self, name: str, value: typing.Any) -> None:
        """
        Sets a key. Raises InputError.
        """

    def keys(self) -> list[str]:
        """
        The names of its keys.
        """

    def to_dict(self) -> dict[str, typing.Any]:
        """
        As a dict.
        """


class Grants:
    """
    The grants of a scenario: a list whose changes go into it.
    """

    def __add__(self, more: list[dict[str, typing.Any]]) -> list[dict[str, typing.Any]]:
        """
        A list of dicts of these and more.
        """

    def __delitem__(self, i: typing.SupportsInt | typing.SupportsIndex) -> None:
        """
        Removes grant i.
        """

    def __eq__(self, arg0: typing.Any) -> bool: ...
    def __getitem__(self, i: typing.SupportsInt | typing.SupportsIndex) -> GrantEntry:
        """
        Grant i.
        """

    def __iter__(self) -> collections.abc.Iterator[GrantEntry]: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def __setitem__(self, i: typing.SupportsInt | typing.SupportsIndex, grant: typing.Any) -> None:
        """
        Replaces grant i by what a dict says. Raises InputError.
        """

    def append(self, grant: typing.Any) -> None:
        """
        Adds a grant: a dict of firm, department, factor and weeks. Raises InputError.
        """

    def tolist(self) -> list[dict[str, typing.Any]]:
        """
        As a list of dicts.
        """


class Run(Part):
    """
    [run] Length, seed and replications.
    """

    @property
    def currency(self) -> str:
        """
        run.currency
          Currency, with its multiple, in which amounts are printed, plotted and
          exported, such as "RMB m"; given together with run.money, or neither of them

          value     a string
        """

    @currency.setter
    def currency(self, arg1: str) -> None: ...
    @property
    def money(self) -> float | None:
        """
        run.money
          What one unit of money is in run.currency; the unit is what a new user pays in
          a week at economics.price 1. Without both, amounts are in that unit

          unit      run.currency
          value     a number in (0, 1000000000000]
        """

    @money.setter
    def money(self, arg1: typing.SupportsFloat | typing.SupportsIndex | None) -> None: ...
    @property
    def named(self) -> tuple[str, ...]:
        """
        run.named
          Keys with a plausible range that stand as they are in every world; those that
          the scenario gives if left out

          default   []
          value     a list of names
        """

    @named.setter
    def named(self, arg1: collections.abc.Iterable[str]) -> None: ...
    @property
    def ranges(self) -> str:
        """
        run.ranges
          Which ensemble that comes with orgsim is taken: worlds from plausible ranges,
          or from narrow (half as wide) or wide ones (twice as wide)

          default   "plausible"
          value     one of: plausible, narrow, wide
        """

    @ranges.setter
    def ranges(self, arg1: str) -> None: ...
    @property
    def replications(self) -> int:
        """
        run.replications
          Independent replications of the baseline and of every strategy, on common
          random numbers

          default   100
          unit      runs
          value     a whole number in [1, 1000000]
        """

    @replications.setter
    def replications(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def rivals(self) -> tuple[str, ...] | None:
        """
        run.rivals
          What rivals do in further runs of the default world: same (they take the
          strategy too), respond (once a crisis line of theirs is crossed) or static
          (nothing, as in the first runs); ["same"] if left out, and none for a network

          value     a list of some of: static, same, respond
        """

    @rivals.setter
    def rivals(self, arg1: collections.abc.Iterable[str] | None) -> None: ...
    @property
    def seed(self) -> int:
        """
        run.seed
          Seed of all random streams; the same seed gives the same bytes

          default   1
          value     a whole number in [0, 9007199254740991]
        """

    @seed.setter
    def seed(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def weeks(self) -> int:
        """
        run.weeks
          Length of the run; a week is the tick of the model

          default   520
          unit      weeks
          value     a whole number in [1, 10000]
        """

    @weeks.setter
    def weeks(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def worlds(self) -> int | None:
        """
        run.worlds
          Worlds that fit the evidence in which the answer is looked at besides the
          default one, 0 for none; 100 if left out, and none for a network

          unit      worlds
          value     a whole number in [0, 100000]
        """

    @worlds.setter
    def worlds(self, arg1: typing.SupportsInt | typing.SupportsIndex | None) -> None: ...
    @property
    def worlds_checksum(self) -> str:
        """
        run.worlds_checksum
          Checksum of the worlds that a run was made with; written by orgsim, and
          compared when it is run again

          value     a string
        """

    @worlds_checksum.setter
    def worlds_checksum(self, arg1: str) -> None: ...
    @property
    def worlds_file(self) -> str:
        """
        run.worlds_file
          CSV file of worlds, a column per key and a row per world; the ensemble that
          comes with orgsim if left out

          value     a string
        """

    @worlds_file.setter
    def worlds_file(self, arg1: str) -> None: ...
    @property
    def worlds_replications(self) -> int:
        """
        run.worlds_replications
          Replications of each of twenty worlds, for how much the share saved differs
          between worlds

          default   10
          unit      replications
          value     a whole number in [2, 10000]
        """

    @worlds_replications.setter
    def worlds_replications(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...


class Market(Part):
    """
    [market] Customers and how they behave.
    """

    @property
    def choice(self) -> MarketChoice:
        """
        What they weigh when they choose
        """

    @property
    def contact(self) -> MarketContact:
        """
        How customers hear of a firm
        """

    @property
    def customers(self) -> int | Distribution:
        """
        market.customers
          People at week 0; left out with an edge list, as many as the list has

          default   1000000
          unit      people
          value     a whole number in [2, 10000000000]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @customers.setter
    def customers(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def firms(self) -> int:
        """
        market.firms
          Number of firms (or as many as [[firms]] lists, or 6 with [selection]); firm 0
          is the focal one

          default   3
          unit      firms
          value     a whole number in [1, 16]
        """

    @firms.setter
    def firms(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def habit_levels(self) -> int:
        """
        market.habit_levels
          Number of habit levels that a user may climb

          default   3
          unit      levels
          value     a whole number in [1, 8]
        """

    @habit_levels.setter
    def habit_levels(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def inflow(self) -> float | Distribution:
        """
        market.inflow
          Newcomers: exponential growth rate of the population

          default   0.0
          unit      per year
          value     a number of at least 0
          source    0: a closed market
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @inflow.setter
    def inflow(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def kind(self) -> str:
        """
        market.kind
          How customers are represented: expected flows without any randomness,
          well-mixed whole people, or individuals with neighbours

          default   "pooled"
          value     one of: mean_field, pooled, network
        """

    @kind.setter
    def kind(self, arg1: str) -> None: ...
    @property
    def mass(self) -> tuple[float, ...]:
        """
        market.mass
          Adopter classes, from the readiest to the most reluctant; 1 to 16 of them

          default   [0.16, 0.34, 0.34, 0.16]
          unit      share of people per adopter class
          value     a list, one entry per adopter class: a number in [0, 1]
          source    Rogers' adopter classes: innovators and early adopters, early
                    majority, late majority, laggards
          plausible 0.08 to 0.32 for entry 0, the others in proportion
                    nothing is known: half to twice the default
        """

    @mass.setter
    def mass(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...
    @property
    def network(self) -> MarketNetwork:
        """
        Who listens to whom, where market.kind is network
        """

    @property
    def resistance(self) -> tuple[float | Distribution, ...]:
        """
        market.resistance
          Utility that each adopter class must be offered to adopt with probability one
          half

          default   [-1.0, 0.0, 1.2, 3.0]
          unit      utility per adopter class
          value     a list, one entry per adopter class: any finite number
          source    choice
          plausible each entry 0.5 to 2 times its default, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @resistance.setter
    def resistance(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def retention(self) -> MarketRetention:
        """
        What keeps them
        """

    @property
    def start_penetration(self) -> float | Distribution:
        """
        market.start_penetration
          Users of each firm at week 0

          default   0.01
          unit      share of people per firm
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.005 to 0.02, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @start_penetration.setter
    def start_penetration(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def taste(self) -> float | Distribution:
        """
        market.taste
          Extra utility of each person's favourite firm

          default   2.9
          unit      utility
          value     any finite number
          source    calibrated: stable shares between equal firms
          plausible 1.45 to 5.8, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @taste.setter
    def taste(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...


class MarketContact(Part):
    """
    [market.contact] How customers hear of a firm.
    """

    @property
    def attention(self) -> float | Distribution:
        """
        market.contact.attention
          Exponent of voice in the share of attention

          default   0.5
          value     a number in (0, 1]
          source    exponent of the attraction model; gives the concave response of
                    advertising meta-analyses
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @attention.setter
    def attention(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def attention_noise(self) -> float | Distribution:
        """
        market.contact.attention_noise
          What everybody else spends on the same attention

          default   0.71
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    the attention that everybody else buys
          plausible 0.355 to 1.42, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @attention_noise.setter
    def attention_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def broadcast(self) -> float | Distribution:
        """
        market.contact.broadcast
          Contacts that broadcast advertising makes

          default   0.03
          unit      per person and week at share of voice 1
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated to advertising elasticities .12 short, .24 long
                    (Sethuraman, Tellis & Briesch 2011)
          plausible 0.015 to 0.06, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @broadcast.setter
    def broadcast(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def directness_gain(self) -> float | Distribution:
        """
        market.contact.directness_gain
          What directness 1 adds to organic contacts

          default   2.0
          value     a number of at least 0
          source    choice
          plausible 1 to 4, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @directness_gain.setter
    def directness_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def organic(self) -> float | Distribution:
        """
        market.contact.organic
          Contacts that a product of average quality makes by being found

          default   0.00056
          unit      per person and week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated: half the market within 65-130 weeks
          plausible 0.00028 to 0.00112, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @organic.setter
    def organic(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def performance(self) -> float | Distribution:
        """
        market.contact.performance
          Contacts that performance marketing makes

          default   0.0055
          unit      per person and week at saturation
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.00275 to 0.011, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @performance.setter
    def performance(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def performance_half(self) -> float | Distribution:
        """
        market.contact.performance_half
          Effort of all firms at which half of the performance contacts are made

          default   0.0059
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.00295 to 0.0118, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @performance_half.setter
    def performance_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def referral_gain(self) -> float | Distribution:
        """
        market.contact.referral_gain
          What full engagement adds to word of mouth

          default   0.65
          value     a number of at least 0
          source    calibrated
          plausible 0.325 to 1.3, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @referral_gain.setter
    def referral_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def sales(self) -> float | Distribution:
        """
        market.contact.sales
          Contacts that the sales force makes

          default   0.0194
          unit      per person and week at saturation
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated to selling elasticity .31-.34 (Albers, Mantrala & Sridhar
                    2010)
          plausible 0.0097 to 0.0388, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @sales.setter
    def sales(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def sales_half(self) -> float | Distribution:
        """
        market.contact.sales_half
          Spending of all firms at which half of the sales contacts are made

          default   0.117
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.0585 to 0.234, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @sales_half.setter
    def sales_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def word_of_mouth(self) -> float | Distribution:
        """
        market.contact.word_of_mouth
          Contacts that users of a firm make at virality 1 and average quality

          default   0.0088
          unit      per person and week at full penetration
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated: half the market within 65-130 weeks
          plausible 0.0044 to 0.0176, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @word_of_mouth.setter
    def word_of_mouth(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class MarketChoice(Part):
    """
    [market.choice] What they weigh when they choose.
    """

    @property
    def closing(self) -> float | Distribution:
        """
        market.choice.closing
          What a fully staffed sales force adds when it closes

          default   0.46
          unit      utility
          value     any finite number
          source    calibrated
          plausible 0.23 to 0.92, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @closing.setter
    def closing(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def closing_half(self) -> float | Distribution:
        """
        market.choice.closing_half
          Sales spending at which half of the closing utility is reached

          default   0.0089
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.00445 to 0.0178, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @closing_half.setter
    def closing_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def goodwill(self) -> float | Distribution:
        """
        market.choice.goodwill
          Weight of the firm's goodwill

          default   1.0
          unit      utility per unit of goodwill
          value     any finite number
          source    choice (scale of goodwill)
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @goodwill.setter
    def goodwill(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def quality(self) -> float | Distribution:
        """
        market.choice.quality
          Weight of relative quality

          default   0.87
          unit      utility per unit of relative quality
          value     any finite number
          source    calibrated
          plausible 0.435 to 1.74, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @quality.setter
    def quality(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def switch_cost(self) -> float | Distribution:
        """
        market.choice.switch_cost
          Switching cost: what a user loses by moving to another firm

          default   0.4
          unit      utility
          value     any finite number
          source    calibrated
          plausible 0.2 to 0.8, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @switch_cost.setter
    def switch_cost(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def switch_exposure(self) -> float | Distribution:
        """
        market.choice.switch_exposure
          Contacts of users relative to those of non-users

          default   1.0
          value     a number of at least 0
          source    choice
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @switch_exposure.setter
    def switch_exposure(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def switch_habit(self) -> float | Distribution:
        """
        market.choice.switch_habit
          What each level of habit adds to the switching cost

          default   0.45
          unit      utility per habit level
          value     any finite number
          source    calibrated
          plausible 0.225 to 0.9, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @switch_habit.setter
    def switch_habit(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class MarketRetention(Part):
    """
    [market.retention] What keeps them.
    """

    @property
    def churn(self) -> float | Distribution:
        """
        market.retention.churn
          Hazard of giving up the product, of a new user of average quality

          default   0.0108
          unit      per user and week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice, of the order of no-contract customers (10 % gone in month 1,
                    1.5 % a month once settled)
          plausible 0.0054 to 0.0216, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn.setter
    def churn(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def churn_habit(self) -> float | Distribution:
        """
        market.retention.churn_habit
          Fall of log churn with each habit level

          default   1.07
          unit      per habit level
          value     a number of at least 0
          source    choice, as market.retention.churn
          plausible 0.535 to 2.14, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_habit.setter
    def churn_habit(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def churn_quality(self) -> float | Distribution:
        """
        market.retention.churn_quality
          Fall of log churn with relative quality

          default   1.82
          unit      per unit of relative quality
          value     a number of at least 0
          source    calibrated
          plausible 0.91 to 3.64, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_quality.setter
    def churn_quality(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def engagement_half(self) -> float | Distribution:
        """
        market.retention.engagement_half
          Operations spending at which half of full engagement is reached

          default   0.082
          unit      money per user and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.041 to 0.164, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @engagement_half.setter
    def engagement_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def habit_down(self) -> float | Distribution:
        """
        market.retention.habit_down
          Hazard of falling one habit level

          default   0.023
          unit      per user and week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.0115 to 0.046, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @habit_down.setter
    def habit_down(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def habit_up(self) -> float | Distribution:
        """
        market.retention.habit_up
          Hazard of rising one habit level

          default   0.1
          unit      per user and week at full engagement
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    calibrated
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @habit_up.setter
    def habit_up(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def lapse(self) -> float | Distribution:
        """
        market.retention.lapse
          What those who left some firm must be offered more than those who never came

          default   1.1
          unit      utility
          value     any finite number
          source    choice: who has left is harder to win than who never came
          plausible 0.55 to 2.2, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @lapse.setter
    def lapse(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def natural_habit(self) -> float | Distribution:
        """
        market.retention.natural_habit
          Habit that forms without operations

          default   0.22
          unit      share
          value     a number in [0, 1]
          source    calibrated
          plausible 0.11 to 0.44, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @natural_habit.setter
    def natural_habit(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def rebound(self) -> float | Distribution:
        """
        market.retention.rebound
          How readily those who give up a product take up another at once

          default   0.5
          unit      odds against none at utility 0
          value     a number of at least 0
          source    calibrated: switchers prevail among customers won in a stock market
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @rebound.setter
    def rebound(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...


class MarketNetwork(Part):
    """
    [market.network] Who listens to whom, where market.kind is network.
    """

    @property
    def checksum(self) -> str:
        """
        market.network.checksum
          Of the edge list's bytes (XXH3, 128 bits): another file is refused. Results
          keep it; empty: any file will do

          value     a string
        """

    @checksum.setter
    def checksum(self, arg1: str) -> None: ...
    @property
    def community_size(self) -> int:
        """
        market.network.community_size
          People in a community (communities)

          default   100
          unit      people
          value     a whole number in [2, 1000000]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
        """

    @community_size.setter
    def community_size(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def degree(self) -> int:
        """
        market.network.degree
          Neighbours of a person (small_world, random, implicit, mixing); even in the
          small worlds

          default   8
          unit      neighbours
          value     a whole number in [1, 1000]
        """

    @degree.setter
    def degree(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def degree_cutoff(self) -> int:
        """
        market.network.degree_cutoff
          Largest degree (scale_free)

          default   300
          unit      neighbours
          value     a whole number in [1, 1000000]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
        """

    @degree_cutoff.setter
    def degree_cutoff(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def degree_exponent(self) -> float | Distribution:
        """
        market.network.degree_exponent
          Exponent of the power law of degrees (scale_free)

          default   2.5
          value     a number in [1.5, 10]
          source    2 to 3 in most social networks (Newman 2003)
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @degree_exponent.setter
    def degree_exponent(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def degree_inside(self) -> int:
        """
        market.network.degree_inside
          Neighbours in one's community (communities)

          default   6
          unit      neighbours
          value     a whole number in [0, 1000]
        """

    @degree_inside.setter
    def degree_inside(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def degree_least(self) -> int:
        """
        market.network.degree_least
          Least degree (scale_free)

          default   3
          unit      neighbours
          value     a whole number in [1, 1000]
        """

    @degree_least.setter
    def degree_least(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def degree_outside(self) -> int:
        """
        market.network.degree_outside
          Neighbours anywhere (communities)

          default   2
          unit      neighbours
          value     a whole number in [0, 1000]
        """

    @degree_outside.setter
    def degree_outside(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def directed(self) -> bool:
        """
        market.network.directed
          Whether a line means that the first person listens to the second; otherwise
          both listen (file)

          default   false
          value     true or false
        """

    @directed.setter
    def directed(self, arg1: bool) -> None: ...
    @property
    def file(self) -> str:
        """
        market.network.file
          Edge list: two ids a line, with blanks, commas, semicolons or tabs between; #
          and % begin comments (file). Relative to the file that names it

          unit      path
          value     a string
          source    snap.stanford.edu/data, networkrepository.com, konect.cc
        """

    @file.setter
    def file(self, arg1: str) -> None: ...
    @property
    def homophily(self) -> float | Distribution:
        """
        market.network.homophily
          How far people with the same favourite firm are neighbours: 0 not at all, 1
          wherever it is possible

          default   0.0
          unit      share
          value     a number in [0, 1]
          source    0
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @homophily.setter
    def homophily(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def kind(self) -> str:
        """
        market.network.kind
          small_world: a ring, some of whose ties are rewired. scale_free: degrees of a
          power law. random: all have the same degree. communities: dense groups,
          loosely tied. implicit: a small world that is computed, not stored. mixing:
          neighbours drawn afresh every week. file: an edge list

          default   "small_world"
          value     one of: small_world, scale_free, random, communities, implicit,
                    mixing, file
          source    Watts & Strogatz 1998; Newman 2003 (configuration model); planted
                    partition
        """

    @kind.setter
    def kind(self, arg1: str) -> None: ...
    @property
    def rewiring(self) -> float | Distribution:
        """
        market.network.rewiring
          Share of the ring's ties that lead anywhere instead (small worlds)

          default   0.1
          unit      share
          value     a number in [0, 1]
          source    Watts & Strogatz 1998
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @rewiring.setter
    def rewiring(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Economics(Part):
    """
    [economics] Revenue, budgets and cash.
    """

    @property
    def budget_floor(self) -> float | Distribution:
        """
        economics.budget_floor
          Budget below which no firm falls

          default   0.004
          unit      money per person and week, all firms
          value     a number of at least 0
          plausible 0.002 to 0.008, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_floor.setter
    def budget_floor(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budget_growth(self) -> float | Distribution:
        """
        economics.budget_growth
          Total budget of a firm whose users grow by a factor e a year or more

          default   0.8
          unit      share of revenue
          value     a number of at least 0
          source    sales, marketing and R&D of firms in growth: 60-75 %
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_growth.setter
    def budget_growth(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def budget_mature(self) -> float | Distribution:
        """
        economics.budget_mature
          Total budget of a firm that does not grow

          default   0.3
          unit      share of revenue
          value     a number of at least 0
          source    the same firms when growth has ended: 40-45 %
          plausible 0.15 to 0.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget_mature.setter
    def budget_mature(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def cash_start(self) -> float | Distribution:
        """
        economics.cash_start
          Cash at week 0

          default   1.0
          unit      money per person, all firms
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @cash_start.setter
    def cash_start(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def cash_weeks(self) -> float | Distribution:
        """
        economics.cash_weeks
          Weeks over which cash in hand may be spent

          default   13.0
          unit      weeks
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    a quarter
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @cash_weeks.setter
    def cash_weeks(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def discount(self) -> float | Distribution:
        """
        economics.discount
          Discount rate

          default   0.002
          unit      per week
          value     a number in [0, 1]
          source    10 % a year
          plausible 0.001 to 0.004
                    5 to 23 % a year
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @discount.setter
    def discount(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def friction_waste(self) -> float | Distribution:
        """
        economics.friction_waste
          Part of the money withheld for lack of proof that is spent on producing proof

          default   0.5
          unit      share of the money withheld
          value     a number in [0, 1]
          source    hours spent explaining are not refunded
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @friction_waste.setter
    def friction_waste(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def habit_price(self) -> float | Distribution:
        """
        economics.habit_price
          What each level of habit adds to the price paid

          default   0.19
          unit      share of price per habit level
          value     a number in [0, 1]
          source    expansion revenue: 40 % of new revenue in software services
          plausible 0.095 to 0.38, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @habit_price.setter
    def habit_price(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def injection(self) -> float | Distribution:
        """
        economics.injection
          Outside capital that comes in at full growth and climate 1

          default   0.02
          unit      money per person and week, all firms
          value     a number of at least 0
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @injection.setter
    def injection(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def margin(self) -> float | Distribution:
        """
        economics.margin
          Gross margin

          default   0.7
          unit      share of revenue
          value     a number in [0, 1]
          source    software and online services: 70-75 % gross
          plausible 0.6 to 0.8
                    gross margins of software and online services
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @margin.setter
    def margin(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def price(self) -> float | Distribution:
        """
        economics.price
          What a new user pays

          default   1.0
          unit      money per user and week
          value     a number above 0
          source    numeraire
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @price.setter
    def price(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def winter_cut(self) -> float | Distribution:
        """
        economics.winter_cut
          Cut of the budget in a capital winter

          default   0.0
          unit      share of revenue at climate 0
          value     a number in [0, 1]
          source    0: budgets follow revenue; above 0 the ratio itself is cut
          plausible 0 to 0.12
                    Gartner 2020-21: marketing fell from 11 to 6.4 % of revenue
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @winter_cut.setter
    def winter_cut(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def winter_demand(self) -> float | Distribution:
        """
        economics.winter_demand
          What a capital winter adds to everybody's resistance

          default   0.45
          unit      utility at climate 0
          value     any finite number
          source    demand falls in a downturn
          plausible 0.1 to 0.8
                    demand in downturns
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @winter_demand.setter
    def winter_demand(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def winter_spend(self) -> float | Distribution:
        """
        economics.winter_spend
          How much less users spend in a capital winter

          default   0.2
          unit      share of revenue at climate 0
          value     a number in [0, 1]
          source    people spend less in a downturn
          plausible 0 to 0.2
                    spending in downturns
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @winter_spend.setter
    def winter_spend(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Environment(Part):
    """
    [environment] What no firm decides.
    """

    @property
    def ai(self) -> EnvironmentAi:
        """
        The commoditisation of marketing craft
        """

    @property
    def climate(self) -> tuple[tuple[float, float], ...]:
        """
        environment.climate
          Capital climate: 1 boom, 0 winter

          default   [[0.0, 1.0]]
          unit      (week, 0..1) knots
          value     [week, value] pairs, or { file = "x.csv", week = "COLUMN", value =
                    "COLUMN" }
        """

    @climate.setter
    def climate(
        self,
        arg1: collections.abc.Iterable[
            collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
        ]
        | dict[str, str],
    ) -> None: ...
    @property
    def directness(self) -> tuple[tuple[float, float], ...]:
        """
        environment.directness
          How far users come to products directly, without any channel

          default   [[0.0, 0.0]]
          unit      (week, 0..1) knots
          value     [week, value] pairs, or { file = "x.csv", week = "COLUMN", value =
                    "COLUMN" }
        """

    @directness.setter
    def directness(
        self,
        arg1: collections.abc.Iterable[
            collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
        ]
        | dict[str, str],
    ) -> None: ...


class EnvironmentAi(Part):
    """
    [environment.ai] The commoditisation of marketing craft.
    """

    @property
    def ceiling(self) -> float | Distribution:
        """
        environment.ai.ceiling
          Share of marketing craft that a tool does as well, in the long run

          default   0.0
          unit      0..1
          value     a number in [0, 1]
          source    0 switches AI off
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ceiling.setter
    def ceiling(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def gain(self) -> float | Distribution:
        """
        environment.ai.gain
          What full adoption at parity 1 adds to craft output per head

          default   9.0
          value     a number of at least 0
          source    writing time -40 % today (Noy & Zhang 2023); 9 is fifty people's
                    craft done by five
          plausible 0.3 to 9, on a logarithmic scale
                    .33 to .67 today (Noy & Zhang 2023; Dell'Acqua et al. 2023); 9 is
                    the claim that five do the work of fifty
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @gain.setter
    def gain(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def insource(self) -> float | Distribution:
        """
        environment.ai.insource
          Speed at which a firm learns to do with AI what its departments did

          default   0.05
          unit      per week at full scrutiny and parity
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice
          plausible 0.01 to 0.15, on a logarithmic scale
                    choice
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @insource.setter
    def insource(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def lift(self) -> float | Distribution:
        """
        environment.ai.lift
          How far AI, fully adopted at parity 1, closes the gap to full skill in craft

          default   0.3
          unit      share of the gap to full skill
          value     a number in [0, 1]
          source    AI helps the less skilled most: +43 against +17 % (Dell'Acqua et al.
                    2023)
          plausible 0.15 to 0.6, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @lift.setter
    def lift(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def likeness(self) -> float | Distribution:
        """
        environment.ai.likeness
          How alike AI makes the creative ideas of all firms

          default   0.5
          unit      correlation at full adoption
          value     a number in [0, 1]
          source    outputs more alike (Ju & Aral 2025)
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @likeness.setter
    def likeness(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def midpoint(self) -> float | Distribution:
        """
        environment.ai.midpoint
          Week in which half of the ceiling is reached

          default   260.0
          unit      week
          value     any finite number
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @midpoint.setter
    def midpoint(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def noise(self) -> float | Distribution:
        """
        environment.ai.noise
          What parity 1 adds to the noise that attention is bought against

          default   4.0
          value     a number of at least 0
          source    more content for the same attention: ads per worker +50 % and more
                    alike (Ju & Aral 2025)
          plausible 2 to 8, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @noise.setter
    def noise(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def quality(self) -> float | Distribution:
        """
        environment.ai.quality
          What AI, fully adopted at parity 1, adds to the skill of craft

          default   0.23
          unit      share
          value     a number of at least 0
          source    AI helps the less skilled most: +43 against +17 % (Dell'Acqua et al.
                    2023)
          plausible 0.17 to 0.43
                    +17 to +43 % inside the frontier (Dell'Acqua et al. 2023)
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @quality.setter
    def quality(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def self_serve(self) -> float | Distribution:
        """
        environment.ai.self_serve
          Content that operations make themselves at parity 1, per unit of their
          spending

          default   0.1
          value     a number of at least 0
          source    choice
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @self_serve.setter
    def self_serve(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def width(self) -> float | Distribution:
        """
        environment.ai.width
          Time scale of the S-curve up to the ceiling

          default   25.0
          unit      weeks
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @width.setter
    def width(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...


class Product(Part):
    """
    [product] Quality, releases and expectations.
    """

    @property
    def cycle(self) -> int | Distribution:
        """
        product.cycle
          Weeks from one release to the next

          default   26
          unit      weeks
          value     a whole number in [1, 10000]
          source    two releases a year
          plausible 13 to 52
                    four releases a year to one
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @cycle.setter
    def cycle(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def expectation_rate(self) -> float | Distribution:
        """
        product.expectation_rate
          Speed at which the market's expectation adjusts

          default   0.01
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice
          plausible 0.005 to 0.02, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @expectation_rate.setter
    def expectation_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_base(self) -> float | Distribution:
        """
        product.fit_base
          Fit of a product to its users without any insight

          default   1.0
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_base.setter
    def fit_base(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_gain(self) -> float | Distribution:
        """
        product.fit_gain
          What full insight adds to fit

          default   0.3
          value     a number of at least 0
          source    choice
          plausible 0.15 to 0.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_gain.setter
    def fit_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def fit_noise(self) -> float | Distribution:
        """
        product.fit_noise
          Random part of a release's fit

          default   0.04
          unit      s.d.
          value     a number of at least 0
          source    choice
          plausible 0.02 to 0.08, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @fit_noise.setter
    def fit_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def frontier(self) -> float | Distribution:
        """
        product.frontier
          Quality that technology makes possible at week 0

          default   0.9
          unit      quality
          value     a number above 0
          plausible 0.45 to 1.8, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @frontier.setter
    def frontier(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def frontier_growth(self) -> float | Distribution:
        """
        product.frontier_growth
          Growth rate of that frontier

          default   0.0004
          unit      per week
          value     a number in [0, 1]
          source    2 % a year
          plausible 0.0002 to 0.0008, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @frontier_growth.setter
    def frontier_growth(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def frontier_weight(self) -> float | Distribution:
        """
        product.frontier_weight
          Weight of the frontier, against what users have, in the expectation

          default   0.5
          unit      share
          value     a number in [0, 1]
          source    choice
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @frontier_weight.setter
    def frontier_weight(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def imitation(self) -> float | Distribution:
        """
        product.imitation
          Part of a rival's insight that is copied one release later

          default   0.5
          unit      share
          value     a number in [0, 1]
          source    rivals copy half, one release later
          plausible 0.2 to 0.8
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @imitation.setter
    def imitation(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def insight_half(self) -> float | Distribution:
        """
        product.insight_half
          Product-mode effort of marketing that gives half of full insight

          default   0.003
          unit      money per person and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    choice
          plausible 0.0015 to 0.006, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @insight_half.setter
    def insight_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def q_decay(self) -> float | Distribution:
        """
        product.q_decay
          Decay of quality

          default   0.007
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    20 % a year obsolescence
          plausible 0.0035 to 0.014, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_decay.setter
    def q_decay(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def q_gain(self) -> float | Distribution:
        """
        product.q_gain
          What product spending adds to quality

          default   0.0344
          unit      quality per root money per person and week
          value     a number of at least 0
          source    calibrated; R&D elasticity about .08 within a year
          plausible 0.0172 to 0.0688, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_gain.setter
    def q_gain(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def q_start(self) -> float | Distribution:
        """
        product.q_start
          Quality at week 0 of a firm with talent 1

          default   0.9
          unit      quality
          value     a number of at least 0
          plausible 0.45 to 1.8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @q_start.setter
    def q_start(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def quality_reference(self) -> float | Distribution:
        """
        product.quality_reference
          Relative quality against which product's contribution is measured

          default   0.82
          unit      relative quality
          value     a number of at least 0
          source    choice
          plausible 0.41 to 1.64, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @quality_reference.setter
    def quality_reference(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def reach(self) -> float | Distribution:
        """
        product.reach
          How far that learning goes

          default   0.8
          unit      share of the best firm's quality
          value     a number in [0, 1]
          source    followers stop short of the best
          plausible 0.4 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @reach.setter
    def reach(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def spill(self) -> float | Distribution:
        """
        product.spill
          Speed at which a laggard learns from the best firm

          default   0.015
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    followers catch up
          plausible 0.0075 to 0.03, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @spill.setter
    def spill(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def talent(self) -> float | Distribution:
        """
        product.talent
          Product talent of the firm

          default   1.0
          unit      1 is par
          value     a number of at least 0, or a list of them, one per firm
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @talent.setter
    def talent(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def viral_base(self) -> float | Distribution:
        """
        product.viral_base
          Virality of a product without any insight

          default   0.8
          value     a number of at least 0
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_base.setter
    def viral_base(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def viral_gain(self) -> float | Distribution:
        """
        product.viral_gain
          What full insight adds to virality

          default   0.8
          value     a number of at least 0
          source    choice
          plausible 0.4 to 1.6, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_gain.setter
    def viral_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def viral_noise(self) -> float | Distribution:
        """
        product.viral_noise
          Random part of a release's virality

          default   0.1
          unit      s.d. of the logarithm
          value     a number of at least 0
          source    choice
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @viral_noise.setter
    def viral_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def window(self) -> int | Distribution:
        """
        product.window
          First weeks of each cycle, in which insight can still shape the release

          default   10
          unit      weeks
          value     a whole number in [0, 10000]
          source    once defined, half of the market is locked
          plausible 20 % to 60 % of product.cycle
                    choice
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @window.setter
    def window(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...


class Marketing(Part):
    """
    [marketing] How the marketing department works.
    """

    @property
    def access(self) -> float | Distribution:
        """
        marketing.access
          How much power marketing needs to be let into product and operations

          default   2.0
          value     a number of at least 0
          source    a department without power is not let into product and operations
                    (Homburg et al. 2015)
          plausible 0 to 4
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @access.setter
    def access(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def adapt(self) -> float | Distribution:
        """
        marketing.adapt
          How far an adaptive head moves the mix in one review

          default   0.25
          value     a number of at least 0
          plausible 0.125 to 0.5, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @adapt.setter
    def adapt(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def adstock(self) -> float | Distribution:
        """
        marketing.adstock
          Carry-over of broadcast effort

          default   0.85
          unit      per week
          value     a number in [0, 1]
          source    half-life 4 weeks
          plausible 0.7 to 0.95
                    half-life of 2 to 12 weeks
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @adstock.setter
    def adstock(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def ai_cost(self) -> float | Distribution:
        """
        marketing.ai_cost
          Effort that full AI adoption costs

          default   0.1
          unit      share of effort
          value     a number in [0, 1]
          source    tools and training
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ai_cost.setter
    def ai_cost(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def ceo_voice(self) -> float | Distribution:
        """
        marketing.ceo_voice
          Voice of a chief executive who is the channel, and its cost

          default   0.0
          unit      money per person and week
          value     a number of at least 0
          source    0; a chief executive who is the channel
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ceo_voice.setter
    def ceo_voice(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def content_gain(self) -> float | Distribution:
        """
        marketing.content_gain
          What plentiful content adds to operations' effect

          default   1.0
          value     a number of at least 0
          plausible 0.5 to 2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @content_gain.setter
    def content_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def content_half(self) -> float | Distribution:
        """
        marketing.content_half
          Content that gives half of that gain

          default   0.02
          unit      money per user and week
          value     a number above 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @content_half.setter
    def content_half(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def craft(self) -> float | Distribution:
        """
        marketing.craft
          Marketing staff who do craft work

          default   0.7
          unit      share of staff
          value     a number in [0, 0.9]
          plausible 0.35 to 0.9, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @craft.setter
    def craft(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def creative_noise(self) -> float | Distribution:
        """
        marketing.creative_noise
          Spread of creative ideas' strength

          default   0.4
          unit      s.d. of the logarithm
          value     a number of at least 0
          plausible 0.2 to 0.8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @creative_noise.setter
    def creative_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def creative_weeks(self) -> int | Distribution:
        """
        marketing.creative_weeks
          Weeks for which one creative idea is used

          default   13
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @creative_weeks.setter
    def creative_weeks(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def critical(self) -> float | Distribution:
        """
        marketing.critical
          Effort at which a mode works at half strength

          default   0.001
          unit      money per person and week
          value     a number of at least 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    a mode needs a minimum effort: focus against spread
          plausible 0.0003 to 0.003, on a logarithmic scale
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @critical.setter
    def critical(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def disruption(self) -> float | Distribution:
        """
        marketing.disruption
          Attention that reorganising costs

          default   0.5
          unit      share of effort lost at distance 1
          value     a number in [0, 1]
          source    reorganising costs attention
          plausible 0.2 to 0.8
                    choice
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @disruption.setter
    def disruption(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def forget(self) -> float | Distribution:
        """
        marketing.forget
          Speed of forgetting a mode that is not used

          default   0.002
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.001 to 0.004, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @forget.setter
    def forget(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def goodwill_decay(self) -> float | Distribution:
        """
        marketing.goodwill_decay
          Decay of goodwill

          default   0.01
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.004 to 0.03, on a logarithmic scale
                    half-life of half a year to three years
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @goodwill_decay.setter
    def goodwill_decay(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def goodwill_gain(self) -> float | Distribution:
        """
        marketing.goodwill_gain
          Goodwill that share of voice 1 builds in a week

          default   0.027
          value     a number of at least 0
          source    long over short effect about 2
          plausible 0.0135 to 0.054, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @goodwill_gain.setter
    def goodwill_gain(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def judgement(self) -> tuple[float | Distribution, ...]:
        """
        marketing.judgement
          Judgement, against craft, in each mode's work

          default   [0.25, 0.5, 0.9, 0.65]
          unit      share of work: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    share of judgement against craft in each mode's work
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @judgement.setter
    def judgement(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def learn(self) -> float | Distribution:
        """
        marketing.learn
          Speed of learning a mode that is used enough

          default   0.03
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.015 to 0.06, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @learn.setter
    def learn(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def learn_reference(self) -> float | Distribution:
        """
        marketing.learn_reference
          Effort in a mode at which learning is fastest

          default   0.01
          unit      money per person and week
          value     a number of at least 0
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.005 to 0.02, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @learn_reference.setter
    def learn_reference(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def misuse(self) -> float | Distribution:
        """
        marketing.misuse
          Judgement work lost to AI used where people should judge

          default   0.3
          unit      share of judgement work
          value     a number in [0, 1]
          source    AI used outside its frontier: -19 points correct (Dell'Acqua et al.
                    2023)
          plausible 0.1 to 0.4
                    -19 points outside the frontier (Dell'Acqua et al. 2023)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @misuse.setter
    def misuse(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def mix(self) -> tuple[float, ...]:
        """
        marketing.mix
          Marketing's effort over its modes at week 0

          default   [0.9, 0.1, 0.0, 0.0]
          unit      share of effort: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    a legacy department
          plausible 0.7 to 0.98 for entry 0, the others in proportion
                    a legacy department, more or less so
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @mix.setter
    def mix(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...
    @property
    def payroll(self) -> float | Distribution:
        """
        marketing.payroll
          Marketing spend that pays people

          default   0.4
          unit      share of spend
          value     a number in [0, 1]
          source    labour 25 %, agencies 22 % of marketing budgets (Gartner)
          plausible 0.22 to 0.47
                    Gartner: labour 25 %, agencies 22 % of marketing budgets
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @payroll.setter
    def payroll(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def proficiency(self) -> tuple[float | Distribution, ...]:
        """
        marketing.proficiency
          Proficiency in each mode at week 0

          default   [1.0, 0.2, 0.1, 0.15]
          unit      0..1: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @proficiency.setter
    def proficiency(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def prove_cost(self) -> float | Distribution:
        """
        marketing.prove_cost
          Effort that showing marketing's effects by tests costs

          default   0.05
          unit      share of effort at full proof
          value     a number in [0, 1]
          source    tests and held-out groups
          plausible 0.025 to 0.1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @prove_cost.setter
    def prove_cost(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def review(self) -> int | Distribution:
        """
        marketing.review
          Weeks between two reviews of an adaptive head

          default   13
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 6.5 to 26, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @review.setter
    def review(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def severance(self) -> float | Distribution:
        """
        marketing.severance
          Cost of letting people go

          default   26.0
          unit      weeks of pay
          value     a number of at least 0
          source    half a year
          plausible 13 to 52, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @severance.setter
    def severance(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Measurement(Part):
    """
    [measurement] What can be shown to work.
    """

    @property
    def accountability(self) -> float | Distribution:
        """
        measurement.accountability
          How far being measurable gives power

          default   0.5
          unit      exponent
          value     a number of at least 0
          source    accountability drives influence (Verhoef & Leeflang 2009)
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @accountability.setter
    def accountability(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def ai_exposure(self) -> tuple[float | str | Distribution, ...]:
        """
        measurement.ai_exposure
          Part of each department's work that AI can take over; marketing's follows from
          its mix

          default   [0.25, "-", 0.3, 0.3]
          unit      share: product, (marketing), sales, operations
          value     a list of product, "-", sales, operations: a number in [0, 1]
          plausible each entry 0.5 to 2 times its default, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @ai_exposure.setter
    def ai_exposure(
        self,
        arg1: collections.abc.Iterable[
            typing.SupportsFloat | typing.SupportsIndex | str | Distribution
        ],
    ) -> None: ...
    @property
    def attribution_bias(self) -> float | Distribution:
        """
        measurement.attribution_bias
          What the executive sees: the last touch (1), what was contributed (0), or a
          blend

          default   1.0
          unit      1 last touch, 0 truth
          value     a number in [0, 1]
          plausible 0.5 to 1
                    the last touch prevails
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @attribution_bias.setter
    def attribution_bias(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def capture(self) -> float | Distribution:
        """
        measurement.capture
          Part of other channels' wins that is credited to performance marketing at full
          share

          default   0.4
          unit      share
          value     a number in [0, 1]
          source    part of performance marketing's credit that would have come anyway;
                    field experiments find large shares
          plausible 0.2 to 0.8
                    field experiments find large shares that would have come anyway
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @capture.setter
    def capture(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def measurability(self) -> tuple[float | Distribution, ...]:
        """
        measurement.measurability
          Part of each mode's results that can be shown

          default   [0.35, 0.95, 0.6, 0.6]
          unit      share: broadcast, performance, product, operations
          value     a list of broadcast, performance, product, operations: a number in
                    [0, 1]
          source    broadcast is the least, performance the most measurable
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @measurability.setter
    def measurability(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def measurability_department(self) -> tuple[float | str | Distribution, ...]:
        """
        measurement.measurability_department
          Part of each department's results that can be shown; marketing's follows from
          its mix

          default   [0.8, "-", 1.0, 0.95]
          unit      share: product, (marketing), sales, operations
          value     a list of product, "-", sales, operations: a number in [0, 1]
          plausible each entry 0.5 to 2 times its default, as far as it may be, on a
                    logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @measurability_department.setter
    def measurability_department(
        self,
        arg1: collections.abc.Iterable[
            typing.SupportsFloat | typing.SupportsIndex | str | Distribution
        ],
    ) -> None: ...


class Executive(Part):
    """
    [executive] How the budget is divided.
    """

    @property
    def budgeting(self) -> str:
        """
        executive.budgeting
          Kind of executive: how the total budget is set and divided

          default   "incremental"
          value     one of: incremental
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @budgeting.setter
    def budgeting(self, arg1: str) -> None: ...
    @property
    def churn_rate(self) -> float | Distribution:
        """
        executive.churn_rate
          Speed at which the churn estimate adjusts

          default   0.05
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.025 to 0.1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_rate.setter
    def churn_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def churn_start(self) -> float | Distribution:
        """
        executive.churn_start
          Churn estimate at week 0

          default   0.015
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.0075 to 0.03, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @churn_start.setter
    def churn_start(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta(self) -> float | Distribution:
        """
        executive.eta
          Speed of reallocation without any scrutiny

          default   0.0022
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    budgets move 1 % a year in a third of firms, 8 % on average (Atsmon
                    2016)
          plausible 0.0011 to 0.0044, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta.setter
    def eta(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def eta_equality(self) -> float | Distribution:
        """
        executive.eta_equality
          Speed at which shares are drawn to equal ones per budget line

          default   0.0
          unit      per week
          value     a number in [0, 1]
          source    0; above 0 for the 1/n bias (Bardolet, Fox & Lovallo 2011)
          plausible 0 to 0.002
                    1/n bias (Bardolet, Fox & Lovallo 2011)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_equality.setter
    def eta_equality(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta_power(self) -> float | Distribution:
        """
        executive.eta_power
          Speed at which shares follow power

          default   0.0028
          unit      per week
          value     a number in [0, 1]
          source    power explains about two fifths of budget changes (Hackman 1985)
          plausible 0.0014 to 0.0056, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_power.setter
    def eta_power(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def eta_scrutiny(self) -> float | Distribution:
        """
        executive.eta_scrutiny
          What full scrutiny adds to that speed

          default   0.0094
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    the same, in a crisis (Atsmon 2016)
          plausible 0.0047 to 0.0188, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @eta_scrutiny.setter
    def eta_scrutiny(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def friction(self) -> float | Distribution:
        """
        executive.friction
          Money withheld, under full scrutiny, from what cannot be measured at all

          default   0.5
          unit      share at full scrutiny
          value     a number in [0, 1]
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @friction.setter
    def friction(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def growth_rate(self) -> float | Distribution:
        """
        executive.growth_rate
          Speed at which the growth estimate adjusts

          default   0.1
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.05 to 0.2, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @growth_rate.setter
    def growth_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def growth_window(self) -> int | Distribution:
        """
        executive.growth_window
          Span over which the growth of users is measured

          default   26
          unit      weeks
          value     a whole number in [1, 10000]
          plausible 13 to 52, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @growth_window.setter
    def growth_window(
        self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def items(self) -> tuple[float | Distribution, ...]:
        """
        executive.items
          Budget lines of each department: equal shares are counted by lines

          default   [1.0, 1.0, 1.0, 1.0]
          unit      budget lines: product, marketing, sales, operations
          value     a list of product, marketing, sales, operations: a number of at
                    least 0
          source    1/n counts lines: partition dependence (Bardolet, Fox & Lovallo
                    2011)
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @items.setter
    def items(
        self,
        arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex | Distribution],
    ) -> None: ...
    @property
    def most(self) -> float | Distribution:
        """
        executive.most
          What a share moves at most in a week

          default   0.02
          unit      log share per week
          value     a number above 0
          source    no share moves faster
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @most.setter
    def most(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def perception_noise(self) -> float | Distribution:
        """
        executive.perception_noise
          Error in the executive's view of a department's return

          default   0.2
          unit      s.d. of the log return
          value     a number of at least 0
          plausible 0.1 to 0.4, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @perception_noise.setter
    def perception_noise(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def perception_rate(self) -> float | Distribution:
        """
        executive.perception_rate
          Speed at which that error changes

          default   0.08
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.04 to 0.16, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @perception_rate.setter
    def perception_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def power_rate(self) -> float | Distribution:
        """
        executive.power_rate
          Speed at which power adjusts

          default   0.02
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          source    power lags what it stems from by 6 to 36 months (Salancik & Pfeffer
                    1977)
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @power_rate.setter
    def power_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def roi_rate(self) -> float | Distribution:
        """
        executive.roi_rate
          Speed at which the perceived return adjusts

          default   0.08
          unit      per week
          value     a number in [0, 1]
          scale     logarithmic: what a range of a sweep takes, unless it says linear
          plausible 0.04 to 0.16, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @roi_rate.setter
    def roi_rate(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scarcity_power(self) -> float | Distribution:
        """
        executive.scarcity_power
          What a capital winter adds to that speed

          default   0.0
          value     a number of at least 0
          source    0; above 0 for Pfeffer & Moore 1980
          plausible 0 to 1
                    Pfeffer & Moore 1980 found it, Ezzamel & Bourn 1995 did not
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scarcity_power.setter
    def scarcity_power(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scrutiny_mid(self) -> float | Distribution:
        """
        executive.scrutiny_mid
          Mean of growth and climate at which scrutiny is one half

          default   0.5
          value     any finite number
          plausible 0.25 to 1, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scrutiny_mid.setter
    def scrutiny_mid(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def scrutiny_slope(self) -> float | Distribution:
        """
        executive.scrutiny_slope
          How sharply scrutiny rises when growth or capital fail

          default   4.0
          value     a number of at least 0
          plausible 2 to 8, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @scrutiny_slope.setter
    def scrutiny_slope(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def share(self) -> tuple[float, ...]:
        """
        executive.share
          Division of the budget at week 0

          default   [0.3, 0.26, 0.25, 0.19]
          unit      share of budget: product, marketing, sales, operations
          value     a list of product, marketing, sales, operations: a number in [0, 1]
          source    software firms: marketing to sales 30:70 to 50:50, R&D 26-34 % of
                    revenue
          plausible 0.13 to 0.39 for entry 1, the others in proportion
                    nothing is known: half to one and a half times the default
          firms     a firm may override it in its [[firms]] table, under its last name
        """

    @share.setter
    def share(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...
    @property
    def share_floor(self) -> float | Distribution:
        """
        executive.share_floor
          Share of the budget that every department keeps

          default   0.02
          unit      share
          value     a number in [0, 1]
          plausible 0.01 to 0.04, on a logarithmic scale
                    nothing is known: half to twice the default
          firms     a firm may override it in its [[firms]] table, under its last name
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @share_floor.setter
    def share_floor(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Lines(Part):
    """
    [lines] The crisis lines and how a strategy is judged.
    """

    @property
    def budget(self) -> float | Distribution:
        """
        lines.budget
          Budget line: marketing's real share of the budget falls below this part of its
          initial share

          default   0.5
          unit      share of the initial share
          value     a number in [0, 1]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @budget.setter
    def budget(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def capability(self) -> float | Distribution:
        """
        lines.capability
          Capability line: non-substitutability falls below this

          default   0.5
          value     a number in [0, 1]
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @capability.setter
    def capability(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def judge(self) -> int | Distribution:
        """
        lines.judge
          Weeks over which a strategy is judged

          default   260
          unit      weeks
          value     a whole number in [1, 10000]
          source    five years
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @judge.setter
    def judge(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def structure(self) -> float | Distribution:
        """
        lines.structure
          Structure line: centrality falls below this

          default   0.08
          value     a number in [0, 1]
          source    a third of a fair quarter
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @structure.setter
    def structure(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def sustain(self) -> int | Distribution:
        """
        lines.sustain
          Weeks in a row that the condition must hold

          default   13
          unit      weeks
          value     a whole number in [1, 10000]
          source    a quarter
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @sustain.setter
    def sustain(self, arg1: typing.SupportsInt | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def tolerance(self) -> float | Distribution:
        """
        lines.tolerance
          By how much the lines are moved for the lenient and the strict verdict

          default   0.2
          unit      share of each threshold
          value     a number in [0, 1]
          source    how far verdicts hang on where the lines are drawn
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @tolerance.setter
    def tolerance(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...


class Mechanisms(Part):
    """
    [mechanisms] Switches for counterfactuals.
    """

    @property
    def inflow_off(self) -> float | Distribution:
        """
        mechanisms.inflow_off
          Inflow that replaces market.inflow

          default   0.5
          unit      per year
          value     a number of at least 0
          source    a market that keeps growing, for the counterfactual
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @inflow_off.setter
    def inflow_off(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def politics(self) -> bool:
        """
        mechanisms.politics
          Power enters the reallocation of the budget

          default   true
          value     true or false
        """

    @politics.setter
    def politics(self, arg1: bool) -> None: ...
    @property
    def saturation(self) -> bool:
        """
        mechanisms.saturation
          The pool of non-users drains; off: the population grows at
          mechanisms.inflow_off

          default   true
          value     true or false
        """

    @saturation.setter
    def saturation(self, arg1: bool) -> None: ...


class Selection(Part):
    """
    [selection] Strategies that spread and departments that are dissolved; off without `strategies`.
    """

    @property
    def dissolve(self) -> float | Distribution:
        """
        selection.dissolve
          Real share of the budget below which a marketing department may be dissolved;
          0 for never

          default   0.25
          unit      share of its first real share
          value     a number in [0, 1]
          source    choice: half of what the budget line takes
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @dissolve.setter
    def dissolve(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def imitation(self) -> float | Distribution:
        """
        selection.imitation
          How likely a firm is to copy the strategy of the firm that it takes for the
          most profitable

          default   0.2
          unit      probability per review
          value     a number in [0, 1]
          source    choice; success is imitated where it cannot be computed (Alchian
                    1950)
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @imitation.setter
    def imitation(
        self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution
    ) -> None: ...
    @property
    def noise(self) -> float | Distribution:
        """
        selection.noise
          Error in a firm's view of each firm's profit per user

          default   0.02
          unit      money per user and week
          value     a number of at least 0
          source    choice
          drawn     may be { uniform = [a, b] }, { normal = [m, s] }, { triangular = [a,
                    c, b] } or { lognormal = [m, s] }: one draw per replication, within
                    the range
        """

    @noise.setter
    def noise(self, arg1: typing.SupportsFloat | typing.SupportsIndex | Distribution) -> None: ...
    @property
    def patience(self) -> int:
        """
        selection.patience
          Weeks in a row below it after which the department is dissolved

          default   52
          unit      weeks
          value     a whole number in [1, 10000]
          source    choice: a budget year
        """

    @patience.setter
    def patience(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def review(self) -> int:
        """
        selection.review
          Weeks from one review, at which firms may copy a strategy, to the next

          default   52
          unit      weeks
          value     a whole number in [1, 10000]
          source    a year
        """

    @review.setter
    def review(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...
    @property
    def rivals(self) -> str:
        """
        selection.rivals
          What every firm but the first does at reviews: the same as it (same), keep
          what it began with (static), or the same once a crisis line of its own has
          been crossed (respond)

          default   "same"
          value     one of: static, same, respond
        """

    @rivals.setter
    def rivals(self, arg1: str) -> None: ...
    @property
    def strategies(self) -> tuple[str, ...]:
        """
        selection.strategies
          What firms may begin with: names under [strategies], or "none"; each firm
          draws one of them, unless its [[firms]] table names one. Nothing is selected
          without it

          default   []
          value     a list of names
        """

    @strategies.setter
    def strategies(self, arg1: collections.abc.Iterable[str]) -> None: ...
    @property
    def weights(self) -> tuple[float, ...]:
        """
        selection.weights
          How often each of them is drawn, relative to the others; all alike if left out

          default   []
          value     a list, one entry per strategy: a number of at least 0
        """

    @weights.setter
    def weights(
        self, arg1: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
    ) -> None: ...


class Record(Part):
    """
    [record] What the results file keeps.
    """

    @property
    def precision(self) -> str:
        """
        record.precision
          Floating-point format of the trajectories: 32 or 64 bits

          default   "single"
          value     one of: single, double
        """

    @precision.setter
    def precision(self, arg1: str) -> None: ...
    @property
    def trajectories(self) -> int:
        """
        record.trajectories
          Replications, from the first on, whose full trajectories and decision audit go
          into the results file; run.replications or more means all

          default   8
          unit      replications
          value     a whole number in [0, 1000000]
        """

    @trajectories.setter
    def trajectories(self, arg1: typing.SupportsInt | typing.SupportsIndex) -> None: ...


class FixedScenario(Scenario):
    """
    The scenario of a simulation or of results: it can be read and copied, not changed.
    """


class Audit:
    """
    Why each department's log share moved in the last week; the five sum to the change (docs/model.md, 3.6). Each is a read-only array over the departments.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    @property
    def credit(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        change of log share due to credited returns, in log share per week; made anew every week.
        """

    @property
    def equality(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        change of log share due to the pull to equal shares, in log share per week; made anew every week.
        """

    @property
    def noise(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        change of log share due to perception errors, in log share per week; made anew every week.
        """

    @property
    def power(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        change of log share due to power, in log share per week; made anew every week.
        """

    @property
    def rest(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        change of log share due to clipping, floor, normalisation and decisions, in log share per week; made anew every week.
        """


class LineState:
    """
    The crisis lines of marketing: budget, capability, structure (docs/model.md, 3.7).
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    @property
    def crossed(self) -> numpy.typing.NDArray[numpy.bool]:
        """
        Whether each line is crossed in this week; read-only array over the lines.
        """

    @property
    def first(self) -> types.MappingProxyType[str, int | None]:
        """
        First week of each state (the lines, and marginalised); None if it has not come.
        """

    @property
    def weeks_held(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        Weeks in a row that each line's condition has held; read-only array over the lines.
        """


class Firm:
    """
    What a firm carries from week to week and what it made of the last one (docs/model.md, 3). Money is per week. Arrays are read-only and follow the simulation: copy one to keep it. Departments are product, marketing, sales, operations, modes broadcast, performance, product, operations, channels broadcast, performance, sales, organic, word_of_mouth.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def decide(
        self,
        *,
        share: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
        | dict[str, typing.SupportsFloat | typing.SupportsIndex]
        | None = None,
        marketing_budget: typing.SupportsFloat | typing.SupportsIndex | None = None,
        mix: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex]
        | dict[str, typing.SupportsFloat | typing.SupportsIndex]
        | None = None,
        hold: bool = False,
    ) -> None:
        """
        Acts in the firm's stead from the next week on: `share`, the departments' shares of the budget, from which the executive then goes on; `marketing_budget`, a factor on marketing's budget, 1 for none, which the firm pays and which holds until it is decided anew; `mix`, marketing's effort over its modes, from which its head then goes on. Lists in the order of the departments and modes, or dicts by their names. With `hold` the shares and the mix that are given stay until they are decided anew (docs/model.md, 3.9). Raises InputError, and then nothing has changed.
        """

    @property
    def adopted(self) -> float:
        """
        customers won from among the non-users, in people per week; made anew every week.
        """

    @property
    def adstock(self) -> float:
        """
        V: broadcast effort that is still heard, in money per person and week; carried from week to week.
        """

    @property
    def ai_adoption(self) -> float:
        """
        alpha: how far marketing has adopted AI, 0 to 1; carried from week to week.
        """

    @property
    def audit(self) -> Audit:
        """
        Why the log shares moved.
        """

    @property
    def brand(self) -> float:
        """
        share of acceptances that goodwill brought about; made anew every week.
        """

    @property
    def budget(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        b_d: budget, with grants; marketing's times the factor of its strategy, in money per week; made anew every week.
        """

    @property
    def budget_factor(self) -> float:
        """
        what a strategy multiplies marketing's budget by; carried from week to week.
        """

    @property
    def cash(self) -> float:
        """
        cash after the week, in money; carried from week to week.
        """

    @property
    def centrality(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        share of the contributed value; made anew every week.
        """

    @property
    def ceo_voice(self) -> float:
        """
        voice of the chief executive, in money per person and week; carried from week to week.
        """

    @property
    def churn(self) -> float:
        """
        c: the estimate of the share of users lost, in per week; carried from week to week.
        """

    @property
    def closing(self) -> float:
        """
        kcl: share of acceptances that sales closed; made anew every week.
        """

    @property
    def contributed(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        value that the department's work had a part in, in money per week; made anew every week.
        """

    @property
    def cost(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        cost_d: what the department cost the firm, in money per week; made anew every week.
        """

    @property
    def creative(self) -> float:
        """
        creative_f: strength of the creative idea in use, mean 1; carried from week to week.
        """

    @property
    def credited(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        value that the department is credited with, in money per week; made anew every week.
        """

    @property
    def effort(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        E_m: effective effort in each mode, in money per person and week; made anew every week.
        """

    @property
    def engagement(self) -> float:
        """
        o: engagement of the users, 0 to 1; made anew every week.
        """

    @property
    def fit(self) -> float:
        """
        fit of the product to its users; carried from week to week.
        """

    @property
    def fit_alone(self) -> float:
        """
        fit0: fit without marketing's insight; carried from week to week.
        """

    @property
    def freed(self) -> float:
        """
        share of marketing's people whose craft AI does; made anew every week.
        """

    @property
    def friction(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        phi_d: part of the budget withheld for lack of proof; made anew every week.
        """

    @property
    def goodwill(self) -> float:
        """
        G: goodwill; carried from week to week.
        """

    @property
    def granted(self) -> float:
        """
        money of grants, paid from outside, in money per week; made anew every week.
        """

    @property
    def growth(self) -> float:
        """
        g: the executive's estimate of user growth, in per year; carried from week to week.
        """

    @property
    def growth_clipped(self) -> float:
        """
        gc: that estimate, clipped to 0..1, in per year; made anew every week.
        """

    @property
    def injection(self) -> float:
        """
        I: capital from investors, in money per week; made anew every week.
        """

    @property
    def insight_sum(self) -> float:
        """
        product-mode effort in this cycle's window so far, summed, in money per person and week; carried from week to week.
        """

    @property
    def insourced(self) -> float:
        """
        H: how far the firm has learnt to do with AI what its departments did; carried from week to week.
        """

    @property
    def judgement(self) -> float:
        """
        J: judgement, 1 without AI; made anew every week.
        """

    @property
    def last_touch(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        value recorded for the department by last touch, in money per week; made anew every week.
        """

    @property
    def left(self) -> float:
        """
        customers lost to no product at all, in people per week; made anew every week.
        """

    @property
    def level(self) -> float:
        """
        crisis lines that marketing has crossed, in lines; made anew every week.
        """

    @property
    def lines(self) -> LineState:
        """
        The crisis lines.
        """

    @property
    def log_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        ln x_d: logarithm of that share; carried from week to week.
        """

    @property
    def log_share_before(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        logarithm of the share before reallocation; made anew every week.
        """

    @property
    def lost(self) -> float:
        """
        lost_f: customers lost: left and switched away, in people per week; made anew every week.
        """

    @property
    def ltv(self) -> float:
        """
        LTV: lifetime value of a customer, in money per user; made anew every week.
        """

    @property
    def measurability(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        M_d: part of the results that can be shown; made anew every week.
        """

    @property
    def mix(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        mix_m: marketing's effort over its modes; sums to 1; carried from week to week.
        """

    @property
    def mode_contributed(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        value that each mode had a part in, in money per week; carried from week to week.
        """

    @property
    def mode_credit(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        last-touch value of each mode, in money per week; carried from week to week.
        """

    @property
    def moving(self) -> float:
        """
        half the L1 distance from mix to target mix; made anew every week.
        """

    @property
    def non_substitutability(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        part of the work that AI cannot take over; made anew every week.
        """

    @property
    def own_insight(self) -> float:
        """
        own: insight of the last release; carried from week to week.
        """

    @property
    def own_voice(self) -> float:
        """
        V/U: adstock's part in the firm's voice; made anew every week.
        """

    @property
    def per_head(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        e_d: spend per person of the market, in money per person and week; made anew every week.
        """

    @property
    def perception(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        eps_d: error in how each return is perceived, in logarithms; carried from week to week.
        """

    @property
    def performance_share(self) -> float:
        """
        P-share: the firm's part in all performance contacts; made anew every week.
        """

    @property
    def power(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        power after the week; departments sum to 1; carried from week to week.
        """

    @property
    def product_quality(self) -> float:
        """
        Q: quality of the product itself; carried from week to week.
        """

    @property
    def proficiency(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        xi_m: marketing's proficiency in each mode; carried from week to week.
        """

    @property
    def profit(self) -> float:
        """
        profit, in money per week; made anew every week.
        """

    @property
    def proof(self) -> float:
        """
        v: how far marketing's effects are shown by tests; carried from week to week.
        """

    @property
    def psi(self) -> float:
        """
        part of the engagement that marketing's content brought about; made anew every week.
        """

    @property
    def pull(self) -> float:
        """
        share of acceptances that quality brought about; made anew every week.
        """

    @property
    def quality(self) -> float:
        """
        q: quality relative to what the market expects; made anew every week.
        """

    @property
    def real_share(self) -> float:
        """
        marketing's share of the budget that is not withheld, times its strategy's factor if below 1; made anew every week.
        """

    @property
    def redeploy(self) -> float:
        """
        r: share of freed people who are redeployed to judgement; carried from week to week.
        """

    @property
    def revenue(self) -> float:
        """
        R: revenue, in money per week; made anew every week.
        """

    @property
    def roi(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        roi_d: perceived return of the department, in money per money; carried from week to week.
        """

    @property
    def sales_force(self) -> float:
        """
        closing_f: staffing of sales, 0 to 1; made anew every week.
        """

    @property
    def scrutiny(self) -> float:
        """
        sigma: how closely spending is watched, 0 to 1; made anew every week.
        """

    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        x_d: share of the budget after reallocation; carried from week to week.
        """

    @property
    def share_of_voice(self) -> float:
        """
        sov: share of the market's attention; made anew every week.
        """

    @property
    def spend(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        spend_d: money that reached the department's work, in money per week; carried from week to week.
        """

    @property
    def staff(self) -> float:
        """
        marketing staff relative to no AI; carried from week to week.
        """

    @property
    def switched(self) -> float:
        """
        customers won from other firms, in people per week; made anew every week.
        """

    @property
    def switched_away(self) -> float:
        """
        customers lost to other firms, in people per week; made anew every week.
        """

    @property
    def total_budget(self) -> float:
        """
        B: the whole budget, before grants, in money per week; made anew every week.
        """

    @property
    def users(self) -> float:
        """
        n_f: users at the week's start, after newcomers, in people; made anew every week.
        """

    @property
    def users_end(self) -> float:
        """
        users after the week, in people; made anew every week.
        """

    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        A_j: value won through each channel, in money per week; made anew every week.
        """

    @property
    def virality(self) -> float:
        """
        virality of the product; carried from week to week.
        """

    @property
    def virality_alone(self) -> float:
        """
        virality0: virality without marketing's insight; carried from week to week.
        """

    @property
    def won(self) -> float:
        """
        customers won: adopters and switchers, in people per week; made anew every week.
        """

    @property
    def won_by_channel(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        customers won through each channel, in people per week; made anew every week.
        """


class Simulation:
    """
    One run of the model of docs/model.md (which names the sources of every equation) as a value: step it, copy it (a fork), compare it, save it. The same scenario, seed, replication and strategy give the same numbers as run() and the command line.
    """

    @staticmethod
    def restore(bytes: bytes) -> Simulation:
        """
        The simulation that save() was called on, which goes on exactly like it. Raises InputError if the bytes are damaged or of another version of orgsim.
        """

    def __copy__(self) -> Simulation: ...
    def __deepcopy__(self, memo: dict[str, typing.Any]) -> Simulation: ...
    def __eq__(self, other: object) -> bool: ...
    def __init__(
        self,
        scenario: Scenario,
        replication: typing.SupportsInt | typing.SupportsIndex = 0,
        *,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        The baseline of one replication before week 0: the same numbers as that replication of run(). `threads` may share the weeks of a network. Raises InputError for all that is wrong with the scenario, KeyboardInterrupt.
        """

    def __reduce__(self) -> tuple[typing.Any, tuple[typing.Any, ...]]: ...
    def __repr__(self) -> str: ...
    def begin(self, name: str, firm: typing.SupportsInt | typing.SupportsIndex = 0) -> None:
        """
        Gives a firm a strategy of the scenario: it takes over in its first week, or now if that has passed. Raises InputError for an unknown strategy or firm.
        """

    def copy(self) -> Simulation:
        """
        A fork: equal, and independent from now on.
        """

    def hazards(self) -> dict[str, typing.Any]:
        """
        What customers faced in the last week (docs/model.md, 3.4) as a dict of arrays, copies: contact (firm, channel) and reach (firm) per person and week, utility (favourite, firm), resistance (class), adoption (favourite, class, firm) the probability of accepting, both also of people who have lapsed (resistance_lapsed, adoption_lapsed), switching (favourite, provider, habit, firm) likewise, leaving (provider, habit) of giving up, taken_up (provider, firm) the probability that one who gives up goes on to that firm, rising (provider) and falling per week. Their equations and sources: docs/model.md. Raises InputError before the first week.
        """

    def run(
        self,
        until: typing.SupportsInt | typing.SupportsIndex | None = None,
        *,
        stop: collections.abc.Callable[[Simulation], typing.Any] | None = None,
        observe: collections.abc.Callable[[Simulation], typing.Any] | None = None,
        every: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> None:
        """
        Simulates up to `until` weeks are done, None for all of the scenario's. After every `every` weeks, and at the end, `observe` is called with the simulation, then `stop`, which ends the run by returning true. Other Python threads go on meanwhile. Raises InputError for a week that has passed or never comes, KeyboardInterrupt (after a whole week: it can be gone on with), and what the two raise.
        """

    def save(self) -> bytes:
        """
        All that it is, as bytes for restore().
        """

    def state(self) -> dict[str, typing.Any]:
        """
        Every recorded series in the last week (docs/results.md) as a dict of arrays of shape (), (firms,), or (firms, departments, modes or channels); `audit` is a dict of (firms, departments), `week` the week. Copies: they stay as they are. Raises InputError before the first week.
        """

    def step(self) -> None:
        """
        Simulates one week. Raises InputError at the end of the run.
        """

    @property
    def firms(self) -> tuple[Firm, ...]:
        """
        The firms' states, the focal one first; they follow the simulation.
        """

    @property
    def scenario(self) -> FixedScenario:
        """
        The scenario as drawn for the replication: read-only, copy() makes one that can be changed.
        """

    @property
    def week(self) -> int:
        """
        The week that was simulated last; -1 before the first.
        """

    @property
    def weeks_done(self) -> int:
        """
        Weeks simulated so far: the week that step() simulates next.
        """


class RunResult:
    """
    What summaries are made of.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def doubts(self) -> dict[str, typing.Any]:
        """
        The groups of other worlds and rivals that were run: worlds, worlds/outcomes, rivals/outcomes.
        """

    def headline(
        self, strategies: collections.abc.Sequence[str], language: str = "en"
    ) -> list[str]:
        """
        The sentences of the summary's conclusion on these strategies, for a title. ValueError.
        """

    def outcomes(self) -> tuple[str, dict[str, typing.Any], dict[str, typing.Any]]:
        """
        The group `outcomes`.
        """

    def summary_json(self, language: str = "en") -> str:
        """
        The facts of the summary (docs/results.md), the conclusion in "en" or "zh". ValueError.
        """

    def summary_text(self, language: str = "en") -> str:
        """
        The summary as the terminal shows it, in "en" or "zh". ValueError.
        """

    @property
    def replications(self) -> int:
        """
        Number of replications.
        """

    @property
    def scenario(self) -> FixedScenario:
        """
        The scenario that was run: read-only, copy() makes one that can be changed.
        """

    @property
    def strategies(self) -> list[str]:
        """
        Names of what was run, the baseline first.
        """


class Kept:
    """
    Results in memory.
    """

    @staticmethod
    def from_bytes(bytes: bytes) -> Kept:
        """
        What bytes() was called on. Raises InputError if they are damaged.
        """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def bytes(self) -> bytes:
        """
        All of it.
        """

    def group(self, name: str) -> tuple[str, dict[str, typing.Any], dict[str, typing.Any]] | None:
        """
        A group of the results file, or None if no replication is kept in full.
        """

    def report(self, path: str | os.PathLike[str], language: str, overwrite: bool = False) -> None:
        """
        Writes a page for a browser. Raises InputError, OSError.
        """

    def write(self, path: str | os.PathLike[str], overwrite: bool = False) -> None:
        """
        Writes the results file. Raises InputError, OSError.
        """

    @property
    def result(self) -> RunResult:
        """
        What summaries are made of; it lives in these results.
        """


class UnitsResult:
    """
    What came of an experiment: of each of its units as many numbers.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def report(self, path: str | os.PathLike[str], language: str, overwrite: bool) -> None:
        """
        Writes a page for a browser. Raises InputError, OSError.
        """

    def summary_json(self, language: str) -> str:
        """
        The summary as JSON.
        """

    def summary_text(self, language: str) -> str:
        """
        The summary for people, in 80 columns.
        """

    def write(self, path: str | os.PathLike[str], overwrite: bool) -> None:
        """
        Writes the file that the program writes. Raises InputError, OSError.
        """

    @property
    def axes(self) -> list[dict[str, typing.Any]]:
        """
        A dict for each axis: name, meaning, unit, values.
        """

    @property
    def experiment(self) -> str:
        """
        Its name.
        """

    @property
    def options(self) -> str:
        """
        The experiment's own options, all of them, as TOML.
        """

    @property
    def places(self) -> list[tuple[str, int]]:
        """
        Variant and replication of each unit.
        """

    @property
    def scenario(self) -> FixedScenario:
        """
        The scenario that was run, read-only.
        """

    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        An array of shape (units, axes ...).
        """


class AuditedFile:
    """
    What came of the audit of a results file.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def summary_json(self, language: str) -> str:
        """
        The summary as JSON.
        """

    def summary_text(self, language: str) -> str:
        """
        The summary for people, in 80 columns.
        """

    @property
    def result(self) -> UnitsResult:
        """
        What its units came to: the replications that the file keeps in full.
        """


class SweepPlan:
    """
    What a sweep is going to run.
    """

    def __len__(self) -> int:
        """
        Number of points.
        """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def values_at(
        self, shares: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]
    ) -> numpy.typing.NDArray[numpy.float64]:
        """
        What the keys are at shares of their probability, an array of shape (points, keys) of numbers from 0 to 1. Raises ValueError.
        """

    @property
    def axes(self) -> list[dict[str, typing.Any]]:
        """
        A dict for everything that varies: name, keys, unit, kind ("values", "range" or a distribution's), arguments, whole, scale; and share_of, the key of which a range is a share.
        """

    @property
    def keys(self) -> list[str]:
        """
        What varies.
        """

    @property
    def replications(self) -> int:
        """
        Replications of every point.
        """

    @property
    def strategies(self) -> list[str]:
        """
        Names of what is run, the baseline first.
        """


class SweepEstimate:
    """
    What a sweep will cost.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    @property
    def file(self) -> float:
        """
        Bytes of the file, before compression.
        """

    @property
    def memory(self) -> float:
        """
        Bytes of memory.
        """

    @property
    def runs(self) -> float:
        """
        Runs of all replications of all points.
        """

    @property
    def seconds(self) -> float:
        """
        Seconds for all; at least, if `timed` is 0.
        """

    @property
    def timed(self) -> int:
        """
        Replications that were timed.
        """


class SweepReport:
    """
    How a sweep went.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    @property
    def complete(self) -> bool:
        """
        Whether every point is done or has failed.
        """

    @property
    def failed(self) -> int:
        """
        Points that failed.
        """

    @property
    def points(self) -> int:
        """
        Points of the shard.
        """

    @property
    def ran(self) -> int:
        """
        Points that were run now.
        """

    @property
    def timed_out(self) -> int:
        """
        Points that took too long.
        """

    @property
    def wide(self) -> int:
        """
        Points whose intervals are still wider than `until`.
        """

    @property
    def widest(self) -> float:
        """
        The widest of them, in percentage points.
        """

    @property
    def written(self) -> bool:
        """
        Whether the file was written.
        """


class SweepInfo:
    """
    What a sweep's file is of.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def scenario_at(
        self,
        point: typing.SupportsInt | typing.SupportsIndex,
        values: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    ) -> Scenario:
        """
        The scenario of a point, given the values of its keys. Raises InputError if they contradict.
        """

    @property
    def axes(self) -> list[dict[str, typing.Any]]:
        """
        As those of the plan.
        """

    @property
    def complete(self) -> bool:
        """
        Whether every point is done or has failed.
        """

    @property
    def deterministic(self) -> bool:
        """
        Whether all replications of a point would be the same.
        """

    @property
    def digest(self) -> str:
        """
        Of the file.
        """

    @property
    def keys(self) -> list[str]:
        """
        What varies.
        """

    @property
    def planned(self) -> int:
        """
        Points of all shards.
        """

    @property
    def scenario(self) -> FixedScenario:
        """
        The scenario that was swept: read-only.
        """

    @property
    def shard(self) -> tuple[int, int]:
        """
        Which shard it is, and of how many.
        """

    @property
    def strategies(self) -> list[str]:
        """
        Names of what was run, the baseline first.
        """


class WorldsDrawn:
    """
    Worlds that fit the evidence, and how they were found.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def summary_json(self, language: str = "en") -> str:
        """
        The summary as JSON (docs/worlds.md).
        """

    def summary_text(self, language: str) -> str:
        """
        The summary for people, in 80 columns.
        """

    @property
    def figures(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        The figures of the worlds: a row for each, a column for each target that is used.
        """

    @property
    def fit(self) -> bool:
        """
        Whether any world fits.
        """

    @property
    def keys(self) -> list[str]:
        """
        Paths of the numbers that are drawn.
        """

    @property
    def targets(self) -> list[str]:
        """
        Names of the targets that are used.
        """

    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        A row for each world, a column for each number.
        """


class FitDone:
    """
    Worlds fitted to a firm's own history.
    """

    def __reduce_ex__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> typing.Any: ...
    def conclusion(self, language: str) -> str:
        """
        In a sentence or two.
        """

    def csv(self) -> str:
        """
        The worlds as orgsim run --worlds-file reads them.
        """

    def summary_text(self, language: str) -> str:
        """
        The summary for people, in 80 columns.
        """

    @property
    def ages(self) -> list[int]:
        """
        Of the market when the table begins, in weeks, in each world.
        """

    @property
    def columns(self) -> list[str]:
        """
        The table's columns.
        """

    @property
    def distinct(self) -> int:
        """
        How many of the worlds are distinct.
        """

    @property
    def evaluations(self) -> int:
        """
        How many worlds were tried.
        """

    @property
    def finished(self) -> bool:
        """
        Whether the search came to its end.
        """

    @property
    def fits(self) -> bool:
        """
        Whether any world fits.
        """

    @property
    def foreseen(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        What the books might have said: worlds x columns x quarters.
        """

    @property
    def keys(self) -> list[str]:
        """
        Paths of the numbers that are drawn.
        """

    @property
    def money(self) -> list[float]:
        """
        What one unit of money is in the table's currency, in each world; 0 without money.
        """

    @property
    def p(self) -> float:
        """
        The posterior predictive p-value.
        """

    @property
    def quarters(self) -> list[str]:
        """
        The table's quarters.
        """

    @property
    def r_hat(self) -> float:
        """
        How far parts of the worlds that were sought apart differ.
        """

    @property
    def recovered(
        self,
    ) -> list[
        tuple[
            str,
            typing.Annotated[list[float], "FixedSize(3)"],
            typing.Annotated[list[float], "FixedSize(3)"],
            float,
        ]
    ]:
        """
        Name, 5-50-95 % of the range and of the worlds, and width, of each unknown.
        """

    @property
    def reported(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        The table: a row for each column, NaN where it has nothing.
        """

    @property
    def unknowns(self) -> list[str]:
        """
        Names of all that is unknown: the keys, then what is unknown of the table.
        """

    @property
    def values(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        A row for each world, a column for each unknown.
        """


def audit_file(
    file: str | os.PathLike[str],
    options: dict[str, typing.Any],
    *,
    known: Scenario | None = None,
    path: str | os.PathLike[str] | None = None,
    threads: typing.SupportsIndex | None = None,
    overwrite: bool = False,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> AuditedFile:
    """
    Audits the run of a results file, whose scenario, if it is `known`, may have its people's ties. Raises InputError, OSError, KeyboardInterrupt; with a path, what was simulated by then is kept in its journal.
    """


def copy_results(
    source: str | os.PathLike[str], path: str | os.PathLike[str], overwrite: bool = False
) -> None:
    """
    Copies a results file that is as it was written. Raises as read_results().
    """


def days_of(cells: collections.abc.Sequence[str]) -> list[int]:
    """
    Days since 1970-01-01 of dates that are all of one form. Raises ValueError for others, and where day and month may be exchanged.
    """


def departments() -> list[str]:
    """
    Names of the departments, in the order of every list of theirs.
    """


def describe_all_text() -> str:
    """
    Every key and its meaning.
    """


def describe_text(key: str) -> str:
    """
    A key in full, or all keys of a section. Raises InputError for an unknown one.
    """


def digest_of_results(path: str | os.PathLike[str]) -> str:
    """
    The digest of a results file that is as it was written. Raises as read_results().
    """


def draw_worlds(
    scenario: Scenario | None,
    *,
    evidence: str | os.PathLike[str] | None = None,
    points: typing.SupportsIndex = 1000,
    seed: typing.SupportsIndex = 1,
    ranges: str = "plausible",
    path: str | os.PathLike[str] | None = None,
    threads: typing.SupportsIndex | None = None,
    most_evaluations: typing.SupportsIndex = 60000,
    overwrite: bool = False,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> WorldsDrawn:
    """
    Draws worlds that fit the evidence. Raises InputError, OSError, KeyboardInterrupt; with a path, what was evaluated by then is kept in its journal.
    """


def enough_replications(
    scenario: Scenario,
    *,
    until: typing.SupportsFloat | typing.SupportsIndex,
    most: typing.SupportsInt | typing.SupportsIndex,
    threads: typing.SupportsIndex | None = None,
    only: collections.abc.Sequence[str] = [],
) -> int:
    """
    How many replications make every 95 % interval of the share saved narrower than `until` percentage points, `most` at most. Raises InputError, KeyboardInterrupt.
    """


def estimate_sweep(
    plan: SweepPlan,
    *,
    threads: typing.SupportsIndex | None = None,
    budget: typing.SupportsFloat | typing.SupportsIndex = 1.0,
) -> SweepEstimate:
    """
    Times single runs, for no longer than `budget` seconds.
    """


def fit_quarters(
    scenario: Scenario | None,
    table: str,
    name: str,
    *,
    age: tuple[
        typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
    ],
    vary: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
    errors: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
    rolling: typing.SupportsInt | typing.SupportsIndex,
    ahead: typing.SupportsInt | typing.SupportsIndex,
    points: typing.SupportsIndex,
    seed: typing.SupportsIndex,
    ranges: str,
    most_evaluations: typing.SupportsIndex,
    threads: typing.SupportsIndex | None = None,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> FitDone:
    """
    Fits worlds to a table of quarters (CSV text). Raises InputError, KeyboardInterrupt.
    """


def has_shard(
    plan: SweepPlan,
    path: str | os.PathLike[str],
    shard: tuple[
        typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
    ],
    retry_failed: bool = False,
) -> bool:
    """
    Whether the file has all of a shard. Raises InputError if it is of another sweep, OSError.
    """


def load_shipped(name: str, set: collections.abc.Sequence[str]) -> Scenario:
    """
    The one of that name with settings laid over it. Raises InputError, also for an unknown name.
    """


def lognormal(
    mean: typing.SupportsFloat | typing.SupportsIndex,
    sd: typing.SupportsFloat | typing.SupportsIndex,
) -> Distribution:
    """
    exp(z), z normal with this mean and standard deviation. Raises InputError unless sd > 0.
    """


def made_up_history(
    scenario: Scenario | None,
    table: str,
    *,
    age: tuple[
        typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
    ],
    vary: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
    errors: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
    units: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    seed: typing.SupportsIndex,
) -> tuple[list[str], numpy.typing.NDArray[numpy.float64], list[str], list[float]]:
    """
    The columns, their values and the unknowns with theirs, of a pooled run at these units of the ranges.
    """


def magnitudes(language: str) -> list[tuple[float, str]]:
    """
    What large numbers are told in, the largest first, and how that is written behind them. Raises ValueError for an unknown language.
    """


def mean_interval(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[float, float]:
    """
    95 % interval of a mean, by Student's t; of no width for one value. Raises ValueError for none.
    """


def merge_sweeps(
    shards: collections.abc.Sequence[str | os.PathLike[str]],
    path: str | os.PathLike[str],
    overwrite: bool = False,
) -> SweepReport:
    """
    Puts the files of shards together. Raises InputError, OSError.
    """


def normal(
    mean: typing.SupportsFloat | typing.SupportsIndex,
    sd: typing.SupportsFloat | typing.SupportsIndex,
) -> Distribution:
    """
    A normal distribution. Raises InputError unless sd > 0.
    """


def page_words(language: str) -> dict[str, str]:
    """
    What only the page says, by its key. Raises ValueError for an unknown language.
    """


def plan_sweep(
    scenario: Scenario,
    keys: dict[str, typing.Any],
    design: tuple[
        collections.abc.Sequence[str], typing.Annotated[numpy.typing.ArrayLike, numpy.float64]
    ]
    | None = None,
) -> SweepPlan:
    """
    Plans the sweep of a scenario: `keys` are those of a table [sweep], which are laid over the scenario's. Raises InputError.
    """


def plausible_numbers(ranges: str = "plausible") -> list[dict[str, typing.Any]]:
    """
    A dict for every number that has a plausible range: key, low, high, scale, whole, share_of (the key of which the range is a share, or empty), source. Raises ValueError.
    """


def read_any(path: str | os.PathLike[str]) -> SweepInfo | UnitsResult | tuple[RunResult, str]:
    """
    What a results file holds: a SweepInfo, a UnitsResult, or of a run what read_results() gives. Raises as those.
    """


def read_results(path: str | os.PathLike[str]) -> tuple[RunResult, str]:
    """
    What summaries are made of, from a results file, and the file's digest. Raises InputError if it is none or not as it was written, OSError.
    """


def read_sweep(path: str | os.PathLike[str]) -> SweepInfo:
    """
    Opens a sweep's file. Raises InputError if it is none, or not as it was written, OSError.
    """


def report_file(
    file: str | os.PathLike[str],
    path: str | os.PathLike[str],
    language: str,
    overwrite: bool = False,
) -> None:
    """
    Writes a page of a results file of any experiment. Raises InputError, OSError.
    """


def rivals() -> list[str]:
    """
    What rivals may do: run.rivals.
    """


def run_into(
    scenario: Scenario,
    path: str | os.PathLike[str],
    *,
    overwrite: bool = False,
    threads: typing.SupportsIndex | None = None,
    only: collections.abc.Sequence[str] = [],
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
    observe: collections.abc.Callable[[Simulation, int, int], typing.Any] | None = None,
    weeks: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] = [],
) -> tuple[RunResult, str]:
    """
    Runs a scenario and writes its results file; its digest is the second. Raises InputError, OSError, KeyboardInterrupt.
    """


def run_kept(
    scenario: Scenario,
    *,
    limit: typing.SupportsFloat | typing.SupportsIndex,
    threads: typing.SupportsIndex | None = None,
    only: collections.abc.Sequence[str] = [],
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
    observe: collections.abc.Callable[[Simulation, int, int], typing.Any] | None = None,
    weeks: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] = [],
) -> Kept:
    """
    Runs a scenario and keeps its results in memory, at most `limit` bytes. Raises InputError, MemoryError, KeyboardInterrupt.
    """


def run_outcomes(
    scenario: Scenario,
    *,
    threads: typing.SupportsIndex | None = None,
    only: collections.abc.Sequence[str] = [],
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> RunResult:
    """
    Runs a scenario and keeps the outcomes alone. Raises InputError, KeyboardInterrupt.
    """


def run_sweep(
    plan: SweepPlan,
    path: str | os.PathLike[str],
    *,
    threads: typing.SupportsIndex | None = None,
    shard: tuple[
        typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex
    ]
    | None = None,
    until: typing.SupportsFloat | typing.SupportsIndex | None = None,
    most_replications: typing.SupportsInt | typing.SupportsIndex = 4096,
    point_timeout: typing.SupportsFloat | typing.SupportsIndex | None = None,
    retry_failed: bool = False,
    anew: bool = False,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> SweepReport:
    """
    Runs what the file and the journal beside it do not have yet, and writes the file. Raises InputError, OSError, KeyboardInterrupt; what was run by then is kept in the journal.
    """


def run_units(
    experiment: str,
    scenario: Scenario,
    options: dict[str, typing.Any],
    *,
    against: Scenario | None = None,
    path: str | os.PathLike[str] | None = None,
    threads: typing.SupportsIndex | None = None,
    overwrite: bool = False,
    progress: collections.abc.Callable[[float], typing.Any] | None = None,
) -> UnitsResult:
    """
    Runs an experiment. Raises InputError, OSError, KeyboardInterrupt; with a path, what was run by then is kept in its journal.
    """


def saving_verdicts() -> list[str]:
    """
    Names of the verdicts of which it is said that marketing is saved, in the same order.
    """


def scenario_of_pickle(text: str, folder: str, network: typing.Any) -> Scenario:
    """
    What a pickle of a scenario is made of.
    """


def schema_text() -> str:
    """
    JSON Schema of scenario files.
    """


def shipped_names() -> list[str]:
    """
    The names of the scenarios that come with orgsim.
    """


def shipped_translations() -> dict[str, str]:
    """
    The names that orgsim ships, and what they are in Chinese.
    """


def short_number(number: typing.SupportsFloat | typing.SupportsIndex, language: str) -> str:
    """
    A number as the summary has large ones: three digits and a suffix. Raises ValueError for an unknown language.
    """


def translated(text: str, language: str) -> str:
    """
    A name that orgsim ships, in the language; any other text as it is. Raises ValueError for an unknown language.
    """


def triangular(
    low: typing.SupportsFloat | typing.SupportsIndex,
    mode: typing.SupportsFloat | typing.SupportsIndex,
    high: typing.SupportsFloat | typing.SupportsIndex,
) -> Distribution:
    """
    A triangle over [low, high] with its top at mode. Raises InputError unless low <= mode <= high, low < high.
    """


def uniform(
    low: typing.SupportsFloat | typing.SupportsIndex,
    high: typing.SupportsFloat | typing.SupportsIndex,
) -> Distribution:
    """
    Any number in [low, high] as likely. Raises InputError unless low < high.
    """


def unknowns_to_fit(
    scenario: Scenario | None,
    table: str,
    *,
    age: tuple[
        typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
    ],
    vary: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
    errors: collections.abc.Mapping[
        str,
        tuple[
            typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex
        ],
    ],
) -> int:
    """
    How many units a made-up history has.
    """


def verdicts() -> list[str]:
    """
    Names of the verdicts in the order of the text, and before them that of a strategy that never began.
    """


def wilson(
    successes: typing.SupportsInt | typing.SupportsIndex,
    trials: typing.SupportsInt | typing.SupportsIndex,
) -> tuple[float, float]:
    """
    95 % interval of a proportion (Wilson 1927, J. Am. Stat. Assoc. 22(158), 209-212). Raises ValueError if there are more successes than trials.
    """


def with_numbers(
    scenario: Scenario,
    paths: collections.abc.Sequence[str],
    values: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> Scenario:
    """
    The scenario with these numbers.
    """


def with_rivals(scenario: Scenario, rivals: str) -> Scenario:
    """
    A copy in which all rivals do it, one of rivals().
    """


def words(language: str) -> dict[str, str]:
    """
    Every phrase of the summary by its key. Raises ValueError for an unknown language.
    """


__version__: str
commit: str

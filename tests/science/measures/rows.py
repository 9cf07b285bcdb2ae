"""The figures with their bands, in the order of docs/model.md, section 7."""

from collections.abc import Callable, Iterator
from typing import Any

import orgsim

from . import bass, customers, experiments, market, politics
from .row import Band, Row, shown
from .worlds import DEPARTMENTS, MARKETING, OPERATIONS, PRODUCT, SALES, WINTER, YEAR, World


def bass_rows(world: World) -> Iterator[Row]:
    source = "Bass 1969; Sultan, Farley & Lehmann 1990"
    yield Row(
        "Bass limit: largest error, 780 weeks",
        Band(high=0.003),
        bass.largest_error(world, 0),
        4,
        source,
    )
    for churn in (0.1, 0.2):
        figure = f"the same with churn {shown(churn)} a year"
        source = "Libai, Muller & Peres 2009"
        yield Row(figure, Band(high=0.0015), bass.largest_error(world, churn), 4, source)


def market_rows(world: World) -> Iterator[Row]:
    run = world.run()
    penetration = run.penetration()
    diffusion = "consumer services: Sultan, Farley & Lehmann 1990"
    stock = "what a stock market means"
    yield Row(
        "weeks to half the market",
        Band(65, 130),
        market.first_week(penetration >= 0.5),
        0,
        diffusion,
    )
    yield Row(
        "penetration after ten years", Band(0.76, 0.92), float(penetration[519]), 2, diffusion
    )
    yield from growth_rows(run["growth"])
    yield Row("first week of the stock phase", None, market.stock_phase(run), 0, "-")
    yield Row(
        "switchers among customers won, week 26",
        Band(high=0.2),
        market.switchers(run, 26),
        2,
        stock,
    )
    yield Row(
        "switchers among customers won, week 400",
        Band(low=0.8),
        market.switchers(run, 400),
        2,
        stock,
    )


def growth_rows(growth: Any) -> Iterator[Row]:
    source = "PDD 2018-21; QuestMobile 2019-25"
    end = Band(-0.02, 0.03)
    yield Row("user growth a year, week 104", Band(0.3, 0.9), float(growth[104]), 2, source)
    yield Row("user growth a year, week 260", end, float(growth[260]), 3, source)
    yield Row("least user growth from week 260 on", end, float(growth[260:].min()), 3, source)
    yield Row("most user growth from week 260 on", end, float(growth[260:].max()), 3, source)


def elasticity_rows(world: World) -> Iterator[Row]:
    advertising = "Sethuraman et al. 2011; Henningsen et al. 2011; Assmus et al. 1984"
    for first, last, band in ((60, 63, Band(0.09, 0.22)), (100, 111, Band(0.18, 0.41))):
        value = experiments.elasticity(world, "marketing", "won", first, last)
        yield Row(f"elasticity to marketing, weeks {first}-{last}", band, value, 2, advertising)
    value = experiments.elasticity(world, "sales", "won", 60, 63)
    yield Row("elasticity to sales, weeks 60-63", Band(0.25, 0.42), value, 2, "Albers et al. 2010")
    value = experiments.elasticity(world, "product", "users_end", 111, 111)
    source = "Hall, Mairesse & Mohnen 2010"
    yield Row("elasticity of users to product, a year on", Band(0.01, 0.25), value, 2, source)


def return_rows(world: World) -> Iterator[Row]:
    for week, phase in ((60, "growth market"), (300, "stock market")):
        returns = [experiments.causal_return(world, d, week) for d in range(len(DEPARTMENTS))]
        for department, value in zip(DEPARTMENTS, returns, strict=True):
            yield Row(f"causal return of {department}, week {week}", None, value, 2, "-")
        marketing, sales = (returns[d] / returns[PRODUCT] for d in (MARKETING, SALES))
        band = Band(low=0.8) if week == 60 else Band(0.3, 0.9)
        yield Row(f"marketing's return over product's, week {week}", band, marketing, 2, phase)
        if week != 60:
            continue
        yield Row(f"sales' return over product's, week {week}", band, sales, 2, phase)
        least = returns[OPERATIONS] / min(returns[:OPERATIONS])
        yield Row(f"operations' over the least other, week {week}", Band(high=1), least, 2, phase)


def customer_rows(world: World) -> Iterator[Row]:
    people = customers.cohort(world)
    source = "no-contract customers: a telecoms sample .098, .015"
    yield Row("users lost in their first month", Band(0.04, 0.25), people.first_month(), 3, source)
    yield Row(
        "users lost in a month of their second year", Band(0.01, 0.03), people.settled(), 3, source
    )
    worth = customers.value_elasticities(world)
    source = "Gupta, Lehmann & Stuart 2004"
    yield Row("value of 1 % more retention over margin's", Band(3, 7), worth.retention, 1, source)
    yield Row("value of 1 % cheaper winning over margin's", Band(0.02, 0.3), worth.cost, 2, source)


def money_rows(world: World) -> Iterator[Row]:
    run = world.run()
    cost = market.won_by_money(run) / run["won"]
    late = slice(len(cost) * 2 // 3, None)
    dearer = float(cost[300] / cost[30])
    reports = "PDD 69 -> 42 %, Kuaishou 55 -> 32 %, software listings 48 %"
    yield Row("cost per customer, week 300 over week 30", Band(1.5, 10), dearer, 1, "JD; PDD")
    both = (MARKETING, SALES)
    value = market.intensity(run, both, market.growth_phase(run))
    yield Row("marketing, sales over revenue, growth", Band(0.45, 0.75), value, 2, reports)
    value = market.intensity(run, both, late)
    yield Row("marketing, sales over revenue, last third", Band(0.25, 0.45), value, 2, reports)
    for figure, weeks in (
        ("whole budget over revenue, growth", market.growth_phase(run)),
        ("whole budget over revenue, last third", late),
    ):
        value = market.intensity(run, range(len(DEPARTMENTS)), weeks)
        yield Row(figure, None, value, 2, "with research: 60-75 %, then 40-45 %")


def politics_rows(world: World) -> Iterator[Row]:
    run = world.run()
    years = politics.moved_by_year(run)
    speed = "Atsmon 2016"
    yield Row("budget that moves in a year, least", Band(0.01, 0.08), min(years), 3, speed)
    yield Row("budget that moves in a year, most", Band(0.01, 0.08), max(years), 3, speed)
    value = politics.budget_correlation(run)
    yield Row(
        "shares of the budget, correlation by year",
        Band(0.85, 0.99),
        value,
        3,
        "Hall, Lovallo & Musters 2012",
    )
    value = politics.lag_of_power(world)
    yield Row(
        "lag of power behind contribution, months", Band(6, 36), value, 1, "Salancik & Pfeffer 1977"
    )
    yield Row(
        "lines crossed",
        None,
        politics.lines(run),
        0,
        "budget, capability, structure",
    )


def winter_rows(world: World) -> Iterator[Row]:
    """With the climate and the AI of `capital_winter`."""
    winter = world.but(WINTER).run()
    marketing, product = (politics.budget_change(winter, d) for d in (MARKETING, PRODUCT))
    cut = "Gartner 2020-21: 11 -> 6.4 % of revenue"
    yield Row("winter: marketing's budget, first year", Band(-0.6, -0.3), marketing, 2, cut)
    yield Row(
        "winter: product's change over marketing's",
        Band(high=1),
        product / marketing,
        2,
        "less than marketing's",
    )
    value = max(politics.moved_by_year(winter))
    yield Row(
        "winter: budget that moves in a year, most",
        Band(0.05, 0.2),
        value,
        3,
        "Atsmon 2016, in a crisis",
    )
    yield Row(
        "winter: switchers among customers, week 400",
        None,
        market.switchers(winter, 400),
        2,
        "-",
    )
    yield Row(
        "winter: lines crossed",
        None,
        politics.lines(winter),
        0,
        "budget, capability, structure",
    )


def long_rows(world: World) -> Iterator[Row]:
    penetration = world.but({"run.weeks": 40 * YEAR}).run().penetration()[10 * YEAR - 1 :]
    source = "no market dies of drift"
    yield Row(
        "least penetration, years 10 to 40", Band(low=0.6), float(penetration.min()), 2, source
    )


PARTS: tuple[Callable[[World], Iterator[Row]], ...] = (
    bass_rows,
    market_rows,
    elasticity_rows,
    return_rows,
    customer_rows,
    money_rows,
    politics_rows,
    winter_rows,
    long_rows,
)


def rows(scenario: orgsim.Scenario) -> list[Row]:
    world = World(scenario)
    return [row for part in PARTS for row in part(world)]

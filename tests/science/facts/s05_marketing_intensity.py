"""S5: after saturation less of the revenue goes into winning customers, though each costs more."""

from measures.market import growth_phase, intensity, won_by_money
from measures.row import Band
from measures.worlds import MARKETING, SALES, STILL, YEAR, World
from pack import Above, Aim, Fact, Found, exact
from pack.runs import default


def changes(world: World, growth: slice | None = None) -> tuple[float, float]:
    """Of the two budgets over revenue, and of the cost per customer: last third against growth."""
    run = world.run()
    growth = growth or growth_phase(run)
    last = slice(len(run["won"]) * 2 // 3, None)
    both = (MARKETING, SALES)
    cost = won_by_money(run) / run["won"]
    share = intensity(run, both, last) / intensity(run, both, growth) - 1
    return share, float(cost[last].mean() / cost[growth].mean())


def measure(_: int) -> Found:
    share, cost = changes(default())
    growth = growth_phase(default().run())
    unsaturated = default().but({"mechanisms.saturation": False})
    endless, _ = changes(unsaturated, growth)
    settled, _ = changes(unsaturated, slice(2 * YEAR, growth.stop))
    held, _ = changes(unsaturated.but(STILL), growth)
    return Found([exact(share), exact(cost)], [exact(endless)], [exact(settled), exact(held)])


FACT = Fact(
    name="marketing and sales fall as a share of revenue",
    says="After saturation marketing and sales fall as a share of revenue, though a customer costs more to win.",
    source="PDD's reports: 69 to 42 %",
    varied="nothing: the default executive",
    measured="budgets of marketing and sales over revenue, and their cost per customer won, in the last third of ten years "
    "against the growth phase",
    aims=(
        Aim("change of the share of revenue", Band(high=-0.15)),
        Aim("cost per customer, times", Above(low=1)),
    ),
    off="saturation; the same weeks are compared",
    controls=(Aim("change of the share of revenue", Band(low=-0.15)),),
    measure=measure,
    probes=(
        Aim("without saturation, against the growth phase without its first two years"),
        Aim("without saturation, with the shares held still"),
    ),
    reason="Both figures lie in their bands, but without saturation the share of the revenue falls as well, by less than half "
    "as much. A firm that has just been launched multiplies its users within a year and spends accordingly; then growth "
    "slows down to that of the newcomers, and `economics.budget_growth` gives less. That the executive moves money away from "
    "the two adds little.",
    told="both levels and the cost are targets of the calibration (the levels, not their change, lie outside theirs), "
    "and the keys economics.budget_growth and budget_mature say that the whole budget falls",
)

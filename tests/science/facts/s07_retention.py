"""S7: keeping customers counts more than winning them."""

from measures.customers import value_elasticities
from measures.row import Band
from pack import Above, Aim, Fact, Found, exact
from pack.runs import default


def measure(_: int) -> Found:
    world = default()
    churn = world.keys["market"]["retention"]["churn"]
    worth = value_elasticities(world)
    better_kept = value_elasticities(world.but({"market.retention.churn": churn / 2}))
    today = value_elasticities(world.but({"economics.discount": 1}))
    gone = value_elasticities(world.but({"market.retention.lapse": 20}))
    unmoved = value_elasticities(world.but({"market.contact.word_of_mouth": 0}))
    mature = value_elasticities(world.but({"market.start_penetration": 0.9}))
    return Found(
        [exact(worth.retention), exact(worth.cost), exact(better_kept.retention / worth.retention)],
        [exact(today.retention)],
        [exact(case.retention) for case in (better_kept, gone, unmoved, mature)],
    )


FACT = Fact(
    name="keeping counts more than winning",
    says="One per cent more retention is worth several times one per cent more margin, and cheaper winning much less.",
    source="Gupta, Lehmann & Stuart 2004",
    varied="yearly retention, margin and the cost of winning by one per cent, with one firm and shares held still",
    measured="the value of all customers: margin less the cost of winning, discounted over ten years, with the lifetime "
    "value of those in hand at the end; margin's elasticity is 1",
    aims=(
        Aim("value of 1 % more retention over margin's", Band(3, 7)),
        Aim("value of 1 % cheaper winning over margin's", Band(0.02, 0.3)),
        Aim("the first with half the churn, times", Above(low=1)),
    ),
    off="the future: with a discount rate of 1 a week it is worth nothing whether a customer stays",
    controls=(Aim("value of 1 % more retention over margin's", Band(high=0.1)),),
    measure=measure,
    reason="Customers who are lost come back: the model lets them adopt anew. The source's value of a "
    "customer ends when he leaves. If nobody comes back, the figure lies in its band.",
    told="the first two are targets of the calibration",
    probes=(
        Aim("value of retention, half the churn"),
        Aim("value of retention, who leaves never comes back"),
        Aim("value of retention, no word of mouth"),
        Aim("value of retention, nine tenths are users at the start"),
    ),
)

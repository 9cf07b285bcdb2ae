"""S9: customers who come by word of mouth are worth more."""

import numpy as np
from measures.row import Band
from measures.worlds import STILL, World
from pack import Aim, Estimate, Fact, Found, mean_of
from pack.runs import Pooled, default

PAIDS = ("broadcast", "performance")


def ratios(world: World, replications: int) -> np.ndarray:
    """Worth of those who came to firm 0 by word of mouth over that of those whom marketing won."""
    runs = Pooled(world, replications)
    worth = runs.results.outcomes.filter(like="margin_per_customer_").to_numpy()
    channels = list(runs.weeks.channel.values)
    won = runs["won_by_channel"].sum(axis=1)
    paid = [channels.index(channel) for channel in PAIDS]
    by_marketing = (worth * won)[:, paid].sum(axis=1) / won[:, paid].sum(axis=1)
    return worth[:, channels.index("word_of_mouth")] / by_marketing


def measure(replications: int) -> Found:
    people = {"market.kind": "network", "market.customers": 200_000}
    moving = default().but({**people, "market.start_penetration": 0.3})

    def worth(world: World, kind: str, homophily: float) -> Estimate:
        network = {"kind": kind, "degree": 8, "homophily": homophily}
        return mean_of(ratios(world.but({"market.network": network}), replications))

    still = moving.but(STILL)
    return Found(
        [worth(still, "mixing", 0.5)],
        [worth(still, "mixing", 0)],
        [
            worth(still, "small_world", 0),
            worth(moving, "mixing", 0.5),
            worth(moving, "mixing", 0),
        ],
    )


FACT = Fact(
    name="customers by word of mouth are worth more",
    says="Customers who were told by others bring more than those whom marketing won.",
    source="Villanueva et al. 2008; Schmitt et al. 2011",
    varied="nothing: a network of 200,000 people who each week hear eight others, half of the places taken by people with "
    "the same favourite firm; nine tenths use some firm from the start, and shares of the budget are held still, so that "
    "all channels win at the same times",
    measured="margin per customer of the focal firm by entry channel over ten years, word of mouth over marketing's two",
    aims=(Aim("worth by word of mouth over by marketing", Band(1.1, 2.5)),),
    off="homophily",
    controls=(Aim("worth by word of mouth over by marketing", Band(0.95, 1.05)),),
    measure=measure,
    quick=2,
    whole=10,
    reason="Who has the same favourite firm as his neighbours hears of it from them, and stays with it. While executives "
    "move the budget, marketing wins its customers earlier than word of mouth, and earlier ones have brought more by the "
    "end, whoever they are: both ratios are then lower by a tenth, and the first lies below its band.",
    probes=(
        Aim("on a ring of ties without homophily"),
        Aim("with homophily, while executives move the budget"),
        Aim("without homophily, while executives move the budget"),
    ),
)

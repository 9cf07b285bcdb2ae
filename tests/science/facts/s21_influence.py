"""S21: what lifts marketing's influence, and what only keeps customers."""

from measures.row import Band
from measures.worlds import MARKETING, World
from pack import DOWN, UP, Aim, Fact, Found, exact
from pack.runs import default, of_firms

MEASURABLE = [0.7, 0.95, 0.6, 0.6]  # broadcast twice as measurable
LATE = slice(260, None)


def focal(changes: dict[str, object]) -> World:
    """Firm 0 alone has other keys than its two rivals."""
    rivals = [{"name": "rival 1"}, {"name": "rival 2"}]
    return of_firms(default(), [{"name": "focal"} | changes, *rivals])


def late(world: World) -> tuple[float, float]:
    """Marketing's power, and the share of users lost in a week, on the average of the last five years."""
    run = world.run()
    return float(run["power"][LATE, MARKETING].mean()), float(
        (run["lost"] / run["users"])[LATE].mean()
    )


def changes(other: dict[str, object]) -> list[tuple[float, float]]:
    """By measurability, product mode and operations mode: of power, and of the loss rate relative."""
    cases = (
        {},
        {"measurability": MEASURABLE},
        {"mix": [0.6, 0.1, 0.3, 0.0]},
        {"mix": [0.6, 0.1, 0.0, 0.3]},
    )
    (power, loss), *cases_found = (late(focal(case).but(other)) for case in cases)
    return [(p - power, q / loss - 1) for p, q in cases_found]


def measure(_: int) -> Found:
    measurable, product, operations = changes({})
    nothing_seen = {
        "measurement.accountability": 0,
        "measurement.attribution_bias": 0,
        "executive.friction": 0,
    }
    unseen, _, _ = changes(nothing_seen)
    _, empty, _ = changes({"product.fit_gain": 0, "product.viral_gain": 0})
    _, _, idle = changes({"marketing.content_gain": 0})
    return Found(
        [
            exact(measurable[0]),
            exact(product[0]),
            exact(operations[0] / product[0]),
            exact(operations[1]),
        ],
        [exact(unseen[0]), exact(empty[0]), exact(idle[1])],
        [exact(operations[0]), exact(idle[0]), exact((1 + operations[1]) / (1 + idle[1]) - 1)],
    )


FACT = Fact(
    name="accountability and innovation lift influence",
    says="Marketing that is accountable or innovates has more influence; one that connects to customers has not, but keeps them.",
    source="Verhoef & Leeflang 2009",
    varied="of one firm of three: broadcast twice as measurable; three tenths of the effort in the product; three tenths in "
    "operations",
    measured="marketing's power and the share of users that the firm loses, on the average of the last five of ten years, "
    "against the default firm",
    aims=(
        Aim("power, measurable", UP, 3),
        Aim("power, product", UP, 3),
        Aim("power, operations over product", Band(-0.25, 0.25)),
        Aim("loss rate, operations, relative", DOWN, 3),
    ),
    off="in turn: executives who look at what can be shown; what insight does for a product; what content does for users",
    controls=(
        Aim("power, measurable", Band(0, 0), 3),
        Aim("power, product", Band(high=0), 3),
        Aim("loss rate, operations, relative", Band(low=0), 3),
    ),
    measure=measure,
    probes=(
        Aim("power, operations", digits=3),
        Aim("power, operations, content without effect", digits=3),
        Aim("loss rate, operations, against content without effect, relative", digits=3),
    ),
    reason="The first half comes out. The second does not: what content does for engagement counts as "
    "marketing's contribution, and contribution is power. And content does keep users, but the "
    "effort comes out of broadcast. The firm wins fewer users, has less to spend on its product, and "
    "loses more of them by lower quality than content keeps.",
    told="the key measurement.accountability says its first part outright",
)

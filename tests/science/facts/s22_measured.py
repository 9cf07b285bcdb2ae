"""S22: what is measured crowds out the brand."""

from measures.row import Band
from measures.worlds import MARKETING, Run, World
from pack import DOWN, UP, Aim, Fact, Found, exact
from pack.runs import default

PERFORMANCE = 1
LATE = slice(260, None)


def held_to_account(world: World, accountability: float, adaptive: bool = True) -> dict[str, float]:
    """A head of firm 0 who, from week 52 on, reviews the mix by what the executive counts."""
    head = {"start": 52, "adaptive": adaptive}
    run = Run(
        world.but(
            {"measurement.accountability": accountability, "strategies": {"head": head}}
        ).scenario(),
        strategy=1,
    )
    credited, cost = (run[series][LATE, MARKETING].sum() for series in ("credited", "cost"))
    return {
        "paid": float(run["mix"][-1, PERFORMANCE]),
        "goodwill": float(run["goodwill"][LATE].mean()),
        "credited": float(credited / cost),
        "npv": float(run.outcome.npv),
    }


def measure(_: int) -> Found:
    free, accountable = (held_to_account(default(), weight) for weight in (0, 1))
    still_free, still = (held_to_account(default(), weight, False) for weight in (0, 1))
    return Found(
        [
            exact(accountable["paid"] - free["paid"]),
            *(exact(accountable[key] / free[key] - 1) for key in ("goodwill", "credited", "npv")),
        ],
        [exact(still["paid"] - still_free["paid"])],
        [exact(free["paid"]), exact(accountable["paid"])],
    )


FACT = Fact(
    name="what is measured crowds out the brand",
    says="Marketing that is held to what can be measured buys more performance and less brand; its credited return rises, and "
    "the firm is worth less in the long run.",
    source="Feng et al. 2015",
    varied="measurement.accountability, 0 against 1, with a head who adapts the mix from week 52 on",
    measured="performance in the focal firm's mix at the end of ten years; goodwill and credited value per cost of marketing in "
    "the last five years; the firm's net present value",
    aims=(
        Aim("performance's share of the mix, change", UP),
        Aim("goodwill, relative change", DOWN),
        Aim("credited return, relative change", UP),
        Aim("net present value, relative change", DOWN, 3),
    ),
    off="the head, who keeps the mix",
    controls=(Aim("performance's share of the mix, change", Band(0, 0)),),
    measure=measure,
    reason="The first version of the model did not show this, and the head's rule was changed in view of it: the head does what the "
    "executive counts. What that does to goodwill, credit and value is not in the rule.",
    probes=(Aim("performance's share of the mix, at 0"), Aim("performance's share, at 1")),
)

"""S13: who reallocates faster wins when the market changes."""

import numpy as np
from measures.experiments import causal_return
from measures.row import Band
from measures.worlds import OPERATIONS, PRODUCT, World
from pack import Above, Aim, Fact, Found, exact, mean_of, share_of
from pack.runs import default, firm_npv, of_firms

SPEEDS = {"fast": 2, "slow": 0.5}
WEEK = 208
CHANGE = {"environment.climate": [[0, 1], [104, 1], [117, 0.1]]}


def two_firms(changes: dict[str, object]) -> World:
    """A fast and a slow firm in a stock market, equal but for the speed of reallocation."""
    world = default()
    executive = world.keys["executive"]
    firms = [
        {"name": name} | {key: executive[key] * times for key in ("eta", "eta_scrutiny")}
        for name, times in SPEEDS.items()
    ]
    return of_firms(world.but({"market.start_penetration": 0.45, **changes}), firms)


def lead(world: World, replications: int) -> np.ndarray:
    """What the fast firm is worth beyond the slow one, relative to that."""
    fast, slow = firm_npv(world, replications).T
    return fast / slow - 1


def measure(replications: int) -> Found:
    changed = lead(two_firms(CHANGE), replications)
    stationary = lead(two_firms({}), replications)
    truth = {"measurement.attribution_bias": 0}
    sees_truth = lead(two_firms(CHANGE | truth), replications)
    winter = two_firms(CHANGE)
    run = winter.run()
    gained = run["share"][-1, OPERATIONS] - run["share"][104, OPERATIONS]
    credited = run["credited"][WEEK] / run["budget"][WEEK]
    looked_at = (PRODUCT, OPERATIONS)
    return Found(
        [share_of(changed > 0)],
        [mean_of(stationary)],
        [
            mean_of(changed),
            share_of(sees_truth > 0),
            mean_of(lead(two_firms(truth), replications)),
            exact(gained),
            *(exact(credited[department]) for department in looked_at),
            *(exact(causal_return(winter, department, WEEK)) for department in looked_at),
        ],
    )


FACT = Fact(
    name="who reallocates faster wins when the market changes",
    says="When the market changes, firms that move their budget faster come out ahead.",
    source="Hall, Lovallo & Musters 2012",
    varied="the speed of reallocation (executive.eta, eta_scrutiny): half the default and twice, in a stock market of two "
    "firms that are equal otherwise; the change is a capital winter from week 104 on",
    measured="in how many runs the faster firm's net present value is the higher one",
    aims=(Aim("runs in which the faster is ahead", Above(low=0.6)),),
    off="the change",
    controls=(Aim("the faster firm's lead in net present value, relative", Band(-0.01, 0.01), 3),),
    measure=measure,
    quick=20,
    whole=400,
    probes=(
        Aim("with the change: the faster firm's lead, relative", digits=3),
        Aim("executives who see contributions: runs in which the faster is ahead"),
        Aim("executives who see contributions, no change: the faster firm's lead", digits=3),
        Aim("what operations' share of the fast firm gains after the change"),
        Aim("credited return of product, week 208"),
        Aim("credited return of operations, week 208"),
        Aim("causal return of product, week 208"),
        Aim("causal return of operations, week 208"),
    ),
    reason="Executives move money to where the credit per money is highest, and the faster one moves it "
    "sooner. But the credit is an average: operations are credited a little more than the product, for the habits of all "
    "users, while half as much again for operations brings back less than it costs, and for the "
    "product nearly twice as much. So the faster firm gives operations too much sooner. In a market "
    "that does not change it is behind as well, unless executives see contributions in place of the "
    "last touch; then there is about no lead, after a change a small one of the slower firm.",
)

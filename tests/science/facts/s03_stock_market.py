"""S3: growth ends in a market in which firms win each other's customers."""

from measures.market import switchers
from measures.row import Band
from pack import Above, Aim, Below, Fact, Found, exact
from pack.runs import default


def measure(_: int) -> Found:
    run = default().run()
    endless = default().but({"mechanisms.saturation": False}).run()
    return Found(
        [
            exact(run["growth"][104]),
            exact(run["growth"][260:].max()),
            exact(switchers(run, 26)),
            exact(switchers(run, 400)),
        ],
        [exact(endless["growth"][260:].min()), exact(switchers(endless, 400))],
    )


FACT = Fact(
    name="from growth to a stock market",
    says="When nearly everybody uses the category, growth ends and the customers that a firm wins are its rivals'.",
    source="QuestMobile 2019-25 and PDD's reports 2018-21 on growth; what a stock market means",
    varied="nothing: the default run",
    measured="growth of the focal firm's users as its executive sees it, and switchers among the customers it wins",
    aims=(
        Aim("user growth a year, week 104", Above(low=0.3)),
        Aim("most user growth from week 260 on", Below(high=0.03), 3),
        Aim("switchers among customers won, week 26", Below(high=0.2)),
        Aim("switchers among customers won, week 400", Above(low=0.8)),
    ),
    off="saturation: newcomers arrive at half the population a year",
    controls=(
        Aim("least user growth from week 260 on", Above(low=0.3)),
        Aim("switchers among customers won, week 400", Band(high=0.5)),
    ),
    measure=measure,
    told="all four figures are targets of the calibration",
)

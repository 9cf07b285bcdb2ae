# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Your own company
#
# **The question.** Where does *your* firm stand, and what would the years ahead do to its marketing?
#
# **Why it matters.** The other notebooks are about a typical firm. Here the firm's first two years
# come from a table of quarterly figures, as any controller has them: users, revenue, and what the
# four departments were given. Put your own into the next cell; the text below is about the made-up
# company that stands there now.
#
# Three steps: the table, one call that fits worlds to it, and a look ahead from where the table ends.

# %%
import matplotlib.pyplot as plt
import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

# users: people at the end of the quarter; the rest: in the quarter, millions of dollars.
# Your own: table = pd.read_csv("quarters.csv", index_col="quarter"). Any column or cell may be missing.
table = pd.DataFrame(
    {
        "users": [75_000, 112_000, 164_000, 209_000, 255_000, 299_000, 328_000, 368_000],
        "revenue": [1.75, 3.18, 5.01, 6.65, 8.50, 10.44, 11.71, 13.06],
        "product": [0.60, 0.89, 1.30, 1.72, 2.19, 2.50, 2.50, 2.60],
        "marketing": [0.47, 0.74, 1.07, 1.44, 1.75, 2.11, 2.16, 2.15],
        "sales": [0.36, 0.60, 0.89, 1.21, 1.46, 1.63, 1.84, 1.90],
        "operations": [0.26, 0.42, 0.62, 0.80, 1.03, 1.21, 1.22, 1.27],
    },
    index=[f"Q{q}" for q in range(1, 9)],
)
people = (1_000_000, 5_000_000)  # who could ever use such a product: no books say so
firms = 3  # of about this size, this one among them
table.T

# %% [markdown]
# ## One call
#
# Of some 140 numbers nobody knows the value. `orgsim.fit` draws them from their plausible ranges and
# weights each world by how likely the table is in it: the model's run, the luck that a real run has, and errors of
# reporting and of the model, whose size is one more unknown. How many people there are is a range here, and so is the age of the
# market.

# %%
fit = orgsim.fit(
    table, people=people, firms=firms, currency="$ m", points=100, most_evaluations=15_000
)
fit

# %%
figure = fit.plot()

# %% [markdown]
# **What is seen:** the first sentence above says whether any world fits. If none did, it would name the column and the
# quarters that are furthest off, and all below would be about another firm than yours. The last one says how far parts
# of the worlds that were sought apart agree. To keep this page quick it tries few worlds; for your own firm leave
# `most_evaluations` out.
#
# **What it does not show:** that the model is right. Two years of growth look much the same under
# many assumptions. A good fit is a ticket to play, not a proof.

# %% [markdown]
# ## What the table tells of

# %%
told = fit.recovery()
told.head(10).round(3)

# %%
print(
    f"{(told.width < 0.5).sum()} of {len(told)} numbers are narrowed to less than half of their range"
)
fit.others.quantile([0.05, 0.5, 0.95]).map("{:.2g}".format)

# %% [markdown]
# **What is seen:** a table of two years tells of a handful of numbers; the others stay as open as they were. `money` is
# what a new user pays in a week, in millions of dollars.
#
# **What it does not show:** numbers that are narrowed only together. The worlds have them right all the same.

# %% [markdown]
# ## Two futures
#
# Nobody knows what comes. We try two: everything goes on as it is; or, from next year on, capital
# gets scarce and AI learns marketing's craft, as in the scenario `capital_winter` but counted from
# today, which is the end of the table. In the second, strategies begin after half a year of winter. Each future is run
# in a hundred of the fitted worlds.

# %%
calm = fit.run({}, worlds=100, years=6)

winter = orgsim.Scenario()
winter.environment.climate = [[0, 1.0], [52, 1.0], [84, 0.1]]
winter.environment.ai.ceiling = 0.9
winter.environment.ai.midpoint = 136
catalogue = orgsim.scenario("capital_winter").to_dict()["strategies"]
tried = ["double_down", "tie_to_results", "ai_and_product", "ai_and_results", "all_together"]
strategies = {name: {**catalogue[name], "start": 84} for name in tried}
cold = fit.run(strategies, scenario=winter, worlds=100, years=7)
pd.DataFrame(
    {
        "marginalised, % of worlds": {
            "as it is": 100 * calm.saved.loc["baseline", "marginalised"],
            "winter": 100 * cold.saved.loc["baseline", "marginalised"],
        }
    }
).round()

# %%
(100 * cold.saved[["saved_strict", "saved", "saved_lenient"]]).round()

# %% [markdown]
# **What is seen:** in how many of the worlds that could be this firm's each strategy saves marketing, with the crisis
# lines where they are, and a fifth higher (strict) and lower (lenient).
#
# **What it does not show:** the probability that such a winter comes, or your strategies: replace
# these by your own, with their own weeks. And all three firms in this market are alike; give the rivals
# what you know of them in a scenario.

# %% [markdown]
# ## A series of the real world
#
# One maker's quarterly sales of phones, as customers won, in sums over four quarters, which have no seasons. Three
# years are fitted, the fourth is foreseen. `docs/real_series.md` does this for all eleven years, beside other forecasts.

# %%
units = [
    1.12,
    2.32,
    1.70,
    0.72,
    6.89,
    4.36,
    3.79,
    5.21,
    7.37,
    8.74,
    8.75,
    8.40,
    14.10,
    16.24,
    18.65,
    20.34,
]
sold = pd.DataFrame(
    {"won": [1e6 * one for one in units]}, pd.period_range("2007Q4", periods=16, freq="Q")
)
phone = orgsim.fit(
    sold.iloc[:12],
    people=(5e8, 8e9),
    firms=3,
    age=(0, 13),
    vary={"market.start_penetration": (1e-5, 0.01)},
    ranges="wide",
    errors={"won": (0.01, 0.4)},
    rolling=4,
    ahead=4,
    points=60,
    most_evaluations=6_000,
)
figure = phone.plot()
year = sold.won.rolling(4).sum().iloc[-1] / 1e6
last = phone.foreseen.iloc[-1]
print(
    f"sold in the last year: {year:.0f} m; foreseen: {last.low_5 / 1e6:.0f} to {last.high_95 / 1e6:.0f} m"
)

# %% [markdown]
# **What is seen:** the worlds that fit the first half lead to a wide band for the second. **What it does not show:**
# that units sold are customers won. Many replaced an older one; the model has no replacement.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
plt.close("all")
assert fit.fits
assert 3 <= (told.width < 0.5).sum() <= 30
assert calm.saved.loc["baseline", "marginalised"] < cold.saved.loc["baseline", "marginalised"]
assert len(phone.foreseen) == 16

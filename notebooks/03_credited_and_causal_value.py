# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Credited value and causal value
#
# **The question.** The executive cuts marketing because marketing seems to be worth little. Is it?
#
# **Why it matters.** A cut can be right, because the money brings more elsewhere, or wrong, because
# the report says so. From the report alone nobody can tell. In a model we can: we take the money
# away, run the same ten years again with the same random numbers, and look at what is missing.
#
# Three numbers answer "what is marketing worth?", and they differ:
#
# | number | meaning |
# |---|---|
# | **credited** | the customers for whom marketing was the *last* contact before they came; this is what reports show and what the executive sees |
# | **contributed** | a part in every customer on whose way marketing was, last or not |
# | **causal** | what would be missing if it had had less money, with all that follows from it |

# %%
import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

departments = ["product", "marketing", "sales", "operations"]


def world(*settings, grants=()):
    """The capital winter with settings of its own, marketing carrying on as it always has."""
    scenario = orgsim.scenario("capital_winter", set=list(settings))
    scenario.strategies = {}
    scenario.grants = list(grants)
    return scenario


res = orgsim.run(world(), replications=40)

# %% [markdown]
# ## Credited and contributed

# %%
ax = res.plot.value_gap(unit="share")

# %% [markdown]
# **What is seen:** marketing's part of all value that the firm's departments make, twice. What it
# contributes to is about twice what it is credited with: broadcast advertising prepares customers
# whom sales or the product then win, and the last touch gets the credit. Both fall: at first because
# more and more of the value is users who stay, which is operations' work; later because the money goes.
#
# **What it does not show:** what marketing is worth. Both numbers divide the *same* value among the
# departments; neither says how much value there would be without marketing.

# %% [markdown]
# ## An experiment: half the money for a year
#
# A *grant* multiplies a department's budget for some weeks. With the factor 0.5 it takes half of it
# away; the money is not given to anybody else. We do that to each department, once in a year of
# growth and once deep in the winter, and divide what the firm loses over the ten years (net present
# value) by the money that was not spent. `orgsim.causal_value` says the same per 1,000 people and week,
# in the unit of the two ledgers: what comes with a department's money, before its cost.

# %%
years = {"year 2 (growth)": (52, 103), "year 6 (winter)": (260, 311)}
npv = res.outcomes.npv
means = res.means.isel(firm=0, strategy=0)


def part(series, year):
    """Each department's part of a series in a year, in %."""
    first, last = years[year]
    total = means[series].isel(week=slice(first, last + 1)).sum("week")
    return pd.Series(100 * (total / total.sum()).values, departments)


def money_of(department, year):
    """What a department is given in a year."""
    first, last = years[year]
    return means.budget.sel(department=department).isel(week=slice(first, last + 1)).sum().item()


def cut(department, year):
    """The run in which the department gets half of its money in that year."""
    grant = {"firm": 0, "department": department, "factor": 0.5, "weeks": list(years[year])}
    return orgsim.run(world(grants=[grant]), replications=40)


def lost_per_money(run, department, year):
    """NPV lost per unit of money that the department did not get, with half a 95 % interval."""
    per_money = (npv - run.outcomes.npv) / (0.5 * money_of(department, year))
    return per_money.mean(), 1.96 * per_money.sem()


rows, values = {}, {}
for year in years:
    runs = {d: cut(d, year) for d in departments}
    for d in departments:
        values[year, d] = orgsim.causal_value(res, runs[d], department=d)
    found = pd.DataFrame(
        [lost_per_money(runs[d], d, year) for d in departments],
        departments,
        ["lost per money cut", "± (95 %)"],
    )
    for name, series in {
        "budget, %": "budget",
        "credited, %": "credited",
        "contributed, %": "contributed",
    }.items():
        found.insert(0, name, part(series, year))
    rows[year] = found
experiment = pd.concat(rows)
experiment.round(2)

# %%
columns = ["credited", "contributed", "mean", "low", "high"]
worth = pd.DataFrame([[getattr(v, c) for c in columns] for v in values.values()], columns=columns)
worth.index = pd.MultiIndex.from_tuples(values)
worth = worth.rename(columns={"mean": "causal", "low": "from (95 %)", "high": "to (95 %)"})
worth.round(1)  # money per 1,000 people and week

# %% [markdown]
# **What is seen:** in year 2 marketing has a quarter of the money, about the same part of what is
# contributed, and half of that in the report. By the experiment its money is worth as much as that
# of product and sales, and far more than that of operations: each unit that is cut costs the firm about
# four. **A cut there is wrong**, although the report calls for it.
#
# In year 6 the market is full and every department's money brings less. Marketing's still brings
# more than operations', and it is operations to whom the money has gone.
#
# The second table is in the unit of the two ledgers. They divide the lifetime value of the customers
# who are won or kept in that year; the causal value also holds what these bring about later. In year 2
# it is well above both ledgers for every department, and for marketing nearly six times its credit:
# customers who are won early tell others, and a firm that earns more can spend more. In year 6 the
# ledgers give operations the largest part, but its causal value is less than half of its credit:
# many of those users would have stayed anyway. Marketing's is about twice its credit.
#
# **What it does not show:** that this goes on for ever. The number is for a cut by half, for a year;
# the first tenth that is cut may cost more or less than the last.

# %% [markdown]
# ### The cross-check
#
# If that is so, money that goes back from operations to marketing must make the firm richer. Half as
# much again for marketing in year 6, and exactly that money less for operations:

# %%
year = "year 6 (winter)"
moved = 0.5 * money_of("marketing", year)
back = [
    {"firm": 0, "department": "marketing", "factor": 1.5, "weeks": list(years[year])},
    {
        "firm": 0,
        "department": "operations",
        "factor": 1 - moved / money_of("operations", year),
        "weeks": list(years[year]),
    },
]
gain = (orgsim.run(world(grants=back), replications=40).outcomes.npv - npv) / moved
pd.Series({"NPV gained per money moved": gain.mean(), "± (95 %)": 1.96 * gain.sem()}).round(2)

# %% [markdown]
# **What is seen:** each unit of money that is moved back earns the firm something: the cut was wrong.
#
# **What it does not show:** that the executive is stupid. It does what its report says, and the
# report is the usual one.

# %% [markdown]
# ## What measuring better changes
#
# Suppose the report showed what was *contributed*, not the last touch. Everything else stays. We try
# it with AI as in the scenario, and in a world in which AI never learns marketing's craft.

# %%
reports = {
    "last touch (as it is)": 1.0,
    "half and half": 0.5,
    "contributed": 0.0,
}
ways = {"AI as in the scenario": [], "no AI": ["environment.ai.ceiling=0"]}
found = {}
for way, settings in ways.items():
    first = orgsim.run(world(*settings), replications=40).outcomes.npv
    for report, bias in reports.items():
        seen = world(f"measurement.attribution_bias={bias}", *settings)
        o = orgsim.run(seen, replications=40).outcomes
        better = 100 * (o.npv - first) / first.mean()
        found[way, report] = {
            "budget line, median week": o.line_week_budget.median(),
            "marginalised, %": 100 * o.marginalised_week.notna().mean(),
            "share at the end, %": 100 * o.share_end_marketing.median(),
            "firm's NPV, %": better.mean(),
            "± (95 %)": 1.96 * better.sem(),
        }
measured = pd.DataFrame(found).T
measured.round(1)

# %% [markdown]
# **What is seen:** with the better report marketing keeps its money longer: the budget line is
# crossed half a year or more later. Without AI it is then never marginalised, where it was in most
# replications before. **With AI the report does not save it**: a department whose skills can be
# bought by anybody loses its place whatever the report says. For the firm as a whole the better
# report changes little, less than 1 % of its value.
#
# **What it does not show:** a causal report. "Contributed" is a fairer ledger, not an experiment; an
# executive who ran experiments as above would see a fourth picture.

# %% [markdown]
# ## In short
#
# - A department's credit, its contribution and its causal worth are three numbers. Marketing's credit
#   is about half of its contribution.
# - Whether a cut is right is decided by what the money would bring elsewhere, and only an experiment
#   says that. Here, cutting marketing in favour of operations is wrong.
# - A better report helps the department against a wrong cut. It does not help against AI.
#
# Next: `04_your_own_company`.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
growth, winter = experiment.loc["year 2 (growth)"], experiment.loc["year 6 (winter)"]
cost, margin = growth["lost per money cut"], growth["± (95 %)"]
assert 24 < growth.loc["marketing", "budget, %"] < 28
assert abs(growth.loc["marketing", "contributed, %"] - growth.loc["marketing", "budget, %"]) < 4
assert 0.4 < growth["credited, %"]["marketing"] / growth["contributed, %"]["marketing"] < 0.6
assert 3.5 < cost["marketing"] < 4.5
assert abs(cost["marketing"] - cost["product"]) < margin["marketing"] + margin["product"]
assert cost["marketing"] > 0.8 * cost["sales"] and cost["marketing"] > 1.5 * cost["operations"]
assert (winter["lost per money cut"] < cost).all()
assert (
    winter["lost per money cut"]["marketing"] - winter["± (95 %)"]["marketing"]
    > winter["lost per money cut"]["operations"] + winter["± (95 %)"]["operations"]
)
assert winter["budget, %"]["operations"] > 1.5 * growth["budget, %"]["operations"]
assert gain.mean() - 1.96 * gain.sem() > 0
credit, causal = worth["credited"], worth["causal"]
for d in departments:
    value = worth.loc[("year 2 (growth)", d)]
    assert value["from (95 %)"] > 1.5 * max(value["credited"], value["contributed"])
assert 5.5 < causal["year 2 (growth)", "marketing"] / credit["year 2 (growth)", "marketing"] < 6
assert causal["year 6 (winter)", "operations"] < 0.5 * credit["year 6 (winter)", "operations"]
assert 2 < causal["year 6 (winter)", "marketing"] / credit["year 6 (winter)", "marketing"] < 2.4
weeks, marginalised = measured["budget line, median week"], measured["marginalised, %"]
for way in ways:
    assert weeks[way, "contributed"] - weeks[way, "last touch (as it is)"] > 26
assert (marginalised["AI as in the scenario"] == 100).all()
assert marginalised["no AI", "last touch (as it is)"] > 50
assert marginalised["no AI", "contributed"] == 0
assert (measured["firm's NPV, %"].abs() < 1).all()

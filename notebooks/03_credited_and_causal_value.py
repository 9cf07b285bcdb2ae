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


res = orgsim.run(world(), replications=40, quick=True)

# %% [markdown]
# ## Credited and contributed

# %%
ax = res.plot.value_gap(unit="share")

# %% [markdown]
# **What is seen:** marketing's part of all value that the firm's departments make, twice. What it
# contributes to is more than twice what it is credited with: broadcast advertising prepares customers
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
    return orgsim.run(world(grants=[grant]), replications=40, quick=True)


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
# **What is seen:** in year 2 marketing has a quarter of the money, a little more of what is contributed,
# and half of that in the report. By the experiment its money is worth nearly as much as that of
# sales, four fifths of product's, and twice as much as operations': each unit that is cut costs the firm
# three and a half. **A cut there is wrong**, although the report calls for it.
#
# In year 6 the market is full and every department's money brings less; only product's still brings
# more than it costs. Marketing's brings about as much as operations', though the report credits it
# with a quarter as much for each unit of money.
#
# The second table is in the unit of the two ledgers. They divide the lifetime value of the customers
# who are won or kept in that year; the causal value also holds what these bring about later. In year 2
# it is well above both ledgers for every department, and for marketing four to five times its credit:
# customers who are won early tell others, and a firm that earns more can spend more. In year 6 the
# ledgers give operations the largest part, but its causal value is less than half of its credit:
# many of those users would have stayed anyway. Marketing's is one and a half times its credit.
#
# **What it does not show:** that this goes on for ever. The number is for a cut by half, for a year;
# the first tenth that is cut may cost more or less than the last.

# %% [markdown]
# ### Who gets the money?
#
# A cut frees money, and somebody else gets it. So we move it: half of marketing's money in that year, and
# exactly that much more for one of the others.


# %%
def given(to, year):
    """NPV gained per unit of money that marketing gives away, with half a 95 % interval."""
    money = 0.5 * money_of("marketing", year)
    factors = {"marketing": 0.5, to: 1 + money / money_of(to, year)}
    grants = [
        {"firm": 0, "department": d, "factor": factor, "weeks": list(years[year])}
        for d, factor in factors.items()
    ]
    gain = (
        orgsim.run(world(grants=grants), replications=40, quick=True).outcomes.npv - npv
    ) / money
    return gain.mean(), 1.96 * gain.sem()


moves = pd.DataFrame(
    {
        (year, f"to {to}"): given(to, year)
        for year in years
        for to in ("product", "sales", "operations")
    },
    ["NPV gained per money moved", "± (95 %)"],
).T
moves.round(2)

# %% [markdown]
# **What is seen:** in year 2 there is nobody to whom marketing's money should have gone; given to
# operations, each unit costs the firm more than three. In year 6 it depends: given to product the
# money earns something, given to operations it is lost, and it is operations to whom most of it has
# gone. The cut was wrong not because marketing was worth so much, but because of who got the money.
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
    first = orgsim.run(world(*settings), replications=40, quick=True).outcomes.npv
    for report, bias in reports.items():
        seen = world(f"measurement.attribution_bias={bias}", *settings)
        o = orgsim.run(seen, replications=40, quick=True).outcomes
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
# crossed a year or more later. Without AI it is then never marginalised, where it was in most
# replications before. **With AI the report does not save it**: a department whose skills can be
# bought by anybody loses its place whatever the report says. For the firm as a whole the better
# report changes little, less than 1 % of its value, and not always for the better: a fair ledger is no
# guide to where the next unit of money brings most.
#
# **What it does not show:** a causal report. "Contributed" is a fairer ledger, not an experiment; an
# executive who ran experiments as above would see a fourth picture.

# %% [markdown]
# ## In short
#
# - A department's credit, its contribution and its causal worth are three numbers. Marketing's credit
#   is less than half of its contribution, on the average of the ten years.
# - Whether a cut is right is decided by what the money would bring elsewhere, and only an experiment
#   says that. Here, cutting marketing in favour of operations is wrong, and, once the market is full,
#   in favour of product it is right.
# - A better report helps the department against a wrong cut. It does not help against AI.
#
# Next: `04_your_own_company`.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
growth, winter = experiment.loc["year 2 (growth)"], experiment.loc["year 6 (winter)"]
cost = growth["lost per money cut"]
assert 24 < growth.loc["marketing", "budget, %"] < 28
assert 1 < growth.loc["marketing", "contributed, %"] - growth.loc["marketing", "budget, %"] < 4
assert 0.4 < growth["credited, %"]["marketing"] / growth["contributed, %"]["marketing"] < 0.6
assert 3.2 < cost["marketing"] < 3.8
assert 0.75 < cost["marketing"] / cost["product"] < 0.85
assert 0.88 < cost["marketing"] / cost["sales"] < 1
assert 1.8 < cost["marketing"] / cost["operations"] < 2.2
assert (winter["lost per money cut"] < cost).all()
assert list(winter.index[winter["lost per money cut"] > 1]) == ["product"]
assert (
    0.8
    < winter["lost per money cut"]["marketing"] / winter["lost per money cut"]["operations"]
    < 1.1
)
per_money = winter["credited, %"] / winter["budget, %"]
assert 0.2 < per_money["marketing"] / per_money["operations"] < 0.3
gained = moves["NPV gained per money moved"]
sure = gained.abs() > moves["± (95 %)"]
assert (gained["year 2 (growth)"] < 0).all() and gained["year 2 (growth)", "to operations"] < -3
assert gained["year 6 (winter)", "to product"] > 0 > gained["year 6 (winter)", "to operations"]
assert sure["year 6 (winter)", "to product"] and sure["year 6 (winter)", "to operations"]
assert gained["year 6 (winter)"].idxmin() == "to operations"
shares = res.means.share.isel(firm=0, strategy=0)
rise = shares.isel(week=311) - shares.isel(week=0)
assert rise.idxmax("department").item() == "operations"
both = means[["credited", "contributed"]].mean("week").sel(department="marketing")
assert both.credited < 0.5 * both.contributed
credit, causal = worth["credited"], worth["causal"]
for d in departments:
    value = worth.loc[("year 2 (growth)", d)]
    assert value["from (95 %)"] > 1.4 * max(value["credited"], value["contributed"])
assert 4 < causal["year 2 (growth)", "marketing"] / credit["year 2 (growth)", "marketing"] < 5
assert causal["year 6 (winter)", "operations"] < 0.5 * credit["year 6 (winter)", "operations"]
assert 1.3 < causal["year 6 (winter)", "marketing"] / credit["year 6 (winter)", "marketing"] < 1.7
weeks, marginalised = measured["budget line, median week"], measured["marginalised, %"]
for way in ways:
    assert weeks[way, "contributed"] - weeks[way, "last touch (as it is)"] > 52
assert (marginalised["AI as in the scenario"] == 100).all()
assert marginalised["no AI", "last touch (as it is)"] > 50
assert marginalised["no AI", "contributed"] == 0
assert (measured["firm's NPV, %"].abs() < 1).all() and measured["firm's NPV, %"].min() < -0.2

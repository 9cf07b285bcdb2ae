# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Inside one week
#
# **The question.** What exactly happens in a week of the model?
#
# **Why it matters.** A model that one cannot look into is an oracle. Here we stop the clock in the
# middle of the capital winter, simulate a single week, and work through its seven steps in the
# order of `docs/model.md`. Wherever it takes a line or two we compute the number ourselves, from the
# equation, and see that the model's is the same.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display

import orgsim

# %config InlineBackend.figure_format = "svg"

departments = ["product", "marketing", "sales", "operations"]
channels = ["broadcast", "performance", "sales", "organic", "word of mouth"]


def logistic(z):
    """Λ(z) of the model text."""
    return 1 / (1 + np.exp(-z))


checks = {}


def check(name, model, by_hand):
    """Show a number of the model beside the same by hand, and remember both."""
    checks[name] = (np.asarray(model, dtype=float), np.asarray(by_hand, dtype=float))
    return pd.DataFrame({"model": np.ravel(model), "by hand": np.ravel(by_hand)})


# %%
simulation = orgsim.Simulation(orgsim.scenario("capital_winter"), replication=3)
simulation.run(until=200)
before = simulation.copy()
simulation.step()

keys = simulation.scenario  # every key, as drawn for this replication
this = simulation.state()
old, firm = before.firms[0], simulation.firms[0]  # the focal firm
simulation.week, simulation.weeks_done

# %% [markdown]
# **What is seen:** `simulation.week` is the week that was simulated last, number 200, and 201 are
# done, since they are counted from 0. `before` is a copy that was made in time: a simulation is a
# value, and copying it costs nothing but memory.
#
# **What it does not show:** other weeks. Everything below is one week of one replication; the other
# notebooks look at ten years of many.

# %% [markdown]
# ## 1 Environment
#
# The climate κ comes from the scenario's knots. AI's parity with marketing's craft follows an S-curve:
# $a = \text{ceiling} \cdot \Lambda((t - \text{midpoint}) / \text{width})$.

# %%
ai = keys.environment.ai
parity = ai.ceiling * logistic((simulation.week - ai.midpoint) / ai.width)
climate = np.interp(simulation.week, *np.transpose(keys.environment.climate))
check("climate and parity", [this["climate"], this["ai_parity"]], [climate, parity])

# %% [markdown]
# **What is seen:** the climate is at a tenth of what it was, and a tool does under a fifth of the
# craft as well as people do.
#
# **What it does not show:** any reason. Both are put in from outside: nothing that the firms do changes
# them.

# %% [markdown]
# ## 2 Executives
#
# Scrutiny is high when growth $g$ and climate are low; scrutiny makes money scarce and movable:
# $\sigma = \Lambda(s\,(m - g_c/2 - \kappa/2))$, and revenue $R$ counts users by habit.

# %%
e, m = keys.executive, keys.economics
growth = np.clip(firm.growth, 0, 1)
scrutiny = logistic(e.scrutiny_slope * (e.scrutiny_mid - growth / 2 - climate / 2))
people_per_firm = keys.market.customers / keys.market.firms
injection = m.injection * people_per_firm * climate * growth
revenue = this["revenue"][0]
wish = m.budget_mature + (m.budget_growth - m.budget_mature) * growth - m.winter_cut * (1 - climate)
afford = m.margin * revenue + injection + old.cash / m.cash_weeks
floor = m.budget_floor * people_per_firm
budget = max(min(max(wish * revenue, floor) + injection, afford), floor)
check("scrutiny", this["scrutiny"][0], scrutiny)

# %%
by_hand = budget * old.share
check("budget", this["budget"][0], by_hand).set_axis(departments).round(1)

# %% [markdown]
# **What is seen:** scrutiny is at .85 of 1: growth has ended and capital is scarce. The budgets are
# the total times the shares that last week's politics left.
#
# **What it does not show:** waste. Of a budget that cannot prove its effect a part is withheld,
# which is the next step.

# %% [markdown]
# ## 3 Departments
#
# Money whose effect cannot be shown is withheld: $\phi_d = \text{friction} \cdot \sigma (1 - M_d)$.
# What is spent becomes work; broadcast advertising adds up over weeks as *adstock*
# $V \leftarrow \theta V + (1 - \theta) E$, and the firms' voices compete for attention.

# %%
withheld = e.friction * scrutiny * (1 - firm.measurability)
check("spend", this["spend"][0], this["budget"][0] * (1 - withheld)).set_axis(departments).round(1)

# %%
adstock = keys.marketing.adstock
effort = firm.effort[0] * firm.creative
check("adstock", firm.adstock, adstock * old.adstock + (1 - adstock) * effort)

# %%
contact = keys.market.contact
voices = np.array([f.adstock + f.ceo_voice for f in simulation.firms]) ** contact.attention
noise = (contact.attention_noise * (1 + ai.noise * parity)) ** contact.attention
check("share of voice", this["share_of_voice"], voices / (noise + voices.sum()))

# %%
decay, gain = keys.marketing.goodwill_decay, keys.marketing.goodwill_gain
check("goodwill", firm.goodwill, (1 - decay) * old.goodwill + gain * this["share_of_voice"][0])

# %% [markdown]
# **What is seen:** a quarter of marketing's budget is withheld, and nothing of that of sales, whose
# results can be shown. The share of voice sums to far less than one: most attention goes elsewhere,
# and the more so the more content AI makes.
#
# **What it does not show:** that withheld money is saved: half of it is spent on proving.

# %% [markdown]
# ## 4 Customers
#
# A non-user whom firm $f$ reaches (at the rate $L_f$) accepts with the probability
# $\Lambda(u_f - r_s)$: a logit choice of the utility that is offered against the reluctance of the
# adopter class; who has used a product and left must be offered more (`lapse`). Users may be won over
# in the same way, or give up; who gives up looks at the rivals first (`rebound`). Hazards of a week add
# up; nothing happens with the probability $\exp(-H)$.

# %%
hazards = simulation.hazards()
rates = hazards["contact"][0]
performance = contact.performance * (1 - keys.measurement.capture) * firm.performance_share
sov = this["share_of_voice"][0]
organic = contact.organic * firm.quality
check(
    "contacts",
    rates[[0, 1, 3]],
    [contact.broadcast * sov, performance, organic],
).set_axis(["broadcast", "performance", "organic"])

# %%
utility, resistance = hazards["utility"], hazards["resistance"]
logit = logistic(utility[:, None, :] - resistance[None, :, None])
check("acceptance", hazards["adoption"][0, :, 0], logit[0, :, 0]).rename_axis("class").round(4)

# %%
hazard = (hazards["reach"] * logit).sum(axis=2)  # favourite x class
chance = pd.DataFrame(100 * (1 - np.exp(-hazard)), ["focal", "rival 1", "rival 2"])
chance.rename_axis(index="favourite", columns="class").round(2)

# %%
won = pd.Series(this["won_by_channel"][0], channels)
ax = won.plot.barh(figsize=(7, 2.6), color="0.4")
ax.set(
    xlabel="customers",
    title=f"{won.sum():,.0f} customers won in week {simulation.week}, by channel",
)
ax.invert_yaxis()
plt.show()
users = pd.Series(
    {
        "users at the start": this["users"][0],
        "+ won": this["won"][0],
        "- lost": this["lost"][0],
        "users at the end": this["users_end"][0],
    }
)
check("users", users.iloc[3], users.iloc[0] + users.iloc[1] - users.iloc[2])
users.to_frame("people")

# %% [markdown]
# **What is seen:** the four adopter classes accept ever less readily; most in the first have a product
# long since. A non-user takes up some product with a probability of two per cent a week or less. Word of
# mouth wins most customers, three quarters of all who are won were somebody else's, and this week the
# firm wins a few more than it loses.
#
# **What it does not show:** a person. In the market kind `pooled` all people who are alike are counted
# together and the week is one multinomial draw; the kind `network` gives everybody neighbours.

# %% [markdown]
# ## 5 Ledgers
#
# Two books share out *the same value* among the departments: what came of everybody's work
# (*contributed*), and what the last touch shows (*last touch*).

# %%
books = pd.DataFrame({"contributed": firm.contributed, "last touch": firm.last_touch}, departments)
check("both books", books["contributed"].sum(), books["last touch"].sum())

# %%
lifetime = m.margin * m.price / (firm.churn + m.discount)
check("lifetime value", firm.ltv, lifetime)
books.round(0)

# %% [markdown]
# **What is seen:** both columns sum to the same. Marketing contributed twice what is recorded for
# it; all others are recorded for more than they contributed to.
#
# **What it does not show:** causal worth. For that one has to take something away and run again: see
# notebook 03.

# %% [markdown]
# ## 6 Politics
#
# What AI can do replaces a department only as far as the firm has learnt to use it instead: $H$ grows
# with AI's parity $a$, the faster the more closely money is watched. Power follows who is central and
# cannot be replaced. Shares of next week's budget move towards perceived return (as far as scrutiny
# looks), towards power, and towards equal budget lines, each at its own speed $\eta$, and none faster than
# `most`: $x_d \leftarrow x_d \exp(z_d)$, normalised.

# %%
insourced = old.insourced + ai.insource * scrutiny * parity * (1 - old.insourced)
check("insourced", firm.insourced, insourced)

# %%
claim = firm.centrality * firm.non_substitutability
claim = claim * firm.measurability**keys.measurement.accountability
power = old.power + e.power_rate * (claim / claim.sum() - old.power)
check("power", firm.power, power).set_axis(departments).round(4)

# %%
returns = old.roi + e.roi_rate * (firm.credited / firm.budget - old.roi)
log_return = np.log(returns) + firm.perception
log_return -= np.log((old.share * np.exp(log_return)).sum())
z = (e.eta + e.eta_scrutiny * scrutiny) * scrutiny * log_return
z += e.eta_power * (1 + e.scarcity_power * (1 - climate)) * np.log(power / old.share)
lines_of_budget = np.array(e.items) / sum(e.items)
z += e.eta_equality * np.log(lines_of_budget / old.share)
share = old.share * np.exp(np.clip(z, -e.most, e.most))
share = share / share.sum()
check("share", firm.share, share).set_axis(departments).round(5)

# %%
audit = pd.DataFrame({name: part[0] for name, part in this["audit"].items()}, departments)
(1e4 * audit).round(2)

# %% [markdown]
# **What is seen:** the new shares, and in the last table why they moved: the change of each
# department's (log) share in ten-thousandths. Marketing loses mostly because little is credited to
# it, and a little more because it has less power than budget; this week an error in the executive's
# view (*noise*) gives some of that back. In a single week a share moves by less than a hundredth of
# itself: that is how a quarter of the budget gets lost without a decision.
#
# **What it does not show:** an intention. No rule says that marketing should lose.

# %% [markdown]
# ## 7 Lines
#
# Three conditions, each of which counts once it has held for a quarter of a year.

# %%
marketing = departments.index("marketing")
check("real share", firm.real_share, firm.share[marketing] * (1 - withheld[marketing]))
lines = pd.DataFrame(
    {
        "this week": [
            firm.real_share / keys.executive.share[1],
            this["non_substitutability"][0][marketing],
            this["centrality"][0][marketing],
        ],
        "crossed below": [keys.lines.budget, keys.lines.capability, keys.lines.structure],
    },
    ["budget", "capability", "structure"],
)
lines.round(3)

# %% [markdown]
# **What is seen:** none of the conditions holds yet; the budget is nearest, with hardly more than half of
# what marketing had at first, without what is withheld.
#
# **What it does not show:** when a line is crossed: that takes thirteen weeks in a row.

# %% [markdown]
# ## Every quantity
#
# What has not come up so far can be read in the same way: what a firm carries from week to week, and
# what it made of the last one. Each quantity knows its symbol in the model text.


# %%
def quantities(now, then):
    """Name, symbol and meaning, and the value a week before and now, of all that a part has."""
    rows = {}
    for name in (name for name in dir(now) if not name.startswith("_")):
        value = getattr(now, name)
        if isinstance(value, float | int | np.ndarray):
            meaning = getattr(type(now), name).__doc__.split("\n\n")[-1].strip()
            rows[name] = [np.round(getattr(then, name), 3), np.round(value, 3), meaning]
    columns = ["a week before", "this week", "meaning"]
    return pd.DataFrame.from_dict(rows, orient="index", columns=columns)


with pd.option_context("display.max_colwidth", None, "display.max_rows", None):
    display(quantities(firm, old))

# %% [markdown]
# **What is seen:** more than seventy quantities. Most hardly move in a week; the ones that jump are the
# draws, such as the creative idea in the weeks in which there is a new one.
#
# **What it does not show:** the hazards of customers, which are one table per state: see
# `simulation.hazards()`, of which step 4 used a part.

# %% [markdown]
# ## Forks: the same future twice
#
# Because a simulation is a value, its future can be tried out. Two copies of the same week, the same
# random numbers to come, one difference: in one of them marketing begins to tie itself to results with AI.

# %%
left, right = simulation.copy(), simulation.copy()
right.begin("ai_and_results")
seen = {"as it was": [], "AI + results": []}
for fork, name in ((left, "as it was"), (right, "AI + results")):
    fork.run(
        until=simulation.weeks_done + 156,
        observe=lambda s, kept=seen[name]: kept.append(100 * s.firms[0].share[1]),
    )
paths = pd.DataFrame(seen, range(simulation.weeks_done, simulation.weeks_done + 156))
ax = paths.plot(figsize=(7, 3.2), style=["-", "--"], color=["0.3", "#0072B2"])
ax.set(xlabel="week", ylabel="marketing's share (%)", title="Two futures on common random numbers")
ax.set_ylim(bottom=0)
ax.legend(frameon=False)
plt.show()
paths.iloc[[0, 51, 155]].round(2)

# %% [markdown]
# **What is seen:** after a week the two futures cannot be told apart; after a year marketing has 15 instead of
# 11 % of the budget, after three years four times as much as it would have had. Since the
# random numbers are the same, all of the difference is the strategy's.
#
# **What it does not show:** other random numbers. This is one replication; `orgsim.run` does it for as many as
# one likes.

# %% [markdown]
# ---
# *For those who change the model:* every number that was computed by hand above must be the model's,
# and the text quotes results. This cell fails when that is no longer true.

# %%
for name, (model, by_hand) in checks.items():
    np.testing.assert_allclose(model, by_hand, rtol=1e-9, err_msg=name)
assert len(checks) == 16
assert 70 < len(quantities(firm, old)) < 80
assert 0.09 < climate < 0.11 and 0.15 < parity < 0.2 and 0.845 < scrutiny < 0.855
assert 0.2 < withheld[1] < 0.3 and withheld[2] == 0
assert this["share_of_voice"].sum() < 0.5
assert (np.diff(hazards["adoption"][0, :, 0]) < 0).all() and 1.5 < chance.max(axis=None) < 2.5
assert won.idxmax() == "word of mouth" and 0 < this["won"][0] - this["lost"][0] < 500
assert 0.7 < firm.switched / firm.won < 0.8
ratio = books["contributed"] / books["last touch"]
assert 1.7 < ratio["marketing"] < 2.5 and (ratio.drop("marketing") < 1).all()
assert audit.loc["marketing"].idxmin() == "credit" and audit.loc["marketing", "power"] < 0
assert 0 < audit.loc["marketing", "noise"] < -audit.loc["marketing", "credit"] / 2
assert (np.abs(np.log(firm.share / old.share)) < 0.01).all()
assert list(lines["this week"] < lines["crossed below"]) == [False, False, False]
assert (lines["this week"] - lines["crossed below"]).idxmin() == "budget"
apart = paths["AI + results"] - paths["as it was"]
assert abs(apart.iloc[0]) < 0.1
assert paths.iloc[51].round().tolist() == [11, 15]
assert 3.5 < paths["AI + results"].iloc[155] / paths["as it was"].iloc[155] < 4.5

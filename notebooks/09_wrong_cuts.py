# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Wrong cuts
#
# **The question.** Marketing's share of the budget is cut. Which of these cuts were wrong?
#
# **Why it matters.** Afterwards every cut can be explained. Whether it was right is another question:
# would the money have brought more where it was than where it went? The run does not say, and neither
# does the report. So at the beginning of every cut we stop, give some money to the department that is
# about to be cut, give the same to those that are about to gain, and look at what comes of it.

# %%
import orgsim

# %config InlineBackend.figure_format = "svg"

scenario = orgsim.scenario("capital_winter")
found = orgsim.audit(scenario, replications=20, futures=8, quick=True)

# %% [markdown]
# ## Why the share fell

# %%
ax = found.plot.terms()

# %% [markdown]
# **What is seen:** over the ten years marketing's share falls by nine tenths. In log points, which add up
# where per cent do not, credit explains all of it and more: what the executive sees that marketing
# returns is less than what it sees of the others. Power, which follows contribution and what AI cannot
# do, takes a quarter as much. The rest gives some back: shares must sum to 1.
#
# **What it does not show:** whether that was right. Credit is the report's number, not an experiment's.

# %% [markdown]
# ## The cuts
#
# A cut is a share that falls by a fifth or more within half a year, for as long as it goes on falling.

# %%
found.counts.round(2).T

# %%
ax = found.plot.cuts()

# %%
columns = [
    "replication", "department", "first_week", "last_week", "points", "credit", "power",
    "return_cut", "return_gained", "verdict",
]  # fmt: skip
found.cuts[columns].head(8).round(2)

# %% [markdown]
# **What is seen:** every cut is marketing's, two in each run, and most of them are long. About three in
# five were wrong: a unit of money would have brought more in marketing than where it went. The deepest
# cuts of all are no surer to be wrong than the others; credit calls for right ones and wrong ones alike.
#
# **What it does not show:** how large a cut would have been right. A grant measures the next unit of money.

# %% [markdown]
# ## Do the ledgers rank as experiments do?
#
# The same grants, to every department and to each of marketing's four ways to work, in a year of
# growth and deep in the winter, beside what the two ledgers say.

# %%
worth = orgsim.value(scenario, at=[60, 300], replications=20, quick=True)
worth.agreement.round(2)

# %%
ax = worth.plot.returns(300)

# %%
worth.last_touch.round(0)

# %% [markdown]
# **What is seen:** neither ledger ranks departments and modes as experiments do. Both put operations, which
# keeps the users there are, far above what its next unit of money brings; contribution, the fairer of the
# two, ranks worse than credit, since it shows what *all* of a department's money was part of, not what
# more of it would bring. An executive who for one year deep in the winter went by experiments instead
# would leave the firm four per cent more of what it is worth from then on; in a year of growth hardly any.
#
# **What it does not show:** what is right in the long run. An experiment measures the next unit of money in
# one week; the executive goes by it for a year.

# %% [markdown]
# ## In short
#
# - Why a share fell can be added up exactly, week by week. That credit explains it does not make it right.
# - About three in five of marketing's cuts were wrong: the same money would have brought more where it was.
# - Neither ledger is a guide to where the next unit of money belongs. Experiments are, and going by them for
#   a year pays.
#
# Next: `10_best_strategy`.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
points = found.movement.set_index("term")["points"]
counts = found.counts.iloc[0]
assert -265 < points["all"] < -250
assert points["credit"] < points["all"] and 0.2 < points["power"] / points["credit"] < 0.3
assert points["rest"] > 0
assert counts["marketing"] == len(found.cuts) and 1.5 < counts["marketing"] / 20 < 2.5
assert 0.5 < counts["share_wrong"] < 0.7 and counts["wrong"] > counts["right"] > 0
assert set(found.cuts.head(8)["verdict"]) > {"wrong"}
agreement = worth.agreement.set_index("ledger")
assert (agreement["correlation_high"] < 0).all()
assert agreement["correlation"]["contributed"] < agreement["correlation"]["credited"]
last = worth.returns[worth.returns["week"] == 300].set_index("target")
assert last["credited"].idxmax() == last["contributed"].idxmax() == "operations"
assert last["causal"].idxmin() == "operations"
gain = worth.last_touch["npv_change"] / worth.last_touch["npv"]
assert 0.035 < gain[1] < 0.055 and gain[0] < 0.01

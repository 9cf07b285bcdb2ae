# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Who is left after twenty years?
#
# **The question.** Six firms compete for twenty years. Firms copy those that do well, and executives dissolve marketing
# departments that have become small. Which departments are left, and what do they look like?
#
# **Why it matters.** All that was asked so far is what a strategy does for the firm that takes it. But nobody need carry out
# a plan well for a way of working to disappear: it is enough that those who work so are dissolved, or that their firms copy
# others. That is *selection*, and it can favour other things than success.
#
# We look at who spreads, who lasts, and whether chance alone would not do the same.

# %%
import matplotlib.pyplot as plt
import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## Markets
#
# The scenario `selection` has six firms in the capital winter. Each draws what it begins with: no strategy at all, more of
# the same, AI to cut, or one that puts marketing back into results, product or operations. Every year a firm copies, with
# probability one fifth, the firm that it takes for the most profitable per user. A department whose real share of the budget
# has been below a quarter of its first for a year is dissolved.
#
# A *market* is one such draw; replications of it begin alike and have different luck.

# %%
scenario = orgsim.scenario("selection")
found = orgsim.select(scenario, markets=20, replications=3, quick=True)
print(found)

# %% [markdown]
# ## What firms follow

# %%
found.plot.shares()
plt.show()

# %% [markdown]
# **What is seen:** in the first six years strategies spread: most of all the one that puts marketing into operations. But the
# winter has come by then, and two years into it the grey line rises: most departments are dissolved within a few years. What
# had spread most is gone; of those that are left, most do everything at once.
#
# **What it does not show:** that operations are a mistake. The firms that took them are still there, and profitable. What
# they have no longer is a marketing department.

# %%
found.plot.survival()
plt.show()

# %% [markdown]
# **What is seen:** departments that began with results, and those that do everything at once, last longest. More of the same
# and no strategy at all do not last, and neither do product alone and operations alone. The bands are wide: twenty markets
# are few, and a department's fate hangs on who else is in its market.
#
# **What it does not show:** what a department followed later. The curves are by what it *began* with; some copied another
# strategy on the way, and were saved or lost by that.

# %% [markdown]
# ## What is left
#
# Budget is the real share of the firm's budget, `kept` the same as a part of what it was in week 0.

# %%
columns = [
    "label",
    "departments",
    "share",
    "budget",
    "kept",
    "centrality",
    "staff",
    "profit_per_user",
]
found.survivors.query("departments > 0")[columns].round(2)

# %% [markdown]
# ## Or chance?
#
# Where firms copy each other, shares move by chance alone, and in the end one strategy is left. So we ask again in a world in
# which firms copy just as often, but see so badly that profit plays no part, and nobody dissolves anything.

# %%
blind = scenario.copy()
blind.selection.noise = 100
blind.selection.dissolve = 0
chance = orgsim.select(blind, markets=20, replications=3, quick=True)


def followed(selected, week):
    """The share of the firms that follow each strategy after a week (%)."""
    rows = selected.shares.query("week == @week and share_high > 0")
    return (100 * rows.set_index("label")["share"]).round(0)


weeks = [0, 182]
names = ["seeing", "blind"]
pd.concat(
    {
        (name, week): followed(one, week)
        for name, one in zip(names, [found, chance], strict=True)
        for week in weeks
    },
    axis=1,
)

# %% [markdown]
# In week 182, at the bottom of the winter, nobody has been dissolved yet. Among firms that see profit, operations have
# gained; among those that copy blindly, they have not. That is selection. How far single histories move either way is drift,
# and one history could not tell the two apart.
#
# **What we saw.** What spreads is what pays the firm; what is left is what keeps its share of the budget. The two are not the
# same, and no department had to work badly for it to disappear.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no longer true.


# %%
def share(selected, name, week):
    rows = selected.shares
    chosen = rows["strategy"].isna() if name is None else rows["strategy"] == name
    return rows[chosen & (rows["week"] == week)]["share"].iloc[0]


assert share(found, None, 182) == 0 and share(found, None, 1039) > 0.8
grown = share(found, "merge_with_operations", 182) / share(found, "merge_with_operations", 0)
by_chance = share(chance, "merge_with_operations", 182) / share(chance, "merge_with_operations", 0)
assert grown > 1.3 and grown > by_chance
assert share(found, "merge_with_operations", 1039) < 0.01
left = found.survivors.dropna(subset=["strategy"]).sort_values("departments")
assert left["strategy"].iloc[-1] == "all_together"
last = found.survival[found.survival["week"] == 1039].set_index("first_strategy")["survival"]
assert list(last.sort_values().index[-2:]) == ["all_together", "tie_to_results"]
assert last.drop(["all_together", "tie_to_results"]).max() < 0.2

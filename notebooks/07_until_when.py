# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Until when?
#
# **The question.** A capital winter is coming. Which strategy can wait, and until when can it still be reversed that
# marketing is marginalised?
#
# **Why it matters.** A strategy that works at week 60 may come too late at week 160: by then the budget is gone that it
# would need, the firm has learned to do without, and power has moved on. Whoever hesitates wants to know how long he may.
#
# We begin every strategy at many weeks, and look for the last one at which it still works: its *point of no return*.

# %%
import matplotlib.pyplot as plt

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## Every strategy, every half year
#
# Each replication's market is simulated once without a strategy, and a copy of it goes on with each strategy from each
# start. It is judged over its own five years. That is half the work of separate runs.

# %%
scenario = orgsim.scenario("capital_winter")
found = orgsim.window(scenario, starts=(26, 338, 26), replications=20, quick=True)
print(found)

# %% [markdown]
# ## The map
#
# Dark is saved. Each row is a strategy, each column a first week; a triangle marks the point of no return, and the orange
# line its interval, which is no finer than the half year between starts.

# %%
found.plot.map()
plt.show()

# %% [markdown]
# **What is seen:** some strategies never save marketing, at no start: it does not matter when they begin. Others work if they come before the
# winter has done its work. Those that change what marketing *is*, with AI in the hands of people who are redeployed, can wait
# longest. **What it does not show:** what saving it costs the firm; the summary above has its NPV.
#
# ## How it slips away
#
# The same as curves: points are the shares of the replications in which marketing is saved, lines the falling fit from
# which the point of no return is read.

# %%
found.plot.curves()
plt.show()

# %% [markdown]
# **What is seen:** the share does not fade, it breaks off within a year or two. **What it does not show:** what becomes of
# marketing where it is not saved; some of it is smaller but central (*transformed*), which is not counted here. The points
# themselves:

# %%
found.points[["label", "kind", "week", "low", "high"]]

# %% [markdown]
# ## Does haste help?
#
# If one must begin late, does it help to move fast? The second axis is the time scale `ramp` on which a strategy moves.

# %%
haste = orgsim.window(
    scenario,
    starts=(104, 338, 26),
    only=["all_together"],
    ramp=[1, 13, 52],
    replications=20,
    quick=True,
)
haste.points[["setting", "kind", "week", "low", "high"]]

# %% [markdown]
# A strategy that takes a year to move has its point of no return a year earlier; whether it takes a week or a quarter
# matters little.
#
# **What we saw.** Time is a resource of its own: what can be reversed in the first years cannot later, and how long one may
# wait differs between strategies by years. `rivals=` and `worlds=` ask the same where rivals do so too, and in other
# worlds that fit the evidence.

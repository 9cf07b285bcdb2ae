# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Why does it happen?
#
# **The question.** In a capital winter marketing loses most of its budget. Is it the winter that does it, or AI, or that the
# market is full, or how success is measured, or power?
#
# **Why it matters.** Who blames the winter waits for spring. If it is the last touch that takes the credit, spring will not
# help; tests might.
#
# All of these are switched on and off, in every combination, in the same markets with the same luck, and the loss is shared
# out among them by a rule that is fair to all: Shapley's.

# %%
import matplotlib.pyplot as plt

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## The parts of the loss

# %%
scenario = orgsim.scenario("capital_winter")
found = orgsim.explain(scenario, replications=10, interactions=True, quick=True)
found.plot.waterfall()
plt.show()

# %%
print(found.conclusion)

# %% [markdown]
# **What is seen:** bars go from the loss that would come without any of the mechanisms to the loss that does come. A bar to the right takes
# budget away from marketing, a hatched one to the left gives it some. The values sum to the whole difference exactly, in
# every single replication.
#
# They hang on what each mechanism is switched off *to*: without the winter money is as easy as in a boom, without last-touch
# credit executives see what each department really contributed. **What it does not show:** when each of them does it; the
# argument `series` explains any week.
#
# ## What the firm loses
#
# What is bad for marketing need not be bad for the firm. The same for its net present value:

# %%
found.plot.waterfall(value="npv")
plt.show()

# %% [markdown]
# **What is seen:** a market that stops growing costs the firm far more than all else together. **What it does not show:** what
# the firm could do about it.
#
# ## Two together
#
# Some do more together than each by itself. The pairs that matter most for the share of the budget:

# %%
pairs = found.pairs.query("value == 'budget_share'")
pairs.loc[pairs["effect"].abs().sort_values(ascending=False).index].head(5)[
    ["one", "other", "effect", "low", "high"]
]

# %% [markdown]
# ## Two scenarios
#
# The same question can be asked of two scenarios: in which of the keys that differ does the difference lie? Here the
# winter against the same world without one, and with a more patient executive.

# %%
patient = scenario.copy()
patient.environment.climate = [(0, 1)]
patient.executive.eta_scrutiny = scenario.executive.eta_scrutiny / 2
compared = orgsim.explain(scenario, against=patient, replications=10, quick=True)
compared.effects.query("value == 'budget_share'")[["player", "effect", "low", "high"]]

# %% [markdown]
# **What we saw.** A loss that looks like one story is the sum of several, and they can be told apart by experiment, since
# in a model every combination can be run. The values are about this model and this scenario; `worlds=` asks the same in other
# worlds that fit the evidence.

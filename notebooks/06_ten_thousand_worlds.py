# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Ten thousand worlds
#
# **The question.** When must marketing tie itself to results with AI, so that it is not marginalised, and does
# the answer hold in other companies than the one that we happened to write down?
#
# **Why it matters.** One scenario has one number for everything: how fast the executive moves budgets, how much
# power counts, how much customers love their favourite. Nobody knows these numbers well. A *sweep* runs the same
# question in many worlds that differ in them, and shows which of them the answer hangs on.
#
# We design a sweep, run a part of it, stop it, go on, and look at it from three sides.

# %%
import pathlib
import tempfile

import matplotlib.pyplot as plt
import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## Design
#
# The world is the capital winter, nearly six years long. We take it as a *mean field*: expected flows of customers,
# without any chance, so that one run says everything about a world, and ten thousand take seconds.
#
# Four things vary, each over a range: the week in which marketing begins to change, how fast the executive moves
# budgets when investors look closely (`eta_scrutiny`), how fast power does (`eta_power`),
# and how much a customer's favourite is worth to him (`taste`).

# %%
scenario = orgsim.scenario("capital_winter")
scenario.market.kind = "mean_field"
scenario.run.weeks = 300

vary = {
    "strategies.ai_and_results.start": (50, 290),
    # a rate, which usually varies in factors
    "executive.eta_scrutiny": {"range": (0.001, 0.012), "scale": "linear"},
    "executive.eta_power": (0.0, 0.006),
    "market.taste": (1, 5),
}
start = "strategies.ai_and_results.start"

# %% [markdown]
# The points are Sobol's sequence: spread more evenly than chance would, and so that the first thousand are a good
# design too. That is why a sweep can be begun small and grow.

# %%
folder = tempfile.TemporaryDirectory()
path = pathlib.Path(folder.name) / "worlds.h5"


def worlds(points, **options):
    """So many points of the sweep; what the file has of them is not run again."""
    return orgsim.sweep(
        scenario,
        vary=vary,
        points=points,
        design="sobol",
        strategies=["ai_and_results"],
        path=path,
        **options,
    )


first = worlds(1000)
first

# %% [markdown]
# ## Run, stop, go on
#
# Now ten thousand. Something comes up after a third of them: we stop. (`progress` is told how much is done; that it
# says False stops the sweep. Ctrl-C, a power cut or a full disk would do the same.)

# %%
try:
    worlds(10_000, progress=lambda done: done < 1 / 3)
except orgsim.Stopped as stopped:
    reason = str(stopped)
journal = path.with_name("worlds.h5.journal")
reason.endswith("the same call goes on"), journal.exists()

# %% [markdown]
# Every world that was finished is in the journal beside the file. The same call again runs the others, and only
# those; then the journal goes, and the file is the one that we would have had without the break, to the last byte.

# %%
sweep = worlds(10_000)
sweep, journal.exists()

# %% [markdown]
# ## Look
#
# `sweep.points` is the design, `sweep.outcomes` has a row for every run, with the keys of its world as columns.

# %%
sweep.points.head(3).round(4)

# %%
runs = sweep.outcomes
baseline, changed = (runs[runs["strategy"] == name] for name in sweep.strategies)
verdicts = changed["verdict"].value_counts(normalize=True)
(100 * verdicts[verdicts > 0]).round(1).rename("share of the worlds (%)").to_frame()

# %% [markdown]
# In all but a few of these worlds marketing is marginalised if it does nothing. What becomes of it if it changes
# depends first of all on when.

# %%
sweep.plot.response("saved", x=start)
plt.show()

# %% [markdown]
# **What is seen:** each grey point is a world, saved or not; blue are means of a thousand neighbours. Whoever begins
# in the first three and a half years is saved nearly everywhere; later the chances fall, and in the last months there
# are none. Between them lies a span in which it depends on something else.
#
# **What it does not show:** on what. The other three keys vary at the same time, and a mean over them says nothing
# about any one of them.

# %%
sweep.plot.map("saved", start, "executive.eta_scrutiny")
plt.show()

# %% [markdown]
# **What is seen:** the border is not upright. Where the executive moves budgets fast it lies early, where he is slow
# there is a year more. In the cells along the border some worlds are saved and some are not: there the two keys that
# the map does not show decide.
#
# **What it does not show:** how likely each world is. A map with much yellow is no good news if the real company lies in
# the blue; the ranges are ours, and so is the share of the map that is yellow.

# %% [markdown]
# ## A tornado, and what it leaves out
#
# Which of the four keys matters most? Morris' method moves one key at a time, from many places, by two thirds of its
# range. The mean size of what happens, per whole range, is the bar. It takes 150 runs instead of ten thousand.

# %%
found = orgsim.sensitivity(
    scenario,
    vary=vary,
    of=["saved", "npv"],
    strategies=["ai_and_results"],
    trajectories=30,
    quiet=True,
)
found.plot.tornado("saved")
plt.show()

# %% [markdown]
# **What is seen:** the week of the beginning matters most by far. The bar reaches about 100 %: moved by two thirds of its
# range the week changes the verdict in seven of ten places, and per whole range that counts one and a half times.
#
# **What it does not show:** which way a key works, and where. The bar of `eta_scrutiny` is short and its interval begins
# at nothing, and yet the map shows that it moves the border by many weeks: a company that stands at the border is saved or lost by it. A bar is a mean over
# all worlds, most of which are far from the border. It does not show keys that were not varied either, nor
# keys that matter only together; `sigma` in the table is large where they do.

# %%
table = found.indices
saved = table[table["of"] == "saved"].set_index("key")
saved[["mu_star", "mu_star_low", "mu_star_high", "mu", "sigma"]].round(2)

# %% [markdown]
# And what matters for one thing need not matter for another: for the firm's value the week counts a fifth as much as
# the customers' taste, which saves hardly any marketing department.

# %%
found.plot.tornado("npv", strategy="ai_and_results")
plt.show()

# %% [markdown]
# **What is seen:** taste first. The firm lives by customers who stay; whether it has a marketing department is another
# question.
#
# **What it does not show:** that marketing is worth nothing. The strategy is the same in all of these runs, and only its
# beginning differs.

# %% [markdown]
# ## One world by itself
#
# Every point is a scenario that can be run alone, with all its weeks, and with chance.

# %%
late = sweep.points[(sweep.points[start] > 150) & (sweep.points[start] < 170)].index[0]
world = sweep.scenario_at(late)
again = orgsim.run(world, only=["ai_and_results"], quick=True).outcomes
once = runs[runs["point"] == late]
pd.DataFrame(
    {"sweep": once["npv"].to_numpy(), "alone": again["npv"].to_numpy()}, sweep.strategies
).round(2)

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no longer true.

# %%
assert len(first) == 1000 and len(sweep) == 10_000 and sweep.complete
assert reason.startswith("progress stopped the sweep")
assert 0.995 < baseline["marginalised_week"].notna().mean() < 1
is_saved = changed["verdict"].isin(["averted", "reversed"]).to_numpy()
weeks = changed[start].to_numpy()
early, last = is_saved[weeks < 182].mean(), is_saved[weeks > 275].mean()
assert early > 0.99 and last < 0.02
fast = changed["executive.eta_scrutiny"].to_numpy() > 0.009
slow = changed["executive.eta_scrutiny"].to_numpy() < 0.003
between = (weeks > 200) & (weeks < 250)
assert is_saved[between & slow].mean() > is_saved[between & fast].mean() + 0.7
assert saved.index[0] == start and 0.9 < saved["mu_star"].iloc[0] < 1.2
assert saved["mu_star"].iloc[0] > 3 * saved["mu_star"].iloc[1]
assert saved["mu_star"]["executive.eta_scrutiny"] < 0.3
assert saved["mu_star_low"]["executive.eta_scrutiny"] < 0.02
value = table[(table["of"] == "npv") & (table["strategy"] == "ai_and_results")]
assert list(value["key"])[:2] == ["market.taste", start]
assert 4 < value["mu_star"].iloc[0] / value["mu_star"].iloc[1] < 6.5
assert (once["npv"].to_numpy() == again["npv"].to_numpy()).all()

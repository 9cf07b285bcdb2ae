# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # When is marketing marginalised?
#
# **The question.** A firm's marketing department starts with a quarter of the budget. Some years
# later it may have a fiftieth, although nobody decided that it should be so. When does that happen,
# and what brings it about?
#
# **Why it matters.** Whoever only looks at the end sees a department that was cut because it did
# not work. Whoever sees how it came about can tell a shortage of money from a loss of skill and
# from a loss of place, and those three ask for different answers.
#
# **An agent-based model** is a computer program in which many actors (here customers, departments
# and executives) each follow simple rules of their own, week after week. Nobody writes down what
# comes out in the large; it is observed, as in an experiment that can be repeated.
#
# Four expressions are used throughout:
#
# | expression | meaning |
# |---|---|
# | **growth market** (增量市场) | many people use nobody's product yet, so every firm can grow at once |
# | **stock market** (存量市场) | those people are used up and firms compete for the existing *stock* of users; share prices play no part |
# | **crisis lines** | *budget*: marketing has less than half of its first share; *capability*: AI can do half of its work; *structure*: it takes part in less than 8 % of the value that all departments contribute |
# | **marginalised** | at least two of these three lines are crossed |
#
# A line counts as crossed when its condition has held for a quarter of a year.
# No rule of the model says that marketing loses. The whole model is in `docs/model.md`.

# %%
import itertools

import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## A world
#
# A *scenario* describes a world. The one called `capital_winter` has three equal firms that sell to
# a million people for ten years. From week 150 on capital gets scarce, and around week 234 AI
# learns most of marketing's craft. Here marketing carries on as it always has, so we take out the
# strategies that come with the scenario; they are the subject of the next notebook.

# %%
winter = orgsim.scenario("capital_winter")
winter.strategies = {}

departments = ["product", "marketing", "sales", "operations"]
pd.Series(winter.executive.share, departments).to_frame("share of the budget in week 0").T

# %% [markdown]
# **What is seen:** how the focal firm (the first of the three) divides its budget at the start.
# Every other number of the world has a default; `print(orgsim.describe())` lists them all with
# their unit and where they come from.
#
# **What it does not show:** your firm. The default shares are typical of software firms; notebook
# 04 starts from figures of one's own.

# %% [markdown]
# ## Forty runs instead of one
#
# Advertising ideas may be good or bad, customers come and go by chance. One run would show one
# possible history. We make forty, called *replications*, and look at what they have in common.

# %%
res = orgsim.run(winter, replications=40, quick=True)

# %% [markdown]
# ## First the market: two phases

# %%
ax = res.plot.market()

# %% [markdown]
# **What is seen:** how many people use whose product, week by week. For about three and a half years
# the topmost area, the people who use nobody's product, shrinks and all three firms grow: the growth
# market. Then it stops shrinking, and even widens a little, because in the winter more people leave
# than join: the stock market, shaded. The panel below has the share of new customers who were
# somebody else's before. It climbs as long as the pool of non-users empties, to nearly four of five:
# from then on a firm grows at the cost of another.
#
# **What it does not show:** a date for your market. No week is set for the change of phase; it
# follows from how fast people adopt, which the defaults set to typical consumer products. The three
# firms look alike because they were made alike: areas are averages over the replications, and in a
# single run one firm is ahead (the thin lines show how far).

# %% [markdown]
# ## Then the department: its share of the budget

# %%
ax = res.plot.budget()

# %% [markdown]
# **What is seen:** the line is the median of the replications, the bands hold 50 % and 90 % of
# them. For two years the shares hardly move. When growth ends and capital gets scarce, money moves
# away from marketing, and from sales, to product and above all to operations.
# Marketing ends at 2 %, which is the least that this executive leaves to any department. The flags
# at the top mark when marketing crosses its lines.
#
# **What it does not show:** whether the cuts are right. The executive follows what each department
# is *seen* to bring about, and that need not be what it *does* bring about: that is the subject of
# notebook 03. And the narrow bands say only that chance matters little *within this model*; they
# contain no doubt about the model itself or about its numbers.

# %% [markdown]
# ## The three crisis lines

# %%
ax = res.plot.lines()

# %% [markdown]
# **What is seen:** by each week, in how many of the replications a line has been crossed so far.
# The budget line comes first, about a year after capital began to get scarce. The capability line comes
# within a week of the same date in all of them: AI advances by the calendar here, and the firm learns to
# do with it what marketing did, the faster the more closely money is watched, which in this winter
# is much the same everywhere. The structure line comes last as a rule: with less money, marketing
# takes part in winning fewer customers. As soon as the second line is crossed, marketing is
# marginalised.
#
# **What it does not show:** coming back. A curve counts the first time a line is crossed, so it
# cannot fall. With forty replications a share of 100 % means at least 91 % (Wilson's 95 %
# interval), not certainty.

# %% [markdown]
# ## Which cause does it?
#
# Three things happen in this world at nearly the same time: growth ends, capital gets scarce, AI
# comes. In a model, other than in history, each of them can be switched off. So we run all eight
# combinations, twenty replications of each.

# %%
switches = {
    "growth ends": "mechanisms.saturation=false",
    "capital winter": "environment.climate=[[0, 1]]",
    "AI comes": "environment.ai.ceiling=0",
}


def outcomes_of(world):
    """Run a world in which only the causes named happen."""
    off = [setting for cause, setting in switches.items() if cause not in world]
    scenario = orgsim.scenario("capital_winter", set=off)
    scenario.strategies = {}
    return orgsim.run(scenario, replications=20, quick=True).outcomes


causes = list(switches)
worlds = [world for size in range(4) for world in itertools.combinations(causes, size)]
outcomes = {world: outcomes_of(world) for world in worlds}

# %%
events = {
    "budget line": "line_week_budget",
    "capability line": "line_week_capability",
    "structure line": "line_week_structure",
    "marginalised": "marginalised_week",
}


def cell(weeks):
    """In how many replications it happens, and when as a rule."""
    return f"{weeks.notna().mean():.0%}, week {weeks.median():.0f}" if weeks.any() else "–"


table = {
    " + ".join(world) or "none of the three": {e: cell(o[column]) for e, column in events.items()}
    for world, o in outcomes.items()
}
pd.DataFrame(table).T

# %% [markdown]
# **What is seen:** in how many replications each event comes, and its median week. Where none of
# the three causes acts, no line is crossed in ten years. The end of growth or the winter alone
# takes marketing's money but not its place. **AI alone is enough** to marginalise it, but slowly: the
# capability line is crossed in the seventh year, since a firm that grows does not look for what it could
# do itself; and a department that can be replaced loses influence, and with influence money, by the
# tenth. Any second cause brings that forward by three years or more. Without AI, it takes the end of
# growth and the winter together, and then it takes three years longer than with all three and does
# not happen in every replication.
#
# **What it does not show:** how likely these causes are, or when they will come: that is put in by
# hand. The first week in which AI counts and how much of the craft it takes over are assumptions
# (`environment.ai`). Twenty replications tell 100 % from 80 % only roughly: the 95 % interval of
# 20 out of 20 goes down to 84 %.

# %% [markdown]
# ## In short
#
# - Marketing is marginalised without anybody intending it, less than two years after the market
#   has turned from growth to stock, if capital is scarce and AI takes over its craft.
# - Money goes first, then skill, then place.
# - Of the three causes, AI alone suffices, in the long run; the end of growth alone does not.
#
# Every sentence here is about the model. That it behaves like firms that were measured is claimed
# only for the figures in section 7 of `docs/model.md`, which also says which of them it misses.
#
# Next: `02_which_strategies_reverse_it`. (Every plot also speaks Chinese:
# `orgsim.set_language("zh")`.)

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
first = res.outcomes
crossed = {world: o["marginalised_week"].notna().mean() for world, o in outcomes.items()}
lines_of = {world: o[[*events.values()]].notna().any() for world, o in outcomes.items()}
no_ai, only_ai = ("growth ends", "capital winter"), ("AI comes",)

assert first.marginalised_week.notna().all() and 265 < first.marginalised_week.median() < 280
assert first.line_week_budget.median() < first.line_week_capability.median()
assert first.line_week_capability.max() - first.line_week_capability.min() <= 1
assert first.line_week_capability.median() < first.line_week_structure.median()
assert 205 < first.line_week_budget.median() < 220
assert 180 < first.stock_phase_week.median() < 190
assert 0 < first.marginalised_week.median() - first.stock_phase_week.median() < 104
assert 0.75 < res.means.zero_sum.isel(strategy=0).max() < 0.8
assert first.share_end_marketing.median() < 0.021
assert first.share_end_operations.median() > first.share_end_product.median() > 0.30
assert not lines_of[()].any()
assert crossed["growth ends",] == crossed["capital winter",] == 0 < crossed[no_ai] < 1
assert lines_of["growth ends",]["line_week_budget"] and crossed[only_ai] == 1
assert 6 * 52 <= outcomes[only_ai].line_week_capability.median() < 7 * 52
assert 9 * 52 <= outcomes[only_ai].marginalised_week.median() < 10 * 52
for world in worlds:
    if "AI comes" in world and len(world) > 1:
        assert outcomes[world].marginalised_week.median() < 469 - 156
assert 156 < outcomes[no_ai].marginalised_week.median() - first.marginalised_week.median() < 182

# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Which strategies reverse it?
#
# **The question.** In the capital winter marketing is marginalised (notebook 01 shows how). What
# could its head have done about it, and who would have paid?
#
# **Why it matters.** "Adopt AI", "go for performance", "sit with the product team" are easy to
# recommend. Here each is tried in the same world, on common random numbers, and judged three
# times: does it save the department, is it worth it for the firm, and what do the other departments
# lose?
#
# | expression | meaning |
# |---|---|
# | **strategy** | what the marketing head changes: how the effort is divided over four ways of working, and how AI is used |
# | **baseline** | the same world without a new strategy |
# | **verdict** | the first of those below that holds; it looks at the `lines.judge` weeks (260: five years) from the strategy's start on, and *the end* is the last half year of them |
# | **reversed** | at the end no line is crossed, though with the strategy marketing has been marginalised, in those weeks or before |
# | **averted** | at the end no line is crossed, and in the baseline marketing is marginalised in those weeks |
# | **transformed** | at the end the budget line is crossed, the other two never are, and centrality is always at least twice `lines.structure` and on average one and a half times the baseline's: smaller, and central because of the strategy |
# | **contained** | at the end at most one of the three lines is crossed at a time |
# | **lost** | all else, where marketing is marginalised without the strategy; where it is not, the verdicts are *kept*, *unchanged* and *worsened* |
# | **saved** | averted or reversed |
# | **strict, lenient** | the same verdict with the three lines drawn a fifth higher, or lower |
# | **harm** | more replications are marginalised, at any time in the run, with the strategy and not without than the other way round |

# %%
import pandas as pd

import orgsim

# %config InlineBackend.figure_format = "svg"

# %% [markdown]
# ## The catalogue
#
# `capital_winter` comes with fifteen strategies. Fourteen begin in week 182, after half a year of
# winter; the last one waits until marketing has been marginalised. *Broadcast* is advertising to
# everybody, *performance* is marketing that is tied to results, *product* means that marketing
# works on what the product is, *operations* that it works on keeping users. Two of them add *proof*:
# marketing shows its effects by tests (which customers would not have come?) instead of by the
# last touch.

# %%
winter = orgsim.scenario("capital_winter")
catalogue = winter.to_dict()["strategies"]

modes = ["broadcast", "performance", "product", "operations"]
rows = {
    s.get("label", name): {
        **dict(zip(modes, s.get("mix", [None] * 4), strict=True)),
        "AI adopted": s.get("ai_adoption"),
        "people redeployed": s.get("redeploy"),
        "proof": s.get("prove"),
        "budget": s.get("budget"),
    }
    for name, s in catalogue.items()
}
pd.DataFrame(rows).T.astype(object).fillna("–")

# %% [markdown]
# **What is seen:** where each strategy wants the effort to go (shares of 1), how far AI takes over
# what it can, how many of the people whom it frees get other work, how much is proved, and what
# marketing's budget is multiplied by (for two years). A dash means "as before". The adaptive head
# has no target: it moves the effort, every quarter, to where the report says that it pays.
#
# **What it does not show:** that getting there takes time. Skills in a new way of working are
# learnt, a department that is being rebuilt is distracted, and in a weak department some doors
# stay shut. All of that is in the model, and it is why good ideas can fail.

# %% [markdown]
# ## One experiment with sixteen arms
#
# In each replication all sixteen runs meet the same customers, the same lucky and unlucky
# campaigns, the same mistakes of the executive: *common random numbers*. They differ in nothing
# but the strategy.

# %%
res = orgsim.run(winter, replications=40, quick=True)
ax = res.plot.strategies()

# %% [markdown]
# **What is seen:** how the forty replications end, for each strategy. Two of fifteen save marketing
# in nearly all of them: *AI + results* and *all together*. No strategy does it without AI, and AI
# alone does not do it either: it takes AI **and** another place to work. *AI + product* makes
# marketing smaller, and central, in most of them. Doubling down on what used to work changes nothing.
# *Special forces*, who are called once marketing has been marginalised, come too late every time. (The
# triangles belong to the next section.)
#
# **What it does not show:** small probabilities. Nothing out of forty may still be 9 in a hundred
# (the upper end of Wilson's 95 % interval). And it shows the verdict only: neither how close it was,
# nor the price.

# %% [markdown]
# ### How close it is
#
# A verdict is a yes or a no. Would it be another one if the lines were drawn a fifth lower or higher? And where
# does marketing stand at the end?

# %%
outcomes = res.outcomes


def saved_by(verdicts):
    """In how many % of the replications marketing is saved by these verdicts."""
    is_saved = outcomes[verdicts].isin(["averted", "reversed"])
    return 100 * is_saved.groupby(outcomes.strategy).mean()


standing = ["standing_real_share", "standing_non_substitutability", "standing_centrality"]
close = outcomes.groupby("strategy")[standing].mean()
close.columns = ["real share, of the first", "not replaceable", "centrality"]
close.insert(0, "saved, strict, %", saved_by("verdict_strict"))
close.insert(0, "saved, %", saved_by("verdict"))
close.insert(0, "saved, lenient, %", saved_by("verdict_lenient"))
close = close.loc[list(catalogue)]
close.round(2)

# %% [markdown]
# **What is seen:** the lines are at 0.5, 0.5 and 0.08. *AI + results* and *all together* stand above all three, but
# their budgets by little: with lines a fifth higher they are saved in about half of the replications. *AI + results
# + proof* is the other way round: hardly ever saved, nearly always with lines a fifth lower. What separates
# the others is seen as well: *AI to redeploy* keeps people who cannot be replaced and loses their place,
# *tie to results* keeps place and part of the money with people whom AI replaces.
#
# **Proof does not help the department here.** The last touch credits performance marketing with customers who would
# have come anyway; whoever shows what the money really did gives that credit away. The firm is better for it,
# as the next table shows.
#
# **What it does not show:** what executives make of honest numbers: in this model they trust them no more than others.

# %% [markdown]
# ## What it is worth to the firm
#
# The net present value (NPV) of the firm's profits, each strategy against the baseline **of the same
# replication**.

# %%
npv = outcomes.pivot(index="replication", columns="strategy", values="npv")
gain = npv.sub(npv["baseline"], axis=0).drop(columns="baseline")[list(catalogue)]

firm = pd.DataFrame(
    {
        "NPV, % of the baseline's": 100 * gain.mean() / npv["baseline"].mean(),
        "± (95 %)": 196 * gain.sem() / npv["baseline"].mean(),
        "marketing saved, %": saved_by("verdict"),
    }
).loc[gain.columns]
firm.round(1)

# %% [markdown]
# **What is seen:** the firm and the department do not want the same. *AI + product* pays the firm
# well and saves the department never; *AI + results* saves it nearly always and pays less than a quarter
# of that. *All together* does both. To cut marketing for two years costs the firm a hundredth, and the
# department nothing that it would not have lost anyway. Two of the strategies on the list cost the
# firm more than 2 %; both turn marketing to operations.
#
# **What it does not show:** why; see notebook 03 for what marketing is worth and to whom it is
# credited. Nor is it an interval for your firm: ± covers the chance within the model only.

# %% [markdown]
# ### Why not simply compare averages?
#
# Because single runs vary much by chance. The table compares how much the difference from the
# baseline varies between replications: with common random numbers, and as it would if each arm had
# random numbers of its own.

# %%
paired = gain.std()
apart = (npv[gain.columns].var() + npv["baseline"].var()) ** 0.5
noise = pd.DataFrame(
    {
        "common random numbers, % of NPV": 100 * paired / npv["baseline"].mean(),
        "independent random numbers, % of NPV": 100 * apart / npv["baseline"].mean(),
        "as good as so many times the replications": (apart / paired) ** 2,
    }
)
noise.loc[["tie_to_results", "ai_and_results", "all_together"]].round(1)

# %% [markdown]
# **What is seen:** standard deviations. Between one history and another the firm's value differs
# by nearly a tenth; between two strategies in one history, often by far less. For
# *AI + results*, forty shared histories say as much as ten thousand separate ones.
#
# **What it does not show:** that this always helps. *All together* changes the course of events so
# much that sharing random numbers helps it less.

# %% [markdown]
# ## What it costs the others
#
# There is one budget. What marketing keeps, somebody else does not get, unless the firm grows.

# %%
departments = ["product", "marketing", "sales", "operations"]
budget = outcomes.groupby("strategy")[[f"budget_total_{d}" for d in departments]].mean()
budget.columns = departments
change = 100 * (budget / budget.loc["baseline"] - 1).loc[list(catalogue)]
change.round(1)

# %% [markdown]
# **What is seen:** what each department was given over the ten years, in % more or less than in the
# baseline. *AI + results* keeps nearly half as much again for marketing; most of it is taken from
# sales. With *all together* marketing has even more, and so have product and operations, because the
# firm grows; only sales have a little less than before.
#
# **What it does not show:** the end of the ten years. These are totals; by then the differences
# between departments are larger.

# %% [markdown]
# ## When to begin
#
# The two strategies that work, begun earlier and later.

# %%
starts = [78, 130, 182, 234, 286, 338]
timed = orgsim.scenario("capital_winter")
timed.strategies = {
    f"{name} from week {start}": {**catalogue[name], "start": start}
    for name in ("ai_and_results", "all_together")
    for start in starts
}
when = orgsim.run(timed, replications=20, quick=True).outcomes
when = when[when.strategy != "baseline"].copy()
when["saved"] = when.verdict.isin(["averted", "reversed"])
when[["name", "start"]] = when.strategy.astype(str).str.split(" from week ", expand=True)
saved = when.groupby(["name", "start"]).saved.mean().unstack()[[str(s) for s in starts]]
(100 * saved).round(0)

# %% [markdown]
# **What is seen:** in how many % of the replications marketing is saved, by the week in which the
# strategy begins. Up to the first half year of the winter nearly always; a year later most of the
# time if marketing concentrates on results, seldom if it does everything at once; two years later
# hardly ever, three years later never. The strategies are the same: what has run out is the standing
# and the money that they need to work, and who divides them over four ways of working runs out first.
#
# **What it does not show:** that week 182 is a deadline anywhere else. The winter begins in week 150
# here because the scenario says so.

# %% [markdown]
# ## When everybody does it
#
# So far only the focal firm has moved. In `red_queen` both rivals take the same strategy in the same
# week.

# %%
race = orgsim.run(orgsim.scenario("red_queen"), replications=20, quick=True).outcomes
npv_race = race.pivot(index="replication", columns="strategy", values="npv")
together = npv_race.sub(npv_race["baseline"], axis=0).mean() / npv_race["baseline"].mean()
rivals = pd.DataFrame(
    {
        "alone: NPV, %": firm["NPV, % of the baseline's"],
        "all firms: NPV, %": 100 * together,
        "alone: saved, %": firm["marketing saved, %"],
        "all firms: saved, %": 100
        * race.verdict.isin(["averted", "reversed"]).groupby(race.strategy).mean(),
    }
).loc[["ai_and_product", "ai_and_results", "all_together"]]
rivals.round(1)

# %% [markdown]
# **What is seen:** what *AI + results* gained was an advantage over others: when all do it, it is more than
# gone, and marketing is marginalised all the same. What makes the product better keeps about a fifth
# of its worth.
#
# **What it does not show:** what happens when rivals follow after a year or two; a scenario with
# `[[firms]]` of its own can ask that.

# %% [markdown]
# ## In short
#
# - Two strategies of fifteen save marketing here: AI together with a place where results show. How often
#   depends on where the lines are drawn.
# - They have to begin early: within about half a year of the turn, or a year and a half at most.
# - What is good for the department, for the firm, and for the other departments are three questions.
# - An advantage that everybody can copy is not an advantage for long.
#
# Next: `03_credited_and_causal_value`.

# %% [markdown]
# ---
# *For those who change the model:* the text above quotes results. This cell fails when they are no
# longer true.

# %%
works = ["ai_and_results", "all_together"]
percent, share = firm["NPV, % of the baseline's"], firm["marketing saved, %"]
ends = outcomes.groupby("strategy").verdict.value_counts().unstack(fill_value=0)
assert len(catalogue) == 15
assert (share[works] > 90).all() and (share.drop(works) <= 20).all()
assert (share.drop([*works, "prove_and_ai"]) == 0).all()
assert ends.loc["ai_and_product", "transformed"] > 20
assert set(ends.loc["special_forces"][lambda n: n > 0].index) <= {"contained", "lost"}
assert close["saved, strict, %"][works].between(40, 75).all()
assert (close.drop(works)["saved, strict, %"] == 0).all()
assert close["saved, %"]["prove_and_ai"] < 25
assert close["saved, lenient, %"]["prove_and_ai"] > 85
assert (close.loc[works, close.columns[3:]] > [0.5, 0.5, 0.08]).all(axis=None)
assert (
    close["not replaceable"]["ai_to_redeploy"] > 0.8
    and close["centrality"]["ai_to_redeploy"] < 0.08
)
assert (
    close["not replaceable"]["tie_to_results"] < 0.5
    and close["centrality"]["tie_to_results"] > 0.08
)
assert (
    percent["prove_it"] > percent["tie_to_results"]
    and percent["prove_and_ai"] > percent["ai_and_results"]
)
assert percent["ai_and_product"] > 4 * percent["ai_and_results"] > 0
assert percent["all_together"] > percent["ai_and_product"]
assert list(percent[percent < -2].index) == ["merge_with_operations", "ai_and_operations"]
assert -1.5 < percent["cut_for_two_years"] < -0.7
assert 0.07 < apart.mean() / npv["baseline"].mean() < 0.15
assert 200 < noise.iloc[:, 2]["ai_and_results"] and noise.iloc[:, 2]["all_together"] < 60
assert 40 * noise.iloc[:, 2]["ai_and_results"] > 10_000
assert 40 < change.marketing["ai_and_results"] < 50 < change.marketing["all_together"]
assert change.loc["ai_and_results"].idxmin() == "sales"
assert -5 < change.sales["all_together"] < 0 < change["product"]["all_together"]
assert change.operations["all_together"] > 0
assert (saved[["78", "130", "182"]] >= 0.9).all(axis=None)
assert saved["234"]["ai_and_results"] > 0.6 and saved["234"]["all_together"] < 0.25
assert saved["286"].max() <= 0.25 and (saved["338"] == 0).all()
assert rivals["all firms: NPV, %"]["ai_and_results"] < 0
assert (rivals["all firms: saved, %"] < 20).all()
kept = rivals["all firms: NPV, %"] / rivals["alone: NPV, %"]
assert kept[["ai_and_product", "all_together"]].between(0.15, 0.3).all()

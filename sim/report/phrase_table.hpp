// What is said to people by the program and, where it is the same, by the plots: once, in all languages. What
// only plots say stands in python/orgsim/plots/words_*.py. Gaps are as fmt and Python's str.format read them.
#pragma once

#include <array>
#include <string_view>

namespace orgsim {

struct Phrase {
  std::string_view key;
  std::string_view english;
  std::string_view chinese;
};

inline constexpr auto kPhrases = std::to_array<Phrase>({
    // What is counted: one, many
    {"firm", "{number} firm", "{number} 家企业"},
    {"firms", "{number} firms", "{number} 家企业"},
    {"one_week", "{number} week", "{number} 周"},
    {"many_weeks", "{number} weeks", "{number} 周"},
    {"replication", "{number} replication", "{number} 次模拟"},
    {"replications", "{number} replications", "{number} 次模拟"},
    {"drawn_key", "{number} key", "{number} 个参数"},
    {"drawn_keys", "{number} keys", "{number} 个参数"},

    // The world
    {"people", "{number} people", "{number} 人"},
    {"world", "{firms}, {people}, {weeks}, {runs}", "{firms}，{people}，{weeks}，{runs}"},
    {"one_run", "one deterministic run (mean field)", "一次确定性运行（平均场）"},
    {"runs", "{replications} ({kind}), seed {seed}", "{replications}（{kind}），种子 {seed}"},
    {"drawn_anew", "{keys} drawn anew in each replication", "{keys}在每次模拟中重新抽取"},
    {"first_model", "made by version 1 of the model; run again, it is a run of version 2",
     "由模型第 1 版生成；重新运行则按第 2 版"},
    {"mean_field", "mean field", "平均场"},
    {"pooled", "pooled", "均匀混合"},
    {"network", "network", "网络"},

    // The market
    {"the_market", "The market", "市场环境"},
    {"growth_market", "growth market", "增量市场"},
    {"stock_market", "stock market", "存量市场"},
    {"no_stock_phase", "no stock phase: the growth of users never stays below 5 % a year for a quarter",
     "没有存量阶段：用户年增长率从未连续一个季度低于 5 %"},
    {"growth_until", "{growth_market} until the stock phase begins: {week}",
     "{growth_market}，直到存量阶段开始：{week}"},
    {"stock_from", "{stock_market} from then on: firms compete for the users there are",
     "此后是{stock_market}：企业争夺已有的用户"},
    {"stock_from_one", "{stock_market} from then on: the firm keeps the users there are, or loses them",
     "此后是{stock_market}：企业守住或失去已有的用户"},
    {"in_replications", "(in {share} of the replications)", "（见于 {share} 的模拟）"},

    // Marketing
    {"marketing_of", "Marketing of '{firm}' without a new strategy", "“{firm}”的市场部，没有新策略时"},
    {"product", "product", "产品部"},
    {"marketing", "marketing", "市场部"},
    {"sales", "sales", "销售部"},
    {"operations", "operations", "运营部"},
    {"mode_broadcast", "broadcast", "广告传播"},
    {"mode_performance", "performance", "效果营销"},
    {"mode_product", "in the product", "嵌入产品"},
    {"mode_operations", "in operations", "融入运营"},
    {"adopter_class", "class {number}", "第 {number} 类"},
    {"meaning_of_entry", "{meaning}: {entry}", "{meaning}：{entry}"},
    {"crossed", "crossed", "越线"},
    {"median_range", "median (5-95 %)", "中位数（5-95 %）"},
    {"budget", "budget line", "预算线"},
    {"capability", "capability line", "能力线"},
    {"structure", "structure line", "结构线"},
    {"marginalised", "marginalised", "被边缘化"},
    {"yes", "yes", "是"},
    {"no", "no", "否"},
    {"never", "never", "从未"},
    {"week", "week {median:.0f}", "第 {median:.0f} 周"},
    {"weeks", "week {median:.0f} ({low:.0f}-{high:.0f})", "第 {median:.0f} 周（{low:.0f}-{high:.0f}）"},
    {"budget_share", "budget share", "预算份额"},
    {"contributed", "contributed", "贡献"},
    {"credited", "credited", "归因"},
    {"money", "money", "货币"},
    {"of_medians",
     "Weekly medians, first -> last; value in {money} per week; two lines crossed = marginalised.",
     "每周中位数，首 -> 末；价值单位：{money}／周；越过两条线即被边缘化。"},
    {"of_values",
     "Weekly values, first -> last; value in {money} per week; two lines crossed = marginalised.",
     "每周数值，首 -> 末；价值单位：{money}／周；越过两条线即被边缘化。"},
    {"money_note", "A unit of money is what a new user pays in a week at economics.price 1.",
     "一个货币单位即 economics.price 为 1 时一名新用户一周所付。"},
    {"currency_note",
     "{money} {currency} is what a new user pays in a week at economics.price 1 (run.money).",
     "{money} {currency} 即 economics.price 为 1 时一名新用户一周所付（run.money）。"},

    // The strategies
    {"of_replications", " (% of the replications)", "（占模拟次数的 %）"},
    {"saved_head", "saved (95 %)", "保住（95 %）"},
    {"interval_head", "(95 %)", "（95 %）"},
    {"real_head", "real", "实际"},
    {"non_substitutability_head", "non-", "不可"},
    {"non_substitutability_head_2", "subst.", "替代性"},
    {"non_substitutability", "non-substitutability", "不可替代性"},
    {"real_share", "real share", "实际份额"},
    {"centrality", "centrality", "中心性"},
    {"saved_note", "Saved: averted or reversed, as below; a dash where there is nothing to save.",
     "保住：避免或逆转，见下；“-”表示无需保住。"},
    {"standing_note",
     "Real share of the budget (of the initial share), non-substitutability, centrality: means over the "
     "verdict weeks, each to be held against its crisis line.",
     "预算的实际份额（与初始份额之比）、不可替代性、中心性：评判周内的均值，各与其危机线相比。"},
    {"began", "'{strategy}' began in {share} of the replications: {week}",
     "“{strategy}”在 {share} 的模拟中启动：{week}"},

    // How they are judged
    {"how_judged", "How they are judged", "评判结果"},
    {"verdict", "verdict", "评判"},
    {"lines_lower", "lines {tolerance} lower", "危机线降低 {tolerance}"},
    {"lines_higher", "lines {tolerance} higher", "危机线提高 {tolerance}"},
    {"reversed", "reversed", "逆转"},
    {"averted", "averted", "避免"},
    {"kept", "kept", "保持"},
    {"transformed", "transformed", "转型"},
    {"contained", "contained", "遏制"},
    {"unchanged", "unchanged", "不变"},
    {"worsened", "worsened", "恶化"},
    {"lost", "lost", "失守"},
    {"not_begun", "not begun", "未启动"},
    {"transformed_head", "transf.", "转型"},
    {"contained_head", "cont.", "遏制"},
    {"unchanged_head", "unch.", "不变"},
    {"worsened_head", "worse", "恶化"},
    {"judge_weeks_drawn", "lines.judge weeks", "lines.judge 周"},
    {"verdicts_note",
     "Judged over a span of {weeks} from a strategy's start on (at most to the end of the run), by its last "
     "half year, the verdict weeks; the first of these that holds.",
     "评判期：自策略启动起的 {weeks}（至多到运行结束），以其最后半年（评判周）为准；依次取首个成立者。"},
    {"reversed_note",
     "Reversed: with the strategy marketing has been marginalised, in the span or before it, and in the "
     "verdict weeks no line is crossed.",
     "逆转：采用策略时市场部在评判期内或此前曾被边缘化，评判周内没有越线。"},
    {"averted_note",
     "Averted: the baseline is marginalised in the span, with the strategy marketing never is, and in the "
     "verdict weeks no line is crossed.",
     "避免：基线在评判期内被边缘化，采用策略则从未，评判周内没有越线。"},
    {"kept_note", "Kept: no line is crossed in the verdict weeks, and there was nothing to avert.",
     "保持：评判周内没有越线，本来也无需避免。"},
    {"transformed_note",
     "Transformed: in the verdict weeks the budget line is crossed, the other two never, and centrality is "
     "at least twice lines.structure and 1.5 times the baseline's: smaller, but central.",
     "转型：评判周内越过预算线，另两条线从未越过，中心性始终不低于 lines.structure "
     "的两倍，且均值不低于基线的 "
     "1.5 倍：规模小了，但居于中心。"},
    {"transformed_note_version_1",
     "Transformed: in the verdict weeks the budget line is crossed, the other two never, and centrality is "
     "at least twice lines.structure.",
     "转型：评判周内越过预算线，另两条线从未越过，中心性始终不低于 lines.structure 的两倍。"},
    {"contained_note", "Contained: in the verdict weeks at most one line is crossed at a time.",
     "遏制：评判周内同时越过的线至多一条。"},
    {"unchanged_note",
     "Unchanged: there was nothing to avert, and no more lines are crossed than in the baseline.",
     "不变：本来无需避免，越过的线不多于基线。"},
    {"worsened_note",
     "Worsened: there was nothing to avert, but more lines are crossed than in the baseline.",
     "恶化：本来无需避免，越过的线却多于基线。"},
    {"lost_note", "Lost: all else.", "失守：其余情形。"},

    // What they change
    {"any_time_head", "marginalised", "被边缘化"},
    {"any_time_head_2", "at any time", "（任何时候）"},
    {"share_head", "final", "期末"},
    {"share_head_2", "share", "份额"},
    {"npv_head", "firm's NPV", "企业净现值"},
    {"baseline", "(baseline)", "（基线）"},
    {"to", "to", "至"},

    // What customers of a network brought in
    {"margins", "What a customer brings in, by the channel through which he or she came",
     "每位客户带来的毛利，按来源渠道"},
    {"channel_broadcast", "broadcast", "广告传播"},
    {"channel_performance", "performance", "效果营销"},
    {"channel_sales", "sales", "销售"},
    {"channel_organic", "organic", "自然到访"},
    {"channel_word_of_mouth", "word of mouth", "口碑"},
    {"margins_note",
     "Margin until the end of the run of the customers whom the firm won, means over customers and "
     "replications, in {money}; a dash where nobody came.",
     "企业赢得的客户截至期末带来的毛利，对客户与各次模拟取平均，单位：{money}；“-”表示无人经此渠道而来。"},

    // Scenarios beside each other
    {"comparison", "The scenarios, without and with their best strategy",
     "各情景：无新策略时，与采用最佳策略时"},
    {"week_axis", "week", "周"},
    {"best_head", "best strategy", "最佳策略"},
    {"saved_short", "saved", "保住"},
    {"npv_short", "NPV", "净现值"},
    {"comparison_note",
     "Marginalised, week: without a new strategy, at any time in the run; the median week. Best: saves "
     "marketing in "
     "the largest share of the replications; none if no strategy ever does. NPV: the firm's, against the run "
     "without "
     "it.",
     "被边缘化、周：没有新策略时，运行期内任何时候；周为中位数。最佳策略：在最大比例的模拟中保住市场部；没有"
     "策略能保"
     "住则为无。净现值：企业净现值，与不采用时相比。"},

    // What worlds and rivals do to the answer
    {"doubt_marginalised",
     "Of {worlds} worlds that fit the evidence, marketing is marginalised in {count} without a new strategy.",
     "在与证据相符的 {worlds} 个世界中，没有新策略时市场部在 {count} 个世界里被边缘化。"},
    {"doubt_marginalised_own",
     "Of {worlds} worlds from '{file}', marketing is marginalised in {count} without a new strategy.",
     "在“{file}”的 {worlds} 个世界中，没有新策略时市场部在 {count} 个世界里被边缘化。"},
    {"doubt_best_worlds",
     "'{best}' saves it in {share} of these worlds (95 % interval {low:.0f}-{high:.0f}).",
     "“{best}”在其中 {share} 的世界里保住市场部（95 % 区间 {low:.0f}-{high:.0f}）。"},
    {"doubt_best_same", "If rivals do the same, it is {saved} of the replications.",
     "若对手采取同样的策略，为 {saved} 的模拟。"},
    {"doubt_best_respond",
     "If rivals follow once a crisis line of theirs is crossed, it is {saved} of the replications.",
     "若对手在自身越过危机线后跟进，为 {saved} 的模拟。"},
    {"doubt_lines",
     "With crisis lines {tolerance} higher it is {strict}, with lines {tolerance} lower {lenient}.",
     "危机线提高 {tolerance} 时为 {strict}，降低 {tolerance} 时为 {lenient}。"},
    {"doubt_one_same", "If rivals do the same, it {saved}.", "若对手采取同样的策略，则{saved}。"},
    {"doubt_one_respond", "If rivals follow once a crisis line of theirs is crossed, it {saved}.",
     "若对手在自身越过危机线后跟进，则{saved}。"},
    {"doubt_one_lines",
     "With crisis lines {tolerance} higher it {strict}; with lines {tolerance} lower it {lenient}.",
     "危机线提高 {tolerance} 时{strict}；降低 {tolerance} 时{lenient}。"},
    {"doubt_one_saved", "saves marketing", "能保住市场部"},
    {"doubt_one_lost", "does not save it", "保不住市场部"},
    {"doubt_robust", "That answer is robust: it holds {what}.", "这一结论稳健：{what}仍然成立。"},
    {"doubt_and", " and ", "以及"},
    {"doubt_fragile", "That answer is fragile: it fails {what}.", "这一结论脆弱：{what}不再成立。"},
    {"doubt_other_worlds", "in most other worlds", "在多数其他世界中"},
    {"doubt_rivals_same", "if rivals do the same", "对手采取同样的策略时"},
    {"doubt_rivals_respond", "if rivals answer", "对手跟进时"},
    {"doubt_higher_lines", "with crisis lines {tolerance} higher", "危机线提高 {tolerance} 时"},
    {"doubt_most_worlds", "Across the worlds '{best}' saves it most often, in {share}.",
     "就各个世界而言，“{best}”最常保住市场部，为 {share}。"},
    {"doubt_none_worlds", "In none of these worlds does a strategy save it.",
     "在这些世界里，没有策略能保住市场部。"},
    {"doubt_no_other", "No other strategy saves it in more than {share} of the worlds.",
     "其他策略保住市场部的世界都不超过 {share}。"},
    {"doubt_between",
     "Which of the two is worth more to the firm, '{first}' or '{second}', hangs most on {key}: the larger "
     "it is, the more it speaks for '{favoured}'.",
     "“{first}”与“{second}”哪一个给企业带来的净现值更高，主要取决于 {key}：它越大，越有利于“{favoured}”。"},
    {"doubt_between_none",
     "Which of the two is worth more to the firm, '{first}' or '{second}', hangs on no single key.",
     "“{first}”与“{second}”哪一个给企业带来的净现值更高，不取决于任何单个参数。"},
    {"doubt_flips", "What would flip it: '{best}' saves marketing {keys}.",
     "什么会改变结论：对“{best}”而言，{keys}。"},
    {"doubt_flip_up", "more often with a larger {key}", "{key}越大，越能保住市场部"},
    {"doubt_flip_down", "less often with a larger {key}", "{key}越大，越难保住市场部"},
    {"doubt_list", "; ", "；"},
    {"doubt_key", "{key} ({known})", "{key}（{known}）"},
    {"doubt_range", "plausibly {low} to {high}; {source}", "合理范围 {low} 至 {high}，依据：{source}"},
    {"doubt_none_stands_out",
     "What would flip it: of the {keys} keys in which worlds differ none stands out for '{best}'.",
     "什么会改变结论：在各世界相异的 {keys} 个参数中，没有一个对“{best}”格外突出。"},

    // The tables of worlds and rivals
    {"saved_table", "In how many cases marketing is saved (%)", "市场部在多少情形下得以保住（%）"},
    {"worlds_head", "in {worlds}", "{worlds} 个"},
    {"worlds_head_2", "worlds", "世界"},
    {"one_world_head", "in one", "单个"},
    {"one_world_head_2", "world", "世界"},
    {"one_world_luck", "luck", "偶然"},
    {"rivals_head", "rivals", "对手"},
    {"same_head", "same", "跟随"},
    {"respond_head", "answer", "回应"},
    {"lines_head", "lines", "危机线"},
    {"ever_head", "marg.", "边缘"},
    {"ever_head_2", "ever", "曾经"},
    {"worlds_note",
     "In worlds: each replication is in a world of its own, whose keys fit the evidence (docs/worlds.md); in "
     "brackets the 95 % interval, which is luck. In one world: the share saved in a single world, from the 5 "
     "% quantile to the 95 % quantile of {spread} worlds with {replications} replications each, less what "
     "the "
     "luck of so few replications adds to their variance: that worlds differ is what we do not know. 'Luck' "
     "stands where they differ no more than luck makes them, a dash below 5 % and above 95 % of the worlds.",
     "各世界：每次模拟处于各自的世界，其参数与证据相符（docs/worlds.md）；括号内为 95 % "
     "区间，反映偶然性。单个世界：{spread} 个世界（各 {replications} 次模拟）中单个世界保住比例的 5 % 至 95 "
     "% "
     "分位数，已从方差中扣除模拟次数有限带来的偶然性：世界之间的差异即我们所不知。“偶然”表示差异不超出偶然所"
     "致；"
     "“-”表示保住的世界不足 5 % 或超过 95 %。"},
    {"worlds_note_once",
     "In worlds: each is a set of keys that fits the evidence (docs/worlds.md); in brackets the 95 % "
     "interval.",
     "各世界：每个世界是一组与证据相符的参数（docs/worlds.md）；括号内为 95 % 区间。"},
    {"worlds_note_few",
     "In worlds: each replication is in a world of its own (docs/worlds.md); in brackets the 95 % interval, "
     "which is luck. How much single worlds differ takes {spread} worlds or more.",
     "各世界：每次模拟处于各自的世界（docs/worlds.md）；括号内为 95 % "
     "区间，反映偶然性。单个世界之间的差异至少需要 "
     "{spread} 个世界才能估计。"},
    {"worlds_note_clear",
     "In worlds: each replication is in a world of its own (docs/worlds.md); in brackets the 95 % interval, "
     "which is luck. No strategy saves marketing in 5 to 95 % of them: how often one does in a single world "
     "was not looked at.",
     "各世界：每次模拟处于各自的世界（docs/worlds.md）；括号内为 95 % 区间，反映偶然性。没有策略在 5 % 至 95 "
     "% "
     "的世界里保住市场部，因此未考察单个世界。"},
    {"rivals_note",
     "Rivals same: the default world in which all rivals take the strategy too, from the same week on.",
     "对手跟随：默认世界中所有对手自同一周起也采取该策略。"},
    {"respond_note", "Rivals respond: they take it once a crisis line of theirs is crossed.",
     "对手回应：对手在自身越过危机线后采取该策略。"},
    {"lines_note",
     "Lines: the runs of the default world, judged with the three crisis lines {tolerance} lower and higher.",
     "危机线：默认世界的同样模拟，以降低与提高 {tolerance} 的三条危机线评判。"},
    {"ever_note", "Marginalised ever: in any week of a run of the default world.",
     "曾经边缘化：默认世界的运行期内任何一周。"},
    {"worth_table", "What they are worth", "各策略的价值"},
    {"lines_and_baseline", "(lines; baseline)", "（危机线；基线）"},
    {"centrality_head", "centr.", "中心性"},
    {"npv_percent", "firm's NPV", "企业净现值"},
    {"npv_luck", "% ±95 %", "% ±95 %"},
    {"npv_worlds", "across worlds", "各世界"},
    {"npv_worlds_2", "5, 50, 95 %", "5、50、95 %"},
    {"worth_note",
     "NPV: {money} in the first row, otherwise % of that; behind ± half of the 95 % interval, which is luck.",
     "净现值：首行为金额（{money}），其余为占首行的 %；± 后为 95 % 区间的一半，反映偶然性。"},
    {"worth_worlds_note",
     "Across worlds: 5, 50 and 95 % quantiles of the difference in % of the same world's baseline.",
     "各世界：与同一世界基线之差（占其 %）的 5、50、95 % 分位数。"},
    {"rivals_saved", "If rivals {do}, marketing is saved by: {strategies}.",
     "若对手{do}，保住市场部的策略：{strategies}。"},
    {"rivals_saved_one", "{strategy} in {share} % of the replications", "{strategy}（{share} % 的模拟）"},
    {"rivals_saved_none", "If rivals {do}, no strategy saves marketing.",
     "若对手{do}，没有策略能保住市场部。"},
    {"do_same", "do the same", "跟随"},
    {"do_respond", "respond", "回应"},
    {"rivals_table", "What they cost the rivals: change of the rivals' NPV, all together",
     "对手的代价：全部对手净现值之和的变化"},
    {"rivals_as_is", "as they are", "维持现状"},
    {"rivals_table_note", "In % of what they have without the strategy; the columns say what rivals do.",
     "占不采用该策略时的 %；各列为对手的做法。"},
    {"flip_table", "What would flip it (partial rank correlations, {worlds} worlds as mean fields)",
     "什么会改变结论（偏秩相关，{worlds} 个世界，平均场）"},
    {"flip_saved", "saved", "保住"},
    {"flip_npv", "NPV", "净现值"},
    {"flip_none", "none stands out", "没有突出者"},
    {"flip_note",
     "A key is named only where its correlation is above what chance would show (95 %), and the {most} "
     "strongest of a strategy; with its plausible range. NPV: of the strategies that the answer names; "
     "--json "
     "has all.",
     "只列出相关系数高于偶然水平（95 %）的参数，每个策略最多列最强的 {most} "
     "个，附其合理范围。净现值一项只列答案中提到的策略，其余见 --json。"},
    {"flip_shown", "{name}: {shown} of {keys} keys", "{name}：{keys} 个参数中的 {shown} 个"},
    {"flip_cannot", "What would flip it", "什么会改变结论"},
    {"flip_too_few",
     "It cannot be told: with {keys} keys that takes {needed} worlds or more in the file, of which {each} "
     "are "
     "screened for each of --worlds.",
     "无法判断：有 {keys} 个参数时，文件中至少需要 {needed} 个世界，而 --worlds 的每个世界对应筛查其中的 "
     "{each} 个。"},
    {"flip_sources", "The ranges are from: {sources}.", "范围的依据：{sources}。"},
    {"flip_source", "{keys}: {source}", "{keys}：{source}"},

    // A sweep
    {"sweep_size", "{points} points ({design}), {replications} each, {arms} arms ({kind}), seed {seed}",
     "{points} 个参数点（{design}），每点 {replications}，{arms} 组（{kind}），种子 {seed}"},
    {"sweep_troubles", "{done} done, {failed} failed, {timed_out} timed out, {missing} missing",
     "完成 {done}，失败 {failed}，超时 {timed_out}，缺失 {missing}"},
    {"sweep_keys", "What varies", "变化的参数"},
    {"sweep_more_keys", "and {number} more", "另有 {number} 个"},
    {"sweep_arms", "Over the points", "各参数点上"},
    {"sweep_arms_note",
     "Means over the points that are done; in brackets where 90 % of the points lie. marginalised: share of "
     "the "
     "replications, at any time in the run. saved: averted or reversed. NPV: the first row is money, the "
     "others "
     "the mean difference from it at the point.",
     "已完成参数点的均值；括号内为 90 % "
     "的点所在范围。被边缘化：占模拟的比例，运行期内任何时候。保住：避免或逆"
     "转。净现值：首行为金额，其余为在同一参数点上与它的平均差异。"},
    {"sweep_correlations", "What it goes with: rank correlation over the points",
     "与何相关：各参数点上的秩相关"},
    {"sweep_correlations_note",
     "marginalised: of the baseline. Spearman's rank correlation, from -1 to +1; what is below {chance:.2f} "
     "may be "
     "chance (95 %, by the number of points). It sees what only rises or only falls, one key at a time.",
     "被边缘化：基线。斯皮尔曼秩相关，从 -1 到 +1；低于 {chance:.2f} 的可能出于偶然（95 "
     "%，按参数点数目）。它只反映"
     "单个参数的单调关系。"},
    {"sweep_correlations_note_best",
     "marginalised: of the baseline; saved and NPV: of '{best}'. Spearman's rank correlation, from -1 to +1; "
     "what is "
     "below {chance:.2f} may be chance (95 %, by the number of points). It sees what only rises or only "
     "falls, one "
     "key at a time.",
     "被边缘化：基线；保住与净现值：“{best}”。斯皮尔曼秩相关，从 -1 到 +1；低于 {chance:.2f} "
     "的可能出于偶然（95 %，按"
     "参数点数目）。它只反映单个参数的单调关系。"},
    {"sweep_falls",
     "Without a new strategy marketing is marginalised in {share} % of all replications of {points} "
     "points.",
     "没有新策略时，在 {points} 个参数点的全部模拟中，市场部有 {share} % 被边缘化。"},
    {"sweep_best",
     "Best over all: '{best}' saves it in {share} % of them, and in half of the replications or more at "
     "{half} of {points} points.",
     "总体最佳：“{best}”在其中 {share} % 保住市场部，在 {points} 个点中的 {half} "
     "个点上，半数以上的模拟得以保住。"},
    {"sweep_lines",
     "With crisis lines {tolerance} higher it is {strict} %, with lines {tolerance} lower {lenient} %.",
     "危机线提高 {tolerance} 时为 {strict} %，降低 {tolerance} 时为 {lenient} %。"},
    {"sweep_none_saves", "No strategy saves it at any point.", "没有策略在任何参数点上保住市场部。"},
    {"sweep_harm",
     "Harm: '{strategy}' makes more replications marginalised than it spares at {count} of {points} points.",
     "危害：在 {points} 个点中的 {count} 个点上，“{strategy}”使市场部被边缘化的次数多于使其幸免的次数。"},
    {"sweep_claim",
     "This holds for the points that were run: they stand for the ranges above and nothing beyond.",
     "以上仅适用于所运行的参数点：它们只代表上述范围。"},

    // A fit to a firm's own history
    {"fit_title", "{worlds} worlds fitted to {quarters} quarters, {unknowns} numbers unknown, seed {seed}",
     "{worlds} 个世界，拟合 {quarters} 个季度，{unknowns} 个未知数值，种子 {seed}"},
    {"fit_fits",
     "Worlds fit: what is left between them and the table is no more than luck and errors of reporting "
     "explain (posterior predictive p = {p}).",
     "找到了符合的世界：它们与表格之间的差异不超过随机性和报告误差所能解释的范围（后验预测 p = {p}）。"},
    {"fit_narrowed",
     "The table narrows {narrowed} of the {unknowns} numbers to less than half of their ranges; of the "
     "others it says little, and they stay as open as they were.",
     "表格把 {unknowns} 个数值中的 {narrowed} "
     "个收窄到取值范围的一半以下；其余数值几乎没有收窄，仍与原先一样未定。"},
    {"fit_none",
     "No world fits: {column} in {quarters} is further from all worlds than luck and errors of reporting "
     "explain (posterior predictive p = {p}). Check those cells, allow larger errors, give the people and "
     "the firms of the market other numbers, or take wider ranges.",
     "没有世界符合：{quarters} 的{column}与所有世界的差异，超过了随机性和报告误差所能解释的范围（后验预测 "
     "p = {p}）。请核对这些单元格、允许更大的误差、更改市场的人数和企业数，或放宽取值范围。"},
    {"fit_unfinished",
     "The search did not come to its end within {tried} worlds: these are the nearest so far, and no fit. "
     "Let it try more of them.",
     "搜索在试算 {tried} 个世界之内没有完成：这些只是目前最接近的世界，还不是拟合。请允许试算更多。"},
    {"fit_found", "{tried} worlds were tried; {distinct} of the {worlds} are distinct.",
     "共试算 {tried} 个世界；{worlds} 个中有 {distinct} 个互不相同。"},
    {"fit_run_with", "Run them with the firms and people that they were fitted to: {keys}.",
     "运行这些世界时，企业数与人数须与拟合时相同：{keys}。"},
    {"fit_agreement",
     "Four parts of the worlds were sought apart. Where they differ most, all worlds together spread {apart} "
     "times as wide as each part (R-hat; 1: they agree).",
     "世界分四部分各自搜索。分歧最大之处，全部世界的离散程度是各部分的 {apart} 倍（R-hat；1 表示一致）。"},
    {"fit_apart", "That is more than {most}: intervals are rough, and more worlds tried make them surer.",
     "这超过 {most}：区间较粗略，试算更多世界会更可靠。"},
    {"fit_numbers_note",
     "Width: of the worlds from 5 to 95 %, as a part of the range's, on the number's scale. 1: the table "
     "says "
     "nothing of it.",
     "宽度：世界 5-95 % 区间占取值范围的比例，按该数值的尺度。1 表示表格没有给出关于它的信息。"},
    {"fit_users", "users", "用户数"},
    {"fit_revenue", "revenue", "收入"},
    {"fit_won", "customers won", "新增客户"},
    {"fit_product", "product's budget", "产品预算"},
    {"fit_marketing", "marketing's budget", "市场预算"},
    {"fit_sales", "sales' budget", "销售预算"},
    {"fit_operations", "operations' budget", "运营预算"},

    // Worlds that fit the evidence
    {"worlds_title", "{worlds} worlds from the {ranges} ranges of {numbers} numbers, seed {seed}",
     "{worlds} 个世界，取自 {numbers} 个数值的{ranges}范围，种子 {seed}"},
    {"ranges_plausible", "plausible", "合理"},
    {"ranges_narrow", "narrow", "收窄"},
    {"ranges_wide", "wide", "放宽"},
    {"worlds_share",
     "About 1 in {one_in} of the worlds that the ranges allow fits the evidence. {tried} were tried to find "
     "{worlds} of equal weight, {distinct} of them distinct.",
     "在取值范围所允许的世界中，约每 {one_in} 个有 1 个符合证据。共试算 {tried} 个，得到 {worlds} "
     "个等权重的世界，其中 {distinct} 个互不相同。"},
    {"worlds_none",
     "No world fits the evidence: of {tried} that were tried, the nearest have a target with an "
     "implausibility of up to {threshold:.3g}, and 3 is the limit. By themselves these targets exclude most: "
     "{targets}. Question their bands or their discrepancies, say used = false with the reason, or take "
     "wider ranges.",
     "没有世界符合证据：试算了 {tried} 个，最接近的世界仍有目标的不合理度达到 {threshold:.3g}，而上限为 "
     "3。单独排除最多的目标：{targets}。请检查这些目标的区间或偏差，或写明理由并设 used = "
     "false，或放宽取值范围。"},
    {"worlds_starved",
     "No world that fits the evidence was found by {tried} trials, and the trials that are allowed were too "
     "few "
     "to go on. The nearest have a target with an implausibility of up to {threshold:.3g}, and 3 is the "
     "limit. "
     "Allow more (--most-evaluations). Where that does not help: by themselves these targets exclude most: "
     "{targets}; question their bands or their discrepancies, say used = false with the reason, or take "
     "wider "
     "ranges.",
     "试算 {tried} "
     "个世界后仍未找到符合证据的，而允许的试算次数不足以继续搜索：最接近的世界仍有目标的不合理度达到 "
     "{threshold:.3g}，而上限为 3。请允许更多试算（--most-evaluations）。若仍无效：单独排除最多的目标为 "
     "{targets}；请检查这些目标的区间或偏差，或写明理由并设 used = false，或放宽取值范围。"},
    {"worlds_none_judged",
     "No world fits the evidence: of {tried} that were tried, each lacks a figure that a target is about, "
     "since "
     "what it measures never happens. Question the targets, or take wider ranges.",
     "没有世界符合证据：试算的 {tried} "
     "个世界都缺少某个目标所用的指标，因为该指标所衡量的情形从未发生。请检查这些目标，或放宽取值范围。"},
    {"worlds_own_fits",
     "The scenario itself fits; its least likely figure is {target}, with an implausibility of "
     "{implausibility:.2f}.",
     "场景本身符合证据；其中最不合理的指标是 {target}，不合理度为 {implausibility:.2f}。"},
    {"worlds_own_does_not",
     "The scenario itself does not fit: {target} has an implausibility of {implausibility:.3g}.",
     "场景本身不符合证据：{target} 的不合理度为 {implausibility:.3g}。"},
    {"worlds_distance",
     "It is {own:.1f} from the middle of the worlds (Mahalanobis distance); three quarters of them are "
     "nearer than {quarters:.1f}.",
     "它与这些世界的中心相距 {own:.1f}（马氏距离）；四分之三的世界距中心不到 {quarters:.1f}。"},
    {"worlds_worst", "{target} ({share})", "{target}（{share}）"},
    {"worlds_waves", "How they were found", "搜索过程"},
    {"wave_prior", "the ranges", "取值范围"},
    {"wave_mixture", "nearby", "邻近抽取"},
    {"wave_moves", "steps", "逐步移动"},
    {"worlds_threshold", "threshold", "阈值"},
    {"worlds_tried", "tried", "试算"},
    {"worlds_survivors", "survive", "留存"},
    {"worlds_effective", "effective", "有效样本"},
    {"worlds_accepted", "accepted", "接受率"},
    {"worlds_waves_note",
     "Threshold: the largest implausibility that survives the wave; survive: of those drawn; effective: how "
     "many points of equal weight the survivors are worth; accepted: share of the Markov steps from them.",
     "阈值：该轮中留存点的最大不合理度；留存：占抽取点数；有效样本：留存点相当于多少个等权重的点；接受率：从"
     "这"
     "些点出发的马尔可夫步中被接受的比例。"},
    {"worlds_targets", "What the evidence excludes", "证据排除了什么"},
    {"worlds_excluded", "excludes", "排除"},
    {"worlds_alone", "alone", "单独排除"},
    {"worlds_figure", "worlds 5-50-95 %", "世界 5-50-95 %"},
    {"worlds_more_targets", "and {number} more", "另有 {number} 个"},
    {"worlds_targets_note",
     "Excludes: share of the worlds that the ranges allow; alone: of those that all other targets let by, so "
     "many are excluded by this one; worlds: the figure in {which}.",
     "排除：占取值范围所允许世界的比例；单独排除：其他目标都接受的世界中，被该目标排除的个数；世界：该指标在"
     "{which}中的取值。"},
    {"worlds_those_that_fit", "those that fit", "符合证据的世界"},
    {"worlds_the_nearest", "the nearest, none of which fits", "最接近但不符合证据的世界"},
    {"worlds_numbers", "What it narrows", "证据收窄了什么"},
    {"worlds_prior", "ranges 5-95 %", "范围 5-95 %"},
    {"worlds_ensemble", "worlds 5-50-95 %", "世界 5-50-95 %"},
    {"worlds_width", "width", "宽度"},
    {"worlds_own", "own", "本身"},
    {"worlds_more_numbers", "and {number} more (--json has them)", "另有 {number} 个（见 --json）"},
    {"worlds_numbers_note",
     "Width: of the worlds from 5 to 95 %, as a part of the range's, on the number's scale; own: the share "
     "of "
     "worlds with less than the scenario itself has.",
     "宽度：世界的 5-95 % 区间占取值范围的比例（按该数值的尺度）；本身：取值低于场景本身的世界所占比例。"},
    {"worlds_quantiles", "Share of worlds with less than the scenario itself has",
     "取值低于场景本身的世界所占比例"},
    {"worlds_fights", "Targets that contradict each other", "相互矛盾的目标"},
    {"worlds_no_fights", "none beyond chance", "没有超出偶然的矛盾"},
    {"worlds_fight", "{first} and {second}: met together by {together} %, {chance} % if independent",
     "{first} 与 {second}：同时满足的占 {together} %；若相互独立应为 {chance} %"},
    {"worlds_fights_note",
     "Shares of the worlds that the ranges allow. Pairs that are met together less often than chance "
     "explains.",
     "占取值范围所允许世界的比例。所列各对目标同时得到满足的次数少于偶然所能解释的。"},
    {"worlds_unused", "Targets that are not used", "未使用的目标"},
    {"worlds_unused_one", "{target}: {reason}", "{target}：{reason}"},

    // The conclusion: its sentences, and what is between them
    {"between", " ", ""},
    {"not_marginalised", "Marketing is not marginalised here.", "市场部在这里没有被边缘化。"},
    {"nothing_to_avert", "Marketing is not marginalised here: there is nothing to avert or reverse.",
     "市场部在这里没有被边缘化：无需避免或逆转。"},
    {"marginalised_in", "Marketing is marginalised in week {week:.0f}.",
     "市场部在第 {week:.0f} 周被边缘化。"},
    {"marginalised_often",
     "Marketing is marginalised in {share} of the replications, typically in week {week:.0f}.",
     "市场部在 {share} 的模拟中被边缘化，通常在第 {week:.0f} 周。"},
    {"not_marginalised_without", "Without a new strategy marketing is not marginalised here.",
     "没有新策略时，市场部在这里没有被边缘化。"},
    {"none_began", "No strategy of this scenario ever began.", "本情景中没有策略启动过。"},
    {"none_within", "Within the weeks in which strategies are judged there is nothing to avert or reverse.",
     "在策略的评判期内，没有什么可以避免或逆转。"},
    {"none_saves", "No strategy of this scenario saves marketing.", "本情景中没有策略能保住市场部。"},
    {"saves", "saves", "保住"},
    {"save", "save", "保住"},
    {"strategy", "strategy", "策略"},
    {"strategies", "strategies", "策略"},
    {"certain_best", "{half} of {all} {strategies} {save} marketing; best for the firm: '{best}'.",
     "{all} 个{strategies}中有 {half} 个{save}市场部；对企业最有利的是“{best}”。"},
    {"nothing_in", "In {share} of the replications there is nothing to save.",
     "在 {share} 的模拟中市场部无需保住。"},
    {"lines_matter",
     "Crisis lines drawn elsewhere change this: with lines {tolerance} higher '{best}' saves "
     "marketing in {strict}, and {strict_half} of {all} {strategies} {save} it in half of the replications "
     "or "
     "more; with lines {tolerance} lower it is {lenient}, and {lenient_half} of {all}.",
     "危机线若划在别处，结论有变：提高 {tolerance} 时，“{best}”在 {strict} 的模拟中保住市场部，{all} "
     "个{strategies}中有 "
     "{strict_half} 个在半数以上的模拟中{save}；降低 {tolerance} 时，分别为 {lenient} 和 {lenient_half} "
     "个。"},
    {"lines_matter_once",
     "Crisis lines drawn elsewhere change this: with lines {tolerance} higher {strict_half} of "
     "{all} {strategies} {save} marketing ({strict}), with lines {tolerance} lower {lenient_half} "
     "({lenient}).",
     "危机线若划在别处，结论有变：提高 {tolerance} 时，{all} 个{strategies}中有 {strict_half} "
     "个{save}市场部（{strict}）；"
     "降低 {tolerance} 时有 {lenient_half} 个（{lenient}）。"},
    {"among_them", "'{best}' among them", "包括“{best}”"},
    {"alone_among_them", "'{best}'", "“{best}”"},
    {"not_among_them", "not '{best}'", "不包括“{best}”"},
    {"in_share", " in {share} of the replications", "在 {share} 的模拟中"},
    {"lines_other_best", "With the higher lines '{best}' saves it most often, in {share}.",
     "提高后最常保住市场部的是“{best}”，为 {share}。"},
    {"lines_nothing", "With lines {tolerance} lower there is nothing to save{where}.",
     "降低 {tolerance} 时，{where}市场部无需保住。"},
    {"lines_would", "With crisis lines {tolerance} lower '{best}' saves it{where}.",
     "危机线降低 {tolerance} 时，“{best}”{where}保住市场部。"},
    {"lines_danger",
     "With crisis lines {tolerance} higher there is something to save{where}, and '{best}' saves it{saved}.",
     "危机线提高 {tolerance} 时，市场部{where}有待保住，“{best}”{saved}将其保住。"},
    {"lines_danger_none",
     "With crisis lines {tolerance} higher there is something to save{where}, and no strategy saves it.",
     "危机线提高 {tolerance} 时，市场部{where}有待保住，没有策略能将其保住。"},
    {"nearest",
     "No strategy saves marketing in half of the replications; '{best}' comes closest with {share} (95 % "
     "interval {low:.0f}-{high:.0f}).",
     "没有策略在半数模拟中保住市场部；“{best}”最接近，为 {share}（95 % 区间 {low:.0f}-{high:.0f}）。"},
    {"best",
     "Best: '{best}' saves marketing in {share} of the replications (95 % interval {low:.0f}-{high:.0f}); "
     "{half} of {all} {strategies} {save} it in half of the replications or more.",
     "最佳：“{best}”在 {share} 的模拟中保住市场部（95 % 区间 {low:.0f}-{high:.0f}）；{all} "
     "个{strategies}中有 {half} "
     "个在半数以上的模拟中{save}市场部。"},
    {"one_replication", "In this one replication '{best}' changes the firm's NPV by {npv}.",
     "在这一次模拟中，“{best}”使企业净现值变化 {npv}。"},
    {"better", "The firm is better off with '{best}': NPV {npv}.",
     "采用“{best}”，企业境况更好：净现值 {npv}。"},
    {"worse", "The firm is worse off with '{best}': NPV {npv}.",
     "采用“{best}”，企业境况更差：净现值 {npv}。"},
    {"neither", "'{best}' makes no clear difference to the firm: NPV {npv}.",
     "“{best}”对企业没有明显影响：净现值 {npv}。"},
    {"best_paid",
     "Of the strategies that save marketing in half of the replications or more, '{best}' is best for the "
     "firm: NPV {npv}.",
     "在半数以上的模拟中保住市场部的策略里，“{best}”对企业最有利：净现值 {npv}。"},
    {"later",
     "But in {count} of {all} replications marketing is marginalised with '{strategy}' after the weeks in "
     "which "
     "it is judged.",
     "但在 {all} 次模拟中有 {count} 次，采用“{strategy}”后，市场部在评判期之后被边缘化。"},
    {"later_once", "But marketing is marginalised with '{strategy}' after the weeks in which it is judged.",
     "但采用“{strategy}”后，市场部在评判期之后被边缘化。"},
    {"outside",
     "In {count} of {all} replications the baseline is marginalised only after the {weeks} in which "
     "strategies "
     "are judged; lines.judge = {needed} or more includes it.",
     "在 {all} 次模拟中有 {count} 次，基线在策略的评判期（{weeks}）之后才被边缘化；lines.judge 为 {needed} "
     "或更大即可包括在内。"},
    {"outside_most",
     "In up to {count} of {all} replications, depending on the strategy, the baseline is marginalised only "
     "after "
     "the {weeks} in which strategies are judged; lines.judge = {needed} or more includes it.",
     "视策略而定，在 {all} 次模拟中至多有 {count} 次，基线在评判期（{weeks}）之后才被边缘化；lines.judge 为 "
     "{needed} 或更大即可包括在内。"},
    {"outside_once",
     "The baseline is marginalised only after the {weeks} in which strategies are judged; lines.judge = "
     "{needed} "
     "or more includes it.",
     "基线在策略的评判期（{weeks}）之后才被边缘化；lines.judge 为 {needed} 或更大即可包括在内。"},
    {"spared_most",
     "In the whole run it is marginalised least with '{strategy}': in {count} of {all} replications instead "
     "of {without}.",
     "就整个运行期而言，采用“{strategy}”时被边缘化最少：{all} 次模拟中有 {count} 次，而非 {without} 次。"},
    {"spared_once", "With '{strategy}' it is marginalised at no time in the run.",
     "采用“{strategy}”，市场部在整个运行期都没有被边缘化。"},
    {"harm",
     "Harm: '{strategy}' makes marketing marginalised in {made} of {all} replications where it is not "
     "otherwise, "
     "and spares it in {spared}; the firm's NPV {npv}.",
     "危害：在 {all} 次模拟中有 {made} 次，“{strategy}”使本不会被边缘化的市场部被边缘化，有 {spared} "
     "次使其幸免；企业净现值 {npv}。"},
    {"harm_once", "Harm: marketing is marginalised with '{strategy}', and not without; the firm's NPV {npv}.",
     "危害：采用“{strategy}”，市场部被边缘化，不采用则不会；企业净现值 {npv}。"},
    {"harm_another", "{number} other strategy does such harm too.", "另有 {number} 个策略有同样的危害。"},
    {"harm_others", "{number} other strategies do such harm too.", "另有 {number} 个策略有同样的危害。"},

    // Experiments that run units
    {"units_title", "{title}: {question}", "{title}：{question}"},
    {"variant_own", "as it is", "本情景"},
    {"variant_worlds", "in worlds", "各世界"},
    {"variant_same", "rivals too", "对手跟随"},
    {"variant_respond", "rivals respond", "对手回应"},
    {"variant_static", "rivals static", "对手不动"},
    {"variant_head_respond", "answered", "对手回应"},
    {"variant_head_static", "static", "对手不动"},
    {"course_follows", "The firm follows '{strategy}' once it begins.",
     "本企业自其开始之日起采取“{strategy}”。"},
    {"rivals_left_out",
     "Rivals are left as they are: the firm takes no strategy here that they could answer (--strategy NAME).",
     "对手保持不变：本企业在此未采取任何可供其回应的策略（--strategy 名称）。"},

    // Until when
    {"window_question", "until when can it be reversed?", "何时之前还能扭转？"},
    {"window_label_ramp", "{label}, ramp {value}", "{label}，ramp {value}"},
    {"window_label_budget", "{label}, x {value}", "{label}，预算 x {value}"},
    {"window_nothing",
     "There is nothing to save: whenever a strategy begins, marketing is marginalised without it in fewer "
     "than "
     "20 % of the replications.",
     "没有什么需要挽救：无论策略何时开始，没有策略时市场部在不到 20 % 的模拟中被边缘化。"},
    {"window_range", "95 % interval {low} to {high}", "95 % 区间 {low} 至 {high}"},
    {"window_range_open", "95 % interval: week {low} or later", "95 % 区间：第 {low} 周或更晚"},
    {"window_range_never", "95 % interval: at no start, or up to week {high}",
     "95 % 区间：从不，或至第 {high} 周"},
    {"window_range_all", "95 % interval: anything from no start to later than all",
     "95 % 区间：从不，直至晚于所试的各周"},
    {"window_best",
     "'{best}' can wait longest: begun in week {week} it still saves marketing in at least half of the "
     "replications in which there is something to save ({range}), and begun later it does not.",
     "“{best}”可以等得最久：在第 {week} "
     "周开始，它仍能在至少一半有需挽救的模拟中挽救市场部（{range}），再晚就不能了。"},
    {"window_best_later",
     "'{best}' can wait longest: even begun in week {week}, the last start with something to save, it saves "
     "marketing in at least half of the replications in which there is something to save.",
     "“{best}”可以等得最久：即使在第 {week} "
     "周（仍有需挽救的最后一个开始周）开始，它仍能在至少一半有需挽救的模拟中挽救市场部。"},
    {"window_best_always",
     "'{best}' saves marketing in at least half of the replications in which there is something to save, "
     "whenever it begins, up to week {week}, the last start with something to save.",
     "无论何时开始，直到第 {week} "
     "周（仍有需挽救的最后一个开始周），“{best}”都能在至少一半有需挽救的模拟中挽救市场部。"},
    {"window_again",
     "With '{strategy}' the share falls below one half at week {falls} and is above it again at week "
     "{again}.",
     "采用“{strategy}”时，该比例在第 {falls} 周降到一半以下，在第 {again} 周又回到一半以上。"},
    {"window_others",
     "Other strategies with such a last week: {can}; that save it in half of the replications at no start: "
     "{cannot}.",
     "其他策略中，{can} 个有这样的最后期限，{cannot} 个无论何时开始都不能在一半的模拟中挽救市场部。"},
    {"window_in_worlds", "In other worlds that fit the evidence", "在与证据相符的其他世界中，"},
    {"where_rivals_same", "If rivals do the same", "若对手同样行动，则"},
    {"where_rivals_respond", "If rivals answer it", "若对手作出回应，则"},
    {"where_rivals_static", "If rivals stand still", "若对手按兵不动，则"},
    {"window_elsewhere", "{where}, the last such start is week {week}, with '{best}' ({range}).",
     "{where}最后期限是第 {week} 周，采用“{best}”（{range}）。"},
    {"window_elsewhere_later",
     "{where}, '{best}' still does in week {week}, the last start with something to save.",
     "{where}“{best}”在第 {week} 周（仍有需挽救的最后一个开始周）开始仍然有效。"},
    {"window_elsewhere_none", "{where}, no strategy does at any start.",
     "{where}没有策略在任何开始时间能做到。"},
    {"window_none",
     "It cannot be reversed: no strategy saves marketing in half of the replications in which there is "
     "something "
     "to save, whenever it begins. '{best}', begun in week {week}, comes closest: {saved} of {to_save}.",
     "无法扭转：无论何时开始，没有策略能在一半有需挽救的模拟中挽救市场部。“{best}”在第 {week} "
     "周开始时最接近：{to_save} 次中的 {saved} 次。"},
    {"window_map", "Marketing saved, by the first week of the strategy",
     "按策略开始的周数，市场部获救的比例"},
    {"window_map_note",
     "Tenths of the replications with something to save in which it is saved (0: fewer than one in ten, 9: "
     "nine "
     "in ten or more, *: all). A point: nothing to save, as marketing is marginalised without the strategy "
     "in "
     "fewer than 20 % of the replications by the end of the span.",
     "在有需挽救的模拟中获救的十分之几（0：不到十分之一，9：十分之九以上，*：全部）。点号：没有什么需要挽救，"
     "即到评判期末，没有策略时市场部在不到 20 % 的模拟中被边缘化。"},
    {"window_points", "The point of no return: the last week to begin", "不归点：最后的开始时间"},
    {"window_never", "never", "从不"},
    {"window_open", "later", "更晚"},
    {"window_always", "any week", "任何一周"},
    {"window_nothing_short", "nothing to save", "无需挽救"},
    {"window_later", "later than {week}", "晚于 {week}"},
    {"window_point", "{week} ({low}-{high})", "{week}（{low}-{high}）"},
    {"window_points_note",
     "The last start at which marketing is saved in at least half of the replications with something to "
     "save, by "
     "a falling curve from the maximum on; in brackets where it lies with 95 % of the resamples of whole "
     "replications, no finer than the step between starts.",
     "在有需挽救的模拟中至少一半获救的最后开始时间，由最大值之后的递减曲线得出；括号内为整次模拟重抽样 95 % "
     "的范围，不比开始时间的间隔更细。"},
    {"window_starts", "Begun in its best week", "在最佳的一周开始"},
    {"window_week", "week", "周"},
    {"window_saved", "saved (95 %)", "获救（95 %）"},
    {"window_npv", "NPV", "净现值"},
    {"window_share", "share", "份额"},
    {"window_skill", "skill", "专长"},
    {"window_central", "centr.", "中心"},
    {"window_starts_note",
     "NPV: of the firm by the end of the span, with the customers in hand, against the baseline, in {money}. "
     "Share: real share of the budget as a part of its initial one; skill: non-substitutability; centr.: "
     "centrality; means over the verdict weeks. The best week is chosen by these very runs, so that its "
     "figures are a little too good.",
     "净现值：到评判期末企业净现值（含现有客户）与基线之差，单位 {money}。份额：预算实际份额与初始份额之比；"
     "专长：不可替代性；中心：中心性；均为评判周的平均。最佳的一周由这些模拟本身选出，其数字因而略偏乐观。"},
    {"window_forked",
     "Each replication's baseline was simulated once and forked at every start: {share} % of the weeks that "
     "separate runs would simulate.",
     "每次模拟的基线只运行一次，并在每个开始时间分叉：所模拟的周数为分别运行的 {share} %。"},

    // Why
    {"explain_question", "why does it happen?", "为什么会发生？"},
    {"mechanism_saturation", "saturation", "市场饱和"},
    {"mechanism_winter", "capital winter", "资本寒冬"},
    {"mechanism_ai", "AI", "AI"},
    {"mechanism_directness", "directness", "直达用户"},
    {"mechanism_credit", "last-touch credit", "末次触点归因"},
    {"mechanism_politics", "politics", "政治"},
    {"reference_saturation", "a population that grows at mechanisms.inflow_off",
     "人口按 mechanisms.inflow_off 增长"},
    {"reference_winter", "climate 1 in every week", "每周气候为 1"},
    {"reference_ai", "AI parity 0", "AI 水平为 0"},
    {"reference_directness", "directness 0", "直达度为 0"},
    {"reference_credit", "credit for what is contributed", "按实际贡献归因"},
    {"reference_politics", "power plays no part in budgets", "权力不影响预算"},
    {"explained_budget_share", "Fall of marketing's share of the budget (% points)",
     "市场部预算份额的下降（百分点）"},
    {"explained_centrality", "Fall of marketing's centrality", "市场部中心性的下降"},
    {"explained_non_substitutability", "Fall of its non-substitutability", "市场部不可替代性的下降"},
    {"explained_npv", "Fall of the firm's NPV (minus its NPV)", "企业净现值的下降（净现值取负）"},
    {"explained_marginalised_week", "Week of marginalisation (the end of the run if never)",
     "被边缘化的周数（从未则取运行之末）"},
    {"explain_effect", "adds", "贡献"},
    {"explain_interval", "95 % interval", "95 % 区间"},
    {"explain_none", "with none of them", "全部关闭"},
    {"explain_all", "with all of them", "全部开启"},
    {"explain_other", "the other scenario", "另一情景"},
    {"explain_this", "this scenario", "本情景"},
    {"explain_off", "off here, or not asked for", "本情景未用，或未要求"},
    {"explain_part", "{player} {effect}", "{player} {effect}"},
    {"explain_falls", "falls by {points} percentage points", "下降 {points} 个百分点"},
    {"explain_rises", "rises by {points} percentage points", "上升 {points} 个百分点"},
    {"explain_fall", "fall by {points} percentage points", "下降 {points} 个百分点"},
    {"explain_rise", "rise by {points} percentage points", "上升 {points} 个百分点"},
    {"explain_share", "Marketing's share of the budget {all}; without any of the mechanisms it would {none}.",
     "市场部的预算份额{all}；没有任何机制时{none}。"},
    {"explain_share_other", "Marketing's share of the budget {all}; in the other scenario it {none}.",
     "市场部的预算份额{all}；在另一情景中{none}。"},
    {"explain_parts", "What makes the difference: {parts}.", "差异来自：{parts}。"},
    {"explain_week_earlier", "They bring marginalisation forward by {weeks} weeks: {parts}.",
     "它们使被边缘化提前 {weeks} 周：{parts}。"},
    {"explain_week_same", "Together they leave the week of marginalisation where it is: {parts}.",
     "它们合起来不改变被边缘化的时间：{parts}。"},
    {"explain_week_later", "They put marginalisation off by {weeks} weeks: {parts}.",
     "它们使被边缘化推迟 {weeks} 周：{parts}。"},
    {"explain_same", "{where}, {player} comes first too ({effect}).",
     "{where}首要的也是{player}（{effect}）。"},
    {"explain_different", "{where}, {player} comes first instead ({effect}).",
     "{where}首要的则是{player}（{effect}）。"},
    {"explain_then", "; ", "；"},
    {"explain_note",
     "Shapley values: what each adds, on average over all orders in which they could be switched on; they "
     "sum to "
     "the whole difference. Intervals are paired by replication.",
     "夏普利值：按所有可能的开启顺序平均，各自的贡献；总和即全部差异。区间按模拟配对。"},
    {"explain_references", "They hang on what each is switched off to: {references}.",
     "它们取决于各机制关闭后的参照：{references}。"},
    {"explain_note_other", "They hang on the other scenario. Keys that are bound by a check move together:",
     "它们取决于另一情景。受同一约束的参数一起变动："},
    {"explain_sampled",
     "Sampled, not exact: each replication went through them in random orders of its own, which leaves a "
     "standard "
     "error of up to {error} ({value}).",
     "为抽样而非精确值：每次模拟按各自的随机顺序，由此产生的标准误至多为 {error}（{value}）。"},
    {"explain_pairs", "Two together: {value}", "两两交互：{value}"},
    {"explain_pairs_note",
     "Shapley-Taylor interactions of order 2: what a pair adds beyond each by itself. Their first-order "
     "terms (in "
     "--json) are what each adds to none of the others, and no Shapley values.",
     "二阶夏普利-泰勒交互：一对机制在各自贡献之外的增量。其一阶项（见 "
     "--json）是各自在其余全部关闭时的贡献，不是夏普利值。"},

    // Why that cut
    {"audit_question", "why was it cut?", "为何被削减？"},
    {"audit_credit", "credit", "归因"},
    {"audit_noise", "noise", "噪声"},
    {"audit_power", "power", "权力"},
    {"audit_equality", "equality", "均等"},
    {"audit_rest", "rest", "其余"},
    {"audit_all", "in all", "合计"},
    {"audit_points", "{points} points = {percent} %", "{points} 点 = {percent} %"},
    {"audit_term", "{term} {points}", "{term} {points}"},
    {"comma", ", ", "、"},
    {"audit_span", "weeks {first} to {last}", "第 {first} 至 {last} 周"},
    {"audit_moved", "{department} of '{firm}', {span}: {moved}: {terms}.",
     "“{firm}”的{department}，{span}：{moved}：{terms}。"},
    {"audit_still", "{department} of '{firm}', {span}: its share of the budget did not move.",
     "“{firm}”的{department}，{span}：预算份额没有变动。"},
    {"audit_meanwhile",
     "Meanwhile the value that it contributed changed by {contributed}, and the value that it was credited "
     "with "
     "by {credited}.",
     "同期，它贡献的价值变化 {contributed}，归因给它的价值变化 {credited}。"},
    {"audit_no_cuts", "No share was cut: none fell by 20 % or more within 26 weeks.",
     "没有份额被削减：没有任何份额在 26 周内下降 20 % 以上。"},
    {"audit_some_cuts", "{replications} had {cuts}.", "{replications}中共有 {cuts}。"},
    {"audit_cut", "{number} cut", "{number} 次削减"},
    {"audit_cuts", "{number} cuts", "{number} 次削减"},
    {"audit_wrong_share",
     "Of those judged {share} were wrong (95 % interval {low} to {high}): what was cut would have brought "
     "more for the same money than what gained. {right} were right; of the others it cannot be told.",
     "已评判的削减中 {share} 是错误的（95 % 区间 {low} 至 {high}）：同样的钱，被削减者会比得益者带来更多。"
     "{right} 是正确的，其余难以判断。"},
    {"audit_wrong_none",
     "None of those judged was wrong. {right} were right; of the others it cannot be told.",
     "已评判的削减中没有错误的。{right} 是正确的，其余难以判断。"},
    {"audit_none_told", "Of none of those judged can it be told whether it was wrong or right.",
     "已评判的削减都难以判断对错。"},
    {"audit_wrong_one",
     "Of those judged {share} were wrong: what was cut would have brought more for the same money than what "
     "gained. {right} were right; of the others it cannot be told.",
     "已评判的削减中 {share} 是错误的：同样的钱，被削减者会比得益者带来更多。{right} "
     "是正确的，其余难以判断。"},
    {"audit_why", "Why the share moved: log points, 100 times the change of the logarithm",
     "份额为何变动：对数点，即对数变化的 100 倍"},
    {"audit_interval", "95 % interval", "95 % 区间"},
    {"audit_why_note",
     "{before} % of the budget before the first week, {after} % after the last. Terms add up; {points} log "
     "points are {percent} %. Credit: what the executive sees that the department returns; noise: errors in "
     "that; power: the weight of the strong; equality: the pull to equal shares; rest: limits, floors and "
     "what the other shares leave.",
     "首周之前占预算 {before} %，末周之后占 {after} %。各项相加；{points} 对数点即 {percent} "
     "%。归因：管理者所见的部门回报；噪声：其误差；权力：强势部门的分量；均等：向均等份额的拉力；其余：限幅、"
     "下限与归一化。"},
    {"audit_beside", "What it did meanwhile", "同期表现"},
    {"audit_first", "first", "起初"},
    {"audit_last", "last", "期末"},
    {"audit_change", "change", "变化"},
    {"audit_part", "part of the firm's", "占企业"},
    {"audit_beside_note",
     "Means of up to {weeks} weeks at either end, in {money} per week, over the replications.",
     "两端各至多 {weeks} 周的均值，单位：{money}／周，对各次模拟取平均。"},
    {"audit_deepest", "The deepest cuts", "最深的削减"},
    {"audit_one_cut", "{department}, {span} (replication {replication}): {moved}: {terms}.",
     "{department}，{span}（第 {replication} 次模拟）：{moved}：{terms}。"},
    {"audit_cut_wrong", "Wrong: {cut} for each unit of money, and where it went {gained}.",
     "错误：每单位货币带来 {cut}，而在得益者处为 {gained}。"},
    {"audit_cut_right", "Right: {cut} for each unit of money, and where it went {gained}.",
     "正确：每单位货币带来 {cut}，而在得益者处为 {gained}。"},
    {"audit_cut_undecided", "Cannot be told: {cut} for each unit of money, and where it went {gained}.",
     "难以判断：每单位货币带来 {cut}，而在得益者处为 {gained}。"},
    {"audit_return", "{mean} ({low} to {high})", "{mean}（{low} 至 {high}）"},
    {"audit_counts", "All cuts", "全部削减"},
    {"audit_verdicts", "{wrong} wrong and {right} right beyond doubt; {undecided} cannot be told.",
     "{wrong} 次确定错误，{right} 次确定正确，{undecided} 次难以判断。"},
    {"audit_not_judged",
     "{number} more were not judged: of a replication the {most} deepest are, if what was cut and what "
     "gained "
     "had a budget whose return could be measured.",
     "另有 {number} 次未评判：每次模拟只评判最深的 {most} 次，且须双方均有可测回报的预算。"},
    {"audit_counts_note",
     "A cut: a share that falls by 20 % or more within 26 weeks, for as long as it goes on falling. Wrong: "
     "by grants of {factor} times the budget for {weeks} weeks from the cut's first week on, to what was cut "
     "and to what gained; what follows is simulated {futures}, each time with other luck, and beyond doubt "
     "is what the 95 % interval of the difference says.",
     "削减：份额在 26 周内下降 20 % 以上，直到不再下降。错误与否：自削减首周起 {weeks} "
     "周，分别给被削减者和得益者 {factor} 倍预算的拨款；此后的发展以不同的运气模拟 {futures}，差异的 95 % "
     "区间不含零即为确定。"},
    {"audit_counts_note_once",
     "A cut: a share that falls by 20 % or more within 26 weeks, for as long as it goes on falling. Wrong: "
     "by grants of {factor} times the budget for {weeks} weeks from the cut's first week on, to what was cut "
     "and to what gained; a mean field knows no luck.",
     "削减：份额在 26 周内下降 20 % 以上，直到不再下降。错误与否：自削减首周起 {weeks} "
     "周，分别给被削减者和得益者 {factor} 倍预算的拨款；平均场没有运气可言。"},
    {"audit_once", "{number} time", "{number} 次"},
    {"audit_times", "{number} times", "{number} 次"},
    {"audit_unjudged_note",
     "A cut: a share that falls by 20 % or more within 26 weeks, for as long as it goes on falling. Whether "
     "they were right or wrong is found out by grants, unless --futures is 0.",
     "削减：份额在 26 周内下降 20 % 以上，直到不再下降。对错由拨款试验判定；futures 设为 0 "
     "时只计数、不判定。"},
    {"audit_of_file", "{kept} of {replications} are kept week by week.",
     "{replications}中有 {kept} 次保留了每周数据。"},
    {"audit_elsewhere", "Elsewhere", "其他情形"},
    {"audit_elsewhere_cuts", "cuts a run", "每次运行的削减"},
    {"audit_elsewhere_wrong", "wrong (95 %)", "错误（95 %）"},

    // What a department is worth
    {"value_question", "what is a department worth?", "一个部门值多少？"},
    {"value_best",
     "In week {week} one more unit of money brings most in {best}: {best_return}; least in {worst}: "
     "{worst_return}.",
     "在第 {week} 周，多投一单位货币，在{best}带来最多：{best_return}；在{worst}最少：{worst_return}。"},
    {"value_best_of_two",
     "In week {week} one more unit of money brings most in {best}: {best_return}; this cannot be told from "
     "{second}: {second_return}. It brings least in {worst}: {worst_return}.",
     "在第 {week} "
     "周，多投一单位货币，在{best}带来最多：{best_return}，但与{second}（{second_return}）难分高下；"
     "在{worst}最少：{worst_return}。"},
    {"value_agreement",
     "Ranked by what they are credited with, departments and modes stand in the experiments' order with a "
     "correlation of {credited}; by what they contribute, of {contributed} (1: the same order, 0: none, -1: "
     "upside down).",
     "部门与方式按归因的排序与实验次序的相关为 {credited}，按贡献为 {contributed}"
     "（1：次序相同，0：无关，-1：颠倒）。"},
    {"value_shown_most",
     "Had the executive for a year gone by measured returns from week {week} on, the firm's NPV would change "
     "by "
     "{amount}.",
     "若管理者自第 {week} 周起一年内以实测回报为准，企业净现值将变化 {amount}。"},
    {"value_week", "A grant in week {week}: money back for each unit of money",
     "第 {week} 周的拨款：每单位货币的回报"},
    {"value_causal", "causal (95 %)", "因果（95 %）"},
    {"value_credited", "credited", "归因"},
    {"value_contributed", "contributed", "贡献"},
    {"value_without", "NPV without it, %", "无它时净现值，%"},
    {"value_week_note",
     "Causal: what {factor} times the budget for {weeks} weeks change in the firm's NPV, before what it "
     "costs, "
     "by that cost. Credited and contributed: what the two ledgers say, by cost, without the grant. NPV "
     "without "
     "it: change if the budget is shared out among the others from that week on, in % of the NPV from then "
     "on.",
     "因果：{weeks} 周 {factor} "
     "倍预算使企业净现值（未计成本）改变多少，与其成本之比。归因、贡献：无拨款时两本账"
     "所记，与成本之比。无它时的净现值：自该周起其预算分给其他部门时的变化，占此后净现值的 %。"},
    {"value_ranks", "Do the ledgers rank as experiments do?", "账面排序与实验一致吗？"},
    {"value_ranks_note",
     "Spearman's rank correlation with the causal return over departments, modes and weeks; intervals by "
     "resampling replications.",
     "与因果回报的斯皮尔曼秩相关，涵盖各部门、各方式与各周；区间由对模拟重抽样得出。"},
    {"value_shown", "What last touch costs", "末次触点归因的代价"},
    {"value_shown_line", "week {week}: {amount} ({low} to {high}), {percent} % of the NPV from then on",
     "第 {week} 周：{amount}（{low} 至 {high}），占此后净现值的 {percent} %"},
    {"value_shown_note",
     "Change of the firm's NPV in {money} if for {weeks} weeks the executive divides by the causal returns "
     "that "
     "grants measure in that week, instead of by what is credited.",
     "若 {weeks} 周内管理者依据该周拨款实测的因果回报而非归因来分配，企业净现值的变化，单位：{money}。"},
    // Who is left
    {"select_question", "who is left?", "谁能留下？"},
    {"select_no_strategy", "No strategy", "不采取策略"},
    {"select_no_department", "No marketing department", "没有市场部"},
    {"select_all", "All that are left", "留下的全部"},
    {"select_range", "95 % interval {low} to {high} %", "95 % 区间 {low} 至 {high} %"},
    {"select_all_left", "After {weeks} weeks every firm still has its marketing department.",
     "{weeks} 周之后，每家企业都还有市场部。"},
    {"select_left", "After {weeks} weeks {left} % of the marketing departments are left ({range}).",
     "{weeks} 周之后，{left} % 的市场部留了下来（{range}）。"},
    {"select_agree", "all markets agree", "各市场一致"},
    {"select_alike", "all agree", "一致"},
    {"select_one_market", "one market has no interval", "仅一个市场，没有区间"},
    {"select_quoted", "'{strategy}'", "“{strategy}”"},
    {"select_and", " and ", "和"},
    {"select_or", " or ", "或"},
    {"select_leader",
     "Of the firms with a department then, more follow '{strategy}' than any other strategy: {share} % of "
     "all "
     "firms ({range}), against {first} % at first.",
     "届时有市场部的企业中，采用“{strategy}”的多于采用其他任何策略的：占全部企业的 {share} "
     "%（{range}），最初为 "
     "{first} %。"},
    {"select_leaders",
     "Of the firms with a department then, as many follow each of {strategies}, {share} % of all firms, and "
     "fewer any other strategy.",
     "届时有市场部的企业中，采用{strategies}的同样多，各占全部企业的 {share} %，采用其他策略的更少。"},
    {"select_departments",
     "Departments that began with {best} are left most often, {high}; those that began with {worst} least "
     "often, {low}.",
     "以{best}起步的市场部留下得最多，{high}；以{worst}起步的最少，{low}。"},
    {"select_much", "{share} % ({range})", "为 {share} %（{range}）"},
    {"select_much_each", "{share} % of each", "各为 {share} %"},
    {"select_survivors",
     "Those that are left have on average {budget} % of the budget, {kept} % of their first share, a "
     "centrality of {centrality} and {staff} % of their first staff.",
     "留下的市场部平均占预算的 {budget} %，为最初份额的 {kept} %，中心性为 {centrality}，人员为最初的 "
     "{staff} %。"},
    {"select_fixed",
     "Runs in which two departments or more are left: {runs}; in which all of these follow one and the same "
     "strategy: {fixed}.",
     "在留下至少两个市场部的 {runs} 次模拟中，有 {fixed} 次它们都采用同一个策略。"},
    {"select_few_left", "Of {runs} in all, runs with one department left: {one}; with none: {none}.",
     "在全部 {runs} 次模拟中，{one} 次只留下一个市场部，{none} 次一个也没有留下。"},
    {"select_in_worlds", "In other worlds that fit the evidence", "在与证据相符的其他世界中"},
    {"select_rivals_static", "If the other firms keep what they began with", "若其他企业一直保持起步策略"},
    {"select_rivals_respond", "If the other firms copy only once a crisis line of theirs has been crossed",
     "若其他企业只在自身越过危机线之后才模仿"},
    {"select_elsewhere",
     "{where}, more firms follow {strategies} than any other strategy, {share} % of all, and {left} % of the "
     "departments are left.",
     "{where}，采用{strategies}的企业多于采用其他任何策略的，占全部企业的 {share} %，{left} % "
     "的市场部留了下来。"},
    {"select_elsewhere_tied",
     "{where}, as many firms follow each of {strategies}, {share} % of all, and {left} % of the departments "
     "are left.",
     "{where}，采用{strategies}的企业同样多，各占全部企业的 {share} %，{left} % 的市场部留了下来。"},
    {"select_elsewhere_none", "{where}, no department is left.", "{where}，没有市场部留下来。"},
    {"select_markets",
     "Markets, each with strategies of its own at first: {markets}; replications of each: {each}.",
     "市场数（各有自己的起步策略）：{markets}；每个市场的模拟次数：{each}。"},
    {"select_shares", "What firms follow, in per cent of all firms", "企业采用的策略，占全部企业的百分比"},
    {"select_week", "after week", "第几周之后"},
    {"select_interval", "95 %", "95 %"},
    {"select_spread", "90 % range", "90 % 范围"},
    {"select_dissolved", "dissolved", "被解散"},
    {"select_shares_note",
     "Means over all runs; then the 95 % interval of the last one, by resampling markets, and where 90 % of "
     "the runs end.",
     "全部模拟的平均；其后为最后一周平均值的 95 % 区间（对市场重抽样），以及 90 % 的模拟在最后一周的范围。"},
    {"select_survival", "Departments that are left, in per cent, by what they began with",
     "按起步策略，留下的市场部百分比"},
    {"select_first", "first strategy", "起步策略"},
    {"select_survival_note",
     "Kaplan-Meier; then the 95 % interval at the end, by resampling markets, and how many were dissolved of "
     "how many.",
     "Kaplan-Meier 估计；其后为期末的 95 % 区间（对市场重抽样），以及被解散数与总数。"},
    {"select_left_title", "What those that are left look like", "留下的市场部是什么样子"},
    {"select_last", "last strategy", "最后的策略"},
    {"select_share", "share %", "比例 %"},
    {"select_budget", "budget %", "预算 %"},
    {"select_kept", "kept %", "保留 %"},
    {"select_centrality", "centr.", "中心性"},
    {"select_staff", "staff %", "人员 %"},
    {"select_profit", "profit", "利润"},
    {"select_left_note",
     "Share: of the departments that are left. Budget: real share of the firm's budget; kept: as a part of "
     "that of week 0; centr.: centrality; staff: as a part of the first; profit: of the firm per user and "
     "week, over the last year, in money of the model.",
     "比例：占留下的市场部；预算：占企业预算的实际份额；保留：与第 0 周份额之比；中心性；人员：与最初之比；"
     "利润：最近一年企业每用户每周的利润，以模型的货币单位计。"},
});

// Names of scenarios in scenarios/, of their strategies, and of firms where a scenario gives none.
struct ShippedName {
  std::string_view english;
  std::string_view chinese;
};

inline constexpr auto kShippedNames = std::to_array<ShippedName>({
    {"baseline", "基线"},
    {"focal", "本企业"},
    {"Double down on broadcast", "加码广告传播"},
    {"Embed in product", "嵌入产品"},
    {"Tie to results", "与结果挂钩"},
    {"Merge with operations", "并入运营"},
    {"AI to cut", "采用 AI 裁员"},
    {"AI to redeploy", "采用 AI 转岗"},
    {"AI + product", "AI + 产品"},
    {"AI + results", "AI + 结果"},
    {"AI + operations", "AI + 运营"},
    {"All together", "多管齐下"},
    {"Results + proof", "结果 + 效果验证"},
    {"AI + results + proof", "AI + 结果 + 效果验证"},
    {"Cut for two years", "预算削减两年"},
    {"Adaptive head", "自适应主管"},
    {"Special forces", "特种小队"},
    {"AI commoditisation", "AI 商品化"},
    {"Capital winter", "资本寒冬"},
    {"The catalogue of strategies", "策略总览"},
    {"The chief executive's voice", "首席执行官的声音"},
    {"Direct to the user", "直达用户"},
    {"Endless growth", "无尽增长"},
    {"From growth to stock", "从增量到存量"},
    {"A natural product", "自带流量的产品"},
    {"A perfect storm", "完美风暴"},
    {"Red Queen", "红皇后"},
    {"Selection", "优胜劣汰"},
    {"A weak product", "产品偏弱"},
    {"Word on the street", "街谈巷议"},
});

// Where plausible ranges are known from, as the field lists say it.
inline constexpr auto kKnownFrom = std::to_array<ShippedName>({
    {"nothing is known: half to twice the default", "尚无，取默认值的一半至两倍"},
    {"nothing is known: half to one and a half times the default", "尚无，取默认值的一半至一倍半"},
    {"choice", "选定"},
    {"gross margins of software and online services", "软件与在线服务的毛利率"},
    {"5 to 23 % a year", "每年 5 至 23 %"},
    {"Gartner 2020-21: marketing fell from 11 to 6.4 % of revenue",
     "Gartner 2020-21：市场预算由收入的 11 % 降至 6.4 %"},
    {"demand in downturns", "经济下行期的需求"},
    {"spending in downturns", "经济下行期的支出"},
    {".33 to .67 today (Noy & Zhang 2023; Dell'Acqua et al. 2023); 9 is the claim that five do the work of "
     "fifty",
     "目前 .33 至 .67（Noy & Zhang 2023；Dell'Acqua et al. 2023）；9 即“五人抵五十人”之说"},
    {"+17 to +43 % inside the frontier (Dell'Acqua et al. 2023)",
     "能力边界之内 +17 至 +43 %（Dell'Acqua et al. 2023）"},
    {"-19 points outside the frontier (Dell'Acqua et al. 2023)",
     "能力边界之外 -19 个百分点（Dell'Acqua et al. 2023）"},
    {"four releases a year to one", "每年发布四次至一次"},
    {"a legacy department, more or less so", "程度不一的传统部门"},
    {"Gartner: labour 25 %, agencies 22 % of marketing budgets",
     "Gartner：人工占市场预算的 25 %，代理商占 22 %"},
    {"half-life of 2 to 12 weeks", "半衰期 2 至 12 周"},
    {"half-life of half a year to three years", "半衰期半年至三年"},
    {"the last touch prevails", "末次触点归因居主导"},
    {"field experiments find large shares that would have come anyway",
     "现场实验发现很大一部分客户本来就会来"},
    {"Pfeffer & Moore 1980 found it, Ezzamel & Bourn 1995 did not",
     "Pfeffer & Moore 1980 发现了这一效应，Ezzamel & Bourn 1995 没有"},
    {"1/n bias (Bardolet, Fox & Lovallo 2011)", "1/n 偏误（Bardolet, Fox & Lovallo 2011）"},
});

}  // namespace orgsim

#include "report/phrases.hpp"

#include <utility>

#include "report/typography.hpp"

namespace orgsim {

namespace {

constexpr Phrases kEnglish{
    .firms = {"{} firm", "{} firms"},
    .weeks = {"{} week", "{} weeks"},
    .replications = {"{} replication", "{} replications"},
    .drawn_keys = {"{} key", "{} keys"},
    .people = "{} people",
    .world = "{}, {}, {}, {}",
    .one_run = "one run without chance (mean field)",
    .runs = "{} ({}), seed {}",
    .drawn_anew = "{} drawn anew in each replication",
    .kinds = {"mean_field", "pooled", "network"},

    .the_market = "The market",
    .no_stock_phase = "no stock phase: users never grow by less than 5 % a year for a quarter",
    .growth_until = "growth market until the stock phase begins: {}",
    .stock_from = "stock market from then on: firms fight over the users there are",
    .in_replications = "(in {} of the replications)",
    .marketing_of = "Marketing of '{}' without a new strategy",
    .crossed = "crossed",
    .median_range = "median (5-95 %)",
    .lines = {"budget line", "capability line", "structure line"},
    .marginalised = "marginalised",
    .yes = "yes",
    .no = "no",
    .never = "never",
    .week = "week {:.0f}",
    .week_range = "week {:.0f} ({:.0f}-{:.0f})",
    .budget_share = "budget share",
    .contributed = "contributed",
    .credited = "credited",
    .first_week = "week 0",
    .of_medians =
        "  (weekly medians, first -> last; value in money per week; two lines crossed =\n"
        "  marginalised)\n",
    .of_values =
        "  (weekly values, first -> last; value in money per week; two lines crossed =\n"
        "  marginalised)\n",

    .which_reverse = "Which strategies reverse it",
    .of_replications = " (% of replications)",
    .nothing_to_avert = "Marketing is not marginalised here: there is nothing to avert.",
    .saved_head = "saved (95 %)",
    .not_begun = "not begun",
    .verdicts = {"averted", "reversed", "transf.", "cont.", "lost"},
    .began = "'{}' began {}, {}",
    .began_by_itself = "by itself",
    .began_in = "in {} of the replications",
    .verdicts_note =
        "  saved: averted (marginalised without it, never with it) or reversed (was\n"
        "  marginalised, ends with no line crossed). Transformed: smaller but central.\n"
        "  Contained: at most one line crossed. Judged by the last half year of the\n"
        "  {} from the strategy's start on.\n",
    .changes = "What they change (differences to the baseline, paired by replication)",
    .share_head = "marketing's share",
    .share_head_2 = "of budget, end",
    .npv_head = "firm's NPV",
    .npv_head_2 = "(95 % interval)",
    .others_head = "others'",
    .others_head_2 = "budgets",
    .baseline = "(baseline)",
    .to = "to",
    .changes_note =
        "  NPV: money in the first row, else % of it. Others' budgets: what the other\n"
        "  three departments are given over the run; minus is what they lose.\n",

    .between = " ",
    .not_marginalised = "Marketing is not marginalised here.",
    .marginalised_in = "Marketing is marginalised in week {week:.0f}.",
    .marginalised_often =
        "Marketing is marginalised in {share} of the replications, in week {week:.0f} as a rule.",
    .nothing_to_reverse = "There is nothing to reverse.",
    .none_reverses = "No strategy of this scenario averts or reverses it.",
    .certain_best = "{half} of {all} strategies avert or reverse it, '{best}' with the most gain.",
    .nearest = "No strategy reverses it in half of the replications; '{best}' comes nearest with {share}.",
    .best =
        "What averts or reverses it best is '{best}' ({share}, 95 % interval {low:.0f}-{high:.0f}); half "
        "of the replications or more are saved by {half} of {all} strategies.",
    .npv = "NPV {:+.1f} %",
    .one_replication = "For the firm it makes {} in this one replication.",
    .better = "The firm is better off for it: {}.",
    .worse = "The firm is worse off for it: {}.",
    .neither = "For the firm it makes no clear difference: {}.",
    .best_paid = "Of those that save half or more, '{best}' pays it most: {npv}.",
};

constexpr Phrases kChinese{
    .firms = {"{} 家企业", "{} 家企业"},
    .weeks = {"{} 周", "{} 周"},
    .replications = {"{} 次重复", "{} 次重复"},
    .drawn_keys = {"{} 个参数", "{} 个参数"},
    .people = "{} 人",
    .world = "{}，{}，{}，{}",
    .one_run = "一次无随机的运行（平均场）",
    .runs = "{}（{}），种子 {}",
    .drawn_anew = "{}在每次重复中重新抽取",
    .kinds = {"平均场", "混合群体", "网络"},

    .the_market = "市场环境",
    .no_stock_phase = "没有存量阶段：用户增长从未连续一季低于每年 5 %",
    .growth_until = "增量市场，直到存量阶段开始：{}",
    .stock_from = "此后是存量市场：企业争夺已有的用户",
    .in_replications = "（见于 {} 的重复）",
    .marketing_of = "“{}”的市场部，没有新策略时",
    .crossed = "越线",
    .median_range = "中位数（5-95 %）",
    .lines = {"预算线", "能力线", "结构线"},
    .marginalised = "被边缘化",
    .yes = "是",
    .no = "否",
    .never = "从未",
    .week = "第 {:.0f} 周",
    .week_range = "第 {:.0f} 周（{:.0f}-{:.0f}）",
    .budget_share = "预算份额",
    .contributed = "贡献",
    .credited = "记功",
    .first_week = "第 0 周",
    .of_medians = "  （每周中位数，首 -> 末；价值为每周货币；越过两条线即被边缘化）\n",
    .of_values = "  （每周数值，首 -> 末；价值为每周货币；越过两条线即被边缘化）\n",

    .which_reverse = "哪些策略能逆转它",
    .of_replications = "（占重复的 %）",
    .nothing_to_avert = "市场部在这里没有被边缘化：无需避免。",
    .saved_head = "保住（95 %）",
    .not_begun = "未启动",
    .verdicts = {"避免", "逆转", "转型", "遏制", "失守"},
    .began = "“{}”的启动：{}，{}",
    .began_by_itself = "自行启动",
    .began_in = "见于 {} 的重复",
    .verdicts_note =
        "  保住：避免（没有它会被边缘化，有它则从未）或逆转（曾被边缘化，最后没有越线）。\n"
        "  转型：规模变小但居于中心。遏制：至多越过一条线。\n"
        "  按策略启动后 {}中的最后半年评判。\n",
    .changes = "它们改变了什么（与基线之差，按重复配对）",
    .share_head = "市场部期末",
    .share_head_2 = "预算份额",
    .npv_head = "企业净现值",
    .npv_head_2 = "（95 % 区间）",
    .others_head = "其他部门",
    .others_head_2 = "预算",
    .baseline = "（基线）",
    .to = "至",
    .changes_note =
        "  净现值：首行为货币，其余为占它的 %。其他部门预算：产品、销售、运营三个部门\n"
        "  在整个运行期得到的预算；负数是它们失去的。\n",

    .between = "",
    .not_marginalised = "市场部在这里没有被边缘化。",
    .marginalised_in = "市场部在第 {week:.0f} 周被边缘化。",
    .marginalised_often = "市场部在 {share} 的重复中被边缘化，通常在第 {week:.0f} 周。",
    .nothing_to_reverse = "无需逆转。",
    .none_reverses = "本情景中没有策略能避免或逆转它。",
    .certain_best = "{all} 个策略中有 {half} 个避免或逆转它，其中“{best}”收益最大。",
    .nearest = "没有策略在半数重复中逆转它；“{best}”最接近，为 {share}。",
    .best =
        "最能避免或逆转它的是“{best}”（{share}，95 % 区间 {low:.0f}-{high:.0f}）；{all} 个策略中有 {half} "
        "个在半数以上的重复里保住市场部。",
    .npv = "净现值 {:+.1f} %",
    .one_replication = "在这一次重复中，企业的变化是{}。",
    .better = "企业因此更好：{}。",
    .worse = "企业因此更差：{}。",
    .neither = "对企业没有明显差别：{}。",
    .best_paid = "在半数以上保住市场部的策略中，“{best}”给企业的收益最大：{npv}。",
};

// Of the scenarios in scenarios/ and of what is filled in where a scenario says nothing.
constexpr std::array<std::pair<std::string_view, std::string_view>, 26> kShipped{{
    {"baseline", "基线"},
    {"focal", "本企业"},
    {"Double down on broadcast", "加码广告传播"},
    {"Embed in product", "嵌入产品"},
    {"Tie to results", "绑定结果"},
    {"Merge with operations", "并入运营"},
    {"AI to cut", "采用AI裁员"},
    {"AI to redeploy", "采用AI转岗"},
    {"AI + product", "AI + 产品"},
    {"AI + results", "AI + 结果"},
    {"AI + operations", "AI + 运营"},
    {"All together", "多管齐下"},
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
    {"A weak product", "产品偏弱"},
    {"Word on the street", "街谈巷议"},
}};

}  // namespace

const Phrases& phrases(Language language) {
  return language == Language::chinese ? kChinese : kEnglish;
}

std::string counted(std::int64_t number, const Noun& noun) {
  return say(number == 1 ? noun.one : noun.many, grouped(number));
}

std::string_view translated(std::string_view text, Language language) {
  if (language == Language::english) return text;
  for (const auto& [english, chinese] : kShipped) {
    if (text == english) return chinese;
  }
  return text;
}

}  // namespace orgsim

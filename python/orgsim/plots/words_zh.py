"""What only plots and tables in notebooks say, in Chinese; all else is in the engine's table."""

PHRASES = {
    # phases of the market
    "stock_market_from": "存量市场：自{week}起",
    "growth_throughout": "始终是增量市场：没有存量阶段",
    # heads of the summary's table in a notebook
    "without_head": "市场部，没有新策略时",
    "strategy_head": "策略",
    # building blocks
    "ranged": "{value}（{low}–{high}）",
    "often": "{week}，见于 {share} 的模拟",
    "comma": "、",
    "quoted": "“{text}”",
    "subject": "{text}：",
    "event": "{event}：{week}",
    # captions
    "bands": "曲线：中位数；色带：各次模拟的 5–95 % 与 25–75 %",
    "market_notes": "面积：各次模拟的均值；细线：本企业的 5 % 与 95 % 分位数",
    "week_ranges": "周：中位数（5–95 %）",
    "wilson": "色带：比例的 95 % 区间（Wilson）",
    "paired": "点：保住的比例，以及按各次模拟配对的与基线之差，均附 95 % 区间",
    # axes
    "budget_axis": "占企业预算的份额（%）",
    "crossed_axis": "已越线的比例（占各次模拟的 %）",
    "replications_axis": "占各次模拟的比例（%）",
    "npv_axis": "企业净现值（与基线之差，%）",
    "others_axis": "其他部门预算（与基线之差，%）",
    "money_axis": "价值（{money}／千人·周）",
    "value_share_axis": "占各部门价值总和的份额（%）",
    "people_axis": "人口（%）",
    "switchers_axis": "新赢得的客户（%）",
    # the budget
    "falls": "从 {first} 降到 {last}",
    "rises": "从 {first} 升到 {last}",
    "stays": "保持在 {last}",
    "budget_title": "{subject}{Department}的预算份额{moves}；{fate}",
    "fate_marginalised": "市场部被边缘化：{often}",
    "fate_safe": "市场部没有被边缘化",
    "against": "点线：{department}（{strategy}）",
    # the lines
    "lines_title": "{subject}{order}；{fate}",
    "lines_none": "没有越过任何危机线",
    "lines_order": "依次越过：{lines}",
    "lines_one": "只越过一条线：{lines}",
    "lines_compare": "{event}（占模拟次数的比例）：{parts}",
    "lines_compare_one": "{event}：{parts}",
    "lines_part": "{label} {share}",
    "line_item": "{event}{week}",
    # the value gap
    "credited_ledger": "归因：末次触点",
    "contributed_ledger": "贡献：参与创造的价值",
    "gap_title_money": "{subject}整个运行期内，{Department}的归因价值是其贡献价值的 {share}",
    "gap_title_share": "{subject}{Department}平均贡献了价值的 {contributed}，获归因 {credited}",
    "gap_title_causal": "{subject}{Department}第 {first}–{last} 周：归因 {credited}，贡献 {contributed}，"
    "因果价值 {causal}（{money}／千人·周）",
    "gap": "有贡献但未获归因",
    "causal_note": "因果：95 % 区间，按各次模拟配对",
    "gap_grant": "因果：第 {first}–{last} 周预算 × {factor:g} 及其一切后果",
    "of_means": "各次模拟均值之比",
    # the market
    "nonusers": "非用户",
    "switchers": "转换用户 {share}",
    "market_title": "{subject}用户占人口的比例期初为 {first}，期末为 {last}；没有存量阶段{switchers}",
    "market_title_stock": "{subject}用户占人口的比例期初为 {first}，{week}存量阶段开始时为 {then}，"
    "期末为 {last}{switchers}",
    "market_switchers": "；新赢得的客户中转换用户最多占 {most}",
    "firm_label": "{firm}：{share}",
    "rivals_rest": "另外 {n} 个对手",
}

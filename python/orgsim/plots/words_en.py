"""What only plots and tables in notebooks say, in English; all else is in the engine's table."""

PHRASES = {
    # phases of the market
    "stock_market_from": "stock market from {week}",
    "growth_throughout": "growth market throughout: no stock phase",
    # heads of the summary's table in a notebook
    "without_head": "marketing without a new strategy",
    # building blocks
    "ranged": "{value} ({low}–{high})",
    "often": "{week} in {share} of the replications",
    "comma": ", ",
    "quoted": "‘{text}’",
    "subject": "{text}: ",
    "event": "{event}: {week}",
    # captions
    "bands": "lines: medians; bands: 5–95 % and 25–75 % of the replications",
    "market_notes": "areas: means over replications; "
    "thin lines: 5 % and 95 % quantiles of the focal firm",
    "week_ranges": "weeks: median (5–95 %)",
    "wilson": "bands: 95 % intervals of the share (Wilson)",
    "paired": "points: share saved, and differences from the baseline paired by replication, "
    "with 95 % intervals",
    "twins": "▽, △: share saved with the crisis lines {tolerance} lower, higher, where it differs",
    # axes
    "budget_axis": "share of the firm's budget (%)",
    "crossed_axis": "replications in which it is crossed (%)",
    "replications_axis": "replications (%)",
    "npv_axis": "firm's NPV: difference from the baseline (%)",
    "others_axis": "others' budgets: difference from the baseline (%)",
    "money_axis": "value ({money} per 1,000 people and week)",
    "value_share_axis": "share of the value of all departments (%)",
    "people_axis": "people (%)",
    "switchers_axis": "customers won (%)",
    # the budget
    "falls": "falls from {first} to {last}",
    "rises": "rises from {first} to {last}",
    "stays": "stays at {last}",
    "budget_title": "{subject}{Department} {moves} of the budget; {fate}",
    "fate_marginalised": "marginalised in {often}",
    "fate_safe": "marketing is not marginalised",
    "against": "dotted: {department}, {strategy}",
    # the lines
    "lines_title": "{subject}{order}; {fate}",
    "lines_none": "no crisis line is crossed",
    "lines_order": "crossed in this order: {lines}",
    "lines_one": "only one line is crossed: {lines}",
    "lines_compare": "{event}, share of the replications: {parts}",
    "lines_compare_one": "{event}: {parts}",
    "lines_part": "{label} {share}",
    "line_item": "{event} {week}",
    # the value gap
    "credited_ledger": "credited: last touch",
    "contributed_ledger": "contributed: value it had a part in",
    "gap_title_money": "{subject}{Department} is credited with {share} of the value that it "
    "contributes over the run",
    "gap_title_share": "{subject}{Department} contributes {contributed} of the value on average "
    "and is credited with {credited}",
    "gap_title_causal": "{subject}{Department} in weeks {first}–{last}: credited {credited}, "
    "contributed {contributed}, causal value {causal}, in {money} per 1,000 people and week",
    "gap": "contributed, not credited",
    "causal_note": "causal: 95 % interval, paired by replication",
    "gap_grant": "causal: budget × {factor:g} in weeks {first}–{last}, and all that follows",
    "of_means": "ratios of means over replications",
    # the market
    "nonusers": "non-users",
    "switchers": "switchers {share}",
    "market_title": "{subject}Users are {first} of people at first, {last} at the end; no stock phase{switchers}",
    "market_title_stock": "{subject}Users are {first} of people at first, {then} when the stock "
    "phase begins in {week}, and {last} at the end{switchers}",
    "market_switchers": "; switchers make up at most {most} of customers won",
    "firm_label": "{firm}: {share}",
    "rivals_rest": "{n} more rivals",
    # sweeps
    "point": "{number} point",
    "points": "{number} points",
    "up_to": "up to {number}",
    "with_unit": "{name} ({unit})",
    "millions": "{unit}, millions",
    "sweep_runs": "{points}, {replications} each ({kind}), seed {seed}",
    "points_missing": "{number} without a result",
    "measure_saved": "marketing saved",
    "measure_saved_lenient": "marketing saved with lower crisis lines",
    "measure_saved_strict": "marketing saved with higher crisis lines",
    "others_vary": "also varying: {keys}",
    "response_points": "points: means over replications, with 95 % intervals",
    "response_notes": "grey: means over the replications of a point; blue: means of neighbouring points, "
    "with 95 % intervals over points and replications",
    "response_title": "{subject}{measure}: {first} at {varied} {low}, {last} at {high}",
    "response_unclear": "{subject}{measure}: no clear difference between {varied} {low} and {high} "
    "({first}, {last})",
    "response_one": "{subject}{measure}: {first} at {varied} {low}",
    "response_most": "; most at {place}: {value}",
    "response_least": "; least at {place}: {value}",
    "map_notes": "colours: means of the points in a cell; white: no point",
    "map_wide": "dots: 95 % intervals wider than a fourth of the difference between the cells",
    "map_place": "{value} at {x} {at_x}, {y} {at_y}",
    "map_title": "{subject}{measure}, from the lowest cell to the highest: {least}; {most}",
    "map_same": "{subject}{measure}: {value} in every cell",
    "tornado_morris": "bars: Morris' mu*, the mean absolute effect, with 95 % bootstrap intervals",
    "tornado_sobol": "bars: Sobol's total index with 95 % bootstrap intervals; diamonds: first order",
    "tornado_axis_morris": "effect of a key over its whole range: {measure}",
    "tornado_axis_sobol": "share of the variance: {measure}",
    "tornado_left_out": "left out, as a point failed: {number}",
    "tornado_title": "{subject}{measure} depends on {varied} most",
    "tornado_unclear": "{subject}{measure} depends on {varied} most, but not clearly more than on {others}",
    "tornado_more": "{others} and {number} more",
    "tornado_top": "the {shown} strongest of {number} keys",
    "tornado_none": "{subject}{measure}: none of the keys changes it",
    # worlds
    "worlds_one": "{number} world that fits the evidence",
    "worlds_many": "{number} worlds that fit the evidence",
    "worlds_low": "low end of the range",
    "worlds_middle": "middle",
    "worlds_high": "high end",
    "worlds_keys_title": "The evidence narrows {varied} most, to {share} of its range",
    "worlds_keys_notes": "grey: 90 % of the plausible range; blue: 90 % of the worlds, with their median; "
    "diamonds: the scenario itself",
}

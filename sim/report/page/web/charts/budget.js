// How the four departments share the budget.
'use strict';

orgsim.charts.budget = {
  departments: ['product', 'marketing', 'sales', 'operations'],

  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const weeks = data.weekly.weeks;
    const arm = data.weekly.arms[state.arm];
    const bands = this.departments.flatMap((name) =>
      orgsim.between(`${name} band`, weeks, arm.budget[name].low, arm.budget[name].high, colours[name], 0.16));
    const lines = this.departments.map((name) => ({
      type: 'line', id: name, name: word(name), symbol: 'none', data: orgsim.pairs(weeks, arm.budget[name].median), z: 3,
      lineStyle: {color: colours[name], width: name === 'marketing' ? 3 : 1.8, type: orgsim.dashes[name]},
      itemStyle: {color: colours[name]},
    }));
    lines[0].markArea = orgsim.phases(data, state, colours);
    const baseline = state.arm === 0 ? [] : [{
      type: 'line', id: 'baseline', name: orgsim.column(data, state, word('marketing'), word('baseline')), symbol: 'none', z: 2,
      data: orgsim.pairs(weeks, data.weekly.arms[0].budget.marketing.median),
      lineStyle: {color: colours.muted, width: 1.5, type: 'solid'}, itemStyle: {color: colours.muted},
    }];
    const names = [...lines, ...baseline].map((line) => line.name);
    orgsim.chart(element, {
      legend: orgsim.legend(colours, names),
      grid: {left: 40, right: 12, top: orgsim.room(element, names), bottom: 34},
      xAxis: orgsim.weekAxis(data, state, colours),
      yAxis: orgsim.valueAxis(word('budget_axis'), data, state, colours, {min: 0}),
      tooltip: orgsim.tooltip(colours, 'axis', (found) => this.tip(data, state, found[0].axisValue)),
      series: [...bands, ...baseline, ...lines, orgsim.cursor(state, colours)],
    }, orgsim.text(arm.captions, state).budget);
  },

  move: (element, week) => orgsim.moveCursor(element, week),

  tip(data, state, week) {
    const place = orgsim.placeOf(data.weekly.weeks, week);
    const budget = data.weekly.arms[state.arm].budget;
    return orgsim.tip(orgsim.week(data, state, data.weekly.weeks[place]),
      this.departments.map((name) => {
        const {low, median, high} = budget[name];
        return [orgsim.word(data, state, name),
          `${orgsim.shown(median[place])} %${low[place] < high[place] ? ` (${orgsim.shown(low[place])} - ${orgsim.shown(high[place])})` : ''}`];
      }));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    const {budget} = data.weekly.arms[state.arm];
    const columns = this.departments.flatMap((name) => {
      const {low, median, high} = budget[name];
      const named = (key, numbers) => [orgsim.column(data, state, word(name), word(key), '%'), numbers];
      return orgsim.spreads(low, high) ? [named('low_column', low), named('median_column', median), named('high_column', high)]
        : [[orgsim.column(data, state, word(name), '%'), median]];
    });
    return {
      head: [word('week_column'), ...columns.map(([head]) => head)],
      rows: data.weekly.weeks.map((week, i) => [week, ...columns.map(([, numbers]) => orgsim.shown(numbers[i]))]),
    };
  },
};

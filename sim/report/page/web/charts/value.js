// What marketing contributes, and what it is credited with; the gap is filled.
'use strict';

orgsim.charts.value = {
  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const weeks = data.weekly.weeks;
    const {contributed, credited, captions} = data.weekly.arms[state.arm];
    const lower = weeks.map((_, i) => Math.min(contributed[i], credited[i]));
    const upper = weeks.map((_, i) => Math.max(contributed[i], credited[i]));
    const line = (id, numbers, look) => ({type: 'line', id, name: word(id), symbol: 'none', z: 3,
      data: orgsim.pairs(weeks, numbers), lineStyle: look, itemStyle: {color: look.color}});
    const gap = orgsim.between('gap', weeks, lower, upper, colours.gap, 0.2);
    gap[1].name = word('gap');
    gap[1].itemStyle = {color: colours.gap, opacity: 0.35};
    orgsim.chart(element, {
      legend: orgsim.legend(colours, [word('contributed'), word('credited'), {name: word('gap'), icon: 'rect'}]),
      grid: {left: 52, right: 12, top: orgsim.room(element, [word('contributed'), word('credited'), word('gap')]), bottom: 34},
      xAxis: orgsim.weekAxis(data, state, colours),
      yAxis: orgsim.valueAxis(`${orgsim.text(data.weekly.money, state)}${word('per_week')}`, data, state, colours),
      tooltip: orgsim.tooltip(colours, 'axis', (found) => this.tip(data, state, found[0].axisValue)),
      series: [...gap,
        {...line('contributed', contributed, {color: colours.ink, width: 2.2}), markArea: orgsim.phases(data, state, colours)},
        line('credited', credited, {color: colours.marketing, width: 2.2, type: [7, 4]}),
        orgsim.cursor(state, colours)],
    }, orgsim.text(captions, state).value);
  },

  move: (element, week) => orgsim.moveCursor(element, week),

  tip(data, state, week) {
    return orgsim.tipOfWeek(data, state, this.table(data, state), week);
  },

  table(data, state) {
    const {contributed, credited} = data.weekly.arms[state.arm];
    const money = orgsim.text(data.weekly.money, state);
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('week_column'), ...['contributed', 'credited'].map((key) => orgsim.column(data, state, word(key), money))],
      rows: data.weekly.weeks.map((week, i) => [week, orgsim.shown(contributed[i]), orgsim.shown(credited[i])]),
    };
  },
};

// Who uses whose product, and how many of the customers won come from a rival.
'use strict';

orgsim.charts.market = {
  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const weeks = data.weekly.weeks;
    const arm = data.weekly.arms[state.arm];
    const area = (key, name, colour, extra = {}) => ({
      type: 'line', id: key, name, stack: 'people', symbol: 'none', data: orgsim.pairs(weeks, arm[key]), z: 2,
      lineStyle: {width: 1, color: colours.ground}, itemStyle: {color: colour}, areaStyle: {color: colour, opacity: 1},
      ...extra,
    });
    const names = [word('users_of_firm'), word('users_of_rivals'), word('nonusers'), word('switchers')];
    const top = orgsim.room(element, names);
    const below = {xAxisIndex: 1, yAxisIndex: 1};
    const percent = (name, extra) => orgsim.valueAxis(name, data, state, colours, {min: 0, max: 100, interval: 50, ...extra});
    orgsim.chart(element, {
      legend: orgsim.legend(colours, names.map((name, i) => (i < 3 ? {name, icon: 'rect', itemStyle: {borderColor: colours.muted, borderWidth: 0.5}} : name))),
      grid: [{left: 40, right: 12, top, bottom: 168}, {left: 40, right: 12, height: 80, bottom: 42}],
      axisPointer: {link: [{xAxisIndex: 'all'}]},
      xAxis: [orgsim.weekAxis(data, state, colours, {axisLabel: {show: false}, name: ''}),
        orgsim.weekAxis(data, state, colours, {gridIndex: 1})],
      yAxis: [percent(word('people_axis')), percent(word('switchers_axis'), {gridIndex: 1})],
      tooltip: orgsim.tooltip(colours, 'axis', (found) => this.tip(data, state, found[0].axisValue)),
      series: [
        area('users', names[0], colours.focal, this.stockLine(data, state, colours)),
        area('rivals', names[1], colours.rivals),
        area('nobody', names[2], colours.nobody),
        ...orgsim.between('switchers', weeks, arm.switchers.low, arm.switchers.high, colours.ink, 0.18, below),
        {type: 'line', id: 'switchers', name: names[3], symbol: 'none', data: orgsim.pairs(weeks, arm.switchers.median),
          lineStyle: {color: colours.ink, width: 1.8}, itemStyle: {color: colours.ink}, z: 3,
          markArea: orgsim.phases(data, state, colours), ...below},
        {type: 'line', id: 'phases', data: [], symbol: 'none', z: 4, silent: true, tooltip: {show: false}, markArea: this.veil(data, state, colours)},
        orgsim.cursor(state, colours, {z: 5}),
        {...orgsim.cursor(state, colours, below), id: 'cursor below'},
      ],
    }, orgsim.text(arm.captions, state).market);
  },

  // Where the stock phase begins, over the areas.
  stockLine(data, state, colours) {
    const stock = data.weekly.arms[state.arm].stock_phase;
    if (!stock) return {};
    return {markLine: {silent: true, symbol: 'none', animation: false, lineStyle: {color: colours.ink, type: 'dashed', width: 1},
      label: {show: true, position: 'insideEndTop', formatter: orgsim.word(data, state, 'stock_phase'), color: colours.ink, fontSize: 11},
      data: [{xAxis: stock.median}]}};
  },

  // The phases once more, over the areas that cover them.
  veil(data, state, colours) {
    const phases = orgsim.phases(data, state, colours, false);
    const depth = [0, 0.2, 0.1];
    return {...phases, z: 4, data: phases.data.map(([from, to], i) => [{...from, itemStyle: {color: colours.ink, opacity: depth[i]}}, to])};
  },

  move(element, week) {
    const chart = echarts.getInstanceByDom(element);
    const markLine = {data: [{xAxis: week}]};
    if (chart) chart.setOption({series: [{id: 'cursor', markLine}, {id: 'cursor below', markLine}]});
  },

  tip(data, state, week) {
    return orgsim.tipOfWeek(data, state, this.table(data, state), week);
  },

  table(data, state) {
    const arm = data.weekly.arms[state.arm];
    const word = (key) => orgsim.word(data, state, key);
    const name = (...parts) => orgsim.column(data, state, ...parts);
    const {low, median, high} = arm.switchers;
    const columns = [[name(word('users_of_firm'), '%'), arm.users], [name(word('users_of_rivals'), '%'), arm.rivals],
      [name(word('nonusers'), '%'), arm.nobody], [name(word('switchers'), '%'), median],
      ...(orgsim.spreads(low, high) ? [[name(word('switchers'), word('low_column')), low], [name(word('switchers'), word('high_column')), high]] : [])];
    return {
      head: [word('week_column'), ...columns.map(([head]) => head)],
      rows: data.weekly.weeks.map((week, i) => [week, ...columns.map(([, numbers]) => orgsim.shown(numbers[i]))]),
    };
  },
};

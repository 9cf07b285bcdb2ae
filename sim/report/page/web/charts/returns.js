// What a department is worth by experiment, beside what it is credited with and contributes.
'use strict';

orgsim.charts.returns = {
  rows: (data) => data.causal.targets.length,

  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const targets = data.causal.targets;
    const dots = (id, symbol, size, colour) => ({type: 'scatter', id, name: word(id === 'causal' ? 'causal_column' : id), symbol, symbolSize: size, z: 4,
      itemStyle: {color: colour, borderWidth: 2}, data: targets.map((target, i) => [target[id], i])});
    const causal = dots('causal', 'circle', 11, colours.ink);
    causal.markLine = {silent: true, symbol: 'none', animation: false, label: {show: false}, data: targets.filter((target) => target.low !== null)
      .map((target) => [{coord: [target.low, targets.indexOf(target)], lineStyle: {color: colours.ink, width: 5, type: 'solid', opacity: 0.3}},
        {coord: [target.high, targets.indexOf(target)]}])};
    const series = [causal, dots('credited', 'diamond', 12, colours.marketing), dots('contributed', 'triangle', 11, colours.product)];
    orgsim.chart(element, {
      legend: orgsim.legend(colours, series.map(({name}) => name), {itemWidth: 13, itemHeight: 11}),
      grid: {left: 8, right: 20, top: orgsim.room(element, series.map(({name}) => name)) - 12, bottom: 44, containLabel: true},
      xAxis: orgsim.valueAxis(word('returns_axis'), data, state, colours, {nameLocation: 'middle', nameGap: 28, nameTextStyle: orgsim.middleName(element, colours)}),
      yAxis: orgsim.nameAxis(targets.map((target) => orgsim.text(target.label, state)), colours),
      tooltip: orgsim.tooltip(colours, 'item', ({dataIndex}) => orgsim.tipOfRow(this.table(data, state), dataIndex)),
      series: [...series, orgsim.reach(targets.flatMap((target, i) => (target.low === null ? [] : [[target.low, i], [target.high, i]])))],
    }, orgsim.text(data.causal.conclusion, state));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('department_column'), word('causal_column'), word('credited'), word('contributed')],
      rows: data.causal.targets.map((target) => [orgsim.text(target.label, state), orgsim.text(target.text, state), orgsim.shown(target.credited), orgsim.shown(target.contributed)]),
    };
  },
};

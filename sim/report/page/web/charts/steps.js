// Why it happens: from what there is without any mechanism to what there is with all of them, step by step.
'use strict';

orgsim.charts.steps = {
  rows: (data) => data.explain.steps.length,

  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const steps = data.explain.steps;
    const colourOf = (step) => (step.total ? colours.muted : step.to >= step.from ? colours.marketing : colours.product);
    orgsim.chart(element, {
      grid: {left: 8, right: 56, top: 12, bottom: 44, containLabel: true},
      xAxis: orgsim.valueAxis(orgsim.text(data.explain.axis, state), data, state, colours, {nameLocation: 'middle', nameGap: 28,
        nameTextStyle: orgsim.middleName(element, colours)}),
      yAxis: orgsim.nameAxis(steps.map((step) => orgsim.text(step.label, state)), colours),
      tooltip: orgsim.tooltip(colours, 'item', ({dataIndex}) => {
        const row = this.table(data, state).rows[dataIndex];
        return orgsim.tip(row[0], [[row[1], row[2]]]);
      }),
      series: [orgsim.reach(steps.flatMap((step, i) => [[step.from, i], [step.to, i]])), {type: 'scatter', id: 'steps', symbolSize: 16, itemStyle: {color: 'transparent'}, z: 4,
        data: steps.map((step, i) => ({value: [Math.max(step.from, step.to), i],
          label: {show: true, position: 'right', formatter: step.text, color: colours.ink, fontSize: 12}})),
        markLine: {silent: true, symbol: 'none', animation: false, label: {show: false},
          data: steps.map((step, i) => [{coord: [step.from, i], lineStyle: {color: colourOf(step), width: 16, type: 'solid', cap: 'butt'}}, {coord: [step.to, i]}])}}],
    }, orgsim.text(data.explain.conclusion, state));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('mechanism_column'), word('adds_column'), word('interval_column')],
      rows: data.explain.steps.map((step) => [orgsim.text(step.label, state), step.text, step.interval]),
    };
  },
};

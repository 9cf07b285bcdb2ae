// Why a share moved: its terms in log points, with their intervals.
'use strict';

orgsim.charts.terms = {
  rows: (data) => data.audit.terms.length,

  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const terms = data.audit.terms;
    orgsim.chart(element, {
      grid: {left: 8, right: 56, top: 12, bottom: 44, containLabel: true},
      xAxis: orgsim.valueAxis(orgsim.word(data, state, 'points_column'), data, state, colours, {nameLocation: 'middle', nameGap: 28,
        nameTextStyle: orgsim.middleName(element, colours)}),
      yAxis: orgsim.nameAxis(terms.map((term) => orgsim.text(term.label, state)), colours),
      tooltip: orgsim.tooltip(colours, 'item', ({dataIndex}) => orgsim.tip(orgsim.text(terms[dataIndex].label, state),
        [[orgsim.word(data, state, 'points_column'), [terms[dataIndex].text, terms[dataIndex].interval].join(' ')]])),
      series: [{type: 'bar', id: 'terms', barWidth: 16, data: terms.map((term) => ({value: term.points,
        itemStyle: {color: term.total ? colours.muted : term.points < 0 ? colours.marketing : colours.product},
        label: {show: true, position: term.points < 0 ? 'left' : 'right', formatter: term.text, color: colours.ink, fontSize: 12}}))}],
    }, orgsim.text(data.audit.conclusion, state));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('term_column'), word('points_column'), word('interval_column')],
      rows: data.audit.terms.map((term) => [orgsim.text(term.label, state), term.text, term.interval]),
    };
  },
};

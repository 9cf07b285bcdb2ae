// When marketing crosses the three lines, and when it is marginalised.
'use strict';

orgsim.charts.lines = {
  draw(element, data, state) {
    const colours = orgsim.palette(state);
    const lines = data.lines.arms[state.arm];
    const names = lines.map((line) => orgsim.text(line.label, state));
    const known = lines.map((line, i) => ({line, i})).filter(({line}) => line.weeks);
    orgsim.chart(element, {
      grid: {left: 8, right: 16, top: 8, bottom: 34, containLabel: true},
      xAxis: orgsim.weekAxis(data, state, colours, {splitLine: {show: true, lineStyle: {color: colours.grid}}}),
      yAxis: orgsim.nameAxis(names, colours, {fontSize: 13}),
      tooltip: orgsim.tooltip(colours, 'item', ({seriesId, dataIndex}) => (seriesId === 'medians' && known[dataIndex] ? this.tip(data, state, known[dataIndex].line) : '')),
      series: [
        {type: 'scatter', id: 'medians', symbolSize: 13, z: 4,
          data: known.map(({line, i}) => ({value: [line.weeks.median, i], itemStyle: {color: colours[line.name]}})),
          markLine: {silent: true, symbol: 'none', animation: false, label: {show: false},
            data: known.map(({line, i}) => [
              {coord: [line.weeks.low, i], lineStyle: {color: colours[line.name], width: 7, type: 'solid', opacity: 0.45}},
              {coord: [line.weeks.high, i]}])}},
        {type: 'scatter', id: 'said', symbolSize: 0, silent: true, z: 6,
          data: known.map(({line, i}) => this.said(data, line, i, state, colours, orgsim.isNarrow(element)))},
        {type: 'scatter', id: 'never', symbolSize: 0, silent: true,
          data: lines.map((line, i) => ({line, i})).filter(({line}) => !line.weeks).map(({line, i}) => ({value: [0, i],
            label: {show: true, position: 'right', color: colours.soft, fontSize: 12, formatter: orgsim.text(line.when, state)}}))},
        orgsim.cursor(state, colours),
      ],
    }, orgsim.text(data.weekly ? data.weekly.arms[state.arm].captions : data.answer.sentence, state).lines || '');
  },

  // Beside the bar, or where there is no room under it.
  said(data, line, place, state, colours, narrow) {
    const late = line.weeks.median > 0.55 * data.lines.weeks;
    const beside = late ? 'left' : 'right';
    const end = late ? line.weeks.low : line.weeks.high;
    // Where a chart is narrow, a line near its end has what is said of it to its left.
    const under = line.weeks.median > 0.7 * data.lines.weeks ? 'right' : line.weeks.median < 0.3 * data.lines.weeks ? 'left' : 'center';
    return {value: [narrow ? line.weeks.median : end, place], label: {show: true, position: narrow ? 'bottom' : beside, distance: narrow ? 8 : 10,
      align: narrow ? under : late ? 'right' : 'left', color: colours.ink, fontSize: 12, backgroundColor: colours.ground, padding: [1, 2],
      formatter: orgsim.column(data, state, orgsim.text(line.when, state), orgsim.text(line.runs, state))}};
  },

  move: (element, week) => orgsim.moveCursor(element, week),

  tip(data, state, line) {
    return orgsim.tipOfRow(this.table(data, state), data.lines.arms[state.arm].indexOf(line));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('line_column'), word('runs_column'), word('interval_column'), word('when_column')],
      rows: data.lines.arms[state.arm].map((line) => [orgsim.text(line.label, state), orgsim.text(line.runs, state),
        orgsim.shown(line.runs_95), orgsim.text(line.when, state)]),
    };
  },
};

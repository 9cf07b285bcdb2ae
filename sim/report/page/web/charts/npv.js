// What each strategy is worth to the firm in other worlds, and with rivals who follow.
'use strict';

orgsim.charts.npv = {
  rows: (data) => data.elsewhere.npv.length,

  draw(element, data, state, choose) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const rows = data.elsewhere.npv;
    const names = rows.map((row) => orgsim.label(data, state, row.arm));
    const dots = (id, name, numbers, symbol, size, colour) => ({type: 'scatter', id, name, symbol, symbolSize: size, z: 4, cursor: 'pointer',
      itemStyle: {color: colour}, data: rows.map((row, i) => ({value: [numbers(row), i], arm: row.arm})).filter(({value}) => value[0] !== null)});
    const series = [dots('own', word('npv_own'), (row) => row.own, 'diamond', 13, colours.marketing)];
    const reach = [];
    if (data.elsewhere.worlds !== null) {
      const worlds = dots('worlds', word('npv_worlds'), (row) => row.worlds[1], 'circle', 8, colours.product);
      worlds.markLine = {silent: true, symbol: 'none', animation: false, label: {show: false},
        data: rows.map((row, i) => [{coord: [row.worlds[0], i], lineStyle: {color: colours.product, width: row.arm === state.arm ? 9 : 5, type: 'solid', opacity: 0.4}},
          {coord: [row.worlds[2], i]}])};
      series.unshift(worlds);
      reach.push(...rows.flatMap((row, i) => [[row.worlds[0], i], [row.worlds[2], i]]));
    }
    for (const rivals of data.elsewhere.rivals.filter((name) => name !== 'static')) {
      series.push(dots(rivals, word(`npv_${rivals}`), (row) => row[rivals], rivals === 'same' ? 'triangle' : 'rect', 10, colours.sales));
    }
    const chart = orgsim.chart(element, {
      legend: orgsim.legend(colours, series.map(({name}) => name), {itemWidth: 13, itemHeight: 11}),
      grid: {left: 8, right: 16, top: orgsim.room(element, series.map(({name}) => name)) - 12, bottom: 44, containLabel: true},
      xAxis: orgsim.valueAxis(word('npv_axis'), data, state, colours, {nameLocation: 'middle', nameGap: 28, nameTextStyle: orgsim.middleName(element, colours)}),
      yAxis: orgsim.nameAxis(names, colours, {width: Math.min(190, 0.36 * element.clientWidth), overflow: 'truncate'}),
      tooltip: orgsim.tooltip(colours, 'item', ({data: point}) => this.tip(data, state, point.arm)),
      series: [...series, orgsim.reach(reach), {type: 'scatter', id: 'zero', data: [], silent: true,
        markLine: {silent: true, symbol: 'none', label: {show: false}, animation: false, lineStyle: {color: colours.muted, type: 'solid'}, data: [{xAxis: 0}]}}],
    }, word('caption_npv'));
    chart.off('click');
    if (choose) chart.on('click', ({data: point}) => point && point.arm !== undefined && choose(point.arm));
  },

  tip(data, state, arm) {
    return orgsim.tipOfRow(this.table(data, state), data.elsewhere.npv.findIndex((one) => one.arm === arm));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    const {worlds, rivals} = data.elsewhere;
    const followers = rivals.filter((name) => name !== 'static');
    const ofWorlds = worlds === null ? [] : ['low_column', 'median_column', 'high_column'].map((key) => orgsim.column(data, state, word('column_worlds'), word(key)));
    return {
      head: [word('strategy'), word('npv_own'), ...ofWorlds, ...followers.map((name) => word(`npv_${name}`))],
      rows: data.elsewhere.npv.map((row) => [orgsim.label(data, state, row.arm), orgsim.text(row.own_text, state),
        ...(worlds === null ? [] : row.worlds_text), ...followers.map((name) => orgsim.text(row[`${name}_text`], state))]),
    };
  },
};

// Marketing's standing against what a strategy is worth to the firm: four quarters with names.
'use strict';

orgsim.charts.quadrants = {
  draw(element, data, state, choose) {
    const colours = orgsim.palette(state);
    const word = (key) => orgsim.word(data, state, key);
    const {points, standing_line: line} = data.strategies;
    const reach = (numbers, least) => {
      const low = Math.min(...numbers, least);
      const high = Math.max(...numbers, least);
      const room = 0.12 * (high - low || 1);
      return [Math.floor(low - room), Math.ceil(high + room)];
    };
    const [left, right] = reach(points.map((point) => point.npv), 0);
    const top = reach(points.map((point) => point.standing), line)[1];
    const [wide, high] = orgsim.sizeOf(element);
    const across = (from, to) => Math.max(((to - from) / (right - left)) * (wide - 60) - 10, 72);
    const quarter = (key, from, to, position, tint) => [
      {coord: from, itemStyle: {color: tint}, label: {show: true, position, formatter: word(key), color: colours.soft, fontSize: 12, fontWeight: 600,
        width: across(from[0], to[0]), overflow: 'break', lineHeight: 15, align: position.endsWith('Right') ? 'right' : 'left'}},
      {coord: to}];
    const narrow = orgsim.isNarrow(element);
    const grid = {left: 44, right: 16, top: orgsim.room(element, [word('saves_mark'), word('saves_not_mark')]) + (narrow ? 14 : 0), bottom: 52};
    const width = wide - grid.left - grid.right;
    const height = high - grid.top - grid.bottom;
    const corner = (key, room) => {
      const text = orgsim.widthOf(word(key));
      return {wide: Math.min(text, room) + 12, tall: 15 * Math.ceil(text / room) + 9};
    };
    const sides = this.sides(points.map((point) => ({
      x: (point.npv - left) / (right - left) * width, y: (1 - point.standing / top) * height,
      name: orgsim.label(data, state, point.arm), shown: point.arm === state.arm})),
    {both: corner('quadrant_both', across(0, right)), marketing: corner('quadrant_marketing', across(left, 0)),
      firm: corner('quadrant_firm', across(0, right)), none: corner('quadrant_none', across(left, 0))}, width, height);
    const item = (point) => {
      const shown = point.arm === state.arm;
      const side = sides[points.indexOf(point)];
      return {value: [point.npv, point.standing], arm: point.arm, symbolSize: shown ? 18 : 12, itemStyle: this.look(point.saves, shown ? colours.marketing : colours.product, colours),
        label: {show: shown || (!narrow && side !== undefined), position: side, color: colours.ink, fontSize: shown ? 13 : 11,
          fontWeight: shown ? 700 : 400, formatter: orgsim.label(data, state, point.arm)}};
    };
    const series = (saves) => ({type: 'scatter', id: saves ? 'saves' : 'saves not', name: word(saves ? 'saves_mark' : 'saves_not_mark'),
      symbol: 'circle', itemStyle: this.look(saves, colours.product, colours), cursor: 'pointer', z: 4,
      data: points.filter((point) => point.saves === saves).map(item)});
    const chart = orgsim.chart(element, {
      legend: orgsim.legend(colours, [word('saves_mark'), word('saves_not_mark')], {itemWidth: 12, itemHeight: 12}),
      grid: {...grid, outerBoundsMode: 'none'},
      xAxis: orgsim.valueAxis(word('npv_axis'), data, state, colours, {min: left, max: right, nameLocation: 'middle', nameGap: 30,
        nameTextStyle: orgsim.middleName(element, colours)}),
      yAxis: orgsim.valueAxis(word('standing_axis'), data, state, colours, {min: 0, max: top, axisLine: {show: false, onZero: false},
        nameTextStyle: orgsim.axisText(colours, {align: 'left', padding: [0, 0, 0, -38], lineHeight: 14,
          ...(narrow ? {width: element.clientWidth - 60, overflow: 'break'} : {})}),
        axisLabel: orgsim.axisText(colours, {formatter: orgsim.onAxis(data, state), showMaxLabel: false})}),
      tooltip: orgsim.tooltip(colours, 'item', ({data: point}) => this.tip(data, state, point.arm)),
      series: [series(true), series(false),
        {type: 'scatter', id: 'quarters', silent: true, data: [],
          markArea: {silent: true, data: [
            quarter('quadrant_both', [0, top], [right, line], 'insideTopRight', colours.stock),
            quarter('quadrant_marketing', [left, top], [0, line], 'insideTopLeft', 'transparent'),
            quarter('quadrant_firm', [0, line], [right, 0], 'insideBottomRight', 'transparent'),
            quarter('quadrant_none', [left, line], [0, 0], 'insideBottomLeft', 'transparent')]},
          markLine: {silent: true, symbol: 'none', label: {show: false}, animation: false,
            lineStyle: {color: colours.muted, type: 'solid'}, data: [{xAxis: 0}, {yAxis: line}]}}],
    }, orgsim.text(data.strategies.caption, state));
    chart.off('click');
    if (choose) chart.on('click', ({data: point}) => point && point.arm !== undefined && choose(point.arm));
  },

  // On which side of its point each name finds room, the shown one's first; nothing where others stand on all
  // sides, or a quarter's name in its corner. (The common build of ECharts has no layout of labels.)
  sides(points, corners, width, height) {
    const around = (x, y, half, tall = half) => ({left: x - half, right: x + half, top: y - tall, bottom: y + tall});
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const corner = (x, y, {wide, tall}) => around(x, y, wide, tall);
    const taken = [...points.map(({x, y}) => around(x, y, 7)), corner(width, 0, corners.both), corner(0, 0, corners.marketing),
      corner(width, height, corners.firm), corner(0, height, corners.none)];
    const found = points.map(() => undefined);
    const order = points.map((_, i) => i).sort((a, b) => points[b].shown - points[a].shown);
    for (const i of order) {
      const {x, y, name, shown} = points[i];
      const half = orgsim.widthOf(name) / 2 * (shown ? 1.15 : 0.95) + 1;
      const aside = half + (shown ? 14 : 11);
      const boxes = {right: around(x + aside, y, half, 8), left: around(x - aside, y, half, 8),
        top: around(x, y - 19, half, 8), bottom: around(x, y + 19, half, 8)};
      found[i] = Object.keys(boxes).find((side) => {
        const box = boxes[side];
        const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
        return inside && !taken.some((other, j) => j !== i && meet(box, other));
      });
      if (shown) found[i] ??= x > width / 2 ? 'left' : 'right';
      if (found[i]) taken.push(boxes[found[i]]);
    }
    return found;
  },

  // Filled where marketing is saved, a ring elsewhere.
  look: (saves, colour, colours) => ({color: saves ? colour : colours.ground, borderColor: colour, borderWidth: 2, opacity: 1}),

  tip(data, state, arm) {
    return orgsim.tipOfRow(this.table(data, state), data.strategies.points.findIndex((point) => point.arm === arm));
  },

  table(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return {
      head: [word('strategy'), word('npv_column'), word('standing_column'), word('saves_mark')],
      rows: data.strategies.points.map((point) => [orgsim.label(data, state, point.arm), orgsim.text(point.npv_text, state),
        orgsim.shown(point.standing), word(point.saves ? 'yes' : 'no')]),
    };
  },
};

// What the page and its charts share. `state` is {arm, week, language, dark}: which strategy is shown, which week
// is marked, in which language and theme.
'use strict';

const orgsim = {charts: {}};

// Whatever the data says in both languages, or in one text for both.
orgsim.text = (said, state) =>
  said === null || said === undefined ? ''
    : typeof said === 'object' && !Array.isArray(said) && 'en' in said ? said[state.language] : said;

orgsim.word = (data, state, key) => {
  const word = data.words[state.language][key];
  if (word === undefined) throw new Error(`the page has no word '${key}'`);
  return word;
};

// "week 274", and "product, median".
orgsim.week = (data, state, week) => orgsim.word(data, state, 'tip_week').replace('{week}', week);
orgsim.column = (data, state, ...parts) => parts.reduce((what, part) =>
  orgsim.word(data, state, 'column_part').replace('{what}', () => what).replace('{part}', () => part));

orgsim.label = (data, state, arm) => orgsim.text(data.arms[arm].label, state);

// An element with attributes and children; texts become text, never markup.
orgsim.element = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
};

// A key, which may be broken behind its points and underscores.
orgsim.key = (path) => orgsim.element('code', {}, path.split(/(?<=[._])/).flatMap((part) => [part, orgsim.element('wbr')]));

// One of a few, side by side; each is [value, what is shown, the language of that].
orgsim.segments = (name, label, options, chosen, onchange) => orgsim.element('fieldset', {class: 'segments'},
  orgsim.element('legend', {class: 'hidden'}, label),
  options.map(([value, shown, lang]) => orgsim.element('label', {lang}, orgsim.element('input', {type: 'radio', name, value,
    checked: value === chosen, onchange: () => onchange(value)}), orgsim.element('span', {}, shown))));

// Sentences as a paragraph; Chinese parts them by their own marks.
orgsim.joined = (state, ...sentences) => sentences.filter(Boolean).join(state.language === 'zh' ? '' : ' ');

// A number and its sign stay on one line.
orgsim.kept = (said) => said.replaceAll(' %', '\u00a0%');

// A question of the first screen with its answer.
orgsim.card = ({id, question, value, details, tone}, state) =>
  orgsim.element('div', {class: `card ${tone}`, id: `question-${id}`},
    orgsim.element('dt', {}, orgsim.text(question, state)),
    orgsim.element('dd', {}, orgsim.element('span', {class: 'value'}, orgsim.kept(orgsim.text(value, state))),
      orgsim.element('ul', {}, orgsim.text(details, state).map((detail) => orgsim.element('li', {}, orgsim.kept(detail))))));

// A number as the data has it; a dash for none.
orgsim.shown = (number) => (number === null || number === undefined ? '-' : String(number));

// A share in a sentence.
orgsim.percent = (number) => (number === null || number === undefined ? '-' : `${number.toFixed(1)} %`);

// The same with a comma behind thousands, where it stands in a sentence.
orgsim.grouped = (number) => orgsim.shown(number).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

// Numbers along an axis: 1200000 as "1.2M", in Chinese as "120万".
orgsim.onAxis = (data, state) => (number) => {
  for (const [size, suffix] of data.words[state.language].magnitudes) {
    if (Math.abs(number) >= size) return `${+(number / size).toPrecision(3)}${suffix.trim()}`;
  }
  return String(+number.toPrecision(3));
};

// Colours that the colour-blind tell apart (Okabe & Ito 2008, Color Universal Design), as in the plots of the
// Python package; lighter on a dark ground.
orgsim.palette = (state) => state.dark ? {
  ink: '#E8E6E1', soft: '#A9ADB3', grid: '#3A3F46', ground: '#16181C', stock: '#23282E', change: '#343C45',
  product: '#56B4E9', marketing: '#FF8A3D', sales: '#2FC79B', operations: '#E3A0C4',
  budget: '#E69F00', capability: '#56B4E9', structure: '#B5B5B5', marginalised: '#E8E6E1',
  focal: '#56B4E9', rivals: '#6B7280', nobody: '#2B3037', muted: '#7C828A', gap: '#FF8A3D', good: '#2FC79B',
} : {
  ink: '#1F2328', soft: '#5A6169', grid: '#E4E4E0', ground: '#FFFFFF', stock: '#EEF1F3', change: '#D5DDE2',
  product: '#0072B2', marketing: '#D55E00', sales: '#009E73', operations: '#CC79A7',
  budget: '#C77F00', capability: '#3A9BD1', structure: '#8A8A8A', marginalised: '#000000',
  focal: '#56B4E9', rivals: '#B9BEC4', nobody: '#F1F1EE', muted: '#9AA0A6', gap: '#D55E00', good: '#009E73',
};

orgsim.dashes = {product: [7, 4], marketing: 'solid', sales: [9, 3, 2, 3], operations: [2, 3]};

// Draws into an element, or draws anew what is there. SVG: sharp on paper and at any size.
orgsim.chart = (element, option, alternative) => {
  let chart = echarts.getInstanceByDom(element);
  if (!chart) {
    chart = echarts.init(element, null, {renderer: 'svg'});
    new ResizeObserver(() => chart.resize()).observe(element);
  }
  chart.setOption({animation: false, aria: {enabled: false}, ...option}, true);
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', alternative);
  return chart;
};

// As wide and as high as the chart is drawn; on its way to paper it is not as its place on the screen.
orgsim.sizeOf = (element) => {
  const chart = echarts.getInstanceByDom(element);
  return [chart ? chart.getWidth() : element.clientWidth, chart ? chart.getHeight() : element.clientHeight];
};

// The name below the middle of an axis, in as many lines as it needs.
orgsim.middleName = (element, colours) => ({color: colours.soft, fontSize: 12, align: 'center', padding: 0, lineHeight: 15,
  width: Math.max(element.clientWidth - 60, 100), overflow: 'break', verticalAlign: 'top'});

orgsim.axisText = (colours, extra = {}) => ({color: colours.soft, fontSize: 12, ...extra});

// An axis of weeks: the same for all charts of a page.
orgsim.weekAxis = (data, state, colours, extra = {}) => ({
  type: 'value',
  min: 0,
  max: data.weekly ? data.weekly.weeks[data.weekly.weeks.length - 1] : data.lines.weeks - 1,
  axisLine: {lineStyle: {color: colours.muted}},
  axisTick: {lineStyle: {color: colours.muted}},
  splitLine: {show: false},
  axisLabel: orgsim.axisText(colours, {hideOverlap: true, showMaxLabel: false}),
  nameMoveOverlap: false,
  name: orgsim.word(data, state, 'week_column'),
  nameLocation: 'end',
  nameGap: 6,
  nameTextStyle: orgsim.axisText(colours, {align: 'right', verticalAlign: 'top', padding: [22, 0, 0, 0]}),
  axisPointer: {show: true, snap: true, lineStyle: {color: colours.muted}, label: {show: false}},
  ...extra,
});

orgsim.valueAxis = (name, data, state, colours, extra = {}) => ({
  type: 'value',
  name,
  nameMoveOverlap: false,
  nameLocation: 'end',
  nameGap: 10,
  nameTextStyle: orgsim.axisText(colours, {align: 'left', padding: [0, 0, 0, -34]}),
  axisLine: {show: false},
  axisTick: {show: false},
  splitLine: {lineStyle: {color: colours.grid}},
  axisLabel: orgsim.axisText(colours, {formatter: orgsim.onAxis(data, state)}),
  ...extra,
});

// An axis of names, the first one on top.
orgsim.nameAxis = (names, colours, label = {}) => ({
  type: 'category',
  inverse: true,
  data: names,
  axisLine: {show: false},
  axisTick: {show: false},
  axisLabel: {color: colours.ink, fontSize: 12, interval: 0, ...label},
});

// Whether a chart has little room across.
orgsim.isNarrow = (element) => element.clientWidth < 520;

// About so wide is a text of 12 px.
orgsim.widthOf = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12.5 : 6.8), 0);

// How much room a legend takes above: as many rows as its names need.
orgsim.room = (element, names) => {
  const width = (name) => 44 + orgsim.widthOf(name);
  let rows = 1;
  let used = 0;
  for (const name of names) {
    if (used > 0 && used + width(name) > element.clientWidth) {
      rows += 1;
      used = 0;
    }
    used += width(name);
  }
  return 26 + 24 * rows;
};

orgsim.legend = (colours, names, extra = {}) => ({
  data: names,
  top: 0,
  left: 0,
  itemWidth: 22,
  itemHeight: 9,
  itemGap: 14,
  selectedMode: false,
  inactiveColor: colours.muted,
  textStyle: {color: colours.ink, fontSize: 12},
  ...extra,
});

// Unseen points, so that an axis reaches as far as bars that are drawn as lines: [value, row].
orgsim.reach = (ends) => ({type: 'scatter', id: 'reach', data: ends, symbolSize: 0, silent: true, tooltip: {show: false}});

// What is said beside the pointer: a title and rows of [name, value]. Elements, so that names stay text.
orgsim.tip = (title, rows) => orgsim.element('div', {class: 'tip'}, orgsim.element('strong', {}, title),
  rows.map(([name, value]) => orgsim.element('div', {class: 'tip-row'}, orgsim.element('span', {}, name),
    orgsim.element('b', {}, value))));

// The same of a row of a chart's table, whose first cell is its title.
orgsim.tipOfRow = ({head, rows}, place, title = rows[place][0]) => orgsim.tip(title,
  head.slice(1).map((name, i) => [name, rows[place][i + 1]]));

// The same of a week.
orgsim.tipOfWeek = (data, state, table, week) => {
  const place = orgsim.placeOf(data.weekly.weeks, week);
  return orgsim.tipOfRow(table, place, orgsim.week(data, state, data.weekly.weeks[place]));
};

orgsim.tooltip = (colours, trigger, formatter) => ({
  trigger,
  formatter,
  confine: true,
  transitionDuration: 0,
  backgroundColor: colours.ground,
  borderColor: colours.muted,
  textStyle: {color: colours.ink, fontSize: 12},
  axisPointer: {type: 'line', lineStyle: {color: colours.muted}},
});

// The place of a week among those that are shown: the last one that is not later.
orgsim.placeOf = (weeks, week) => {
  let place = 0;
  while (place + 1 < weeks.length && weeks[place + 1] <= week) ++place;
  return place;
};

orgsim.pairs = (weeks, numbers) => weeks.map((week, i) => [week, numbers[i]]);

// The series between two curves: an unseen one below, and what lies between on top of it.
orgsim.between = (id, weeks, low, high, colour, opacity, extra = {}) => {
  const unseen = {
    type: 'line', stack: id, symbol: 'none', lineStyle: {opacity: 0}, silent: true, tooltip: {show: false},
    stackStrategy: 'all', z: 1, ...extra,
  };
  const width = high.map((number, i) => (number === null || low[i] === null ? null : number - low[i]));
  return [
    {...unseen, id: `${id} low`, name: `${id} low`, data: orgsim.pairs(weeks, low)},
    {...unseen, id: `${id} width`, name: `${id} width`, data: orgsim.pairs(weeks, width), areaStyle: {color: colour, opacity}},
  ];
};

// Whether there is a band: one run has none.
orgsim.spreads = (low, high) => low.some((number, i) => number !== high[i]);

// The shaded stock phase: from where it begins on, darker where nine of ten runs begin it.
orgsim.phases = (data, state, colours, named = true) => {
  const stock = data.weekly.arms[state.arm].stock_phase;
  if (!stock) return {silent: true, data: []};
  const last = data.weekly.weeks[data.weekly.weeks.length - 1];
  const label = (key, align) => ({
    show: named, position: align, formatter: orgsim.word(data, state, key), color: colours.soft, fontSize: 11,
  });
  return {
    silent: true,
    z: 0,
    data: [
      [{xAxis: 0, itemStyle: {color: 'transparent'}, label: label('growth_phase', 'insideTopLeft')}, {xAxis: stock.low}],
      [{xAxis: stock.low, itemStyle: {color: colours.change}, label: {show: false}}, {xAxis: stock.high}],
      [{xAxis: stock.high, itemStyle: {color: colours.stock}, label: label('stock_phase', 'insideTopRight')}, {xAxis: last}],
    ],
  };
};

// The marked week: a series of its own, so that the slider moves nothing else.
orgsim.cursor = (state, colours, extra = {}) => ({
  type: 'line',
  id: 'cursor',
  data: [],
  silent: true,
  markLine: {
    silent: true,
    symbol: 'none',
    animation: false,
    label: {show: false},
    lineStyle: {color: colours.ink, width: 1.5, type: 'solid'},
    data: [{xAxis: state.week}],
  },
  ...extra,
});

orgsim.moveCursor = (element, week) => {
  const chart = echarts.getInstanceByDom(element);
  if (chart) chart.setOption({series: [{id: 'cursor', markLine: {data: [{xAxis: week}]}}]});
};

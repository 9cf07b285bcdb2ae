// What somebody has dragged, as a scenario: text over one that is shipped. Only what was touched is written, so that
// all else stays as the shipped one has it.
'use strict';

const toml = {
  number: (value) => (Number.isSafeInteger(value) ? `${value}.0` : String(value)),
  whole: (value) => String(Math.round(value)),
  text: (value) => JSON.stringify(value),
  list: (values) => `[${values.map(toml.number).join(', ')}]`,
  knots: (knots) => `[${knots.map(([week, value]) => `[${toml.whole(week)}, ${toml.number(value)}]`).join(', ')}]`,
};

const FIRST_SCENARIO = 'capital_winter';  // where a link names none
const WINTER_FALLS_IN = 32;  // weeks, as in the scenario "Capital winter"

// The levers, each with where it stands in a scenario that nobody has touched.
const LEVERS = {
  cold: {low: 0, high: 1, step: 0.05, of: (own) => round(1 - Math.min(...own.climate.map(([, value]) => value)))},
  winter: {low: 0, high: 400, step: 1, of: (own) => winterOf(own.climate)},
  ceiling: {low: 0, high: 1, step: 0.05, of: (own) => own.ai_ceiling},
  midpoint: {low: 0, high: 520, step: 1, of: (own) => own.ai_midpoint},
  direct: {low: 0, high: 1, step: 0.05, of: (own) => round(own.directness.length ? own.directness[own.directness.length - 1][1] : 0)},
  talent: {low: 0.5, high: 1.5, step: 0.05, of: (own) => Number(own.firms[0].own.talent || 1)},
};

const round = (value) => Math.round(value * 1e6) / 1e6;

// The last week of plenty before it gets cold; that of the shipped winter if it never does.
const winterOf = (climate) => {
  const least = Math.min(...climate.map(([, value]) => value));
  const before = climate.filter(([, value]) => value > least);
  return climate.length > 1 && before.length ? before[before.length - 1][0] : 150;
};

// `touched` holds what was dragged: levers by name, rivals, and of the chosen strategy mix (in per cent) and week.
const linesOf = (touched, own) => {
  const value = (name) => (Object.hasOwn(touched, name) ? touched[name] : LEVERS[name].of(own));
  const lines = [];
  if (Object.hasOwn(touched, 'cold') || Object.hasOwn(touched, 'winter')) {
    const begins = value('winter');
    const knots = [[begins, 1], [begins + WINTER_FALLS_IN, round(1 - value('cold'))]];
    lines.push(`environment.climate = ${toml.knots(begins > 0 ? [[0, 1], ...knots] : knots)}`);
  }
  if (Object.hasOwn(touched, 'ceiling')) lines.push(`environment.ai.ceiling = ${toml.number(touched.ceiling)}`);
  if (Object.hasOwn(touched, 'midpoint')) lines.push(`environment.ai.midpoint = ${toml.number(touched.midpoint)}`);
  if (Object.hasOwn(touched, 'direct')) lines.push(`environment.directness = ${toml.knots([[52, 0], [208, touched.direct]])}`);
  if (Object.hasOwn(touched, 'people')) lines.push(`market.customers = ${toml.whole(touched.people)}`);
  if (['talent', 'rivals', 'start', 'share'].some((name) => Object.hasOwn(touched, name))) lines.push(`firms = [${own.firms.map((firm, f) => firmOf(firm, f, touched)).join(', ')}]`);
  const strategy = own.strategies.find(({name}) => name === touched.strategy);
  if (strategy && Object.hasOwn(touched, 'mix')) lines.push(`strategies.${strategy.name}.mix = ${toml.list(touched.mix.map((part) => part / 100))}`);
  if (strategy && strategy.start !== null && Object.hasOwn(touched, 'week')) lines.push(`strategies.${strategy.name}.start = ${toml.whole(touched.week)}`);
  return lines;
};

const RIVALS = {static: '', same: 'same_as_focal', respond: 'answers_focal'};

// What is left of it where another scenario begins: a class's seed, unless it is none.
const seedOf = ({seed}) => (Number.isSafeInteger(seed) && seed >= 0 ? {seed} : {});

const firmOf = (firm, f, touched) => {
  const keys = {name: toml.text(firm.name)};
  const strategy = f > 0 && Object.hasOwn(touched, 'rivals') ? RIVALS[touched.rivals] : firm.strategy;
  if (strategy) keys.strategy = toml.text(strategy);
  Object.assign(keys, firm.own);
  if (f === 0 && Object.hasOwn(touched, 'talent')) keys.talent = toml.number(touched.talent);
  if (f === 0 && Object.hasOwn(touched, 'start')) keys.start_penetration = toml.number(touched.start);
  if (f === 0 && Object.hasOwn(touched, 'share')) keys.share = toml.list(touched.share);
  return `{ ${Object.entries(keys).map(([name, value]) => `${name} = ${value}`).join(', ')} }`;
};

// The lines of the page, before those of the reader.
const linesBefore = (state, shipped, own) => [
  `title = ${toml.text(shipped.title.en)}`,
  `extends = ${toml.text(state.scenario)}`,
  ...(state.touched.seed === undefined ? [] : [`run.seed = ${state.touched.seed}`]),
  ...(own ? linesOf(state.touched, own) : []),
];

// The whole text. `more` is what the reader wrote himself, which stands last so that tables may follow.
const textOf = (state, shipped, own) => [
  ...linesBefore(state, shipped, own), ...(state.more.trim() === '' ? [] : [state.more.trimEnd()]),
].join('\n') + '\n';

// A message of the engine as the reader counts: lines of his own by their number there, others without one.
const inOwnLines = (message, before) => message.replace(/^scenario\.toml(?::(\d+))?(?::\d+)?: /gm,
  (_, line) => (Number(line) > before ? `${say('own_line', {n: Number(line) - before})} ` : ''));

// What a link holds of it, and back.
const toHash = (state) => {
  const parts = new URLSearchParams();
  const playing = state.view === 'play';
  if (playing) parts.set('view', 'play');
  parts.set('s', state.scenario);
  // A game is played in the scenario as it is shipped.
  for (const [name, value] of Object.entries(playing ? seedOf(state.touched) : state.touched)) parts.set(name, Array.isArray(value) ? value.join('_') : value);
  if (!playing && state.more.trim()) parts.set('more', state.more);
  if (state.moves.length) parts.set('moves', toCode(state.moves));
  if (state.undone) parts.set('undone', state.undone);
  parts.set('language', state.language);
  return `#${parts}`;
};

const isWhole = (text, low, high) => /^\d+$/.test(text) && Number(text) >= low && Number(text) <= high;
const MOST = Number.MAX_SAFE_INTEGER;

const listOf = (text) => (text || '').split('_').map((part) => (part.trim() === '' ? NaN : Number(part)));

// What is no number is left out; of other numbers the engine says what is wrong with them.
const fromHash = (hash, state) => {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const next = {...state, touched: {}, more: parts.get('more') || ''};
  next.scenario = parts.get('s') ?? FIRST_SCENARIO;
  if (parts.has('language')) next.language = parts.get('language') === 'zh' ? 'zh' : 'en';
  next.moves = fromCode(parts.get('moves') || '');
  next.undone = isWhole(parts.get('undone'), 0, MOST) ? Number(parts.get('undone')) : 0;
  next.unread = parts.has('moves') && next.moves.length === 0;
  // A seed alone is a class's.
  next.view = parts.get('view') === 'play' || (parts.has('seed') && !parts.has('s')) ? 'play' : 'what_if';
  for (const name of [...Object.keys(LEVERS), 'week', 'seed', 'people', 'start']) {
    const text = (parts.get(name) || '').trim();
    if (text !== '' && Number.isFinite(Number(text))) next.touched[name] = Number(text);
  }
  for (const name of ['rivals', 'strategy']) if (parts.has(name)) next.touched[name] = parts.get(name);
  if (!Object.hasOwn(RIVALS, next.touched.rivals ?? '')) delete next.touched.rivals;
  for (const name of ['mix', 'share']) {
    const list = listOf(parts.get(name));
    if (list.length === 4 && list.every(Number.isFinite)) next.touched[name] = list;
  }
  return next;
};

// A game as text: a move is eight whole percentages, and how often it is made in a row.
const toCode = (moves) => {
  const runs = [];
  for (const move of moves) {
    const code = [...move.mix, move.ai, move.redeploy, move.prove, move.budget].join('_');
    const last = runs[runs.length - 1];
    if (last && last.code === code) ++last.times;
    else runs.push({code, times: 1});
  }
  return runs.map(({code, times}) => (times > 1 ? `${code}*${times}` : code)).join('.');
};

// Nothing of a code that is broken somewhere: without one of its moves it would be another game.
const fromCode = (text) => {
  const moves = [];
  for (const part of text.split('.').filter((one) => one !== '')) {
    const [code, times = '1'] = part.split('*');
    const numbers = listOf(code);
    if (numbers.length !== 8 || !numbers.every(Number.isFinite) || !isWhole(times, 1, 1000)) return [];
    const [a, b, c, d, ai, redeploy, prove, budget] = numbers;
    for (let i = 0; i < Number(times); ++i) moves.push({mix: [a, b, c, d], ai, redeploy, prove, budget});
  }
  return moves;
};

// Four whole percentages that sum to 100, after one of them was dragged: the others keep their proportions.
const mixWith = (mix, dragged, value) => {
  const rest = mix.reduce((sum, part, i) => sum + (i === dragged ? 0 : part), 0);
  const left = 100 - value;
  const exact = mix.map((part, i) => (i === dragged ? value : rest > 0 ? (part * left) / rest : left / 3));
  const next = exact.map(Math.floor);
  const order = exact.map((part, i) => [part - next[i], i]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let missing = 100 - next.reduce((sum, part) => sum + part, 0), k = 0; missing > 0; --missing, ++k) ++next[order[k][1]];
  return next;
};

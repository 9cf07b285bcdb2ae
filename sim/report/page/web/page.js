// Builds the page from its data, and answers to what the reader does: strategy, week, language, theme.
'use strict';

orgsim.page = (() => {
  const {card, element, kept, segments, text, word} = orgsim;
  let data;
  let root;
  let state;
  let drawn = [];  // {chart, element} of what is shown

  const W = (key) => word(data, state, key);
  const T = (said) => text(said, state);
  const joined = (...sentences) => orgsim.joined(state, ...sentences);

  const isDark = (theme) => theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);

  // --- what the reader does

  const choose = (arm) => {
    state.arm = arm;
    build({keepPlace: true});
    say(`${W('shown_strategy')}: ${orgsim.label(data, state, arm)}`);
  };

  const toWeek = (week) => {
    state.week = week;
    for (const {chart, element: place} of drawn) if (chart.move) chart.move(place, week);
    readWeek();
  };

  const say = (message) => {
    const live = document.getElementById('said');
    if (live) live.textContent = message;
  };

  const setTheme = (theme) => {
    state.theme = theme;
    state.dark = isDark(theme);
    document.documentElement.dataset.theme = state.dark ? 'dark' : 'light';
  };

  // --- the parts

  const header = () => element('header', {class: 'top'},
    element('p', {class: 'brand'}, element('b', {}, 'orgsim'), ` ${data.version}`),
    element('div', {class: 'switches'},
      segments('language', W('language_label'), [['en', 'English', 'en'], ['zh', '中文', 'zh']], state.language, (language) => {
        state.language = language;
        build({focus: `input[name=language][value=${language}]`});
      }),
      segments('theme', W('theme_label'), ['auto', 'light', 'dark'].map((theme) => [theme, W(`theme_${theme}`)]), state.theme, (theme) => {
        setTheme(theme);
        build({focus: `input[name=theme][value=${theme}]`});
      })));

  const answer = () => {
    const flips = T(data.answer.flips);
    return element('section', {class: 'answer', id: 'answer'},
      element('p', {class: 'scenario'}, element('b', {}, T(data.title)), ' ', element('span', {}, T(data.size))),
      element('h1', {}, kept(T(data.answer.sentence))),
      flips.length ? element('div', {class: 'flips'}, element('h2', {class: 'hidden'}, W('flips_title')), element('p', {}, joined(...flips))) : null,
      element('dl', {class: 'cards'}, data.answer.questions.map((one) => card(one, state))),
      element('details', {class: 'full'}, element('summary', {}, W('in_full')), element('p', {}, T(data.answer.conclusion)),
        T(data.answer.doubts).length ? element('p', {}, joined(...T(data.answer.doubts))) : null));
  };

  const heading = () => element('section', {class: 'answer', id: 'answer'}, element('h1', {}, T(data.title)),
    element('p', {class: 'scenario'}, T(data.size)));

  const controls = () => {
    if (!data.weekly) return null;
    const last = data.weekly.weeks[data.weekly.weeks.length - 1];
    const select = element('select', {id: 'strategy', onchange: (event) => choose(Number(event.target.value))},
      data.arms.map((_, arm) => element('option', {value: arm, selected: arm === state.arm}, orgsim.label(data, state, arm))));
    const slider = element('input', {id: 'week', type: 'range', min: 0, max: last, step: data.weekly.step, value: state.week,
      oninput: (event) => toWeek(Number(event.target.value))});
    return element('div', {class: 'controls', role: 'group', 'aria-label': W('choose_strategy')},
      element('p', {class: 'control'}, element('label', {for: 'strategy'}, W('shown_strategy')), select),
      element('p', {class: 'control wide'}, element('label', {for: 'week'}, W('shown_week')), slider,
        element('output', {for: 'week', id: 'week-number'}, String(state.week))),
      element('p', {id: 'week-values', class: 'week-values'}));
  };

  const readWeek = () => {
    const place = document.getElementById('week-values');
    if (!place) return;
    const at = orgsim.placeOf(data.weekly.weeks, state.week);
    const arm = data.weekly.arms[state.arm];
    document.getElementById('week-number').textContent = String(state.week);
    const parts = orgsim.charts.budget.departments.map((name) => `${W(name)} ${orgsim.percent(arm.budget[name].median[at])}`);
    parts.push(`${W('users_of_firm')} ${orgsim.percent(arm.users[at])}`, `${W('contributed')} ${orgsim.grouped(arm.contributed[at])} ${T(data.weekly.money)}`,
      `${W('credited')} ${orgsim.grouped(arm.credited[at])} ${T(data.weekly.money)}`);
    const shown = W('at_week').replace('{week}', String(data.weekly.weeks[at]));
    place.replaceChildren(element('b', {}, shown), ...parts.map((part) => element('span', {}, part)));
    document.getElementById('week').setAttribute('aria-valuetext', `${shown}: ${parts.join(', ')}`);
  };

  const section = (id, title, ...children) => element('section', {id, class: 'part'}, element('h2', {}, title), children);

  // A picture with what it shows in a sentence, how to read it, and its numbers.
  const figure = (name, caption, note, height) => {
    const chart = orgsim.charts[name];
    const place = element('div', {class: `chart chart-${name}`});
    if (chart.rows) place.style.height = `${(height || 96) + 26 * chart.rows(data)}px`;
    drawn.push({chart, element: place});
    return element('figure', {}, element('figcaption', {}, caption), place, note ? element('p', {class: 'note'}, note) : null,
      orgsim.tables.ofChart(data, state, chart, caption));
  };

  const caption = (name) => T(data.weekly.arms[state.arm].captions)[name];
  const shownNote = () => (state.arm === 0 ? element('p', {class: 'shown'}, W('baseline')) : element('p', {class: 'shown chosen'}, element('b', {}, orgsim.label(data, state, state.arm)), ' ', T(data.arms[state.arm].begins)));
  const stepNote = () => (data.weekly.step > 1 ? W('every_step').replace('{step}', String(data.weekly.step)) : '');

  // One run has no bands.
  const inRuns = (many, once) => W(data.reproduction.replications === 1 ? once : many);
  const one = () => (data.deterministic ? 'note_once' : 'note_one_of_many');

  const parts = {
    market: () => data.weekly && section('market', W('section_market'), shownNote(), figure('market', caption('market'), joined(inRuns('note_market', one()), stepNote()))),
    budget: () => data.weekly && section('budget', W('section_budget'), shownNote(), figure('budget', caption('budget'), joined(inRuns('note_budget', one()), state.arm ? W('compared') : ''))),
    lines: () => data.weekly && section('lines', W('section_lines'), shownNote(), figure('lines', caption('lines'), inRuns('note_lines', 'note_lines_once'))),
    value: () => data.weekly && section('value', W('section_value'), shownNote(), figure('value', caption('value'), joined(inRuns('note_value', 'note_value_once'), T(data.weekly.money_note)))),
    strategies: () => data.strategies && section('strategies', W('section_strategies'), element('p', {class: 'lead'}, W('choose_strategy')),
      orgsim.tables.strategies(data, state, choose), element('p', {class: 'note'}, W('note_strategies'))),
    quadrants: () => data.strategies && data.strategies.points.length > 0 && section('quadrants', W('section_quadrants'), figure('quadrants', T(data.strategies.caption))),
    elsewhere: () => data.elsewhere && section('elsewhere', W('section_elsewhere'), element('p', {class: 'lead'}, W('caption_elsewhere')),
      orgsim.tables.elsewhere(data, state, choose), element('p', {class: 'note'}, T(data.elsewhere.note))),
    npv: () => data.elsewhere && (data.elsewhere.worlds !== null || data.elsewhere.rivals.length > 0) && section('npv', W('section_npv'), figure('npv', W('caption_npv'))),
    hangs: () => data.elsewhere && data.elsewhere.hangs_on.length > 0 && section('hangs', W('section_hangs'), element('p', {class: 'lead'}, T(data.elsewhere.hangs_caption)),
      orgsim.tables.hangsOn(data, state)),
    window: () => data.window && section('window', W('section_window'), element('p', {class: 'lead'}, T(data.window.conclusion)),
      orgsim.tables.window(data, state), element('p', {class: 'note'}, W('caption_window'))),
    explain: () => data.explain && section('explain', W('section_explain'), figure('steps', T(data.explain.conclusion), T(data.explain.note), 72)),
    audit: () => data.audit && section('audit', W('section_audit'), figure('terms', T(data.audit.conclusion), T(data.audit.note), 72),
      element('ul', {class: 'cuts'}, T(data.audit.cuts).map((cut) => element('li', {}, cut)))),
    causal: () => data.causal && section('causal', W('section_causal'), figure('returns', T(data.causal.conclusion), T(data.causal.note))),
    summary: () => data.summary && section('summary', W('section_summary'),
      element('pre', {class: 'terminal', tabindex: 0}, T(data.summary.text))),
    assumptions: () => data.assumptions && section('assumptions', W('section_assumptions'), element('p', {class: 'lead'}, W('caption_assumptions')),
      orgsim.tables.assumptions(data, state)),
    reproduction: () => data.reproduction && section('reproduction', W('section_reproduction'), reproduction()),
  };

  const reproduction = () => {
    const {version, commit, seed, command, toml} = data.reproduction;
    const pairs = [[W('version_label'), `${version} (${commit})`], [W('seed_label'), String(seed)]];
    return [element('p', {class: 'lead'}, W('reproduction_text')),
      element('dl', {class: 'pairs'}, pairs.map(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
      element('pre', {tabindex: 0}, element('code', {}, command)),
      element('details', {class: 'whole'}, element('summary', {}, W('scenario_label')), element('pre', {class: 'toml', tabindex: 0}, element('code', {}, toml)))];
  };

  const footer = () => {
    const licences = document.getElementById('licences');
    return element('footer', {}, element('p', {}, W('made_with')),
      licences ? element('details', {}, element('summary', {}, W('licence')), element('pre', {tabindex: 0}, licences.textContent)) : null);
  };

  // --- all of it

  const build = ({keepPlace = false, focus = null} = {}) => {
    const active = document.activeElement;
    const again = focus || (keepPlace && active && (active.id ? `#${active.id}` : active.dataset.arm !== undefined
      ? `#${active.closest('section').id} button[data-arm="${active.dataset.arm}"]` : null));
    const top = window.scrollY;
    const open = [...document.querySelectorAll('details[open]')].map((one) => one.closest('section, footer')?.id);
    for (const {element: place} of drawn) echarts.getInstanceByDom(place)?.dispose();
    drawn = [];
    document.documentElement.lang = state.language === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${T(data.title)} - orgsim`;
    const made = Object.values(parts).map((make) => make()).filter(Boolean);
    const contents = element('nav', {class: 'contents', 'aria-label': W('contents')},
      made.map((part) => element('a', {href: `#${part.id}`}, part.querySelector('h2').textContent)));
    root.replaceChildren(element('a', {class: 'skip', href: '#answer'}, W('skip')), header(),
      element('main', {}, data.answer ? answer() : heading(), contents, controls(), made), footer(),
      element('p', {id: 'said', class: 'hidden', 'aria-live': 'polite'}));
    draw();
    if (data.weekly) readWeek();
    for (const id of open) if (id) { const one = document.querySelector(`#${id} details`); if (one && keepPlace) one.open = true; }
    window.scrollTo(0, top);
    if (again) document.querySelector(again)?.focus({preventScroll: true});
  };

  const draw = () => {
    for (const {chart, element: place} of drawn) chart.draw(place, data, state, choose);
  };

  // Names beside points stand where a chart of that width has room.
  let resized;
  const drawSoon = () => {
    clearTimeout(resized);
    resized = setTimeout(draw, 100);
  };

  // Paper is light, and as wide as A4 between its margins.
  const printing = (on) => {
    if (on === (document.documentElement.dataset.print === 'on')) return;
    document.documentElement.dataset.print = on ? 'on' : 'off';
    document.documentElement.dataset.theme = on || !state.dark ? 'light' : 'dark';
    // What the page refers to stands on paper, too.
    for (const details of document.querySelectorAll('details.full, details.whole')) {
      if (on) details.dataset.closed = details.open ? '' : 'yes';
      details.open = on || details.dataset.closed !== 'yes';
    }
    const dark = state.dark;
    if (on) state.dark = false;
    const width = getComputedStyle(document.documentElement).getPropertyValue('--paper');
    const size = on ? {width: parseInt(width, 10)} : undefined;  // the screen's layout is still there
    for (const {element: place} of drawn) echarts.getInstanceByDom(place)?.resize(size);
    draw();
    state.dark = dark;
  };

  const start = (place, given, language) => {
    root = place;
    data = given;
    const middle = data.weekly ? data.weekly.weeks[Math.floor(data.weekly.weeks.length / 2)] : 0;
    const lost = data.lines?.arms[0].find((line) => line.name === 'marginalised')?.weeks;
    state = {arm: 0, week: data.weekly && lost ? data.weekly.weeks[orgsim.placeOf(data.weekly.weeks, lost.median)] : middle, language, theme: 'auto'};
    setTheme('auto');
    build();
    addEventListener('resize', drawSoon);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      if (state.theme !== 'auto') return;
      setTheme('auto');
      build({keepPlace: true});
    });
    addEventListener('beforeprint', () => printing(true));
    addEventListener('afterprint', () => printing(false));
  };

  return {start};
})();

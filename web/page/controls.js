// Controls of both views. A slider says its number beside it, and to what reads a page aloud.
'use strict';

const {element} = orgsim;

const slider = ({id, label, low, high, step, value, shown, oninput, onchange}) => {
  const output = element('output', {for: id}, shown(value));
  const input = element('input', {id, type: 'range', min: low, max: high, step, value, 'aria-valuetext': shown(value),
    oninput: () => {
      output.textContent = shown(Number(input.value));
      input.setAttribute('aria-valuetext', output.textContent);
      oninput(Number(input.value));
    },
    onchange: onchange || null});
  const row = element('p', {class: 'lever'}, element('label', {for: id}, label), output, input);
  row.show = (next) => {
    input.value = next;
    output.textContent = shown(next);
    input.setAttribute('aria-valuetext', output.textContent);
  };
  return row;
};

const MODES = ['broadcast', 'performance', 'product', 'operations'];

// Four sliders that always sum to 100 %.
const mixSliders = (prefix, mix, changed) => {
  let now = mix;
  const rows = MODES.map((mode, i) => slider({id: `${prefix}-${mode}`, label: say(mode), low: 0, high: 100, step: 1, value: mix[i],
    shown: (n) => say('percent', {n}), oninput: (value) => {
      now = mixWith(now, i, value);
      rows.forEach((row, k) => { if (k !== i) row.show(now[k]); });
      changed(now);
    }}));
  return element('fieldset', {class: 'mix'}, element('legend', {}, say('mix')), rows);
};

const choice = (id, label, options, chosen, onchange) => element('p', {class: 'lever'}, element('label', {for: id}, label),
  element('select', {id, onchange: (event) => onchange(event.target.value)},
    options.map(([value, shown]) => element('option', {value, selected: value === chosen}, shown))));

// Which scenario, and that a link has named one that is not on the page. `chosen` follows a choice.
const scenarioChoice = (state, chosen) => {
  const title = (one) => orgsim.text(one.title, state);
  const {unknown} = state;
  const shown = app.offered.find(({name}) => name === state.scenario);
  return [choice('scenario', say('scenario'), app.offered.map((one) => [one.name, title(one)]), state.scenario, (name) => {
    app.choose(name);
    chosen();
  }), unknown ? element('p', {class: 'note', id: 'unknown', role: 'status'}, say('unknown', {name: unknown, shown: title(shown)})) : ''];
};

const button = (id, label, onclick, extra = {}) => element('button', {id, type: 'button', onclick, ...extra}, label);

// Copies a text, and says in `note` whether that went well. Where a page may not use the clipboard, an old way is tried.
const copy = async (text, note, done) => {
  let copied = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const before = document.activeElement;
    const area = element('textarea', {class: 'hidden'});
    area.value = text;
    document.body.append(area);
    area.select();
    copied = document.execCommand('copy');
    area.remove();
    before?.focus({preventScroll: true});
  }
  note.textContent = copied ? done : say('copy_failed', {text});
};

// Makes parts of the page anew; what had the focus has it again, or the first of `others` that is there, and what
// was open is open.
const keepingFocus = (make, ...others) => {
  const active = document.activeElement;
  const inside = active && active !== document.body;
  const id = inside ? active.id : '';
  const opened = [...document.querySelectorAll('details[open][id]')].map((one) => one.id);
  make();
  for (const name of opened) document.getElementById(name)?.setAttribute('open', '');
  if (!inside || document.activeElement === active) return;
  [id, ...others].map((name) => name && document.getElementById(name)).find((one) => one && !one.hidden)?.focus({preventScroll: true});
};

// Charts of the report's page, drawn anew where they stand.
class Pictures {
  constructor(names) {
    this.places = names.map((name) => [name, element('div', {class: `chart chart-${name}`})]);
    this.captions = new Map(names.map((name) => [name, element('figcaption', {})]));
    this.numbers = new Map();
    this.node = element('div', {class: 'pictures', hidden: true}, this.places.map(([name, place]) =>
      element('figure', {id: `picture-${name}`}, element('h2', {}, ''), element('p', {class: 'shown'}), this.captions.get(name), place, element('details', {}))));
  }

  draw(data, view) {
    this.node.hidden = false;
    this.places.forEach(([name, place], i) => {
      const title = orgsim.word(data, view, `section_${name}`);
      this.node.children[i].querySelector('h2').textContent = title;
      this.node.children[i].querySelector('.shown').textContent = orgsim.label(data, view, view.arm);
      this.captions.get(name).textContent = orgsim.text(data.weekly.arms[view.arm].captions, view)[name];
      orgsim.charts[name].draw(place, data, view);
      this.tabulate(name, this.node.children[i], data, view, title);
    });
  }

  // The numbers below a picture. A table that is open follows what is drawn.
  tabulate(name, figure, data, view, title) {
    let kept = this.numbers.get(name);
    if (!kept || kept.language !== view.language) {
      const now = {data, view};
      const node = orgsim.tables.ofChart(data, view, {table: () => orgsim.charts[name].table(now.data, now.view)}, title);
      node.id = `numbers-${name}`;
      const last = figure.querySelector('details');
      node.open = last.open;
      last.replaceWith(node);
      kept = {language: view.language, node, now};
      this.numbers.set(name, kept);
    }
    Object.assign(kept.now, {data, view});
    if (kept.node.childElementCount > 1) kept.node.lastElementChild.remove();
    if (kept.node.open) kept.node.dispatchEvent(new Event('toggle'));
  }

  drop() {
    for (const [, place] of this.places) echarts.getInstanceByDom(place)?.dispose();
  }

  place(name) {
    return this.places.find(([one]) => one === name)[1];
  }
}

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

const segments = (name, label, options, chosen, onchange) => element('fieldset', {class: 'segments'},
  element('legend', {class: 'hidden'}, label),
  options.map(([value, shown, lang]) => element('label', {lang}, element('input', {type: 'radio', name, value, checked: value === chosen,
    onchange: () => onchange(value)}), element('span', {}, shown))));

const button = (id, label, onclick, extra = {}) => element('button', {id, type: 'button', onclick, ...extra}, label);

const copy = (text) => (navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard')))
  .catch(() => {
    const area = element('textarea', {class: 'hidden'});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  });

// Charts of the report's page, drawn anew where they stand.
class Pictures {
  constructor(names) {
    this.places = names.map((name) => [name, element('div', {class: `chart chart-${name}`})]);
    this.captions = new Map(names.map((name) => [name, element('figcaption', {})]));
    this.node = element('div', {class: 'pictures'}, this.places.map(([name, place]) =>
      element('figure', {id: `picture-${name}`}, element('h2', {}, ''), this.captions.get(name), place)));
  }

  draw(data, view) {
    this.places.forEach(([name, place], i) => {
      const title = orgsim.word(data, view, `section_${name}`);
      this.node.children[i].querySelector('h2').textContent = title;
      this.captions.get(name).textContent = orgsim.text(data.weekly.arms[view.arm].captions, view)[name];
      orgsim.charts[name].draw(place, data, view);
    });
  }

  drop() {
    for (const [, place] of this.places) echarts.getInstanceByDom(place)?.dispose();
  }

  place(name) {
    return this.places.find(([one]) => one === name)[1];
  }
}

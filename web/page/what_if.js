// What if: every drag is a text, which the engine runs as a mean field at once, and with luck when asked to.
'use strict';

class WhatIf {
  constructor(root) {
    this.root = root;
    this.pictures = new Pictures(['budget', 'market', 'value', 'lines']);
    this.last = null;  // what is shown: an answer, and whether it has been made sure of
    this.working = null;  // what is being made sure of
    this.error = null;
    this.aside = ['sure_hint'];  // what is said below "make sure" beside a quick answer
  }

  get state() { return app.state; }
  get pasted() { return app.pasted ??= {text: '', said: null, rows: null, people: null}; }

  // --- the parts

  // For a scenario or a strategy that has been chosen.
  build(...others) {
    keepingFocus(() => this.lay(), ...others, 'scenario');
    this.run();
  }

  // In another language nothing is run anew.
  translate() {
    keepingFocus(() => this.lay());
    if (this.last) this.show(this.last);
    if (this.error) this.refused(this.error);
  }

  lay() {
    this.own = this.ownOf(this.state.scenario);
    const {touched} = this.state;
    if (!this.own.strategies.some(({name}) => name === touched.strategy)) touched.strategy = this.defaultStrategy();
    this.results = element('div', {class: 'results'});
    this.trouble = element('div', {class: 'trouble', role: 'alert', hidden: true});
    this.head = element('div', {class: 'head'});
    this.cards = element('div', {});
    this.further = element('div', {});
    this.results.append(this.trouble, this.cards, this.pictures.node, this.further);
    this.root.replaceChildren(element('div', {class: 'split headed'}, this.head, this.levers(), this.results));
    this.atWork();
  }

  ownOf(name) {
    return app.ask({verb: 'levers', text: `title = "x"\nextends = ${toml.text(name)}\n`}).json;
  }

  defaultStrategy() {
    const names = this.own.strategies.map(({name}) => name);
    return ['ai_and_results', 'all_together'].find((name) => names.includes(name)) || names[0] || '';
  }

  get strategy() { return this.own.strategies.find(({name}) => name === this.state.touched.strategy); }

  levers() {
    return element('form', {class: 'levers', onsubmit: (event) => event.preventDefault()},
      this.scenarioPart(), this.surePart(), this.strategyPart(), this.worldPart(), this.keepPart(), this.morePart(), this.pastePart());
  }

  group(id, title, ...children) {
    return element('section', {class: 'group', id}, element('h2', {}, title), ...children);
  }

  scenarioPart() {
    const missing = app.shipped.scenarios.filter((one) => one.left_out).map(({title}) => orgsim.text(title, this.state));
    return element('section', {class: 'group'}, scenarioChoice(this.state, () => this.build()),
      element('p', {class: 'note'}, say('left_out', {names: missing.join(this.state.language === 'zh' ? '、' : ', ')})));
  }

  worldPart() {
    const shares = {cold: 1, ceiling: 1, direct: 1};
    const rows = Object.entries(LEVERS).map(([name, {low, high, step, of}]) => slider({
      id: name, label: say(name), low, high: Math.max(high, of(this.own)), step, value: this.state.touched[name] ?? of(this.own),
      shown: (n) => (Object.hasOwn(shares, name) ? say('percent', {n: Math.round(100 * n)}) : String(n)),
      oninput: (value) => this.touch(name, value)}));
    const rivals = [['', say('rivals_own')], ...Object.keys(RIVALS).map((name) => [name, say(`rivals_${name}`)])];
    return this.group('world', say('world'), rows,
      choice('rivals', say('rivals'), rivals, this.state.touched.rivals || '', (value) => this.touch('rivals', value || undefined)),
      button('reset', say('reset'), () => this.untouch()));
  }

  // The scenario as it is shipped, with the class's seed.
  untouch() {
    this.state.touched = seedOf(this.state.touched);
    this.state.more = '';
    app.pasted = null;
    this.build();
  }

  strategyPart() {
    const strategy = this.strategy;
    if (!strategy) return element('section', {});
    const mix = this.state.touched.mix || strategy.mix.map((part) => Math.round(100 * part));
    const begins = strategy.start === null ? element('p', {class: 'note'}, say('waits')) : slider({
      id: 'week', label: say('week'), low: 0, high: Math.max(0, this.own.weeks - 100), step: 1, value: this.state.touched.week ?? strategy.start,
      shown: String, oninput: (value) => this.touch('week', value)});
    return this.group('of-strategy', say('of_strategy'),
      choice('strategy', say('strategy'), this.own.strategies.map(({name, label}) => [name, orgsim.text(label, this.state)]), strategy.name, (name) => {
        delete this.state.touched.mix;
        delete this.state.touched.week;
        this.state.touched.strategy = name;
        this.build();
      }),
      begins, mixSliders('mix', mix, (next) => this.touch('mix', next)));
  }

  surePart() {
    this.sureButton = button('sure', say('sure'), () => this.makeSure(), {class: 'main'});
    this.stopButton = button('stop', say('stop'), () => this.stop(), {hidden: true});
    this.bar = element('progress', {id: 'progress', max: 1, value: 0, hidden: true, 'aria-label': say('sure')});
    this.sureNote = element('p', {class: 'note', id: 'sure-note', 'aria-live': 'polite'}, say('sure_hint'));
    return element('section', {class: 'group'}, this.sureButton, this.stopButton, this.bar, this.sureNote);
  }

  keepPart() {
    const note = element('p', {class: 'note', id: 'keep-note', 'aria-live': 'polite'}, say('saved_note', this.rerun()));
    // In a frame the address line is that of the site around it.
    const copied = say(window.top === window ? 'link_copied' : 'link_copied_framed');
    return this.group('keep', say('keep'),
      button('save', say('save'), () => this.save()),
      button('link', say('link'), () => copy(app.link(), note, copied)), note);
  }

  morePart() {
    const area = element('textarea', {id: 'more', rows: 3, spellcheck: 'false', 'aria-describedby': 'more-hint', oninput: () => {
      this.state.more = area.value;
      this.run();
    }});
    area.value = this.state.more;
    return element('details', {class: 'group', id: 'more-part', open: this.state.more.trim() !== ''}, element('summary', {id: 'more-title'}, say('more')),
      element('label', {for: 'more', class: 'hidden'}, say('more')), area, element('p', {class: 'note', id: 'more-hint'}, say('more_hint')));
  }

  pastePart() {
    const table = element('textarea', {id: 'paste', rows: 5, spellcheck: 'false', placeholder: 'users\tproduct\tmarketing\tsales\toperations'});
    table.value = this.pasted.text;
    table.addEventListener('input', () => { this.pasted.text = table.value; });
    const people = element('input', {id: 'people', type: 'number', min: 100, step: 1, value: this.state.touched.people || this.own.customers});
    const said = element('p', {class: 'note', id: 'paste-said', role: 'status'});
    const tell = (what) => {
      this.pasted.said = what;
      said.textContent = what ? say(...what) : '';
    };
    const linked = OF_TABLE.some((name) => Object.hasOwn(this.state.touched, name));
    tell(this.pasted.said ?? (linked ? ['paste_linked'] : null));
    const forget = () => {
      this.pasted.rows = null;
      for (const name of OF_TABLE) delete this.state.touched[name];
    };
    const apply = () => {
      try {
        const rows = tableOf(table.value);
        const beginning = beginningOf(rows, people.value);
        forget();
        Object.assign(this.state.touched, beginning);
        Object.assign(this.pasted, {rows: rows.map(({row}) => row), people: beginning.people});
        tell(['paste_honest']);
        this.run();
      } catch (error) {
        if (!(error instanceof PasteError)) throw error;
        tell(error.said);
      }
    };
    const clear = () => {
      forget();
      tell(null);
      this.run();
    };
    return element('details', {class: 'group', id: 'paste-part', open: this.pasted.said !== null || linked}, element('summary', {id: 'paste-title'}, say('own_numbers')),
      element('p', {class: 'note'}, say('paste_hint')), element('label', {for: 'paste', class: 'hidden'}, say('own_numbers')), table,
      element('p', {class: 'lever'}, element('label', {for: 'people'}, say('paste_people')), people),
      button('paste-apply', say('paste_apply'), apply), button('paste-clear', say('paste_clear'), clear), said);
  }

  // --- what the reader does

  // Undefined: as the scenario has it.
  touch(name, value) {
    if (value === undefined) delete this.state.touched[name];
    else this.state.touched[name] = value;
    this.run();
  }

  shipped() { return app.shipped.scenarios.find(({name}) => name === this.state.scenario); }

  text() { return textOf(this.state, this.shipped(), this.own); }

  file() { return `${this.state.scenario}_what_if.toml`; }

  // The command that says the numbers of the page again.
  rerun() { return {file: this.file(), only: this.strategy ? ` --only ${this.strategy.name}` : ''}; }

  save() {
    const note = `# ${sayIn(0, 'saved_note', this.rerun())}\n`;
    const url = URL.createObjectURL(new Blob([note + this.text()], {type: 'application/toml'}));
    const link = element('a', {href: url, download: this.file()});
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  only() { return this.strategy ? {only: [this.strategy.name]} : {}; }

  // At most once a frame, with what was dragged last. Whatever was being made sure of has been overtaken; `aside`
  // says why where that was not the reader's drag.
  run(aside = ['sure_hint']) {
    app.remember();
    this.working = null;
    app.crew.stop();
    this.atWork();
    this.aside = aside;
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.answer(false, () => app.ask({verb: 'run', text: this.text(), ...this.only()}));
    });
  }

  answer(sure, asked) {
    try {
      const {json} = asked();
      this.error = null;
      this.trouble.hidden = true;
      this.show({...json, sure});
    } catch (error) {
      this.refused(error);
    }
  }

  // Below stands the last answer, if there has been one.
  refused(error) {
    this.error = error;
    this.tellState();
    const before = linesBefore(this.state, this.shipped(), this.own).length;
    this.trouble.hidden = false;
    this.trouble.replaceChildren(element('h2', {}, say('error')), element('pre', {}, inOwnLines(error.message, before)),
      element('p', {}, `${this.last ? `${say('error_last')} ` : ''}${say('error_cure')} `,
        button('drop-more', say('error_reset'), () => this.untouch())));
  }

  // What "make sure" has come to, as the answer that is shown has it.
  tellState() {
    if (this.working) return;
    const [own, worlds] = [app.units.own, app.units.worlds];
    this.sureNote.textContent = this.last && this.last.sure ? say('sure_done', {own, worlds}) : say(...this.aside);
  }

  atWork() {
    const on = this.working !== null;
    const had = document.activeElement;
    this.sureButton.hidden = on;
    this.stopButton.hidden = !on;
    this.bar.hidden = !on;
    this.bar.value = on ? this.working.part : 0;
    if (on) this.sureNote.textContent = say('progress', {n: Math.floor(100 * this.working.part)});
    else this.tellState();
    // Of the two buttons one is there, and it takes the focus from the other.
    if (had === this.sureButton && on) this.stopButton.focus();
    if (had === this.stopButton && !on) this.sureButton.focus();
  }

  stop() { this.run(['stopped']); }

  async makeSure() {
    const [own, worlds] = [app.units.own, app.units.worlds];
    const text = this.text();
    const request = (variant) => (_, index) => ({verb: 'unit', text, variant, index, ...this.only()});
    const requests = [...Array.from({length: own}, request('own')), ...Array.from({length: worlds}, request('world'))];
    const mine = {part: 0};
    this.working = mine;
    this.atWork();
    try {
      const units = await app.crew.run(requests, (part) => {
        mine.part = part;
        if (this.working === mine) this.atWork();
      });
      if (this.working !== mine || !units) return;
      this.working = null;
      this.answer(true, () => app.ask({verb: 'together', text, own, worlds, numbers: true, ...this.only()}, joined(units)));
      this.atWork();
    } catch (error) {
      if (this.working === mine) this.run(['sure_failed', {error: inOwnLines(error.message, Infinity)}]);
    }
  }

  // --- what came of it

  show(shown) {
    const {page, summary, sure} = shown;
    this.last = shown;
    this.tellState();
    page.words = app.shipped.words;
    app.data = page;
    app.summary = summary;
    const view = {arm: page.arms.length > 1 ? 1 : 0, week: 0, language: this.state.language, dark: app.dark};
    const T = (said) => orgsim.text(said, view);
    const flips = T(page.answer.flips);
    this.head.replaceChildren(
      element('p', {class: 'scenario'}, element('b', {}, T(page.title)), ' ', element('span', {}, sure
        ? say('sure_done', {own: app.units.own, worlds: app.units.worlds}) : say('quick'))),
      element('h1', {id: 'sentence', 'aria-live': 'polite'}, T(page.answer.sentence)));
    this.cards.replaceChildren(
      flips.length ? element('div', {class: 'flips'}, element('p', {}, orgsim.joined(view, ...flips))) : '',
      element('dl', {class: 'cards'}, page.answer.questions.filter(({id}) => sure || id !== 'hangs').map((question) => orgsim.card(question, view))));
    this.pictures.draw(page, view);
    if (this.pasted.rows) drawDots(this.pictures, dotsOf(this.pasted.rows, this.pasted.people), view);
    this.further.replaceChildren(
      page.strategies ? this.section(orgsim.word(page, view, 'section_strategies'), orgsim.tables.strategies(page, view), orgsim.word(page, view, 'note_strategies')) : '',
      page.elsewhere ? this.section(orgsim.word(page, view, 'section_elsewhere'), orgsim.tables.elsewhere(page, view), orgsim.text(page.elsewhere.note, view)) : '');
  }

  section(title, table, note) {
    return element('section', {class: 'part'}, element('h2', {}, title), table, element('p', {class: 'note'}, note));
  }
}

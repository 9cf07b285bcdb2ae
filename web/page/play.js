// Play: the reader is the head of marketing. A game is its seed and its moves; the engine plays them anew each time.
'use strict';

// The class's table: a player a line, cells parted by tabs, the same in every language (docs/teaching.md).
const CLASS_COLUMNS = ['scenario', 'seed', 'verdict', 'lines_crossed', 'real_share_percent', 'npv_change_percent', 'share_moved_points',
  'most_by', 'quarters_undone', 'version', 'moves'];

const FIRST_MOVE = {mix: [90, 10, 0, 0], ai: 0, redeploy: 0, prove: 0, budget: 100};

// With so many decimals; what rounds to nothing has no sign.
const fixed = (number, digits) => number.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1');

class Play {
  constructor(root) {
    this.root = root;
    this.pictures = new Pictures(['budget', 'market', 'value']);
  }

  get state() { return app.state; }
  get seed() { return this.state.touched.seed ?? 1; }

  build() {
    this.status = element('p', {class: 'status', id: 'status', role: 'status'});
    this.desk = element('form', {class: 'levers', onsubmit: (event) => event.preventDefault()});
    this.parts = element('div', {});
    this.begin();
  }

  // From where the address says, or the first quarter.
  begin() {
    this.move = {...(this.state.moves[this.state.moves.length - 1] || FIRST_MOVE)};
    this.before = this.state.moves.length - 1;
    this.ask();
  }

  // In another language nothing is played anew.
  translate() {
    if (this.error) this.refused(this.error);
    else this.show(app.game);
  }

  text() {
    return textOf({...this.state, touched: {seed: this.seed}, more: ''}, app.shipped.scenarios.find(({name}) => name === this.state.scenario), null);
  }

  ask() {
    app.remember();
    const part = (percent) => percent / 100;
    const moves = this.state.moves.map((move) => ({mix: move.mix.map(part), ai: part(move.ai), redeploy: part(move.redeploy),
      prove: part(move.prove), budget: part(move.budget)}));
    try {
      app.game = app.ask({verb: 'played', text: this.text(), moves}).json;
      this.error = null;
    } catch (error) {
      this.refused(error);
      return;
    }
    this.show(app.game);
  }

  refused(error) {
    this.error = error;
    this.split = null;
    this.root.replaceChildren(element('div', {class: 'trouble', role: 'alert'}, element('h2', {}, say('error')),
      element('pre', {}, inOwnLines(error.message, Infinity)), button('again', say('again'), () => {
        this.state.touched = seedOf(this.state.touched);
        this.restart();
      })), element('form', {class: 'levers', onsubmit: (event) => event.preventDefault()}, this.setting(true)));
  }

  // The same luck once more: what was played is known, and counts as taken back.
  again() {
    this.state.undone += this.state.moves.length;
    this.state.moves = [];
    this.begin();
  }

  // Another game.
  restart() {
    this.state.undone = 0;
    this.state.moves = [];
    this.begin();
  }

  undo() {
    this.state.moves.pop();
    ++this.state.undone;
    this.before = this.state.moves.length - 1;
    this.ask();
  }

  decide(times) {
    this.before = this.state.moves.length;
    const left = app.game.quarters - this.state.moves.length;
    for (let i = 0; i < Math.min(times, left); ++i) this.state.moves.push({...this.move, mix: [...this.move.mix]});
    this.ask();
  }

  // --- the parts

  show(game) {
    const over = game.quarter >= game.quarters;
    const view = {arm: 1, week: 0, language: this.state.language, dark: app.dark};
    keepingFocus(() => {
      this.desk.replaceChildren(...this.choices(game, over));
      this.parts.replaceChildren(over ? this.over(game, view) : this.standing(game), this.newsOf(game), ...(game.page ? [this.pictures.node] : []));
      this.lay();
    }, 'decide', 'over-title');
    if (game.page) {
      const data = {...game.page, words: app.shipped.words, arms: game.page.arms.map((arm, i) => ({...arm, label: say(i === 0 ? 'nobody' : 'you')}))};
      this.pictures.draw(data, view);
    }
    if (game.audit) this.drawAudit(game, view);
    this.status.textContent = this.told(game);
  }

  // Once: what is read aloud when it changes has to stay where it is.
  lay() {
    this.intro = element('section', {class: 'answer'}, element('h1', {}, say('play_title')), element('p', {class: 'lead'}, say('play_intro')));
    if (this.split?.isConnected) {
      this.root.firstElementChild.replaceWith(this.intro);
      return;
    }
    this.split = element('div', {class: 'split'}, this.desk, element('div', {class: 'results'}, this.status, this.parts));
    this.root.replaceChildren(this.intro, this.split);
  }

  // What the last decision came to: what was granted, and the news of its quarters.
  told(game) {
    const move = this.state.moves[game.quarter - 1];
    if (!move) return this.state.unread ? say('moves_unread') : '';
    const over = game.quarter >= game.quarters;
    const news = this.own(game).filter(({week}) => week >= QUARTER * this.before);
    return [over ? say('over_said') : say('quarter_said', {n: game.quarter + 1, all: game.quarters}),
      say('granted', {asked: move.budget, granted: game.granted.slice(Math.max(this.before, 0)).map((part) => Math.round(100 * part)).join(', ')}),
      news.length ? news.map((one) => `${say('in_week', {week: one.week})}${say('colon')}${this.headline(one, game)}${say('stop_mark')}`).join(say('gap')) : say('no_news')]
      .join(say('gap'));
  }

  choices(game, over) {
    return over ? [this.setting(over)] : [this.decision(game), this.setting(over)];
  }

  // Which game it is.
  setting(over) {
    const seed = element('input', {id: 'seed', type: 'number', min: 0, step: 1, value: this.seed, onchange: () => {
      this.state.touched.seed = Math.min(Math.max(0, Math.floor(Number(seed.value) || 0)), MOST);
      this.restart();
    }});
    const dragged = Object.keys(this.state.touched).some((name) => !['seed', 'strategy'].includes(name)) || this.state.more.trim() !== '';
    return element('section', {class: 'group'}, scenarioChoice(this.state, () => this.begin()),
      element('p', {class: 'lever'}, element('label', {for: 'seed'}, say('seed')), seed),
      this.state.moves.length && !this.error ? element('p', {}, over ? '' : button('undo', say('undo'), () => this.undo()),
        button('restart', say('again'), () => this.again())) : '',
      dragged ? element('p', {class: 'note', id: 'as-shipped'}, say('play_as_shipped')) : '');
  }

  decision(game) {
    const percent = (n) => say('percent', {n});
    const part = (name, low, high, shown) => slider({id: name, label: say(name), low, high, step: 5, value: this.move[name], shown,
      oninput: (value) => { this.move[name] = value; }});
    return element('section', {class: 'group', id: 'decision'},
      element('h2', {}, say('quarter_of', {n: game.quarter + 1, all: game.quarters})), element('p', {class: 'note'}, say('decision')),
      mixSliders('mix', this.move.mix, (mix) => { this.move.mix = mix; }),
      part('ai', 0, 100, percent), part('redeploy', 0, 100, percent), part('prove', 0, 100, percent),
      part('budget', 70, 130, (n) => say('of_usual', {n})),
      button('decide', say('decide'), () => this.decide(1), {class: 'main'}), button('decide-year', say('decide_year'), () => this.decide(4)));
  }

  standing({now}) {
    const percent = (number) => (number === undefined ? '-' : `${(100 * number).toFixed(0)} %`);
    const meter = (line) => {
      if (!now.lines) return '';
      const crossed = now.crossed.includes(line);
      return element('div', {class: `card ${crossed ? 'bad' : 'good'}`, id: `line-${line}`}, element('dt', {}, say(`lines_${line}`)),
        element('dd', {}, element('span', {class: 'value'}, now.lines[line].toFixed(2), crossed ? ` ${say('crossed')}` : ''),
          element('ul', {}, element('li', {}, say('line_at', {n: now.thresholds[line]})))));
    };
    const facts = [['share', percent(now.share.marketing)], ['scrutiny', percent(now.scrutiny)], ['climate', percent(now.climate)],
      ['parity', percent(now.parity)]];
    return element('section', {class: 'part'}, element('h2', {}, say('where')),
      element('dl', {class: 'cards three'}, ['budget', 'capability', 'structure'].map(meter)),
      element('p', {class: 'note'}, say('sustain_note', {n: now.sustain})),
      element('dl', {class: 'facts'}, facts.map(([name, value]) => element('div', {}, element('dt', {}, say(name)), element('dd', {}, value)))),
      this.auditPlace('why_so_far'));
  }

  auditPlace(title) {
    if (!app.game.audit) return '';
    this.audit = element('div', {class: 'chart chart-terms'});
    this.auditSaid = element('figcaption', {});
    this.auditNumbers = element('details', {id: 'numbers-terms'});
    return element('figure', {id: 'audit'}, element('h2', {id: 'audit-title'}, say(title)), this.auditSaid, this.audit, this.auditNumbers);
  }

  drawAudit(game, view) {
    const {audit} = game;
    this.auditSaid.textContent = orgsim.text(audit.conclusion, view);
    this.audit.hidden = audit.terms.every(({points}) => Math.abs(points) < 0.5);
    const data = {words: app.shipped.words, audit};
    if (!this.audit.hidden) orgsim.charts.terms.draw(this.audit, data, view);
    // One game has no interval, which is the last column.
    const table = () => {
      const {head, rows} = orgsim.charts.terms.table(data, view);
      return {head: head.slice(0, 2), rows: rows.map((row) => row.slice(0, 2))};
    };
    const numbers = orgsim.tables.ofChart(data, view, {table}, document.getElementById('audit-title').textContent);
    numbers.id = 'numbers-terms';
    numbers.open = this.auditNumbers.open;
    this.auditNumbers.replaceWith(numbers);
  }

  own({news = []}) { return news.filter(({firm, what}) => firm === 0 || what === 'answers'); }

  headline({what, firm}, game) { return say(`news_${what}`, {firm: firm === 0 ? say('your_firm') : orgsim.text(game.firms[firm], this.state)}); }

  newsOf(game) {
    const own = this.own(game).reverse();
    const said = (one) => element('li', {}, element('b', {}, say('in_week', {week: one.week})), ' ', this.headline(one, game));
    return element('section', {class: 'part'}, element('h2', {}, say('news')),
      own.length ? element('ul', {class: 'news', id: 'news'}, own.map(said)) : element('p', {class: 'note'}, say('none_yet')));
  }

  // --- the end

  over(game, view) {
    const line = this.line(game);
    const copied = element('span', {class: 'note', role: 'status'});
    const copier = (id, label, text) => button(id, say(label), () => copy(text, copied, say('copied')));
    return element('section', {class: 'part', id: 'over'}, element('h2', {id: 'over-title', tabindex: -1}, say('over')),
      element('h3', {}, say('compare')), this.comparison(game, this.chosen(game)), element('p', {class: 'note'}, say('judged_note')),
      element('h3', {}, say('line')), element('p', {class: 'note'}, say('line_hint')),
      element('pre', {id: 'line', tabindex: 0}, line),
      element('p', {}, copier('copy-line', 'copy', line), copier('copy-head', 'copy_head', CLASS_COLUMNS.join('\t')), ' ', copied),
      element('details', {id: 'others'}, element('summary', {id: 'others-title'}, say('all_others')), this.comparison(game, game.others.map((other) => [orgsim.text(other.label, view), other]))),
      this.auditPlace('why_whole'));
  }

  best(game) { return game.others[game.best]; }

  chosen(game) {
    const adaptive = game.others.find((other) => other.adaptive);
    const label = (other) => orgsim.text(other.label, this.state);
    return [[say('you'), game.you], [say('nobody'), game.untouched],
      ...(adaptive ? [[say('adaptive_mark'), adaptive]] : []),
      ...(this.best(game) ? [[`${say('best_mark')}${say('colon')}${label(this.best(game))}`, this.best(game)]] : [])];
  }

  numbers(led) {
    return {
      verdict: led.verdict === 'not_begun' ? '-' : say('verdicts')[led.verdict],
      level: String(led.level), weeks: String(led.weeks_marginalised),
      standing: led.standing ? (100 * led.standing.budget).toFixed(0) : '-',
      change: led.npv_change === null ? '-' : `${led.npv_change < 0 ? '' : '+'}${fixed(100 * led.npv_change, 1)} %`,
    };
  }

  comparison(game, rows) {
    return orgsim.tables.plain(say('compare'), ['who', 'verdict', 'level', 'weeks_marginalised', 'standing', 'firm_change'].map((key) => say(key)),
      rows.map(([who, led]) => {
        const {verdict, level, weeks, standing, change} = this.numbers(led);
        return [who, verdict, level, weeks, standing, led === game.untouched ? '-' : change];
      }), {class: 'comparison'});
  }

  // The class's line. Numbers are plain, so that a table sorts them.
  line(game) {
    const {you, audit} = game;
    const percent = (number, digits) => (number === null || number === undefined ? '' : fixed(100 * number, digits));
    const [total] = audit.terms.filter((term) => term.total);
    const [most] = audit.terms.filter((term) => !term.total).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
    return [this.state.scenario, this.seed, you.verdict, you.level, percent(you.standing?.budget, 0), percent(you.npv_change, 1),
      total.points.toFixed(0), `${most.label.en} ${most.points.toFixed(0)}`, this.state.undone, app.shipped.version, toCode(this.state.moves)].join('\t');
  }
}

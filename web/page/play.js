// Play: the reader is the head of marketing. A game is its seed and its moves; the engine plays them anew each time.
'use strict';

const FIRST_MOVE = {mix: [90, 10, 0, 0], ai: 0, redeploy: 0, prove: 0, budget: 100};

class Play {
  constructor(root) {
    this.root = root;
    this.pictures = new Pictures(['budget', 'market', 'value']);
  }

  get state() { return app.state; }
  get seed() { return this.state.touched.seed ?? 1; }

  build() {
    this.move = {...(this.state.moves[this.state.moves.length - 1] || FIRST_MOVE)};
    this.ask();
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
      this.show(app.game);
    } catch (error) {
      this.root.replaceChildren(element('div', {class: 'trouble', role: 'alert'}, element('h2', {}, say('error')),
        element('pre', {}, error.message), button('again', say('again'), () => this.restart())));
    }
  }

  restart() {
    this.state.moves = [];
    this.build();
  }

  decide(times) {
    const left = app.game.quarters - this.state.moves.length;
    for (let i = 0; i < Math.min(times, left); ++i) this.state.moves.push({...this.move, mix: [...this.move.mix]});
    this.ask();
  }

  // --- the parts

  show(game) {
    const over = game.quarter >= game.quarters;
    const view = {arm: 1, week: 0, language: this.state.language, dark: app.dark};
    const parts = [over ? this.over(game, view) : this.standing(game, view), this.newsOf(game)];
    this.root.replaceChildren(element('section', {class: 'answer'}, element('h1', {}, say('play_title')), element('p', {class: 'lead'}, say('play_intro'))),
      element('div', {class: 'split'}, this.desk(game, over), element('div', {class: 'results'}, parts, game.page ? this.pictures.node : '')));
    if (game.page) {
      const data = {...game.page, words: app.shipped.words, arms: game.page.arms.map((arm, i) => ({...arm, label: say(i === 0 ? 'nobody' : 'you')}))};
      this.pictures.draw(data, view);
    }
    if (game.audit) this.drawAudit(game, view);
  }

  desk(game, over) {
    const seed = element('input', {id: 'seed', type: 'number', min: 0, step: 1, value: this.seed, onchange: () => {
      this.state.touched.seed = Math.max(0, Math.floor(Number(seed.value) || 0));
      this.restart();
    }});
    const offered = app.shipped.scenarios.filter((one) => !one.left_out);
    const setting = element('section', {class: 'group'},
      choice('scenario', say('scenario'), offered.map(({name, title}) => [name, orgsim.text(title, this.state)]), this.state.scenario, (name) => {
        this.state.scenario = name;
        this.restart();
      }),
      element('p', {class: 'lever'}, element('label', {for: 'seed'}, say('seed')), seed),
      this.state.moves.length ? element('p', {}, over ? '' : button('undo', say('undo'), () => {
        this.state.moves.pop();
        this.ask();
      }), button('restart', say('again'), () => this.restart())) : '');
    return element('form', {class: 'levers', onsubmit: (event) => event.preventDefault()}, over ? '' : this.decision(game), setting);
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

  standing({now, granted, quarter}) {
    const percent = (number) => (number === undefined ? '-' : `${(100 * number).toFixed(0)} %`);
    const move = this.state.moves[quarter - 1];
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
      move && move.budget !== 100 ? element('p', {id: 'granted'}, say('granted', {asked: move.budget, granted: Math.round(100 * granted[quarter - 1])})) : '',
      element('dl', {class: 'cards three'}, ['budget', 'capability', 'structure'].map(meter)),
      element('dl', {class: 'facts'}, facts.map(([name, value]) => element('div', {}, element('dt', {}, say(name)), element('dd', {}, value)))),
      this.auditPlace('why_so_far'));
  }

  auditPlace(title) {
    if (!app.game.audit) return '';
    this.audit = element('div', {class: 'chart chart-terms'});
    this.auditSaid = element('figcaption', {});
    return element('figure', {id: 'audit'}, element('h2', {}, say(title)), this.auditSaid, this.audit);
  }

  drawAudit(game, view) {
    const {audit} = game;
    this.auditSaid.textContent = orgsim.text(audit.conclusion, view);
    this.audit.hidden = audit.terms.every(({points}) => Math.abs(points) < 0.5);
    if (!this.audit.hidden) orgsim.charts.terms.draw(this.audit, {words: app.shipped.words, audit}, view);
  }

  newsOf({news = [], firms}) {
    const own = news.filter(({firm, what}) => firm === 0 || what === 'answers').reverse();
    const said = ({week, what, firm}) => element('li', {}, element('b', {}, say('in_week', {week})), ' ',
      say(`news_${what}`, {firm: orgsim.text(firms[firm], this.state)}));
    return element('section', {class: 'part'}, element('h2', {}, say('news')),
      own.length ? element('ul', {class: 'news', id: 'news'}, own.map(said)) : element('p', {class: 'note'}, say('none_yet')));
  }

  // --- the end

  over(game, view) {
    const line = this.line(game);
    const copied = element('span', {class: 'note', role: 'status'});
    return element('section', {class: 'part', id: 'over'}, element('h2', {}, say('over')),
      element('h3', {}, say('compare')), this.comparison(game, this.chosen(game)), element('p', {class: 'note'}, say('judged_note')),
      element('h3', {}, say('line')), element('pre', {id: 'line', tabindex: 0}, line),
      element('p', {}, button('copy-line', say('copy'), () => copy(line).then(() => { copied.textContent = say('copied'); })), ' ', copied),
      element('details', {}, element('summary', {}, say('all_others')), this.comparison(game, game.others.map((other) => [orgsim.text(other.label, view), other]))),
      this.auditPlace('why_whole'));
  }

  best(game) { return game.others[game.best]; }

  chosen(game) {
    const adaptive = game.others.find((other) => other.adaptive);
    const label = (other) => orgsim.text(other.label, this.state);
    return [[say('you'), game.you], [say('nobody'), game.untouched],
      ...(adaptive ? [[say('adaptive_mark'), adaptive]] : []),
      ...(this.best(game) ? [[`${say('best_mark')}: ${label(this.best(game))}`, this.best(game)]] : [])];
  }

  numbers(led) {
    return {
      verdict: led.verdict === 'not_begun' ? '-' : say('verdicts')[led.verdict],
      level: String(led.level), weeks: String(led.weeks_marginalised),
      standing: led.standing ? (100 * led.standing.budget).toFixed(0) : '-',
      change: led.npv_change === null ? '-' : `${led.npv_change < 0 ? '−' : '+'}${Math.abs(100 * led.npv_change).toFixed(1)} %`,
    };
  }

  comparison(game, rows) {
    return orgsim.tables.plain(say('compare'), ['who', 'verdict', 'level', 'weeks_marginalised', 'standing', 'firm_change'].map((key) => say(key)),
      rows.map(([who, led]) => {
        const {verdict, level, weeks, standing, change} = this.numbers(led);
        return [who, verdict, level, weeks, standing, led === game.untouched ? '-' : change];
      }), {class: 'comparison'});
  }

  line(game) {
    const told = ([who, led]) => {
      const {level, standing, change} = this.numbers(led);
      return `${who}: ${say('level')} ${level}, ${standing} %, ${led === game.untouched ? '-' : change}`;
    };
    return [`orgsim ${say('view_play')}`, this.state.scenario, `seed=${this.seed}`, ...this.chosen(game).map(told), `moves=${toCode(this.state.moves)}`].join(' | ');
  }
}

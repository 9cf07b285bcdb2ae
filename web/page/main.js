// Starts the engine, shows what the address asks for, and keeps the address in step.
'use strict';

// The engine's bytes, which the page holds compressed.
const unpacked = async (text) => {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

// What the page is made of, with the licences of all of it.
const inside = () => {
  const text = (id) => document.getElementById(id).textContent;
  const link = (url) => element('a', {href: url, rel: 'noreferrer'}, url);
  return element('footer', {}, element('details', {id: 'inside'}, element('summary', {id: 'inside-title'}, say('inside')),
    element('p', {}, say('inside_hint')),
    orgsim.tables.plain(say('inside'), ['inside_part', 'inside_licence', 'inside_source'].map((key) => say(key)),
      JSON.parse(text('parts')).map(({name, licence, source}) => [name, licence, link(source)]), {class: 'wordy'}),
    element('details', {id: 'licence-texts'}, element('summary', {id: 'licence-title'}, say('licence_texts')),
      element('pre', {tabindex: 0, lang: 'en'}, text('licences')))));
};

const app = {
  state: {view: 'what_if', scenario: FIRST_SCENARIO, touched: {}, more: '', moves: [], undone: 0, language: 'en'},
  units: {own: 100, worlds: 100},
  pasted: null,  // somebody's own quarters, which a link does not hold
  dark: false,

  ask(request, bytes) { return app.engine.ask(request, bytes); },

  // The scenarios that the page runs.
  get offered() { return app.shipped.scenarios.filter((one) => !one.left_out); },

  // Another scenario: nothing stays but a class's seed.
  choose(name) {
    Object.assign(app.state, {scenario: name, touched: seedOf(app.state.touched), moves: [], undone: 0, unknown: null});
    app.pasted = null;
  },

  remember() {
    clearTimeout(app.remembering);
    app.remembering = setTimeout(() => {
      const hash = toHash(app.state);
      if (hash !== location.hash) history.replaceState(null, '', hash);
    }, 200);
  },

  // The address of what is shown.
  link() { return location.href.replace(/#.*/, '') + toHash(app.state); },

  frame() {
    document.documentElement.lang = app.state.language === 'zh' ? 'zh-Hans' : 'en';
    document.documentElement.dataset.theme = app.dark ? 'dark' : 'light';
    document.title = `orgsim: ${say(app.state.view === 'play' ? 'play_title' : 'title')}`;
    const change = (name) => (value) => {
      app.state[name] = value;
      if (name === 'view') app.open();
      else app.translate();
      document.querySelector(`input[name=${name}][value=${value}]`).focus();
    };
    document.getElementById('page').replaceChildren(
      element('header', {class: 'top'}, element('p', {class: 'brand'}, say('brand')),
        element('div', {class: 'switches'},
          orgsim.segments('view', say('view'), [['what_if', say('view_what_if')], ['play', say('view_play')]], app.state.view, change('view')),
          orgsim.segments('language', say('language'), [['en', 'English', 'en'], ['zh', '中文', 'zh-Hans']], app.state.language, change('language')))),
      app.root, inside());
    app.remember();
  },

  translate() {
    keepingFocus(() => {
      app.frame();
      app.view.translate();
    });
  },

  // What the address or the reader has chosen, from its beginning.
  open() {
    app.crew.stop();
    if (app.view) app.view.pictures.drop();
    app.root = element('main', {id: 'main'});
    app.view = app.state.view === 'play' ? new Play(app.root) : new WhatIf(app.root);
    app.frame();
    app.view.build();
  },

  read() {
    app.state = fromHash(location.hash, app.state);
    app.state.unknown = app.offered.some(({name}) => name === app.state.scenario) ? null : app.state.scenario;
    if (app.state.unknown) app.state.scenario = FIRST_SCENARIO;
  },

  async start() {
    const page = document.getElementById('page');
    if (navigator.language.startsWith('zh')) app.state.language = 'zh';
    app.dark = matchMedia('(prefers-color-scheme: dark)').matches;
    page.textContent = say('loading');
    const text = (id) => document.getElementById(id).textContent;
    try {
      const wasm = await unpacked(text('engine'));
      app.engine = await Engine.from(wasm);
      app.crew = new Crew(text('worker'), wasm);
      app.shipped = app.ask({verb: 'shipped'}).json;
    } catch (error) {
      page.textContent = `${say('no_engine')} (${error.message})`;
      return;
    }
    app.read();
    app.open();
    window.addEventListener('hashchange', () => {
      app.pasted = null;
      app.read();
      app.open();
    });
    document.body.dataset.ready = 'yes';
  },
};

app.start();

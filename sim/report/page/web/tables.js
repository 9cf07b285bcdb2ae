// Tables in plain HTML, for the eye and for what reads a page aloud.
'use strict';

orgsim.tables = {
  // In a frame that scrolls by itself where the window is narrow.
  framed(name, table) {
    return orgsim.element('div', {class: 'frame', role: 'region', 'aria-label': name, tabindex: 0}, table);
  },

  plain(name, head, rows, extra = {}) {
    return this.framed(name, orgsim.element('table', extra,
      orgsim.element('caption', {class: 'hidden'}, name),
      orgsim.element('thead', {}, orgsim.element('tr', {}, head.map((text) => orgsim.element('th', {scope: 'col'}, text)))),
      orgsim.element('tbody', {}, rows.map(([first, ...rest]) => orgsim.element('tr', {},
        orgsim.element('th', {scope: 'row'}, first), rest.map((text) => orgsim.element('td', {}, text)))))));
  },

  // The numbers of a chart, made when they are asked for.
  ofChart(data, state, chart, name) {
    const details = orgsim.element('details', {class: 'numbers'}, orgsim.element('summary', {}, orgsim.word(data, state, 'show_table')));
    details.addEventListener('toggle', () => {
      if (!details.open || details.childElementCount > 1) return;
      const {head, rows} = chart.table(data, state);
      details.append(this.plain(name, head.map(String), rows.map((row) => row.map(String))));
    });
    return details;
  },

  // The name of a strategy, which shows it in every picture where a page can do that.
  chooser(data, state, arm, choose) {
    if (!choose) return orgsim.element('span', {class: 'arm'}, orgsim.label(data, state, arm));
    return orgsim.element('button', {type: 'button', class: 'choose', 'data-arm': arm, 'aria-pressed': String(arm === state.arm),
      onclick: () => choose(arm)}, orgsim.label(data, state, arm));
  },

  strategies(data, state, choose) {
    const word = (key) => orgsim.word(data, state, key);
    const columns = ['saved', 'marginalised', 'real_share', 'non_substitutability', 'centrality', 'npv'];
    const rows = data.strategies.rows.map((row) => {
      const name = row.arm === null ? word('lines_row') : this.chooser(data, state, row.arm, choose);
      const mark = row.harms ? orgsim.element('span', {class: 'mark'}, ` ${word('harms_mark')}`) : null;
      return orgsim.element('tr', {class: row.saves ? 'saves' : null, 'data-arm': row.arm},
        orgsim.element('th', {scope: 'row'}, name, mark),
        columns.map((column) => orgsim.element('td', {}, orgsim.text(row.cells[column], state))));
    });
    const head = [word('strategy'), ...columns.map((column) => word(`${column}_column`))];
    return this.framed(word('section_strategies'), orgsim.element('table', {class: 'strategies'},
      orgsim.element('caption', {class: 'hidden'}, word('section_strategies')),
      orgsim.element('thead', {}, orgsim.element('tr', {}, head.map((text) => orgsim.element('th', {scope: 'col'}, text)))),
      orgsim.element('tbody', {}, rows)));
  },

  // A cell whose shade says a share between 0 and 1.
  shaded(share, text) {
    const step = share === null ? null : Math.round(share * 10);
    return orgsim.element('td', {class: step === null ? 'heat' : `heat heat-${step}`}, text);
  },

  elsewhere(data, state, choose) {
    const word = (key) => orgsim.word(data, state, key);
    const {columns, rows} = data.elsewhere;
    return this.framed(word('section_elsewhere'), orgsim.element('table', {class: 'heatmap'},
      orgsim.element('caption', {class: 'hidden'}, word('caption_elsewhere')),
      orgsim.element('thead', {}, orgsim.element('tr', {}, orgsim.element('th', {scope: 'col'}, word('strategy')),
        columns.map((column) => orgsim.element('th', {scope: 'col'}, orgsim.text(column.label, state))))),
      orgsim.element('tbody', {}, rows.map((row) => orgsim.element('tr', {'data-arm': row.arm},
        orgsim.element('th', {scope: 'row'}, this.chooser(data, state, row.arm, choose)),
        columns.map((column) => this.shaded(row.cells[column.id].share, orgsim.text(row.cells[column.id].text, state))))))));
  },

  // Of the strategy that is shown, or of the best where none is; all of them are folded below.
  hangsOn(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    const {hangs_on: all, best} = data.elsewhere;
    const keysOf = (of) => ['saved', 'npv'].flatMap((what) => of[what].map((one) => [word(`hangs_${what}`), orgsim.key(one.key),
      orgsim.text(one.meaning, state), one.correlation, one.range]));
    const table = (rows, ...first) => {
      const head = [...first, 'what_column', 'key_column', 'meaning_column', 'correlation_column', 'range_column'].map(word);
      return rows.length ? this.plain(word('section_hangs'), head, rows, {class: 'wordy'}) : orgsim.element('p', {}, word('hangs_none'));
    };
    const named = (of) => keysOf(of).map((row) => [orgsim.label(data, state, of.arm), ...row]);
    const shown = all.find(({arm}) => arm === (state.arm || best)) ?? all[0];
    return [orgsim.element('p', {class: 'shown chosen'}, orgsim.label(data, state, shown.arm)), table(keysOf(shown)),
      all.length > 1 ? orgsim.element('details', {}, orgsim.element('summary', {}, word('hangs_all')), table(all.flatMap(named), 'strategy')) : null];
  },

  window(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    return data.window.maps.map((map) => orgsim.element('div', {},
      orgsim.element('h3', {}, orgsim.text(map.label, state)),
      this.framed(word('section_window'), orgsim.element('table', {class: 'heatmap narrow'},
        orgsim.element('caption', {class: 'hidden'}, word('caption_window')),
        orgsim.element('thead', {}, orgsim.element('tr', {}, orgsim.element('th', {scope: 'col'}, `${word('strategy')} / ${word('start_column')}`),
          map.starts.map((start) => orgsim.element('th', {scope: 'col'}, String(start))), orgsim.element('th', {scope: 'col'}, word('no_return_column')))),
        orgsim.element('tbody', {}, map.rows.map((row) => orgsim.element('tr', {}, orgsim.element('th', {scope: 'row'}, orgsim.text(row.label, state)),
          row.cells.map((cell) => this.shaded(cell.share, cell.text)), orgsim.element('td', {}, orgsim.text(row.point, state)))))))));
  },

  assumptions(data, state) {
    const word = (key) => orgsim.word(data, state, key);
    const head = ['key_column', 'value_column', 'default_column', 'range_column', 'meaning_column'].map(word);
    const of = (keys) => this.plain(word('section_assumptions'), head, keys.map((key) => [orgsim.key(key.key),
      orgsim.element('code', {}, key.value), orgsim.element('code', {}, key.default), key.ranges.join('; ') || '-',
      orgsim.text(key.meaning, state)]), {class: 'wordy'});
    const {keys} = data.assumptions;
    const isOfStrategy = (key) => key.key.startsWith('strategies.');
    const world = keys.filter((key) => !isOfStrategy(key));
    const strategies = keys.filter(isOfStrategy);
    return [world.length ? of(world) : orgsim.element('p', {}, word('assumptions_none')),
      strategies.length ? orgsim.element('details', {}, orgsim.element('summary', {}, word('in_strategies')), of(strategies)) : null];
  },
};

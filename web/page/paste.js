// Somebody's own quarters, drawn beside the run. What is taken from them is what the first quarter says outright.
'use strict';

const COLUMNS = ['users', 'product', 'marketing', 'sales', 'operations'];
const QUARTER = 13;

// Rows of numbers by column. Throws with the line that cannot be read.
const tableOf = (text) => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  // From a spreadsheet columns are parted by tabs, and numbers may have commas in them.
  const mark = ['\t', ';', ','].find((one) => (lines[0] || '').includes(one)) || '\t';
  const cells = (line) => line.split(mark).map((cell) => cell.trim());
  const head = cells(lines[0] || '').map((name) => name.toLowerCase());
  if (!COLUMNS.some((name) => head.includes(name))) throw new Error(`line 1: no column is called ${COLUMNS.join(', ')}`);
  return lines.slice(1).map((line, i) => {
    const row = {};
    cells(line).forEach((cell, c) => {
      if (!COLUMNS.includes(head[c]) || cell === '') return;
      const number = Number(cell.replace(/[, ]/g, ''));
      if (!Number.isFinite(number) || number < 0) throw new Error(`line ${i + 2}: ${head[c]}: '${cell}' is no number from 0 up`);
      row[head[c]] = number;
    });
    return row;
  });
};

const DEPARTMENTS = COLUMNS.slice(1);
const totalOf = (row) => DEPARTMENTS.reduce((sum, name) => sum + (row[name] || 0), 0);
const hasBudgets = (row) => row && DEPARTMENTS.every((name) => name in row) && totalOf(row) > 0;

// What the first quarter says of where the run begins, as if it had been dragged.
const beginningOf = (rows, people) => {
  const first = rows[0] || {};
  const touched = {people};
  if ('users' in first) touched.start = round(first.users / people);
  if (hasBudgets(first)) {
    touched.share = DEPARTMENTS.map((name) => round(first[name] / totalOf(first)));
    touched.share[0] = round(1 - touched.share[1] - touched.share[2] - touched.share[3]);
  }
  return touched;
};

// Dots in the pictures: [week, per cent].
const dotsOf = (rows, people) => ({
  users: rows.flatMap((row, i) => ('users' in row ? [[i * QUARTER, (100 * row.users) / people]] : [])),
  marketing: rows.flatMap((row, i) => (hasBudgets(row) ? [[i * QUARTER, (100 * row.marketing) / totalOf(row)]] : [])),
});

const drawDots = (pictures, dots, view) => {
  const colours = orgsim.palette(view);
  const add = (name, id, label, data, colour) => {
    const chart = echarts.getInstanceByDom(pictures.place(name));
    if (chart && data.length) {
      chart.setOption({series: [{type: 'scatter', id, name: label, data, symbolSize: 7, z: 6, silent: true,
        itemStyle: {color: colour, borderColor: colours.ground, borderWidth: 1}}]});
    }
  };
  add('market', 'own users', say('paste_users'), dots.users, colours.ink);
  add('budget', 'own marketing', say('paste_share'), dots.marketing, colours.marketing);
};

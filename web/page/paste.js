// Somebody's own quarters, drawn beside the run. What is taken from them is what the first quarter says outright.
'use strict';

const COLUMNS = ['users', 'product', 'marketing', 'sales', 'operations'];
const QUARTER = 13;
const OF_TABLE = ['people', 'start', 'share'];  // what is taken of it, as if it had been dragged

// What cannot be read of a table: a key of WORDS, and what fills its gaps.
class PasteError extends Error {
  constructor(key, gaps) {
    super(say(key, gaps));
    this.said = [key, gaps];
  }
}

// 1234.5 and 1,234.5. A comma elsewhere, or a point before three digits, is read in two ways: refused.
const numberOf = (cell) => {
  const isPlain = /^\d+(\.\d+)?$/.test(cell) && !/^[1-9]\d{0,2}\.\d{3}$/.test(cell);
  return isPlain || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : null;
};

// Rows of numbers by column, each with its line. Throws with the line that cannot be read.
const tableOf = (text) => {
  const lines = text.split(/\r?\n/).map((line, i) => ({line, n: i + 1})).filter(({line}) => line.trim() !== '');
  const first = lines[0] || {line: '', n: 1};
  // From a spreadsheet columns are parted by tabs, and numbers may have commas in them.
  const mark = ['\t', ';', ','].find((one) => first.line.includes(one)) || '\t';
  const cells = (line) => line.split(mark).map((cell) => cell.trim());
  const head = cells(first.line).map((name) => name.toLowerCase());
  if (!COLUMNS.some((name) => head.includes(name))) throw new PasteError('paste_no_column', {line: first.n, columns: COLUMNS.join(', ')});
  if (lines.length < 2) throw new PasteError('paste_no_rows', {});
  return lines.slice(1).map(({line, n}) => {
    const row = {};
    const given = cells(line);
    if (given.length > head.length) throw new PasteError('paste_too_many', {line: n, given: given.length, columns: head.length});
    given.forEach((cell, c) => {
      if (!COLUMNS.includes(head[c]) || cell === '') return;
      const number = numberOf(cell);
      if (number === null) throw new PasteError('paste_no_number', {line: n, column: head[c], cell});
      row[head[c]] = number;
    });
    return {row, n};
  });
};

const DEPARTMENTS = COLUMNS.slice(1);
const totalOf = (row) => DEPARTMENTS.reduce((sum, name) => sum + (row[name] || 0), 0);
const hasBudgets = (row) => row && DEPARTMENTS.every((name) => name in row) && totalOf(row) > 0;

// What the first quarter says of where the run begins, as if it had been dragged.
const beginningOf = (rows, written) => {
  const people = Number(written);
  const {row: first, n} = rows[0];
  if (!(people >= 100)) throw new PasteError('paste_few_people', {});
  if (first.users > people) throw new PasteError('paste_more_users', {line: n, users: first.users, people});
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

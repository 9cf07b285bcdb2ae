// Asks the engine from a shell: node web/engine.mjs ENGINE.wasm < requests, one a line; an answer a line.
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import vm from 'node:vm';

const page = (name) => readFileSync(fileURLToPath(new URL(`page/${name}`, import.meta.url)), 'utf8');
const {Engine} = vm.runInThisContext(`${page('engine.js')}; ({Engine})`);
const engine = await Engine.from(readFileSync(process.argv[2]));

for await (const line of createInterface({input: process.stdin})) {
  const request = JSON.parse(line);
  const began = performance.now();
  let answer;
  try {
    answer = engine.ask(request, Buffer.from(request.bytes || '', 'base64'));
    answer = {json: answer.json, bytes: Buffer.from(answer.bytes).toString('base64')};
  } catch (error) {
    answer = {error: error.message, is_input: error.isInput === true};
  }
  answer.ms = performance.now() - began;
  console.log(JSON.stringify(answer));
}

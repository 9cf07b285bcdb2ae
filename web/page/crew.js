// Workers that share a list of requests. What they bring comes back in the order of the list.
'use strict';

class Crew {
  // `source` is the text of a worker; `wasm` the engine's bytes.
  constructor(source, wasm) {
    this.url = URL.createObjectURL(new Blob([source], {type: 'text/javascript'}));
    this.wasm = wasm;
    this.workers = [];
  }

  // Rejects with the first error; stop() ends it with null.
  run(requests, progress) {
    this.stop();
    const results = new Array(requests.length);
    const size = Math.max(1, Math.min(requests.length, (navigator.hardwareConcurrency || 2) - 1, 8));
    return new Promise((resolve, reject) => {
      let next = 0;
      let done = 0;
      this.stopped = () => resolve(null);
      const end = (settle, value) => {
        this.stopped = null;
        this.stop();
        settle(value);
      };
      const hand = (worker) => {
        if (next < requests.length) worker.postMessage({id: next, request: requests[next++]});
      };
      const hear = (worker, data) => {
        if (data.error !== undefined) return end(reject, new EngineError(data.error, true));
        if (!data.ready) {
          results[data.id] = data.bytes;
          progress(++done / requests.length);
          if (done === requests.length) return end(resolve, results);
        }
        return hand(worker);
      };
      for (let i = 0; i < size; ++i) {
        const worker = new Worker(this.url);
        worker.onmessage = ({data}) => hear(worker, data);
        worker.onerror = (event) => end(reject, new EngineError(event.message, false));
        worker.postMessage({engine: this.wasm});
        this.workers.push(worker);
      }
    });
  }

  stop() {
    for (const worker of this.workers) worker.terminate();
    this.workers = [];
    if (this.stopped) this.stopped();
    this.stopped = null;
  }
}

// Units one behind the other, each with its length before it, as the engine reads them.
const joined = (units) => {
  const all = new Uint8Array(units.reduce((sum, unit) => sum + 4 + unit.length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const unit of units) {
    view.setUint32(at, unit.length, true);
    all.set(unit, at + 4);
    at += 4 + unit.length;
  }
  return all;
};

// The engine as a value: asked with a request, it answers with what the program computes. An instance ends with
// the first error, whose text has the place and the cure; the next request gets a fresh one.
'use strict';

class EngineError extends Error {
  constructor(message, isInput) {
    super(message);
    this.isInput = isInput;
  }
}

class Engine {
  constructor(module) {
    this.module = module;
    this.instance = null;
  }

  static async from(bytes) {
    return new Engine(await WebAssembly.compile(bytes));
  }

  // What the system would give; the engine asks for none of it, but for its libraries' good.
  imports() {
    const refuse = () => 52;  // "not supported", as WASI counts errors
    const system = {proc_exit: () => { throw new EngineError('the engine ended', false); }};
    for (const {module, name} of WebAssembly.Module.imports(this.module)) {
      if (module === 'wasi_snapshot_preview1' && !(name in system)) system[name] = refuse;
    }
    const thrown = (at, size, isInput) => { throw new EngineError(this.text(at, size), isInput === 1); };
    return {wasi_snapshot_preview1: system, page: {thrown}};
  }

  text(at, size) {
    return new TextDecoder().decode(new Uint8Array(this.instance.exports.memory.buffer, at, size));
  }

  // Answers {json, bytes}. `request` has a verb; `bytes` are what an answer held.
  ask(request, bytes = new Uint8Array(0)) {
    if (!this.instance) {
      this.instance = new WebAssembly.Instance(this.module, this.imports());
      this.instance.exports._initialize();
    }
    const call = this.instance.exports;
    try {
      const json = new TextEncoder().encode(JSON.stringify(request));
      const room = call.room(json.length + bytes.length);
      const memory = new Uint8Array(call.memory.buffer);  // which room() may have made anew
      memory.set(json, room);
      memory.set(bytes, room + json.length);
      call.call(json.length);
      const at = call.bytes();
      return {
        json: JSON.parse(this.text(call.answer(), call.answer_size())),
        bytes: new Uint8Array(call.memory.buffer).slice(at, at + call.bytes_size()),
      };
    } catch (error) {
      this.instance = null;
      if (error instanceof EngineError) throw error;
      throw new EngineError(String(error.message || error), false);
    }
  }
}

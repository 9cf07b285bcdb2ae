// A worker's part: it gets the engine's bytes once, then requests one by one.
'use strict';

let engine = null;

onmessage = async ({data}) => {
  if (data.engine) {
    engine = await Engine.from(data.engine);
    postMessage({ready: true});
    return;
  }
  try {
    const {bytes} = engine.ask(data.request);
    postMessage({id: data.id, bytes}, [bytes.buffer]);
  } catch (error) {
    postMessage({id: data.id, error: error.message});
  }
};

// Loaded before the API: answers messages with its health, measured after a garbage collection, so that only retained
// memory counts.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', (message) => {
  if (message !== 'health?') return;
  globalThis.gc?.();
  const { heapUsed } = process.memoryUsage();
  const all = process.getActiveResourcesInfo(); // what keeps the process busy or running, by kind
  process.send?.({
    heap: heapUsed / 1024 / 1024,
    handles: all.length,
    sockets: all.filter((kind) => kind.startsWith('TCPSocket')).length,
    timers: all.filter((kind) => kind === 'Timeout').length,
    delayP99: delay.percentile(99) / 1e6,
    delayMax: delay.max / 1e6,
  });
  delay.reset();
});

import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { post } from './api-client.js';
import type { RunningServer } from './servers.js';
import { median } from './table.js';

/** One who asks again as soon as there is an answer. */
export interface Asker {
  headers: Record<string, string>;
  body: string;
}
export interface Throughput {
  perSecond: number;
  p50: number;
  /** Milliseconds of processor time that the server took for a request. */
  cpu: number;
}

const HERTZ = 100; // of the kernel's clock ticks, on every Linux that Node runs on
function cpuMs({ child }: RunningServer): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / HERTZ;
}

/** Lets all askers ask for some seconds. */
export async function press(server: RunningServer, askers: Asker[], seconds: number): Promise<Throughput> {
  const times: number[] = [];
  const began = performance.now();
  const cpuBefore = cpuMs(server);
  const end = began + seconds * 1000;
  await Promise.all(
    askers.map(async ({ headers, body }) => {
      for (let now = performance.now(); now < end;) {
        const answer = await post(server.origin, body, headers);
        if (!answer.body.startsWith('{"data":{')) throw new Error(answer.body.slice(0, 500));
        const after = performance.now();
        times.push(after - now);
        now = after;
      }
    }),
  );
  const cpu = (cpuMs(server) - cpuBefore) / times.length;
  return { perSecond: (times.length * 1000) / (performance.now() - began), p50: median(times), cpu };
}

/** The middle of each figure. */
export function middle(rounds: Throughput[]): Throughput {
  const of = (key: keyof Throughput) => median(rounds.map((round) => round[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), cpu: of('cpu') };
}

import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import { post } from './api-client.js';
import type { RunningServer } from './servers.js';
import { median } from './table.js';

/** A client that sends its next request as soon as it has an answer. */
export interface LoadClient {
  headers: Record<string, string>;
  body: string;
}
export interface Throughput {
  perSecond: number;
  p50: number;
  /** The server's processor time for a request, in milliseconds. */
  cpu: number;
}

const HERTZ = 100; // the kernel's clock ticks, on every Linux that Node runs on
function cpuMs({ child }: RunningServer): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / HERTZ;
}

/** Runs all clients for some seconds. */
export async function applyLoad(server: RunningServer, clients: LoadClient[], seconds: number): Promise<Throughput> {
  const times: number[] = [];
  const began = performance.now();
  const cpuBefore = cpuMs(server);
  const end = began + seconds * 1000;
  await Promise.all(
    clients.map(async ({ headers, body }) => {
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

/** The median of each figure. */
export function mediansOf(rounds: Throughput[]): Throughput {
  const of = (key: keyof Throughput) => median(rounds.map((round) => round[key]));
  return { perSecond: of('perSecond'), p50: of('p50'), cpu: of('cpu') };
}

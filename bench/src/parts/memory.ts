import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 100;

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
};
const kilobytes = (text: string, name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

/** Every process of a browser that this process has started. */
function browserPids(): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const status = read(`/proc/${name}/status`);
    if (status) parents.set(Number(name), kilobytes(status, 'PPid'));
  }
  const isOurs = (pid: number): boolean => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)!));
  return [...parents.keys()].filter((pid) => pid > 1 && isOurs(pid) && read(`/proc/${pid}/cmdline`).includes('chrom'));
}

/** A browser's share of the machine's memory, shared parts counted once, in MiB. */
export const browserMemory = (): number =>
  browserPids().reduce((sum, pid) => sum + kilobytes(read(`/proc/${pid}/smaps_rollup`), 'Pss'), 0) / 1024;

/** Samples a growing value. @returns a stop function, which returns the maximum */
export function watchPeak(measure: () => number): () => number {
  let peak = measure();
  const timer = setInterval(() => (peak = Math.max(peak, measure())), EVERY_MS);
  return () => {
    clearInterval(timer);
    return Math.max(peak, measure());
  };
}

/** The memory of all processes of a PostgreSQL, found by one of them, shared parts counted once, in MiB. */
export function postgresMemory(pid: number): number {
  const parent = (of: string | number) => kilobytes(read(`/proc/${of}/status`), 'PPid');
  const postmaster = parent(pid);
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parent(name) === postmaster);
  const pss = (of: string | number) => kilobytes(read(`/proc/${of}/smaps_rollup`), 'Pss');
  return [postmaster, ...all].reduce<number>((sum, of) => sum + pss(of), 0) / 1024;
}

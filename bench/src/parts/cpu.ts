import { readFileSync } from 'node:fs';

/** Ticks of the kernel's accounting in a second (`getconf CLK_TCK`, 100 on every Linux of today). */
const TICKS = 100;

/** Processor time that a process has taken so far, its threads included. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command's name may hold anything: count from behind it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

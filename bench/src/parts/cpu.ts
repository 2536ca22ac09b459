import { readFileSync } from 'node:fs';

/** Clock ticks of the kernel's accounting in a second (`getconf CLK_TCK`, 100 on every current Linux). */
const TICKS = 100;

/** Processor time of a process so far, including its threads. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command's name may contain any character: count from after it
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

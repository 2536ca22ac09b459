import { createServer } from 'node:net';

const FIRST = 5100;
const LAST = 5900;
/** The API uses its own port, and the two after it for webhooks and caught mails. */
const IN_A_ROW = 6;

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

export async function freePort(): Promise<number> {
  for (let first = FIRST; first < LAST; first += 10) {
    const ports = Array.from({ length: IN_A_ROW }, (_, i) => first + i);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
  throw new Error(`no ${IN_A_ROW} free ports in a row between ${FIRST} and ${LAST}`);
}

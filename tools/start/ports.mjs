// Six ports in a row; that one is taken is better said before minutes of building than after.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './say.mjs';

const NAMES = {
  http: 'the pages and the API',
  signalling: "LiveKit's signalling",
  mediaTcp: 'media by TCP',
  mediaUdp: 'media by UDP',
  hook: "LiveKit's news",
  database: 'the database',
};

const isTcpFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }) => resolve(code !== 'EADDRINUSE' && code !== 'EACCES'));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });

const isUdpFree = (port, host) =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', ({ code }) => resolve(code !== 'EADDRINUSE' && code !== 'EACCES'));
    socket.bind(port, host, () => socket.close(() => resolve(true)));
  });

/** An earlier Tandem whose launcher was killed needs some seconds to end. */
const PORT_TIMEOUT_MS = 8_000;
const AGAIN_MS = 200;

/** Throws a Problem for the first port that stays taken. Those that this start does not open are not checked. */
export async function checkPorts({ ports, lan, livekit, hasDatabase }, { timeoutMs = PORT_TIMEOUT_MS } = {}) {
  const pages = lan ? [undefined] : ['127.0.0.1', '::1'];
  const checks = [...pages.map((host) => ['http', isTcpFree, host]), ['hook', isTcpFree, '127.0.0.1']];
  if (!livekit) checks.push(['signalling', isTcpFree, '127.0.0.1'], ['mediaTcp', isTcpFree], ['mediaUdp', isUdpFree]);
  if (!hasDatabase) checks.push(['database', isTcpFree, '127.0.0.1']);
  const deadline = Date.now() + timeoutMs;
  for (const [name, isFree, host] of checks) {
    while (!(await isFree(ports[name], host))) {
      if (Date.now() >= deadline) throw new Problem(portTaken(ports, name));
      await sleep(AGAIN_MS);
    }
  }
}

export const portTaken = (ports, name) =>
  `Port ${ports[name]} (${NAMES[name]}) is taken: stop what uses it, or choose other ports, as in PORT=${otherPort(ports)} npm start.`;

const otherPort = ({ http }) => (http + 100 <= 65_000 ? http + 100 : http - 100);

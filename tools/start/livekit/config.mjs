// The configuration of the LiveKit server, and the keys that it shares with the API.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { ownAddress } from '../own-address.mjs';
import { Problem } from '../say.mjs';

const isLoopback = (address) => address === '::1' || address.startsWith('127.');

/**
 * @param {{ ports: { signalling: number, mediaTcp: number, mediaUdp: number, hook: number },
 *   keys: { apiKey: string, apiSecret: string }, nodeIp?: string }} wanted `nodeIp` is where browsers send sound and
 *   pictures to, left out for those of this machine alone; its signalling stays on loopback, the API hands it on
 */
export function liveKitConfig({ ports, keys, nodeIp }, interfaces = networkInterfaces()) {
  return {
    port: ports.signalling,
    bind_addresses: ['127.0.0.1'],
    keys: { [keys.apiKey]: keys.apiSecret },
    rtc: {
      udp_port: ports.mediaUdp,
      use_external_ip: false,
      ...addresses(nodeIp, ports, interfaces),
    },
    // Rooms are the API's to make, and it makes one again whenever a seat asks for it.
    room: { auto_create: false, empty_timeout: 60, departure_timeout: 20 },
    webhook: { api_key: keys.apiKey, urls: [`http://127.0.0.1:${ports.hook}/livekit/webhook`] },
    logging: { level: 'info', json: true },
  };
}

function addresses(nodeIp, ports, interfaces) {
  if (nodeIp) return isLoopback(nodeIp) ? loopback(nodeIp) : network(nodeIp, ports, interfaces);
  const own = ownAddress(interfaces);
  return own ? thisMachine(own) : loopback('127.0.0.1');
}

/** No TCP: its port would be open on every address, and UDP never fails inside a machine. */
const loopback = (nodeIp) => ({
  node_ip: nodeIp,
  tcp_port: 0,
  enable_loopback_candidate: true,
  ips: { includes: ['127.0.0.0/8'] },
});

/**
 * Both are offered: Firefox gathers no loopback address, and pairs none of its others with one; loopback is there when the
 * network goes. A node_ip would take the place of every address, and ICE then fails from either; without one only a server
 * of ICE lite asks no STUN server on the internet for its own address.
 */
const thisMachine = (own) => ({
  use_ice_lite: true,
  tcp_port: 0,
  enable_loopback_candidate: true,
  ips: { includes: ['127.0.0.0/8', `${own}/32`] },
});

/** The address may be a router's, which is none of ours: then all of ours are listened on. Without a list IPv6 is used. */
function network(nodeIp, ports, interfaces) {
  const ours = Object.values(interfaces).flatMap((list) => list.filter(({ internal }) => !internal));
  const chosen = ours.filter(({ address }) => address === nodeIp);
  const listened = chosen.length ? chosen : ours.filter(({ family }) => family === 'IPv4');
  const includes = listened.map(({ address }) => `${address}/${isIPv4(address) ? 32 : 128}`);
  return { node_ip: nodeIp, tcp_port: ports.mediaTcp, ips: { includes } };
}

/** Random, made at the first start and kept in the data folder for its owner alone. */
export function ownKeys(dataDir) {
  const file = path.join(dataDir, 'livekit.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const keys = { apiKey: `API${randomBytes(8).toString('hex')}`, apiSecret: randomBytes(32).toString('base64url') };
    writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  }
  const keys = readKeys(file);
  if (keys) return keys;
  throw new Problem(`${file} is damaged: remove it, the next start makes new keys.`);
}

function readKeys(file) {
  try {
    const { apiKey, apiSecret } = JSON.parse(readFileSync(file, 'utf8'));
    return apiKey && apiSecret && { apiKey, apiSecret };
  } catch {
    return undefined;
  }
}

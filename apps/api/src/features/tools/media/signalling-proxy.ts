import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Livekit } from './livekit.js';
import type { Uses } from '../../../platform/index.js';
import { refuseUpgrade } from '../../../platform/http/refuse-upgrade.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Sites } from '../../site/sites/index.js';
import type { GuardStaffRoom } from './staff-room/guard-staff-room.js';
import { isTicketGood } from './rooms/media.policy.js';
import type { MediaRepo } from './rooms/media.repo.js';

interface Deps extends Uses<'clock' | 'log' | 'clientAddress'> {
  repo: MediaRepo;
  sites: Sites;
  settings: Settings;
  sessions: Sessions;
  participants: Participants;
  livekit: Livekit;
  staffRoom: GuardStaffRoom;
}
const PREFIX = '/livekit';
/** The only paths that clients need; other endpoints of the media server are not exposed. */
const SIGNAL_PATHS = new Set(['/rtc', '/rtc/v1']);
/** The only parameters that are forwarded. `publish`, for example, would create a second participant from one token. */
const PARAMETERS = new Set(
  (
    'join_request auto_subscribe adaptive_stream subscriber_allow_pause disable_ice_lite reconnect reconnect_reason sid ' +
    'sdk version protocol client_protocol device_model os os_version browser browser_version network'
  ).split(' '),
);
const HEADERS = new Set(['connection', 'upgrade', 'user-agent']);
const isHandedOn = ([name]: [string, unknown]) => HEADERS.has(name) || name.startsWith('sec-websocket-');
const REFUSED = '403 Forbidden';
const UNREACHABLE = '502 Bad Gateway';
/** A media server that doesn't answer in this time counts as unavailable. */
const ANSWER_WITHIN = 10_000;

interface Knock {
  address: URL;
  token: string;
}
function readKnock({ url, headers }: IncomingMessage): Knock {
  const address = new URL(url ?? '/', 'http://tandem');
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return { address, token: bearer ?? address.searchParams.get('access_token') ?? '' };
}
const pathOf = ({ pathname }: URL) => pathname.slice(PREFIX.length);
const questionOf = ({ searchParams }: URL) =>
  String(new URLSearchParams([...searchParams].filter(([name]) => PARAMETERS.has(name))));

/**
 * Proxies the media server's signalling under our own origin. A token alone is not sufficient: the seat must be live,
 * and the token's ticket must be the seat's newest and unused. Browsers send the token in the URL, other clients in a
 * header; only the token that was checked is forwarded. URLs contain tokens, so they are never logged.
 */
export function createSignallingProxy(deps: Deps) {
  const { clock, log, clientAddress, sites, settings, repo, sessions, participants, livekit, staffRoom } = deps;
  const target = new URL(livekit.address.replace(/^ws/, 'http'));
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;

  async function mayEnter(token: string, siteId: string, address: string): Promise<boolean> {
    const shown = await livekit.readToken(token);
    if (!shown) return false;
    const [participant, seat, room] = await Promise.all([
      participants.find(shown.identity),
      repo.findSeat(shown.identity),
      repo.findRoomByName(shown.room),
    ]);
    if (participant?.userId && !(await settings.isStaffAllowed(siteId, address))) return false;
    if (!room) return staffRoom.mayEnter(shown);
    if (participant?.state !== 'SEATED' || room.sessionId !== participant.sessionId || room.closedAt) return false;
    if ((await sessions.find(participant.sessionId))?.state === 'ENDED') return false;
    if (!isTicketGood(seat, shown, clock.now())) return false;
    await repo.useTicket(shown.identity, shown.ticketId, clock.now());
    return true;
  }

  /** Opens the same request at the media server and connects both ends. */
  function pipe(incoming: IncomingMessage, socket: Duplex, head: Buffer, { address, token }: Knock): void {
    const headers = Object.fromEntries(Object.entries(incoming.headers).filter(isHandedOn));
    const outgoing = send({
      host: target.hostname,
      port: target.port,
      path: `${pathOf(address)}?${questionOf(address)}`,
      headers: { ...headers, host: target.host, authorization: `Bearer ${token}` },
    });
    outgoing.on('upgrade', (response, far, farHead: Buffer) => {
      outgoing.setTimeout(0);
      const lines = Object.entries(response.headers).map(([name, value]) => `${name}: ${String(value)}`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      if (farHead.length) socket.write(farHead);
      if (head.length) far.write(head);
      far.pipe(socket).pipe(far);
      far.on('error', () => socket.destroy());
      socket.on('error', () => far.destroy());
      far.on('close', () => socket.destroy());
      socket.on('close', () => far.destroy());
    });
    outgoing.on('response', (response) => refuseUpgrade(socket, `${response.statusCode} ${response.statusMessage}`));
    outgoing.on('error', () => refuseUpgrade(socket, UNREACHABLE));
    outgoing.setTimeout(ANSWER_WITHIN, () => outgoing.destroy(new Error('no answer')));
    socket.on('close', () => outgoing.destroy());
    outgoing.end();
  }

  return async function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const knock = readKnock(incoming);
    const { origin } = incoming.headers;
    const from = clientAddress(incoming).address;
    try {
      const site = await sites.forHost(incoming.headers.host ?? '');
      const isOurs = origin === undefined || (await sites.isOwn(site.id, origin));
      const isSignalPath = SIGNAL_PATHS.has(pathOf(knock.address));
      if (isOurs && isSignalPath && (await mayEnter(knock.token, site.id, from))) pipe(incoming, socket, head, knock);
      else refuseUpgrade(socket, REFUSED);
    } catch (error) {
      log.error({ err: error }, 'a join to the media failed');
      refuseUpgrade(socket, UNREACHABLE);
    }
  };
}

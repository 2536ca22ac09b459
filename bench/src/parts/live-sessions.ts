import { createClient, type Client } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import { ACTOR_HEADER } from '@tandem/contract';
import { ApiClient } from './api-client.js';

const EVENTS = `subscription ($id: ID!, $after: Int!) { sessionEvents(sessionId: $id, after: $after) {
  seq ... on ChatMessageSent { message { id clientId text sentAt sender { id name } } } } }`;
const SEND = 'mutation ($input: SendChatMessageInput!) { sendChatMessage(input: $input) { id } }';
const JOIN = `mutation ($input: JoinSessionInput!) { joinSession(input: $input) { participant { id } } }`;
const BESIDE = 'mutation ($id: ID!) { seatParticipant(participantId: $id, place: BESIDE) { id } }';
const DEVICE = { kind: 'DESKTOP', browser: 'Chromium', system: 'Linux', language: 'en', timeZone: 'UTC' };

interface Event {
  message?: { clientId: string };
}

/** One side of a live session: its client, and a stream of its own. */
class Side {
  private socket: Client | null = null;
  private readonly awaited = new Map<string, { resolve: () => void; reject: (cause: unknown) => void }>();

  constructor(
    readonly client: ApiClient,
    readonly sessionId: string,
  ) {}

  /** Opens the stream as a page does: with its own socket. */
  open(): Promise<void> {
    const { client } = this;
    class OwnSocket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: client.headers } satisfies ClientOptions);
      }
    }
    const socket = createClient({
      url: `${client.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: OwnSocket,
      connectionParams: { actor: client.headers[ACTOR_HEADER] },
      retryAttempts: 0,
      lazy: true,
    });
    this.socket = socket;
    return new Promise((resolve, reject) => {
      const next = ({ data }: { data?: { sessionEvents: Event } | null }) => {
        resolve(); // the first event: the session was started
        const clientId = data?.sessionEvents.message?.clientId;
        if (clientId) this.awaited.get(clientId)?.resolve();
      };
      const variables = { id: this.sessionId, after: 0 };
      const error = (cause: unknown) => {
        const broken = new Error('the stream has broken', { cause });
        for (const waiting of [{ reject }, ...this.awaited.values()]) waiting.reject(broken); // nothing more arrives
      };
      socket.subscribe({ query: EVENTS, variables }, { next, error, complete: () => undefined });
    });
  }

  /** Resolves when the message has arrived. @throws when the stream breaks first */
  awaits(clientId: string): Promise<void> {
    const { awaited } = this;
    return new Promise<void>((resolve, reject) => awaited.set(clientId, { resolve, reject })).finally(() =>
      awaited.delete(clientId),
    );
  }

  async send(clientId: string, text: string): Promise<void> {
    const { sessionId } = this;
    await this.client.ask(SEND, { input: { sessionId, clientId, audience: 'EVERYONE', text } });
  }

  async close(): Promise<void> {
    await this.socket?.dispose();
  }
}

export interface LiveSession {
  csr: Side;
  customer: Side;
}

/** Starts a session, admits a customer, and opens the stream of both. */
export async function openSession(csr: ApiClient): Promise<LiveSession> {
  const { startSession } = await csr.ask<{ startSession: { id: string; number: string } }>(
    'mutation { startSession { id number } }',
  );
  const { id, number } = startSession;
  const customer = new ApiClient(csr.origin, `seat:${id}`);
  const device = { ...DEVICE, canShareScreen: true, hasCamera: true };
  await customer.ask(JOIN, { input: { number, locale: 'en', device } });
  const session = { csr: new Side(csr, id), customer: new Side(customer, id) };
  await Promise.all([session.csr.open(), session.customer.open()]);
  return session;
}

/** A session with this many participants, each with a stream: the CSR, the customer, and secondary customers. */
export async function openGroup(
  csr: ApiClient,
  count: number,
): Promise<{ from: Side; all: Side[]; close(): Promise<void> }> {
  const { startSession } = await csr.ask<{ startSession: { id: string; number: string } }>(
    'mutation { startSession { id number } }',
  );
  const { id, number } = startSession;
  const device = { ...DEVICE, canShareScreen: true, hasCamera: true };
  const all = [new Side(csr, id)];
  for (let i = 1; i < count; i++) {
    const client = new ApiClient(csr.origin, `seat:${id}`);
    const { joinSession } = await client.ask<{ joinSession: { participant: { id: string } } }>(JOIN, {
      input: { number, locale: 'en', device },
    });
    if (i > 1) await csr.ask(BESIDE, { id: joinSession.participant.id });
    all.push(new Side(client, id));
  }
  await Promise.all(all.map((side) => side.open()));
  return { from: all[1]!, all, close: async () => void (await Promise.all(all.map((side) => side.close()))) };
}

/** Sends from one side. @returns milliseconds until each of the others has received it */
export async function timeToAll(from: Side, to: Side[], clientId: string): Promise<number[]> {
  const began = performance.now();
  const arrivals = to.map((side) => side.awaits(clientId).then(() => performance.now() - began));
  await from.send(clientId, `Message ${clientId}, as long as people write`);
  return Promise.all(arrivals);
}

/** Sends from one side. @returns milliseconds until the other side has received it */
export async function timeMessage(from: Side, to: Side, clientId: string): Promise<number> {
  const arrived = to.awaits(clientId);
  const began = performance.now();
  await Promise.all([from.send(clientId, `Message ${clientId}, as long as people write`), arrived]);
  return arrived.then(() => performance.now() - began);
}

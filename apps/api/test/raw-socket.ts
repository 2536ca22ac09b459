import WebSocket from 'ws';
import type { ApiUser } from './api-user.js';

type Message = { type: string; id?: string; payload?: any };

/** A GraphQL socket without a client library, for messages that no library would send. */
export async function openRawSocket(user: ApiUser, payload?: object): Promise<RawSocket> {
  const socket = new WebSocket(`${user.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: user.headers,
  });
  const raw = new RawSocket(socket);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const named = { actor: user.actor, authorization: user.headers.authorization };
  raw.send({ type: 'connection_init', payload: payload ?? named });
  const isAnswered = () => raw.isLetIn || raw.closed !== null;
  while (!isAnswered()) await new Promise((resolve) => socket.once('message', resolve).once('close', resolve));
  return raw;
}

export class RawSocket {
  readonly received: Message[] = [];
  /** The code with which it was closed. */
  closed: number | null = null;

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.received.push(JSON.parse(data.toString()) as Message));
    socket.on('close', (code) => (this.closed = code));
    socket.on('error', () => undefined); // the server closed it: the close event follows
  }

  send(message: Message): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, variables } });
  }

  sendText(text: string): void {
    this.socket.send(text);
  }

  of(id: string, type: string): Message[] {
    return this.received.filter((message) => message.id === id && message.type === type);
  }

  get isLetIn(): boolean {
    return this.received.some(({ type }) => type === 'connection_ack');
  }

  /** Stops reading from the network, until `resume`. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Sends an unrequested pong. */
  pong(): void {
    this.socket.pong(undefined, undefined, () => undefined);
  }

  /** Reads until a message is complete, at most once in this many milliseconds. */
  readSlowly(rest: number): void {
    this.socket.pause();
    const next = setInterval(() => this.socket.resume(), rest);
    this.socket.on('message', () => this.socket.pause());
    this.socket.once('close', () => clearInterval(next));
  }

  cut(): void {
    this.socket.terminate();
  }
}

import WebSocket from 'ws';
import type { ApiUser } from './api-user.js';

type Message = { type: string; id?: string; payload?: any };

/** A GraphQL socket by hand: for what no decent client would send. */
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
  /** The code that it was closed with, once it is. */
  closed: number | null = null;

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.received.push(JSON.parse(data.toString()) as Message));
    socket.on('close', (code) => (this.closed = code));
    socket.on('error', () => undefined); // cut off by the server: its close tells
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

  /** Reads nothing more from the network, until `resume`. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Says that it is there, though nobody asked. */
  pong(): void {
    this.socket.pong(undefined, undefined, () => undefined);
  }

  /** Takes one message, then nothing for a while, and so on. */
  readSlowly(rest: number): void {
    this.socket.on('message', () => {
      this.socket.pause();
      setTimeout(() => this.socket.resume(), rest);
    });
  }

  cut(): void {
    this.socket.terminate();
  }
}

import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface Failure {
  code: string;
  params?: Record<string, unknown>;
  fields?: { path: string; rule: string }[];
}
/** A refusal, thrown by `ask`. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** The fields that every event of the stream has. */
export interface StreamedEvent {
  __typename: string;
  seq: number;
  message?: { clientId: string; text: string };
}

/** One browser (or one integrator) that uses HTTP and WebSocket, with its own cookie jar. */
export class ApiUser {
  private readonly cookies = new Map<string, string>();
  /** As a proxy would forward it. */
  forwardedFor: string | null = null;
  /** The page's origin; null sends none. */
  sentOrigin: string | null;
  token: string | null = null;

  constructor(
    readonly origin: string,
    public actor: string | null = 'staff',
  ) {
    this.sentOrigin = origin;
  }

  get headers(): Record<string, string> {
    return {
      ...(this.sentOrigin && { origin: this.sentOrigin }),
      ...(this.actor && { 'tandem-actor': this.actor }),
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(this.forwardedFor && { 'x-forwarded-for': this.forwardedFor }),
      ...(this.cookies.size && { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    };
  }

  /** Sends a request, and waits like a page when the server limits its rate. @throws Refused */
  async ask<T = any>(query: string, variables: object = {}): Promise<T> {
    for (;;) {
      try {
        return await this.askOnce(query, variables);
      } catch (error) {
        const { code, params } = (error as Partial<Refused>).failure ?? { code: '' };
        if (code !== 'TOO_MANY_REQUESTS' || !params?.perSecond) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1000 * Number(params.retryAfterSeconds)));
      }
    }
  }

  /** @throws Refused */
  async askOnce<T = any>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    const { data, errors } = (await response.json()) as { data: T; errors?: { extensions: Failure }[] };
    if (errors?.[0]) throw new Refused(errors[0].extensions);
    return data;
  }

  /** @returns the code of the refusal, or null */
  async refusal(query: string, variables: object = {}): Promise<string | null> {
    return (await this.failure(query, variables))?.code ?? null;
  }

  /** @returns the whole refusal */
  async failure(query: string, variables: object = {}): Promise<Failure | null> {
    return this.ask(query, variables).then(
      () => null,
      (error: Refused) => error.failure,
    );
  }

  /** Copies the cookie of another browser, as a thief would. */
  takeCookiesOf(other: ApiUser): this {
    for (const [name, value] of other.cookies) this.cookies.set(name, value);
    return this;
  }

  socket(onClosed: (code: number) => void = () => undefined): Client {
    const headers = this.headers;
    class WithHeaders extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers });
        this.on('error', () => undefined); // closed before it was open: the client reports that by its close event
      }
    }
    return createClient({
      url: `${this.origin.replace('http', 'ws')}/graphql`,
      webSocketImpl: WithHeaders,
      connectionParams: { actor: this.actor ?? undefined },
      retryAttempts: 0,
      on: { closed: (event) => onClosed((event as CloseEvent).code) },
    });
  }

  /** @returns the code of the refusal of a stream, or null after its first value */
  refusedStream(query: string): Promise<string | null> {
    const client = this.socket();
    return new Promise<string | null>((resolve) => {
      client.subscribe(
        { query },
        {
          next: ({ errors }) => resolve(errors?.[0] ? String((errors[0].extensions as unknown as Failure).code) : null),
          error: (cause) =>
            resolve(
              Array.isArray(cause) ? (cause as { extensions: Failure }[])[0]!.extensions.code : 'UNAUTHENTICATED',
            ),
          complete: () => resolve(null),
        },
      );
    }).finally(() => client.terminate());
  }

  /** Follows a session until it ends, `stop` is called or the socket is closed. */
  follow(
    sessionId: string,
    after = 0,
  ): { events: StreamedEvent[]; done: Promise<void>; cut(): void; failure(): string | null } {
    const events: StreamedEvent[] = [];
    let failure: string | null = null;
    const client = this.socket();
    const done = new Promise<void>((resolve) => {
      client.subscribe<{ sessionEvents: StreamedEvent }>(
        {
          query: `subscription ($id: ID!, $after: Int!) { sessionEvents(sessionId: $id, after: $after) { __typename seq ... on ChatMessageSent { message { clientId text } } } }`,
          variables: { id: sessionId, after },
        },
        {
          next: ({ data, errors }) => {
            if (errors?.[0]) failure = String((errors[0].extensions as unknown as Failure).code);
            else if (data) events.push(data.sessionEvents);
          },
          error: (cause) => {
            if (Array.isArray(cause)) failure = (cause as { extensions: Failure }[])[0]!.extensions.code;
            else if ((cause as CloseEvent).code >= 4400) failure = 'UNAUTHENTICATED'; // the connection was refused
            resolve();
          },
          complete: resolve,
        },
      );
    });
    return { events, done, cut: () => client.terminate(), failure: () => failure };
  }
}

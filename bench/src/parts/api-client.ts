import { request, Agent, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACTOR_HEADER } from '@tandem/contract';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Closes the connections that are kept for later requests. No request may be running. */
export const closeConnections = (): void => agent.destroy();

interface Refusal {
  extensions: { code: string; params?: { perSecond?: number; retryAfterSeconds?: number } };
}

/** GraphQL like a browser: with cookies, Origin and a named actor. */
export class ApiClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly origin: string,
    public actor: string = 'staff',
  ) {}

  get headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { origin: this.origin, [ACTOR_HEADER]: this.actor, cookie };
  }

  /** Waits, like a page, when the server limits its rate. @throws when the answer has other errors */
  async ask<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    for (;;) {
      const { data, errors } = await this.askOnce<T>(query, variables);
      if (!errors) return data;
      const { code, params } = errors[0]!.extensions;
      if (code !== 'TOO_MANY_REQUESTS' || !params?.perSecond) throw new Error(JSON.stringify(errors));
      await sleep(1000 * (params.retryAfterSeconds ?? 1));
    }
  }

  private async askOnce<T>(query: string, variables: object): Promise<{ data: T; errors?: Refusal[] }> {
    const response = await post(this.origin, JSON.stringify({ query, variables }), this.headers);
    for (const line of response.cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    return JSON.parse(response.body) as { data: T; errors?: Refusal[] };
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.ask('mutation ($input: SignInInput!) { signIn(input: $input) { id } }', { input: { email, password } });
  }
}

export const OWN_PASSWORD = 'a blue kettle sings';

/** The owner, after the first sign-in with the password that the server printed. */
export async function firstSignIn(origin: string, given: { email: string; password: string }): Promise<ApiClient> {
  const owner = new ApiClient(origin);
  await owner.signIn(given.email, given.password);
  await owner.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }', {
    input: { currentPassword: given.password, newPassword: OWN_PASSWORD },
  });
  await owner.ask('mutation { completeFirstRun(input: { siteName: "Acme", locale: en }) { id } }');
  await owner.ask('mutation { finishGuide { id } }');
  return owner;
}

interface Answer {
  body: string;
  cookies: string[];
}

/**
 * One GraphQL request on a kept connection; with less overhead than fetch, so that the client takes little of the
 * machine.
 */
export function post(origin: string, body: string, headers: Record<string, string>): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const length = Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      hostname,
      port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': length, ...headers },
    };
    const call = request(options, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ body: Buffer.concat(parts).toString(), cookies: response.headers['set-cookie'] ?? [] }),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

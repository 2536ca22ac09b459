import { Agent, request } from 'node:https';
import { request as plainRequest } from 'node:http';

interface Answer {
  data?: Record<string, unknown>;
  errors?: { extensions: { code: string } }[];
}

/** GraphQL as another program uses it: with a cookie jar, or with an integrator's token. */
export class ApiUser {
  private cookies = new Map<string, string>();

  constructor(
    private readonly origin: string,
    private readonly token?: string,
  ) {}

  /** @throws when the answer has errors; the message consists of their codes */
  async ask<T = Record<string, never>>(query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.post({ query, variables });
    if (errors) throw new Error(errors.map(({ extensions }) => extensions.code).join(', '));
    return data as T;
  }

  /** Changes a setting of the site, as the administration page does. */
  async setting(key: string, value: unknown): Promise<void> {
    await this.ask('mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }', { i: { key, value } });
  }

  private post(body: object): Promise<Answer> {
    const { origin, token } = this;
    const url = new URL('/graphql', origin);
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : { origin, 'tandem-actor': 'staff' }),
      ...(this.cookies.size && { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') }),
    };
    return new Promise((resolve, reject) => {
      const isSecure = url.protocol === 'https:';
      // the LAN journey checks the certificate in the browser; here only the answer matters
      const options = { method: 'POST', headers, ...(isSecure && { agent: new Agent({ rejectUnauthorized: false }) }) };
      const call = (isSecure ? request : plainRequest)(url, options, (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
          this.cookies.set(name, value);
        }
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(JSON.parse(text) as Answer));
      });
      call.on('error', reject);
      call.end(JSON.stringify(body));
    });
  }
}

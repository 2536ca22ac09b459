import { ACTOR_HEADER } from '@tandem/contract';

/** A browser's half of our GraphQL: cookies, Origin and the named actor. */
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

  async ask<T = Record<string, unknown>>(query: string, variables: object = {}): Promise<T> {
    const response = await fetch(`${this.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown[] };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** First sign-in with the password that the server gave out. */
  async signIn(email: string, password: string): Promise<void> {
    const newPassword = 'a bench needs a passphrase 42';
    await this.ask('mutation ($input: SignInInput!) { signIn(input: $input) { id } }', { input: { email, password } });
    const input = { currentPassword: password, newPassword };
    await this.ask('mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }', { input });
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCookie } from 'cookie';

/** Our kinds of cookie. The port is part of the name because browsers share cookies between ports. */
export interface CookieNames {
  staff: string;
  /** Marks a browser in which somebody has signed in before. */
  device: string;
  seat(sessionId: string): string;
}
export const cookieNames = (suffix: string): CookieNames => ({
  staff: `tandem_staff_${suffix}`,
  device: `tandem_device_${suffix}`,
  seat: (sessionId) => `tandem_seat_${suffix}_${sessionId}`,
});

/** Reads the cookies of a request and sets those of its response. */
export interface CookieJar {
  get(name: string): string | undefined;
  set(name: string, value: string, maxAgeSeconds: number): void;
  clear(name: string): void;
}

/** Sets cookies. `Secure` only when the browser used HTTPS: over plain HTTP it would drop them. */
interface Answer {
  to: ServerResponse;
  isSecure: boolean;
}

export function cookieJar(request: IncomingMessage, answer: Answer | null): CookieJar {
  const read = parseCookie(request.headers.cookie ?? '');
  const write = (name: string, value: string, maxAge: number) => {
    if (!answer) throw new Error('a socket can set no cookie');
    const flags = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${answer.isSecure ? '; Secure' : ''}`;
    answer.to.appendHeader('set-cookie', `${name}=${value}; ${flags}`);
  };
  return {
    get: (name) => read[name],
    set: write,
    clear: (name) => write(name, '', 0),
  };
}

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { PATHS } from '@tandem/contract';
import { LIMITS, type AddressFinding } from '@tandem/domain';

const LONGEST_ANSWER = 200;
/** TLS errors: the certificate is for another name, or not trusted. */
const CERTIFICATE = /^(ERR_TLS_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|ERR_SSL_|EPROTO)/;

async function readShort(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk as string;
    if (text.length > LONGEST_ANSWER) break; // this closes the response
  }
  return text;
}

/**
 * Requests one fixed path, at the IP address that the name resolved to, and follows no redirect. Only whether the
 * answer is the expected proof is reported, nothing else of it.
 */
export function askAddress(origin: string, ip: string, expected: string): Promise<AddressFinding> {
  const url = new URL(PATHS.addressCheck, origin);
  const isTls = url.protocol === 'https:';
  const send = isTls ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const outgoing = send({
      host: ip,
      port: url.port || (isTls ? 443 : 80),
      path: url.pathname,
      headers: { host: url.host },
      signal: AbortSignal.timeout(LIMITS.hostAnswer),
      agent: false,
      ...(isTls && { servername: url.hostname }),
    });
    outgoing.on('response', (response) => {
      const isExpected = async () => response.statusCode === 200 && (await readShort(response)) === expected;
      isExpected()
        .then((isOurs) => resolve(isOurs ? 'LEADS_HERE' : 'OTHER_SERVER'))
        .catch(() => resolve('NO_ANSWER'))
        .finally(() => outgoing.destroy());
    });
    outgoing.on('error', ({ code = '' }: NodeJS.ErrnoException) =>
      resolve(CERTIFICATE.test(code) ? 'CERTIFICATE_WRONG' : 'NO_ANSWER'),
    );
    outgoing.end();
  });
}

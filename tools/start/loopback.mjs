// Asks what runs on this machine. Never through a proxy: an agent of its own, because Node's common one may have one.
import http from 'node:http';
import https from 'node:https';

/** @returns {Promise<number | undefined>} the status; undefined when nobody answers in time. Certificates are not checked. */
export function statusOf(url, { timeout }) {
  const isSecure = url.startsWith('https:');
  const agent = isSecure ? new https.Agent({ rejectUnauthorized: false }) : new http.Agent();
  return new Promise((resolve) => {
    const request = (isSecure ? https : http).get(url, { agent, timeout }, (response) =>
      resolve(response.resume().statusCode),
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(undefined));
  });
}

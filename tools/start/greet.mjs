// What a person reads once Tandem runs.
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { ownAddress } from './own-address.mjs';
import { version } from './paths.mjs';
import { say } from './say.mjs';

/**
 * @param {{ origins: string[] }} ready the first address is the one that links are made with
 * @param {object[]} words what the API said before it was ready
 */
export function greet({ origins }, { lan, dataDir, hasOwnCertificate, mediaAddress, publicUrl, livekit }, words) {
  const [origin] = origins;
  say(`\nTandem ${version} is running.`);
  say(`  Console (for you)        ${origin}/console/`);
  say(`  Portal (for customers)   ${origin}/`);
  say(`  Data and logs            ${dataDir}`);
  for (const word of words) passOn(word);
  if (lan && !hasOwnCertificate) tellTrust(dataDir, origin);
  if (publicUrl && !mediaAddress && !livekit) tellMediaAddress();
  else if (!mediaAddress && !livekit && !ownAddress(networkInterfaces())) tellFirefox();
  say('\nPress Ctrl-C to stop.');
}

/** The proxy forwards the pages, and media bypass it. */
function tellMediaAddress() {
  say('\n! PUBLIC_URL is set without MEDIA_ADDRESS: people elsewhere have no audio, video and screens.');
  say('  Set it to the address of this machine that their browsers can reach, as in MEDIA_ADDRESS=203.0.113.5.');
}

/** On the same machine it needs an address that is not loopback. */
function tellFirefox() {
  say('\n! This machine has no network address, so Firefox on it has no audio, video and screens; other browsers do.');
  say('  Connect it to a network and start again, or name an address of its own, as in MEDIA_ADDRESS=192.168.0.7.');
}

function tellTrust(dataDir, origin) {
  say('\nBrowsers warn until they trust the authority that signed the certificate. Once a machine: open');
  say(`  ${origin}/ca.crt   (on this machine also ${path.join(dataDir, 'tls/ca.crt')})`);
  say(
    'and add it to the trusted certificate authorities: in the system settings on Windows, macOS, Android and iOS (there',
  );
  say('also under "Certificate Trust Settings"), in the browser itself with Firefox and with Chromium on Linux.');
}

/** @param {object} word what the API says besides being ready */
export function passOn({ firstSignIn, passwordReset, notice }) {
  if (firstSignIn) tellPassword('First sign-in (you will be asked to change the password)', firstSignIn);
  if (passwordReset) tellPassword('New password (you will be asked to change it at the next sign-in)', passwordReset);
  if (notice) say(`\n! ${notice.message}`);
}

function tellPassword(title, { email, password }) {
  say(`\n${title}:`);
  say(`  Email address  ${email}`);
  say(`  Password       ${password}`);
}

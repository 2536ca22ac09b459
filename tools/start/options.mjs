// What the command line and the environment ask for.
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { ownAddress } from './own-address.mjs';
import { root } from './paths.mjs';
import { Problem } from './say.mjs';

export const USAGE = `npm start                                 on this machine alone, http://localhost:4100
npm start -- --port 4200                  at another port (six in a row are used)
npm start -- --lan                        for other machines too, by HTTPS
npm start -- --lan=192.168.0.7            the same, by this one of your addresses
npm start -- --reset-password <email>     prints a new password for an account
npm start -- --version                    prints the version

docs/operations/running.md lists every setting.`;

const DEFAULT_PORT = 4100;
const PORTS_IN_A_ROW = 6;
const HIGHEST_PORT = 65_535 - PORTS_IN_A_ROW + 1;

/**
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {object} settings of the start. `lan` is the address for other machines, undefined on this one alone, and so is `mediaAddress`; `livekit`
 *   is one that runs elsewhere, or undefined. Settings of the API alone stay in the environment that it inherits.
 */
export function readOptions(args, env, interfaces = networkInterfaces()) {
  const flags = readFlags(args);
  if (flags.help || flags.version) return { isHelp: flags.help, isVersion: flags.version };
  const port = readPort(flags.port ?? (env.PORT || DEFAULT_PORT));
  const lan = flags.lan === undefined ? undefined : flags.lan || ownAddress(interfaces);
  if (lan === null)
    throw new Problem('This machine has no network address: connect it, or name the address as in --lan=192.168.0.7.');
  return {
    port,
    ports: {
      http: port,
      signalling: port + 1,
      mediaTcp: port + 2,
      mediaUdp: port + 3,
      hook: port + 4,
      database: port + 5,
    },
    dataDir: path.resolve(root, env.DATA_DIR || 'data'),
    lan,
    mediaAddress: env.MEDIA_ADDRESS || lan,
    publicUrl: env.PUBLIC_URL || undefined,
    resetPassword: flags.resetPassword,
    livekit: readLivekit(env),
    hasDatabase: Boolean(env.DATABASE_URL),
    hasOwnCertificate: Boolean(env.TLS_CERT_FILE),
  };
}

function readFlags(args) {
  const flags = {};
  const queue = args.flatMap((arg) =>
    /^--[a-z-]+=/.test(arg) ? [arg.replace(/=.*/s, '='), arg.replace(/^[^=]*=/, '')] : [arg],
  );
  const value = (name) => {
    const next = queue.shift();
    if (!next || next.startsWith('--')) throw new Problem(`${name} needs a value after it, as in:\n\n${USAGE}`);
    return next;
  };
  while (queue.length) {
    const arg = queue.shift();
    const name = arg.replace(/=$/, '');
    if (name === '--help' || name === '-h') flags.help = true;
    else if (name === '--version') flags.version = true;
    else if (name === '--port') flags.port = value(name);
    else if (name === '--reset-password') flags.resetPassword = value(name);
    else if (arg === '--lan') flags.lan = '';
    else if (arg === '--lan=') flags.lan = readAddress(value(name));
    else throw new Problem(`${name} isn't an option of npm start. These are:\n\n${USAGE}`);
  }
  return flags;
}

function readAddress(text) {
  if (isIP(text)) return text;
  throw new Problem(`--lan=${text} isn't an address: enter one of this machine's, as in --lan=192.168.0.7.`);
}

function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port;
  throw new Problem(
    `${text} isn't a port that Tandem can use: choose one between 1 and ${HIGHEST_PORT}, as in PORT=4200 npm start.`,
  );
}

function readLivekit({ LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret }) {
  if (!url) return undefined;
  if (apiKey && apiSecret) return { url, apiKey, apiSecret };
  throw new Problem(
    'LIVEKIT_URL is set without its keys: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too, or unset it.',
  );
}

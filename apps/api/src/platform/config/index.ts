import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { withoutEnd } from '@tandem/domain';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { readMail } from './mail.js';

export { ConfigError };

const port = z.coerce.number().int().min(1).max(65535);
/** Addresses, cookies and neighbouring ports derive from it, so it must be known before listening. */
const mainPort = port.max(65535 - 4);
const url = z.url();
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blankIsAbsent, type.optional());
const listOf = (text: string) => text.split(/[\s,]+/).filter(Boolean);
/** Links and cookies are made for a whole host. */
function isOrigin(text: string): boolean {
  const { protocol = '', pathname, search, hash, username } = URL.parse(text) ?? {};
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username;
}
const isNetwork = (text: string) => (text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text));

const environment = z.object({
  PORT: z.preprocess(blankIsAbsent, mainPort.default(4100)),
  LISTEN: z.enum(['loopback', 'all']).default('loopback'),
  LAN_ADDRESS: optional(z.string()),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: optional(url),
  LIVEKIT_URL: optional(url),
  LIVEKIT_API_KEY: optional(z.string()),
  LIVEKIT_API_SECRET: optional(z.string()),
  HOOK_PORT: optional(port),
  SMTP_URL: optional(url),
  MAIL_FROM: optional(z.string()),
  PUBLIC_URL: optional(
    url.refine(isOrigin, 'Tandem has an address of its own, without a path: write it as in https://help.example.com'),
  ),
  TRUSTED_PROXIES: optional(
    z.string().refine((text) => listOf(text).every(isNetwork), 'a list of addresses or networks is expected'),
  ),
  TLS: z.enum(['', 'own-ca']).default(''),
  TLS_CERT_FILE: optional(z.string()),
  TLS_KEY_FILE: optional(z.string()),
  S3_ENDPOINT: optional(url),
  S3_BUCKET: optional(z.string()),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  MASTER_KEY: optional(z.string()),
  MASTER_KEY_FILE: optional(z.string()),
  KEY_SERVICE_URL: optional(url),
  KEY_SERVICE_KEY: z.preprocess(blankIsAbsent, z.string().default('tandem')),
  KEY_SERVICE_TOKEN: optional(z.string()),
  KEY_SERVICE_NAMESPACE: optional(z.string()),
  FILES_QUOTA_MIB: optional(z.coerce.number().positive()),
  CLAMD_ADDRESS: optional(
    z.string().regex(/^(unix:\/.+|[^:\s]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})$/i, 'host:port or unix:/path is expected'),
  ),
  RESET_PASSWORD: optional(z.string()),
  TANDEM_PARENT_PIPE: optional(z.string()),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Config {
  port: number;
  hookPort: number;
  listen: 'loopback' | 'all';
  dataDir: string;
  databaseUrl?: string;
  livekit?: { url: string; apiKey: string; apiSecret: string };
  smtpUrl?: string;
  mailFrom: string;
  tls?: { certFile: string; keyFile: string } | 'own-ca';
  /** Our origins; links use the first one. */
  origins: string[];
  trustedProxies: string[];
  /** A bucket for files; without one they are stored in the data folder. */
  s3?: { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };
  /** The master key that wraps session keys, in base64; or the file that contains it. */
  masterKey?: string;
  masterKeyFile?: string;
  /** A service that wraps session keys instead: Vault's transit engine or a compatible one. */
  keyService?: { url: string; key: string; token?: string; namespace?: string };
  /** Maximum of bytes that files may use on the disk. */
  filesQuota?: number;
  /** A virus scanner that speaks clamd's protocol: `host:port` or `unix:/path`. */
  clamdAddress?: string;
  resetPassword?: string;
  hasParentPipe: boolean;
  logLevel: string;
  /** Part of every cookie's name: browsers share cookies between ports. */
  cookieSuffix: string;
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ConfigError(
      `The setting ${issue.path.join('.')} is not usable (${issue.message}): correct or remove it.`,
    );
  }
  const e = parsed.data;
  if (Boolean(e.TLS_CERT_FILE) !== Boolean(e.TLS_KEY_FILE))
    throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE belong together: set both, or neither.');
  const tls =
    e.TLS_CERT_FILE && e.TLS_KEY_FILE ? { certFile: e.TLS_CERT_FILE, keyFile: e.TLS_KEY_FILE } : e.TLS || undefined;
  return {
    port: e.PORT,
    hookPort: e.HOOK_PORT ?? e.PORT + 4,
    listen: e.LISTEN,
    dataDir: path.resolve(e.DATA_DIR),
    ...(e.DATABASE_URL && { databaseUrl: e.DATABASE_URL }),
    ...readLivekit(e),
    ...readMail(e),
    ...(tls && { tls }),
    origins: originsOf(e, Boolean(tls)),
    trustedProxies: listOf(e.TRUSTED_PROXIES ?? ''),
    ...readS3(e),
    ...(e.MASTER_KEY && { masterKey: e.MASTER_KEY }),
    ...(e.MASTER_KEY_FILE && { masterKeyFile: path.resolve(e.MASTER_KEY_FILE) }),
    ...readKeyService(e),
    ...(e.FILES_QUOTA_MIB && { filesQuota: e.FILES_QUOTA_MIB * 1024 * 1024 }),
    ...(e.CLAMD_ADDRESS && { clamdAddress: e.CLAMD_ADDRESS }),
    ...(e.RESET_PASSWORD && { resetPassword: e.RESET_PASSWORD }),
    hasParentPipe: e.TANDEM_PARENT_PIPE === '1',
    logLevel: e.LOG_LEVEL,
    cookieSuffix: String(e.PORT),
  };
}

function readLivekit(e: z.infer<typeof environment>): Pick<Config, 'livekit'> {
  if (!e.LIVEKIT_URL) return {};
  if (!e.LIVEKIT_API_KEY || !e.LIVEKIT_API_SECRET)
    throw new ConfigError('LIVEKIT_URL is set without LIVEKIT_API_KEY and LIVEKIT_API_SECRET: set all three.');
  return { livekit: { url: e.LIVEKIT_URL, apiKey: e.LIVEKIT_API_KEY, apiSecret: e.LIVEKIT_API_SECRET } };
}

function readS3(e: z.infer<typeof environment>): Pick<Config, 's3'> {
  if (!e.S3_ENDPOINT) return {};
  if (!e.S3_BUCKET || !e.S3_ACCESS_KEY_ID || !e.S3_SECRET_ACCESS_KEY)
    throw new ConfigError(
      'S3_ENDPOINT is set without S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY: set all four.',
    );
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = e;
  return {
    s3: {
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    },
  };
}

function readKeyService(e: z.infer<typeof environment>): Pick<Config, 'keyService'> {
  if (!e.KEY_SERVICE_URL) return {};
  if (e.MASTER_KEY || e.MASTER_KEY_FILE)
    throw new ConfigError('KEY_SERVICE_URL and MASTER_KEY say two things: keys are wrapped by one of them. Set one.');
  return {
    keyService: {
      url: withoutEnd(e.KEY_SERVICE_URL, '/'),
      key: e.KEY_SERVICE_KEY,
      ...(e.KEY_SERVICE_TOKEN && { token: e.KEY_SERVICE_TOKEN }),
      ...(e.KEY_SERVICE_NAMESPACE && { namespace: e.KEY_SERVICE_NAMESPACE }),
    },
  };
}

function originsOf(e: z.infer<typeof environment>, isTls: boolean): string[] {
  const scheme = isTls ? 'https' : 'http';
  const at = (host: string) => new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${e.PORT}`).origin;
  const local = ['localhost', '127.0.0.1', '::1'].map(at);
  const lan = e.LISTEN === 'all' ? privateAddresses().map(at) : [];
  const chosen = e.LAN_ADDRESS ? [at(e.LAN_ADDRESS)] : [];
  const publicUrl = e.PUBLIC_URL ? [new URL(e.PUBLIC_URL).origin] : [];
  return [...new Set([...publicUrl, ...chosen, ...(e.LISTEN === 'all' ? lan : []), ...local])];
}

/** This machine's network addresses, without loopback and link-local ones. */
export function privateAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((address) => !address.internal && !address.address.startsWith('fe80'))
    .map((address) => address.address);
}

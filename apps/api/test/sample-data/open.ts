// The API composed outside the product, with a clock that shows the past: nothing in the product can do that.
import { compose, createPlatform, type Features } from '../../src/main/compose.js';
import { startServer } from '../../src/main/server.js';
import { hashPassword } from '../../src/features/site/auth/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { newId, newReadablePassword } from '../../src/platform/crypto/index.js';
import type { Database } from '../../src/platform/db/index.js';
import { createActs } from '../../src/platform/graphql/index.js';
import { createLog } from '../../src/platform/log/index.js';
import { ApiUser } from '../api-user.js';
import { freePort } from '../free-port.js';
import { SESSION_TYPES, STAFF } from './scripts.js';

/** Settings that prevent effects from the past: no mail is sent, no media server is called, no password is reset. */
const CUT_OFF = { SMTP_URL: '', LIVEKIT_URL: '', RESET_PASSWORD: '', TANDEM_PARENT_PIPE: '', LOG_LEVEL: 'error' };
const UNLIMITED_RATE = { perSecond: 10_000, atOnce: 10_000 };

/** Runs at the usual speed, and can only be set forward. */
export function clockAt(start: Date) {
  let behind = Date.now() - start.getTime();
  const now = () => new Date(Date.now() - behind);
  const wait = (seconds: number) => {
    behind -= seconds * 1000;
    if (behind < 0) throw new Error('The sample week would reach into the future.');
  };
  return { now, wait, goTo: (time: Date) => wait((time.getTime() - now().getTime()) / 1000) };
}
export type PastClock = ReturnType<typeof clockAt>;

export interface Installation {
  origin: string;
  clock: PastClock;
  features: Features;
  sessionTypes: readonly string[];
  /** Password of all sample accounts. */
  password: string;
  signIn(key: string): Promise<ApiUser>;
  /** Resolves when lists and reports are up to date and no background work is left. */
  close(): Promise<void>;
}

export async function openInstallation(env: NodeJS.ProcessEnv, db: Database, clock: PastClock): Promise<Installation> {
  const port = await freePort();
  const config = readConfig({ ...env, ...CUT_OFF, PORT: String(port), PUBLIC_URL: '', LISTEN: 'loopback', TLS: '' });
  const platform = createPlatform({ config, db, clock, log: createLog(config.logLevel) });
  const features = compose(platform);
  const site = await features.sites.ensureFirst();
  await features.auth.firstAccount.ensure(site);
  const server = await startServer(platform, features, { acts: createActs(UNLIMITED_RATE) });
  const origin = `http://localhost:${port}`;
  const password = newReadablePassword();
  await createStaff(features, { siteId: site.id, password, at: clock.now() });
  const signIn = async (key: string) => {
    const user = new ApiUser(origin);
    const { email } = STAFF.find((each) => each.key === key)!;
    await user.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password } });
    return user;
  };
  return {
    ...{ origin, clock, features, password, signIn },
    sessionTypes: await chooseTypes(await signIn('nora')),
    async close() {
      await platform.relay.drain();
      await server.stop();
      await features.stop();
      await platform.relay.stop();
    },
  };
}

/** Accounts from an earlier attempt are reused, with a new password. */
async function createStaff(
  features: Features,
  { siteId, password, at }: { siteId: string; password: string; at: Date },
) {
  const passwordHash = await hashPassword(password);
  for (const { email, name, role, locale } of STAFF) {
    const known = await features.users.findByEmail(siteId, email);
    if (known) await features.users.update(known.id, { passwordHash, mustChangePassword: false });
    else
      await features.users.create({
        ...{ id: newId(), siteId, email, name, role, locale, passwordHash, mustChangePassword: false },
        ...{
          firstSignInAt: null,
          guidedAt: at,
          setUpPutAwayAt: null,
          tabOrder: [],
          dashboardLayout: {},
          organisation: '',
        },
        ...{ pictureId: null, linksFrom: null, disabledAt: null, createdAt: at },
      });
  }
}

/** @returns the site's session types; a site without any gets those of the sample */
async function chooseTypes(administrator: ApiUser): Promise<readonly string[]> {
  const { settings } = await administrator.ask<{ settings: { key: string; value: unknown }[] }>(
    'query { settings { key value } }',
  );
  const types = settings.find(({ key }) => key === 'sessionTypes')!.value as string[];
  if (types.length) return types;
  await administrator.ask('mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }', {
    i: { key: 'sessionTypes', value: SESSION_TYPES },
  });
  return SESSION_TYPES;
}

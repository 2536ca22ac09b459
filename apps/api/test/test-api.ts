import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hash } from '@node-rs/argon2';
import type { Role, SettingKey, SettingValues } from '@tandem/domain';
import { expect } from 'vitest';
import { within } from '../../../tools/test/patience.mjs';
import { compose, createPlatform } from '../src/main/compose.js';
import { startServer } from '../src/main/server.js';
import { readConfig } from '../src/platform/config/index.js';
import { newId } from '../src/platform/crypto/index.js';
import { createDatabase } from '../src/platform/db/index.js';
import { createActs } from '../src/platform/graphql/index.js';
import { createLog } from '../src/platform/log/index.js';
import type { WireLimits } from '../src/platform/http/socket-wire.js';
import type { Rate } from '../src/platform/throttle/bucket.js';
import { ApiUser } from './api-user.js';
import { testDb } from './db/test-db.js';
import { freePort } from './free-port.js';

const PASSWORD = 'a blue kettle sings';
/**
 * Verified like every hash, by the parameters in it, in a thousandth of the time: hundreds of accounts sign in here.
 */
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
/** A customer's computer, as its browser reports it. */
export const DEVICE = {
  kind: 'DESKTOP',
  browser: 'Chrome 142',
  system: 'Windows 11',
  language: 'ko-KR',
  timeZone: 'Asia/Seoul',
  canShareScreen: true,
  hasCamera: true,
};

/** A clock with an offset from the real one that tests change. */
function turnableClock() {
  let turned = 0;
  return {
    now: () => new Date(Date.now() + turned),
    turn: (milliseconds: number) => void (turned += milliseconds),
  };
}

/** Rate limits: tests do in a second what a person does in an hour. */
const UNLIMITED_RATE: Rate = { perSecond: 10_000, atOnce: 10_000 };
interface TestApiOptions {
  /** Changes the address of the database. */
  by?(url: string): string;
  /** How many requests a second one actor may send: the product's own limit where that is tested. */
  actsRate?: Rate;
  /** When a socket that reads nothing is closed, for tests that cannot wait for the product's timeout. */
  wireLimits?: WireLimits;
}

/** The API as it runs, on the test's database, on its own port. */
export async function startTestApi(
  env: Record<string, string> = {},
  { by, actsRate = UNLIMITED_RATE, wireLimits }: TestApiOptions = {},
) {
  const database = await testDb(by);
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tandem-api-'));
  const clock = turnableClock();
  const ports = { HOOK_PORT: String(await freePort()) };
  const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...ports, ...env });
  const db = createDatabase(database.pool, async () => undefined);
  /** One run of the server, started and stopped as `main` does. */
  async function live() {
    const platform = createPlatform({ config, db, clock, log: createLog(config.logLevel) });
    const features = compose(platform);
    const site = await features.sites.ensureFirst();
    await features.participants.resume();
    await features.start();
    const server = await startServer(platform, features, { acts: createActs(actsRate), wireLimits });
    const stop = async () => {
      await server.stop();
      await features.stop();
      await platform.relay.stop();
    };
    return { platform, features, site, stop };
  }
  let life = await live();
  const { site } = life;
  const first = (await life.features.auth.firstAccount.ensure(site))!;
  const origin = `http://localhost:${port}`;

  const owner = new ApiUser(origin);
  await owner.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: first });
  await owner.ask('mutation($i: ChangePasswordInput!) { changePassword(input: $i) { id } }', {
    i: { currentPassword: first.password, newPassword: PASSWORD },
  });
  await owner.ask('mutation { completeFirstRun(input: { siteName: "Acme", locale: en }) { id } }');

  /** A signed-in account with this role, or with a custom role by its id. */
  async function staff(role: Role | (string & {}), siteId = site.id): Promise<ApiUser> {
    const email = `${role.toLowerCase()}-${newId()}@localhost`;
    await database.prisma.user.create({
      data: {
        id: newId(),
        siteId,
        email,
        name: `A ${role}`,
        role,
        locale: 'en',
        passwordHash: await passwordHash,
        mustChangePassword: false,
        createdAt: clock.now(),
      },
    });
    const user = new ApiUser(origin);
    await user.ask('mutation($i: SignInInput!) { signIn(input: $i) { id } }', { i: { email, password: PASSWORD } });
    return user;
  }

  /** A new customer who joins, by number or by the token of an invitation. @throws Refused */
  async function customerBy(
    by: { number: string } | { token: string },
    { name = 'Park Jihun', device = {}, user = new ApiUser(origin, null) } = {},
  ) {
    const input = { ...by, name, locale: 'ko', device: { ...DEVICE, ...device } };
    const { joinSession } = await user.ask(
      'mutation($i: JoinSessionInput!) { joinSession(input: $i) { session { id } participant { id state } } }',
      { i: input },
    );
    user.actor = `seat:${joinSession.session.id as string}`;
    return Object.assign(user, {
      participantId: joinSession.participant.id as string,
      state: joinSession.participant.state as string,
    });
  }

  return {
    origin,
    owner,
    email: first.email,
    password: PASSWORD,
    site,
    clock,
    get platform() {
      return life.platform;
    },
    get features() {
      return life.features;
    },
    prisma: database.prisma,
    staff,
    /** Changes a setting of the site as the owner. */
    async setting<K extends SettingKey>(key: K, value: SettingValues[K]): Promise<void> {
      await owner.ask('mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }', {
        i: { key, value },
      });
    },
    customerBy,
    /** A second CSR in a session. */
    async assistant(sessionId: string): Promise<ApiUser & { participantId: string }> {
      const user = await staff('CSR');
      const { me } = await user.ask('query { me { id name } }');
      const id = newId();
      const now = clock.now();
      const seat = { id, siteId: site.id, sessionId, userId: me.id, name: me.name, createdAt: now, seatedAt: now };
      await database.prisma.participant.create({ data: { ...seat, role: 'ASSISTANT', state: 'SEATED', locale: 'en' } });
      return Object.assign(user, { participantId: id });
    },
    customer: (number: string, how?: Parameters<typeof customerBy>[1]) => customerBy({ number }, how),
    stranger: () => new ApiUser(origin, null),
    /** The events of a session's log, by type. */
    async eventTypes(sessionId: string): Promise<string[]> {
      const where = { stream: `session:${sessionId}` };
      return (await database.prisma.event.findMany({ where, orderBy: { seq: 'asc' } })).map(({ type }) => type);
    },
    /** Report lists are updated from the logs with a delay: waits until they are up to date. */
    async reportsAreCounted(): Promise<void> {
      const undispatched = () => database.prisma.event.count({ where: { dispatchedAt: null } });
      await expect.poll(undispatched, { timeout: within(5000) }).toBe(0);
    },
    /** Simulates the media server's report that it receives this participant's screen. */
    screenArrives: (participantId: string) => life.features.sharing.screenArrived(participantId),
    /** Checks every deadline, as the sweeps do at their intervals. */
    sweep: () => life.platform.sweeper.runAll(),
    /** A live session, of a new CSR unless one is given. */
    async startSession(by?: ApiUser): Promise<{ id: string; number: string; csr: ApiUser }> {
      const csr = by ?? (await staff('CSR'));
      return { ...(await csr.ask('mutation { startSession { id number } }')).startSession, csr };
    },
    /** Stops the installation and starts it again after this time. */
    async restart(downFor = 0): Promise<void> {
      await life.stop();
      clock.turn(downFor);
      life = await live();
    },
    async stop(): Promise<void> {
      await life.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type TestApi = Awaited<ReturnType<typeof startTestApi>>;

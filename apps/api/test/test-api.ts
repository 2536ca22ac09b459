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
/** Checked as every hash is, by what stands in it, and in a thousandth of the time: hundreds of accounts sign in here. */
const passwordHash = hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
/** A customer's computer, as its browser tells of it. */
export const DEVICE = {
  kind: 'DESKTOP',
  browser: 'Chrome 142',
  system: 'Windows 11',
  language: 'ko-KR',
  timeZone: 'Asia/Seoul',
  canShareScreen: true,
  hasCamera: true,
};

/** A clock that stands a while before or after the real one, as far as it was turned. */
function turnableClock() {
  let turned = 0;
  return {
    now: () => new Date(Date.now() + turned),
    turn: (milliseconds: number) => void (turned += milliseconds),
  };
}

/** Tests do in a second what a person does in an hour. */
const WITHOUT_REST: Rate = { perSecond: 10_000, atOnce: 10_000 };
interface TestApiWish {
  /** Leads to the database another way. */
  by?(url: string): string;
  /** How many acts a second are taken of one actor: those of a person, where that is what is tested. */
  actsRate?: Rate;
  /** When a socket of which nothing is taken is given up, where nobody can wait as long as the server does. */
  wireLimits?: WireLimits;
}

/** The API as it runs, on the test's database, at a port of its own. */
export async function startTestApi(
  env: Record<string, string> = {},
  { by, actsRate = WITHOUT_REST, wireLimits }: TestApiWish = {},
) {
  const database = await testDb(by);
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tandem-api-'));
  const clock = turnableClock();
  const ports = { HOOK_PORT: String(await freePort()) };
  const config = readConfig({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', ...ports, ...env });
  const db = createDatabase(database.pool, async () => undefined);
  /** One life of the server, as `main` begins and ends it. */
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

  /** Somebody with this role, or with one of the site's own by its id, signed in. */
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

  /** Somebody new who joins, by number or by the token of an invitation. @throws Refused */
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
    /** The site decides a setting: the owner changes it, as on the screen. */
    async setting<K extends SettingKey>(key: K, value: SettingValues[K]): Promise<void> {
      await owner.ask('mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { value } }', {
        i: { key, value },
      });
    },
    customerBy,
    /** A second representative in a session. */
    async assistant(sessionId: string): Promise<ApiUser & { participantId: string }> {
      const user = await staff('CSR');
      const { me } = await user.ask('query { me { id name } }');
      const id = newId();
      const seat = { id, siteId: site.id, sessionId, role: 'ASSISTANT', state: 'SEATED', userId: me.id, name: me.name };
      const now = clock.now();
      await database.prisma.participant.create({ data: { ...seat, locale: 'en', createdAt: now, seatedAt: now } });
      return Object.assign(user, { participantId: id });
    },
    customer: (number: string, how?: Parameters<typeof customerBy>[1]) => customerBy({ number }, how),
    stranger: () => new ApiUser(origin, null),
    /** What the log of a session holds, by kind. */
    async eventTypes(sessionId: string): Promise<string[]> {
      const where = { stream: `session:${sessionId}` };
      return (await database.prisma.event.findMany({ where, orderBy: { seq: 'asc' } })).map(({ type }) => type);
    },
    /** Lists of reports are counted from the logs, a moment after what they tell of: waits until they tell all of it. */
    async reportsAreCounted(): Promise<void> {
      const untold = () => database.prisma.event.count({ where: { dispatchedAt: null } });
      await expect.poll(untold, { timeout: within(5000) }).toBe(0);
    },
    /** What a media server would say when pictures of this person's screen reach it. */
    screenArrives: (participantId: string) => life.features.sharing.screenArrived(participantId),
    /** Looks at every deadline, as the sweeps do by and by. */
    sweep: () => life.platform.sweeper.runAll(),
    /** A live session, of a CSR of its own unless another is named. */
    async startSession(by?: ApiUser): Promise<{ id: string; number: string; csr: ApiUser }> {
      const csr = by ?? (await staff('CSR'));
      return { ...(await csr.ask('mutation { startSession { id number } }')).startSession, csr };
    },
    /** The same installation, begun anew after this long. */
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

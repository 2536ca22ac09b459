import { consentAsks, consentRule, LIMITS } from '@tandem/domain';
import { after } from '../../../platform/clock/index.js';
import { newId } from '../../../platform/crypto/index.js';
import { Failure, type Context } from '../../../platform/graphql/index.js';
import type { Tx, Uses } from '../../../platform/index.js';
import type { Participants } from '../participants/index.js';
import type { Attendance, Sessions } from '../sessions/index.js';
import type { ConsentUses } from './consent-uses.js';
import type { AskConsentInput } from './consents.inputs.js';
import { covers } from './consents.policy.js';
import type { ConsentRequestRow, ConsentsRepo, GrantRow } from './consents.repo.js';

interface Deps extends Uses<'clock' | 'events'> {
  repo: ConsentsRepo;
  sessions: Sessions;
  participants: Participants;
  uses: ConsentUses;
}
type Asked = Pick<ConsentRequestRow, 'kind' | 'target'>;

const MINUTE = 60_000;

/** Requests a consent from its grantors, or uses an earlier grant that covers it. */
export function createAskConsent({ events, clock, repo, sessions, participants, uses }: Deps) {
  function actOf({ kind, target }: Asked) {
    const ask = consentAsks().find((each) => each.kind === kind && each.target === target);
    if (!ask) throw new Failure('BAD_INPUT', {}, [{ path: 'input.target', rule: 'INVALID' }]);
    return ask.act;
  }

  /** The participants who must consent. */
  async function assertMayAsk(tx: Tx, by: Attendance, { kind }: Asked): Promise<string[]> {
    const { session, seat } = by;
    const people = (await participants.listBySessions([session.id], tx)).filter(({ state }) => state === 'SEATED');
    const customer = people.find(({ role }) => role === 'PRIMARY_CUSTOMER');
    const isEverybody = consentRule(kind).grantors === 'EVERYBODY';
    const grantors = isEverybody ? people.filter(({ id }) => id !== seat.participantId) : customer ? [customer] : [];
    if (grantors.length === 0) throw new Failure('CUSTOMER_NOT_PRESENT');
    if (customer) await uses.of(kind)?.assertMayAsk(tx, by, customer);
    return grantors.map(({ id }) => id);
  }

  /** One open request at a time, and few per minute. An earlier grant needs no request and is not counted. */
  async function assertQuiet(tx: Tx, { session, seat }: Attendance, isSpared: boolean): Promise<void> {
    const by = { askedById: seat.participantId, since: after(clock.now(), -MINUTE) };
    const requests = await repo.listStandingOrRecent(tx, session.id, by);
    const isStanding = ({ state, sessionId }: ConsentRequestRow) => state === 'ASKED' && sessionId === session.id;
    if (requests.some(isStanding)) throw new Failure('SHARE_ALREADY_RUNNING');
    const asked = requests.filter(({ askedById, askedAt }) => askedById === by.askedById && askedAt > by.since);
    if (!isSpared && asked.length >= LIMITS.consentRequestsPerMinute)
      throw new Failure('SHARE_ASKED_TOO_OFTEN', { retryAfterSeconds: MINUTE / 1000 });
  }

  function compose({ session, seat }: Attendance, asked: Asked, grantorIds: string[], grant: GrantRow | undefined) {
    const now = clock.now();
    return {
      id: newId(),
      siteId: session.siteId,
      sessionId: session.id,
      kind: asked.kind,
      target: asked.target,
      state: grant ? 'GRANTED' : 'ASKED',
      askedById: seat.participantId,
      grantorIds,
      allowedByIds: [],
      grantId: grant?.id ?? null,
      isSpared: Boolean(grant),
      askedAt: now,
      dueAt: grant ? null : after(now, LIMITS.consentAnswer),
      endedAt: null,
      endReason: null,
    } satisfies ConsentRequestRow;
  }

  return ({ viewer }: Context, { sessionId, kind, target }: AskConsentInput): Promise<ConsentRequestRow> =>
    events.transaction(async (tx) => {
      const asked = { kind, target: target ?? null };
      const by = await sessions.access.toAct(tx, viewer, sessionId, actOf(asked));
      const grantorIds = await assertMayAsk(tx, by, asked);
      const subject = { ...asked, grantorIds, granteeId: by.seat.participantId };
      const grant = (await repo.listOpenGrants(tx, sessionId)).find((open) => covers(open, subject, clock.now()));
      await assertQuiet(tx, by, grant !== undefined);
      const request = compose(by, asked, grantorIds, grant);
      await repo.createRequest(tx, request);
      const about = { requestId: request.id, kind };
      const dueAt = request.dueAt?.toISOString() ?? null;
      await sessions.log(tx, by, 'consents.asked', { ...about, target: asked.target, grantorIds, dueAt });
      if (grant) await sessions.log(tx, by, 'consents.granted', { ...about, grantId: grant.id, isSpared: true });
      return request;
    });
}
export type AskConsent = ReturnType<typeof createAskConsent>;

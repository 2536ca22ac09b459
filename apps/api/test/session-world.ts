import type { SeatRight } from '@tandem/domain';
import type { ApiUser } from './api-user.js';
import type { TestApi } from './test-api.js';

/** A session with a participant of every role: a share is requested, and an earlier consent is valid. */
export async function fullSession(api: TestApi, rights: SeatRight[] = ['VIEW']) {
  const { id, number, csr } = await api.startSession();
  const customer = await api.customer(number);
  const second = await api.customer(number, { name: 'Choi Yuna' });
  await csr.ask('mutation($p: ID!) { seatParticipant(participantId: $p, place: BESIDE) { id } }', {
    p: second.participantId,
  });
  const waiting = await api.customer(number, { name: 'Somebody' });
  const assistant = await assist(api, number);
  const guest = await expert(api, csr, id);
  for (const { participantId } of [assistant, guest]) await tick(csr, participantId, rights);
  return { id, number, csr, customer, second, waiting, assistant, guest };
}
export type FullSession = Awaited<ReturnType<typeof fullSession>>;

export interface Seated {
  participantId: string;
}

/** A colleague joins by the number. */
export async function assist(api: TestApi, number: string, user?: ApiUser): Promise<ApiUser & Seated> {
  const colleague = user ?? (await api.staff('CSR'));
  const { assistSession } = await colleague.ask(
    'mutation($n: String!) { assistSession(number: $n) { participant { id state } } }',
    { n: number },
  );
  return Object.assign(colleague, { participantId: assistSession.participant.id as string });
}

/** An outside expert joins by a link. */
export async function expert(api: TestApi, csr: ApiUser, sessionId: string, name = 'Dr. Han') {
  return api.customerBy({ token: await expertToken(csr, sessionId, name) }, { name });
}

export async function expertToken(csr: ApiUser, sessionId: string, name = 'Dr. Han'): Promise<string> {
  const { inviteExpert } = await csr.ask('mutation($i: InviteExpertInput!) { inviteExpert(input: $i) { url } }', {
    i: { sessionId, name, organisation: 'Hanbit Software', locale: 'en' },
  });
  return (inviteExpert.url as string).split('/').at(-1)!;
}

export const tick = (csr: ApiUser, id: string, rights: SeatRight[]) =>
  csr.ask('mutation($id: ID!, $r: [SeatRight!]!) { setParticipantRights(participantId: $id, rights: $r) { rights } }', {
    id,
    r: rights,
  });

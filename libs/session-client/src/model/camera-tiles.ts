import { maySeeCamera } from '@tandem/domain';
import type { Participant } from './types';

/** At most this many pictures are shown; a counter opens the others. */
export const MAX_TILES = 4;

/** Who comes first among those who are shown alike. */
const ORDER: readonly Participant['role'][] = [
  'PRIMARY_CUSTOMER',
  'PRIMARY_CSR',
  'ASSISTANT',
  'GUEST_EXPERT',
  'SECONDARY_CUSTOMER',
];

/** Whether a participant's camera is on, and this viewer may see it. */
export const isInSight = (me: Participant | null, owner: Participant | undefined): boolean =>
  me !== null && owner?.state === 'SEATED' && owner.isCameraOn && maySeeCamera(me, owner);

/**
 * The others whose pictures are shown, those with a camera first. Nobody while no camera is on. Supervisors have no camera,
 * and have no place among the pictures.
 */
export function tilesOf(me: Participant | null, participants: readonly Participant[]): Participant[] {
  const others = participants.filter(
    ({ id, state, role }) => state === 'SEATED' && id !== me?.id && ORDER.includes(role),
  );
  if (!others.some((person) => isInSight(me, person))) return [];
  const rank = (person: Participant) => (isInSight(me, person) ? 0 : ORDER.length) + ORDER.indexOf(person.role);
  return others.sort((a, b) => rank(a) - rank(b));
}

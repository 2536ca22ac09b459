import { eachOnce } from '@tandem/domain';
import type { ParticipantRow } from '../../session/participants/index.js';

/** The admitted customers, each once. */
export const customersAmong = (people: readonly ParticipantRow[]): ParticipantRow[] =>
  eachOnce(people.filter(({ role, seatedAt }) => role.endsWith('CUSTOMER') && seatedAt !== null));

import { eachOnce } from '@tandem/domain';
import type { ParticipantRow } from '../../session/participants/index.js';

/** The customers who were let in, each once. */
export const customersAmong = (people: readonly ParticipantRow[]): ParticipantRow[] =>
  eachOnce(people.filter(({ role, seatedAt }) => role.endsWith('CUSTOMER') && seatedAt !== null));

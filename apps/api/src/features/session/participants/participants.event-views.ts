import { isColleague, isSeated, isStaffView, type EventViews, type Seat } from '../sessions/index.js';
import type { ParticipantQueries } from './participants.queries.js';
import {
  ParticipantAgreed,
  ParticipantAway,
  ParticipantDeclined,
  ParticipantDeviceReported,
  ParticipantDisconnected,
  ControlTransferred,
  CustomerSwapped,
  ParticipantJoined,
  ParticipantLeft,
  ParticipantReconnected,
  ParticipantRemoved,
  ParticipantReplaced,
  ParticipantRightsChanged,
  ParticipantWaiting,
} from './participants.types.js';

type About = { participantId: string; isWaiting?: true };
const staffOrOwn = ({ participantId }: About, seat: Seat | null) =>
  seat === null || seat.participantId === participantId || isColleague(seat);
/**
 * Somebody who waits sees only what happens to their own seat, and nobody but staff sees what happens to somebody who
 * waits.
 */
const ownOrSeated = (about: About, seat: Seat | null) =>
  staffOrOwn(about, seat) || (!about.isWaiting && isSeated(seat));

export function addParticipantViews(views: EventViews, { lazy }: ParticipantQueries): void {
  const about = ({ participantId }: About) => ({ participant: lazy(participantId) });
  // people in the waiting room are visible to CSRs and themselves only
  views.add({ type: 'participants.waiting', Class: ParticipantWaiting, fields: about, isVisible: staffOrOwn });
  views.add({
    type: 'participants.declined',
    Class: ParticipantDeclined,
    fields: about,
    isVisible: staffOrOwn,
  });
  views.add({
    type: 'participants.joined',
    changesAbilities: true,
    Class: ParticipantJoined,
    fields: (p) => ({
      ...about(p),
      admittedAs: (_args, { viewer }) => (isStaffView(viewer) && p.admittedAs) || null,
    }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.agreed',
    Class: ParticipantAgreed,
    fields: ({ version, textHash, ...p }) => ({ ...about(p), version, textHash }),
    isVisible: staffOrOwn,
  });
  views.add({
    type: 'participants.left',
    changesAbilities: true,
    Class: ParticipantLeft,
    fields: about,
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.removed',
    changesAbilities: true,
    Class: ParticipantRemoved,
    fields: about,
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.customerSwapped',
    changesAbilities: true,
    Class: CustomerSwapped,
    fields: ({ fromId, toId }) => ({ from: fromId ? lazy(fromId) : null, to: lazy(toId) }),
  });
  views.add({
    type: 'participants.controlTransferred',
    changesAbilities: true,
    Class: ControlTransferred,
    fields: ({ fromId, toId, isTaken }) => ({ from: lazy(fromId), to: lazy(toId), isTaken }),
  });
  views.add({
    type: 'participants.rightsChanged',
    changesAbilities: true,
    Class: ParticipantRightsChanged,
    fields: (p) => ({ ...about(p), rights: p.rights }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.replaced',
    changesAbilities: true,
    Class: ParticipantReplaced,
    fields: (p) => ({ ...about(p), by: lazy(p.byId) }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.disconnected',
    Class: ParticipantDisconnected,
    fields: (p) => ({ ...about(p), lostAt: new Date(p.lostAt) }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.reconnected',
    changesAbilities: true,
    Class: ParticipantReconnected,
    fields: (p) => ({ ...about(p), awaySeconds: p.awaySeconds }),
    isVisible: ownOrSeated,
  });
  views.add({ type: 'participants.away', changesAbilities: true, Class: ParticipantAway, fields: about });
  views.add({
    type: 'participants.deviceReported',
    changesAbilities: true,
    Class: ParticipantDeviceReported,
    fields: about,
    isVisible: staffOrOwn,
  });
}

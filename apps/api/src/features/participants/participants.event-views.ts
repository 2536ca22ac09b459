import { isColleague, isSeated, isStaffView, view, type EventViews, type Seat } from '../sessions/index.js';
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

type About = { participantId: string };
/** Whoever waits sees what happens to the own seat, and nothing else. */
const ownOrSeated = ({ participantId }: About, seat: Seat | null) =>
  seat === null || isSeated(seat) || seat.participantId === participantId;
const staffOrOwn = ({ participantId }: About, seat: Seat | null) =>
  seat === null || seat.participantId === participantId || isColleague(seat);

export function addParticipantViews(views: EventViews, { lazy }: ParticipantQueries): void {
  const about = ({ participantId }: About) => ({ participant: lazy(participantId) });
  // who waits at the door, and is sent away, is between the CSR and that person
  views.add({ type: 'participants.waiting', toView: (p) => view(ParticipantWaiting, about(p)), isVisible: staffOrOwn });
  views.add({
    type: 'participants.declined',
    toView: (p) => view(ParticipantDeclined, about(p)),
    isVisible: staffOrOwn,
  });
  views.add({
    type: 'participants.joined',
    toView: (p) =>
      view(ParticipantJoined, {
        ...about(p),
        admittedAs: (_args, { viewer }) => (isStaffView(viewer) && p.admittedAs) || null,
      }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.agreed',
    toView: ({ version, textHash, ...p }) => view(ParticipantAgreed, { ...about(p), version, textHash }),
    isVisible: staffOrOwn,
  });
  views.add({ type: 'participants.left', toView: (p) => view(ParticipantLeft, about(p)), isVisible: ownOrSeated });
  views.add({
    type: 'participants.removed',
    toView: (p) => view(ParticipantRemoved, about(p)),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.customerSwapped',
    toView: ({ fromId, toId }) => view(CustomerSwapped, { from: fromId ? lazy(fromId) : null, to: lazy(toId) }),
  });
  views.add({
    type: 'participants.controlTransferred',
    toView: ({ fromId, toId, isTaken }) => view(ControlTransferred, { from: lazy(fromId), to: lazy(toId), isTaken }),
  });
  views.add({
    type: 'participants.rightsChanged',
    toView: (p) => view(ParticipantRightsChanged, { ...about(p), rights: p.rights }),
  });
  views.add({
    type: 'participants.replaced',
    toView: (p) => view(ParticipantReplaced, { ...about(p), by: lazy(p.byId) }),
    isVisible: ownOrSeated,
  });
  views.add({
    type: 'participants.disconnected',
    toView: (p) => view(ParticipantDisconnected, { ...about(p), lostAt: new Date(p.lostAt) }),
  });
  views.add({
    type: 'participants.reconnected',
    toView: (p) => view(ParticipantReconnected, { ...about(p), awaySeconds: p.awaySeconds }),
  });
  views.add({ type: 'participants.away', toView: (p) => view(ParticipantAway, about(p)) });
  views.add({
    type: 'participants.deviceReported',
    toView: (p) => view(ParticipantDeviceReported, about(p)),
    isVisible: staffOrOwn,
  });
}

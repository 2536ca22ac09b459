import './media.events.js';
import { createLivekit } from './livekit.js';
import type { Context } from '../../../platform/graphql/index.js';
import type { Platform, Tx } from '../../../platform/index.js';
import type { Participants } from '../../session/participants/index.js';
import type { Sessions } from '../../session/sessions/index.js';
import type { Settings } from '../../site/settings/index.js';
import type { Sites } from '../../site/sites/index.js';
import { createChangeMedia } from './rooms/change-media.js';
import { createHoldCustomer } from './hold/hold-customer.js';
import { addHoldViews, createHoldQueries } from './hold/hold.queries.js';
import { createHoldRepo } from './hold/hold.repo.js';
import { HoldResolver } from './hold/hold.resolver.js';
import { createIsTalkLive } from './rooms/is-talk-live.js';
import { keepRows, keepServer } from './follow-log.js';
import { createGuardStaffRoom } from './staff-room/guard-staff-room.js';
import { createJoinStaffRoom } from './staff-room/join-staff-room.js';
import { createStaffRoomRepo } from './staff-room/staff-room.repo.js';
import { StaffRoomResolver } from './staff-room/staff-room.resolver.js';
import { createJoinMedia } from './rooms/join-media.js';
import { createMediaQueries } from './rooms/media.queries.js';
import { createMediaRepo } from './rooms/media.repo.js';
import { createScreenOf } from './rooms/screen-of.js';
import { MediaResolver } from './rooms/media.resolver.js';
import { createShowCamera } from './rooms/show-camera.js';
import { CameraChanged, CameraShown, MicrophoneChanged } from './rooms/media.types.js';
import { createReconcile } from './rooms/reconcile.js';
import type { ScreenPort } from './screen-port.js';
import { createSignallingProxy } from './signalling-proxy.js';
import { createWebhookListener } from './webhook-listener.js';

export type { ScreenPort } from './screen-port.js';
export type Media = ReturnType<typeof createMedia>;

/**
 * Audio, video and screens: rooms, tickets, and who may publish what. The only place that creates tokens of the media
 * server.
 */
export function createMedia(
  platform: Platform,
  features: { sites: Sites; settings: Settings; sessions: Sessions; participants: Participants },
) {
  const { config, log } = platform;
  const { sessions, participants } = features;
  const repo = createMediaRepo(platform.db);
  const livekit = config.livekit ? createLivekit(config.livekit) : null;
  const holds = createHoldRepo(platform.db);
  const staff = createStaffRoomRepo(platform.db);
  const deps = { ...platform, ...features, repo, holds, staff, livekit };
  const change = createChangeMedia(deps);
  const { lazy } = participants.queries;
  const holdQueries = createHoldQueries({ holds, participants });

  sessions.views.add({
    type: 'media.microphoneChanged',
    Class: MicrophoneChanged,
    fields: ({ participantId, isOn }) => ({ participant: lazy(participantId), isOn }),
  });
  sessions.views.add({
    type: 'media.cameraChanged',
    Class: CameraChanged,
    fields: ({ participantId, isOn }) => ({ participant: lazy(participantId), isOn }),
  });
  sessions.views.add({
    type: 'media.cameraShown',
    Class: CameraShown,
    fields: ({ participantId, viewerId, isShown }) => ({
      participant: lazy(participantId),
      viewer: lazy(viewerId),
      isShown,
    }),
  });
  addHoldViews(sessions, holdQueries);
  sessions.abilities.add('holdCustomer', async ({ session }) =>
    session.state === 'OPEN' ? 'CUSTOMER_NOT_PRESENT' : null,
  );
  sessions.addLiveRule(createIsTalkLive(deps));
  keepRows({ ...deps, change });

  let port: ScreenPort | null = null;
  const screens = () => {
    if (!port) throw new Error('the screen port is not filled');
    return port;
  };
  const server = livekit && connectServer();
  function connectServer() {
    const staffRoom = createGuardStaffRoom({ ...deps, livekit: livekit! });
    const connected = { ...deps, livekit: livekit!, staffRoom, screens };
    const reconcile = createReconcile(connected);
    keepServer(platform, reconcile);
    return {
      reconcile,
      hook: createWebhookListener({ ...platform, livekit: livekit!, reconcile }),
      upgrade: createSignallingProxy(connected),
    };
  }

  return {
    resolvers: [
      new MediaResolver(createJoinMedia(deps), change, createShowCamera(deps), createMediaQueries({ repo })),
      new StaffRoomResolver(createJoinStaffRoom(deps)),
      new HoldResolver(createHoldCustomer(deps), holdQueries),
    ],
    isHeld: async (context: Context, sessionId: string) => (await holdQueries.ofSession(context, sessionId)) !== null,
    isOnHold: async (sessionId: string, tx?: Tx) => (await holds.findOpen(sessionId, tx)) !== null,
    screenOf: createScreenOf({ repo, livekit }),
    fillScreenPort: (filled: ScreenPort) => void (port = filled),
    /** Handles the upgrade requests under `/livekit`; null when no media server is configured. */
    upgrade: server?.upgrade ?? null,
    async start(): Promise<void> {
      await server?.hook.listen(config.hookPort);
      // the media server may still be starting: then it has no participants to remove
      await server?.reconcile
        .all()
        .catch((error: unknown) => log.warn({ err: error }, 'the media server was not reached'));
    },
    stop: async (): Promise<void> => server?.hook.close(),
  };
}

import type { Express } from 'express';
import { createAddresses } from '../features/administration/addresses/index.js';
import { createAgreements } from '../features/administration/agreements/index.js';
import { createAuth } from '../features/site/auth/index.js';
import { createBranding } from '../features/administration/branding/index.js';
import { createChat } from '../features/tools/chat/index.js';
import { createImages } from '../features/site/images/index.js';
import { createFiles } from '../features/tools/files/index.js';
import { createConsents } from '../features/session/consents/index.js';
import { createConcerns } from '../features/tools/concerns/index.js';
import { createHistory } from '../features/site/history/index.js';
import { createIdentity } from '../features/tools/identity/index.js';
import { createMail } from '../features/site/mail/index.js';
import { createInvitations } from '../features/tools/invitations/index.js';
import { createMedia } from '../features/tools/media/index.js';
import { createNotes } from '../features/tools/notes/index.js';
import { createParticipants } from '../features/session/participants/index.js';
import { createReplies } from '../features/tools/replies/index.js';
import { createReports } from '../features/overview/reports/index.js';
import { createRoles } from '../features/site/roles/index.js';
import { createSessions } from '../features/session/sessions/index.js';
import { createSettings } from '../features/site/settings/index.js';
import { createSetup } from '../features/overview/setup/index.js';
import { createSharing } from '../features/tools/sharing/index.js';
import { createSites } from '../features/site/sites/index.js';
import { createStaff } from '../features/administration/staff/index.js';
import { createTemplates } from '../features/administration/templates/index.js';
import { createUsers } from '../features/site/users/index.js';
import { openBlobs } from '../platform/blobs/index.js';
import type { Clock } from '../platform/clock/index.js';
import type { Config } from '../platform/config/index.js';
import type { Database } from '../platform/db/index.js';
import { createEventLog, createHub, createRelay, createTails } from '../platform/events/index.js';
import { createClientAddress } from '../platform/http/client-address.js';
import { createSockets } from '../platform/http/sockets.js';
import type { ContextOf } from '../platform/http/handler.js';
import type { Platform } from '../platform/index.js';
import { createSweeper } from '../platform/jobs/index.js';
import { createKeys } from '../platform/keys/index.js';
import type { Log } from '../platform/log/index.js';
import { createThrottle } from '../platform/throttle/index.js';

export interface Foundations {
  config: Config;
  db: Database;
  clock: Clock;
  log: Log;
}

export function createPlatform(foundations: Foundations): Platform {
  const hub = createHub();
  const events = createEventLog({ ...foundations, hub });
  const throttle = createThrottle(foundations);
  const sweeper = createSweeper(foundations);
  sweeper.add({ name: 'throttle', every: 600_000, run: throttle.sweep });
  const relay = createRelay({ ...foundations, events });
  sweeper.add({ name: 'relay', every: 5_000, run: relay.drain });
  const blobs = openBlobs(foundations.config);
  const keys = createKeys(foundations);
  const clientAddress = createClientAddress({ ...foundations, proxies: foundations.config.trustedProxies });
  const sockets = createSockets();
  const tails = createTails({ events, hub });
  return { ...foundations, hub, events, relay, tails, sweeper, throttle, sockets, clientAddress, blobs, keys };
}

/** Builds everything in the order of the tiers, and supplies the ports. */
export function compose(platform: Platform) {
  // tier 1: identity
  const sites = createSites(platform);
  const users = createUsers(platform, { sites });
  const history = createHistory(platform, { users });
  const settings = createSettings(platform, { sites, users, history });
  const roles = createRoles(platform, { sites, users, history });
  const auth = createAuth(platform, { users, roles, settings });
  const mail = createMail(platform, { settings, users });
  const images = createImages(platform);
  // tier 2: the site's administration
  const branding = createBranding(platform, { sites, users, images, history });
  const templates = createTemplates(platform, { sites, users, mail, settings, branding, history });
  const staff = createStaff(platform, { sites, users, roles, auth, mail, templates });
  const addresses = createAddresses(platform, { sites, users });
  const agreements = createAgreements(platform, { sites, settings, users });
  // tier 3: session core
  const sessions = createSessions(platform, { settings, users, roles });
  const participants = createParticipants(platform, { users, agreements, sessions });
  // tier 4: what people allow
  const consents = createConsents(platform, { sessions, participants });
  // tier 5: session tools
  const invitations = createInvitations(platform, { sessions, participants, mail, users, roles, templates });
  const chat = createChat(platform, { sessions, participants, settings, mail, templates, invitations });
  const notes = createNotes(platform, { sessions, participants });

  const replies = createReplies(platform);
  const media = createMedia(platform, { sites, settings, sessions, participants });
  const sharing = createSharing(platform, { sessions, participants, consents, media });
  media.fillScreenPort(sharing);
  const files = createFiles(platform, { settings, sessions, participants });
  const identity = createIdentity(platform, { users, images, participants });
  const concerns = createConcerns(platform, { sites, users, roles, mail, templates, sessions, participants });
  // tier 6: observers
  const reports = createReports(platform, { sessions, participants, chat, notes });
  const setup = createSetup(platform, { sites, users, mail, branding });

  return {
    sites,
    users,
    auth,
    mail,
    settings,
    images,
    participants,
    reports,
    resolvers: [
      sites,
      settings,
      users,
      roles,
      auth,
      mail,
      identity,
      branding,
      templates,
      staff,
      addresses,
      agreements,
      replies,
      reports,
      setup,
      sessions,
      participants,
      consents,
      invitations,
      chat,
      notes,
      media,
      sharing,
      files,
      concerns,
    ].flatMap((feature): object[] => feature.resolvers),
    media,
    sharing,
    /** HTTP routes next to GraphQL. */
    mount: (app: Express, contextOf: ContextOf) => {
      for (const feature of [addresses, images, branding, reports, files]) feature.mount(app, contextOf);
    },
    /** @param tell reports messages for administrators at the start */
    async start(tell: (sentence: string) => void = () => undefined): Promise<void> {
      await mail.start(tell);
      await media.start();
      await files.start();
    },
    async stop(): Promise<void> {
      await files.stop();
      await media.stop();
      await mail.stop();
      await participants.stop();
    },
    orphanedTypes: sessions.views.classes(),
  };
}
export type Features = ReturnType<typeof compose>;

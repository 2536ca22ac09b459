// Shapes that the database stores as JSON; prisma/schema names them above their columns.
import type { DeviceKind } from './enums.js';

/** What a participant's browser says about itself. */
export interface Device {
  kind: DeviceKind;
  browser: string;
  system: string;
  language: string;
  timeZone: string;
  canShareScreen: boolean;
  hasCamera: boolean;
  /** Screens can be sent in greyscale. Null: unknown. */
  canSendGrey?: boolean | null;
  /** The browser has WebRTC. Null: unknown. */
  hasMedia?: boolean | null;
}

/** An agreement in one language. */
export interface AgreementWords {
  title: string;
  body: string;
}

/** The site's own texts of its join page, in one language; empty: the default. */
export interface BrandingWords {
  title: string;
  lead: string;
  help: string;
  footer: string;
  privacyUrl: string;
}

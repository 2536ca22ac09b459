import type { SessionAct } from '@tandem/domain';
import type { Consents, Media, SessionStore, Sharing } from '@tandem/session-client';
import type { KeyId } from '../keys/keys';
import type { ShareModes } from '../sharing/use-share-mode';

/** Why an act does nothing yet; the key of its sentence. */
export type Missing = 'needsSupportManager' | 'needsCobrowse' | 'needsRecording' | 'needsQueue';

/** Where an act leads on the screen that offers it. */
export interface Places {
  openInvite(): void;
  focusChat(): void;
  /** The people of the session; with an id, that one in sight. */
  focusPeople(id?: string): void;
  focusNotes(): void;
  openFiles(): void;
  openTransfer(): void;
  openAbout(): void;
  askEnd(): void;
}

/** What acts work on: one session as its CSR sees it. */
export interface ActContext {
  store: SessionStore;
  media: Media;
  sharing: Sharing;
  consents: Consents;
  shareModes: ShareModes;
  places: Places;
}

/** Something that a CSR can do in a session. Each feature exports its own; every screen that offers acts draws from them. */
export interface Act {
  /** Key below `labels`: the product's own word. */
  label: string;
  icon: string;
  /** Of a device that is off, where the button stands for its state. */
  iconOff?: string;
  /** Its key in the table of keys. */
  key?: KeyId;
  /** Key in `labels` of the heading of its group. */
  group?: string;
  /** What the server must allow, and the mutation that it ends in; null for what is not there yet. */
  ability: SessionAct | null;
  mutation: string | null;
  missing?: Missing;
  /** Whose media must be connected: one's own, or the customer's as well. */
  media?: 'OWN' | 'BOTH';
  /** The act that does the next best thing. */
  instead?: string;
  /** Of an act that stands for a state. */
  isOn?(context: ActContext): boolean;
  run?(context: ActContext): unknown;
}
/** An act in its present state. */
export interface ShownAct<Id extends string = string> extends Omit<Act, 'isOn'> {
  id: Id;
  isToggle: boolean;
  isOn: boolean;
  /** Why it can't be used now. */
  reason: string | null;
  /** An alternative that can be used. */
  next: { id: Id; label: string } | null;
}
export type Acts = Readonly<Record<string, Act>>;

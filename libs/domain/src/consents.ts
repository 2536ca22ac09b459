import type { GrantDuration, ParticipantRole, ShareTarget } from './enums.js';
import type { Cell } from './seat-rights.js';

/** What a consent may be about, where there is something to choose. */
export type ConsentTarget = ShareTarget;

interface ConsentRule {
  /** What may be asked, each with the act that asks for it. */
  asks: readonly { target: ConsentTarget | null; act: string }[];
  /** Which roles may ask. */
  askers: Readonly<Partial<Record<ParticipantRole, Cell>>>;
  /** Who must allow it: the customer who is helped, or everybody else who is in the session. */
  grantors: 'CUSTOMER' | 'EVERYBODY';
  /** A yes counts for those whom the customer was shown as seeing it. */
  namesViewers: boolean;
  /** What may be chosen, the default first. Empty: nothing to choose, it is for once. With EVERYBODY one at most. */
  durations: readonly GrantDuration[];
  /** How many uses a consent for once is good for. */
  uses: number;
  /** A consent of this kind covers every kind that says `isInBlanket`. */
  isBlanket?: true;
  /** Whether a blanket consent spares the question. */
  isInBlanket: boolean;
}

/**
 * Everything that a person is asked to allow. A row is all that a kind of consent needs: question, clock, answer, ability,
 * expiry and report follow from it. Its sentences are the texts under `consents.<kind>`.
 */
export const CONSENT_KINDS = {
  /** The customer's screen is seen by the CSR, and by who is with them. */
  REQUEST_VIEW: {
    asks: [
      { target: 'DESKTOP', act: 'requestViewDesktop' },
      { target: 'APPLICATION', act: 'requestViewApplication' },
    ],
    askers: { PRIMARY_CSR: true },
    grantors: 'CUSTOMER',
    namesViewers: true,
    durations: ['ONCE', 'TEN_MINUTES', 'SESSION'],
    uses: 1,
    isInBlanket: true,
  },
  /** The CSR's screen is shown to the customer. */
  SHARE_VIEW: {
    asks: [
      { target: 'DESKTOP', act: 'shareViewDesktop' },
      { target: 'APPLICATION', act: 'shareViewApplication' },
    ],
    askers: { PRIMARY_CSR: true },
    grantors: 'CUSTOMER',
    namesViewers: false,
    durations: ['ONCE', 'TEN_MINUTES', 'SESSION'],
    uses: 1,
    isInBlanket: true,
  },
} as const satisfies Record<string, ConsentRule>;

export type ConsentKind = keyof typeof CONSENT_KINDS;
export type ConsentAct = (typeof CONSENT_KINDS)[ConsentKind]['asks'][number]['act'];

/** The row of a kind. */
export const consentRule = (kind: ConsentKind): ConsentRule => CONSENT_KINDS[kind];
export const consentKinds = (): ConsentKind[] => Object.keys(CONSENT_KINDS) as ConsentKind[];

/** Each act that asks for a consent, with the row that it belongs to. */
export const consentAsks = () =>
  consentKinds().flatMap((kind) =>
    consentRule(kind).asks.map(({ target, act }) => ({ kind, target, act: act as ConsentAct })),
  );

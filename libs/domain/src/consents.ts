import type { GrantDuration, ParticipantRole, ShareTarget } from './enums.js';
import type { Cell } from './seat-rights.js';

/** What a consent may be about, if there is a choice. */
export type ConsentTarget = ShareTarget;

interface ConsentRule {
  /** What may be requested, each with its act. */
  asks: readonly { target: ConsentTarget | null; act: string }[];
  /** The participant roles that may request it. */
  askers: Readonly<Partial<Record<ParticipantRole, Cell>>>;
  /** Who must consent: the primary customer, or everybody else in the session. */
  grantors: 'CUSTOMER' | 'EVERYBODY';
  /** The consent covers only the viewers who were shown to the customer. */
  namesViewers: boolean;
  /** The durations to choose from, the default first. Empty: always for one use. At most one with EVERYBODY. */
  durations: readonly GrantDuration[];
  /** The number of uses that a consent for one use allows. */
  uses: number;
  /** A grant of this kind covers every kind with `isInBlanket`. */
  isBlanket?: true;
  /** Whether a blanket grant makes a request unnecessary. */
  isInBlanket: boolean;
}

/**
 * Everything that needs a person's consent. A row is all that a kind of consent needs: request, deadline, answer,
 * ability, expiry and report follow from it. Its sentences are the texts under `consents.<kind>`.
 */
export const CONSENT_KINDS = {
  /** The CSR, and the people with them, see the customer's screen. */
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
  /** The CSR's screen is shown to the customer. Nothing of the customer is seen, so each time is a consent of its own. */
  SHARE_VIEW: {
    asks: [
      { target: 'DESKTOP', act: 'shareViewDesktop' },
      { target: 'APPLICATION', act: 'shareViewApplication' },
    ],
    askers: { PRIMARY_CSR: true },
    grantors: 'CUSTOMER',
    namesViewers: false,
    durations: [],
    uses: 1,
    isInBlanket: false,
  },
} as const satisfies Record<string, ConsentRule>;

export type ConsentKind = keyof typeof CONSENT_KINDS;
export type ConsentAct = (typeof CONSENT_KINDS)[ConsentKind]['asks'][number]['act'];

/** The rule of a kind. */
export const consentRule = (kind: ConsentKind): ConsentRule => CONSENT_KINDS[kind];
export const consentKinds = (): ConsentKind[] => Object.keys(CONSENT_KINDS) as ConsentKind[];

/** Each act that requests a consent, with its kind. */
export const consentAsks = () =>
  consentKinds().flatMap((kind) =>
    consentRule(kind).asks.map(({ target, act }) => ({ kind, target, act: act as ConsentAct })),
  );

import { expect, it } from 'vitest';
import { CONSENT_KINDS, consentAsks, consentKinds, consentRule } from './consents.js';

it('each act that asks belongs to one kind and target', () => {
  expect(consentKinds()).toEqual(Object.keys(CONSENT_KINDS));
  expect(consentAsks()).toEqual(
    expect.arrayContaining([
      { kind: 'REQUEST_VIEW', target: 'DESKTOP', act: 'requestViewDesktop' },
      { kind: 'REQUEST_VIEW', target: 'APPLICATION', act: 'requestViewApplication' },
      { kind: 'SHARE_VIEW', target: 'DESKTOP', act: 'shareViewDesktop' },
      { kind: 'SHARE_VIEW', target: 'APPLICATION', act: 'shareViewApplication' },
    ]),
  );
  expect(consentAsks()).toHaveLength(consentKinds().flatMap((kind) => consentRule(kind).asks).length);
  expect(consentRule('SHARE_VIEW')).toBe(CONSENT_KINDS.SHARE_VIEW);
});

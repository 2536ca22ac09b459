const api = 'apps/api/src';
const features = `${api}/features`;

/** Other files that parse texts, and why no person's text reaches them, or only a short one. */
export const UNEXPOSED_FILES: Record<string, string> = {
  [`${features}/site/auth/passwords.ts`]: 'composes a password of at most 200 letters',
  [`${features}/tools/files/clamd.ts`]: 'the answers of our own virus scanner',
  [`${features}/tools/files/magic-numbers.ts`]: 'a list of our own',
  [`${features}/site/mail/mail.queries.ts`]:
    'mails of our own, in which links are found by one pattern with one way through them',
  [`${features}/administration/staff/change-address.ts`]: 'an address of at most 254 letters, cut at its sign',
  [`${features}/site/mail/queue.ts`]: 'the answers of mail servers, cut to one line',
  [`${api}/platform/config/mail.ts`]: 'the environment',
  [`${api}/platform/http/origin.ts`]: 'our own addresses',
  [`${features}/tools/media/signalling-proxy.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${features}/overview/reports/csv-words.ts`]: 'headings of our own',
  [`${features}/site/sites/sites-cache.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${features}/administration/templates/templates.content.ts`]: 'keys of our own rows',
  [`${api}/main/request-context.ts`]:
    'a header: Node takes no head over 16 KiB, and the pattern has one way through it',
  [`${api}/main/graphql-handler.ts`]: 'a header: Node takes no head over 16 KiB',
  [`${api}/platform/blobs/s3-store.ts`]: 'the answers of our own object store',
  [`${api}/platform/config/index.ts`]: 'the environment',
  [`${api}/platform/http/network-of.ts`]: 'an address as we count it',
  [`${api}/platform/http/pages.ts`]: 'an address: Node takes no head over 16 KiB',
  [`${api}/platform/http/client-address.ts`]: 'a header: Node takes no head over 16 KiB',
  [`${api}/platform/tls/certificates.ts`]: 'our own certificates',
  [`${api}/platform/tls/index.ts`]: 'our own addresses',
  'apps/csr-console/src/features/administration/branding/use-branding-text.ts': 'names of our own parts',
  'apps/csr-console/src/pages/admin/AgreementPage.vue': 'names of our own parts',
  'libs/session-client/src/browser/session-storage.ts': 'keys of our own',
  'apps/csr-console/src/features/administration/settings/SettingControl.vue':
    'what its reader has typed there, cut at line ends',
  'apps/customer-portal/src/features/join/NumberField.vue': 'what its reader has typed there, cut to nine digits',
  'apps/customer-portal/src/features/session/room/use-bubble.ts': 'a message, with one way through it',
  'libs/media/src/media-room.ts': 'small packets of the media room, decoded once',
  'libs/session-client/src/browser/detect-device.ts': "its reader's own browser",
};

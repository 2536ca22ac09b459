import { ADMINISTRATORS, ALL, SEE_SETTINGS, STAFF, type Row } from './viewers.js';

/** One line for each field. */
// prettier-ignore
export const ADMINISTRATION_FIELDS: Record<string, Row> = {
  // addresses
  siteAddresses: { allow: SEE_SETTINGS, ask: () => 'query { siteAddresses { installation } }' },
  addSiteAddress: { allow: ADMINISTRATORS, ask: () => 'mutation { addSiteAddress(name: "localhost") { installation } }' },
  removeSiteAddress: { allow: ADMINISTRATORS, ask: ({ host }) => `mutation { removeSiteAddress(host: "${host}") { installation } }`, spoils: true },
  chooseMainAddress: { allow: ADMINISTRATORS, ask: () => 'mutation { chooseMainAddress(host: null) { installation } }' },
  checkSiteAddress: { allow: ADMINISTRATORS, ask: ({ host }) => `mutation { checkSiteAddress(host: "${host}") { finding } }` },

  // agreements
  agreementVersions: { allow: SEE_SETTINGS, ask: () => 'query { agreementVersions { id } }' },
  publishAgreement: { allow: ADMINISTRATORS, ask: () => 'mutation { publishAgreement(input: { texts: [{ locale: ko, title: "t", body: "b" }, { locale: en, title: "t", body: "b" }] }) { id } }' },

  // branding
  brandingChanges: { allow: SEE_SETTINGS, ask: () => 'query { brandingChanges { edges { node { id } } } }' },
  undoBrandingChange: { allow: ADMINISTRATORS, ask: ({ brandingChangeId }) => `mutation { undoBrandingChange(id: "${brandingChangeId}") { changedAt } }`, spoils: true },
  branding: { allow: SEE_SETTINGS, ask: () => 'query { branding { changedAt } }' },
  changeBranding: { allow: ADMINISTRATORS, ask: () => 'mutation { changeBranding(input: { texts: [] }) { changedAt } }' },

  // templates
  mailTemplateChanges: { allow: SEE_SETTINGS, ask: () => 'query { mailTemplateChanges(input: { kind: PASSWORD_LINK, locale: en }) { edges { node { id } } } }' },
  undoMailTemplateChange: { allow: ADMINISTRATORS, ask: ({ templateChangeId }) => `mutation { undoMailTemplateChange(id: "${templateChangeId}") { isDefault } }`, spoils: true },
  mailTemplates: { allow: SEE_SETTINGS, ask: () => 'query { mailTemplates { kind } }' },
  mailPreview: { allow: SEE_SETTINGS, ask: () => 'query { mailPreview(input: { kind: SESSION_MESSAGE, locale: en, body: "{link}" }) { text } }' },
  changeMailTemplate: { allow: ADMINISTRATORS, ask: () => 'mutation { changeMailTemplate(input: { kind: SESSION_MESSAGE, locale: en, body: "{link}" }) { kind } }' },
  resetMailTemplate: { allow: ADMINISTRATORS, ask: () => 'mutation { resetMailTemplate(kind: SESSION_MESSAGE, locale: en) { kind } }' },
  lockMailTemplate: { allow: ['OWNER'], ask: () => 'mutation { lockMailTemplate(kind: SESSION_MESSAGE, locale: en, isLocked: false) { kind } }' },
  sendTestMail: { allow: ADMINISTRATORS, ask: () => 'mutation { sendTestMail(input: { kind: STAFF_INVITATION, locale: en, subject: "s", body: "{link}", button: "b" }) { state } }' },

  // staff
  users: { allow: SEE_SETTINGS, ask: () => 'query { users { edges { node { id } } } }' },
  staffLink: { allow: ALL, ask: () => 'query { staffLink(token: "never given out") { name } }' },
  inviteUser: { allow: ADMINISTRATORS, ask: () => `mutation { inviteUser(input: { email: "${crypto.randomUUID()}@example.org", name: "N", roleId: "CSR", locale: en }) { url } }` },
  changeUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { changeUser(input: { id: "${userId}", name: "N" }) { id } }` },
  disableUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { disableUser(id: "${userId}") { id } }` },
  enableUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { enableUser(id: "${userId}") { id } }` },
  sendUserLink: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { sendUserLink(id: "${userId}") { member { id } } }` },
  withdrawUser: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { withdrawUser(id: "${userId}") }`, spoils: true },
  importUsers: { allow: ADMINISTRATORS, ask: () => 'mutation { importUsers(input: { file: "bWFpbCxuYW1lCg==", isDryRun: true }) { encoding } }' },
  changeMyAddress: { allow: STAFF, ask: () => 'mutation { changeMyAddress(input: { email: "a@b.example", password: "not this one" }) { id } }' },
  changeUserAddress: { allow: ADMINISTRATORS, ask: ({ userId }) => `mutation { changeUserAddress(input: { id: "${userId}", email: "${crypto.randomUUID()}@example.org" }) { id } }`, spoils: true },
  sendAddressLink: { allow: STAFF, ask: () => 'mutation { sendAddressLink }' },
  cancelAddressChange: { allow: STAFF, ask: () => 'mutation { cancelAddressChange }' },
  addressLink: { allow: ALL, ask: () => 'query { addressLink(token: "never given out") { name } }' },
  confirmAddress: { allow: ALL, ask: () => 'mutation { confirmAddress(token: "never given out") }' },
  choosePassword: { allow: ALL, ask: () => 'mutation { choosePassword(input: { token: "never given out", password: "a green kettle sings" }) { id } }' },
  forgotPassword: { allow: ALL, ask: () => `mutation { forgotPassword(input: { email: "${crypto.randomUUID()}@example.org" }) }` },
};

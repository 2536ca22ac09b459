import { ADMINISTRATORS, ALL, SEE_SETTINGS, STAFF, type Row } from './viewers.js';

/** One line for each field. */
// prettier-ignore
export const SITE_FIELDS: Record<string, Row> = {
  // users
  me: { allow: ALL, ask: () => 'query { me { id } }' },
  setMyLocale: { allow: STAFF, ask: () => 'mutation { setMyLocale(locale: en) { id } }' },
  setMyProfile: { allow: STAFF, ask: () => 'mutation { setMyProfile(input: { name: "n", organisation: "" }) { id } }' },
  setMyTabOrder: { allow: STAFF, ask: () => 'mutation { setMyTabOrder(tabs: [SESSION, TOOLS, DESKTOP, APPLICATION]) { id } }' },
  setMyDashboardLayout: {
    allow: STAFF,
    ask: () =>
      'mutation { setMyDashboardLayout(input: { isRailUnfolded: true, isSideFolded: true, sideWidth: 320, sidePart: NOTES, isViewerBarFolded: false, viewerBar: { x: 0, y: 0 }, tiles: { x: 1, y: 0.5 } }) { id } }',
  },
  finishGuide: { allow: STAFF, ask: () => 'mutation { finishGuide { id } }' },
  myAccount: { allow: STAFF, ask: () => 'subscription { myAccount { id } }' },

  // sites
  site: { allow: ALL, ask: () => 'query { site { id } }' },

  // settings
  settings: { allow: SEE_SETTINGS, ask: () => 'query { settings { key value } }' },
  settingChanges: { allow: SEE_SETTINGS, ask: () => 'query { settingChanges { edges { node { id } } } }' },
  mySettings: { allow: STAFF, ask: () => 'query { mySettings { key value } }' },
  completeFirstRun: { allow: ADMINISTRATORS, ask: () => 'mutation { completeFirstRun(input: { siteName: "Acme", locale: en }) { id } }' },
  changeSetting: { allow: ADMINISTRATORS, ask: () => 'mutation { changeSetting(input: { key: sessionMode, value: "MULTI" }) { value } }' },
  undoSettingChange: { allow: ADMINISTRATORS, ask: ({ changeId }) => `mutation { undoSettingChange(id: "${changeId}") { value } }` },
  changeMySetting: { allow: STAFF, ask: () => 'mutation { changeMySetting(key: firstView, value: "FIT") { value } }' },

  // mail
  mailServer: { allow: SEE_SETTINGS, ask: () => 'query { mailServer { state } }' },
  unsentMails: { allow: ADMINISTRATORS, ask: () => 'query { unsentMails { edges { node { id } } } }' },
  tryMailAgain: { allow: ADMINISTRATORS, ask: ({ mailId }) => `mutation { tryMailAgain(id: "${mailId}") }` },
  caughtMails: { allow: ADMINISTRATORS, ask: () => 'query { caughtMails { id } }' },

  // roles
  roles: { allow: SEE_SETTINGS, ask: () => 'query { roles { id } }' },
  roleChanges: { allow: SEE_SETTINGS, ask: () => 'query { roleChanges { edges { node { id } } } }' },
  saveRole: { allow: ADMINISTRATORS, ask: ({ roleId }) => `mutation { saveRole(input: { id: "${roleId}", name: "${roleId}", permissions: ["users.read"] }) { id } }` },
  undoRoleChange: { allow: ADMINISTRATORS, ask: ({ roleChangeId }) => `mutation { undoRoleChange(id: "${roleChangeId}") }` },
  deleteRole: { allow: ADMINISTRATORS, ask: ({ roleId }) => `mutation { deleteRole(id: "${roleId}") }`, spoils: true },

  // auth
  apiTokens: { allow: ADMINISTRATORS, ask: () => 'query { apiTokens { id } }' },
  signIn: { allow: ALL, ask: () => 'mutation { signIn(input: { email: "nobody@localhost", password: "wrong wrong wrong" }) { id } }' },
  signOut: { allow: STAFF, ask: () => 'mutation { signOut }', spoils: true },
  signOutEverywhere: { allow: STAFF, ask: () => 'mutation { signOutEverywhere }', spoils: true },
  changePassword: { allow: STAFF, ask: () => 'mutation { changePassword(input: { currentPassword: "not this one", newPassword: "a green kettle sings" }) { id } }' },
  createApiToken: { allow: ADMINISTRATORS, ask: () => 'mutation { createApiToken(input: { name: "t", scopes: [REPORTS_READ] }) { secret } }' },
  revokeApiToken: { allow: ADMINISTRATORS, ask: ({ tokenId }) => `mutation { revokeApiToken(id: "${tokenId}") { id } }` },
};

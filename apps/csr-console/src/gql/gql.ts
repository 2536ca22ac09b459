/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation ChangeUser($input: ChangeUserInput!) {\n  changeUser(input: $input) {\n    ...StaffParts\n  }\n}": typeof types.ChangeUserDocument,
    "mutation ChangeUserAddress($input: ChangeUserAddressInput!) {\n  changeUserAddress(input: $input) {\n    ...StaffParts\n  }\n}": typeof types.ChangeUserAddressDocument,
    "mutation DeleteRole($id: ID!, $moveToId: ID) {\n  deleteRole(id: $id, moveToId: $moveToId)\n}": typeof types.DeleteRoleDocument,
    "mutation DisableUser($id: ID!) {\n  disableUser(id: $id) {\n    ...StaffParts\n  }\n}": typeof types.DisableUserDocument,
    "mutation EnableUser($id: ID!) {\n  enableUser(id: $id) {\n    ...StaffParts\n  }\n}": typeof types.EnableUserDocument,
    "mutation ImportUsers($input: ImportUsersInput!) {\n  importUsers(input: $input) {\n    encoding\n    rows {\n      line\n      email\n      name\n      role {\n        id\n        name\n      }\n      problems\n    }\n  }\n}": typeof types.ImportUsersDocument,
    "mutation InviteUser($input: InviteUserInput!) {\n  inviteUser(input: $input) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}": typeof types.InviteUserDocument,
    "query RoleChanges($first: Int!, $after: String) {\n  roleChanges(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        roleId\n        from {\n          name\n          permissions\n        }\n        to {\n          name\n          permissions\n        }\n        changedByName\n        changedAt\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": typeof types.RoleChangesDocument,
    "fragment RoleParts on Role {\n  id\n  name\n  permissions\n  version\n  isGrantable\n  mayChange\n  userCount\n}": typeof types.RolePartsFragmentDoc,
    "query Roles {\n  roles {\n    ...RoleParts\n  }\n}": typeof types.RolesDocument,
    "mutation SaveRole($input: SaveRoleInput!) {\n  saveRole(input: $input) {\n    ...RoleParts\n  }\n}": typeof types.SaveRoleDocument,
    "mutation SendUserLink($id: ID!) {\n  sendUserLink(id: $id) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}": typeof types.SendUserLinkDocument,
    "fragment StaffParts on StaffMember {\n  id\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  version\n  name\n  role {\n    id\n    name\n  }\n  locale\n  state\n  isSelf\n  mayChange\n  createdAt\n  lastSeenAt\n  linkExpiresAt\n  linkMail {\n    state\n    failure\n  }\n}": typeof types.StaffPartsFragmentDoc,
    "mutation UndoRoleChange($id: ID!) {\n  undoRoleChange(id: $id)\n}": typeof types.UndoRoleChangeDocument,
    "query Users($search: String!, $roleId: ID, $after: String) {\n  users(search: $search, roleId: $roleId, first: 50, after: $after) {\n    edges {\n      node {\n        ...StaffParts\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  roles {\n    id\n    name\n    isGrantable\n  }\n}": typeof types.UsersDocument,
    "mutation WithdrawUser($id: ID!) {\n  withdrawUser(id: $id)\n}": typeof types.WithdrawUserDocument,
    "mutation AddSiteAddress($name: String!) {\n  addSiteAddress(name: $name) {\n    ...AddressParts\n  }\n}": typeof types.AddSiteAddressDocument,
    "fragment AddressParts on SiteAddresses {\n  installation\n  addresses {\n    host\n    name\n    origin\n    isMain\n    isHere\n    seenAt\n  }\n}": typeof types.AddressPartsFragmentDoc,
    "mutation CheckSiteAddress($host: String!) {\n  checkSiteAddress(host: $host) {\n    finding\n    ip\n    site {\n      ...AddressParts\n    }\n  }\n}": typeof types.CheckSiteAddressDocument,
    "mutation ChooseMainAddress($host: String) {\n  chooseMainAddress(host: $host) {\n    ...AddressParts\n  }\n}": typeof types.ChooseMainAddressDocument,
    "mutation RemoveSiteAddress($host: String!) {\n  removeSiteAddress(host: $host) {\n    ...AddressParts\n  }\n}": typeof types.RemoveSiteAddressDocument,
    "query SiteAddresses {\n  siteAddresses {\n    ...AddressParts\n  }\n}": typeof types.SiteAddressesDocument,
    "fragment AgreementParts on AgreementVersion {\n  id\n  version\n  createdAt\n  createdByName\n  acceptances\n  texts {\n    locale\n    title\n    body\n    hash\n  }\n}": typeof types.AgreementPartsFragmentDoc,
    "query AgreementVersions {\n  agreementVersions {\n    ...AgreementParts\n  }\n}": typeof types.AgreementVersionsDocument,
    "mutation PublishAgreement($input: PublishAgreementInput!) {\n  publishAgreement(input: $input) {\n    ...AgreementParts\n  }\n}": typeof types.PublishAgreementDocument,
    "query Branding {\n  branding {\n    ...BrandingParts\n  }\n}": typeof types.BrandingDocument,
    "query BrandingChanges($first: Int!, $after: String) {\n  brandingChanges(first: $first, after: $after) {\n    ...ContentChanges\n  }\n}": typeof types.BrandingChangesDocument,
    "fragment BrandingParts on SiteBranding {\n  changedAt\n  version\n  changedByName\n  branding {\n    accent\n    logoPath\n    typeface {\n      font\n      path\n      weights\n    }\n    texts {\n      locale\n      title\n      lead\n      help\n      footer\n      privacyUrl\n    }\n  }\n}": typeof types.BrandingPartsFragmentDoc,
    "mutation ChangeBranding($input: BrandingInput!) {\n  changeBranding(input: $input) {\n    ...BrandingParts\n  }\n}": typeof types.ChangeBrandingDocument,
    "mutation UndoBrandingChange($id: ID!) {\n  undoBrandingChange(id: $id) {\n    ...BrandingParts\n  }\n}": typeof types.UndoBrandingChangeDocument,
    "fragment ContentChanges on ContentChangeConnection {\n  edges {\n    node {\n      id\n      parts {\n        name\n        from\n        to\n      }\n      changedAt\n      changedByName\n      isUndoable\n    }\n  }\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n}": typeof types.ContentChangesFragmentDoc,
    "query CaughtMails {\n  caughtMails {\n    id\n    from\n    to\n    subject\n    text\n    html\n    receivedAt\n    hasHiddenLinks\n  }\n}": typeof types.CaughtMailsDocument,
    "query MailServer {\n  mailServer {\n    state\n    host\n    from\n    answer\n  }\n}": typeof types.MailServerDocument,
    "mutation TryMailAgain($id: ID!) {\n  tryMailAgain(id: $id)\n}": typeof types.TryMailAgainDocument,
    "query UnsentMails($first: Int!, $after: String) {\n  unsentMails(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        kind\n        name\n        address\n        subject\n        state\n        failure\n        answer\n        tries\n        createdAt\n        nextTryAt\n        canTryAgain\n        askedByName\n      }\n    }\n  }\n}": typeof types.UnsentMailsDocument,
    "mutation PutSetUpAway($isAway: Boolean!) {\n  putSetUpAway(isAway: $isAway) {\n    ...SetUpParts\n  }\n}": typeof types.PutSetUpAwayDocument,
    "query SetUp {\n  setUp {\n    ...SetUpParts\n  }\n  mailServer {\n    state\n  }\n}": typeof types.SetUpDocument,
    "fragment SetUpParts on SetUp {\n  isPutAway\n  steps {\n    kind\n    isDone\n  }\n}": typeof types.SetUpPartsFragmentDoc,
    "mutation ChangeMySetting($key: SettingKey!, $value: SettingValue) {\n  changeMySetting(key: $key, value: $value) {\n    ...SettingParts\n  }\n}": typeof types.ChangeMySettingDocument,
    "mutation ChangeSetting($input: ChangeSettingInput!) {\n  changeSetting(input: $input) {\n    ...SettingParts\n  }\n}": typeof types.ChangeSettingDocument,
    "query MySettings {\n  mySettings {\n    ...SettingParts\n  }\n}": typeof types.MySettingsDocument,
    "query SettingChanges($key: SettingKey, $first: Int!, $after: String) {\n  settingChanges(key: $key, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        key\n        from\n        to\n        wasLocked\n        isLocked\n        changedAt\n        changedByName\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": typeof types.SettingChangesDocument,
    "fragment SettingParts on Setting {\n  key\n  kind\n  group\n  value\n  version\n  default\n  inherited\n  scope\n  scopes\n  isLocked\n  choices\n  min\n  max\n  canBeOff\n  unit\n  isLong\n  changedAt\n  changedByName\n}": typeof types.SettingPartsFragmentDoc,
    "query Settings {\n  settings {\n    ...SettingParts\n  }\n}": typeof types.SettingsDocument,
    "mutation UndoSettingChange($id: ID!) {\n  undoSettingChange(id: $id) {\n    ...SettingParts\n  }\n}": typeof types.UndoSettingChangeDocument,
    "mutation ChangeMailTemplate($input: MailTemplateInput!) {\n  changeMailTemplate(input: $input) {\n    ...MailTemplateParts\n  }\n}": typeof types.ChangeMailTemplateDocument,
    "mutation LockMailTemplate($kind: MailKind!, $locale: Locale!, $isLocked: Boolean!) {\n  lockMailTemplate(kind: $kind, locale: $locale, isLocked: $isLocked) {\n    ...MailTemplateParts\n  }\n}": typeof types.LockMailTemplateDocument,
    "query MailPreview($input: MailTemplateInput!) {\n  mailPreview(input: $input) {\n    subject\n    text\n    parts {\n      kind\n      text\n      url\n    }\n  }\n}": typeof types.MailPreviewDocument,
    "query MailTemplateChanges($input: MailTemplateChangesInput!) {\n  mailTemplateChanges(input: $input) {\n    ...ContentChanges\n  }\n}": typeof types.MailTemplateChangesDocument,
    "fragment MailTemplateParts on MailTemplate {\n  kind\n  locale\n  subject\n  body\n  button\n  version\n  variables\n  isDefault\n  isLocked\n  mayChange\n  changedAt\n  changedByName\n}": typeof types.MailTemplatePartsFragmentDoc,
    "query MailTemplates {\n  mailTemplates {\n    ...MailTemplateParts\n  }\n}": typeof types.MailTemplatesDocument,
    "mutation ResetMailTemplate($kind: MailKind!, $locale: Locale!) {\n  resetMailTemplate(kind: $kind, locale: $locale) {\n    ...MailTemplateParts\n  }\n}": typeof types.ResetMailTemplateDocument,
    "mutation SendTestMail($input: MailTemplateInput!) {\n  sendTestMail(input: $input) {\n    address\n    state\n    failure\n  }\n}": typeof types.SendTestMailDocument,
    "mutation UndoMailTemplateChange($id: ID!) {\n  undoMailTemplateChange(id: $id) {\n    ...MailTemplateParts\n  }\n}": typeof types.UndoMailTemplateChangeDocument,
    "fragment ApiTokenParts on ApiToken {\n  id\n  name\n  scopes\n  hint\n  createdAt\n  lastUsedAt\n  expiresAt\n  isBound\n  revokedAt\n  hasEnded\n  createdByName\n}": typeof types.ApiTokenPartsFragmentDoc,
    "query ApiTokens {\n  apiTokens {\n    ...ApiTokenParts\n  }\n}": typeof types.ApiTokensDocument,
    "mutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    secret\n    token {\n      ...ApiTokenParts\n    }\n  }\n}": typeof types.CreateApiTokenDocument,
    "mutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id) {\n    ...ApiTokenParts\n  }\n}": typeof types.RevokeApiTokenDocument,
    "query AddressLink($token: String!) {\n  addressLink(token: $token) {\n    name\n    email\n  }\n}": typeof types.AddressLinkDocument,
    "mutation CancelAddressChange($userId: ID!) {\n  cancelAddressChange(userId: $userId)\n}": typeof types.CancelAddressChangeDocument,
    "mutation ChangeMyAddress($input: ChangeMyAddressInput!) {\n  changeMyAddress(input: $input) {\n    ...MeParts\n  }\n}": typeof types.ChangeMyAddressDocument,
    "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...MeParts\n  }\n}": typeof types.ChangePasswordDocument,
    "mutation ChoosePassword($input: ChoosePasswordInput!) {\n  choosePassword(input: $input) {\n    ...MeParts\n  }\n}": typeof types.ChoosePasswordDocument,
    "mutation CompleteFirstRun($input: CompleteFirstRunInput!) {\n  completeFirstRun(input: $input) {\n    ...MeParts\n  }\n}": typeof types.CompleteFirstRunDocument,
    "mutation ConfirmAddress($token: String!) {\n  confirmAddress(token: $token)\n}": typeof types.ConfirmAddressDocument,
    "mutation FinishGuide {\n  finishGuide {\n    ...MeParts\n  }\n}": typeof types.FinishGuideDocument,
    "mutation ForgotPassword($input: ForgotPasswordInput!) {\n  forgotPassword(input: $input)\n}": typeof types.ForgotPasswordDocument,
    "query Me {\n  me {\n    ...MeParts\n  }\n}": typeof types.MeDocument,
    "fragment MeParts on Me {\n  id\n  name\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  isAddressMissing\n  organisation\n  pictureUrl\n  role {\n    id\n    name\n  }\n  locale\n  permissions\n  mustChangePassword\n  isFirstRun\n  isGuided\n  tabOrder\n  dashboardLayout {\n    isRailUnfolded\n    isSideFolded\n    sideWidth\n    sidePart\n    isViewerBarFolded\n    viewerBar {\n      x\n      y\n    }\n    tiles {\n      x\n      y\n    }\n  }\n  site {\n    id\n    name\n    locale\n    areLinksLocal\n    canMail\n  }\n}": typeof types.MePartsFragmentDoc,
    "subscription MyAccount {\n  myAccount {\n    ...MeParts\n  }\n}": typeof types.MyAccountDocument,
    "mutation SendAddressLink($userId: ID!) {\n  sendAddressLink(userId: $userId)\n}": typeof types.SendAddressLinkDocument,
    "mutation SetMyDashboardLayout($input: DashboardLayoutInput!) {\n  setMyDashboardLayout(input: $input) {\n    ...MeParts\n  }\n}": typeof types.SetMyDashboardLayoutDocument,
    "mutation SetMyLocale($locale: Locale!) {\n  setMyLocale(locale: $locale) {\n    ...MeParts\n  }\n}": typeof types.SetMyLocaleDocument,
    "mutation SetMyPicture($dataUrl: String) {\n  setMyPicture(dataUrl: $dataUrl)\n}": typeof types.SetMyPictureDocument,
    "mutation SetMyProfile($input: ProfileInput!) {\n  setMyProfile(input: $input) {\n    ...MeParts\n  }\n}": typeof types.SetMyProfileDocument,
    "mutation SetMyTabOrder($tabs: [DashboardTab!]!) {\n  setMyTabOrder(tabs: $tabs) {\n    ...MeParts\n  }\n}": typeof types.SetMyTabOrderDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...MeParts\n  }\n}": typeof types.SignInDocument,
    "mutation SignOut {\n  signOut\n}": typeof types.SignOutDocument,
    "mutation SignOutEverywhere {\n  signOutEverywhere\n}": typeof types.SignOutEverywhereDocument,
    "query SiteMail {\n  site {\n    canMail\n  }\n}": typeof types.SiteMailDocument,
    "query SiteName {\n  site {\n    name\n  }\n}": typeof types.SiteNameDocument,
    "query StaffLink($token: String!) {\n  staffLink(token: $token) {\n    name\n    email\n    locale\n    isKnown\n  }\n  site {\n    name\n  }\n}": typeof types.StaffLinkDocument,
    "fragment ConcernParts on Concern {\n  id\n  sessionId\n  sessionNumber\n  customerName\n  csrName\n  reportedAt\n  handledAt\n  handledByName\n  mails {\n    address\n    state\n    failure\n  }\n}\n\nquery Concerns($first: Int!, $after: String) {\n  concerns(first: $first, after: $after) {\n    openCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...ConcernParts\n      }\n    }\n  }\n}": typeof types.ConcernPartsFragmentDoc,
    "mutation HandleConcern($id: ID!) {\n  handleConcern(id: $id) {\n    ...ConcernParts\n  }\n}": typeof types.HandleConcernDocument,
    "mutation DescribeSession($input: DescribeSessionInput!) {\n  describeSession(input: $input) {\n    id\n  }\n}": typeof types.DescribeSessionDocument,
    "query LiveSessions {\n  sessions(first: 50, filter: {mine: true, states: [OPEN, ACTIVE]}) {\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}": typeof types.LiveSessionsDocument,
    "query RecentSessions($first: Int!, $after: String, $filter: SessionFilter) {\n  sessions(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}": typeof types.RecentSessionsDocument,
    "fragment SessionListParts on Session {\n  id\n  number\n  state\n  isPractice\n  startedAt\n  endedAt\n  endDueAt\n  endDueReason\n  sessionType\n  trackingCode\n  participants {\n    id\n    name\n    role\n    state\n    isConnected\n    continues\n  }\n}": typeof types.SessionListPartsFragmentDoc,
    "query StartOptions {\n  startOptions {\n    isTrackingCodeRequired\n    sessionTypes\n  }\n}": typeof types.StartOptionsDocument,
    "mutation StartSession($input: StartSessionInput) {\n  startSession(input: $input) {\n    id\n  }\n}": typeof types.StartSessionDocument,
    "mutation AcceptInvitation($id: ID!) {\n  acceptInvitation(id: $id) {\n    session {\n      id\n    }\n  }\n}": typeof types.AcceptInvitationDocument,
    "mutation AssistSession($number: String!) {\n  assistSession(number: $number) {\n    session {\n      id\n    }\n  }\n}": typeof types.AssistSessionDocument,
    "query Colleagues {\n  colleagues {\n    id\n    name\n    email\n    isReachable\n    hasSignedIn\n  }\n}": typeof types.ColleaguesDocument,
    "mutation DeclineInvitation($id: ID!) {\n  declineInvitation(id: $id)\n}": typeof types.DeclineInvitationDocument,
    "mutation InviteColleague($input: InviteColleagueInput!) {\n  inviteColleague(input: $input) {\n    id\n  }\n}": typeof types.InviteColleagueDocument,
    "mutation InviteExpert($input: InviteExpertInput!) {\n  inviteExpert(input: $input) {\n    url\n    message\n  }\n}": typeof types.InviteExpertDocument,
    "mutation LockSession($sessionId: ID!, $isLocked: Boolean!) {\n  lockSession(sessionId: $sessionId, isLocked: $isLocked) {\n    id\n  }\n}": typeof types.LockSessionDocument,
    "subscription MyInvitations {\n  myInvitations {\n    id\n    number\n    from\n    customer\n  }\n}": typeof types.MyInvitationsDocument,
    "mutation RemoveParticipant($participantId: ID!) {\n  removeParticipant(participantId: $participantId) {\n    id\n  }\n}": typeof types.RemoveParticipantDocument,
    "mutation SetParticipantRights($participantId: ID!, $rights: [SeatRight!]!) {\n  setParticipantRights(participantId: $participantId, rights: $rights) {\n    id\n  }\n}": typeof types.SetParticipantRightsDocument,
    "mutation SwapCustomer($participantId: ID!) {\n  swapCustomer(participantId: $participantId) {\n    id\n  }\n}": typeof types.SwapCustomerDocument,
    "mutation TakeControl($sessionId: ID!) {\n  takeControl(sessionId: $sessionId) {\n    id\n  }\n}": typeof types.TakeControlDocument,
    "mutation TransferControl($sessionId: ID!, $toId: ID!) {\n  transferControl(sessionId: $sessionId, toId: $toId) {\n    id\n  }\n}": typeof types.TransferControlDocument,
    "query CannedReplies {\n  cannedReplies {\n    ...CannedReplyParts\n  }\n}": typeof types.CannedRepliesDocument,
    "fragment CannedReplyParts on CannedReply {\n  id\n  isForSite\n  locale\n  short\n  text\n  version\n  useCount\n}": typeof types.CannedReplyPartsFragmentDoc,
    "mutation CountCannedReply($id: ID!) {\n  countCannedReply(id: $id) {\n    id\n    useCount\n  }\n}": typeof types.CountCannedReplyDocument,
    "mutation DeleteCannedReply($id: ID!) {\n  deleteCannedReply(id: $id) {\n    ...CannedReplyParts\n  }\n}": typeof types.DeleteCannedReplyDocument,
    "mutation SaveCannedReply($input: SaveCannedReplyInput!) {\n  saveCannedReply(input: $input) {\n    ...CannedReplyParts\n  }\n}": typeof types.SaveCannedReplyDocument,
    "query Reachable {\n  __typename\n}": typeof types.ReachableDocument,
};
const documents: Documents = {
    "mutation ChangeUser($input: ChangeUserInput!) {\n  changeUser(input: $input) {\n    ...StaffParts\n  }\n}": types.ChangeUserDocument,
    "mutation ChangeUserAddress($input: ChangeUserAddressInput!) {\n  changeUserAddress(input: $input) {\n    ...StaffParts\n  }\n}": types.ChangeUserAddressDocument,
    "mutation DeleteRole($id: ID!, $moveToId: ID) {\n  deleteRole(id: $id, moveToId: $moveToId)\n}": types.DeleteRoleDocument,
    "mutation DisableUser($id: ID!) {\n  disableUser(id: $id) {\n    ...StaffParts\n  }\n}": types.DisableUserDocument,
    "mutation EnableUser($id: ID!) {\n  enableUser(id: $id) {\n    ...StaffParts\n  }\n}": types.EnableUserDocument,
    "mutation ImportUsers($input: ImportUsersInput!) {\n  importUsers(input: $input) {\n    encoding\n    rows {\n      line\n      email\n      name\n      role {\n        id\n        name\n      }\n      problems\n    }\n  }\n}": types.ImportUsersDocument,
    "mutation InviteUser($input: InviteUserInput!) {\n  inviteUser(input: $input) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}": types.InviteUserDocument,
    "query RoleChanges($first: Int!, $after: String) {\n  roleChanges(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        roleId\n        from {\n          name\n          permissions\n        }\n        to {\n          name\n          permissions\n        }\n        changedByName\n        changedAt\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": types.RoleChangesDocument,
    "fragment RoleParts on Role {\n  id\n  name\n  permissions\n  version\n  isGrantable\n  mayChange\n  userCount\n}": types.RolePartsFragmentDoc,
    "query Roles {\n  roles {\n    ...RoleParts\n  }\n}": types.RolesDocument,
    "mutation SaveRole($input: SaveRoleInput!) {\n  saveRole(input: $input) {\n    ...RoleParts\n  }\n}": types.SaveRoleDocument,
    "mutation SendUserLink($id: ID!) {\n  sendUserLink(id: $id) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}": types.SendUserLinkDocument,
    "fragment StaffParts on StaffMember {\n  id\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  version\n  name\n  role {\n    id\n    name\n  }\n  locale\n  state\n  isSelf\n  mayChange\n  createdAt\n  lastSeenAt\n  linkExpiresAt\n  linkMail {\n    state\n    failure\n  }\n}": types.StaffPartsFragmentDoc,
    "mutation UndoRoleChange($id: ID!) {\n  undoRoleChange(id: $id)\n}": types.UndoRoleChangeDocument,
    "query Users($search: String!, $roleId: ID, $after: String) {\n  users(search: $search, roleId: $roleId, first: 50, after: $after) {\n    edges {\n      node {\n        ...StaffParts\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  roles {\n    id\n    name\n    isGrantable\n  }\n}": types.UsersDocument,
    "mutation WithdrawUser($id: ID!) {\n  withdrawUser(id: $id)\n}": types.WithdrawUserDocument,
    "mutation AddSiteAddress($name: String!) {\n  addSiteAddress(name: $name) {\n    ...AddressParts\n  }\n}": types.AddSiteAddressDocument,
    "fragment AddressParts on SiteAddresses {\n  installation\n  addresses {\n    host\n    name\n    origin\n    isMain\n    isHere\n    seenAt\n  }\n}": types.AddressPartsFragmentDoc,
    "mutation CheckSiteAddress($host: String!) {\n  checkSiteAddress(host: $host) {\n    finding\n    ip\n    site {\n      ...AddressParts\n    }\n  }\n}": types.CheckSiteAddressDocument,
    "mutation ChooseMainAddress($host: String) {\n  chooseMainAddress(host: $host) {\n    ...AddressParts\n  }\n}": types.ChooseMainAddressDocument,
    "mutation RemoveSiteAddress($host: String!) {\n  removeSiteAddress(host: $host) {\n    ...AddressParts\n  }\n}": types.RemoveSiteAddressDocument,
    "query SiteAddresses {\n  siteAddresses {\n    ...AddressParts\n  }\n}": types.SiteAddressesDocument,
    "fragment AgreementParts on AgreementVersion {\n  id\n  version\n  createdAt\n  createdByName\n  acceptances\n  texts {\n    locale\n    title\n    body\n    hash\n  }\n}": types.AgreementPartsFragmentDoc,
    "query AgreementVersions {\n  agreementVersions {\n    ...AgreementParts\n  }\n}": types.AgreementVersionsDocument,
    "mutation PublishAgreement($input: PublishAgreementInput!) {\n  publishAgreement(input: $input) {\n    ...AgreementParts\n  }\n}": types.PublishAgreementDocument,
    "query Branding {\n  branding {\n    ...BrandingParts\n  }\n}": types.BrandingDocument,
    "query BrandingChanges($first: Int!, $after: String) {\n  brandingChanges(first: $first, after: $after) {\n    ...ContentChanges\n  }\n}": types.BrandingChangesDocument,
    "fragment BrandingParts on SiteBranding {\n  changedAt\n  version\n  changedByName\n  branding {\n    accent\n    logoPath\n    typeface {\n      font\n      path\n      weights\n    }\n    texts {\n      locale\n      title\n      lead\n      help\n      footer\n      privacyUrl\n    }\n  }\n}": types.BrandingPartsFragmentDoc,
    "mutation ChangeBranding($input: BrandingInput!) {\n  changeBranding(input: $input) {\n    ...BrandingParts\n  }\n}": types.ChangeBrandingDocument,
    "mutation UndoBrandingChange($id: ID!) {\n  undoBrandingChange(id: $id) {\n    ...BrandingParts\n  }\n}": types.UndoBrandingChangeDocument,
    "fragment ContentChanges on ContentChangeConnection {\n  edges {\n    node {\n      id\n      parts {\n        name\n        from\n        to\n      }\n      changedAt\n      changedByName\n      isUndoable\n    }\n  }\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n}": types.ContentChangesFragmentDoc,
    "query CaughtMails {\n  caughtMails {\n    id\n    from\n    to\n    subject\n    text\n    html\n    receivedAt\n    hasHiddenLinks\n  }\n}": types.CaughtMailsDocument,
    "query MailServer {\n  mailServer {\n    state\n    host\n    from\n    answer\n  }\n}": types.MailServerDocument,
    "mutation TryMailAgain($id: ID!) {\n  tryMailAgain(id: $id)\n}": types.TryMailAgainDocument,
    "query UnsentMails($first: Int!, $after: String) {\n  unsentMails(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        kind\n        name\n        address\n        subject\n        state\n        failure\n        answer\n        tries\n        createdAt\n        nextTryAt\n        canTryAgain\n        askedByName\n      }\n    }\n  }\n}": types.UnsentMailsDocument,
    "mutation PutSetUpAway($isAway: Boolean!) {\n  putSetUpAway(isAway: $isAway) {\n    ...SetUpParts\n  }\n}": types.PutSetUpAwayDocument,
    "query SetUp {\n  setUp {\n    ...SetUpParts\n  }\n  mailServer {\n    state\n  }\n}": types.SetUpDocument,
    "fragment SetUpParts on SetUp {\n  isPutAway\n  steps {\n    kind\n    isDone\n  }\n}": types.SetUpPartsFragmentDoc,
    "mutation ChangeMySetting($key: SettingKey!, $value: SettingValue) {\n  changeMySetting(key: $key, value: $value) {\n    ...SettingParts\n  }\n}": types.ChangeMySettingDocument,
    "mutation ChangeSetting($input: ChangeSettingInput!) {\n  changeSetting(input: $input) {\n    ...SettingParts\n  }\n}": types.ChangeSettingDocument,
    "query MySettings {\n  mySettings {\n    ...SettingParts\n  }\n}": types.MySettingsDocument,
    "query SettingChanges($key: SettingKey, $first: Int!, $after: String) {\n  settingChanges(key: $key, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        key\n        from\n        to\n        wasLocked\n        isLocked\n        changedAt\n        changedByName\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": types.SettingChangesDocument,
    "fragment SettingParts on Setting {\n  key\n  kind\n  group\n  value\n  version\n  default\n  inherited\n  scope\n  scopes\n  isLocked\n  choices\n  min\n  max\n  canBeOff\n  unit\n  isLong\n  changedAt\n  changedByName\n}": types.SettingPartsFragmentDoc,
    "query Settings {\n  settings {\n    ...SettingParts\n  }\n}": types.SettingsDocument,
    "mutation UndoSettingChange($id: ID!) {\n  undoSettingChange(id: $id) {\n    ...SettingParts\n  }\n}": types.UndoSettingChangeDocument,
    "mutation ChangeMailTemplate($input: MailTemplateInput!) {\n  changeMailTemplate(input: $input) {\n    ...MailTemplateParts\n  }\n}": types.ChangeMailTemplateDocument,
    "mutation LockMailTemplate($kind: MailKind!, $locale: Locale!, $isLocked: Boolean!) {\n  lockMailTemplate(kind: $kind, locale: $locale, isLocked: $isLocked) {\n    ...MailTemplateParts\n  }\n}": types.LockMailTemplateDocument,
    "query MailPreview($input: MailTemplateInput!) {\n  mailPreview(input: $input) {\n    subject\n    text\n    parts {\n      kind\n      text\n      url\n    }\n  }\n}": types.MailPreviewDocument,
    "query MailTemplateChanges($input: MailTemplateChangesInput!) {\n  mailTemplateChanges(input: $input) {\n    ...ContentChanges\n  }\n}": types.MailTemplateChangesDocument,
    "fragment MailTemplateParts on MailTemplate {\n  kind\n  locale\n  subject\n  body\n  button\n  version\n  variables\n  isDefault\n  isLocked\n  mayChange\n  changedAt\n  changedByName\n}": types.MailTemplatePartsFragmentDoc,
    "query MailTemplates {\n  mailTemplates {\n    ...MailTemplateParts\n  }\n}": types.MailTemplatesDocument,
    "mutation ResetMailTemplate($kind: MailKind!, $locale: Locale!) {\n  resetMailTemplate(kind: $kind, locale: $locale) {\n    ...MailTemplateParts\n  }\n}": types.ResetMailTemplateDocument,
    "mutation SendTestMail($input: MailTemplateInput!) {\n  sendTestMail(input: $input) {\n    address\n    state\n    failure\n  }\n}": types.SendTestMailDocument,
    "mutation UndoMailTemplateChange($id: ID!) {\n  undoMailTemplateChange(id: $id) {\n    ...MailTemplateParts\n  }\n}": types.UndoMailTemplateChangeDocument,
    "fragment ApiTokenParts on ApiToken {\n  id\n  name\n  scopes\n  hint\n  createdAt\n  lastUsedAt\n  expiresAt\n  isBound\n  revokedAt\n  hasEnded\n  createdByName\n}": types.ApiTokenPartsFragmentDoc,
    "query ApiTokens {\n  apiTokens {\n    ...ApiTokenParts\n  }\n}": types.ApiTokensDocument,
    "mutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    secret\n    token {\n      ...ApiTokenParts\n    }\n  }\n}": types.CreateApiTokenDocument,
    "mutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id) {\n    ...ApiTokenParts\n  }\n}": types.RevokeApiTokenDocument,
    "query AddressLink($token: String!) {\n  addressLink(token: $token) {\n    name\n    email\n  }\n}": types.AddressLinkDocument,
    "mutation CancelAddressChange($userId: ID!) {\n  cancelAddressChange(userId: $userId)\n}": types.CancelAddressChangeDocument,
    "mutation ChangeMyAddress($input: ChangeMyAddressInput!) {\n  changeMyAddress(input: $input) {\n    ...MeParts\n  }\n}": types.ChangeMyAddressDocument,
    "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...MeParts\n  }\n}": types.ChangePasswordDocument,
    "mutation ChoosePassword($input: ChoosePasswordInput!) {\n  choosePassword(input: $input) {\n    ...MeParts\n  }\n}": types.ChoosePasswordDocument,
    "mutation CompleteFirstRun($input: CompleteFirstRunInput!) {\n  completeFirstRun(input: $input) {\n    ...MeParts\n  }\n}": types.CompleteFirstRunDocument,
    "mutation ConfirmAddress($token: String!) {\n  confirmAddress(token: $token)\n}": types.ConfirmAddressDocument,
    "mutation FinishGuide {\n  finishGuide {\n    ...MeParts\n  }\n}": types.FinishGuideDocument,
    "mutation ForgotPassword($input: ForgotPasswordInput!) {\n  forgotPassword(input: $input)\n}": types.ForgotPasswordDocument,
    "query Me {\n  me {\n    ...MeParts\n  }\n}": types.MeDocument,
    "fragment MeParts on Me {\n  id\n  name\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  isAddressMissing\n  organisation\n  pictureUrl\n  role {\n    id\n    name\n  }\n  locale\n  permissions\n  mustChangePassword\n  isFirstRun\n  isGuided\n  tabOrder\n  dashboardLayout {\n    isRailUnfolded\n    isSideFolded\n    sideWidth\n    sidePart\n    isViewerBarFolded\n    viewerBar {\n      x\n      y\n    }\n    tiles {\n      x\n      y\n    }\n  }\n  site {\n    id\n    name\n    locale\n    areLinksLocal\n    canMail\n  }\n}": types.MePartsFragmentDoc,
    "subscription MyAccount {\n  myAccount {\n    ...MeParts\n  }\n}": types.MyAccountDocument,
    "mutation SendAddressLink($userId: ID!) {\n  sendAddressLink(userId: $userId)\n}": types.SendAddressLinkDocument,
    "mutation SetMyDashboardLayout($input: DashboardLayoutInput!) {\n  setMyDashboardLayout(input: $input) {\n    ...MeParts\n  }\n}": types.SetMyDashboardLayoutDocument,
    "mutation SetMyLocale($locale: Locale!) {\n  setMyLocale(locale: $locale) {\n    ...MeParts\n  }\n}": types.SetMyLocaleDocument,
    "mutation SetMyPicture($dataUrl: String) {\n  setMyPicture(dataUrl: $dataUrl)\n}": types.SetMyPictureDocument,
    "mutation SetMyProfile($input: ProfileInput!) {\n  setMyProfile(input: $input) {\n    ...MeParts\n  }\n}": types.SetMyProfileDocument,
    "mutation SetMyTabOrder($tabs: [DashboardTab!]!) {\n  setMyTabOrder(tabs: $tabs) {\n    ...MeParts\n  }\n}": types.SetMyTabOrderDocument,
    "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...MeParts\n  }\n}": types.SignInDocument,
    "mutation SignOut {\n  signOut\n}": types.SignOutDocument,
    "mutation SignOutEverywhere {\n  signOutEverywhere\n}": types.SignOutEverywhereDocument,
    "query SiteMail {\n  site {\n    canMail\n  }\n}": types.SiteMailDocument,
    "query SiteName {\n  site {\n    name\n  }\n}": types.SiteNameDocument,
    "query StaffLink($token: String!) {\n  staffLink(token: $token) {\n    name\n    email\n    locale\n    isKnown\n  }\n  site {\n    name\n  }\n}": types.StaffLinkDocument,
    "fragment ConcernParts on Concern {\n  id\n  sessionId\n  sessionNumber\n  customerName\n  csrName\n  reportedAt\n  handledAt\n  handledByName\n  mails {\n    address\n    state\n    failure\n  }\n}\n\nquery Concerns($first: Int!, $after: String) {\n  concerns(first: $first, after: $after) {\n    openCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...ConcernParts\n      }\n    }\n  }\n}": types.ConcernPartsFragmentDoc,
    "mutation HandleConcern($id: ID!) {\n  handleConcern(id: $id) {\n    ...ConcernParts\n  }\n}": types.HandleConcernDocument,
    "mutation DescribeSession($input: DescribeSessionInput!) {\n  describeSession(input: $input) {\n    id\n  }\n}": types.DescribeSessionDocument,
    "query LiveSessions {\n  sessions(first: 50, filter: {mine: true, states: [OPEN, ACTIVE]}) {\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}": types.LiveSessionsDocument,
    "query RecentSessions($first: Int!, $after: String, $filter: SessionFilter) {\n  sessions(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}": types.RecentSessionsDocument,
    "fragment SessionListParts on Session {\n  id\n  number\n  state\n  isPractice\n  startedAt\n  endedAt\n  endDueAt\n  endDueReason\n  sessionType\n  trackingCode\n  participants {\n    id\n    name\n    role\n    state\n    isConnected\n    continues\n  }\n}": types.SessionListPartsFragmentDoc,
    "query StartOptions {\n  startOptions {\n    isTrackingCodeRequired\n    sessionTypes\n  }\n}": types.StartOptionsDocument,
    "mutation StartSession($input: StartSessionInput) {\n  startSession(input: $input) {\n    id\n  }\n}": types.StartSessionDocument,
    "mutation AcceptInvitation($id: ID!) {\n  acceptInvitation(id: $id) {\n    session {\n      id\n    }\n  }\n}": types.AcceptInvitationDocument,
    "mutation AssistSession($number: String!) {\n  assistSession(number: $number) {\n    session {\n      id\n    }\n  }\n}": types.AssistSessionDocument,
    "query Colleagues {\n  colleagues {\n    id\n    name\n    email\n    isReachable\n    hasSignedIn\n  }\n}": types.ColleaguesDocument,
    "mutation DeclineInvitation($id: ID!) {\n  declineInvitation(id: $id)\n}": types.DeclineInvitationDocument,
    "mutation InviteColleague($input: InviteColleagueInput!) {\n  inviteColleague(input: $input) {\n    id\n  }\n}": types.InviteColleagueDocument,
    "mutation InviteExpert($input: InviteExpertInput!) {\n  inviteExpert(input: $input) {\n    url\n    message\n  }\n}": types.InviteExpertDocument,
    "mutation LockSession($sessionId: ID!, $isLocked: Boolean!) {\n  lockSession(sessionId: $sessionId, isLocked: $isLocked) {\n    id\n  }\n}": types.LockSessionDocument,
    "subscription MyInvitations {\n  myInvitations {\n    id\n    number\n    from\n    customer\n  }\n}": types.MyInvitationsDocument,
    "mutation RemoveParticipant($participantId: ID!) {\n  removeParticipant(participantId: $participantId) {\n    id\n  }\n}": types.RemoveParticipantDocument,
    "mutation SetParticipantRights($participantId: ID!, $rights: [SeatRight!]!) {\n  setParticipantRights(participantId: $participantId, rights: $rights) {\n    id\n  }\n}": types.SetParticipantRightsDocument,
    "mutation SwapCustomer($participantId: ID!) {\n  swapCustomer(participantId: $participantId) {\n    id\n  }\n}": types.SwapCustomerDocument,
    "mutation TakeControl($sessionId: ID!) {\n  takeControl(sessionId: $sessionId) {\n    id\n  }\n}": types.TakeControlDocument,
    "mutation TransferControl($sessionId: ID!, $toId: ID!) {\n  transferControl(sessionId: $sessionId, toId: $toId) {\n    id\n  }\n}": types.TransferControlDocument,
    "query CannedReplies {\n  cannedReplies {\n    ...CannedReplyParts\n  }\n}": types.CannedRepliesDocument,
    "fragment CannedReplyParts on CannedReply {\n  id\n  isForSite\n  locale\n  short\n  text\n  version\n  useCount\n}": types.CannedReplyPartsFragmentDoc,
    "mutation CountCannedReply($id: ID!) {\n  countCannedReply(id: $id) {\n    id\n    useCount\n  }\n}": types.CountCannedReplyDocument,
    "mutation DeleteCannedReply($id: ID!) {\n  deleteCannedReply(id: $id) {\n    ...CannedReplyParts\n  }\n}": types.DeleteCannedReplyDocument,
    "mutation SaveCannedReply($input: SaveCannedReplyInput!) {\n  saveCannedReply(input: $input) {\n    ...CannedReplyParts\n  }\n}": types.SaveCannedReplyDocument,
    "query Reachable {\n  __typename\n}": types.ReachableDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeUser($input: ChangeUserInput!) {\n  changeUser(input: $input) {\n    ...StaffParts\n  }\n}"): (typeof documents)["mutation ChangeUser($input: ChangeUserInput!) {\n  changeUser(input: $input) {\n    ...StaffParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeUserAddress($input: ChangeUserAddressInput!) {\n  changeUserAddress(input: $input) {\n    ...StaffParts\n  }\n}"): (typeof documents)["mutation ChangeUserAddress($input: ChangeUserAddressInput!) {\n  changeUserAddress(input: $input) {\n    ...StaffParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteRole($id: ID!, $moveToId: ID) {\n  deleteRole(id: $id, moveToId: $moveToId)\n}"): (typeof documents)["mutation DeleteRole($id: ID!, $moveToId: ID) {\n  deleteRole(id: $id, moveToId: $moveToId)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DisableUser($id: ID!) {\n  disableUser(id: $id) {\n    ...StaffParts\n  }\n}"): (typeof documents)["mutation DisableUser($id: ID!) {\n  disableUser(id: $id) {\n    ...StaffParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation EnableUser($id: ID!) {\n  enableUser(id: $id) {\n    ...StaffParts\n  }\n}"): (typeof documents)["mutation EnableUser($id: ID!) {\n  enableUser(id: $id) {\n    ...StaffParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ImportUsers($input: ImportUsersInput!) {\n  importUsers(input: $input) {\n    encoding\n    rows {\n      line\n      email\n      name\n      role {\n        id\n        name\n      }\n      problems\n    }\n  }\n}"): (typeof documents)["mutation ImportUsers($input: ImportUsersInput!) {\n  importUsers(input: $input) {\n    encoding\n    rows {\n      line\n      email\n      name\n      role {\n        id\n        name\n      }\n      problems\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InviteUser($input: InviteUserInput!) {\n  inviteUser(input: $input) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}"): (typeof documents)["mutation InviteUser($input: InviteUserInput!) {\n  inviteUser(input: $input) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RoleChanges($first: Int!, $after: String) {\n  roleChanges(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        roleId\n        from {\n          name\n          permissions\n        }\n        to {\n          name\n          permissions\n        }\n        changedByName\n        changedAt\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"): (typeof documents)["query RoleChanges($first: Int!, $after: String) {\n  roleChanges(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        roleId\n        from {\n          name\n          permissions\n        }\n        to {\n          name\n          permissions\n        }\n        changedByName\n        changedAt\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment RoleParts on Role {\n  id\n  name\n  permissions\n  version\n  isGrantable\n  mayChange\n  userCount\n}"): (typeof documents)["fragment RoleParts on Role {\n  id\n  name\n  permissions\n  version\n  isGrantable\n  mayChange\n  userCount\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Roles {\n  roles {\n    ...RoleParts\n  }\n}"): (typeof documents)["query Roles {\n  roles {\n    ...RoleParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SaveRole($input: SaveRoleInput!) {\n  saveRole(input: $input) {\n    ...RoleParts\n  }\n}"): (typeof documents)["mutation SaveRole($input: SaveRoleInput!) {\n  saveRole(input: $input) {\n    ...RoleParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendUserLink($id: ID!) {\n  sendUserLink(id: $id) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}"): (typeof documents)["mutation SendUserLink($id: ID!) {\n  sendUserLink(id: $id) {\n    url\n    member {\n      ...StaffParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment StaffParts on StaffMember {\n  id\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  version\n  name\n  role {\n    id\n    name\n  }\n  locale\n  state\n  isSelf\n  mayChange\n  createdAt\n  lastSeenAt\n  linkExpiresAt\n  linkMail {\n    state\n    failure\n  }\n}"): (typeof documents)["fragment StaffParts on StaffMember {\n  id\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  version\n  name\n  role {\n    id\n    name\n  }\n  locale\n  state\n  isSelf\n  mayChange\n  createdAt\n  lastSeenAt\n  linkExpiresAt\n  linkMail {\n    state\n    failure\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UndoRoleChange($id: ID!) {\n  undoRoleChange(id: $id)\n}"): (typeof documents)["mutation UndoRoleChange($id: ID!) {\n  undoRoleChange(id: $id)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Users($search: String!, $roleId: ID, $after: String) {\n  users(search: $search, roleId: $roleId, first: 50, after: $after) {\n    edges {\n      node {\n        ...StaffParts\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  roles {\n    id\n    name\n    isGrantable\n  }\n}"): (typeof documents)["query Users($search: String!, $roleId: ID, $after: String) {\n  users(search: $search, roleId: $roleId, first: 50, after: $after) {\n    edges {\n      node {\n        ...StaffParts\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n  roles {\n    id\n    name\n    isGrantable\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation WithdrawUser($id: ID!) {\n  withdrawUser(id: $id)\n}"): (typeof documents)["mutation WithdrawUser($id: ID!) {\n  withdrawUser(id: $id)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddSiteAddress($name: String!) {\n  addSiteAddress(name: $name) {\n    ...AddressParts\n  }\n}"): (typeof documents)["mutation AddSiteAddress($name: String!) {\n  addSiteAddress(name: $name) {\n    ...AddressParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AddressParts on SiteAddresses {\n  installation\n  addresses {\n    host\n    name\n    origin\n    isMain\n    isHere\n    seenAt\n  }\n}"): (typeof documents)["fragment AddressParts on SiteAddresses {\n  installation\n  addresses {\n    host\n    name\n    origin\n    isMain\n    isHere\n    seenAt\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CheckSiteAddress($host: String!) {\n  checkSiteAddress(host: $host) {\n    finding\n    ip\n    site {\n      ...AddressParts\n    }\n  }\n}"): (typeof documents)["mutation CheckSiteAddress($host: String!) {\n  checkSiteAddress(host: $host) {\n    finding\n    ip\n    site {\n      ...AddressParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChooseMainAddress($host: String) {\n  chooseMainAddress(host: $host) {\n    ...AddressParts\n  }\n}"): (typeof documents)["mutation ChooseMainAddress($host: String) {\n  chooseMainAddress(host: $host) {\n    ...AddressParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveSiteAddress($host: String!) {\n  removeSiteAddress(host: $host) {\n    ...AddressParts\n  }\n}"): (typeof documents)["mutation RemoveSiteAddress($host: String!) {\n  removeSiteAddress(host: $host) {\n    ...AddressParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SiteAddresses {\n  siteAddresses {\n    ...AddressParts\n  }\n}"): (typeof documents)["query SiteAddresses {\n  siteAddresses {\n    ...AddressParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment AgreementParts on AgreementVersion {\n  id\n  version\n  createdAt\n  createdByName\n  acceptances\n  texts {\n    locale\n    title\n    body\n    hash\n  }\n}"): (typeof documents)["fragment AgreementParts on AgreementVersion {\n  id\n  version\n  createdAt\n  createdByName\n  acceptances\n  texts {\n    locale\n    title\n    body\n    hash\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AgreementVersions {\n  agreementVersions {\n    ...AgreementParts\n  }\n}"): (typeof documents)["query AgreementVersions {\n  agreementVersions {\n    ...AgreementParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PublishAgreement($input: PublishAgreementInput!) {\n  publishAgreement(input: $input) {\n    ...AgreementParts\n  }\n}"): (typeof documents)["mutation PublishAgreement($input: PublishAgreementInput!) {\n  publishAgreement(input: $input) {\n    ...AgreementParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Branding {\n  branding {\n    ...BrandingParts\n  }\n}"): (typeof documents)["query Branding {\n  branding {\n    ...BrandingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query BrandingChanges($first: Int!, $after: String) {\n  brandingChanges(first: $first, after: $after) {\n    ...ContentChanges\n  }\n}"): (typeof documents)["query BrandingChanges($first: Int!, $after: String) {\n  brandingChanges(first: $first, after: $after) {\n    ...ContentChanges\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment BrandingParts on SiteBranding {\n  changedAt\n  version\n  changedByName\n  branding {\n    accent\n    logoPath\n    typeface {\n      font\n      path\n      weights\n    }\n    texts {\n      locale\n      title\n      lead\n      help\n      footer\n      privacyUrl\n    }\n  }\n}"): (typeof documents)["fragment BrandingParts on SiteBranding {\n  changedAt\n  version\n  changedByName\n  branding {\n    accent\n    logoPath\n    typeface {\n      font\n      path\n      weights\n    }\n    texts {\n      locale\n      title\n      lead\n      help\n      footer\n      privacyUrl\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeBranding($input: BrandingInput!) {\n  changeBranding(input: $input) {\n    ...BrandingParts\n  }\n}"): (typeof documents)["mutation ChangeBranding($input: BrandingInput!) {\n  changeBranding(input: $input) {\n    ...BrandingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UndoBrandingChange($id: ID!) {\n  undoBrandingChange(id: $id) {\n    ...BrandingParts\n  }\n}"): (typeof documents)["mutation UndoBrandingChange($id: ID!) {\n  undoBrandingChange(id: $id) {\n    ...BrandingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ContentChanges on ContentChangeConnection {\n  edges {\n    node {\n      id\n      parts {\n        name\n        from\n        to\n      }\n      changedAt\n      changedByName\n      isUndoable\n    }\n  }\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n}"): (typeof documents)["fragment ContentChanges on ContentChangeConnection {\n  edges {\n    node {\n      id\n      parts {\n        name\n        from\n        to\n      }\n      changedAt\n      changedByName\n      isUndoable\n    }\n  }\n  pageInfo {\n    endCursor\n    hasNextPage\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CaughtMails {\n  caughtMails {\n    id\n    from\n    to\n    subject\n    text\n    html\n    receivedAt\n    hasHiddenLinks\n  }\n}"): (typeof documents)["query CaughtMails {\n  caughtMails {\n    id\n    from\n    to\n    subject\n    text\n    html\n    receivedAt\n    hasHiddenLinks\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MailServer {\n  mailServer {\n    state\n    host\n    from\n    answer\n  }\n}"): (typeof documents)["query MailServer {\n  mailServer {\n    state\n    host\n    from\n    answer\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TryMailAgain($id: ID!) {\n  tryMailAgain(id: $id)\n}"): (typeof documents)["mutation TryMailAgain($id: ID!) {\n  tryMailAgain(id: $id)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UnsentMails($first: Int!, $after: String) {\n  unsentMails(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        kind\n        name\n        address\n        subject\n        state\n        failure\n        answer\n        tries\n        createdAt\n        nextTryAt\n        canTryAgain\n        askedByName\n      }\n    }\n  }\n}"): (typeof documents)["query UnsentMails($first: Int!, $after: String) {\n  unsentMails(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        kind\n        name\n        address\n        subject\n        state\n        failure\n        answer\n        tries\n        createdAt\n        nextTryAt\n        canTryAgain\n        askedByName\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation PutSetUpAway($isAway: Boolean!) {\n  putSetUpAway(isAway: $isAway) {\n    ...SetUpParts\n  }\n}"): (typeof documents)["mutation PutSetUpAway($isAway: Boolean!) {\n  putSetUpAway(isAway: $isAway) {\n    ...SetUpParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SetUp {\n  setUp {\n    ...SetUpParts\n  }\n  mailServer {\n    state\n  }\n}"): (typeof documents)["query SetUp {\n  setUp {\n    ...SetUpParts\n  }\n  mailServer {\n    state\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SetUpParts on SetUp {\n  isPutAway\n  steps {\n    kind\n    isDone\n  }\n}"): (typeof documents)["fragment SetUpParts on SetUp {\n  isPutAway\n  steps {\n    kind\n    isDone\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeMySetting($key: SettingKey!, $value: SettingValue) {\n  changeMySetting(key: $key, value: $value) {\n    ...SettingParts\n  }\n}"): (typeof documents)["mutation ChangeMySetting($key: SettingKey!, $value: SettingValue) {\n  changeMySetting(key: $key, value: $value) {\n    ...SettingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeSetting($input: ChangeSettingInput!) {\n  changeSetting(input: $input) {\n    ...SettingParts\n  }\n}"): (typeof documents)["mutation ChangeSetting($input: ChangeSettingInput!) {\n  changeSetting(input: $input) {\n    ...SettingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MySettings {\n  mySettings {\n    ...SettingParts\n  }\n}"): (typeof documents)["query MySettings {\n  mySettings {\n    ...SettingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SettingChanges($key: SettingKey, $first: Int!, $after: String) {\n  settingChanges(key: $key, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        key\n        from\n        to\n        wasLocked\n        isLocked\n        changedAt\n        changedByName\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"): (typeof documents)["query SettingChanges($key: SettingKey, $first: Int!, $after: String) {\n  settingChanges(key: $key, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        key\n        from\n        to\n        wasLocked\n        isLocked\n        changedAt\n        changedByName\n        isUndoable\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SettingParts on Setting {\n  key\n  kind\n  group\n  value\n  version\n  default\n  inherited\n  scope\n  scopes\n  isLocked\n  choices\n  min\n  max\n  canBeOff\n  unit\n  isLong\n  changedAt\n  changedByName\n}"): (typeof documents)["fragment SettingParts on Setting {\n  key\n  kind\n  group\n  value\n  version\n  default\n  inherited\n  scope\n  scopes\n  isLocked\n  choices\n  min\n  max\n  canBeOff\n  unit\n  isLong\n  changedAt\n  changedByName\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Settings {\n  settings {\n    ...SettingParts\n  }\n}"): (typeof documents)["query Settings {\n  settings {\n    ...SettingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UndoSettingChange($id: ID!) {\n  undoSettingChange(id: $id) {\n    ...SettingParts\n  }\n}"): (typeof documents)["mutation UndoSettingChange($id: ID!) {\n  undoSettingChange(id: $id) {\n    ...SettingParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeMailTemplate($input: MailTemplateInput!) {\n  changeMailTemplate(input: $input) {\n    ...MailTemplateParts\n  }\n}"): (typeof documents)["mutation ChangeMailTemplate($input: MailTemplateInput!) {\n  changeMailTemplate(input: $input) {\n    ...MailTemplateParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LockMailTemplate($kind: MailKind!, $locale: Locale!, $isLocked: Boolean!) {\n  lockMailTemplate(kind: $kind, locale: $locale, isLocked: $isLocked) {\n    ...MailTemplateParts\n  }\n}"): (typeof documents)["mutation LockMailTemplate($kind: MailKind!, $locale: Locale!, $isLocked: Boolean!) {\n  lockMailTemplate(kind: $kind, locale: $locale, isLocked: $isLocked) {\n    ...MailTemplateParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MailPreview($input: MailTemplateInput!) {\n  mailPreview(input: $input) {\n    subject\n    text\n    parts {\n      kind\n      text\n      url\n    }\n  }\n}"): (typeof documents)["query MailPreview($input: MailTemplateInput!) {\n  mailPreview(input: $input) {\n    subject\n    text\n    parts {\n      kind\n      text\n      url\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MailTemplateChanges($input: MailTemplateChangesInput!) {\n  mailTemplateChanges(input: $input) {\n    ...ContentChanges\n  }\n}"): (typeof documents)["query MailTemplateChanges($input: MailTemplateChangesInput!) {\n  mailTemplateChanges(input: $input) {\n    ...ContentChanges\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment MailTemplateParts on MailTemplate {\n  kind\n  locale\n  subject\n  body\n  button\n  version\n  variables\n  isDefault\n  isLocked\n  mayChange\n  changedAt\n  changedByName\n}"): (typeof documents)["fragment MailTemplateParts on MailTemplate {\n  kind\n  locale\n  subject\n  body\n  button\n  version\n  variables\n  isDefault\n  isLocked\n  mayChange\n  changedAt\n  changedByName\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MailTemplates {\n  mailTemplates {\n    ...MailTemplateParts\n  }\n}"): (typeof documents)["query MailTemplates {\n  mailTemplates {\n    ...MailTemplateParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ResetMailTemplate($kind: MailKind!, $locale: Locale!) {\n  resetMailTemplate(kind: $kind, locale: $locale) {\n    ...MailTemplateParts\n  }\n}"): (typeof documents)["mutation ResetMailTemplate($kind: MailKind!, $locale: Locale!) {\n  resetMailTemplate(kind: $kind, locale: $locale) {\n    ...MailTemplateParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendTestMail($input: MailTemplateInput!) {\n  sendTestMail(input: $input) {\n    address\n    state\n    failure\n  }\n}"): (typeof documents)["mutation SendTestMail($input: MailTemplateInput!) {\n  sendTestMail(input: $input) {\n    address\n    state\n    failure\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation UndoMailTemplateChange($id: ID!) {\n  undoMailTemplateChange(id: $id) {\n    ...MailTemplateParts\n  }\n}"): (typeof documents)["mutation UndoMailTemplateChange($id: ID!) {\n  undoMailTemplateChange(id: $id) {\n    ...MailTemplateParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ApiTokenParts on ApiToken {\n  id\n  name\n  scopes\n  hint\n  createdAt\n  lastUsedAt\n  expiresAt\n  isBound\n  revokedAt\n  hasEnded\n  createdByName\n}"): (typeof documents)["fragment ApiTokenParts on ApiToken {\n  id\n  name\n  scopes\n  hint\n  createdAt\n  lastUsedAt\n  expiresAt\n  isBound\n  revokedAt\n  hasEnded\n  createdByName\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ApiTokens {\n  apiTokens {\n    ...ApiTokenParts\n  }\n}"): (typeof documents)["query ApiTokens {\n  apiTokens {\n    ...ApiTokenParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    secret\n    token {\n      ...ApiTokenParts\n    }\n  }\n}"): (typeof documents)["mutation CreateApiToken($input: CreateApiTokenInput!) {\n  createApiToken(input: $input) {\n    secret\n    token {\n      ...ApiTokenParts\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id) {\n    ...ApiTokenParts\n  }\n}"): (typeof documents)["mutation RevokeApiToken($id: ID!) {\n  revokeApiToken(id: $id) {\n    ...ApiTokenParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AddressLink($token: String!) {\n  addressLink(token: $token) {\n    name\n    email\n  }\n}"): (typeof documents)["query AddressLink($token: String!) {\n  addressLink(token: $token) {\n    name\n    email\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CancelAddressChange($userId: ID!) {\n  cancelAddressChange(userId: $userId)\n}"): (typeof documents)["mutation CancelAddressChange($userId: ID!) {\n  cancelAddressChange(userId: $userId)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeMyAddress($input: ChangeMyAddressInput!) {\n  changeMyAddress(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation ChangeMyAddress($input: ChangeMyAddressInput!) {\n  changeMyAddress(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation ChangePassword($input: ChangePasswordInput!) {\n  changePassword(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChoosePassword($input: ChoosePasswordInput!) {\n  choosePassword(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation ChoosePassword($input: ChoosePasswordInput!) {\n  choosePassword(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CompleteFirstRun($input: CompleteFirstRunInput!) {\n  completeFirstRun(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation CompleteFirstRun($input: CompleteFirstRunInput!) {\n  completeFirstRun(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ConfirmAddress($token: String!) {\n  confirmAddress(token: $token)\n}"): (typeof documents)["mutation ConfirmAddress($token: String!) {\n  confirmAddress(token: $token)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation FinishGuide {\n  finishGuide {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation FinishGuide {\n  finishGuide {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ForgotPassword($input: ForgotPasswordInput!) {\n  forgotPassword(input: $input)\n}"): (typeof documents)["mutation ForgotPassword($input: ForgotPasswordInput!) {\n  forgotPassword(input: $input)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Me {\n  me {\n    ...MeParts\n  }\n}"): (typeof documents)["query Me {\n  me {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment MeParts on Me {\n  id\n  name\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  isAddressMissing\n  organisation\n  pictureUrl\n  role {\n    id\n    name\n  }\n  locale\n  permissions\n  mustChangePassword\n  isFirstRun\n  isGuided\n  tabOrder\n  dashboardLayout {\n    isRailUnfolded\n    isSideFolded\n    sideWidth\n    sidePart\n    isViewerBarFolded\n    viewerBar {\n      x\n      y\n    }\n    tiles {\n      x\n      y\n    }\n  }\n  site {\n    id\n    name\n    locale\n    areLinksLocal\n    canMail\n  }\n}"): (typeof documents)["fragment MeParts on Me {\n  id\n  name\n  email\n  pendingEmail\n  pendingEmailMail {\n    state\n  }\n  isAddressMissing\n  organisation\n  pictureUrl\n  role {\n    id\n    name\n  }\n  locale\n  permissions\n  mustChangePassword\n  isFirstRun\n  isGuided\n  tabOrder\n  dashboardLayout {\n    isRailUnfolded\n    isSideFolded\n    sideWidth\n    sidePart\n    isViewerBarFolded\n    viewerBar {\n      x\n      y\n    }\n    tiles {\n      x\n      y\n    }\n  }\n  site {\n    id\n    name\n    locale\n    areLinksLocal\n    canMail\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription MyAccount {\n  myAccount {\n    ...MeParts\n  }\n}"): (typeof documents)["subscription MyAccount {\n  myAccount {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendAddressLink($userId: ID!) {\n  sendAddressLink(userId: $userId)\n}"): (typeof documents)["mutation SendAddressLink($userId: ID!) {\n  sendAddressLink(userId: $userId)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMyDashboardLayout($input: DashboardLayoutInput!) {\n  setMyDashboardLayout(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation SetMyDashboardLayout($input: DashboardLayoutInput!) {\n  setMyDashboardLayout(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMyLocale($locale: Locale!) {\n  setMyLocale(locale: $locale) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation SetMyLocale($locale: Locale!) {\n  setMyLocale(locale: $locale) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMyPicture($dataUrl: String) {\n  setMyPicture(dataUrl: $dataUrl)\n}"): (typeof documents)["mutation SetMyPicture($dataUrl: String) {\n  setMyPicture(dataUrl: $dataUrl)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMyProfile($input: ProfileInput!) {\n  setMyProfile(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation SetMyProfile($input: ProfileInput!) {\n  setMyProfile(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetMyTabOrder($tabs: [DashboardTab!]!) {\n  setMyTabOrder(tabs: $tabs) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation SetMyTabOrder($tabs: [DashboardTab!]!) {\n  setMyTabOrder(tabs: $tabs) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...MeParts\n  }\n}"): (typeof documents)["mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    ...MeParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOut {\n  signOut\n}"): (typeof documents)["mutation SignOut {\n  signOut\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SignOutEverywhere {\n  signOutEverywhere\n}"): (typeof documents)["mutation SignOutEverywhere {\n  signOutEverywhere\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SiteMail {\n  site {\n    canMail\n  }\n}"): (typeof documents)["query SiteMail {\n  site {\n    canMail\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SiteName {\n  site {\n    name\n  }\n}"): (typeof documents)["query SiteName {\n  site {\n    name\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StaffLink($token: String!) {\n  staffLink(token: $token) {\n    name\n    email\n    locale\n    isKnown\n  }\n  site {\n    name\n  }\n}"): (typeof documents)["query StaffLink($token: String!) {\n  staffLink(token: $token) {\n    name\n    email\n    locale\n    isKnown\n  }\n  site {\n    name\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ConcernParts on Concern {\n  id\n  sessionId\n  sessionNumber\n  customerName\n  csrName\n  reportedAt\n  handledAt\n  handledByName\n  mails {\n    address\n    state\n    failure\n  }\n}\n\nquery Concerns($first: Int!, $after: String) {\n  concerns(first: $first, after: $after) {\n    openCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...ConcernParts\n      }\n    }\n  }\n}"): (typeof documents)["fragment ConcernParts on Concern {\n  id\n  sessionId\n  sessionNumber\n  customerName\n  csrName\n  reportedAt\n  handledAt\n  handledByName\n  mails {\n    address\n    state\n    failure\n  }\n}\n\nquery Concerns($first: Int!, $after: String) {\n  concerns(first: $first, after: $after) {\n    openCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...ConcernParts\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation HandleConcern($id: ID!) {\n  handleConcern(id: $id) {\n    ...ConcernParts\n  }\n}"): (typeof documents)["mutation HandleConcern($id: ID!) {\n  handleConcern(id: $id) {\n    ...ConcernParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DescribeSession($input: DescribeSessionInput!) {\n  describeSession(input: $input) {\n    id\n  }\n}"): (typeof documents)["mutation DescribeSession($input: DescribeSessionInput!) {\n  describeSession(input: $input) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LiveSessions {\n  sessions(first: 50, filter: {mine: true, states: [OPEN, ACTIVE]}) {\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}"): (typeof documents)["query LiveSessions {\n  sessions(first: 50, filter: {mine: true, states: [OPEN, ACTIVE]}) {\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecentSessions($first: Int!, $after: String, $filter: SessionFilter) {\n  sessions(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}"): (typeof documents)["query RecentSessions($first: Int!, $after: String, $filter: SessionFilter) {\n  sessions(first: $first, after: $after, filter: $filter) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...SessionListParts\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment SessionListParts on Session {\n  id\n  number\n  state\n  isPractice\n  startedAt\n  endedAt\n  endDueAt\n  endDueReason\n  sessionType\n  trackingCode\n  participants {\n    id\n    name\n    role\n    state\n    isConnected\n    continues\n  }\n}"): (typeof documents)["fragment SessionListParts on Session {\n  id\n  number\n  state\n  isPractice\n  startedAt\n  endedAt\n  endDueAt\n  endDueReason\n  sessionType\n  trackingCode\n  participants {\n    id\n    name\n    role\n    state\n    isConnected\n    continues\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query StartOptions {\n  startOptions {\n    isTrackingCodeRequired\n    sessionTypes\n  }\n}"): (typeof documents)["query StartOptions {\n  startOptions {\n    isTrackingCodeRequired\n    sessionTypes\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation StartSession($input: StartSessionInput) {\n  startSession(input: $input) {\n    id\n  }\n}"): (typeof documents)["mutation StartSession($input: StartSessionInput) {\n  startSession(input: $input) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AcceptInvitation($id: ID!) {\n  acceptInvitation(id: $id) {\n    session {\n      id\n    }\n  }\n}"): (typeof documents)["mutation AcceptInvitation($id: ID!) {\n  acceptInvitation(id: $id) {\n    session {\n      id\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AssistSession($number: String!) {\n  assistSession(number: $number) {\n    session {\n      id\n    }\n  }\n}"): (typeof documents)["mutation AssistSession($number: String!) {\n  assistSession(number: $number) {\n    session {\n      id\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Colleagues {\n  colleagues {\n    id\n    name\n    email\n    isReachable\n    hasSignedIn\n  }\n}"): (typeof documents)["query Colleagues {\n  colleagues {\n    id\n    name\n    email\n    isReachable\n    hasSignedIn\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeclineInvitation($id: ID!) {\n  declineInvitation(id: $id)\n}"): (typeof documents)["mutation DeclineInvitation($id: ID!) {\n  declineInvitation(id: $id)\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InviteColleague($input: InviteColleagueInput!) {\n  inviteColleague(input: $input) {\n    id\n  }\n}"): (typeof documents)["mutation InviteColleague($input: InviteColleagueInput!) {\n  inviteColleague(input: $input) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation InviteExpert($input: InviteExpertInput!) {\n  inviteExpert(input: $input) {\n    url\n    message\n  }\n}"): (typeof documents)["mutation InviteExpert($input: InviteExpertInput!) {\n  inviteExpert(input: $input) {\n    url\n    message\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LockSession($sessionId: ID!, $isLocked: Boolean!) {\n  lockSession(sessionId: $sessionId, isLocked: $isLocked) {\n    id\n  }\n}"): (typeof documents)["mutation LockSession($sessionId: ID!, $isLocked: Boolean!) {\n  lockSession(sessionId: $sessionId, isLocked: $isLocked) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "subscription MyInvitations {\n  myInvitations {\n    id\n    number\n    from\n    customer\n  }\n}"): (typeof documents)["subscription MyInvitations {\n  myInvitations {\n    id\n    number\n    from\n    customer\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation RemoveParticipant($participantId: ID!) {\n  removeParticipant(participantId: $participantId) {\n    id\n  }\n}"): (typeof documents)["mutation RemoveParticipant($participantId: ID!) {\n  removeParticipant(participantId: $participantId) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SetParticipantRights($participantId: ID!, $rights: [SeatRight!]!) {\n  setParticipantRights(participantId: $participantId, rights: $rights) {\n    id\n  }\n}"): (typeof documents)["mutation SetParticipantRights($participantId: ID!, $rights: [SeatRight!]!) {\n  setParticipantRights(participantId: $participantId, rights: $rights) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SwapCustomer($participantId: ID!) {\n  swapCustomer(participantId: $participantId) {\n    id\n  }\n}"): (typeof documents)["mutation SwapCustomer($participantId: ID!) {\n  swapCustomer(participantId: $participantId) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TakeControl($sessionId: ID!) {\n  takeControl(sessionId: $sessionId) {\n    id\n  }\n}"): (typeof documents)["mutation TakeControl($sessionId: ID!) {\n  takeControl(sessionId: $sessionId) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation TransferControl($sessionId: ID!, $toId: ID!) {\n  transferControl(sessionId: $sessionId, toId: $toId) {\n    id\n  }\n}"): (typeof documents)["mutation TransferControl($sessionId: ID!, $toId: ID!) {\n  transferControl(sessionId: $sessionId, toId: $toId) {\n    id\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query CannedReplies {\n  cannedReplies {\n    ...CannedReplyParts\n  }\n}"): (typeof documents)["query CannedReplies {\n  cannedReplies {\n    ...CannedReplyParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment CannedReplyParts on CannedReply {\n  id\n  isForSite\n  locale\n  short\n  text\n  version\n  useCount\n}"): (typeof documents)["fragment CannedReplyParts on CannedReply {\n  id\n  isForSite\n  locale\n  short\n  text\n  version\n  useCount\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CountCannedReply($id: ID!) {\n  countCannedReply(id: $id) {\n    id\n    useCount\n  }\n}"): (typeof documents)["mutation CountCannedReply($id: ID!) {\n  countCannedReply(id: $id) {\n    id\n    useCount\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation DeleteCannedReply($id: ID!) {\n  deleteCannedReply(id: $id) {\n    ...CannedReplyParts\n  }\n}"): (typeof documents)["mutation DeleteCannedReply($id: ID!) {\n  deleteCannedReply(id: $id) {\n    ...CannedReplyParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SaveCannedReply($input: SaveCannedReplyInput!) {\n  saveCannedReply(input: $input) {\n    ...CannedReplyParts\n  }\n}"): (typeof documents)["mutation SaveCannedReply($input: SaveCannedReplyInput!) {\n  saveCannedReply(input: $input) {\n    ...CannedReplyParts\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Reachable {\n  __typename\n}"): (typeof documents)["query Reachable {\n  __typename\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
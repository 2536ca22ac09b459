import { DEFAULT_LAYOUT } from '@tandem/domain';
import type { Changes, ChangeWorld } from './change-world.js';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const HOST = 'help.example.com';
const MAIL = { kind: 'SESSION_MESSAGE', locale: 'en' };
const WORDS = { ...MAIL, subject: 'Hello', body: 'Here it is: {link}' };
const PEOPLE = 'email,name,role\nann@example.org,Ann,CSR\nbo@example.org,Bo,CSR\n';

/** Mutations of accounts and of their site. */
export function changesOfSite(world: ChangeWorld): Changes {
  const { api, colleague, newcomer, mover, newest, made, stranger } = world;
  const { owner, site } = api;
  const me = async (variables?: object) => [(await colleague()).user, variables] as const;
  const reply = { isForSite: true, locale: 'en', short: 'short', text: 'text' };
  async function address(): Promise<void> {
    const row = { host: HOST, siteId: site.id, addedById: site.id, addedAt: new Date(), seenAt: new Date() };
    await api.prisma.siteHost.upsert({ where: { host: HOST }, create: row, update: row });
    api.features.sites.forget();
  }
  async function noAddress(): Promise<void> {
    await api.prisma.siteHost.deleteMany();
    api.features.sites.forget();
  }

  return {
    SignIn: {
      budget: 13,
      prepare: async () => [stranger(), { input: { email: (await colleague()).email, password: api.password } }],
    },
    SignOut: { budget: 3, prepare: () => me() },
    SignOutEverywhere: { budget: 3, prepare: () => me() },
    ForgotPassword: {
      budget: 2,
      prepare: async () => [stranger(), { input: { email: (await colleague()).email } }],
    },
    ChoosePassword: {
      budget: 16,
      prepare: async () => [stranger(), { input: { token: (await newcomer()).token, password: 'a kettle of blue' } }],
    },
    ChangePassword: {
      budget: 11,
      prepare: () => me({ input: { currentPassword: api.password, newPassword: 'a kettle of blue' } }),
    },
    ChangeMyAddress: {
      budget: 19,
      prepare: () => me({ input: { email: world.somebody(), password: api.password } }),
    },
    SendAddressLink: {
      budget: 12,
      async prepare() {
        const { user, id } = await mover();
        return [user, { userId: id }];
      },
    },
    CancelAddressChange: {
      budget: 6,
      async prepare() {
        const { user, id } = await mover();
        return [user, { userId: id }];
      },
    },
    ConfirmAddress: {
      budget: 11,
      prepare: async () => [stranger(), { token: await world.mailedToken((await mover()).email, 'address') }],
    },
    FinishGuide: { budget: 7, prepare: () => me() },
    SetMyLocale: { budget: 7, prepare: () => me({ locale: 'ko' }) },
    SetMyPicture: { budget: 6, prepare: () => me({ dataUrl: PIXEL }) },
    SetMyProfile: { budget: 7, prepare: () => me({ input: { name: 'Kim', organisation: 'Acme' } }) },
    SetMyTabOrder: { budget: 7, prepare: () => me({ tabs: ['TOOLS', 'SESSION', 'APPLICATION', 'DESKTOP'] }) },
    SetMyDashboardLayout: { budget: 7, prepare: () => me({ input: DEFAULT_LAYOUT }) },
    ChangeMySetting: { budget: 8, prepare: () => me({ key: 'firstView', value: null }) },

    CompleteFirstRun: {
      budget: 15,
      async prepare() {
        await api.prisma.site.update({ where: { id: site.id }, data: { setupCompletedAt: null } });
        return [owner, { input: { siteName: 'Acme', locale: 'en' } }];
      },
    },
    PutSetUpAway: { budget: 6, prepare: () => [owner, { isAway: true }] },
    ChangeSetting: { budget: 11, prepare: () => [owner, { input: { key: 'liveSessionsPerCsr', value: 20 } }] },
    UndoSettingChange: {
      budget: 14,
      async prepare() {
        await api.setting('liveSessionsPerCsr', 21);
        return [owner, { id: await newest('settingChanges') }];
      },
    },
    AddSiteAddress: {
      budget: 7,
      async prepare() {
        await noAddress();
        return [owner, { name: HOST }];
      },
    },
    CheckSiteAddress: {
      budget: 7,
      async prepare() {
        await address();
        return [owner, { host: HOST }];
      },
    },
    ChooseMainAddress: {
      budget: 8,
      async prepare() {
        await address();
        return [owner, { host: HOST }];
      },
    },
    RemoveSiteAddress: {
      budget: 7,
      async prepare() {
        await address();
        return [owner, { host: HOST }];
      },
    },
    PublishAgreement: {
      budget: 8,
      prepare: () => [
        owner,
        { input: { texts: ['ko', 'en'].map((locale) => ({ locale, title: 'Title', body: 'Body' })) } },
      ],
    },
    ChangeBranding: { budget: 12, prepare: () => [owner, { input: { texts: [], accent: '#0f5c5c' } }] },
    UndoBrandingChange: {
      budget: 13,
      async prepare() {
        await owner.ask('mutation { changeBranding(input: { accent: "#0f5c5d", texts: [] }) { changedAt } }');
        return [owner, { id: await newest('brandingChanges') }];
      },
    },
    ChangeMailTemplate: { budget: 10, prepare: () => [owner, { input: WORDS }] },
    LockMailTemplate: { budget: 8, prepare: () => [owner, { ...MAIL, isLocked: false }] },
    ResetMailTemplate: { budget: 10, prepare: () => [owner, MAIL] },
    SendTestMail: { budget: 7, prepare: () => [owner, { input: WORDS }] },
    UndoMailTemplateChange: {
      budget: 12,
      async prepare() {
        const change = 'mutation($i: MailTemplateInput!) { changeMailTemplate(input: $i) { kind } }';
        await owner.ask(change, { i: { ...WORDS, subject: crypto.randomUUID() } });
        return [owner, { id: await newest('mailTemplateChanges(input: { kind: SESSION_MESSAGE, locale: en })') }];
      },
    },
    TryMailAgain: { budget: 17, prepare: async () => [owner, { id: (await world.refusedMail()).mailId }] },
    HandleConcern: { budget: 9, prepare: async () => [owner, { id: await newest('concerns') }] },
    SaveCannedReply: { budget: 6, prepare: () => [owner, { input: reply }] },
    CountCannedReply: {
      budget: 5,
      prepare: async () => [owner, { id: (await api.prisma.cannedReply.findFirstOrThrow()).id }],
    },
    DeleteCannedReply: {
      budget: 4,
      prepare: async () => [owner, { id: (await api.prisma.cannedReply.findFirstOrThrow()).id }],
    },
    SaveRole: { budget: 11, prepare: () => [owner, { input: { name: 'Reader', permissions: ['reports.read'] } }] },
    DeleteRole: {
      budget: 11,
      async prepare() {
        const id = await made(`saveRole(input: { name: "Gone", permissions: ["reports.read"] })`);
        for (let i = 0; i < 2; i++) await api.staff(id);
        return [owner, { id, moveToId: 'CSR' }];
      },
    },
    UndoRoleChange: {
      budget: 11,
      async prepare() {
        await made(`saveRole(input: { name: "Undone", permissions: ["reports.read"] })`);
        return [owner, { id: await newest('roleChanges') }];
      },
    },
    CreateApiToken: { budget: 4, prepare: () => [owner, { input: { name: 'One more', scopes: ['REPORTS_READ'] } }] },
    RevokeApiToken: {
      budget: 5,
      prepare: async () => [owner, { id: (await api.prisma.apiToken.findFirstOrThrow()).id }],
    },

    InviteUser: {
      budget: 22,
      prepare: () => [owner, { input: { email: world.somebody(), name: 'New', roleId: 'CSR', locale: 'en' } }],
    },
    ImportUsers: {
      budget: 26,
      prepare: () => [owner, { input: { file: Buffer.from(PEOPLE).toString('base64'), isDryRun: false } }],
    },
    SendUserLink: { budget: 23, prepare: async () => [owner, { id: (await newcomer()).id }] },
    WithdrawUser: { budget: 8, prepare: async () => [owner, { id: (await newcomer()).id }] },
    ChangeUser: {
      budget: 12,
      prepare: async () => [owner, { input: { id: (await colleague()).id, name: 'Lee', roleId: 'SUPERVISOR' } }],
    },
    ChangeUserAddress: {
      budget: 18,
      prepare: async () => [owner, { input: { id: (await colleague()).id, email: world.somebody() } }],
    },
    DisableUser: { budget: 16, prepare: async () => [owner, { id: (await colleague()).id }] },
    EnableUser: {
      budget: 10,
      async prepare() {
        const { id } = await colleague();
        await owner.ask('mutation($id: ID!) { disableUser(id: $id) { id } }', { id });
        return [owner, { id }];
      },
    },
  };
}

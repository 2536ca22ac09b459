import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiUser } from './api-user.js';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
let other: ApiUser;
beforeAll(async () => {
  api = await startTestApi();
  other = await api.staff('ADMINISTRATOR');
});
afterAll(() => api.stop());

interface Form {
  /** Makes what is changed, if there is nothing yet. */
  make?: () => Promise<string>;
  read: (id: string) => Promise<{ version: string | number; text: string }>;
  /** A change of the whole form, with this text in it. */
  save: (id: string, text: string) => [mutation: string, variables: { i: object }];
}
const ask = (query: string, variables?: object) => api.owner.ask(query, variables);
const texts = (title: string) =>
  ['ko', 'en'].map((locale) => ({ locale, title, lead: '', help: '', footer: '', privacyUrl: '' }));

/** Every input that replaces the whole state of something, which two people may have open. */
const FORMS: Record<string, Form> = {
  'a role': {
    make: async () => {
      const input = { name: crypto.randomUUID().slice(0, 8), permissions: ['roles.manage', 'reports.read'] };
      return (await ask('mutation($i: SaveRoleInput!) { saveRole(input: $i) { id } }', { i: input })).saveRole.id;
    },
    read: async (id) => {
      const role = (await ask('{ roles { id version name } }')).roles.find((each: { id: string }) => each.id === id);
      return { version: role.version, text: role.name };
    },
    save: (id, name) => [
      'mutation($i: SaveRoleInput!) { saveRole(input: $i) { id } }',
      { i: { id, name, permissions: ['reports.read'] } },
    ],
  },
  'the branding': {
    read: async () => {
      const { branding } = await ask('{ branding { version branding { texts { title } } } }');
      return { version: branding.version, text: branding.branding.texts[0].title };
    },
    save: (_id, title) => [
      'mutation($i: BrandingInput!) { changeBranding(input: $i) { version } }',
      { i: { texts: texts(title) } },
    ],
  },
  'the text of a mail': {
    read: async () => {
      const { mailTemplates } = await ask('{ mailTemplates { kind locale version subject } }');
      const { version, subject } = mailTemplates.find(
        (each: { kind: string; locale: string }) => each.kind === 'STAFF_INVITATION' && each.locale === 'en',
      );
      return { version, text: subject };
    },
    save: (_id, subject) => [
      'mutation($i: MailTemplateInput!) { changeMailTemplate(input: $i) { version } }',
      { i: { kind: 'STAFF_INVITATION', locale: 'en', subject, body: 'Hello\n\n{button}', button: 'Join' } },
    ],
  },
  'a canned reply': {
    make: async () => {
      const input = { isForSite: true, locale: 'en', short: crypto.randomUUID().slice(0, 8), text: 'Hello' };
      const { saveCannedReply } = await ask(
        'mutation($i: SaveCannedReplyInput!) { saveCannedReply(input: $i) { id } }',
        { i: input },
      );
      return saveCannedReply.id;
    },
    read: async (id) =>
      (await ask('{ cannedReplies { id version text } }')).cannedReplies.find((each: { id: string }) => each.id === id),
    save: (id, text) => [
      'mutation($i: SaveCannedReplyInput!) { saveCannedReply(input: $i) { id } }',
      { i: { id, isForSite: true, locale: 'en', short: `s${id.slice(0, 8)}`, text } },
    ],
  },
  'an account': {
    make: async () => (await (await api.staff('CSR')).ask('{ me { id } }')).me.id,
    read: async (id) => {
      const { users } = await ask('{ users(first: 100) { edges { node { id version name } } } }');
      const { node } = users.edges.find((each: { node: { id: string } }) => each.node.id === id);
      return { version: node.version, text: node.name };
    },
    save: (id, name) => [
      'mutation($i: ChangeUserInput!) { changeUser(input: $i) { id } }',
      { i: { id, name, roleId: 'CSR' } },
    ],
  },
  'a setting': {
    read: async () => {
      const { settings } = await ask('{ settings { key version value } }');
      const { version, value } = settings.find((each: { key: string }) => each.key === 'sessionTypes');
      return { version, text: value.join() };
    },
    save: (_id, line) => [
      'mutation($i: ChangeSettingInput!) { changeSetting(input: $i) { key } }',
      { i: { key: 'sessionTypes', value: [line] } },
    ],
  },
  'the agreement': {
    read: async () => {
      const [newest] = (await ask('{ agreementVersions { version texts { title } } }')).agreementVersions;
      return { version: newest?.version ?? 0, text: newest?.texts[0].title ?? '' };
    },
    save: (_id, title) => [
      'mutation($i: PublishAgreementInput!) { publishAgreement(input: $i) { version } }',
      { i: { texts: ['ko', 'en'].map((locale) => ({ locale, title, body: 'Words' })) } },
    ],
  },
};

describe.each(Object.entries(FORMS))('%s that two people have open', (_what, { make, read, save }) => {
  const send = (user: ApiUser, id: string, text: string, basedOn?: string | number) => {
    const [mutation, { i }] = save(id, text);
    return user.refusal(mutation, { i: { ...i, ...(basedOn !== undefined && { basedOn }) } });
  };

  it('is saved by the first; the second is told, nothing is lost, and can save on purpose', async () => {
    const id = (await make?.()) ?? '';
    const { version } = await read(id);
    expect(await send(other, id, 'Theirs', version)).toBeNull();
    expect(await send(api.owner, id, 'Mine', version)).toBe('CHANGED_MEANWHILE');
    const now = await read(id);
    expect(now.text).toBe('Theirs');
    expect(await send(api.owner, id, 'Mine', now.version)).toBeNull();
    expect((await read(id)).text).toBe('Mine');
  });

  it('is saved by one of them if both save at once', async () => {
    const id = (await make?.()) ?? '';
    const { version } = await read(id);
    const codes = await Promise.all([send(other, id, 'Left', version), send(api.owner, id, 'Right', version)]);
    expect([...codes].sort()).toEqual(['CHANGED_MEANWHILE', null]);
    expect((await read(id)).text).toBe(codes[0] === null ? 'Left' : 'Right');
  });

  it('is replaced by a client that names no version', async () => {
    const id = (await make?.()) ?? '';
    expect(await send(other, id, 'First')).toBeNull();
    expect(await send(api.owner, id, 'Second')).toBeNull();
    expect((await read(id)).text).toBe('Second');
  });
});

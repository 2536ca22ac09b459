import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const CHANGES = '{ edges { node { id parts { name from to } changedByName isUndoable } } pageInfo { hasNextPage } }';
const LOOKS = `query($n: Int! = 20) { brandingChanges(first: $n) ${CHANGES} }`;
const LOOK = 'mutation($i: BrandingInput!) { changeBranding(input: $i) { changedAt } }';
const UNDO_LOOK =
  'mutation($id: ID!) { undoBrandingChange(id: $id) { branding { accent logoPath typeface { font } texts { locale title } } } }';
const MAILS = `query { mailTemplateChanges(input: { kind: PASSWORD_LINK, locale: ko }) ${CHANGES} }`;
const MAIL =
  'mutation($s: String!) { changeMailTemplate(input: { kind: PASSWORD_LINK, locale: ko, subject: $s, body: "{link}", button: "b" }) { isDefault } }';
const UNDO_MAIL = 'mutation($id: ID!) { undoMailTemplateChange(id: $id) { subject isDefault isLocked } }';
const LOCK = 'mutation($l: Boolean!) { lockMailTemplate(kind: PASSWORD_LINK, locale: ko, isLocked: $l) { isLocked } }';
const svg = (side: number) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><rect width="${side}"/></svg>`).toString('base64')}`;

interface Change {
  id: string;
  parts: { name: string; from: string; to: string }[];
  changedByName: string;
  isUndoable: boolean;
}
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  await api.prisma.branding.deleteMany();
  await api.prisma.mailTemplate.deleteMany();
  await api.prisma.siteChange.deleteMany();
});

const nodesOf = (connection: { edges: { node: Change }[] }) => connection.edges.map(({ node }) => node);
const looks = async () => nodesOf((await api.owner.ask(LOOKS)).brandingChanges);
const mails = async () => nodesOf((await api.owner.ask(MAILS)).mailTemplateChanges);
const change = (input: object) => api.owner.ask(LOOK, { i: { texts: [], ...input } });
const undo = async (id: string) => (await api.owner.ask(UNDO_LOOK, { id })).undoBrandingChange.branding;

describe('the history of the look', () => {
  it('lists who changed what, from what to what', async () => {
    await change({ accent: '#7a1fa2', font: 'SERIF', texts: [{ locale: 'ko', title: '에이크미' }] });
    await change({ accent: '#7a1fa2', texts: [{ locale: 'ko', title: '에이크미 지원' }] });
    const [newest, first] = await looks();
    expect(newest).toMatchObject({
      parts: [{ name: 'ko.title', from: '에이크미', to: '에이크미 지원' }],
      changedByName: 'Owner',
      isUndoable: true,
    });
    expect(first!.isUndoable).toBe(false);
    expect(first!.parts).toEqual([
      { name: 'accent', from: '', to: '#7a1fa2' },
      { name: 'font', from: '', to: 'SERIF' },
      { name: 'ko.title', from: '', to: '에이크미' },
    ]);
  });

  it('does not list values that were saved unchanged', async () => {
    await change({ accent: '#7a1fa2' });
    await change({ accent: '#7a1fa2' });
    expect(await looks()).toHaveLength(1);
  });

  it('undoes and redoes step by step', async () => {
    await change({ accent: '#7a1fa2', logo: svg(1) });
    await change({ accent: '#0a4747', logo: svg(2) });
    const [second, first] = await looks();
    const one = await undo(second!.id);
    expect(one.accent).toBe('#7a1fa2');
    expect(await (await fetch(api.origin + one.logoPath)).text()).toContain('width="1"');
    expect(await undo(first!.id)).toMatchObject({ accent: null, logoPath: null });
    const [undone] = await looks();
    expect(await undo(undone!.id)).toMatchObject({ accent: '#7a1fa2' });
    expect(await looks()).toHaveLength(5);
  });

  it('does not undo a value that was changed again since, nor an entry of another history', async () => {
    await change({ accent: '#7a1fa2' });
    await change({ accent: '#0a4747' });
    const [, first] = await looks();
    expect(await api.owner.refusal(UNDO_LOOK, { id: first!.id })).toBe('SETTING_CHANGED_MEANWHILE');
    await api.owner.ask(MAIL, { s: '새 제목' });
    const [mail] = await mails();
    expect(await api.owner.refusal(UNDO_LOOK, { id: mail!.id })).toBe('NOT_FOUND');
    expect(await api.owner.refusal(UNDO_MAIL, { id: first!.id })).toBe('NOT_FOUND');
  });

  it('keeps the last fifty changes, and their pictures equally long', async () => {
    await change({ logo: svg(3) });
    const { logoPath } = (await api.owner.ask('query { branding { branding { logoPath } } }')).branding.branding;
    await change({ logo: null });
    expect((await fetch(api.origin + logoPath)).status).toBe(200);
    for (let i = 0; i < 50; i++) await change({ texts: [{ locale: 'en', title: `t${i}` }] });
    expect((await api.owner.ask(LOOKS, { n: 100 })).brandingChanges.edges).toHaveLength(50);
    expect((await fetch(api.origin + logoPath)).status).toBe(404);
  });
});

describe('the history of a mail', () => {
  it('is kept for each language, and leads back to the first text', async () => {
    await api.owner.ask(MAIL, { s: '새 제목' });
    const [only] = await mails();
    expect(only!.parts).toContainEqual({ name: 'subject', from: expect.stringContaining('비밀번호'), to: '새 제목' });
    const english = MAILS.replace('ko', 'en');
    expect((await api.owner.ask(english)).mailTemplateChanges.edges).toEqual([]);
    const { undoMailTemplateChange } = await api.owner.ask(UNDO_MAIL, { id: only!.id });
    expect(undoMailTemplateChange).toMatchObject({ isDefault: true, isLocked: false });
    expect(await api.prisma.mailTemplate.count()).toBe(0);
  });

  it('does not undo a lock: only an owner unlocks what an owner locked', async () => {
    const administrator = await api.staff('ADMINISTRATOR');
    await administrator.ask(MAIL, { s: '새 제목' });
    await api.owner.ask(LOCK, { l: true });
    const [lock] = await mails();
    expect(lock).toMatchObject({ parts: [{ name: 'isLocked', from: '', to: 'true' }], isUndoable: true });
    expect(await administrator.refusal(UNDO_MAIL, { id: lock!.id })).toBe('TEMPLATE_LOCKED');
    await api.owner.ask(LOCK, { l: false });
    const [opened] = await mails();
    expect(opened!.isUndoable).toBe(true);
    // it is not offered to who would be refused
    const { mailTemplateChanges: shown } = await administrator.ask(MAILS);
    expect(shown.edges[0].node).toMatchObject({ id: opened!.id, isUndoable: false });
    expect(await administrator.refusal(UNDO_MAIL, { id: opened!.id })).toBe('TEMPLATE_LOCKED');
    expect((await api.owner.ask(UNDO_MAIL, { id: opened!.id })).undoMailTemplateChange.isLocked).toBe(true);
  });
});

it('one kind of change is not undone as another', async () => {
  await change({ accent: '#7a1fa2' });
  await api.owner.ask(MAIL, { s: '새 제목' });
  await api.setting('siteName', 'Another name');
  await api.owner.ask('mutation { saveRole(input: { name: "Night", permissions: ["reports.read"] }) { id } }');
  const undoOf = {
    setting: 'undoSettingChange',
    role: 'undoRoleChange',
    branding: 'undoBrandingChange',
    template: 'undoMailTemplateChange',
  };
  const wholeOf = (field: string) =>
    `mutation($id: ID!) { ${field}(id: $id) ${field === 'undoRoleChange' ? '' : '{ __typename }'} }`;
  const changes = await api.prisma.siteChange.findMany();
  expect(changes.map(({ kind }) => kind).sort()).toEqual(Object.keys(undoOf).sort());
  for (const { id, kind } of changes)
    for (const [other, field] of Object.entries(undoOf))
      expect(await api.owner.refusal(wholeOf(field), { id }), `${field} of a ${kind}`).toBe(
        other === kind ? null : 'NOT_FOUND',
      );
});

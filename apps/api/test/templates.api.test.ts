import { LIMITS, LOCALES, MAIL_KINDS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const TEMPLATES =
  'query { mailTemplates { kind locale subject body button variables isDefault isLocked mayChange changedByName } }';
const PREVIEW =
  'query($i: MailTemplateInput!) { mailPreview(input: $i) { subject text html parts { kind text url } } }';
const CHANGE = 'mutation($i: MailTemplateInput!) { changeMailTemplate(input: $i) { isDefault subject changedByName } }';
const RESET = 'mutation { resetMailTemplate(kind: SESSION_INVITATION, locale: ko) { isDefault subject } }';
const LOCK =
  'mutation($l: Boolean!) { lockMailTemplate(kind: SESSION_INVITATION, locale: ko, isLocked: $l) { isLocked } }';
const TEST_MAIL = 'mutation($i: MailTemplateInput!) { sendTestMail(input: $i) { address state } }';
const INVITE = 'mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }';

const OWN = {
  kind: 'SESSION_INVITATION',
  locale: 'ko',
  subject: '[{site}] 원격 지원',
  body: '{greeting}\n\n아래를 눌러 주세요.\n두 번째 줄\n\n{button}\n\n---\n\n문의: 1234-5678',
  button: '지금 시작',
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const mailsTo = async (email: string) =>
  (await api.owner.ask('query { caughtMails(first: 100) { to subject text html } }')).caughtMails.filter(
    ({ to }: { to: string }) => to.includes(email),
  ) as { subject: string; text: string; html: string }[];
let people = 0;
async function invitedBy(name: string, locale = 'ko') {
  const { id, csr } = await api.startSession();
  const email = `guest${++people}@example.org`;
  await csr.ask(INVITE, { i: { sessionId: id, email, name, locale } });
  await expect.poll(() => mailsTo(email)).toHaveLength(1);
  return (await mailsTo(email))[0]!;
}

describe('the mails of a site', () => {
  it('are all listed in every language, with their texts and variables', async () => {
    const { mailTemplates } = await api.owner.ask(TEMPLATES);
    expect(mailTemplates).toHaveLength(MAIL_KINDS.length * LOCALES.length);
    for (const template of mailTemplates) {
      expect(template.isDefault).toBe(true);
      const { mailPreview } = await api.owner.ask(PREVIEW, {
        i: (({ kind, locale, subject, body, button }) => ({ kind, locale, subject, body, button }))(template),
      });
      expect(mailPreview.text, `${template.kind} ${template.locale}`).toMatch(
        template.kind === 'CONVERSATION' ? /\[10:02\]/ : /https?:\/\//,
      );
      expect(mailPreview.subject + mailPreview.text).not.toMatch(/[{}]/);
      expect(mailPreview.text, 'a text has no button').not.toMatch(/button|버튼/i);
      if (template.locale === 'ko') expect(mailPreview.text).toMatch(/[가-힣]/);
    }
  });

  it('are sent with the site’s texts immediately, and with the default ones after a reset', async () => {
    expect((await api.owner.ask(CHANGE, { i: OWN })).changeMailTemplate).toEqual({
      isDefault: false,
      subject: '[{site}] 원격 지원',
      changedByName: 'Owner',
    });
    const mail = await invitedBy('박지훈');
    expect(mail.subject).toBe('[Acme] 원격 지원');
    expect(mail.text).toMatch(/^박지훈 님, 안녕하세요\.\n\n아래를 눌러 주세요\.\n두 번째 줄\n\n지금 시작: http/);
    expect(mail.html).toContain('아래를 눌러 주세요.<br>두 번째 줄');
    expect(mail.html).toContain('>지금 시작</a>');
    expect((await invitedBy('Ann', 'en')).subject).toBe('Acme invites you to remote support');
    expect((await api.owner.ask(RESET)).resetMailTemplate.isDefault).toBe(true);
    expect((await invitedBy('박지훈')).subject).toBe('Acme 원격 지원 초대');
  });

  it('are plain text, whatever their texts and variables contain', async () => {
    const body = '<script>alert(1)</script> {guest} <img src=x onerror=alert(2)>\n\n{button}';
    const button = '"><script>alert(3)</script>';
    await api.owner.ask(CHANGE, { i: { ...OWN, body, button } });
    const mail = await invitedBy('<b>{link}</b>');
    expect(mail.html).not.toMatch(/<script|<img|<b>/);
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;{link}&lt;/b&gt;');
    await api.owner.ask(RESET);
  });

  it.each([
    ['a word that nothing is filled in for', { body: '{button}\n\n{salary}' }, 'TEMPLATE_VARIABLE_UNKNOWN'],
    ['a word of another mail', { body: '{button}\n\n{inviter}' }, 'TEMPLATE_VARIABLE_UNKNOWN'],
    [
      'the link in a foreign address',
      { body: '{button}\n\nhttps://evil.example/?u={link}' },
      'TEMPLATE_VARIABLE_IN_ADDRESS',
    ],
    ['a name in a button that is an address', { button: 'evil.example/{guest}' }, 'TEMPLATE_VARIABLE_IN_ADDRESS'],
    [
      'a number in a subject that is an address',
      { subject: 'www.evil.example?{number}' },
      'TEMPLATE_VARIABLE_IN_ADDRESS',
    ],
    ['a button in the middle of a line', { body: 'Here: {button}' }, 'TEMPLATE_LINK_MISSING'],
    ['no link', { body: 'Hello' }, 'TEMPLATE_LINK_MISSING'],
    ['no subject', { subject: '  ' }, 'BAD_INPUT'],
    ['a subject of two lines', { subject: 'a\r\nBcc: eve@evil.example' }, 'BAD_INPUT'],
    ['a text that is too long', { body: `{button}\n\n${'x'.repeat(LIMITS.mailBody)}` }, 'BAD_INPUT'],
  ])('are refused with %s, and stay unchanged', async (_what, change, code) => {
    const input = { i: { ...OWN, ...change } };
    expect(await api.owner.refusal(CHANGE, input)).toBe(code);
    expect(await api.owner.refusal(PREVIEW, input)).toBe(code);
    expect(await api.owner.refusal(TEST_MAIL, input)).toBe(code);
    const { mailTemplates } = await api.owner.ask(TEMPLATES);
    expect(mailTemplates.every(({ isDefault }: { isDefault: boolean }) => isDefault)).toBe(true);
  });

  it('can be changed by owners only once an owner has locked them', async () => {
    const administrator = await api.staff('ADMINISTRATOR');
    expect(await administrator.refusal(LOCK, { l: true })).toBe('FORBIDDEN');
    await api.owner.ask(LOCK, { l: true });
    expect(await administrator.refusal(CHANGE, { i: OWN })).toBe('TEMPLATE_LOCKED');
    expect(await administrator.refusal(RESET)).toBe('TEMPLATE_LOCKED');
    const { mailTemplates } = await administrator.ask(TEMPLATES);
    const locked = mailTemplates.filter(({ isLocked }: { isLocked: boolean }) => isLocked);
    expect(locked).toMatchObject([{ kind: 'SESSION_INVITATION', locale: 'ko', mayChange: false }]);
    expect(await api.owner.refusal(CHANGE, { i: OWN })).toBeNull();
    await api.owner.ask(LOCK, { l: false });
    expect(await administrator.refusal(RESET)).toBeNull();
  });

  it('can be tried by an unsaved test mail to oneself, a limited number of times', async () => {
    const administrator = await api.staff('ADMINISTRATOR');
    const { address, state } = (await administrator.ask(TEST_MAIL, { i: OWN })).sendTestMail;
    expect(state).toBe('NOT_SENT');
    const [mail] = await mailsTo(address);
    expect(mail!.subject).toBe('[Acme] 원격 지원');
    expect(mail!.text).toContain('박지훈 님, 안녕하세요.');
    for (let i = 1; i < LIMITS.testMailsPerHour; i++) await administrator.ask(TEST_MAIL, { i: OWN });
    expect(await administrator.refusal(TEST_MAIL, { i: OWN })).toBe('TOO_MANY_REQUESTS');
  });
});

it.each(['Hello\n{button}\nbye', 'Hello\r\n  {button}  \r\nbye', 'Hello\n\n{button}\n\nbye'])(
  'a button on a line of its own is a button, whatever is above and below it: %j',
  async (body) => {
    const { mailPreview } = await api.owner.ask(
      'query($b: String!) { mailPreview(input: { kind: PASSWORD_LINK, locale: en, subject: "s", body: $b, button: "Go" }) { parts { kind text } } }',
      { b: body },
    );
    expect(mailPreview.parts).toEqual([
      { kind: 'PARAGRAPH', text: 'Hello' },
      { kind: 'BUTTON', text: 'Go' },
      { kind: 'PARAGRAPH', text: 'bye' },
    ]);
  },
);

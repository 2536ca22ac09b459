import { LIMITS } from '@tandem/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

const CHANGE =
  'mutation($i: BrandingInput!) { changeBranding(input: $i) { changedByName branding { accent logoPath } } }';
const SITE =
  'query { site { branding { accent logoPath palette { light { accent onAccent } dark { accent } } typeface { font stack path weights } texts { locale title lead help footer privacyUrl } } } }';
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const svg = (inside: string) =>
  `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`).toString('base64')}`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const change = (input: object) => api.owner.ask(CHANGE, { i: { texts: [], ...input } });
const failure = (input: object) => api.owner.failure(CHANGE, { i: { texts: [], ...input } });
const seen = async () => (await api.stranger().ask(SITE)).site.branding;

describe("a site's look", () => {
  it('is the default until the site changes it, and then applies to everybody immediately', async () => {
    expect(await seen()).toMatchObject({ accent: null, palette: null, logoPath: null });
    const texts = [
      {
        locale: 'ko',
        title: '에이크미 원격 지원',
        lead: '번호를 입력해 주세요.',
        help: '번호를 모르시면 1234-5678',
        footer: '대표 김서연',
        privacyUrl: 'https://acme.example/privacy',
      },
    ];
    expect((await change({ accent: '#7A1FA2', logo: PIXEL, texts })).changeBranding.changedByName).toBe('Owner');
    const now = await seen();
    expect(now).toMatchObject({ accent: '#7a1fa2', palette: { light: { accent: '#7a1fa2', onAccent: '#ffffff' } } });
    expect(now.texts).toEqual([...texts, { locale: 'en', title: '', lead: '', help: '', footer: '', privacyUrl: '' }]);
    const response = await fetch(api.origin + now.logoPath);
    expect(response.headers.get('content-type')).toBe('image/png');
  });

  it('keeps a logo that an update leaves out, gives a new logo a new address, and keeps the old one for undo', async () => {
    await change({ logo: PIXEL });
    const { logoPath: first } = await seen();
    await change({ accent: '#0f5c5c' });
    expect((await seen()).logoPath).toBe(first);
    await change({ logo: svg('<rect width="4" height="4"/>') });
    const { logoPath: second } = await seen();
    expect(second).not.toBe(first);
    expect((await fetch(api.origin + first)).status).toBe(200);
    await change({ logo: null });
    expect((await seen()).logoPath).toBeNull();
    await api.prisma.siteChange.deleteMany();
    await change({ accent: '#7a1fa2' });
    expect(await api.prisma.image.count({ where: { kind: 'LOGO' } })).toBe(0);
  });

  it('has no unreadable colour: a readable one is suggested', async () => {
    const refused = await failure({ accent: '#ffd400' });
    expect(refused).toMatchObject({ code: 'CONTRAST_TOO_LOW', params: { needed: 4.5 } });
    expect(await failure({ accent: refused!.params!.suggestion })).toBeNull();
    for (const accent of ['red', '#fff', '#12345g', 'url(x)', '#0f5c5c;--ink:red'])
      expect(await failure({ accent }), accent).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'accent' }] });
  });

  it('has a logo without executable content', async () => {
    await change({ logo: svg('<script>alert(1)</script><rect width="4" height="4" onclick="alert(2)"/>') });
    const response = await fetch(api.origin + (await seen()).logoPath);
    expect(await response.text()).toBe('<svg xmlns="http://www.w3.org/2000/svg"><rect width="4" height="4"/></svg>');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(await failure({ logo: 'data:text/html;base64,PHNjcmlwdD4=' })).toMatchObject({ code: 'IMAGE_REFUSED' });
  });

  it('stays unchanged when a part of an update is refused', async () => {
    await change({ accent: '#7a1fa2', logo: PIXEL });
    const before = await seen();
    await failure({ accent: '#0a4747', logo: 'data:text/plain;base64,eA==' });
    expect(await seen()).toEqual(before);
    const texts = [{ locale: 'ko', title: 'x'.repeat(LIMITS.joinTitle + 1), lead: '', footer: '' }];
    expect(await failure({ texts })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await seen()).toEqual(before);
  });

  it('links to a privacy notice by http or https only', async () => {
    const withUrl = (privacyUrl: string) => ({ texts: [{ locale: 'en', privacyUrl }] });
    await change(withUrl('acme.example/privacy'));
    expect((await seen()).texts[1].privacyUrl).toBe('https://acme.example/privacy');
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://acme@evil.example'])
      expect(await failure(withUrl(url)), url).toMatchObject({
        code: 'LINK_NOT_ALLOWED',
        fields: [{ path: expect.stringMatching(/^texts\.(ko|en)\.privacyUrl$/), rule: 'INVALID' }],
      });
  });

  it('also applies to mails', async () => {
    await change({ accent: '#7a1fa2', logo: PIXEL });
    const { id, csr } = await api.startSession();
    await csr.ask('mutation($i: InviteByEmailInput!) { inviteByEmail(input: $i) { id } }', {
      i: { sessionId: id, email: 'a@example.org', locale: 'ko' },
    });
    const mails = async () => (await api.owner.ask('query { caughtMails { html } }')).caughtMails;
    await expect.poll(async () => (await mails()).length).toBe(1);
    const [{ html }] = await mails();
    expect(html).toContain('background:#7a1fa2');
    expect(html).toContain(`<img src="${api.origin}${(await seen()).logoPath}"`);
  });
});

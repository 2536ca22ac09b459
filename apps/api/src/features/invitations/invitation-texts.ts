import { formatSessionNumber, LIMITS, type Locale } from '@tandem/domain';

export interface InvitationFacts {
  siteName: string;
  csrName: string;
  /** Empty when it is not known. */
  guestName: string;
  url: string;
  joinAddress: string;
  number: string;
}

export interface Words {
  subject: string;
  greeting: string;
  why: string;
  button: string;
  orNumber: string;
  lasts: string;
  unexpected: string;
}

export interface MailContent {
  subject: string;
  text: string;
  html: string;
}

const HOURS = LIMITS.invitationLife / 3_600_000;
export const LASTS: Record<Locale, string> = {
  ko: `이 링크는 한 번만, ${HOURS}시간 안에 사용할 수 있습니다.`,
  en: `The link works once, within ${HOURS} hours.`,
};

const WORDS: Record<Locale, (facts: InvitationFacts) => Words> = {
  ko: ({ siteName, csrName, guestName, joinAddress, number }) => ({
    subject: `${siteName} 원격 지원 초대`,
    greeting: guestName ? `${guestName} 님, 안녕하세요.` : '안녕하세요.',
    why: `${siteName}의 ${csrName} 담당자가 원격 지원 세션에 초대했습니다. 아래 버튼을 누르면 브라우저에서 바로 시작되며, 따로 설치할 것이 없습니다. 화면은 허용하신 뒤에만 보입니다.`,
    button: '지원 세션 참여하기',
    orNumber: `버튼이 열리지 않으면 ${joinAddress} 주소에서 다음 지원 세션 번호를 입력해 주세요: ${formatSessionNumber(number)}`,
    lasts: LASTS.ko,
    unexpected: '도움을 요청한 적이 없다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
  }),
  en: ({ siteName, csrName, guestName, joinAddress, number }) => ({
    subject: `${siteName} invites you to remote support`,
    greeting: guestName ? `Hello ${guestName},` : 'Hello,',
    why: `${csrName} of ${siteName} invites you to a remote support session. The button opens it in your browser; there is nothing to install. Nobody sees your screen before you allow it.`,
    button: 'Join the support session',
    orNumber: `If the button does not open, go to ${joinAddress} and type the session number ${formatSessionNumber(number)}.`,
    lasts: LASTS.en,
    unexpected: 'If you did not ask for help, ignore this mail. Nothing will happen.',
  }),
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** The mail in the guest's language. */
export const composeMail = (locale: Locale, facts: InvitationFacts): MailContent =>
  renderMail(locale, WORDS[locale](facts), facts.url);

/** A mail as text and as HTML. Names are people's input: escaped, never markup. */
export function renderMail(locale: Locale, words: Words, url: string): MailContent {
  const lines = [words.greeting, words.why, `${words.button}: ${url}`, words.orNumber, words.lasts, words.unexpected];
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escape(text)}</p>`;
  const button = `<p style="margin:24px 0"><a href="${escape(url)}" style="display:inline-block;padding:14px 24px;border-radius:8px;background:#0f5c5c;color:#ffffff;text-decoration:none;font-weight:600">${escape(words.button)}</a></p>`;
  const quiet = 'color:#5c5750;font-size:14px;';
  const html = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(words.subject)}</title></head>`,
    "<body style=\"margin:0;padding:32px 16px;background:#f6f4f1;color:#26231f;font:16px/1.6 -apple-system,'Segoe UI','Malgun Gothic',sans-serif\">",
    '<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px;word-break:keep-all">',
    paragraph(words.greeting) + paragraph(words.why) + button,
    paragraph(words.orNumber) + paragraph(words.lasts, quiet) + paragraph(words.unexpected, quiet),
    '</div></body></html>',
  ].join('');
  return { subject: words.subject, text: lines.join('\n\n'), html };
}

/** What a CSR pastes into an instant message. */
export function composeMessage(locale: Locale, facts: InvitationFacts): string {
  const { why, orNumber, lasts } = WORDS[locale](facts);
  const lead = why.split(/(?<=[.다])\s/)[0]!;
  return [lead, facts.url, orNumber, lasts].join('\n');
}

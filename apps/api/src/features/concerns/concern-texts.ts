import { formatSessionNumber, type Locale } from '@tandem/domain';

export interface ConcernFacts {
  csrName: string;
  customerName: string;
  number: string;
  at: Date;
  url: string;
}

const LINES: Record<Locale, (facts: ConcernFacts) => [subject: string, ...lines: string[]]> = {
  ko: ({ csrName, customerName, number, at, url }) => [
    '고객이 예상하지 못한 전화를 신고했습니다',
    `${customerName} 님이 예상하지 못한 전화를 받았다고 신고해 세션 ${formatSessionNumber(number)}을 종료했습니다. 담당자: ${csrName}. 시각: ${at.toISOString()}.`,
    '세션은 바로 종료되었고 모든 승인이 취소되었습니다. 고객에게는 전화를 끊고 공식 번호로 확인하라고 안내했습니다.',
    `보고서를 확인하고 처리해 주세요: ${url}`,
  ],
  en: ({ csrName, customerName, number, at, url }) => [
    'A customer reported an unexpected call',
    `${customerName} reported an unexpected call and ended the session ${formatSessionNumber(number)}. Representative: ${csrName}. Time: ${at.toISOString()}.`,
    'The session ended at once and every consent was taken back. The customer was told to hang up and to call the official number.',
    `Please look at the report and settle it: ${url}`,
  ],
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** The mail to an administrator. Names are people's input: escaped, never markup. */
export function composeConcernMail(
  locale: Locale,
  facts: ConcernFacts,
): { subject: string; text: string; html: string } {
  const [subject, ...lines] = LINES[locale](facts);
  const html = lines.map((line) => `<p>${escape(line)}</p>`).join('');
  return {
    subject,
    text: lines.join('\n\n'),
    html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body>${html}</body></html>`,
  };
}

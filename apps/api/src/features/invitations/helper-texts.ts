import { formatSessionNumber, type Locale } from '@tandem/domain';
import { LASTS, renderMail, type InvitationFacts, type MailContent, type Words } from './invitation-texts.js';

type HelperRole = 'ASSISTANT' | 'GUEST_EXPERT';
type HelperWords = (facts: InvitationFacts) => Words;

const hello = {
  ko: ({ guestName }: InvitationFacts) => (guestName ? `${guestName} 님, 안녕하세요.` : '안녕하세요.'),
  en: ({ guestName }: InvitationFacts) => (guestName ? `Hello ${guestName},` : 'Hello,'),
};

/** What a colleague and an outside expert are told when they are asked to help. */
const WORDS: Record<Locale, Record<HelperRole, HelperWords>> = {
  ko: {
    ASSISTANT: (facts) => ({
      subject: `${facts.csrName} 담당자가 지원 세션에서 도움을 요청합니다`,
      greeting: hello.ko(facts),
      why: `${facts.csrName} 담당자가 지원 세션에 보조 지원 담당자로 초대했습니다. 처음에는 마이크가 꺼진 상태로 화면만 봅니다.`,
      button: '콘솔에서 세션 열기',
      orNumber: `콘솔의 “세션 돕기”에서 세션 번호를 입력해도 됩니다: ${formatSessionNumber(facts.number)}`,
      lasts: '초대는 세션이 끝나면 사라집니다.',
      unexpected: '지금 시간이 없으면 콘솔에서 “지금은 어려움”을 눌러 주세요.',
    }),
    GUEST_EXPERT: (facts) => ({
      subject: `${facts.siteName} 지원 세션에 외부 전문가로 초대합니다`,
      greeting: hello.ko(facts),
      why: `${facts.siteName}의 ${facts.csrName} 담당자가 지원 세션에 외부 전문가로 초대했습니다. 계정이나 설치 없이 브라우저에서 참여하며, 고객에게는 외부 참여자로 표시됩니다.`,
      button: '전문가로 참여하기',
      orNumber: '이 링크는 받는 분만을 위한 것입니다. 다른 사람에게 전달하지 말아 주세요.',
      lasts: LASTS.ko,
      unexpected: '약속한 적이 없다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
    }),
  },
  en: {
    ASSISTANT: (facts) => ({
      subject: `${facts.csrName} asks for your help in a support session`,
      greeting: hello.en(facts),
      why: `${facts.csrName} asks you into a support session as an assistant. You come in muted, and see.`,
      button: 'Open it in the console',
      orNumber: `Or choose “Assist a session” in the console and type the session number ${formatSessionNumber(facts.number)}.`,
      lasts: 'The invitation ends with the session.',
      unexpected: 'No time now? Press “Not now” in the console.',
    }),
    GUEST_EXPERT: (facts) => ({
      subject: `${facts.siteName} asks you into a support session as an outside expert`,
      greeting: hello.en(facts),
      why: `${facts.csrName} of ${facts.siteName} asks you into a support session as an outside expert. It opens in your browser, without an account and without an installation. The customer sees that you are from outside.`,
      button: 'Join as an expert',
      orNumber: 'The link is for you alone. Please do not pass it on.',
      lasts: LASTS.en,
      unexpected: 'If you have not agreed to this, ignore this mail. Nothing will happen.',
    }),
  },
};

export const composeHelperMail = (locale: Locale, role: HelperRole, facts: InvitationFacts): MailContent =>
  renderMail(locale, WORDS[locale][role](facts), facts.url);

/** What a CSR pastes into an instant message to an outside expert. */
export function composeExpertMessage(locale: Locale, facts: InvitationFacts): string {
  const { why, orNumber, lasts } = WORDS[locale].GUEST_EXPERT(facts);
  return [why, facts.url, orNumber, lasts].join('\n');
}

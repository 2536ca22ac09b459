import type { Locale, MailKind } from '@tandem/domain';

export interface Wording {
  subject: string;
  body: string;
  button: string;
}

const text = (...paragraphs: string[]) => paragraphs.join('\n\n');
const lines = (...each: string[]) => each.join('\n');

/** The default wording of mails. Text below `---` is small print. */
export const DEFAULT_WORDINGS: Record<MailKind, Record<Locale, Wording>> = {
  SESSION_INVITATION: {
    ko: {
      subject: '{site} 원격 지원 초대',
      body: text(
        '{greeting}',
        '{site}의 {csr} 님이 원격 지원 세션에 초대했습니다. 아래 링크를 누르면 브라우저에서 바로 열리며, 따로 설치할 것이 없습니다. 화면은 허용하실 때만 보입니다.',
        '{button}',
        '링크가 열리지 않으면 {address} 주소에서 다음 지원 세션 번호를 입력해 주세요: {number}',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '도움을 요청하신 적이 없다면 이 이메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
      ),
      button: '지원 세션 참여하기',
    },
    en: {
      subject: '{site} invites you to remote support',
      body: text(
        '{greeting}',
        '{csr} from {site} invites you to a remote support session. It opens in your browser; there’s nothing to install. No one can see your screen unless you allow it.',
        '{button}',
        'If the link doesn’t open, go to {address} and enter session number {number}.',
        '---',
        'The link works once and expires in {hours} hours.',
        'If you didn’t ask for help, ignore this email. Nothing will happen.',
      ),
      button: 'Join the support session',
    },
  },
  SESSION_MESSAGE: {
    ko: {
      subject: '',
      body: lines(
        '{site}의 {csr} 님이 원격 지원 세션에 초대했습니다.',
        '{link}',
        '링크가 열리지 않으면 {address} 주소에서 다음 지원 세션 번호를 입력해 주세요: {number}',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
      ),
      button: '',
    },
    en: {
      subject: '',
      body: lines(
        '{csr} from {site} invites you to a remote support session.',
        '{link}',
        'If the link doesn’t open, go to {address} and enter session number {number}.',
        'The link works once and expires in {hours} hours.',
      ),
      button: '',
    },
  },
  COLLEAGUE_INVITATION: {
    ko: {
      subject: '{csr} 님이 지원 세션에서 도움을 요청합니다',
      body: text(
        '{greeting}',
        '{csr} 님이 지원 세션에 보조 지원 담당자로 초대했습니다. 마이크가 꺼진 상태로 참여해 화면만 볼 수 있습니다.',
        '{button}',
        '콘솔의 ‘세션 돕기’에서 지원 세션 번호를 입력하셔도 됩니다: {number}',
        '---',
        '초대는 세션이 종료되면 만료됩니다.',
        '지금 참여하기 어려우면 콘솔에서 ‘지금은 어려움’을 눌러 주세요.',
      ),
      button: '콘솔에서 세션 열기',
    },
    en: {
      subject: '{csr} asks for your help in a support session',
      body: text(
        '{greeting}',
        '{csr} invites you to a support session as an assistant. You join muted and can only watch.',
        '{button}',
        'Or choose “Assist in a session” in the console and enter session number {number}.',
        '---',
        'The invitation expires when the session ends.',
        'Not available? Choose “Not now” in the console.',
      ),
      button: 'Open in the console',
    },
  },
  EXPERT_INVITATION: {
    ko: {
      subject: '{site} 지원 세션에 외부 전문가로 초대합니다',
      body: text(
        '{greeting}',
        '{site}의 {csr} 님이 지원 세션에 외부 전문가로 초대했습니다. 계정이나 설치 없이 브라우저에서 참여하며, 고객에게는 외부 참가자로 표시됩니다.',
        '{button}',
        '이 링크는 받는 분만을 위한 것입니다. 다른 사람에게 전달하지 말아 주세요.',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '약속하신 적이 없다면 이 이메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
      ),
      button: '전문가로 참여하기',
    },
    en: {
      subject: '{site} invites you to a support session as an outside expert',
      body: text(
        '{greeting}',
        '{csr} from {site} invites you to a support session as an outside expert. It opens in your browser; you don’t need an account or an installation. The customer can see that you’re from outside.',
        '{button}',
        'The link is only for you. Please don’t share it.',
        '---',
        'The link works once and expires in {hours} hours.',
        'If you didn’t agree to this, ignore this email. Nothing will happen.',
      ),
      button: 'Join as an expert',
    },
  },
  EXPERT_MESSAGE: {
    ko: {
      subject: '',
      body: lines(
        '{site}의 {csr} 님이 지원 세션에 외부 전문가로 초대했습니다. 계정이나 설치 없이 브라우저에서 참여하며, 고객에게는 외부 참가자로 표시됩니다.',
        '{link}',
        '이 링크는 받는 분만을 위한 것입니다. 다른 사람에게 전달하지 말아 주세요.',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
      ),
      button: '',
    },
    en: {
      subject: '',
      body: lines(
        '{csr} from {site} invites you to a support session as an outside expert. It opens in your browser; you don’t need an account or an installation. The customer can see that you’re from outside.',
        '{link}',
        'The link is only for you. Please don’t share it.',
        'The link works once and expires in {hours} hours.',
      ),
      button: '',
    },
  },
  STAFF_INVITATION: {
    ko: {
      subject: '{site} 지원 콘솔 초대',
      body: text(
        '{name} 님, 안녕하세요.',
        '{inviter} 님이 {site} 지원 콘솔에 초대했습니다. 비밀번호를 설정하면 바로 시작할 수 있습니다.',
        '{button}',
        '로그인할 때는 이 이메일 주소를 사용하세요: {email}',
        '---',
        '이 링크는 한 번만, {days}일 안에 사용할 수 있습니다.',
        '초대를 예상하지 못했다면 이 이메일을 무시해 주세요.',
      ),
      button: '비밀번호 설정',
    },
    en: {
      subject: 'Your account at {site}',
      body: text(
        'Hello {name},',
        '{inviter} invites you to the support console of {site}. Choose a password to get started.',
        '{button}',
        'You sign in with this email address: {email}',
        '---',
        'The link works once and expires in {days} days.',
        'If you didn’t expect this invitation, ignore this email.',
      ),
      button: 'Choose a password',
    },
  },
  PASSWORD_LINK: {
    ko: {
      subject: '{site} 비밀번호 재설정',
      body: text(
        '{name} 님, 안녕하세요.',
        '아래 링크를 누르면 {site} 지원 콘솔의 비밀번호를 재설정할 수 있습니다. 재설정하면 다른 브라우저에서는 로그아웃됩니다.',
        '{button}',
        '로그인할 때는 이 이메일 주소를 사용하세요: {email}',
        '---',
        '이 링크는 한 번만, {minutes}분 안에 사용할 수 있습니다.',
        '요청하신 적이 없다면 이 이메일을 무시해 주세요. 비밀번호는 변경되지 않습니다.',
      ),
      button: '비밀번호 재설정',
    },
    en: {
      subject: 'Reset your password for {site}',
      body: text(
        'Hello {name},',
        'You can now set a new password for the support console of {site}. Other browsers are then signed out.',
        '{button}',
        'You sign in with this email address: {email}',
        '---',
        'The link works once and expires in {minutes} minutes.',
        'If you didn’t ask for this, ignore this email. Your password won’t change.',
      ),
      button: 'Reset password',
    },
  },
  ADDRESS_CONFIRM: {
    ko: {
      subject: '{site} 계정의 새 이메일 주소 확인',
      body: text(
        '{name} 님, 안녕하세요.',
        '{site} 지원 콘솔 계정의 이메일 주소가 변경될 예정입니다. 새 주소: {newEmail}. 아래 링크를 눌러 확인하시면 그때부터 이 주소로 로그인합니다.',
        '{button}',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '요청하신 적이 없다면 이 이메일을 무시해 주세요. 아무것도 변경되지 않습니다.',
      ),
      button: '주소 확인',
    },
    en: {
      subject: 'Confirm your new email address at {site}',
      body: text(
        'Hello {name},',
        'The email address of your account at the support console of {site} is about to change to {newEmail}. Once you confirm it, you sign in with this address.',
        '{button}',
        '---',
        'The link works once and expires in {hours} hours.',
        'If you didn’t ask for this, ignore this email. Nothing will change.',
      ),
      button: 'Confirm address',
    },
  },
  ADDRESS_CHANGED: {
    ko: {
      subject: '{site} 계정의 이메일 주소가 변경되었습니다',
      body: text(
        '{name} 님, 안녕하세요.',
        '{site} 지원 콘솔 계정의 이메일 주소가 변경되었습니다. 새 주소: {newEmail}. 이제 새 주소로 로그인하며, 다른 브라우저에서는 로그아웃되었습니다.',
        '직접 변경하지 않으셨다면 바로 사이트 관리자에게 알려 주세요.',
        '{button}',
      ),
      button: '콘솔 열기',
    },
    en: {
      subject: 'The email address of your account at {site} has changed',
      body: text(
        'Hello {name},',
        'The email address of your account at the support console of {site} is now {newEmail}. You now sign in with the new address, and other browsers have been signed out.',
        'If this wasn’t you, contact a site administrator immediately.',
        '{button}',
      ),
      button: 'Open the console',
    },
  },
  CONVERSATION: {
    ko: {
      subject: '{site} 지원 세션 채팅 내용({number})',
      body: text(
        '{greeting}',
        '지원 세션 {number}의 채팅 내용입니다.',
        '{conversation}',
        '---',
        '세션에 참여한 분의 요청으로 보낸 이메일입니다. 잘못 받으셨다면 삭제해 주세요.',
      ),
      button: '',
    },
    en: {
      subject: 'Your chat with {site} ({number})',
      body: text(
        '{greeting}',
        'Here is the chat of support session {number}.',
        '{conversation}',
        '---',
        'Someone who took part in the session asked for this email. If you received it by mistake, please delete it.',
      ),
      button: '',
    },
  },
  CONCERN_REPORT: {
    ko: {
      subject: '고객이 예상하지 못한 전화를 신고했습니다({number})',
      body: text(
        '{name} 님, 안녕하세요.',
        '{customer} 님이 예상하지 못한 전화를 받았다고 신고했습니다. 지원 세션({number})은 바로 종료되었고 고객이 허용한 것은 모두 취소되었습니다. 고객에게는 전화를 끊고 공식 번호로 확인하라고 안내했습니다.',
        lines('지원 담당자: {csr}', '시각: {at}'),
        '{button}',
        '---',
        '{site}의 신고를 처리할 수 있는 모든 분에게 보내는 이메일입니다.',
      ),
      button: '신고 확인하기',
    },
    en: {
      subject: 'A customer reported an unexpected call ({number})',
      body: text(
        'Hello {name},',
        '{customer} reported an unexpected call. Support session {number} ended immediately, and everything the customer had allowed was revoked. The customer was advised to hang up and to call the official number.',
        lines('Representative: {csr}', 'Time: {at}'),
        '{button}',
        '---',
        'This email goes to everyone who can handle reports of {site}.',
      ),
      button: 'Open the report',
    },
  },
};

/** Sample values for previews and test mails. */
export const EXAMPLES: Record<Locale, Record<string, string>> = {
  ko: {
    csr: '김서연',
    guest: '박지훈',
    greeting: '박지훈 님, 안녕하세요.',
    number: '481 207 936',
    hours: '24',
    inviter: '김서연',
    name: '이하은',
    email: 'haeun@example.org',
    newEmail: 'haeun.lee@example.org',
    days: '7',
    minutes: '60',
    customer: '박지훈',
    at: '2026. 11. 25. 오전 10:02 UTC',
    conversation: '[10:02] 김서연: 안녕하세요, 무엇을 도와 드릴까요?\n[10:03] 박지훈: 프린터가 인쇄하지 않아요.',
  },
  en: {
    csr: 'Sara Kim',
    guest: 'Jihun Park',
    greeting: 'Hello Jihun Park,',
    number: '481 207 936',
    hours: '24',
    inviter: 'Sara Kim',
    name: 'Harriet Lee',
    email: 'harriet@example.org',
    newEmail: 'harriet.lee@example.org',
    days: '7',
    minutes: '60',
    customer: 'Jihun Park',
    at: 'Nov 25, 2026, 10:02 AM UTC',
    conversation: '[10:02] Sara Kim: Hello, how may I help you?\n[10:03] Jihun Park: The printer does not print.',
  },
};

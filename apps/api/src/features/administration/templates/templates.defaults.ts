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
        '{site}의 {csr} 담당자가 원격 지원 세션에 초대했습니다. 아래 링크를 누르면 브라우저에서 바로 시작되며, 따로 설치할 것이 없습니다. 화면은 허용하신 뒤에만 보입니다.',
        '{button}',
        '링크가 열리지 않으면 {address} 주소에서 다음 지원 세션 번호를 입력해 주세요: {number}',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '도움을 요청한 적이 없다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
      ),
      button: '지원 세션 참여하기',
    },
    en: {
      subject: '{site} invites you to remote support',
      body: text(
        '{greeting}',
        '{csr} of {site} invites you to a remote support session. The link opens it in your browser; there is nothing to install. Nobody sees your screen before you allow it.',
        '{button}',
        'If the link does not open, go to {address} and type the session number {number}.',
        '---',
        'The link works once, within {hours} hours.',
        'If you did not ask for help, ignore this mail. Nothing will happen.',
      ),
      button: 'Join the support session',
    },
  },
  SESSION_MESSAGE: {
    ko: {
      subject: '',
      body: lines(
        '{site}의 {csr} 담당자가 원격 지원 세션에 초대했습니다.',
        '{link}',
        '링크가 열리지 않으면 {address} 주소에서 다음 지원 세션 번호를 입력해 주세요: {number}',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
      ),
      button: '',
    },
    en: {
      subject: '',
      body: lines(
        '{csr} of {site} invites you to a remote support session.',
        '{link}',
        'If the link does not open, go to {address} and type the session number {number}.',
        'The link works once, within {hours} hours.',
      ),
      button: '',
    },
  },
  COLLEAGUE_INVITATION: {
    ko: {
      subject: '{csr} 담당자가 지원 세션에서 도움을 요청합니다',
      body: text(
        '{greeting}',
        '{csr} 담당자가 지원 세션에 보조 지원 담당자로 초대했습니다. 처음에는 마이크가 꺼진 상태로 화면만 봅니다.',
        '{button}',
        '콘솔의 “세션 돕기”에서 세션 번호를 입력해도 됩니다: {number}',
        '---',
        '초대는 세션이 끝나면 사라집니다.',
        '지금 시간이 없으면 콘솔에서 “지금은 어려움”을 눌러 주세요.',
      ),
      button: '콘솔에서 세션 열기',
    },
    en: {
      subject: '{csr} asks for your help in a support session',
      body: text(
        '{greeting}',
        '{csr} asks you into a support session as an assistant. You come in muted, and see.',
        '{button}',
        'Or choose “Assist a session” in the console and type the session number {number}.',
        '---',
        'The invitation ends with the session.',
        'No time now? Press “Not now” in the console.',
      ),
      button: 'Open it in the console',
    },
  },
  EXPERT_INVITATION: {
    ko: {
      subject: '{site} 지원 세션에 외부 전문가로 초대합니다',
      body: text(
        '{greeting}',
        '{site}의 {csr} 담당자가 지원 세션에 외부 전문가로 초대했습니다. 계정이나 설치 없이 브라우저에서 참여하며, 고객에게는 외부 참여자로 표시됩니다.',
        '{button}',
        '이 링크는 받는 분만을 위한 것입니다. 다른 사람에게 전달하지 말아 주세요.',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '약속한 적이 없다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않습니다.',
      ),
      button: '전문가로 참여하기',
    },
    en: {
      subject: '{site} asks you into a support session as an outside expert',
      body: text(
        '{greeting}',
        '{csr} of {site} asks you into a support session as an outside expert. It opens in your browser, without an account and without an installation. The customer sees that you are from outside.',
        '{button}',
        'The link is for you alone. Please do not pass it on.',
        '---',
        'The link works once, within {hours} hours.',
        'If you have not agreed to this, ignore this mail. Nothing will happen.',
      ),
      button: 'Join as an expert',
    },
  },
  EXPERT_MESSAGE: {
    ko: {
      subject: '',
      body: lines(
        '{site}의 {csr} 담당자가 지원 세션에 외부 전문가로 초대했습니다. 계정이나 설치 없이 브라우저에서 참여하며, 고객에게는 외부 참여자로 표시됩니다.',
        '{link}',
        '이 링크는 받는 분만을 위한 것입니다. 다른 사람에게 전달하지 말아 주세요.',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
      ),
      button: '',
    },
    en: {
      subject: '',
      body: lines(
        '{csr} of {site} asks you into a support session as an outside expert. It opens in your browser, without an account and without an installation. The customer sees that you are from outside.',
        '{link}',
        'The link is for you alone. Please do not pass it on.',
        'The link works once, within {hours} hours.',
      ),
      button: '',
    },
  },
  STAFF_INVITATION: {
    ko: {
      subject: '{site} 지원 콘솔 초대',
      body: text(
        '{name} 님, 안녕하세요.',
        '{inviter} 님이 {site} 지원 콘솔에 초대했습니다. 아래 링크를 눌러 비밀번호를 정하면 바로 시작할 수 있습니다.',
        '{button}',
        '로그인할 때는 이 메일 주소를 쓰세요: {email}',
        '---',
        '이 링크는 한 번만, {days}일 안에 사용할 수 있습니다.',
        '초대받을 이유가 없다면 이 메일을 무시해 주세요.',
      ),
      button: '비밀번호 정하기',
    },
    en: {
      subject: 'Your account at {site}',
      body: text(
        'Hello {name},',
        '{inviter} invites you to the support console of {site}. Choose a password by the link, and you are in.',
        '{button}',
        'You sign in with this mail address: {email}',
        '---',
        'The link works once, within {days} days.',
        'If you did not expect this invitation, ignore this mail.',
      ),
      button: 'Choose a password',
    },
  },
  PASSWORD_LINK: {
    ko: {
      subject: '{site} 비밀번호 다시 정하기',
      body: text(
        '{name} 님, 안녕하세요.',
        '아래 링크를 누르면 {site} 지원 콘솔의 비밀번호를 다시 정할 수 있습니다. 새로 정하면 다른 브라우저에서는 로그아웃됩니다.',
        '{button}',
        '로그인할 때는 이 메일 주소를 쓰세요: {email}',
        '---',
        '이 링크는 한 번만, {minutes}분 안에 사용할 수 있습니다.',
        '요청한 적이 없다면 이 메일을 무시해 주세요. 비밀번호는 그대로입니다.',
      ),
      button: '비밀번호 다시 정하기',
    },
    en: {
      subject: 'A new password for {site}',
      body: text(
        'Hello {name},',
        'With the link you choose a new password for the support console of {site}. Other browsers are signed out then.',
        '{button}',
        'You sign in with this mail address: {email}',
        '---',
        'The link works once, within {minutes} minutes.',
        'If you did not ask for it, ignore this mail. Your password stays as it is.',
      ),
      button: 'Choose a new password',
    },
  },
  ADDRESS_CONFIRM: {
    ko: {
      subject: '{site} 계정의 새 메일 주소 확인',
      body: text(
        '{name} 님, 안녕하세요.',
        '{site} 지원 콘솔 계정의 메일 주소를 {newEmail}(으)로 바꾸려고 합니다. 아래 링크를 열어 확인하시면 그때부터 이 주소로 로그인합니다.',
        '{button}',
        '---',
        '이 링크는 한 번만, {hours}시간 안에 사용할 수 있습니다.',
        '요청한 적이 없다면 이 메일을 무시해 주세요. 아무것도 바뀌지 않습니다.',
      ),
      button: '이 주소 확인하기',
    },
    en: {
      subject: 'Confirm your new mail address at {site}',
      body: text(
        'Hello {name},',
        '{newEmail} is to become the mail address of your account at the support console of {site}. Open the link and confirm it: from then on you sign in with this address.',
        '{button}',
        '---',
        'The link works once, within {hours} hours.',
        'If you did not ask for it, ignore this mail. Nothing changes.',
      ),
      button: 'Confirm this address',
    },
  },
  ADDRESS_CHANGED: {
    ko: {
      subject: '{site} 계정의 메일 주소가 바뀌었습니다',
      body: text(
        '{name} 님, 안녕하세요.',
        '{site} 지원 콘솔 계정의 메일 주소가 {newEmail}(으)로 바뀌었습니다. 이제 그 주소로 로그인하며, 다른 브라우저에서는 로그아웃되었습니다.',
        '직접 바꾸지 않았다면 바로 사이트 관리자에게 알려 주세요.',
        '{button}',
      ),
      button: '콘솔 열기',
    },
    en: {
      subject: 'The mail address of your account at {site} has changed',
      body: text(
        'Hello {name},',
        'The mail address of your account at the support console of {site} is {newEmail} now. You sign in with that one; other browsers are signed out.',
        'If this was not you, tell an administrator of the site at once.',
        '{button}',
      ),
      button: 'Open the console',
    },
  },
  CONVERSATION: {
    ko: {
      subject: '{site} 지원 세션 대화 내용 ({number})',
      body: text(
        '{greeting}',
        '지원 세션 {number}에서 나눈 대화 내용입니다.',
        '{conversation}',
        '---',
        '대화에 참여한 분의 요청으로 보낸 메일입니다. 받을 이유가 없다면 지워 주세요.',
      ),
      button: '',
    },
    en: {
      subject: 'Your conversation with {site} ({number})',
      body: text(
        '{greeting}',
        'This is what was written in the support session {number}.',
        '{conversation}',
        '---',
        'Somebody who took part asked for this mail. If it is not for you, please delete it.',
      ),
      button: '',
    },
  },
  CONCERN_REPORT: {
    ko: {
      subject: '고객이 예상하지 못한 전화를 신고했습니다 ({number})',
      body: text(
        '{name} 님, 안녕하세요.',
        '{customer} 님이 예상하지 못한 전화를 받았다고 신고했습니다. 지원 세션({number})은 바로 종료되었고 모든 승인이 취소되었습니다. 고객에게는 전화를 끊고 공식 번호로 확인하라고 안내했습니다.',
        lines('지원 담당자: {csr}', '시각: {at}'),
        '{button}',
        '---',
        '{site}의 신고를 처리할 수 있는 사람에게 보내는 메일입니다.',
      ),
      button: '신고 확인하기',
    },
    en: {
      subject: 'A customer reported an unexpected call ({number})',
      body: text(
        'Hello {name},',
        '{customer} reported an unexpected call. The support session {number} ended at once, and every consent was taken back. The customer was told to hang up and to call the official number.',
        lines('Representative: {csr}', 'Time: {at}'),
        '{button}',
        '---',
        'This mail goes to everybody who may settle reports of {site}.',
      ),
      button: 'Look at the report',
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

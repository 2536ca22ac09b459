import type { en } from './en';

export const ko: typeof en = {
  setUp: {
    title: '함께 쓸 준비',
    count: '{all}가지 중 {done}가지 완료',
    isDone: '완료',
    putAway: '이 목록 치우기',
    isAway: '‘함께 쓸 준비’ 목록을 치웠습니다. 여기나 내 계정 화면에서 다시 꺼낼 수 있습니다.',
    bringBack: '목록 다시 꺼내기',
    step: {
      ADDRESS: {
        title: '누구나 열 수 있는 주소',
        lead: '지금은 링크가 이 컴퓨터에서만 열려 다른 사람은 들어올 수 없습니다. 사이트 주소를 정해 주세요.',
        next: '주소 정하기',
      },
      MAIL_SERVER: {
        title: '메일 서버',
        lead: '초대, 새 비밀번호, 대화 내용은 메일로 나갑니다. 서버를 시작할 때 SMTP_URL을 정하기 전에는 직접 전해야 합니다.',
        next: '메일 상태 보기',
      },
      OWN_EMAIL: {
        title: '내 메일 주소',
        lead: '아직 owner@localhost로 로그인하고 있어 메일을 받을 수 없습니다. 비밀번호를 잊어도 메일로 새로 정할 수 없습니다.',
        next: '내 주소 입력하기',
      },
      PEOPLE: {
        title: '함께 일할 동료',
        lead: '아직 다른 사람이 로그인하지 않았습니다. 함께 고객을 도울 동료와 또 한 명의 소유자를 초대하세요.',
        next: '동료 초대하기',
      },
      LOOK: {
        title: '우리 사이트의 모습',
        lead: '고객에게 Tandem의 기본 로고와 색이 보입니다. 회사의 것으로 바꾸면 고객이 안심합니다.',
        next: '모습 정하기',
      },
      PRACTICE: {
        title: '첫 연습 세션',
        lead: '2분이면 담당자와 고객 양쪽에서 세션을 경험할 수 있습니다.',
        next: '지금 연습하기',
      },
    },
    mailBroken: '메일 서버가 설정되어 있지만 메일이 나가지 못합니다. 서버가 무엇이라고 답했는지 확인해 주세요.',
  },
};

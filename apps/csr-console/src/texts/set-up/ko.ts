import type { en } from './en';

export const ko: typeof en = {
  setUp: {
    title: '함께 쓸 준비',
    count: '{all}가지 중 {done}가지 완료',
    isDone: '완료',
    putAway: '목록 숨기기',
    isAway: '‘함께 쓸 준비’ 목록을 숨겼습니다. 여기나 내 계정 화면에서 다시 표시할 수 있습니다.',
    bringBack: '목록 표시',
    step: {
      ADDRESS: {
        title: '누구나 열 수 있는 주소',
        lead: '지금은 링크가 이 컴퓨터에서만 열려 다른 사람은 접속할 수 없습니다. 사이트 주소를 설정해 주세요.',
        next: '주소 설정',
      },
      MAIL_SERVER: {
        title: '이메일 서버',
        lead: '초대, 비밀번호 링크, 채팅 내용은 이메일로 보냅니다. 서버를 시작할 때 SMTP_URL을 설정하기 전에는 직접 전달해야 합니다.',
        next: '이메일 상태 보기',
      },
      OWN_EMAIL: {
        title: '내 이메일 주소',
        lead: '아직 owner@localhost로 로그인하고 있어 이메일을 받을 수 없습니다. 비밀번호를 잊어도 이메일로 재설정할 수 없습니다.',
        next: '내 주소 입력',
      },
      PEOPLE: {
        title: '함께 일할 동료',
        lead: '아직 다른 사람이 로그인하지 않았습니다. 함께 고객을 지원할 동료와 소유자 한 명을 더 초대하세요.',
        next: '동료 초대',
      },
      LOOK: {
        title: '브랜딩',
        lead: '고객에게 Tandem의 기본 로고와 색이 보입니다. 회사의 로고와 색으로 변경하면 고객이 안심합니다.',
        next: '브랜딩 설정',
      },
      PRACTICE: {
        title: '첫 연습 세션',
        lead: '2분이면 담당자와 고객 양쪽에서 세션을 경험할 수 있습니다.',
        next: '연습 세션 시작',
      },
    },
    mailBroken: '이메일 서버가 설정되어 있지만 이메일을 보내지 못합니다. 서버의 응답을 확인해 주세요.',
  },
};

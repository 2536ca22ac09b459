import type { en } from './en';

export const ko: typeof en = {
  admin: {
    page: { settings: '설정', replies: '자주 쓰는 답변', tokens: 'API 토큰' },
    lead: {
      settings: '바꾸면 바로 적용되고, 누가 바꾸었는지 남으며, 되돌릴 수 있습니다.',
      replies: '모든 지원 담당자가 /와 이름으로 메시지에 넣을 수 있는 답변입니다.',
      tokens: '토큰이 있으면 다른 시스템에서 GraphQL로 세션 보고서를 읽을 수 있습니다.',
    },
    readOnly: '이곳의 모든 내용을 볼 수 있습니다. 바꾸는 일은 관리자가 합니다.',
  },
  settings: {
    group: { SITE: '사이트', SESSIONS: '세션', VIEWING: '화면 보기', FILES: '파일' },
    unit: { SECONDS: '{n}초', MINUTES: '{n}분', DAYS: '{n}일', MEGABYTES: '{n}메가바이트' },
    unitName: { SECONDS: '초', MINUTES: '분', DAYS: '일', MEGABYTES: '메가바이트' },
    blank: '비어 있음',
    never: '사용 안 함',
    lock: '모두에게 같게',
    lockedNow: '이제 모두에게 같음',
    unlockedNow: '각자 고를 수 있음',
    toDefault: '‘{value}’ 값으로 되돌리기',
    changedBy: '{name} 님이 바꿈, {at}',
    undo: '되돌리기',
    history: '변경 기록',
    noHistory: '아직 바꾼 것이 없습니다. 무엇을 누가 바꾸었는지 여기에 나타납니다.',
    fromTo: '{from} → {to}',
    somebody: '알 수 없음',
  },
};

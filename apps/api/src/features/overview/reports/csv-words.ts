import type { Locale, SessionEndReason } from '@tandem/domain';

/** Column titles and values of the export, with the terms of the pages. */
interface CsvWords {
  /** The columns in order. */
  heads: readonly string[];
  endReason: Record<SessionEndReason, string>;
  practice: string;
}

export const CSV_WORDS: Record<Locale, CsvWords> = {
  ko: {
    heads:
      '지원 세션 번호,세션 유형,추적 코드,시작,고객 참여,종료,종료 사유,진행 시간(초),지원 담당자,고객,참가자 수,메시지 수,요청 수,허용 안 함 수,고객 화면을 본 시간(초),내 화면을 공유한 시간(초),연결 끊김 수,메모,연습'.split(
        ',',
      ),
    endReason: {
      ENDED_BY_CSR: '지원 담당자가 종료함',
      CUSTOMER_LEFT: '고객이 나감',
      IDLE: '오랫동안 활동이 없음',
      NEVER_JOINED: '아무도 참여하지 않음',
      REPORTED_BY_CUSTOMER: '고객이 예상하지 못한 전화를 신고함',
    },
    practice: '연습',
  },
  en: {
    heads:
      'Session number,Session type,Tracking code,Started,Customer joined,Ended,Reason,Duration (s),Support representative,Customers,Participants,Messages,Requests,Not allowed,Customer’s screen viewed (s),Own screen shared (s),Disconnects,Notes,Practice'.split(
        ',',
      ),
    endReason: {
      ENDED_BY_CSR: 'Ended by the support representative',
      CUSTOMER_LEFT: 'The customer left',
      IDLE: 'No activity for a long time',
      NEVER_JOINED: 'No one joined',
      REPORTED_BY_CUSTOMER: 'The customer reported an unexpected call',
    },
    practice: 'Practice',
  },
};

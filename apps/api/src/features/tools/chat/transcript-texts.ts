import type { Locale, ParticipantRole, SessionEndReason } from '@tandem/domain';

interface TranscriptTexts {
  title: string;
  session: string;
  started: string;
  ended: string;
  stillLive: string;
  people: string;
  nothing: string;
  csrsOnly: string;
  onlyTo: (name: string) => string;
  edited: string;
  deleted: string;
  opened: (name: string, at: string) => string;
  cut: (count: number) => string;
  redacted: string;
  csr: string;
  customer: string;
}

export const TRANSCRIPT_TEXTS: Record<Locale, TranscriptTexts> = {
  ko: {
    title: '채팅 기록',
    session: '지원 세션 번호',
    started: '시작',
    ended: '종료',
    stillLive: '진행 중',
    people: '채팅한 사람',
    nothing: '메시지가 없습니다.',
    csrsOnly: '지원 담당자끼리',
    onlyTo: (name) => `${name} 님에게만`,
    edited: '수정됨',
    deleted: '삭제된 메시지입니다.',
    opened: (name, at) => `${name} 님이 ${at}에 열었습니다`,
    cut: (count) => `이전 메시지는 생략했습니다. 최근 메시지 ${count}개만 포함됩니다.`,
    redacted: '카드 번호와 비밀 키는 ▮로 가려져 있습니다.',
    csr: '지원 담당자',
    customer: '고객',
  },
  en: {
    title: 'Chat',
    session: 'Session number',
    started: 'Started',
    ended: 'Ended',
    stillLive: 'still live',
    people: 'People in this chat',
    nothing: 'No messages.',
    csrsOnly: 'representatives only',
    onlyTo: (name) => `only to ${name}`,
    edited: 'edited',
    deleted: 'This message was deleted.',
    opened: (name, at) => `opened by ${name} at ${at}`,
    cut: (count) => `Earlier messages aren’t included: these are the last ${count}.`,
    redacted: 'Card numbers and secret keys are replaced by ▮.',
    csr: 'support representative',
    customer: 'customer',
  },
};

/** The content of a transcript: redacted, and only what its reader may read. */
export interface Transcript {
  site: string;
  number: string;
  startedAt: Date;
  endedAt: Date | null;
  endReason: SessionEndReason | null;
  /** The number of messages, when earlier ones were left out. */
  cutTo: number | null;
  messages: TranscriptMessage[];
}
export interface TranscriptMessage {
  sentAt: Date;
  from: { name: string; role: ParticipantRole };
  audience: string;
  to: string | null;
  text: string;
  isLink: boolean;
  editedAt: Date | null;
  isDeleted: boolean;
  openings: { name: string; openedAt: Date }[];
}

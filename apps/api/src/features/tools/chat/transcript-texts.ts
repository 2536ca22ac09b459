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
    people: '글을 쓴 사람',
    nothing: '주고받은 글이 없습니다.',
    csrsOnly: '지원 담당자끼리',
    onlyTo: (name) => `${name} 님에게만`,
    edited: '고침',
    deleted: '지운 메시지입니다.',
    opened: (name, at) => `${name} 님이 ${at}에 열었습니다`,
    cut: (count) => `처음 메시지는 생략했습니다. 마지막 ${count}개만 있습니다.`,
    redacted: '카드 번호와 인증 키는 ▮로 가려져 있습니다.',
    csr: '지원 담당자',
    customer: '고객',
  },
  en: {
    title: 'Chat',
    session: 'Session number',
    started: 'Started',
    ended: 'Ended',
    stillLive: 'still live',
    people: 'Who wrote',
    nothing: 'Nothing was written.',
    csrsOnly: 'representatives only',
    onlyTo: (name) => `only to ${name}`,
    edited: 'edited',
    deleted: 'This message was deleted.',
    opened: (name, at) => `opened by ${name} at ${at}`,
    cut: (count) => `Earlier messages are left out: these are the last ${count}.`,
    redacted: 'Card numbers and secret keys are hidden by ▮.',
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

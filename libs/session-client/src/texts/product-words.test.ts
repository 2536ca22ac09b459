import { describe, expect, it } from 'vitest';
import { en } from './en';
import { ko } from './ko';

/** The terms of the product, copied from its description and not from the texts: key of the label, English, Korean. */
const WORDS: [keyof typeof en.labels, string, string][] = [
  ['csr', 'Support representative', '지원 담당자'],
  ['customer', 'Customer', '고객'],
  ['session', 'Support session', '지원 세션'],
  ['sessionNumber', 'Session number', '지원 세션 번호'],
  ['queue', 'Queue', '지원 대기열'],
  ['dashboard', 'CSR dashboard', 'CSR 대시보드'],
  ['tools', 'Tools', '도구'],
  ['desktop', 'Desktop', '데스크탑'],
  ['application', 'Application', '응용프로그램'],
  ['sessionTab', 'Session', '세션'],
  ['invite', 'Invite', '초대'],
  ['chat', 'Chat', '채팅'],
  ['video', 'Video', '비디오'],
  ['fileTransferBasic', 'File transfer (basic)', '파일 전송(기본)'],
  ['fileTransferAdvanced', 'File transfer (advanced)', '파일 전송(고급)'],
  ['audio', 'Audio', '오디오'],
  ['notes', 'Notes', '메모'],
  ['requestView', 'Request view', '보기 요청'],
  ['requestControl', 'Request control', '제어 요청'],
  ['shareView', 'Share view', '보기 공유'],
  ['shareControl', 'Share control', '제어 공유'],
  ['cobrowseView', 'Cobrowse view', '협동 브라우징 보기'],
  ['cobrowseControl', 'Cobrowse control', '협동 브라우징 제어'],
  ['sessionOptions', 'Session options', '세션 옵션'],
  ['optionStandard', 'Standard', '표준'],
  ['optionSampling', 'Screen sampling', '화면 샘플링'],
  ['recordSession', 'Record session', '세션 녹화'],
  ['transferControl', 'Transfer control', '제어 전송'],
  ['transferSession', 'Transfer session', '세션 전송'],
  ['endSession', 'End session', '세션 종료'],
  ['leaveSession', 'Leave session', '세션 나가기'],
  ['report', 'Session detail report', '세션 세부 사항 보고서'],
  ['grant', 'Grant', '승인'],
  ['supportManager', 'Support Manager', '지원 관리자'],
];

describe('the labels of the product', () => {
  it.each(WORDS)('%s is “%s” in English and “%s” in Korean', (key, english, korean) => {
    expect({ en: en.labels[key], ko: ko.labels[key] }).toEqual({ en: english, ko: korean });
  });

  it('are all in this list', () => {
    expect(Object.keys(en.labels).sort()).toEqual(WORDS.map(([key]) => key).sort());
  });
});

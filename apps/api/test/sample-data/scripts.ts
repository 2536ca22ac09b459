// The scripts of the sample sessions. Names, companies and numbers are invented.
import type { Locale, Role } from '@tandem/domain';

export type Who = 'seoyeon' | 'daniel';

export const STAFF: { key: string; email: string; name: string; role: Role; locale: Locale }[] = [
  { key: 'seoyeon', email: 'seoyeon.kim@example.com', name: '김서연', role: 'CSR', locale: 'ko' },
  { key: 'daniel', email: 'daniel.reed@example.com', name: 'Daniel Reed', role: 'CSR', locale: 'en' },
  { key: 'dohyun', email: 'dohyun.lee@example.com', name: '이도현', role: 'SUPERVISOR', locale: 'ko' },
  { key: 'nora', email: 'nora.hale@example.com', name: 'Nora Hale', role: 'ADMINISTRATOR', locale: 'en' },
];

export const SESSION_TYPES = ['설치 · Installation', '결제 · Billing', '장애 · Fault', '교육 · Training'] as const;
const [INSTALLATION, BILLING, FAULT, TRAINING] = SESSION_TYPES;

type By = 'csr' | 'customer';
/** One step of a session. `after` is how many seconds pass before it; without one, half a minute. */
export type Step = { after?: number } & (
  | { by: By; says: string }
  | { asksToSee: 'allowed' | 'refused'; forSeconds?: number }
  | { showsOwnScreen: number }
  | { by: By; sends: string; holds: string | { image: string } }
  | { sendsLink: string }
  | { colleagueHelps: string }
);

export interface SessionScript {
  csr: Who;
  /** Null: no customer came. */
  customer: { name: string; locale: Locale; system: string; browser: string; kind?: 'DESKTOP' | 'PHONE' } | null;
  about: string;
  code: string;
  steps: Step[];
  note?: string;
}

const windows = { system: 'Windows 11', browser: 'Chrome 142' };
const mac = { system: 'macOS 26', browser: 'Safari 26' };
const phone = { system: 'Android 16', browser: 'Samsung Internet 29', kind: 'PHONE' as const };
const csr = (says: string, after?: number): Step => ({ by: 'csr', says, ...(after && { after }) });
const customer = (says: string, after?: number): Step => ({ by: 'customer', says, ...(after && { after }) });
const PRINTER_LOG =
  '2026-01-12 09:41:03 spooler: queue HALL-2 paused\n2026-01-12 09:41:09 spooler: out of paper, tray 2\n';
const SETTINGS_GUIDE = '1. 설정을 엽니다.\n2. 계정에서 동기화를 켭니다.\n3. 프로그램을 다시 시작합니다.\n';

export const KOREAN: SessionScript[] = [
  {
    csr: 'seoyeon',
    customer: { name: '박지훈', locale: 'ko', ...windows },
    about: FAULT,
    code: 'HD-2041',
    steps: [
      customer('안녕하세요, 아침부터 프린터가 안 됩니다.', 45),
      csr('안녕하세요, 고객님. 불편을 드려 죄송합니다. 화면을 함께 보면서 확인해 드려도 될까요?'),
      customer('네, 그렇게 해 주세요.'),
      { asksToSee: 'allowed', forSeconds: 410 },
      csr('인쇄 대기열이 일시 중지되어 있었습니다. 지금 다시 켰습니다.'),
      customer('나왔어요! 감사합니다.', 60),
    ],
    note: '인쇄 대기열이 **일시 중지**되어 있었음. 용지함 2 비어 있음 → 다시 켜고 정상 출력 확인.',
  },
  {
    csr: 'seoyeon',
    customer: { name: '이수민', locale: 'ko', ...phone },
    about: BILLING,
    code: 'PAY-318',
    steps: [
      customer('이번 달 결제가 두 번 된 것 같아요.', 30),
      csr('확인해 보겠습니다, 고객님. 영수증 사진을 보내 주실 수 있을까요?'),
      { by: 'customer', sends: '영수증.png', holds: { image: 'portal-join.png' }, after: 90 },
      csr('받았습니다. 한 건은 내일까지 취소됩니다.', 120),
      customer('네, 알겠습니다.'),
    ],
    note: '중복 결제 1건 취소 요청함. 취소까지 영업일 기준 1일.',
  },
  {
    csr: 'seoyeon',
    customer: { name: '정하은', locale: 'ko', ...mac },
    about: INSTALLATION,
    code: 'SET-77',
    steps: [
      csr('안녕하세요, 고객님. 설치 도중 어디에서 멈췄는지 볼 수 있을까요?', 20),
      { asksToSee: 'refused' },
      customer('죄송하지만 화면은 보여 드리기 어려워요. 글로 설명해 주시면 해 볼게요.'),
      csr('물론입니다. 순서를 파일로 보내 드리겠습니다.'),
      { by: 'csr', sends: '설치 순서.txt', holds: SETTINGS_GUIDE, after: 60 },
      customer('3번까지 했더니 됩니다.', 300),
    ],
    note: '화면 공유는 원하지 않으심. 안내문으로 해결.',
  },
  {
    csr: 'seoyeon',
    customer: { name: '최유나', locale: 'ko', ...windows },
    about: TRAINING,
    code: 'EDU-12',
    steps: [
      csr('안녕하세요, 고객님. 오늘은 보고서 만드는 방법을 보여 드리겠습니다.', 20),
      { showsOwnScreen: 780 },
      customer('필터는 어디에 저장되나요?'),
      csr('왼쪽 위 별표를 누르시면 저장됩니다.'),
      { sendsLink: 'https://docs.example.com/ko/reports' },
      customer('잘 보입니다. 감사합니다!', 60),
    ],
  },
];

export const ENGLISH: SessionScript[] = [
  {
    csr: 'daniel',
    customer: { name: 'Olivia Grant', locale: 'en', ...mac },
    about: INSTALLATION,
    code: 'SET-78',
    steps: [
      customer('Hi, the installer stops at 80 % every time.', 40),
      csr('Hello Olivia, sorry about that. May I have a look at your screen?'),
      { asksToSee: 'allowed', forSeconds: 620 },
      csr('The disk was nearly full. I have shown you where to free some space.'),
      customer('It has just finished. Thank you!', 240),
    ],
    note: 'Installer stopped for lack of disk space (1.2 GB free). Finished after the customer emptied the downloads.',
  },
  {
    csr: 'daniel',
    customer: { name: 'Samuel Ortiz', locale: 'en', ...windows },
    about: FAULT,
    code: 'HD-2042',
    steps: [
      customer('Printing worked yesterday and does not today.', 35),
      csr('Could you send me the log of the print spooler?'),
      { by: 'customer', sends: 'spooler-log.txt', holds: PRINTER_LOG, after: 120 },
      { colleagueHelps: 'Tray 2 reports no paper, then the queue is paused. Same as this morning.' },
      csr('Tray 2 is out of paper, and the queue was paused. Please refill it; I will guide you.'),
      { asksToSee: 'allowed', forSeconds: 240 },
      customer('All pages are coming out now.', 45),
    ],
    note: 'Paper was out in tray 2; queue resumed. Seen twice this week: suggest a larger tray.',
  },
  {
    csr: 'daniel',
    customer: { name: 'Priya Nair', locale: 'en', ...phone },
    about: BILLING,
    code: 'PAY-319',
    steps: [
      customer('Where do I change the address on my invoices?', 25),
      csr('Under Account → Billing → Invoice address. It counts from the next invoice on.'),
      customer('Found it, thanks.', 90),
    ],
  },
  { csr: 'daniel', customer: null, about: FAULT, code: 'HD-2043', steps: [], note: 'Customer did not call back.' },
];

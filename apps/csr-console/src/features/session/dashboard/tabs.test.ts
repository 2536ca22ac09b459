import { DASHBOARD_TABS, type DashboardTab } from '@tandem/domain';
import { createTexts } from '@tandem/session-client';
import { describe, expect, it } from 'vitest';
import { en, ko } from '../../../texts';
import { ACTS, TAB_LABELS, TABS, type ActId } from './tabs';

const [schema] = Object.values(
  import.meta.glob<string>('../../../../../../libs/contract/schema.graphql', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const mutations = /^type Mutation \{([\s\S]*?)^\}/m.exec(schema!)![1]!;
const { t } = createTexts('ko', { ko, en }).global as unknown as { t(key: string): string };

/** The buttons of each tab, copied from the description of the product. */
const SEED: Record<DashboardTab, string[]> = {
  TOOLS: ['초대', '채팅', '비디오', '파일 전송(기본)', '파일 전송(고급)', '오디오', '메모'],
  DESKTOP: ['보기 요청', '제어 요청', '보기 공유', '제어 공유'],
  APPLICATION: [
    ...['보기 요청', '제어 요청', '보기 공유', '제어 공유'],
    ...['협동 브라우징 보기', '협동 브라우징 제어'],
  ],
  SESSION: ['표준', '화면 샘플링', '세션 녹화', '제어 전송', '세션 전송', '세션 종료'],
};

describe('the CSR dashboard', () => {
  it.each(DASHBOARD_TABS)('has every button of the seed on the tab %s, under its name', (tab) => {
    expect(TABS[tab].map((id) => t(`labels.${ACTS[id].label}`))).toEqual(SEED[tab]);
  });

  it('names its tabs as the seed does', () => {
    expect(DASHBOARD_TABS.map((tab) => t(`labels.${TAB_LABELS[tab]}`))).toEqual([
      '도구',
      '데스크탑',
      '응용프로그램',
      '세션',
    ]);
  });

  it('has every act on one tab', () => {
    expect(Object.values(TABS).flat().sort()).toEqual(Object.keys(ACTS).sort());
  });

  it.each(Object.keys(ACTS) as ActId[])('%s ends in a mutation, or says why not', (id) => {
    const { missing, mutation } = ACTS[id];
    if (missing) return expect(ko.missing[missing]).toMatch(/[가-힣]/);
    expect(mutations).toMatch(new RegExp(`^ {2}${mutation}\\(`, 'm'));
  });
});

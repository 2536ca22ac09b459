import { DEFAULT_LAYOUT, type DashboardLayout } from '@tandem/domain';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const PARTS =
  'dashboardLayout { isRailUnfolded isSideFolded sideWidth sidePart isViewerBarFolded viewerBar { x y } tiles { x y } }';
const MINE = `query { me { ${PARTS} } }`;
const SET = `mutation($input: DashboardLayoutInput!) { setMyDashboardLayout(input: $input) { ${PARTS} } }`;

const CHANGED: DashboardLayout = {
  ...{ isRailUnfolded: true, isSideFolded: true, sideWidth: 400, sidePart: 'NOTES', isViewerBarFolded: true },
  ...{ viewerBar: { x: 0, y: 0.25 }, tiles: { x: 0.5, y: 1 } },
};

it('each account keeps its own arrangement of the dashboard', async () => {
  const [csr, other] = [await api.staff('CSR'), await api.staff('CSR')];
  expect((await csr.ask(MINE)).me.dashboardLayout).toEqual(DEFAULT_LAYOUT);
  expect((await csr.ask(SET, { input: CHANGED })).setMyDashboardLayout.dashboardLayout).toEqual(CHANGED);
  expect((await csr.ask(MINE)).me.dashboardLayout).toEqual(CHANGED);
  expect((await other.ask(MINE)).me.dashboardLayout).toEqual(DEFAULT_LAYOUT);
});

it('widths and places outside the window are refused, and what was kept stays', async () => {
  const csr = await api.staff('CSR');
  await csr.ask(SET, { input: CHANGED });
  for (const [path, wrong] of [
    ['sideWidth', { sideWidth: 279 }],
    ['sideWidth', { sideWidth: 481 }],
    ['viewerBar.x', { viewerBar: { x: -0.01, y: 0 } }],
    ['tiles.y', { tiles: { x: 0, y: 1.01 } }],
  ] as const)
    expect((await csr.failure(SET, { input: { ...CHANGED, ...wrong } }))?.fields).toEqual([{ path, rule: 'INVALID' }]);
  expect((await csr.ask(MINE)).me.dashboardLayout).toEqual(CHANGED);
});

it('what was stored before a part existed is completed by the defaults', async () => {
  const csr = await api.staff('CSR');
  const { id } = (await csr.ask('query { me { id } }')).me;
  await api.prisma.user.update({ where: { id }, data: { dashboardLayout: { sideWidth: 300 } } });
  expect((await csr.ask(MINE)).me.dashboardLayout).toEqual({ ...DEFAULT_LAYOUT, sideWidth: 300 });
});

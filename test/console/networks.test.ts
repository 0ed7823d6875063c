/** The Anhui network and the e-commerce centres: what everybody reads of them, and the desks of those who work in them. */
import { beforeAll, expect, it } from 'vitest';
import {
  countFor,
  recordBulletin,
  recordEvaluations,
  recordListing,
  recordNeed,
  recordNetwork,
  RESIDENT,
  setTasks,
} from '../support/anhui-records.ts';
import { recordCentres } from '../support/centre-records.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2025-11-03T09:00:00+08:00');
let reportsOfResident = '';

beforeAll(async () => {
  const { database } = stage.stack;
  const cases = await recordNetwork(database);
  reportsOfResident = cases[RESIDENT] ?? '';
  await setTasks(database, RESIDENT, { 2025: { served: 200, products: 3 } });
  await countFor(database, RESIDENT, 'served', 150, '2025-06-02');
  await recordListing(database, RESIDENT, 'WHITE', 'EXCELLENT');
  await recordNeed(database, { stage: 'ORDER_TAKEN', taker: RESIDENT });
  await recordNeed(database, { stage: 'COMPLETED', taker: RESIDENT, completedOn: '2025-10-28', satisfied: true });
  await recordBulletin(database, { year: 2025, quarter: 2, issued: '皖经信服务函〔2025〕31号' });
  await recordBulletin(database, { year: 2025, quarter: 3, issued: null });
  await recordEvaluations(database, 2024);
  await recordCentres(database);
});

it('AH-OPS-01.5 AH-OPS-04.2 everybody reads who is in the network and what it did in a quarter', async () => {
  const visitor = await stage.visit({ width: 390 });
  const { page } = visitor;
  await visitor.open('/network');
  await page.getByRole('link', { name: '安徽平台网络' }).click();
  await page.getByText('在网市级平台 2 / 16 个，入驻服务机构 2 家。').waitFor();
  await page.getByRole('button', { name: '入驻机构 2 家 合肥市中小企业综合服务平台' }).click();
  await page.getByText('合肥科创企业服务有限公司').waitFor();
  await page.getByText('皖经信服务函〔2025〕31号').waitFor();
  // The whole bulletin is for the network alone.
  expect(await page.getByRole('link', { name: '查看通报全文' }).count()).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

it('AH-EVAL-04.1 a member sees what it owes, how long there is, and where the form is', async () => {
  const member = await stage.visit();
  const { page } = member;
  await member.signIn('resident');
  await member.open('/anhui/reports');
  const owed = page.getByRole('region', { name: '待报送' });
  await owed.getByText('还剩 5 个工作日').waitFor();
  await owed.getByRole('link', { name: '打开案件：2025年10月 合肥科创企业服务有限公司' }).click();
  await page.waitForURL((url) => url.pathname === `/cases/${reportsOfResident}`);
  expect(member.faults).toEqual([]);
  await member.close();
});

it('AH-EVAL-02.10 the provincial platform sees members by periods, each cell opening its case, and takes the table away', async () => {
  const platform = await stage.visit();
  const { page } = platform;
  await platform.signIn('anhuiplatform');
  await platform.open('/anhui/reports');
  const cell = page.getByRole('link', { name: '芜湖市中小企业综合服务平台，2025年9月：逾期未报' });
  expect(await cell.getAttribute('href')).toMatch(/^\/cases\/tst-/);
  const csv = await page.getByRole('link', { name: '导出 CSV' }).getAttribute('href');
  const answer = await page.request.get(`${stage.stack.baseUrl}${csv}`);
  expect([answer.status(), (await answer.text()).trim().split('\n')]).toEqual([
    200,
    expect.objectContaining({ length: 9 }),
  ]);
  await platform.open('/anhui/bulletins/2025-Q2');
  await page.getByText('芜湖平台活动应为 4 场。').waitFor();
  const pdf = await page.getByRole('link', { name: '下载 PDF' }).getAttribute('href');
  expect((await page.request.get(`${stage.stack.baseUrl}${pdf}`)).headers()['content-type']).toBe('application/pdf');
  expect(platform.faults).toEqual([]);
  await platform.close();
});

it('EC-CENTRE-03.2 EC-CENTRE-03.3 everybody reads the directory of a centre, and what of it is outdated', async () => {
  const visitor = await stage.visit();
  const { page } = visitor;
  await visitor.open('/centres');
  await page.getByRole('button', { name: '查看名录 义乌市电子商务公共服务中心' }).click();
  await page.getByText('确认有效至 2026-03-03').waitFor();
  await page.getByText('待更新', { exact: true }).waitFor();
  expect(await page.getByRole('heading', { name: '对照标准情况' }).count()).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

holdsAccessible('of the networks for everybody', stage, () => Promise.resolve(['/anhui', '/centres']));

holdsAccessible('of the provincial platform', stage, async (visitor) => {
  await visitor.signIn('anhuiplatform');
  return [
    '/anhui',
    '/anhui/reports',
    '/anhui/members?year=2025',
    '/anhui/needs',
    '/anhui/bulletins/2025-Q2',
    '/anhui/bulletins/2025-Q3',
    '/anhui/evaluations/2024',
  ];
});

holdsAccessible('of a member of the network', stage, async (visitor) => {
  await visitor.signIn('resident');
  return ['/anhui/reports', '/anhui/members', '/anhui/evaluations/2024'];
});

holdsAccessible('of a centre', stage, async (visitor) => {
  await visitor.signIn('commerce');
  return ['/centres'];
});

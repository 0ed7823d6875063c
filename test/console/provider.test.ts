/** A provider's way through the console: a draft that saves itself, files, a check, the filing, and the mail that says it came. */
import { expect, it } from 'vitest';
import { goodFigures, institutions, samples } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');

it('SH-STORE-03.1 an application is filled in as a draft, says what is missing, takes files, and is filed with a receipt by mail', async () => {
  const client = await stage.stack.as('provider');
  const { equipment: _, ...figures } = goodFigures();
  const institution = {
    ...institutions.provider,
    contactName: '张三',
    contactPhone: '021-55667788',
    contactEmail: 'provider@demo.anjuan.test',
  };
  const { id } = await client.post('/api/drafts', {
    kind: 'storeApplication',
    data: { route: 'STANDARD', institution, figures, mainShareholders: [] },
  });

  const provider = await stage.visit();
  const { page } = provider;
  await provider.signIn('provider');
  await provider.open('/apply');
  await page.getByText(institution.name).waitFor();
  await provider.open(`/drafts/${id}`);
  const missing = page.getByRole('region', { name: /还缺 2 项/ });
  await missing.getByRole('button', { name: /“信用中国”查询截图/ }).waitFor();

  // What is typed is saved without being asked.
  const equipment = page.locator('[data-path="figures.equipment"]');
  await equipment.fill('办公电脑 30 台、会议系统一套');
  await expect
    .poll(async () => (await client.get(`/api/drafts/${id}`)).data.figures.equipment, { timeout: 60_000 })
    .toBe('办公电脑 30 台、会议系统一套');

  for (const [title, name, buffer] of [
    ['营业执照扫描件', '营业执照.pdf', samples.pdf],
    ['“信用中国”查询截图', '信用中国.png', samples.png],
  ] as const) {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: `上传文件：${title}` }).click();
    await (await chooser).setFiles({ name, mimeType: name.endsWith('png') ? 'image/png' : 'application/pdf', buffer });
    await page.getByText(name, { exact: true }).waitFor();
  }
  await page.getByText('必填项已填齐。').waitFor();
  await page.getByRole('button', { name: '核对准入条件' }).click();
  await page.getByText('可走的途径').waitFor();

  await page.getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/cases/app-'));
  await page.getByRole('heading', { name: `开店申请 · ${institution.name}`, level: 1 }).waitFor();
  await page.getByText('营业执照.pdf').first().waitFor();
  await mailAbout(stage.stack, 'provider', '开店申请收件回执');
  expect((await client.get('/api/drafts')).items).toEqual([]);

  // The bell counts what was not acknowledged, and leads to it.
  const { unread } = await client.get('/api/notices/counts');
  expect(unread).toBeGreaterThan(0);
  await page.getByRole('link', { name: `${unread} 份通知未确认` }).click();
  await page.waitForURL((url) => url.pathname === '/notices' && url.searchParams.get('which') === 'unread');
  await page.getByRole('link', { name: /开店申请收件回执/ }).click();
  await page.getByRole('button', { name: '确认已阅' }).click();
  await page.getByRole('link', { name: `${unread - 1} 份通知未确认` }).waitFor();
  expect(provider.faults).toEqual([]);
  await provider.close();
});

it.each([
  ['district', '浦科经委推〔2025〕3号'],
  ['authority', '沪经信推〔2025〕7号'],
])('SH-STORE-02.2 SH-STORE-07.3 the %s puts its letter on file and finds it again', async (account, number) => {
  const person = await stage.visit();
  const { page } = person;
  await person.signIn(account);
  await page.getByRole('link', { name: '提交事项', exact: true }).click();
  await page.getByRole('link', { name: '推荐机构试运行' }).click();
  await page.locator('[data-path="creditCode"]').fill('91310104MA1FR2CD85');
  await page.getByLabel('推荐部门').fill('推荐部门');
  await page.getByLabel('推荐函文号').fill(number);
  await page.getByRole('textbox', { name: '推荐理由' }).fill('技术服务能力突出');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '上传文件：推荐函扫描件' }).click();
  await (await chooser).setFiles({ name: '推荐函.pdf', mimeType: 'application/pdf', buffer: samples.pdf });
  await page.getByText('推荐函.pdf').waitFor();
  await page.getByRole('button', { name: '推荐机构试运行' }).click();
  await page.getByText('已办理。').waitFor();
  const letter = page.getByRole('region', { name: '已登记的推荐' }).getByRole('link', { name: number });
  const file = await page.request.get(`${stage.stack.baseUrl}${await letter.getAttribute('href')}`);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect(person.faults).toEqual([]);
  await person.close();
});

it.each(['expert', 'reviewer'])('XC-05.5 an interest of the %s is declared in the console', async (account) => {
  const person = await stage.visit({ width: 390 });
  const { page } = person;
  await person.signIn(account);
  await person.open('/file');
  await page.getByRole('link', { name: '登记利益关系（回避）' }).click();
  const party = page.locator('[data-path="party"]');
  const find = page.getByRole('searchbox', { name: '按名称、编号查找：当事人' });
  if (account === 'reviewer') {
    // Of the cases of the body, by name.
    await find.fill('启明');
    await party
      .getByRole('option', { name: /启明企业服务有限公司 · 91310115MA1K3AB128/ })
      .waitFor({ state: 'attached' });
  }
  // One of whom there is no case yet, by the code as it stands on the licence.
  await find.fill('91310104MA1FR2CD85');
  await party.selectOption('91310104MA1FR2CD85');
  await page.getByRole('textbox', { name: '利益关系' }).fill('曾任该机构顾问');
  await page.getByRole('button', { name: '登记利益关系（回避）' }).click();
  await page.getByText('已办理。').waitFor();
  await page.getByRole('cell', { name: '曾任该机构顾问' }).waitFor();
  // Nobody ends an interest of their own, nor declares one of somebody else.
  expect(await page.getByText('注销', { exact: true }).count()).toBe(0);
  expect(await page.getByLabel('何人的利益关系').count()).toBe(0);
  expect(person.faults).toEqual([]);
  await person.close();
});

it('XC-05.5 a manager ends an interest of somebody else, with the reason', async () => {
  await (
    await stage.stack.as('reviewer2')
  ).post('/api/conflicts', { party: '91310115MA1K3AB128', relation: '亲属任职' });
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('manager');
  await manager.open('/interests?of=demo-reviewer2');
  const row = page.getByRole('row').filter({ hasText: '亲属任职' });
  await row.getByText('注销', { exact: true }).click();
  await row.getByLabel('注销理由').fill('亲属已离职');
  await row.getByRole('button', { name: '注销利益关系登记' }).click();
  await row.getByText('已注销').waitFor();
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('SH-STORE-02.3 a reviewer invites an institution, which opens a case', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open('/file');
  await page.getByRole('link', { name: '主动邀约' }).click();
  const field = (path: string) => page.locator(`[data-path="institution.${path}"]`);
  await field('name').fill('上海恒信创业服务有限公司');
  await field('creditCode').fill('91310104MA1FR9HX35');
  await field('region').selectOption('徐汇区');
  await field('contactName').fill('林女士');
  await field('contactEmail').fill('lin@example.org');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '主动邀约' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/cases/inv-'));
  await page.getByRole('heading', { level: 1 }).getByText('上海恒信创业服务有限公司').waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('HN-NET-05.3 a consumer asks a platform for a service and follows it', async () => {
  const consumer = await stage.visit({ width: 390 });
  const { page } = consumer;
  await consumer.signIn('consumer');
  await consumer.open('/file');
  // Another regime has a kind of the same name.
  const regime = page.getByRole('region', { name: /湖南省/ });
  await regime.getByRole('link', { name: '服务需求', exact: true }).click();
  await page.locator('[data-path="platform"]').first().waitFor();
  await expectAccessible(consumer);
  await page.getByLabel('长沙市中小企业综合窗口服务平台').check();
  await page.locator('[data-path="category"]').selectOption({ index: 1 });
  await page.locator('[data-path="need"]').fill('需要一次质量管理体系诊断。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL((url) => /^\/cases\/(?!.*form)/.test(url.pathname));
  await page.getByRole('region', { name: '时间线' }).getByText('立案').first().waitFor();
  expect(consumer.faults).toEqual([]);
  await consumer.close();
});

holdsAccessible('of those who recommend', stage, async (visitor) => {
  await visitor.signIn('district');
  return ['/file', '/recommendations', '/interests'];
});

holdsAccessible('by which reviewers invite', stage, async (visitor) => {
  await visitor.signIn('reviewer');
  return ['/invitations'];
});

holdsAccessible('of providers', stage, async (visitor) => {
  const client = await stage.stack.as('provider2');
  const { id } = await client.post('/api/drafts', { kind: 'storeApplication', data: {} });
  await visitor.signIn('provider2');
  return ['/', '/cases', '/apply', '/drafts', `/drafts/${id}`, '/file', '/notices', '/my-stores'];
});

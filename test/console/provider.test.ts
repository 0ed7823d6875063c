/** A provider's way through the console: a draft that saves itself, files, a check, the filing, and the mail that says it came. */
import { expect, it } from 'vitest';
import { goodFigures, institutions, samples } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
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

holdsAccessible('of providers', stage, async (visitor) => {
  const client = await stage.stack.as('provider2');
  const { id } = await client.post('/api/drafts', { kind: 'storeApplication', data: {} });
  await visitor.signIn('provider2');
  return ['/cases', '/apply', `/drafts/${id}`, '/file', '/notices', '/my-stores'];
});

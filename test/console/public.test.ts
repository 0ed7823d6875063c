/** What everybody can do without an account, on a phone: complain, prove the address, follow the case; and read the directory. */
import { beforeAll, expect, it } from 'vitest';
import { addStore } from '../../api/testing/stores.ts';
import { publishAgreement } from '../../dev/rehearsal/trading-platform.ts';
import { mailTo } from '../support/mails.ts';
import { openStage, registerSupplier, supplier } from '../support/network.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');

beforeAll(async () => {
  await registerSupplier(openStage(stage.stack));
});

it('HN-NET-20.1 HN-NET-15.6 a complaint is filed without an account once its purpose is agreed to, its address proved by a code, and followed by its tracking code', async () => {
  const visitor = await stage.visit({ width: 390 });
  const { page } = visitor;
  await visitor.open('/complaint/complaint');
  const field = (name: string) => page.locator(`[data-path$="${name}"]`);
  await field('contact.name').fill('王女士');
  await field('contact.email').fill('wang@example.org');
  await field('providerName').fill('长沙某检测机构');
  await field('reason').selectOption('NOT_AS_PROMISED');
  await field('account').fill('报告迟了十天。');
  await field('claim').fill('退还费用');
  await field('happenedOn').fill('2025-09-10');
  await page.getByText('仅用于核实身份').waitFor();
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByText('请阅读个人信息处理说明并勾选同意').first().waitFor();
  await page.getByLabel('同意个人信息处理说明').check();
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('heading', { name: '输入验证码' }).waitFor();
  await expectAccessible(visitor);
  const mail = await mailTo(stage.stack, 'wang@example.org', /./);
  await page.getByLabel('6 位验证码').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '');
  await page.getByRole('button', { name: '确认并立案' }).click();
  await page.getByRole('heading', { name: '已立案' }).waitFor();
  await expectAccessible(visitor);

  await page.getByRole('link', { name: '查询进展' }).last().click();
  await page.getByRole('region', { name: '时间线' }).getByText('立案').first().waitFor();
  await expectAccessible(visitor);
  // The code stands in no address, where others would find it.
  expect(page.url()).toBe(`${stage.stack.baseUrl}/track`);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

it('HN-NET-05.3 a service is asked for by the name of the platform, without the fields that staff alone fill in', async () => {
  const visitor = await stage.visit();
  const { page } = visitor;
  await visitor.open('/complaint/serviceRequest');
  await page.getByLabel('长沙市中小企业综合窗口服务平台').check();
  expect(await page.locator('[data-path="form.need"]').count()).toBe(1);
  expect(await page.locator('[data-path="form.channel"]').count()).toBe(0);
  expect(await page.locator('[data-path="form.consumer"]').count()).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

it('a forgotten password is set anew by the code in the mail, and its owner is signed in', async () => {
  const visitor = await stage.visit();
  const { page } = visitor;
  await visitor.open('/sign-in');
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByLabel('邮箱').fill('consumer@demo.anjuan.test');
  await page.getByRole('button', { name: '发送验证码' }).click();
  const mail = await mailTo(stage.stack, 'consumer@demo.anjuan.test', /重新设置登录密码/);
  await page.getByLabel('验证码').fill(/\b(\d{6})\b/.exec(mail.text)?.[1] ?? '');
  await page.getByLabel('新密码').fill('aaaaaaaaaaaaaaa');
  await page.getByRole('button', { name: '重设密码并登录' }).click();
  await page.getByText('密码太容易被猜到').waitFor();
  await expectAccessible(visitor);
  await page.getByLabel('新密码').fill('correct-horse-battery-staple');
  await page.getByRole('button', { name: '重设密码并登录' }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

it('SH-STORE-08.4 everybody finds an open store by part of its name, with licence, rating and disclaimer, by phone', async () => {
  await addStore(stage.stack, 'sto-shown', '91310115MA1K3AB128', { name: '启明科技服务' });
  await addStore(stage.stack, 'sto-other', '91310104MA1FR2CD85', { name: '致远知识产权' });
  const visitor = await stage.visit({ width: 390 });
  const { page } = visitor;
  await visitor.open('/directory');
  const stores = page.getByRole('region', { name: '已开业店铺' });
  await stores.getByText(/^免责声明：.*仅提供必要的技术支持服务/).waitFor();
  await stores.getByRole('link', { name: '致远知识产权' }).waitFor();
  await stores.getByLabel('按店铺名称或统一社会信用代码查找').fill('科技');
  await page.keyboard.press('Enter');
  await expect.poll(() => stores.getByRole('link', { name: '致远知识产权' }).count(), { timeout: 60_000 }).toBe(0);
  await stores.getByRole('cell', { name: '91310115MA1K3AB128' }).waitFor();
  await stores.getByRole('cell', { name: /（0 分）$/ }).waitFor();
  await expectAccessible(visitor);
  await stores.getByRole('link', { name: '启明科技服务' }).click();
  await page.getByText('91310115MA1K3AB128').waitFor();
  await page.getByRole('heading', { name: '免责声明' }).waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

it('HN-NET-07.3 everybody reads the user agreement and the rules in full, and saves each of them', async () => {
  await publishAgreement(openStage(stage.stack));
  const visitor = await stage.visit({ width: 390 });
  const { page } = visitor;
  await visitor.open('/network');
  await page.getByRole('link', { name: '用户协议和平台规则' }).click();
  const version = page.getByRole('region', { name: '第 1 版' });
  const { items } = await openStage(stage.stack).without().get('/api/hn-net/agreements');
  for (const { text } of items[0].items) await version.getByText(text).first().waitFor();
  const link = page.getByRole('region', { name: '下载现行版本' }).getByRole('link').first();
  const file = await page.request.get(`${stage.stack.baseUrl}${await link.getAttribute('href')}`);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  await expectAccessible(visitor);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

holdsAccessible('for everybody', stage, () =>
  Promise.resolve([
    '/sign-in',
    '/forgotten-password',
    '/complaint',
    '/complaint/complaint',
    '/track',
    '/directory',
    '/network',
    '/information',
    '/offers',
    '/promotions',
    '/agreements',
    '/bulletins',
    '/platforms/hn-hub',
    `/providers/${supplier.party}`,
    '/regulations',
    '/regulations/HN-NET',
  ]),
);

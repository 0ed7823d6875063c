/** What an administrator does in the console: move the training clock, load a year's notice, change rules, look after accounts. */
import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { apply, settled } from '../support/applications.ts';
import { mailAbout } from '../support/mails.ts';
import { startWebhookGateway } from '../support/webhook-gateway.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2026-09-14T09:00:00+08:00');
/** The case that the first test leaves behind. */
let caseId: string;

it('moves the clock to the next deadline, shows what ended there, and leads to its case', async () => {
  const id = await apply(stage.stack);
  caseId = id;
  await settled(stage.stack);
  const admin = await stage.visit();
  const { page } = admin;
  await admin.signIn('admin');
  await admin.open('/admin');
  await page.getByRole('link', { name: '演练时钟' }).click();
  const ahead = page.getByRole('region', { name: '接下来的期限' });
  const first = ahead.getByRole('row').nth(1);
  const title = await first.getByRole('cell').nth(1).innerText();
  await page.getByRole('button', { name: '推进到下一个期限' }).click();
  const fell = page.getByRole('region', { name: '途中届满的期限' });
  await fell.getByText(title).first().waitFor();
  await fell.getByText('已届满').first().waitFor();
  const link = fell.getByRole('link').first();
  expect(await link.getAttribute('href')).toBe(`/cases/${id}`);
  await link.click();
  await page.getByRole('region', { name: '时间线' }).waitFor();
  const now = new Date(await stage.stack.now());
  expect(
    await stage.stack.database.deadline.count({ where: { caseId: id, status: 'PASSED', dueAt: { lte: now } } }),
  ).toBe(1);
  expect(admin.faults).toEqual([]);
  await admin.close();
});

it('XC-02.3 says at which line a pasted notice is wrong, previews the right one, and loads it', async () => {
  const admin = await stage.visit();
  const { page } = admin;
  await admin.signIn('admin');
  await admin.open('/admin/calendar');
  await page.getByLabel('所依据的通知').fill('国办发明电〔2026〕1号');
  const notice = page.getByLabel('放假安排', { exact: true });
  const lines = ['2027-01-01..2027-01-03 元旦', '2027-05-01..2027-05-05 劳动节', '2027-10-01..2027-10-07 国庆节'];
  await notice.fill([...lines, '2027-10-11 上班'].join('\n'));
  await page.getByRole('button', { name: '检查并预览' }).click();
  const fault = page.getByRole('alert');
  await fault.getByText('第 4 行“2027-10-11 上班”').waitFor();
  expect(await page.getByRole('button', { name: '加载 2027 年安排' }).count()).toBe(0);
  await notice.fill([...lines, '2027-10-09 上班'].join('\n'));
  await page.getByRole('button', { name: '检查并预览' }).click();
  await page.getByText('个在计期限').waitFor();
  await page.getByRole('button', { name: '加载 2027 年安排' }).click();
  await page.getByText('已加载为第 2 版').waitFor();
  const { years } = await (await stage.stack.as('admin')).get('/api/calendar');
  expect(years['2027']).toMatchObject({ off: '0101-0103 0501-0505 1001-1007', work: '1009' });
  expect(admin.faults).toEqual([]);
  await admin.close();
});

it('sets up a second factor with an app, and signs in with its code', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('hubmanager');
  await manager.open('/account');
  const part = page.getByRole('region', { name: '登录验证器' });
  await part.getByLabel('当前密码').fill(TRAINING_PASSWORD);
  await part.getByRole('button', { name: '启用登录验证器' }).click();
  await part.getByRole('img', { name: '登录验证器二维码' }).waitFor();
  const secret = Secret.fromBase32(await part.locator('code').innerText());
  const codeOf = (later: number) => new TOTP({ secret }).generate({ timestamp: Date.now() + later * 30_000 });
  // That of the thirty seconds before: this one is for the sign-in.
  await part.getByLabel('动态验证码').fill(codeOf(-1));
  await part.getByRole('button', { name: '确认启用' }).click();
  await part.getByText('请保存下列恢复码').waitFor();
  expect(await part.locator('code').count()).toBe(10);
  await part.getByRole('button', { name: '已保存' }).click();
  await part.getByText('已启用').waitFor();
  await expectAccessible(manager);
  expect(manager.faults).toEqual([]);
  await manager.close();

  const again = await stage.visit();
  await again.open('/sign-in');
  await again.page.getByLabel('邮箱').fill('hubmanager@demo.anjuan.test');
  await again.page.getByLabel('密码', { exact: true }).fill(TRAINING_PASSWORD);
  await again.page.getByRole('button', { name: '登录' }).click();
  await again.page.getByLabel('动态验证码').fill(codeOf(1));
  await again.page.getByRole('button', { name: '登录' }).click();
  await again.page.getByRole('link', { name: '待办' }).first().waitFor();
  await again.close();
});

it('XC-04 sets a channel of a body, tries it out, and reads what came of it', async () => {
  const gateway = await startWebhookGateway();
  const admin = await stage.visit();
  const { page } = admin;
  await admin.signIn('admin');
  await admin.open('/admin/channels');
  await page.getByRole('button', { name: '设置渠道' }).click();
  await page.getByLabel('机构', { exact: true }).selectOption({ label: '上海市中小企业发展服务中心' });
  await page.getByLabel('名称', { exact: true }).fill('初审群');
  await page.getByLabel('类型', { exact: true }).selectOption({ label: '短信等消息网关' });
  await page.getByLabel('地址', { exact: true }).fill(`${gateway.url}/sms?key=hidden-abcd`);
  await page.getByRole('button', { name: '保存' }).click();
  // What is missing is said at its field.
  await page.getByText('接收哪些角色的通知').waitFor();
  await page.getByLabel('审核人员', { exact: true }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('末四位 abcd').waitFor();
  await page.getByRole('button', { name: '向初审群发送测试' }).click();
  await page.getByText('已发出').waitFor();
  expect(gateway.received).toMatchObject([{ body: { subject: '通知渠道测试', body: 'sh-centre' } }]);
  expect(await page.content()).not.toContain('hidden-abcd');
  await expectAccessible(admin);
  expect(admin.faults).toEqual([]);
  await admin.close();
  await gateway.close();
});

it('XC-04.4 reads a notice of a real case, adds a paragraph for its body and mails it to itself', async () => {
  const admin = await stage.visit();
  const { page } = admin;
  await admin.signIn('admin');
  await admin.open('/admin/notices?kind=storeApplication&template=applicationReceived');
  const { number } = await stage.stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  await page.getByLabel('按真实案件预览（案号或者编号）').fill(number);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('内容取自本案最近一次此类通知。').waitFor();
  const mailIn = (name: string) => page.getByRole('region', { name }).frameLocator('iframe');
  await mailIn('英文邮件').getByText(number).first().waitFor();
  // It looks as it is mailed, and its button opens the case beside.
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    mailIn('中文邮件').getByRole('link', { name: '查看申请进度' }).click(),
  ]);
  await opened.waitForURL((url) => url.pathname === `/cases/${caseId}`);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  await opened.close();
  await page.getByLabel('机构', { exact: true }).selectOption({ label: '上海市中小企业发展服务中心' });
  await page.getByLabel('附加段落（中文）').fill('请走东门。');
  await page.getByLabel('附加段落（英文）').fill('Use the east gate.');
  await page.getByRole('button', { name: '保存为新版本' }).click();
  await mailIn('中文邮件').getByText('请走东门。').waitFor();
  await page.getByRole('button', { name: '发送测试邮件给我' }).click();
  await page.getByText('测试邮件已交付发送').waitFor();
  const mail = await mailAbout(stage.stack, 'admin', '【测试】');
  expect(mail.html).toContain('请走东门。');
  await expectAccessible(admin);
  expect(admin.faults).toEqual([]);
  await admin.close();
});

it('XC-05.3 sees what the engine keeps of a case, one click below its page, and nothing of its content', async () => {
  const admin = await stage.visit();
  const { page } = admin;
  await admin.signIn('admin');
  await admin.open(`/cases/${caseId}`);
  await page.getByRole('link', { name: '引擎记录' }).click();
  await page.getByText('WORKFLOW_EXECUTION_STARTED').waitFor();
  expect(await page.getByText(`case/${caseId}`).count()).toBe(1);
  const { title } = await stage.stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(await page.locator('main').innerText()).not.toContain(title);
  await expectAccessible(admin);
  expect(admin.faults).toEqual([]);
  await admin.close();
});

holdsAccessible('of an administrator', stage, async (visitor) => {
  await visitor.signIn('admin');
  return [
    '/admin',
    '/admin/clock',
    '/admin/calendar',
    '/admin/rules',
    '/admin/accounts',
    '/admin/bodies',
    '/admin/notices',
    '/admin/channels',
    '/admin/health',
    `/admin/engine/${caseId}`,
  ];
});

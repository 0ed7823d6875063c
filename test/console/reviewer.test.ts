/** A reviewer's way through the console: from the mail or the inbox to the case, and a decision that a mail follows. */
import { beforeAll, describe, expect, it } from 'vitest';
import { apply, review, settled } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { mailAbout } from '../support/mails.ts';
import { PATIENCE } from '../support/patience.ts';
import { expectAccessible, hasFocus, tabTo } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2025-09-15T09:00:00+08:00');
let caseId: string;
let otherId: string;

beforeAll(async () => {
  caseId = await apply(stage.stack);
  otherId = await apply(stage.stack, { as: 'provider2' });
  await settled(stage.stack);
});

it('XC-03.2 the button of a mail leads through sign-in to the case, where the notice stands on the timeline', async () => {
  const mail = await mailAbout(stage.stack, 'provider', '开店申请收件回执');
  const link = /<a[^>]+href="([^"]+)"/.exec(mail.html)?.[1] ?? '';
  expect(link).toBe(`${stage.stack.baseUrl}/cases/${caseId}`);
  const provider = await stage.visit();
  const { page } = provider;
  await page.goto(link);
  await page.getByLabel('邮箱').fill('provider@demo.anjuan.test');
  await page.getByLabel('密码', { exact: true }).fill('Anjuan-demo-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '开店申请 · 上海启明企业服务有限公司', level: 1 }).waitFor();
  expect(page.url()).toBe(link);
  const timeline = page.getByRole('region', { name: '时间线' });
  await timeline.getByText('立案：开店申请').waitFor();
  await timeline.getByText('provider@demo.anjuan.test').waitFor();
  expect(await timeline.getByText('已发出').count()).toBeGreaterThan(0);
  // Each line is there as the API tells it.
  const { items } = await (await stage.stack.as('provider')).get(`/api/cases/${caseId}/timeline`);
  for (const { title } of items) await timeline.getByText(title.zh, { exact: true }).first().waitFor();
  // What staff do is not offered to a provider: the console shows what the API offers.
  await page.getByRole('button', { name: '撤回申请' }).waitFor();
  expect(await page.getByRole('button', { name: '初审不予通过' }).count()).toBe(0);
  expect(provider.faults).toEqual([]);
  await provider.close();
});

describe('XC-05.1 by keyboard alone', () => {
  it('goes through the inbox, takes the task, decides, and keeps what was typed over an ended session', async () => {
    await review(stage.stack, caseId);
    const reviewer = await stage.visit();
    const { page } = reviewer;
    const { keyboard } = page;
    await reviewer.signIn('reviewer');
    await tabTo(reviewer, page.getByRole('searchbox'));
    await keyboard.type('qiming');
    await keyboard.press('Enter');
    await page.getByText('查找：qiming').waitFor();
    const current = page.locator('tr[aria-current=true]');
    await current.waitFor({ state: 'detached' });
    await keyboard.press('Tab');

    await keyboard.press('Shift+?');
    const help = page.getByRole('dialog', { name: '快捷键' });
    await help.getByText('打开案件并开始办理').waitFor();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });

    await keyboard.press('j');
    await current.getByRole('link', { name: '线上初审' }).waitFor();
    await keyboard.press('x');
    await page.getByText('已选 1 件').waitFor();
    await keyboard.press('x');
    await page.getByText('已选 1 件').waitFor({ state: 'detached' });
    await keyboard.press('c');
    await current.getByText('李审核').waitFor();
    await keyboard.press('d');
    await page.waitForURL((url) => url.pathname === `/cases/${caseId}`);

    // The cursor stands among the decisions of the task; the form takes it over.
    const ways = page.getByRole('region', { name: '可办理的操作' }).getByRole('button');
    await expect.poll(() => hasFocus(ways.first()), PATIENCE).toBe(true);
    await tabTo(reviewer, ways.filter({ hasText: '初审不予通过' }));
    await keyboard.press('Enter');
    const form = page.locator('#action-form');
    const reason = form.locator('[data-path=reason]');
    const confirm = form.getByRole('button', { name: '确认：初审不予通过' });
    await expect.poll(() => hasFocus(reason), PATIENCE).toBe(true);
    await tabTo(reviewer, confirm);
    await keyboard.press('Enter');
    await form.getByText('必填。').waitFor();
    expect(await hasFocus(reason)).toBe(true);

    // The session ends in another place; the text stays, and goes out after signing in over the page.
    await keyboard.type('经营场所证明与登记不符。');
    await stage.stack.database.session.deleteMany({ where: { userId: 'demo-reviewer' } });
    await tabTo(reviewer, confirm);
    await keyboard.press('Enter');
    const again = page.getByRole('dialog', { name: '登录已过期' });
    await again.waitFor();
    await tabTo(reviewer, again.getByLabel('密码', { exact: true }));
    await keyboard.type('Anjuan-demo-2026');
    await keyboard.press('Enter');
    await again.waitFor({ state: 'hidden' });
    expect(await reason.inputValue()).toBe('经营场所证明与登记不符。');
    await page.reload();
    expect(await reason.inputValue()).toBe('经营场所证明与登记不符。');

    await tabTo(reviewer, confirm);
    await keyboard.press('Enter');
    await page.getByText('已办理：初审不予通过').waitFor();
    const { outcome } = await caseOf(stage.stack, caseId, 'manager');
    expect(outcome).toBe('PRELIM_REJECTED');
    const mail = await mailAbout(stage.stack, 'provider', '初审未通过');
    expect(mail.text).toContain('经营场所证明与登记不符。');
    expect(reviewer.faults).toEqual([]);
    await reviewer.close();
  });

  it('stays at its task while the list moves, and goes back with k', async () => {
    const [first, second] = [await apply(stage.stack, { as: 'entrant' }), otherId];
    await settled(stage.stack);
    const reviewer = await stage.visit();
    const { page } = reviewer;
    const { keyboard } = page;
    await reviewer.signIn('reviewer');
    await reviewer.open('/inbox?sort=newest');
    const rows = page.locator('tbody tr');
    const current = page.locator('tr[aria-current=true]');
    await expect.poll(() => rows.count(), PATIENCE).toBe(2);
    for (const [key, at] of [
      ['j', 0],
      ['j', 1],
      ['k', 0],
      ['j', 1],
    ] as const) {
      await keyboard.press(key);
      await expect.poll(() => rows.nth(at).getAttribute('aria-current'), PATIENCE).toBe('true');
    }
    await (await stage.stack.as('entrant')).act(first, 'withdraw');
    await expect.poll(() => rows.count(), PATIENCE).toBe(1);
    await current.waitFor();
    await keyboard.press('o');
    await page.waitForURL((url) => url.pathname === `/cases/${second}`);
    expect(reviewer.faults).toEqual([]);
    await reviewer.close();
  });
});

it('XC-05.5 what others do shows as they do it, and notes are for the body alone', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open(`/cases/${otherId}`);
  const tasks = page.getByRole('region', { name: '待办' });
  await tasks.getByText('待领取').waitFor();
  await page.getByRole('region', { name: '该机构的其他案件' }).getByText('没有其他案件。').waitFor();
  const other = await stage.stack.as('reviewer2');
  const { items } = await other.get(`/api/tasks?caseId=${otherId}`);
  await other.post(`/api/tasks/${items[0].id}/claim`);
  await tasks.getByText('王审核').waitFor();

  await page.getByLabel('添加备注').fill('电话核实过经营场所。');
  await page.getByRole('button', { name: '保存备注' }).click();
  const notes = page.getByRole('region', { name: '内部备注' });
  await notes.getByText('电话核实过经营场所。').waitFor();
  await page.getByLabel('添加备注').fill('写错案件了。');
  await page.getByRole('button', { name: '保存备注' }).click();
  await notes.getByRole('listitem').filter({ hasText: '写错案件了。' }).getByRole('button', { name: '撤回' }).click();
  await notes.getByText('（已撤回）').waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();

  const provider = await stage.visit();
  await provider.signIn('provider2');
  await provider.open(`/cases/${otherId}`);
  await provider.page.getByRole('region', { name: '时间线' }).getByText('立案：开店申请').waitFor();
  expect(await provider.page.getByText('电话核实过经营场所。').count()).toBe(0);
  expect(await provider.page.getByRole('region', { name: '内部备注' }).count()).toBe(0);
  await provider.close();
});

it('XC-06.3 a reason is kept as a phrase in its form, and put below what is typed the next time', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  // Who holds the task of that case.
  await reviewer.signIn('reviewer2');
  await reviewer.open(`/cases/${otherId}`);
  const form = page.locator('#action-form');
  const reason = form.locator('[data-path=reason]');
  const begin = () => page.getByRole('button', { name: '初审不予通过' }).click();
  await begin();
  expect(await form.getByLabel('插入常用语：理由').count()).toBe(0);
  await reason.fill('经营场所证明与登记不符。');
  await form.getByRole('button', { name: '存为常用语：理由' }).click();
  await form.getByText('已保存', { exact: true }).waitFor();

  await reason.fill('第一，');
  await form.getByLabel('插入常用语：理由').selectOption('经营场所证明与登记不符。');
  expect(await reason.inputValue()).toBe('第一，\n经营场所证明与登记不符。');
  await expectAccessible(reviewer);

  // It is for this action of this kind of case, and for who kept it alone.
  const kept = async (account: string) => (await (await stage.stack.as(account)).get('/api/phrases')).items;
  expect(await kept('reviewer2')).toMatchObject([
    { text: '经营场所证明与登记不符。', kind: 'storeApplication', action: 'rejectApplication', bodyId: null },
  ]);
  expect(await kept('manager')).toEqual([]);

  await form.getByRole('link', { name: '管理常用语' }).click();
  await page.getByRole('button', { name: '删除“经营场所证明与登记不符。”' }).click();
  await page.getByText('没有常用语。').waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-05.3 the files of a case say from whom and for what they are, and a PDF is shown in place', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open(`/cases/${otherId}`);
  const files = page.getByRole('region', { name: '文件', exact: true });
  await files.getByText(/营业执照扫描件（第 1 版）/).waitFor();
  await files
    .getByText(/SHA-256：[0-9a-f]{64}/)
    .first()
    .waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.url().includes('/api/files/') && response.url().includes('inline=true'),
    ),
    files
      .getByRole('button', { name: /^查看 .*\.pdf$/ })
      .first()
      .click(),
  ]);
  expect([answer.status(), (await answer.allHeaders())['content-disposition']?.startsWith('inline')]).toEqual([
    200,
    true,
  ]);
  await files.getByTitle(/^文件内容：/).waitFor();
  const people = page.getByRole('region', { name: '参与人' });
  await people.getByText(/^服务机构 91/).waitFor();
  await expectAccessible(reviewer);
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-05.1 a list is kept under a name, and what is chosen in it is decided together after a preview', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  // Who holds the task of that case, or may take it.
  await reviewer.signIn('reviewer2');
  await page.getByRole('searchbox').fill('zhiyuan');
  await page.keyboard.press('Enter');
  await page.getByText('查找：zhiyuan').waitFor();
  await page.getByRole('button', { name: '保存为视图' }).click();
  await page.getByLabel('视图名称').fill('致远的案件');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '删除此视图' }).waitFor();
  await reviewer.open('/inbox');
  await page.getByLabel('我的视图').selectOption('致远的案件');
  await page.waitForURL((url) => url.searchParams.get('q') === 'zhiyuan');

  await page.getByRole('link', { name: '线上初审' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('已选 1 件').waitFor();
  await page.getByRole('button', { name: '批量办理……' }).click();
  const panel = page.getByRole('region', { name: '批量办理' });
  await panel.getByLabel('办理什么').selectOption('初审不予通过');
  await panel.getByLabel('理由').fill('材料与登记不符。');
  await panel.getByRole('button', { name: '预览' }).click();
  await panel.getByText('可办理 1 件，已有变动 0 件，不能办理 0 件；将发出通知 1 份。').waitFor();
  await expectAccessible(reviewer);
  await panel.getByLabel('可撤回的时间').selectOption('立即办理');
  await panel.getByRole('button', { name: '办理这 1 件' }).click();
  await page.getByText('已办 1 / 1').waitFor();
  await page.getByRole('link', { name: /号$/ }).click();
  await page
    .getByText(/材料与登记不符/)
    .first()
    .waitFor();
  await reviewer.open('/bulk');
  await page.getByRole('link', { name: '初审不予通过' }).waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-05.1 a list of cases is kept under a name, with its filters and its order', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await reviewer.open('/cases?kind=storeApplication&state=open&sort=due');
  await page.getByRole('button', { name: '保存为视图' }).click();
  await page.getByLabel('视图名称').fill('未结申请');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '删除此视图' }).waitFor();
  await reviewer.open('/cases');
  await page.getByLabel('我的视图').selectOption('未结申请');
  await page.waitForURL((url) => url.searchParams.get('kind') === 'storeApplication');
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('open'), searchParams.get('sort')]).toEqual(['true', 'due']);
  await page.getByRole('button', { name: '删除此视图' }).click();
  await page.getByRole('button', { name: '保存为视图' }).waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-05.5 who is away names a cover from the inbox; both see it, and who is away ends it', async () => {
  const reviewer = await stage.visit();
  const { page } = reviewer;
  await reviewer.signIn('reviewer');
  await page.getByRole('link', { name: '代行安排' }).click();
  await page.getByRole('combobox', { name: '代行人' }).selectOption({ label: '王审核' });
  await page.getByLabel('起始日').fill('2025-10-20');
  await page.getByLabel('最后一日').fill('2025-10-24');
  await page.getByLabel('依据').fill('《值班办法》第三条');
  await page.getByRole('button', { name: '指定代行职务人员' }).click();
  const row = page.getByRole('row').filter({ hasText: '《值班办法》第三条' });
  await row.getByText('2025-10-20 至 2025-10-24').waitFor();
  for (const text of ['李审核', '王审核', '尚未开始']) await row.getByText(text, { exact: true }).waitFor();
  await expectAccessible(reviewer);
  const mail = await mailAbout(stage.stack, 'reviewer2', '代行');
  expect(mail.text).toContain('10月24日');

  const cover = await stage.visit();
  await cover.signIn('reviewer2');
  await cover.open('/covers');
  await cover.page.getByRole('cell', { name: '李审核' }).waitFor();
  expect(await cover.page.getByRole('button', { name: '提前结束：王审核代李审核' }).count()).toBe(0);
  expect(cover.faults).toEqual([]);
  await cover.close();

  await row.getByRole('button', { name: '提前结束：王审核代李审核' }).click();
  await row.getByText('已结束').waitFor();
  expect(reviewer.faults).toEqual([]);
  await reviewer.close();
});

it('XC-05.5 a manager names a cover for somebody of theirs who cannot do it', async () => {
  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('manager');
  await manager.open('/covers');
  await page.getByLabel('何人不在岗').selectOption({ label: '王审核' });
  await page.getByRole('combobox', { name: '代行人' }).selectOption({ label: '李审核' });
  await page.getByLabel('起始日').fill('2025-11-03');
  await page.getByLabel('最后一日').fill('2025-11-07');
  await page.getByLabel('依据').fill('《值班办法》第五条');
  await page.getByRole('button', { name: '指定代行职务人员' }).click();
  const row = page.getByRole('row').filter({ hasText: '《值班办法》第五条' });
  await row.getByRole('button', { name: '提前结束：李审核代王审核' }).click();
  await row.getByText('已结束').waitFor();
  expect(manager.faults).toEqual([]);
  await manager.close();
});

holdsAccessible('of staff', stage, async (visitor) => {
  await visitor.open('/sign-in');
  await expectAccessible(visitor);
  await visitor.signIn('manager');
  const [notice] = (await (await stage.stack.as('manager')).get(`/api/notices?caseId=${caseId}`)).items;
  const paths = ['/inbox', '/bulk', '/cases', `/cases/${caseId}`, `/notices/${notice.id}`];
  return [...paths, '/regulations/SH-STORE', '/account', '/phrases', '/covers', '/no-such-page'];
});

holdsAccessible('of decisions in bulk', stage, async (visitor) => {
  const bulk = await stage.stack.database.bulkDecision.findFirstOrThrow();
  await visitor.signIn('reviewer');
  return [`/bulk/${bulk.id}`];
});

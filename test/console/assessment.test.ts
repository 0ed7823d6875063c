/**
 * The assessment through the console: an institution fills in form and checklist, assessors score beside the evidence, the commission sees who is late and
 * how the entries rank, and everybody reads what came of it.
 */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { DOCX } from '../../api/testing/office-samples.ts';
import { entryBody } from '../../dev/rehearsal/assessment.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { samples } from '../support/applications.ts';
import type { ApiClient } from '../support/api-client.ts';
import { marks } from '../support/assessment-case.ts';
import { caseOf, caseWhen } from '../support/cases.ts';
import { PATIENCE } from '../support/patience.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

const stage = consoleStage('2020-11-10T10:00:00+08:00');

/** Accounts of training mode that enter, with what their institutions are called here. */
const ENTRANTS = {
  entrant: { creditCode: '91310104MA1FR9HX35', name: '上海恒信创业服务有限公司', district: 'SH/XUHUI' },
  provider: { creditCode: '91310115MA1K3AB128', name: '上海启明企业服务有限公司', district: 'SH/PUDONG' },
  provider2: { creditCode: '91310104MA1FR2CD85', name: '上海致远知识产权代理有限公司', district: 'SH/XUHUI' },
} as const;

type Entering = keyof typeof ENTRANTS;

const entries: Record<string, string> = {};
let campaign = '';

const bodyOf = (client: ApiClient, account: Entering) => {
  const { district, ...institution } = ENTRANTS[account];
  return entryBody(client, {
    ...{ year: 2020, category: 'LEGAL', registeredIn: district, email: `${account}@example.org` },
    ...institution,
  });
};

beforeAll(async () => {
  const staff = await stage.stack.as('commission');
  const form = { ...campaign2020, contacts: [{ name: '陈立', telephone: '021-23119365' }] };
  campaign = (await staff.post<{ caseId: string }>('/api/cases/assessmentCampaign', form)).caseId;
  await (await stage.stack.as('commissionmanager')).act(campaign, 'openCampaign');
  for (const account of ['entrant', 'provider2'] as const) {
    const client = await stage.stack.as(account);
    const body = await bodyOf(client, account);
    entries[account] = (await client.post<{ caseId: string }>('/api/cases/assessmentEntry', body)).caseId;
  }
});

it('SH-EVAL-04.3 SH-EVAL-05.1 an entry is filled in part by part, the checklist beside it follows, and what is wrong is shown in its part', async () => {
  const client = await stage.stack.as('provider');
  const provider = await stage.visit();
  const { page } = provider;
  await provider.signIn('provider');
  await provider.open('/file/assessmentEntry');
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/drafts/dra-'));
  const draft = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const checklist = page.getByRole('region', { name: '材料清单' });
  await checklist.getByText('已提供 0 项，还缺 10 项').waitFor();

  const line = (title: string) => checklist.locator('ol > li').filter({ hasText: title });
  const licence = line('机构登记证书或营业执照');
  await licence.getByText('测评材料 2 · 报告附件 1').waitFor();
  await licence.getByText('上传和填写').click();
  const upload = async (name: string) => {
    const chooser = page.waitForEvent('filechooser');
    await licence.getByRole('button', { name: /^上传文件/ }).click();
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: samples.png });
  };
  await upload('营业执照.png');
  await licence.getByText('附件扫描件须为 jpg 格式，“营业执照.png”不是').waitFor();
  await licence.getByRole('button', { name: '移除 营业执照.png' }).click();
  await licence.getByText('未提供').waitFor();

  await page.getByRole('button', { name: /^四、服务成效及规划/ }).click();
  await page.locator('[data-path="report.plan.nearTerm"]').fill('新增两条技术服务线。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  // The first part in which something is wrong is opened.
  await page
    .getByRole('button', { name: /（须更正）$/ })
    .first()
    .waitFor();
  await page.locator('[aria-current=step]').filter({ hasText: '须更正' }).waitFor();

  const nearTerm = async () => (await client.get(`/api/drafts/${draft}`)).data.report?.plan?.nearTerm;
  await expect.poll(nearTerm, PATIENCE).toBe('新增两条技术服务线。');
  await client.exchange('PUT', `/api/drafts/${draft}`, { data: await bodyOf(client, 'provider') });
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await checklist.getByText('已提供 12 项，还缺 0 项').waitFor();
  await expectAccessible(provider);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/cases/ase-'));
  entries['provider'] = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('heading', { name: `测评申报 · ${ENTRANTS.provider.name}`, level: 1 }).waitFor();
  await vi.waitFor(async () => expect((await client.get('/api/drafts')).items).toEqual([]), PATIENCE);
  expect(provider.faults).toEqual([]);
  await provider.close();
});

it('SH-EVAL-05.1 SH-EVAL-13.3 a filed entry is changed from its newest version, and its report is at hand as PDF and Word', async () => {
  const id = entries['entrant'] ?? '';
  const client = await stage.stack.as('entrant');
  const entrant = await stage.visit();
  const { page } = entrant;
  await entrant.signIn('entrant');
  await entrant.open(`/cases/${id}`);
  await page.getByRole('link', { name: '表单和材料清单' }).click();
  await page.waitForURL((url) => url.pathname === `/cases/${id}/form`);
  await page.getByRole('button', { name: '自评报告（已填）', exact: true }).click();
  const person = page.locator('[data-path="changes.report.personInCharge"]');
  expect(await person.inputValue()).toBe('周明');
  await person.fill('周敏');
  await page.getByRole('button', { name: '保存修改' }).click();
  await page.getByText('修改已保存。').waitFor();
  const { forms } = await caseOf(stage.stack, id, 'entrant');
  expect(forms.map(({ data }) => data.report.personInCharge)).toEqual(['周敏', '周明']);
  expect(forms[0]?.data.materials.licence).toEqual(forms[1]?.data.materials.licence);
  for (const [name, type] of [
    ['自评报告（PDF）', 'application/pdf'],
    ['自评报告（Word）', DOCX],
  ] as const) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const answer = await page.request.get(`${stage.stack.baseUrl}${href}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, type]);
  }
  await client.act(id, 'submitEntry');
  expect(entrant.faults).toEqual([]);
  await entrant.close();
});

holdsAccessible('of who enters', stage, async (visitor) => {
  await visitor.signIn('provider2');
  const client = await stage.stack.as('provider2');
  const { id } = await client.post('/api/drafts', { kind: 'assessmentEntry', data: {} });
  const entry = entries['provider2'];
  return ['/file/assessmentEntry', `/drafts/${id}`, `/cases/${entry}/form`, `/cases/${entry}?action=reviseEntry`];
});

describe('after the cut-offs', () => {
  const scored = () => entries['entrant'] ?? '';
  const other = () => entries['provider'] ?? '';

  beforeAll(async () => {
    await (await stage.stack.as('provider')).act(other(), 'submitEntry');
    await stage.stack.advanceTo('2020-12-11T16:30:00+08:00');
    const [staff, assessor] = [await stage.stack.as('commission'), await stage.stack.as('assessor')];
    for (const [id, district] of [
      [scored(), 'xuhui'],
      [other(), 'pudong'],
    ] as const) {
      const client = await stage.stack.as(district);
      await client.act(id, 'recordPaper', { receivedAt: '2020-12-11T16:00:00+08:00', checks: paperInOrder });
      await client.act(id, 'recommend');
      await client.act(id, 'recordDispatch', { letter: '科经〔2020〕88号', postedAt: '2020-12-11T16:20:00+08:00' });
      await staff.act(id, 'admit');
      await assessor.act(id, 'finishDocuments');
    }
    await stage.stack.advanceTo('2021-01-04T10:00:00+08:00');
    for (const id of [scored(), other()]) {
      await caseWhen(stage.stack, id, { stage: 'VERIFICATION' }, 'assessor');
      const verification = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };
      await assessor.act(id, 'recordVerification', verification);
    }
    await caseWhen(stage.stack, entries['provider2'] ?? '', { outcome: 'LATE_REFUSED' }, 'commission');
  });

  it('SH-EVAL-08.1 SH-EVAL-08.2 the sheet is filled in beside the evidence, opened in place, and nobody reads the marks of the other before both are in', async () => {
    await (await stage.stack.as('assessor2')).act(scored(), 'fileSheet', { scores: marks(71.25), note: '他人的评语' });
    const assessor = await stage.visit();
    const { page } = assessor;
    await assessor.signIn('assessor');
    await assessor.open(`/cases/${scored()}`);
    await page.getByRole('link', { name: '评分和依据' }).click();
    await page.getByText('已提交 1 份评分表').waitFor();
    const sheet = page.getByRole('region', { name: '评分表' });
    expect(await sheet.getByText('权重：未设定').count()).toBe(13);
    expect(await page.getByText(/权重：0/).count()).toBe(0);
    // Nothing of what the other has filed is in the page.
    expect(await page.content()).not.toMatch(/71\.25|他人的评语/);

    const field = (code: string) => page.locator(`[data-path="scores.${code}"]`);
    await field('QUALIFICATION').focus();
    const evidence = page.getByRole('region', { name: '依据：机构资质' });
    await evidence.getByText('测评材料 2 · 报告附件 1').waitFor();
    await evidence
      .getByRole('button', { name: /^查看 证明材料扫描件/ })
      .first()
      .click();
    await evidence.getByRole('img', { name: /^文件内容：证明材料扫描件/ }).waitFor();
    await field('VOLUME').focus();
    await page.getByRole('region', { name: '依据：服务数量' }).getByText('截至 2020-12-31').waitFor();
    await field('AUTHENTICITY').focus();
    await page.getByRole('region', { name: '依据：真实性核验' }).getByText('满意度 95%').waitFor();

    for (const code of Object.keys(marks(0))) await field(code).fill('90');
    await field('STAFF').fill('101');
    await page.getByRole('button', { name: '提交评分表' }).click();
    await sheet.getByText('分数为 0 至 100。').waitFor();
    // What was typed is kept in this tab.
    await page.reload();
    expect(await field('SYSTEMS').inputValue()).toBe('90');
    await field('STAFF').fill('90');
    await page.getByRole('button', { name: '提交评分表' }).click();
    await page.getByText('评分表已提交。').waitFor();
    await sheet.getByText('郑测评').first().waitFor();
    await sheet.getByText('平均 71.25 分').waitFor();
    await expectAccessible(assessor);
    expect(assessor.faults).toEqual([]);
    await assessor.close();
  });

  it('SH-EVAL-03.2 SH-EVAL-05.4 the board names who is late, each figure opens its entries, and equals share a place', async () => {
    const [first, second, staff] = [
      await stage.stack.as('assessor'),
      await stage.stack.as('assessor2'),
      await stage.stack.as('commission'),
    ];
    await first.act(other(), 'fileSheet', { scores: marks(71.25) });
    await second.act(other(), 'fileSheet', { scores: marks(90) });
    for (const id of [scored(), other()]) await first.act(id, 'submitAssessment');
    await staff.act(scored(), 'setGrade', { grade: 'EXCELLENT', reason: '同分，服务企业更多。' });

    const commission = await stage.visit();
    const { page } = commission;
    await commission.signIn('commission');
    await commission.open(`/campaigns/${campaign}`);
    const late = page.getByRole('region', { name: '逾期名单' });
    await late.getByRole('link', { name: ENTRANTS.provider2.name }).waitFor();
    await late.getByText('2020-12-11 17:00').waitFor();
    const ranking = page.getByRole('region', { name: '各类别得分排序' });
    await ranking.getByText('同分，服务企业更多。').waitFor();
    expect(await ranking.getByText('第 1 名').count()).toBe(2);
    expect(await ranking.getByText('并列', { exact: true }).count()).toBe(2);
    await page.getByRole('region', { name: '各区申报情况' }).getByRole('link', { name: '逾期 1 家' }).click();
    await page.getByRole('heading', { name: '2020 年度测评申报名单', level: 1 }).waitFor();
    await page.getByRole('link', { name: ENTRANTS.provider2.name }).waitFor();
    expect(await page.getByRole('link', { name: ENTRANTS.entrant.name }).count()).toBe(0);
    expect(commission.faults).toEqual([]);
    await commission.close();
  });

  holdsAccessible('of who assesses and grades', stage, async (visitor) => {
    await visitor.signIn('commission');
    const entry = scored();
    return [
      ...[`/campaigns/${campaign}`, `/campaigns/${campaign}/entries`, `/entries/${entry}/scoring`],
      ...[`/cases/${entry}/form`, '/assessments/2020'],
    ];
  });

  it('SH-EVAL-01.3 everybody reads the results by category once they are published', async () => {
    const staff = await stage.stack.as('commission');
    await staff.act(other(), 'setGrade', { grade: 'GOOD', reason: '见评分表。' });
    await staff.act(campaign, 'startAssessment');
    await (await stage.stack.as('commissionmanager')).act(campaign, 'setResults');
    const admin = await stage.stack.as('admin');
    const office = { role: 'manager', bodyId: 'sh-commission', region: 'SH' };
    const account = { name: '市经信委 李副处长', email: 'second@demo.anjuan.test', offices: [office] };
    await admin.post('/api/accounts', { ...account, password: 'Anjuan-demo-2026' });
    const link = 'https://sheitc.example.cn/assessment/2020';
    await (await stage.stack.as('second')).act(campaign, 'publishResults', { link });
    await caseWhen(stage.stack, other(), { outcome: 'PUBLISHED' }, 'commission');
    for (const width of [1280, 390]) {
      const anyone = await stage.visit({ width });
      await anyone.open('/directory');
      await anyone.page.getByRole('link', { name: '2020 年第三方测评结果' }).click();
      await anyone.page.getByText(ENTRANTS.provider.name).waitFor();
      await anyone.page.getByText('优秀').waitFor();
      await expectAccessible(anyone);
      expect(anyone.faults).toEqual([]);
      await anyone.close();
    }
  });
});

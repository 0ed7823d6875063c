/** The page of a call for bases: the ranking by the scores of the experts, equals at one place. */
import { beforeAll, expect, it, vi } from 'vitest';
import { uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen } from '../support/cases.ts';
import { PATIENCE } from '../support/patience.ts';
import { consoleStage, holdsAccessible } from './support/console-stage.ts';

const stage = consoleStage('2019-04-01T10:00:00+08:00');
const EXPERTS = ['expert', 'expert2', 'expert3'] as const;
const met = { RECOGNITION: 'MET', CONTEST_AND_CLOUD: 'MET', ACTIVITIES: 'MET', REPORTS: 'MET' };
const form = {
  ...{ year: 2019, city: 'hn-dept-changsha', recognition: '湘工信中小〔2018〕12号', contest: true, cloud: true },
  activities: [{ on: '2018-06-01', what: '政策进园区' }],
  reports: [{ dueOn: '2018-12-10', filedOn: '2018-12-09' }],
  ...{ contactName: '李倩', telephone: '0731-88001234', fileIds: [] },
};
const BASES = { base: '麓谷基地', base2: '雨花基地' } as const;
let call = '';

beforeAll(async () => {
  const { stack } = stage;
  const act = async (as: string, id: string, action: string, input: object = {}) =>
    (await stack.as(as)).act(id, action, input);
  const file = async (as: string, kind: string, body: object) =>
    (await (await stack.as(as)).post<{ caseId: string }>(`/api/cases/${kind}`, body)).caseId;
  call = await file('provincereviewer', 'baseCall', { year: 2019, document: '关于组织申报2019年度示范基地的通知' });
  const declarations: string[] = [];
  for (const [account, name] of Object.entries(BASES)) {
    const id = await file(account, 'baseDeclaration', { ...form, name, email: `${account}@demo.anjuan.test` });
    await act(account, id, 'submitToCity');
    await act('department', id, 'judgeItems', { items: met });
    const document = await uploadPdf(await stack.as('department'), '推荐文件.pdf');
    await act('department', id, 'recommendBase', { document: '长工信〔2019〕8号', fileIds: [document] });
    await act('department', id, 'fileWithProvince');
    await act('provincereviewer', id, 'recordPaper', { copies: 2, receivedOn: '2019-04-01' });
    declarations.push(id);
  }
  await stack.advanceTo('2019-04-28T10:00:00+08:00');
  await caseWhen(stack, call, { stage: 'REVIEW' }, 'provincereviewer');
  await vi.waitFor(
    async () => expect((await caseOf(stack, call, 'provincereviewer')).facts.entries).toHaveLength(2),
    PATIENCE,
  );
  const experts = EXPERTS.map((name) => ({ expert: `person:demo-${name}`, conflicts: [] }));
  await act('provincereviewer', call, 'namePool', { experts });
  for (const declaration of declarations) {
    const { facts } = await caseWhen(stack, declaration, { stage: 'EXPERT_REVIEW' }, 'provincereviewer');
    for (const id of Object.keys(facts.panel.opinions as object)) {
      const opinion = await vi.waitFor(() => stack.database.case.findUniqueOrThrow({ where: { id } }), PATIENCE);
      const expert = opinion.subject.replace('person:demo-', '');
      await caseWhen(stack, id, { stage: 'ASKED' }, expert);
      await act(expert, id, 'giveOpinion', { score: 85, opinion: '制度完善。' });
    }
  }
  await vi.waitFor(async () => {
    const { facts } = await caseOf(stack, call, 'province');
    expect(facts.entries).toMatchObject([{ score: 85 }, { score: 85 }]);
  }, PATIENCE);
});

it('HN-BASE-03.3 equals stand at the same place on the page of the call', async () => {
  const province = await stage.visit();
  const { page } = province;
  await province.signIn('provincereviewer');
  await province.open(`/cases/${call}`);
  await page.getByRole('link', { name: '得分排序' }).click();
  const ranking = page.getByRole('region', { name: '专家评分排序' });
  for (const name of Object.values(BASES)) await ranking.getByRole('link', { name }).waitFor();
  expect(await ranking.getByText('第 1 名').count()).toBe(2);
  expect(await ranking.getByText('并列', { exact: true }).count()).toBe(2);
  await page.getByText('可推荐 4 家').waitFor();
  expect(province.faults).toEqual([]);
  await province.close();
});

holdsAccessible('of a call for bases', stage, async (visitor) => {
  await visitor.signIn('provincereviewer');
  return [`/calls/${call}`];
});

/** What a centre reports of itself, on the real stack: its class, what the standard has it lack, and its sign (EC-CENTRE-01, 02, 04, 06). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples, settled } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

interface Title {
  readonly zh: string;
}

/** A centre as those who look after it see it. */
interface Seen {
  readonly class: string;
  readonly notMet: readonly Title[];
  readonly sign: { readonly failed: readonly Title[]; readonly missingOn: readonly Title[] } | null;
}

const NAME = '义乌市电子商务公共服务中心';
/** Two municipal districts with three full-time staff, and all else as the standard has it. */
const whole = {
  ...{ level: 'CITY', districts: 2, cityHasDistricts: true, staff: 3, operator: 'COMPANY', duties: true },
  premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
  systems: ['MANAGEMENT', 'ENTRY_AND_EXIT', 'FEEDBACK'],
};
const STAFF = '专职工作人员';

let stack: TestStack;
let centre = '';
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-03-03T10:00:00+08:00' });
});
afterAll(() => stack.stop());

async function act(as: string, action: string, input: object): Promise<void> {
  await (await stack.as(as)).act(centre, action, input);
}

/** The centre as the commerce authority of its place sees it. */
async function seen(): Promise<Seen> {
  const { items } = await (await stack.as('commerce')).get<{ items: Seen[] }>('/api/ec-centre/findings');
  return items[0]!;
}

const words = (titles: readonly Title[]) => titles.map(({ zh }) => zh);

/** Its class, and what it lacks, once it has reported this. */
async function reported(changes: object): Promise<readonly string[]> {
  await act('centre', 'reportData', { data: { ...whole, ...changes } });
  const { class: derived, notMet } = await seen();
  return [derived, ...words(notMet)];
}

/** The choices that the form of an action offers of one of its lists, as the console shows them. */
async function offered(as: string, action: string, list: string): Promise<string[]> {
  const { actions } = (await caseOf(stack, centre, as)) as unknown as {
    actions: { name: string; input: { properties: Record<string, { items: { enum: string[] } }> } }[];
  };
  return actions.find(({ name }) => name === action)?.input.properties[list]?.items.enum ?? [];
}

it('EC-CENTRE-02.1 is run by one of the kinds of operator of the standard or by several together, and by no other', async () => {
  const form = {
    ...{ name: NAME, authority: 'ec-commerce-yiwu', contactName: '陈敏', telephone: '0579-85001234' },
    email: 'centre@demo.anjuan.test',
  };
  const client = await stack.as('centre');
  const photo = await client.upload('标识牌.png', samples.png, 'image/png');
  const post = (operator: string) =>
    client.post<{ caseId: string }>('/api/cases/centreRegistration', {
      ...{ ...form, fileIds: [photo], data: { ...whole, operator } },
    });
  const refused = await refusalOf(post('GOVERNMENT'));
  expect(refused).toMatchObject({ status: 422, problem: { errors: [{ field: 'data.operator' }] } });
  centre = (await post('JOINT')).caseId;
  await act('commerce', 'registerCentre', {});
  for (const operator of ['ASSOCIATION', 'COMPANY', 'INSTITUTION']) {
    await act('centre', 'reportData', { data: { ...whole, operator } });
    expect((await caseOf(stack, centre, 'commerce')).facts.data.operator).toBe(operator);
  }
});

it('EC-CENTRE-01.1 EC-CENTRE-01.2 EC-CENTRE-01.3 three districts make it class A, two or none class B, a county class C', async () => {
  expect(await reported({ districts: 3, staff: 9 })).toEqual(['A']);
  expect(await reported({ districts: 2, staff: 9 })).toEqual(['B']);
  expect(await reported({ districts: 0, staff: 9 })).toEqual(['B']);
  expect(await reported({ districts: 0, cityHasDistricts: false, staff: 9 })).toEqual(['B']);
  for (const districts of [0, 2, 3]) expect(await reported({ level: 'COUNTY', districts, staff: 9 })).toEqual(['C']);
});

it('EC-CENTRE-01.4 class A needs four full-time staff, class B three, class C two', async () => {
  expect(await reported({ districts: 3, staff: 3 })).toEqual(['A', STAFF]);
  expect(await reported({ districts: 3, staff: 4 })).toEqual(['A']);
  expect(await reported({ districts: 2, staff: 2 })).toEqual(['B', STAFF]);
  expect(await reported({ districts: 2, staff: 3 })).toEqual(['B']);
  expect(await reported({ level: 'COUNTY', staff: 1 })).toEqual(['C', STAFF]);
  expect(await reported({ level: 'COUNTY', staff: 2 })).toEqual(['C']);
});

it('EC-CENTRE-01.6 from two districts to three with three staff it becomes class A, its staff are too few, and it hears so', async () => {
  expect(await reported({ districts: 2, staff: 3 })).toEqual(['B']);
  await settled(stack);
  const before = (await stack.mailsTo('centre')).filter(({ subject }) => subject.includes('类别')).length;
  expect(await reported({ districts: 3, staff: 3 })).toEqual(['A', STAFF]);
  const mail = await mailAbout(stack, 'centre', '类别', before + 1);
  expectWords(stack, mail, centre, ['A类', 'B类', '3 人，至少 4 人']);
  expect(await caseOf(stack, centre, 'commerce')).toMatchObject({ stage: 'REGISTERED', facts: { class: 'A' } });
});

it('EC-CENTRE-02.2 EC-CENTRE-02.3 EC-CENTRE-04.1 no training room, no duties, no exit of providers: each is found not met', async () => {
  expect(await reported({})).toEqual(['B']);
  expect(await reported({ premises: ['OFFICE', 'MEETING_ROOM', 'EQUIPMENT'] })).toEqual(['B', '办公场所与设施']);
  expect(await reported({ duties: false })).toEqual(['B', '组织框架和职责']);
  expect(await reported({ systems: ['MANAGEMENT', 'FEEDBACK'] })).toEqual(['B', '三项管理制度']);
});

it('EC-CENTRE-01.5 a liaison point that is open without a person is found not met, until it has one', async () => {
  expect(await reported({})).toEqual(['B']);
  await act('centre', 'planPoint', { title: `${NAME}佛堂镇联络点`, place: 'TOWN', staff: 0 });
  expect(words((await seen()).notMet)).toEqual([]);
  await act('centre', 'openPoint', { point: 'p1', staff: 0 });
  expect(words((await seen()).notMet)).toEqual(['联络点人员']);
  await act('centre', 'staffPoint', { point: 'p1', staff: 1 });
  expect(words((await seen()).notMet)).toEqual([]);
});

it('EC-CENTRE-06.3 on the photo of its sign the reviewer ticks four checks, and what is not ticked is shown', async () => {
  const checks = ['TOP_LEFT', 'PROMINENT', 'IN_PROPORTION', 'UNCHANGED'];
  expect(await offered('commerce', 'judgeSign', 'passed')).toEqual(checks);
  expect((await refusalOf(act('centre', 'judgeSign', { passed: checks, carriers: [] }))).status).toBe(403);
  await act('commerce', 'judgeSign', { passed: checks.slice(0, 3), carriers: [] });
  expect(words((await seen()).sign?.failed ?? [])).toEqual(['图形和颜色未改动']);
  await act('commerce', 'judgeSign', { passed: checks, carriers: [] });
  expect((await seen()).sign?.failed).toEqual([]);
});

it('EC-CENTRE-06.4 in the review of the year the seven carriers of the sign are listed, and those without it shown', async () => {
  await stack.advanceTo('2025-12-01T09:00:00+08:00');
  await caseWhen(stack, centre, { stage: 'REGISTERED' }, 'commerce');
  await mailAbout(stack, 'centre', '请准备年度考评材料');
  const seven = ['LIGHT_BOX', 'PLATE', 'BOARD', 'PRINT', 'OFFICE_GOODS', 'WEB_PAGE', 'ACTIVITY'];
  expect(await offered('commerce', 'judgeSign', 'carriers')).toEqual(seven);
  expect(words((await seen()).sign?.missingOn ?? [])).toEqual([
    ...['灯箱', '标牌', '宣传栏', '印刷资料', '办公用品', '网页', '活动'],
  ]);
  const passed = ['TOP_LEFT', 'PROMINENT', 'IN_PROPORTION', 'UNCHANGED'];
  await act('commerce', 'judgeSign', { passed, carriers: seven.slice(0, 5) });
  expect(words((await seen()).sign?.missingOn ?? [])).toEqual(['网页', '活动']);
});

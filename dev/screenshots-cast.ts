/** What the pictures of the console show: some weeks of the platform, told by the same steps as the tests. */
import { addFirm, firmFiling, firmOf, type Firm } from './assure/firms.ts';
import { playAssessment } from './assure/assessment-cast.ts';
import { playNetwork } from './assure/network-cast.ts';
import { playServices } from './assure/service-cast.ts';
import { registerSupplier, type OpenStage } from './rehearsal/network.ts';
import {
  listProduct,
  openStore,
  passPreliminaryReview,
  publishDecoration,
  recommend,
  reportAll,
  review,
  settled,
} from './rehearsal/steps.ts';
import { publishAgreement } from './rehearsal/trading-platform.ts';

const DAY_MS = 86_400_000;

const NAMES = [
  '上海浦江知识产权服务有限公司',
  '上海申联财税咨询有限公司',
  '上海汇智人才服务有限公司',
  '上海临港检测认证有限公司',
  '上海虹桥管理咨询有限公司',
  '上海张江科技孵化有限公司',
] as const;

const ABILITY = '十年来为中小企业提供专业服务，现有专职人员三十余名，客户四百余家，满意率九成以上。';

/** Where the pictures look. */
export interface ScreenshotCast {
  /** An application whose preliminary review can be decided. */
  readonly applicationId: string;
  readonly draftId: string;
  readonly storeId: string;
}

/** Plays it: an open store, applications at several stages, the year's assessment and the network of Hunan. */
export async function playForPictures(players: OpenStage): Promise<ScreenshotCast> {
  await loadNextYear(players);
  await playAssessment(players, 'zhou.min@example.org');
  const firms = NAMES.map((name, at): Firm => ({ ...firmOf(at + 1), name }));
  for (const firm of firms) await addFirm(players, firm);
  const [early, invited, reviewed, fresh, waiting, last] = firms as [Firm, Firm, Firm, Firm, Firm, Firm];

  // Filed before the fortnight in which the store opens: what is not done with them by then is late.
  await file(players, early);
  await passPreliminaryReview(players, await file(players, invited), await afternoonIn(players, 18));
  const { storeId } = await openStore(players, await afternoonIn(players, 10));
  await publishDecoration(players, storeId);
  for (const product of ['知识产权托管', '高新技术企业认定辅导', '专利导航分析'])
    await listProduct(players, storeId, product);
  await reportAll(players, storeId, [
    ...Array.from({ length: 14 }, (_, at) => ({ type: 'ORDER_COMPLETED', orderId: `order-${at}` })),
    ...Array.from({ length: 6 }, (_, at) => ({ type: 'FOLLOW', userId: `user-${at}`, userType: 'PERSONAL' })),
  ]);
  await recommend(players);

  const applicationId = await file(players, reviewed);
  await review(players, applicationId);
  for (const firm of [fresh, waiting, last]) await file(players, firm);

  await nameCover(players);
  await registerSupplier(players);
  await publishAgreement(players);
  await playServices(players);
  await playNetwork(players);
  const { id: draftId } = await (
    await players.as('provider2')
  ).post<{ id: string }>('/api/drafts', {
    kind: 'storeApplication',
    data: { institution: { name: '上海致远知识产权代理有限公司' } },
  });
  await settled(players);
  return { applicationId, draftId, storeId };
}

/** Towards the end of a year no deadline can be reckoned before the days off of the next one are known; here they are those that every year has. */
async function loadNextYear(players: OpenStage): Promise<void> {
  const year = Number((await players.now()).slice(0, 4)) + 1;
  const off = '0101 0501-0502 1001-1003';
  await (
    await players.as('admin')
  ).post('/api/calendar/apply', { year, off, work: '', source: '演练数据，非正式通知 (for training, no notice)' });
}

/** A reviewer is away the week after next, and another acts in their place. */
async function nameCover(players: OpenStage): Promise<void> {
  const now = Date.parse(await players.now());
  const dayIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  await (
    await players.as('manager')
  ).post('/api/covers', {
    ...{ absentId: 'demo-reviewer2', coverId: 'demo-reviewer', firstDay: dayIn(7), lastDay: dayIn(11) },
    rule: '《值班办法》第三条',
  });
}

async function file(players: OpenStage, firm: Firm): Promise<string> {
  const client = await players.as(firm.account);
  const fiscalYear = Number((await players.now()).slice(0, 4)) - 1;
  const body = await firmFiling(client, firm, { fiscalYear, abilityText: ABILITY });
  return (await client.post<{ caseId: string }>('/api/applications', body)).caseId;
}

/** An afternoon of a weekday, so many days ahead. */
async function afternoonIn(players: OpenStage, days: number): Promise<string> {
  const ahead = new Date(Date.parse(await players.now()) + days * DAY_MS);
  while ([0, 6].includes(ahead.getUTCDay())) ahead.setTime(ahead.getTime() + DAY_MS);
  return `${ahead.toISOString().slice(0, 10)}T14:00:00+08:00`;
}

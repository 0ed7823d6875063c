/** The Anhui network as the stack holds it when it is examined: a member with what it owes, what it does and how it is evaluated. */
import type { OpenStage } from '../rehearsal/network.ts';
import { settled, uploadPdf } from '../rehearsal/steps.ts';

/** Credit code of the institution that the platform of Hefei brings in. */
export const INSTITUTION = '91310115MA1K3AB128';

/** @param account what an enterprise complains of */
export async function playAnhui(players: OpenStage, account: string): Promise<void> {
  const [department, platform, hefei, consumer] = await Promise.all([
    players.as('anhui'),
    players.as('anhuiplatform'),
    players.as('hefei'),
    players.as('consumer'),
  ]);
  const member = {
    ...{ cityPlatform: 'ah-platform-hefei', services: '检验检测、标准咨询。', contactName: '周敏' },
    telephone: '0551-62000000',
  };
  await platform.post('/api/cases/membership', {
    ...member,
    kind: 'CITY_PLATFORM',
    name: '合肥市中小企业综合服务平台',
  });
  await hefei.post('/api/cases/membership', { ...member, name: '合肥江淮检测有限公司', creditCode: INSTITUTION });
  await settled(players);
  const now = await players.now();
  const [today, year] = [now.slice(0, 10), Number(now.slice(0, 4))];
  await hefei.post('/api/cases/changeFiling', {
    ...{ change: 'ADDRESS', oldValue: '合肥市望江西路', newValue: '合肥市云谷路', effectiveOn: today },
    proofs: [{ proof: 'STATEMENT', fileIds: [await uploadPdf(hefei, '情况说明.pdf')] }],
  });
  await hefei.post('/api/cases/memberActivity', {
    ...{ name: '政策进园区', kind: 'THEMED', mode: 'OFFLINE', plannedOn: today, content: '政策宣讲。' },
    partners: [INSTITUTION],
  });
  await hefei.post('/api/cases/serviceEntry', { entry: 'PRODUCT', product: '企业体检', benefit: true });
  await consumer.post('/api/cases/serviceNeed', { category: 'TECHNOLOGY', need: '产品需要做防爆检测。' });
  await consumer.post('/api/cases/memberComplaint', {
    ...{ member: INSTITUTION, reason: 'NOT_TARGETED', account, claim: '尽快出具报告' },
    happenedOn: today,
  });
  await platform.post('/api/cases/quarterlyBulletin', { year, quarter: Math.ceil(Number(now.slice(5, 7)) / 3) });
  const until = `${year + 1}-01-31`;
  await platform.post('/api/cases/memberSurvey', { topic: '需求征集', questions: '需要哪些服务？', until });
  await department.post('/api/cases/yearlyTasks', { member: INSTITUTION, year, served: 200 });
  await department.post('/api/cases/annualEvaluation', { member: INSTITUTION, year: year - 1 });
  await department.post('/api/cases/listing', {
    ...{ member: INSTITUTION, ground: 'SUPERVISION', account: '日常监管发现数据不实。' },
  });
}

/**
 * Services of the Hunan network, as the stack holds them when it is examined: a request that waits for its provider, a record to be entered, one under suspicion, a leak that was reported, a survey with an answer,
 * an activity ahead.
 */
import { supplier, type OpenStage } from '../rehearsal/network.ts';

export async function playServices(players: OpenStage): Promise<void> {
  const [consumer, county] = await Promise.all([players.as('consumer'), players.as('county')]);
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/serviceRequest', {
    platform: 'hn-liuyang',
    category: 'TECHNOLOGY',
    need: '需要对一批样品作成分检测，本月内完成。',
  });
  await county.act(caseId, 'transferToProvider', { provider: supplier.party, reason: '该服务商有检测资质。' });
  const launchedOn = (await players.now()).slice(0, 10);
  const filed = { item: '材料检测咨询', launchedOn };
  const record = await (await players.as('supplier')).post<{ caseId: string }>('/api/cases/serviceRecord', filed);
  await (
    await players.as('department')
  ).post('/api/cases/fraudSanction', {
    department: 'hn-dept-changsha',
    accused: supplier.party,
    aims: ['FUNDS'],
    records: [record.caseId],
    suspicion: '同一合同在两条服务记录中使用。',
  });
  await county.post('/api/cases/platformDisclosure', {
    platform: 'hn-liuyang',
    officers: [{ name: '罗敏', telephone: '0731-88000002' }],
    acceptanceRules: '工作日 9:00 至 17:00 受理。',
  });
  await consumer.post('/api/cases/dataBreach', {
    provider: supplier.party,
    data: ['CONTACT'],
    account: '订单页面无需登录即可打开。',
    concerned: true,
  });
  await county.post('/api/cases/needsSurvey', {
    ...{ platform: 'hn-liuyang', topic: '本季度服务需求调查', questions: '最需要哪些服务？' },
    until: `${Number(launchedOn.slice(0, 4)) + 1}-12-31`,
  });
  const need = { category: 'FINANCING', need: '需要流动资金贷款对接。' };
  await consumer.post('/api/cases/needsAnswer', { platform: 'hn-liuyang', ...need });
  await county.post('/api/cases/serviceActivity', {
    ...{ platform: 'hn-liuyang', name: '融资服务进园区', kind: 'THEMED', mode: 'OFFLINE' },
    ...{ plannedOn: `${Number(launchedOn.slice(0, 4)) + 1}-06-10`, content: '银行与企业对接。' },
    partners: [supplier.party],
  });
  await county.post('/api/cases/publicInformation', {
    ...{ publisher: 'hn-liuyang', kind: 'POLICY', title: '设备更新贷款贴息', words: '对设备更新贷款给予贴息。' },
    ...{ source: '浏财企〔2025〕12号', issuedOn: launchedOn },
  });
  await (
    await players.as('supplier')
  ).post('/api/cases/offerReview', { name: '材料成分检测', category: 'TECHNOLOGY', description: '金属材料成分检测。' });
  await county.post('/api/cases/platformOperation', { platform: 'hn-liuyang', measures: '每日巡检，双机热备。' });
}

/** The assessment of Shanghai as the stack holds it when it is examined: a campaign that is open, with an entry in the hands of its district. */
import type { OpenStage } from '../rehearsal/network.ts';
import { entryBody } from '../rehearsal/assessment.ts';

/** @param email where the entrant is reached */
export async function playAssessment(players: OpenStage, email: string): Promise<void> {
  const [staff, manager, entrant] = await Promise.all([
    players.as('commission'),
    players.as('commissionmanager'),
    players.as('entrant'),
  ]);
  const year = Number((await players.now()).slice(0, 4));
  const { caseId } = await staff.post<{ caseId: string }>('/api/cases/assessmentCampaign', {
    ...{ year, institutionCutOff: `${year}-12-11T17:00:00+08:00`, districtCutOff: `${year}-12-18T17:00:00+08:00` },
    ...{ sendTo: '上海市复兴中路593号21楼', contacts: [{ name: '陈立', telephone: '021-23119365' }] },
  });
  await manager.act(caseId, 'openCampaign', { confirmOutsideHours: true });
  const body = await entryBody(entrant, {
    ...{ year, creditCode: '91310104MA1FR9HX35', name: '上海恒信创业服务有限公司', category: 'STARTUP' },
    ...{ registeredIn: 'SH/XUHUI', email },
  });
  const entry = await entrant.post<{ caseId: string }>('/api/cases/assessmentEntry', body);
  await entrant.act(entry.caseId, 'submitEntry');
}

/** The declaration of bases, as the stack holds it when it is examined: a call, a title, a declaration with an expert's opinion. */
import { settled, uploadPdf } from '../rehearsal/steps.ts';
import type { OpenStage } from '../rehearsal/network.ts';

/** @param opinion what an expert says, sealed until all have */
export async function playBases(players: OpenStage, opinion: string): Promise<void> {
  const [base, city, reviewer, province] = await Promise.all([
    players.as('base'),
    players.as('department'),
    players.as('provincereviewer'),
    players.as('province'),
  ]);
  const now = await players.now();
  const year = Number(now.slice(0, 4));
  const today = now.slice(0, 10);
  const daysOn = (n: number) => new Date(Date.parse(`${today}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
  await province.post('/api/cases/baseTitle', {
    ...{ holder: '91430104MA4L7BKE2F', name: '雨花基地', batch: year - 1 },
    ...{ validFrom: `${year - 1}-12-31`, validTo: `${year + 1}-12-31` },
  });
  const dates = { filingDay: today, finalDay: daysOn(30) };
  const call = await reviewer.post<{ caseId: string }>('/api/cases/baseCall', {
    year,
    document: '申报通知',
    ...dates,
  });
  const { caseId } = await base.post<{ caseId: string }>('/api/cases/baseDeclaration', {
    ...{
      year,
      name: '麓谷基地',
      city: 'hn-dept-changsha',
      recognition: '湘工信〔2018〕12号',
      contest: true,
      cloud: true,
    },
    ...{ activities: [{ on: `${year - 1}-06-01`, what: '政策进园区' }], reports: [], contactName: '李倩' },
    ...{ telephone: '0731-88001234', email: 'base@demo.anjuan.test', fileIds: [] },
  });
  await base.act(caseId, 'submitToCity', {});
  const items = { RECOGNITION: 'MET', CONTEST_AND_CLOUD: 'MET', ACTIVITIES: 'MET', REPORTS: 'MET' };
  await city.act(caseId, 'judgeItems', { items });
  const fileIds = [await uploadPdf(city, '推荐文件.pdf')];
  await city.act(caseId, 'recommendBase', { document: '长工信〔2019〕8号', fileIds });
  await city.act(caseId, 'fileWithProvince', {});
  await reviewer.act(caseId, 'recordPaper', { copies: 2, receivedOn: today });
  await players.advanceTo(`${daysOn(1)}T00:00:00+08:00`);
  await settled(players);
  const experts = ['expert', 'expert2', 'expert3'].map((name) => ({ expert: `person:demo-${name}`, conflicts: [] }));
  await reviewer.act(call.caseId, 'namePool', { experts });
  await settled(players);
  const expert = await players.as('expert');
  const { items: asked } = await expert.get<{ items: { id: string }[] }>('/api/cases?kind=baseOpinion');
  for (const { id } of asked) await expert.act(id, 'giveOpinion', { score: 80, opinion });
}

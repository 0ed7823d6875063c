/** A tale of the story: an assessment of Shanghai from its call to the published list (SH-EVAL-01 to 09). */
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import { entryBody } from '../rehearsal/assessment.ts';
import type { OpenStage } from '../rehearsal/network.ts';
import { settled } from '../rehearsal/steps.ts';
import { type Tale, until } from './tales.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

const reason = '见评分表。';
const verified = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };

const sheet = (each: number) => ({
  scores: Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, each])),
});

/** The first year of which no campaign has begun, in whose autumn the clock is then. */
async function callIn(stage: OpenStage): Promise<number> {
  const commission = await stage.as('commission');
  const { items } = await commission.get<{ items: { title: string }[] }>(
    '/api/cases?kind=assessmentCampaign&limit=100',
  );
  const now = await stage.now();
  const year = Number(now.slice(0, 4)) + (now.slice(5, 7) >= '11' ? 1 : 0) + items.length;
  await until(stage, `${year}-11-03T10:00:00+08:00`);
  return year;
}

export const assessed: Tale = {
  title: {
    zh: '十、从启动到公布的服务质量测评',
    en: '10. An assessment of service quality, from its call to the published list',
  },
  reader: 'commissionmanager',
  async play(stage) {
    const [commission, manager, second] = [
      await stage.as('commission'),
      await stage.as('commissionmanager'),
      await stage.as('commissionmanager2'),
    ];
    const year = await callIn(stage);
    const { caseId: campaign } = await commission.post<{ caseId: string }>('/api/cases/assessmentCampaign', {
      ...{ year, institutionCutOff: `${year}-12-11T17:00:00+08:00`, districtCutOff: `${year}-12-18T17:00:00+08:00` },
      ...{ sendTo: '上海市复兴中路593号21楼', contacts: [{ name: '陈立', telephone: '021-23119365' }] },
    });
    await manager.act(campaign, 'openCampaign', { confirmOutsideHours: true });

    const entrant = await stage.as('entrant');
    const form = await entryBody(entrant, {
      ...{ year, creditCode: '91310104MA1FR9HX35', name: '上海恒信创业服务有限公司', category: 'STARTUP' },
      ...{ registeredIn: 'SH/XUHUI', email: 'zhou.min@example.org' },
    });
    const { caseId: entry } = await entrant.post<{ caseId: string }>('/api/cases/assessmentEntry', form);
    await until(stage, `${year}-12-10T14:00:00+08:00`);
    await entrant.act(entry, 'submitEntry');
    const xuhui = await stage.as('xuhui');
    await xuhui.act(entry, 'recordPaper', { receivedAt: `${year}-12-10T14:00:00+08:00`, checks: paperInOrder });
    await until(stage, `${year}-12-14T10:00:00+08:00`);
    await xuhui.act(entry, 'recommend');
    await xuhui.act(entry, 'recordDispatch', { letter: `徐商务〔${year}〕12号`, postedAt: await stage.now() });
    await until(stage, `${year}-12-21T10:00:00+08:00`);
    await commission.act(entry, 'admit');
    await commission.act(campaign, 'startAssessment');

    const [assessor, assessor2] = [await stage.as('assessor'), await stage.as('assessor2')];
    await assessor.act(entry, 'finishDocuments');
    await until(stage, `${year + 1}-01-05T10:00:00+08:00`);
    await assessor.act(entry, 'recordVerification', verified);
    await assessor.act(entry, 'fileSheet', sheet(80));
    await assessor2.act(entry, 'fileSheet', sheet(90));
    await assessor2.act(entry, 'submitAssessment');
    await commission.act(entry, 'setGrade', { grade: 'EXCELLENT', reason });
    await manager.act(campaign, 'setResults');
    await second.act(campaign, 'publishResults', { link: `https://sheitc.example.cn/assessment/${year}` });
    await settled(stage);
    await commission.act(campaign, 'closeCampaign');
    return [campaign, entry];
  },
};

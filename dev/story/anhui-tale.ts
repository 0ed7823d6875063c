/** A tale of the story: a quarter and a year of the Anhui network (AH-OPS-01, AH-EVAL-04 to 07). */
import { sheetFor } from '../../rules/ah/indicators.ts';
import { norms } from '../../rules/ah/norms.ts';
import { settled, uploadPdf } from '../rehearsal/steps.ts';
import type { OpenStage } from '../rehearsal/network.ts';
import { fileOnce, latestCase, type Tale, until } from './tales.ts';

const RESIDENT = '91340100MA2N8HFR1G';
const CITY = 'unit:ah-platform-hefei';
const contact = {
  ...{ cityPlatform: 'ah-platform-hefei', services: '检验检测、创业辅导。', contactName: '周敏' },
  ...{ telephone: '0551-62000000' },
};
const nothing = {
  ...{ matches: 0, served: 0, activities: 0, users: 0, resources: 0 },
  ...{ cooperation: 0, collections: 0, products: 0 },
};
const summary = '各项服务按计划开展，服务规范，企业满意。';

/** The report of a month with these figures, and none beside. */
function reportOf(year: number, month: number, figures: object) {
  return {
    ...{ year, month, reported: { ...nothing, ...figures } },
    ...{ publicServed: 0, account: '运行正常。', fileIds: [] },
  };
}

export const anhuiYear: Tale = {
  title: {
    zh: '十一、安徽平台网络的一个季度和一年',
    en: '11. A quarter and a year of the Anhui network',
  },
  reader: 'anhuiplatformmanager',
  async play(stage) {
    const [department, departmentManager] = [await stage.as('anhui'), await stage.as('anhuimanager')];
    const [platform, hefei, resident] = [
      await stage.as('anhuiplatform'),
      await stage.as('hefei'),
      await stage.as('resident'),
    ];
    const year = await septemberOf(stage);
    const city = { ...contact, kind: 'CITY_PLATFORM', name: '合肥市中小企业综合服务平台' };
    await fileOnce(stage, 'anhuiplatform', 'membership', city);
    await settled(stage);
    await fileOnce(stage, 'hefei', 'membership', {
      ...{ ...contact, name: '合肥科创企业服务有限公司', creditCode: RESIDENT },
      email: 'resident@demo.anjuan.test',
    });
    await fileOnce(stage, 'anhui', 'yearlyTasks', { member: CITY, year, resources: 1, activities: 12 });
    // That of a quarter follows of itself from the one before, if there was one.
    await fileOnce(stage, 'anhuiplatform', 'quarterlyBulletin', { year, quarter: 3 });
    await settled(stage);
    const bulletin = await latestCase(platform, { kind: 'quarterlyBulletin', about: `bulletin:${year}-Q3` });
    const [joined, tasks] = [
      await latestCase(platform, { kind: 'membership', subject: CITY }),
      await latestCase(platform, { kind: 'yearlyTasks', subject: CITY }),
    ];
    const cityReports = await latestCase(platform, { kind: 'periodicReport', subject: CITY });
    const residentReports = await latestCase(platform, { kind: 'periodicReport', subject: RESIDENT });

    // September: the city platform in time, the institution late, since figures that no record bears out came back.
    await until(stage, `${year}-10-08T10:00:00+08:00`);
    await hefei.act(cityReports, 'submitReport', reportOf(year, 9, { resources: 1 }));
    await resident.act(residentReports, 'submitReport', reportOf(year, 9, { served: 12 }));
    await platform.act(residentReports, 'returnReport', { year, month: 9, reason: '请附服务企业名单。' });
    await until(stage, `${year}-10-12T10:00:00+08:00`);
    await resident.act(residentReports, 'submitReport', reportOf(year, 9, {}));
    await platform.act(residentReports, 'completeReport', { year, month: 9 });

    await platform.act(bulletin, 'addNote', { note: '合肥市一家成员的数据于10月12日更正。' });
    await platform.act(bulletin, 'submitBulletin');
    await departmentManager.act(bulletin, 'approveBulletin');
    await department.act(bulletin, 'issueBulletin', { document: `皖经信企服〔${year}〕88号` });

    await until(stage, `${year + 1}-01-05T10:00:00+08:00`);
    const evaluation = await latestCase(platform, { kind: 'annualEvaluation', subject: RESIDENT });
    await resident.act(evaluation, 'submitSummary', {
      parts: {
        ...{ basics: summary, team: summary, finances: summary, standards: summary },
        ...{ results: summary, resources: summary, plans: summary },
      },
      serviceFileIds: [await uploadPdf(resident, '服务开展情况.pdf')],
    });
    // How regularly it reported is known once the time of the reports of December and of the year is over.
    await until(stage, `${year + 1}-01-12T10:00:00+08:00`);
    await platform.act(evaluation, 'sendData');
    await resident.act(evaluation, 'commentData', { comment: '服务企业数应为 1 家，证明已附。' });
    await platform.act(evaluation, 'correctData', { figure: 'served', to: 1, reason: '合同和发票已核。' });
    await platform.act(evaluation, 'closeComments', { answer: '已按证明更正。' });

    // What the tables lost the administrator sets once the department has decided on it, and the case comes under it.
    await until(stage, `${year + 1}-01-20T10:00:00+08:00`);
    await (
      await stage.as('admin')
    ).put('/api/rules/AH', { values: points(), note: '评价指标分值和分数线经研究确定。' });
    await departmentManager.act(evaluation, 'adoptRules', { reason: '按确定的分值评价。' });
    await department.act(evaluation, 'scoreSheet', { marks: marksOfEach(8.5), norms: Object.keys(norms) });
    await department.act(evaluation, 'rank');
    await department.act(evaluation, 'giveGrade', { grade: 'EXCELLENT', reason: '得分在优秀线以上。' });
    await department.act(evaluation, 'notifyResult', { reason: '各项指标完成良好。' });
    await settled(stage);
    return [joined, tasks, residentReports, bulletin, evaluation];
  },
};

const { items } = sheetFor('INSTITUTION');

/** Full marks that come to 100, a point for each bonus and deduction, and the limits of the grades. */
function points(): Readonly<Record<string, number>> {
  const full = items.map((item) => [`evaluation.weights.INSTITUTION.${item}`, item === 'satisfaction' ? 10 : 9]);
  return {
    ...(Object.fromEntries(full) as Record<string, number>),
    ...{ 'evaluation.points.media': 1, 'evaluation.points.titles': 1, 'evaluation.points.complaints': 1 },
    ...{ 'evaluation.limits.excellent': 90, 'evaluation.limits.qualified': 60 },
  };
}

/** The same marks for each item but satisfaction: nobody evaluated it online, so that it is not applicable. */
function marksOfEach(marks: number): Readonly<Record<string, number>> {
  return Object.fromEntries(items.filter((item) => item !== 'satisfaction').map((item) => [item, marks]));
}

/** Moves the clock into the next September, and says of which year it is. */
async function septemberOf(stage: OpenStage): Promise<number> {
  const now = await stage.now();
  const year = Number(now.slice(0, 4)) + (now.slice(5, 10) >= '09-25' ? 1 : 0);
  await until(stage, `${year}-09-22T10:00:00+08:00`);
  return year;
}

/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { baseDeclaration } from './contract.ts';

const ofBase = { base: '长沙麓谷创业创新基地', year: 2019 };
const reason = '运营数据多次逾期报送。';
const cityFiling = sampleDeadline({
  ...baseDeclaration.deadlines.cityFiling,
  name: 'cityFiling',
  lastDay: '2019-04-26',
  dueAt: '2019-04-27T00:00:00.000+08:00',
  workingDaysLeft: 10,
});
const finalFiling = sampleDeadline({
  ...baseDeclaration.deadlines.finalFiling,
  name: 'finalFiling',
  lastDay: '2019-05-10',
  dueAt: '2019-05-11T00:00:00.000+08:00',
  workingDaysLeft: 4,
});

export const baseDeclarationSamples: SamplesOf<typeof baseDeclaration> = {
  declarationOpened: { ...ofBase, deadlines: [cityFiling] },
  applicantGuided: { ...ofBase, comment: '请补充服务活动的照片和签到表。' },
  declarationReturned: { ...ofBase, reason },
  recommended: { ...ofBase, deadlines: [cityFiling] },
  notRecommended: { ...ofBase, reason },
  filedWithProvince: { ...ofBase, filedAt: '2019-04-26T15:00:00.000+08:00', copies: 2 },
  paperIncomplete: { ...ofBase, received: 1, needed: 2, filingDay: '2019-04-26' },
  lateRefused: { ...ofBase, filingDay: '2019-04-26', filedAt: '2019-04-27T10:00:00.000+08:00' },
  selected: { ...ofBase, score: 88.33, deadlines: [finalFiling] },
  notSelected: { ...ofBase, reason: '专家评审得分列第五名。', score: 80.5 },
  revisionReturned: { ...ofBase, reason: '推荐表未加盖公章。' },
  finalIncomplete: { ...ofBase, received: 2, needed: 3, disc: false, deadlines: [finalFiling] },
  finalFiled: { ...ofBase, late: false },
  finalLate: { ...ofBase, finalDay: '2019-05-10' },
  finalRefused: { ...ofBase, reason: '逾期五天且未说明原因。' },
};

/** What the case remembers where a line tells it. */
export const baseDeclarationRemembered = { score: 85 };

/** What notices of several processes of the store regime are told with in tests. */
import { sampleDeadline } from '../../rules/notices/samples.ts';
import type { NoticeCommon } from '../../rules/notices.ts';
import type { Recommended, TrialFigures } from '../../rules/sh-store/notices.ts';
import { text } from '../../rules/text.ts';
import type { BarLifted } from '../engine/bars.ts';
import type { RecommendedCaseOutcome } from './shared-notices.ts';

/** The two limits of a store approved on 2025-09-26, as of that day (SH-STORE-06.1 to .3). */
export const setupDeadline = sampleDeadline({
  name: 'setup',
  title: text('完成店铺装修和产品上架', 'finish the decoration and list products'),
  lastDay: '2025-10-10',
  dueAt: '2025-10-11T00:00:00.000+08:00',
  workingDaysLeft: 5,
  consequence: text('做整顿处理', 'rectification'),
  clause: 'SH-STORE 四.3',
});

export const setupLimit = sampleDeadline({
  name: 'setupLimit',
  title: text('完成首次装修和产品上架的最后期限', 'last limit for the first decoration and listing'),
  lastDay: '2025-10-23',
  dueAt: '2025-10-24T00:00:00.000+08:00',
  workingDaysLeft: 14,
  consequence: text(
    '予以清退；清退后，依据《办法》四.6，原则上一年内不再受理开店申请',
    'clearance; after that, under 四.6 of the Measures, in principle a bar of one year',
  ),
  clause: 'SH-STORE 四.5(1)',
});

export const trialEnd = sampleDeadline({
  name: 'trial',
  title: text('试运行两个月', 'two months of trial operation'),
  lastDay: '2025-11-26',
  dueAt: '2025-11-27T00:00:00.000+08:00',
  workingDaysLeft: 38,
  consequence: text(
    '期满按三项指标评定：达标转正，任一项未达标作清退处理',
    'the trial is judged on three targets: with all met the store is regularised, with any missed it is cleared',
  ),
  clause: 'SH-STORE 一.2',
  duty: false,
});

/** The figures of a trial that met its targets. */
export const metFigures: TrialFigures = {
  points: { value: 1501, target: 1500, exceed: true, met: true },
  orders: { value: 100, target: 100, exceed: false, met: true },
  products: { value: 10, target: 10, exceed: false, met: true },
};

export const letter: Recommended = { department: '浦东新区科技和经济委员会', documentNumber: '浦科经〔2025〕18号' };

export const recommendedCaseOutcomeSample: RecommendedCaseOutcome & Partial<NoticeCommon> = {
  ...letter,
  outcome: text('试运行期满，予以转正', 'trial completed, store regularised'),
  decidedAt: '2025-11-28T10:00:00.000+08:00',
  figures: metFigures,
};

export const barLiftedSample: BarLifted & Partial<NoticeCommon> = {
  firstDay: '2025-10-25',
  lastDay: '2026-10-24',
  liftedAt: '2026-03-02T10:00:00.000+08:00',
  reason: '非本机构过错',
};

/** The services of a centre (EC-CENTRE-07.1) and the groups of its review (08.3). */
import { roundedTo } from '../decimals.ts';
import { text } from '../text.ts';

/** Six services; the last one is given through providers of the directory (EC-CENTRE-07.2). */
export const centreServices = {
  ADVICE: text('咨询服务', 'advice'),
  RESOURCES: text('资源整合', 'resource integration'),
  TRAINING: text('人才培训', 'talent training'),
  START_UP: text('创业服务', 'start-up service'),
  PUBLICITY: text('宣传服务', 'publicity'),
  BUSINESS_SUPPORT: text('业务支持服务', 'business support'),
} as const;
export type CentreService = keyof typeof centreServices;

/** Scores of a service, 1 to 5, as its evaluation offers them. */
export const scoreTitles = {
  1: text('很不满意', 'very dissatisfied'),
  2: text('不满意', 'dissatisfied'),
  3: text('一般', 'fair'),
  4: text('满意', 'satisfied'),
  5: text('很满意', 'very satisfied'),
} as const;

/** The status of an entry of the directory (EC-CENTRE-03). */
export const entryStatuses = {
  DRAFT: text('拟订', 'Draft'),
  PUBLISHED: text('已公布', 'Published'),
  OUTDATED: text('待更新', 'Outdated'),
  REMOVED: text('已移出', 'Removed'),
} as const;
export type EntryStatus = keyof typeof entryStatuses;

/** Groups of the review; how the full mark is split stands in annex C, which is not in the file. */
export const reviewGroups = {
  CONDITIONS: text('基本条件', 'basic conditions'),
  ABILITY: text('服务能力', 'service ability'),
  SUPPORT: text('配套保障', 'supporting guarantees'),
  LIAISON: text('沟通联络', 'communication and liaison'),
} as const;
export type ReviewGroup = keyof typeof reviewGroups;

/** The scores of one scorer. */
export type GroupScores = Readonly<Record<ReviewGroup, number>>;

/** The sum of the groups, with two decimals. */
export function totalOf(scores: GroupScores): number {
  return rounded(Object.values(scores).reduce((sum, score) => sum + score, 0));
}

/** The final score (EC-CENTRE-08.4, A-98): by default that of the province. `authorities`: of each level, one at least. */
export function finalScore(
  totals: { readonly self: number; readonly authorities: readonly number[]; readonly province: number },
  scoring: 'PROVINCE' | 'AVERAGE',
): number {
  const { self, authorities, province } = totals;
  if (scoring === 'PROVINCE') return province;
  const mean = authorities.reduce((sum, score) => sum + score, 0) / authorities.length;
  return rounded((self + mean + province) / 3);
}

function rounded(score: number): number {
  return roundedTo(score, 2);
}

import type { GroupScores } from '../../../rules/ec-centre/services.ts';
import { text } from '../../../rules/text.ts';
import { fixedDateLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { centre, contract } from '../words.ts';
import type { CentreReviewInputs } from './input.ts';
import { centreReviewNotices } from './notices.ts';

export interface CentreReviewOpening {
  readonly year: number;
  /** Name of the centre. */
  readonly name: string;
  /** Last day of Shanghai for material and self-score, whole. */
  readonly dueOn: Day;
  /** Ids of the commerce authorities that score, the nearest first; the first one handles the case. */
  readonly authorities: readonly string[];
}

export interface CentreReviewFacts extends CentreReviewOpening {
  preparedAt: Instant | null;
  /** The material or the self-score had not come by the last day. */
  overdue: boolean;
  self: Scored | null;
  /** By the id of the authority. */
  byAuthority: Readonly<Record<string, Scored>>;
  province: Scored | null;
  /** 0 to the full mark; follows from the others by `ec.scoring`. */
  final: number | null;
}

/** What one scorer gave. */
export interface Scored {
  readonly groups: GroupScores;
  readonly total: number;
  readonly at: Instant;
}

const material = { clause: 'EC-CENTRE 7.2.1', requirement: 'EC-CENTRE-08.1' } as const;
const scoring = { clause: 'EC-CENTRE 7.2.1', requirement: 'EC-CENTRE-08.2' } as const;

/** The review of a centre at the end of a year: EC-CENTRE-08. Centre, commerce authorities at each level and the provincial evaluator score. */
export const centreReview = contract<{
  opening: CentreReviewOpening;
  facts: CentreReviewFacts;
  inputs: CentreReviewInputs;
}>()({
  kind: 'centreReview',
  beginsUnderNewestRules: true,
  prefix: 'ecr',
  mark: '电评',
  title: text('电商公共服务中心年度考评', 'Yearly review of a centre'),
  parties: { centre },
  bodies: {
    authority: text('商务主管部门', 'Commerce authority'),
    evaluator: text('省级考评单位', 'Provincial evaluator'),
  },
  handledBy: { AUTHORITY_SCORED: 'evaluator', PROVINCE_SCORED: 'evaluator' },
  stages: {
    PREPARING: text('中心准备材料和自评', 'The centre prepares and scores itself'),
    SELF_SCORED: text('已自评，待商务主管部门评分', 'Scored by itself, authorities to score'),
    AUTHORITY_SCORED: text('主管部门已评分，待省级考评', 'Scored by the authorities, evaluator to score'),
    PROVINCE_SCORED: text('省级已评分，待办结', 'Scored by the evaluator, to be closed'),
  },
  outcomes: {
    CLOSED: text('考评办结', 'Review closed'),
    NOT_HELD: text('考评未进行', 'Not held'),
    ENDED: text('中心已退出，考评终止', 'Ended: the centre has left'),
  },
  notices: centreReviewNotices,
  tasks: {
    authorityScore: { title: text('商务主管部门评分', 'Score of the authority'), role: 'reviewer' },
    provinceScore: { title: text('省级考评评分', 'Score of the evaluator'), role: 'reviewer' },
    closeReview: { title: text('办结年度考评', 'Close the review'), role: 'manager' },
    decideOverdue: { title: text('考评材料逾期，请处理', 'The material for the review is overdue'), role: 'manager' },
  },
  deadlines: {
    material: {
      ...material,
      title: text('提交考评材料和自评分', 'Hand in material and self-score'),
      consequence: text('标记为逾期，仍应提交', 'It is marked as overdue, and to be handed in all the same'),
      platformRule: true,
      metBy: 'prepareMaterial',
      ladder: fixedDateLadder,
    },
  },
  actions: {
    prepareMaterial: {
      ...material,
      title: text('提交考评材料', 'Hand in the material'),
      done: text('考评材料已提交', 'Material handed in'),
      event: 'MATERIAL_PREPARED',
      by: [party('centre')],
      at: ['PREPARING'],
    },
    selfScore: {
      ...scoring,
      title: text('自评', 'Score yourself'),
      done: text('中心已自评', 'The centre has scored itself'),
      event: 'SELF_SCORED',
      by: [party('centre')],
      at: ['PREPARING'],
    },
    authorityScore: {
      ...scoring,
      title: text('主管部门评分', 'Score as the authority'),
      done: text('商务主管部门已评分', 'The authority has scored'),
      event: 'AUTHORITY_SCORED',
      by: [handling('reviewer')],
      at: ['SELF_SCORED'],
      task: 'authorityScore',
      notBy: ['authorityScorer'],
    },
    provinceScore: {
      ...scoring,
      title: text('省级考评评分', 'Score as the evaluator'),
      done: text('省级考评单位已评分', 'The evaluator has scored'),
      event: 'PROVINCE_SCORED',
      by: [handling('reviewer')],
      at: ['AUTHORITY_SCORED'],
      task: 'provinceScore',
      notBy: ['authorityScorer', 'provinceScorer'],
    },
    setScoreAside: {
      ...scoring,
      title: text('评分作废，由他人重新评分', 'Set a score aside, to be scored anew'),
      done: text('评分作废，由他人重新评分', 'Score set aside, to be scored anew by somebody else'),
      event: 'SCORE_SET_ASIDE',
      by: [handling('manager')],
      at: ['SELF_SCORED', 'AUTHORITY_SCORED', 'PROVINCE_SCORED'],
      adverse: true,
      effect: 'reverses',
      notBy: ['provinceScorer', 'authorityScorer'],
    },
    closeReview: {
      clause: 'EC-CENTRE 7.2.2',
      requirement: 'EC-CENTRE-08.5',
      title: text('办结考评', 'Close the review'),
      done: text('考评已办结', 'Review closed'),
      event: 'REVIEW_CLOSED',
      by: [handling('manager')],
      at: ['SELF_SCORED', 'PROVINCE_SCORED'],
      task: 'closeReview',
      notBy: ['provinceScorer', 'authorityScorer'],
    },
    recordNotHeld: {
      ...material,
      title: text('考评未进行，办结', 'Close it as not held'),
      done: text('年度考评未进行', 'The review was not held'),
      event: 'REVIEW_NOT_HELD',
      by: [handling('manager')],
      at: ['PREPARING'],
      adverse: true,
      task: 'decideOverdue',
    },
    centreLeft: {
      ...material,
      title: text('中心已退出', 'The centre has left'),
      event: 'CENTRE_LEFT',
      by: ['case'],
      at: ['PREPARING', 'SELF_SCORED', 'AUTHORITY_SCORED', 'PROVINCE_SCORED'],
    },
  },
});

/** A step of a review. */
export type Review = StepOf<typeof centreReview>;

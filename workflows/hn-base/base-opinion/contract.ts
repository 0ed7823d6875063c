import { text } from '../../../rules/text.ts';
import { shortLadder, type Instant } from '../../../rules/time/index.ts';
import { party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, expert } from '../words.ts';
import type { BaseOpinionInputs } from './input.ts';
import { baseOpinionNotices } from './notices.ts';

export interface BaseOpinionOpening {
  readonly year: number;
  /** Name of the base that is reviewed. */
  readonly base: string;
  /** Id of the case of its declaration. */
  readonly declaration: string;
}

export interface BaseOpinionFacts extends BaseOpinionOpening {
  givenAt: Instant | null;
  /** 0 to 100; sealed until the opinions on the declaration are opened together. */
  score: number | null;
  opinion: string | null;
  openedAt: Instant | null;
}

const review = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.1' } as const;
const stages = ['ASKED', 'GIVEN'] as const;

/** The opinion of one expert on one declaration: HN-BASE-03.1. Nobody reads it before all of the panel are in. */
export const baseOpinion = contract<{
  opening: BaseOpinionOpening;
  facts: BaseOpinionFacts;
  inputs: BaseOpinionInputs;
}>()({
  kind: 'baseOpinion',
  prefix: 'bop',
  mark: '基评',
  title: text('示范基地专家评审意见', 'Opinion of an expert on a base'),
  parties: { expert },
  bodies: { province: text('省级主管部门', 'Provincial department') },
  sealed: { facts: ['score', 'opinion'], until: 'openedAt' },
  stages: {
    ASKED: text('待提交评审意见', 'Opinion asked for'),
    GIVEN: text('已提交，待开启', 'Given, to be opened'),
  },
  outcomes: {
    OPENED: text('已开启', 'Opened'),
    RECUSED: text('专家回避', 'The expert has stepped back'),
    ENDED: text('评审终止', 'Ended'),
  },
  notices: baseOpinionNotices,
  tasks: {},
  deadlines: {
    opinion: {
      ...review,
      title: text('提交评审意见', 'Give the opinion'),
      consequence: text('由组织评审的部门决定是否更换专家', 'The department decides whether another expert is asked'),
      platformRule: true,
      metBy: 'giveOpinion',
      ladder: shortLadder,
    },
  },
  actions: {
    giveOpinion: {
      ...review,
      title: text('提交评审意见', 'Give the opinion'),
      done: text('专家已提交评审意见', 'The expert has given the opinion'),
      event: 'OPINION_GIVEN',
      reading: 'interestsInBase',
      by: [party('expert')],
      at: ['ASKED'],
      withholds: ['score', 'opinion'],
    },
    stepBack: {
      ...review,
      title: text('申请回避', 'Step back'),
      done: text('专家申请回避', 'The expert has stepped back'),
      event: 'EXPERT_RECUSED',
      by: [party('expert')],
      // Given or not: nobody has read it yet.
      at: stages,
      adverse: true,
    },
    openOpinion: {
      ...review,
      title: text('开启评审意见', 'Open the opinion'),
      done: text('评审意见已开启', 'Opinion opened'),
      event: 'OPINION_OPENED',
      by: ['case'],
      at: ['GIVEN'],
    },
    endReview: {
      ...review,
      title: text('终止评审', 'End the review'),
      done: text('评审终止', 'Review ended'),
      event: 'REVIEW_ENDED',
      by: ['case'],
      at: stages,
    },
  },
});

/** A step of an opinion. */
export type Opinion = StepOf<typeof baseOpinion>;

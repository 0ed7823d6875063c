import type { AgreementText, EarlierAgreement } from '../../../rules/hn-net/agreement.ts';
import { text } from '../../../rules/text.ts';
import type { Day, Instant } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import { operator } from '../trading-platform.ts';
import { contract } from '../words.ts';
import type { UserAgreementInputs } from './input.ts';
import { userAgreementNotices } from './notices.ts';

export interface UserAgreementOpening {
  readonly version: number;
  /** What of the ten contents and the four rules is not filled in. */
  readonly missing: readonly AgreementText[];
  /** Days between publication and effect of the version after this one, as its amendment procedure names them. */
  readonly noticeDays: number;
  /** The version that it follows, with its case; null for the first one. */
  readonly follows: (EarlierAgreement & { readonly caseId: string; readonly version: number }) | null;
}

/** What a version remembers; its words stand in the form alone. */
export interface UserAgreementFacts {
  readonly version: number;
  readonly follows: UserAgreementOpening['follows'];
  missing: readonly AgreementText[];
  noticeDays: number;
  /** What the check of the terms has found; null until it was made, and again once the draft was changed. */
  check: { readonly prominent: boolean; readonly fair: boolean; readonly at: Instant } | null;
  publishedAt: Instant | null;
  effectiveFrom: Day | null;
}

const agreement = { clause: 'HN-NET 第八条第三项', requirement: 'HN-NET-07.1' } as const;
const amendment = { clause: 'HN-NET 第八条第三项(六)', requirement: 'HN-NET-07.2' } as const;
const standardTerms = { clause: 'HN-NET 第九条第七项', requirement: 'HN-NET-15.5' } as const;

/**
 * A version of the user agreement of the trading platform with the rules shown beside it: HN-NET-07, 15.5. Open from the draft until another
 * version takes its place. Each provider signs in a case of its own, which this one has for its parent.
 */
export const userAgreement = contract<{
  opening: UserAgreementOpening;
  facts: UserAgreementFacts;
  inputs: UserAgreementInputs;
}>()({
  kind: 'userAgreement',
  prefix: 'agr',
  mark: '协议',
  title: text('用户协议和平台规则', 'User agreement and rules of the platform'),
  parties: { platform: operator },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    DRAFT: text('起草', 'Draft'),
    PUBLISHED: text('已公布', 'Published'),
  },
  outcomes: {
    SUPERSEDED: text('已被新版本取代', 'Superseded'),
    WITHDRAWN: text('草案已撤回', 'Draft withdrawn'),
  },
  notices: userAgreementNotices,
  tasks: {
    checkTerms: { title: text('审核格式条款', 'Check the standard terms'), role: 'reviewer' },
    publish: { title: text('公布用户协议', 'Publish the user agreement'), role: 'manager' },
  },
  deadlines: {
    effect: {
      ...amendment,
      title: text('新版本施行', 'The version takes effect'),
      consequence: text('新版本取代此前的版本', 'It takes the place of the version before'),
      duty: false,
      ladder: [],
    },
  },
  actions: {
    reviseDraft: {
      ...agreement,
      title: text('修改草案', 'Change the draft'),
      done: text('草案已修改', 'Draft changed'),
      event: 'AGREEMENT_REVISED',
      by: [handling('reviewer'), handling('manager')],
      at: ['DRAFT'],
      withholds: ['changes'],
    },
    checkTerms: {
      ...standardTerms,
      title: text('审核格式条款', 'Check the standard terms'),
      done: text('格式条款已审核', 'Standard terms checked'),
      event: 'TERMS_CHECKED',
      by: [handling('reviewer'), handling('manager')],
      at: ['DRAFT'],
      task: 'checkTerms',
      notBy: ['filer', 'drafter'],
      adverse: true,
    },
    publish: {
      ...agreement,
      title: text('公布', 'Publish'),
      done: text('用户协议已公布', 'User agreement published'),
      event: 'AGREEMENT_PUBLISHED',
      by: [handling('manager')],
      at: ['DRAFT'],
      task: 'publish',
      notBy: ['filer', 'drafter'],
    },
    withdrawDraft: {
      ...agreement,
      title: text('撤回草案', 'Withdraw the draft'),
      done: text('草案已撤回', 'Draft withdrawn'),
      event: 'AGREEMENT_DRAFT_WITHDRAWN',
      by: [handling('reviewer'), handling('manager')],
      at: ['DRAFT'],
    },
    supersede: {
      ...amendment,
      title: text('被新版本取代', 'Superseded by a new version'),
      event: 'AGREEMENT_SUPERSEDED',
      by: ['case'],
      at: ['PUBLISHED'],
    },
  },
});

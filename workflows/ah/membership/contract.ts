import type { MemberKind } from '../../../rules/ah/indicators.ts';
import { text } from '../../../rules/text.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { Day } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { MembershipInputs } from './input.ts';
import { membershipNotices } from './notices.ts';

export interface MembershipOpening {
  readonly kind: MemberKind;
  /** Id of the city platform that an institution belongs to, or that it is itself. */
  readonly cityPlatform: string;
  /** Who brought it in; null for who came by itself, and for city platforms. */
  readonly introducer: PartyKey | null;
  /** True where staff of the network put it on record: nothing is left to decide. */
  readonly recorded: boolean;
  /** Its status at the end of an earlier membership, which bars nothing and is shown (AH-EVAL-07.6). */
  readonly formerStatus: string | null;
}

export interface MembershipFacts extends MembershipOpening {
  joinedOn: Day | null;
}

const residency = { clause: 'AH-OPS 第七条', requirement: 'AH-OPS-01.4' } as const;
const coordination = { clause: 'AH-OPS 第八条', requirement: 'AH-OPS-01.5' } as const;

/** Membership of the network as a city platform or a resident institution: AH-OPS-01. It lasts as long as title or residency. */
export const membership = contract<{
  opening: MembershipOpening;
  facts: MembershipFacts;
  inputs: MembershipInputs;
}>()({
  kind: 'membership',
  prefix: 'amb',
  mark: '入网',
  title: text('平台网络成员', 'Membership of the network'),
  parties: { member },
  bodies: { host: text('受理的平台', 'Platform that takes it in') },
  intake: { by: ['provider', 'reviewer', 'manager'] },
  stages: {
    APPLIED: text('已申请入驻', 'Residency applied for'),
    MEMBER: text('在网', 'Member'),
  },
  outcomes: {
    DECLINED: text('未予入驻', 'Not taken in'),
    LEFT: text('已退出', 'Left'),
    TITLE_CANCELLED: text('称号已取消', 'Title cancelled'),
    RESIDENCY_CANCELLED: text('入驻资格已取消', 'Residency cancelled'),
  },
  notices: membershipNotices,
  tasks: { decideResidency: { title: text('办理入驻申请', 'Decide on the residency'), role: 'reviewer' } },
  deadlines: {},
  actions: {
    admit: {
      ...coordination,
      title: text('同意入驻', 'Take in'),
      done: text('已入驻平台网络', 'Taken into the network'),
      event: 'MEMBER_ADMITTED',
      by: [handling('reviewer')],
      at: ['APPLIED'],
      task: 'decideResidency',
      notBy: ['filer'],
    },
    decline: {
      ...residency,
      title: text('不予入驻', 'Decline'),
      done: text('未予入驻', 'Not taken in'),
      event: 'MEMBER_DECLINED',
      by: [handling('reviewer')],
      at: ['APPLIED'],
      adverse: true,
      task: 'decideResidency',
      notBy: ['filer'],
    },
    leaveNetwork: {
      ...coordination,
      title: text('退出平台网络', 'Leave the network'),
      done: text('已退出平台网络', 'The network was left'),
      event: 'MEMBER_LEFT',
      by: [party('member')],
      at: ['APPLIED', 'MEMBER'],
    },
    cancelMembership: {
      clause: 'AH-EVAL 第八条',
      requirement: 'AH-EVAL-07.3',
      title: text('取消称号或者入驻资格', 'Cancel title or residency'),
      event: 'MEMBERSHIP_CANCELLED',
      by: ['case'],
      at: ['MEMBER'],
      adverse: true,
    },
    correctContact: correctContactBy([party('member')], residency.clause),
  },
});

/** A step of a membership. */
export type Membership = StepOf<typeof membership>;

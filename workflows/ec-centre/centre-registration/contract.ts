import type { CentreClass, CentreData, PlaceKind, SignCheck, Carrier } from '../../../rules/ec-centre/centre.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { correctContactBy } from '../../engine/contact.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { centre, contract } from '../words.ts';
import type { CentreRegistrationInputs } from './input.ts';
import { centreRegistrationNotices } from './notices.ts';

export interface CentreRegistrationOpening {
  readonly name: string;
  readonly data: CentreData;
}

/** A liaison point of the centre (EC-CENTRE-05). */
export interface LiaisonPoint {
  /** Its entry in the register of points. */
  readonly key: PartyKey;
  readonly name: string;
  readonly place: PlaceKind;
  readonly staff: number;
  readonly status: 'PLANNED' | 'OPEN' | 'CLOSED';
}

export interface CentreRegistrationFacts extends CentreRegistrationOpening {
  data: CentreData;
  class: CentreClass;
  registeredOn: Day | null;
  leftOn: Day | null;
  /** The year whose review was opened last. */
  reviewedIn: number | null;
  /** By the name that its actions use, `p1`, `p2` … */
  points: Readonly<Record<string, LiaisonPoint>>;
  /** What was found on the photo of the sign, and what bears it. */
  sign: { readonly passed: readonly SignCheck[]; readonly carriers: readonly Carrier[]; readonly on: Day } | null;
}

const registration = { clause: 'EC-CENTRE 3.2', requirement: 'EC-CENTRE-01.6' } as const;
const points = { clause: 'EC-CENTRE 4.6', requirement: 'EC-CENTRE-05.1' } as const;
const registered = ['REGISTERED'] as const;

/** Registration of a centre: EC-CENTRE-01, 02, 04, 05, 06. Its class follows from its data; what is missing is found and bars nothing. */
export const centreRegistration = contract<{
  opening: CentreRegistrationOpening;
  facts: CentreRegistrationFacts;
  inputs: CentreRegistrationInputs;
}>()({
  kind: 'centreRegistration',
  prefix: 'ecg',
  mark: '电登',
  title: text('电商公共服务中心登记', 'Registration of a centre'),
  parties: { centre },
  bodies: { authority: text('所在地商务主管部门', 'Commerce authority of its place') },
  intake: { by: ['provider'] },
  stages: { UNDER_REVIEW: text('登记审查', 'Under review'), REGISTERED: text('已登记', 'Registered') },
  outcomes: {
    NOT_REGISTERED: text('不予登记', 'Not registered'),
    LEFT: text('中心已退出', 'The centre has left'),
  },
  toldValues: {
    centre: ['ec.staffA', 'ec.staffB', 'ec.staffC', 'ec.staffPoint'],
  },
  notices: centreRegistrationNotices,
  tasks: { reviewCentre: { title: text('审查中心登记', 'Review the registration'), role: 'reviewer' } },
  deadlines: {
    nextReview: {
      clause: 'EC-CENTRE 7.2.1',
      requirement: 'EC-CENTRE-08.1',
      title: text('年度考评开始', 'The review of the year opens'),
      consequence: text('开始本年度考评', 'The review of the year begins'),
      platformRule: true,
      duty: false,
      legalEffect: false,
      ladder: [],
    },
  },
  actions: {
    registerCentre: {
      ...registration,
      title: text('准予登记', 'Register'),
      done: text('中心已登记', 'Centre registered'),
      event: 'CENTRE_REGISTERED',
      by: [handling('reviewer')],
      at: ['UNDER_REVIEW'],
      task: 'reviewCentre',
      notBy: ['filer'],
    },
    declineCentre: {
      ...registration,
      title: text('不予登记', 'Do not register'),
      done: text('不予登记', 'Not registered'),
      event: 'CENTRE_NOT_REGISTERED',
      by: [handling('reviewer')],
      at: ['UNDER_REVIEW'],
      adverse: true,
      task: 'reviewCentre',
      notBy: ['filer'],
    },
    reportData: {
      ...registration,
      title: text('更新中心情况', 'Report how the centre stands'),
      done: text('中心情况已更新', 'Data of the centre reported'),
      event: 'CENTRE_DATA_REPORTED',
      by: [party('centre')],
      at: ['UNDER_REVIEW', 'REGISTERED'],
    },
    judgeSign: {
      clause: 'EC-CENTRE 4.7.3',
      requirement: 'EC-CENTRE-06.3',
      title: text('核对标识', 'Check the sign'),
      done: text('标识已核对', 'Sign checked'),
      event: 'SIGN_CHECKED',
      by: [handling('reviewer')],
      at: ['UNDER_REVIEW', 'REGISTERED'],
      notBy: ['filer'],
    },
    openReview: {
      clause: 'EC-CENTRE 7.2.1',
      requirement: 'EC-CENTRE-08.1',
      title: text('提前开始本年度考评', 'Open the review of this year now'),
      done: text('本年度考评已开始', 'Review of the year opened'),
      event: 'REVIEW_OPENED',
      by: [handling('manager')],
      at: registered,
    },
    planPoint: {
      ...points,
      title: text('拟设联络点', 'Plan a liaison point'),
      done: text('拟设联络点', 'Liaison point planned'),
      event: 'POINT_PLANNED',
      by: [party('centre')],
      at: registered,
    },
    openPoint: {
      ...points,
      title: text('开设联络点', 'Open a liaison point'),
      done: text('联络点已开设', 'Liaison point opened'),
      event: 'POINT_OPENED',
      by: [party('centre')],
      at: registered,
    },
    staffPoint: {
      clause: 'EC-CENTRE 4.3',
      requirement: 'EC-CENTRE-01.5',
      title: text('更新联络点人员', 'Report the staff of a point'),
      done: text('联络点人员已更新', 'Staff of the point reported'),
      event: 'POINT_STAFFED',
      by: [party('centre')],
      at: registered,
    },
    closePoint: {
      ...points,
      title: text('撤销联络点', 'Close a liaison point'),
      done: text('联络点已撤销', 'Liaison point closed'),
      event: 'POINT_CLOSED',
      by: [party('centre')],
      at: registered,
      adverse: true,
    },
    leaveRegister: {
      ...registration,
      title: text('退出登记', 'Leave the register'),
      done: text('中心已退出登记', 'The centre has left the register'),
      event: 'CENTRE_LEFT_REGISTER',
      by: [party('centre')],
      at: ['UNDER_REVIEW', 'REGISTERED'],
    },
    correctContact: correctContactBy([party('centre')], registration.clause),
  },
});

/** A step of a registration. */
export type Registration = StepOf<typeof centreRegistration>;

import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { base, contract } from '../words.ts';
import type { BaseTitleInputs } from './input.ts';
import { baseTitleNotices } from './notices.ts';

export interface BaseTitleOpening {
  /** Name of the base, as the title has it. */
  readonly name: string;
  /** The year in which the title was announced. */
  readonly batch: number;
  /** Days of Shanghai; the last day counts whole. */
  readonly validFrom: Day;
  readonly validTo: Day;
}

export interface BaseTitleFacts extends BaseTitleOpening {
  validTo: Day;
  /** The year of the call in which the holder has declared again; null if it has not. */
  redeclaredIn: number | null;
  /** Years of calls of which the holder was told. */
  toldOfCalls: readonly number[];
}

const validity = { clause: 'HN-BASE 一', requirement: 'HN-BASE-05.1' } as const;
const reminder = { clause: 'HN-BASE 一', requirement: 'HN-BASE-05.2' } as const;
const stages = ['VALID', 'EXPIRING', 'REDECLARED'] as const;

/** The title of a national demonstration base: HN-BASE-05. The case is open as long as the title is valid. */
export const baseTitle = contract<{ opening: BaseTitleOpening; facts: BaseTitleFacts; inputs: BaseTitleInputs }>()({
  kind: 'baseTitle',
  prefix: 'btl',
  mark: '基称',
  title: text('国家示范基地称号', 'Title of a national demonstration base'),
  parties: { base },
  bodies: { province: text('省级主管部门', 'Provincial department') },
  intake: { by: ['manager'] },
  stages: {
    VALID: text('有效', 'Valid'),
    EXPIRING: text('即将期满', 'Expiring'),
    REDECLARED: text('已重新申报，原称号有效至期满', 'Declared again; valid until its own end'),
  },
  outcomes: { EXPIRED: text('已期满', 'Expired') },
  notices: baseTitleNotices,
  tasks: {},
  deadlines: {
    expiring: {
      ...reminder,
      title: text('期满前提醒', 'Reminder before the end of the title'),
      consequence: text('列为即将期满，提醒重新申报', 'It is listed as expiring, and its holder is reminded'),
      platformRule: true,
      duty: false,
      ladder: [],
    },
    expiry: {
      ...validity,
      title: text('称号有效期', 'Validity of the title'),
      consequence: text('称号期满终止', 'The title ends'),
      duty: false,
      ladder: [],
    },
  },
  actions: {
    callOpened: {
      ...reminder,
      title: text('申报通知已发布', 'A call has opened'),
      event: 'CALL_OPENED',
      by: ['case'],
      at: stages,
      tellsItself: true,
    },
    redeclared: {
      clause: 'HN-BASE 一',
      requirement: 'HN-BASE-05.3',
      title: text('持有单位重新申报', 'The holder has declared again'),
      event: 'TITLE_REDECLARED',
      by: ['case'],
      at: stages,
    },
    correctValidity: {
      ...validity,
      title: text('更正有效期', 'Correct the validity'),
      done: text('有效期已更正', 'Validity corrected'),
      event: 'TITLE_VALIDITY_CORRECTED',
      by: [handling('manager')],
      at: stages,
      adverse: true,
    },
  },
});

/** A step of a title. */
export type Title = StepOf<typeof baseTitle>;

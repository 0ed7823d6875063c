import type { Entry } from '../../../rules/hn-base/selection.ts';
import type { PoolExpert } from '../../../rules/hn-base/lot.ts';
import { notice } from '../../../rules/notices.ts';
import { text } from '../../../rules/text.ts';
import type { Day } from '../../../rules/time/index.ts';
import { handling } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { BaseCallInputs } from './input.ts';

export interface BaseCallOpening {
  readonly year: number;
  /** Number of the document, as published. */
  readonly document: string;
  /** Last days of Shanghai, whole: on which cities file, and on which the final materials are filed. */
  readonly filingDay: Day;
  readonly finalDay: Day;
}

export interface BaseCallFacts extends BaseCallOpening {
  /** The declarations that the province has received complete. */
  entries: readonly Entry[];
  /** The experts among whom the lots are drawn; null before they are named. */
  pool: readonly PoolExpert[] | null;
}

const filing = { clause: 'HN-BASE 三', requirement: 'HN-BASE-02.2' } as const;
const review = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.1' } as const;
const result = { clause: 'HN-BASE 四', requirement: 'HN-BASE-03.2' } as const;
const stages = ['OPEN', 'REVIEW'] as const;

/** A call for declarations of bases: its dates, its experts, and whom the province recommends: HN-BASE-01 to 03. */
export const baseCall = contract<{ opening: BaseCallOpening; facts: BaseCallFacts; inputs: BaseCallInputs }>()({
  kind: 'baseCall',
  prefix: 'bcl',
  mark: '基召',
  title: text('示范基地申报通知', 'Call for declarations of bases'),
  parties: {
    department: { title: text('省级主管部门', 'Provincial department'), roles: ['reviewer', 'manager'] },
  },
  intake: { by: ['reviewer', 'manager'] },
  stages: {
    OPEN: text('受理申报', 'Open for declarations'),
    REVIEW: text('专家评审', 'Expert review'),
  },
  outcomes: { CLOSED: text('推荐名单已确定', 'The list of recommended bases is made') },
  notices: {
    /** To the reviewers of the province. */
    listMade: notice<{ readonly year: number; readonly selected: readonly string[]; readonly entries: number }>(
      'HN-BASE-03.2',
      '示范基地推荐名单已确定',
      'The list of recommended bases is made',
      'HN-BASE 四',
    ),
  },
  tasks: {
    namePool: { title: text('提出专家名单，抽取评审专家', 'Name experts, and have them drawn'), role: 'reviewer' },
    decideSelection: { title: text('确定推荐名单', 'Decide which bases are recommended'), role: 'manager' },
  },
  deadlines: {
    filing: {
      ...filing,
      title: text('市州报送截止', 'Cities file with the province'),
      consequence: text('停止受理，进入专家评审', 'Nothing more is accepted, and the review begins'),
      duty: false,
      legalEffect: false,
      ladder: [],
    },
  },
  actions: {
    entryReceived: {
      ...filing,
      title: text('收到齐全的申报', 'A complete declaration has come'),
      event: 'ENTRY_RECEIVED',
      by: ['case'],
      at: stages,
    },
    entryWithdrawn: {
      clause: 'HN-BASE 一',
      requirement: 'HN-BASE-01.1',
      title: text('申报已撤回', 'A declaration was withdrawn'),
      event: 'ENTRY_WITHDRAWN',
      by: ['case'],
      at: stages,
    },
    entryScored: {
      ...review,
      title: text('专家评分已齐', 'All experts have scored a declaration'),
      event: 'ENTRY_SCORED',
      by: ['case'],
      at: ['REVIEW'],
    },
    namePool: {
      ...review,
      title: text('提出专家名单并抽签', 'Name the experts and draw the lots'),
      done: text('专家名单已提出，评审专家已抽取', 'Experts named, panels drawn'),
      event: 'POOL_NAMED',
      reading: 'interestsInBases',
      by: [handling('reviewer')],
      at: ['REVIEW'],
      task: 'namePool',
    },
    selectBase: {
      ...result,
      title: text('列入推荐名单', 'Select a base'),
      done: text('列入推荐名单', 'Selected'),
      event: 'ENTRY_SELECTED',
      reading: 'interestsInBases',
      by: [handling('manager')],
      at: ['REVIEW'],
      task: 'decideSelection',
      notBy: ['poolNamer'],
    },
    takeBackSelection: {
      ...result,
      title: text('移出推荐名单', 'Take a base off the list'),
      done: text('移出推荐名单', 'Taken off the list'),
      event: 'SELECTION_TAKEN_BACK',
      reading: 'interestsInBases',
      by: [handling('manager')],
      at: ['REVIEW'],
      adverse: true,
      effect: 'reverses',
      task: 'decideSelection',
      notBy: ['poolNamer'],
    },
    closeSelection: {
      ...result,
      title: text('确定推荐名单', 'Close the selection'),
      done: text('推荐名单已确定', 'Selection closed'),
      event: 'SELECTION_CLOSED',
      reading: 'callRecord',
      by: [handling('manager')],
      at: ['REVIEW'],
      adverse: true,
      task: 'decideSelection',
      notBy: ['poolNamer'],
    },
  },
});

/** A step of a call. */
export type Call = StepOf<typeof baseCall>;

import type { Score } from '../../../rules/hn-net/evaluation.ts';
import type { EvidenceGroup, GroupsOfRecord } from '../../../rules/hn-net/service-record.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, type Day, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract } from '../words.ts';
import type { ServiceRecordInputs } from './input.ts';
import { serviceRecordNotices } from './notices.ts';

export interface ServiceRecordOpening {
  /** The service request that it records; null if it was filed. */
  readonly requestCaseId: string | null;
  /** The service item or product. */
  readonly item: string;
  /** Key of the consumer; null where it has no account. */
  readonly consumer: PartyKey | null;
  /** How many enterprises were served (家次). */
  readonly enterprises: number;
  readonly launchedOn: Day;
  /** Null while the service has not been performed. */
  readonly performedOn: Day | null;
  /** Since when who served is registered: nothing before is a service of the network. Left out where the service came of a case. */
  readonly servesSince?: Day | null;
}

/** A correction of the day of a basis: what it was stays on record (HN-NET-23.7). */
export interface Correction {
  readonly group: EvidenceGroup;
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly at: Instant;
}

export interface ServiceRecordFacts extends Omit<ServiceRecordOpening, 'launchedOn' | 'performedOn'> {
  groups: GroupsOfRecord;
  /** Groups whose files were found insufficient and are to be supplied anew. */
  returned: readonly EvidenceGroup[];
  corrections: readonly Correction[];
  /** What the consumer gave; null while it is not known. */
  score: Score | null;
  /** Day from which it counts in the statistics; null before its evidence was found sufficient. */
  countedOn: Day | null;
  /** Found false: from this day it does not count (HN-NET-26.4). */
  excluded: { readonly by: string; readonly from: Day } | null;
}

const CLAUSE = 'HN-NET 第二十三条';

const evidence = {
  clause: CLAUSE,
  requirement: 'HN-NET-23.4',
  consequence: text(
    '记为逾期并长期可见，不作为补助、示范平台和表彰奖励的依据；仍应补录',
    'It is marked late for good and is no basis for subsidies, demonstration titles or awards; it still has to be entered',
  ),
  metBy: 'uploadEvidence',
  ladder: fiveWorkingDayLadder,
} as const;

const decision = {
  by: [handling('reviewer')],
  clause: CLAUSE,
  requirement: 'HN-NET-23.1',
  task: 'examine',
  notBy: ['filer', 'uploader'],
} as const;

/** Stages in which files are still wanted. */
const WANTED = ['RECORD_OPEN', 'MISSING'] as const;

/**
 * Record of a service: HN-NET-23. The time of the first upload of a group stands, also if more is asked for; what a reviewer finds to be no
 * evidence at all does not count as uploaded.
 */
export const serviceRecord = contract<{
  opening: ServiceRecordOpening;
  facts: ServiceRecordFacts;
  inputs: ServiceRecordInputs;
}>()({
  kind: 'serviceRecord',
  prefix: 'srd',
  mark: '服记',
  retention: 'TRANSACTION',
  title: text('服务记录', 'Service record'),
  parties: {
    /** A provider, or a platform for what it served itself. */
    reporter: { title: text('服务方', 'Who served'), roles: ['provider', 'reviewer'] },
  },
  bodies: { platform: text('负责审核的平台', 'Platform that examines it') },
  intake: { by: ['provider', 'reviewer'] },
  stages: {
    RECORD_OPEN: text('待录入上传', 'To be entered and uploaded'),
    MISSING: text('逾期未录入', 'Missing: its time has passed'),
    SUBMITTED: text('已上传，待审核', 'Uploaded, to be examined'),
  },
  outcomes: {
    UPLOADED_IN_TIME: text('按期录入', 'Uploaded in time'),
    UPLOADED_LATE: text('逾期录入', 'Uploaded late'),
    MISSING: text('未录入', 'Missing'),
  },
  notices: serviceRecordNotices,
  tasks: {
    examine: { title: text('审核服务记录资料', 'Examine the evidence'), role: 'reviewer' },
    followUp: { title: text('服务记录逾期未录入，请督促', 'A service record is missing: see to it'), role: 'reviewer' },
  },
  deadlines: {
    launchEvidence: { ...evidence, title: text('上传开展服务的依据', 'Upload the proof of launching the service') },
    performanceEvidence: {
      ...evidence,
      title: text('上传实施服务的依据', 'Upload the proof of performing the service'),
    },
  },
  actions: {
    recordPerformance: {
      title: text('登记服务实施日期', 'Enter the day of performance'),
      done: text('已登记服务实施日期', 'Day of performance entered'),
      event: 'PERFORMANCE_ENTERED',
      by: [party('reporter')],
      at: WANTED,
      clause: CLAUSE,
      requirement: 'HN-NET-23.4',
    },
    uploadEvidence: {
      title: text('上传资料', 'Upload evidence'),
      done: text('已上传资料', 'Evidence uploaded'),
      event: 'EVIDENCE_UPLOADED',
      by: [party('reporter')],
      at: WANTED,
      reopens: ['MISSING'],
      clause: CLAUSE,
      requirement: 'HN-NET-23.1',
    },
    acceptEvidence: {
      ...decision,
      title: text('资料充分', 'Find the evidence sufficient'),
      done: text('资料经审核充分', 'Evidence found sufficient'),
      event: 'EVIDENCE_ACCEPTED',
      at: ['RECORD_OPEN', 'MISSING', 'SUBMITTED'],
    },
    returnEvidence: {
      ...decision,
      title: text('退回补充', 'Return for more'),
      done: text('资料不足，已退回补充', 'Evidence not sufficient, returned for more'),
      event: 'EVIDENCE_RETURNED',
      at: ['SUBMITTED'],
      adverse: true,
    },
    correctBasis: {
      title: text('更正依据产生日', 'Correct the day of a basis'),
      done: text('依据产生日已更正', 'Day of a basis corrected'),
      event: 'BASIS_CORRECTED',
      by: [handling('reviewer')],
      at: ['*'],
      whenClosed: true,
      clause: 'HN-NET 第二十五条',
      requirement: 'HN-NET-23.7',
      notBy: ['filer', 'uploader'],
      adverse: true,
      // Back-dating is an attempt worth remembering.
      logsRefusals: true,
    },
    closeMissing: {
      title: text('认定未录入', 'Close as missing'),
      done: text('认定服务记录未录入', 'Closed: the record is missing'),
      event: 'RECORD_CLOSED_MISSING',
      by: [handling('reviewer')],
      at: ['MISSING'],
      clause: CLAUSE,
      requirement: 'HN-NET-23.7',
      task: 'followUp',
      notBy: ['filer', 'uploader'],
      adverse: true,
    },
    noteScore: {
      title: text('收到服务评分', 'Score received'),
      event: 'SCORE_NOTED',
      by: ['case'],
      at: ['*'],
      whenClosed: true,
      clause: CLAUSE,
      requirement: 'HN-NET-24.1',
    },
    excludeRecord: {
      title: text('因不实不再计入统计', 'Exclude it from the statistics'),
      done: text('经认定不实，不再计入统计', 'Found false: it counts no more in the statistics'),
      event: 'RECORD_EXCLUDED',
      by: ['case'],
      at: ['*'],
      whenClosed: true,
      clause: 'HN-NET 第二十五条',
      requirement: 'HN-NET-26.4',
      adverse: true,
    },
  },
});

/** A step of a record. */
export type RecordStep = StepOf<typeof serviceRecord>;

import type { ContentBreachCode, ContentMeasure, ContentSource } from '../../../rules/hn-net/unlawful-content.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { consumer, contract, provider } from '../words.ts';
import type { IllegalContentInputs } from './input.ts';
import { illegalContentNotices } from './notices.ts';
import { clauses } from './terms.ts';

export interface IllegalContentOpening {
  readonly provider: PartyKey;
  /** The registration of the provider, which a stop of the service suspends; null if it is not open. */
  readonly registrationCaseId: string | null;
  /** Addresses of the content. */
  readonly items: readonly string[];
  /** Cases of the offers on this platform that it is about, beside or in place of addresses. */
  readonly offers?: readonly string[];
  /** The offer whose review found it: it is off the list already, and comes back if there is no breach. */
  readonly passedOnFrom?: string;
  /** What it is said to breach. */
  readonly alleged: ContentBreachCode;
  readonly source: ContentSource;
  /** When the platform came to know of it: the times run from then, and liability does (HN-NET-14.2). */
  readonly knownAt: Instant;
  /** Earlier cases in which a breach of this provider was confirmed. */
  readonly earlier: readonly string[];
}

/** What was found, and the time at which it was put an end to. */
export interface ConfirmedBreach {
  readonly breach: ContentBreachCode;
  readonly measures: readonly ContentMeasure[];
  readonly takenAt: Instant;
}

export interface IllegalContentFacts extends IllegalContentOpening {
  offers?: readonly string[];
  /** The content as it was, each a file of the case: kept before anything is blocked (HN-NET-08.6). */
  snapshots: readonly { readonly fileId: string; readonly keptAt: Instant }[];
  confirmed: ConfirmedBreach | null;
  /** The report to the authority; its name and number stand on the timeline. */
  reportedAt: Instant | null;
  serviceStoppedAt: Instant | null;
}

const monitoring = { clause: clauses.monitoring, requirement: 'HN-NET-08.3' } as const;
const platform = [handling('reviewer'), handling('manager')] as const;
const afterMeasure = ['MEASURE_TAKEN', 'REPORTED'] as const;

/** Nobody decides on what they themselves have found or reported. */
const notByFinder = { notBy: ['filer'] } as const;

/** Unlawful content of a provider: assessed, put an end to, reported: HN-NET-08. */
export const illegalContent = contract<{
  opening: IllegalContentOpening;
  facts: IllegalContentFacts;
  inputs: IllegalContentInputs;
}>()({
  kind: 'illegalContent',
  prefix: 'ilc',
  mark: '违信',
  retention: 'TRANSACTION',
  title: text('违法信息处置', 'Unlawful content'),
  // The provider hears of it with the measure: who knew before could take away what is to be kept.
  parties: {
    provider: { ...provider, toldLater: true },
    reporter: { title: text('举报人', 'Who reported it'), roles: [...consumer.roles, ...provider.roles] },
  },
  bodies: { hub: text('枢纽平台', 'Hub platform') },
  intake: { by: ['consumer', 'contact', 'provider', 'reviewer'], conceals: ['account', 'fileIds'] },
  stages: {
    FOUND: text('已发现，待核查', 'Found, to be assessed'),
    MEASURE_TAKEN: text('已采取措施，待报告', 'Measure taken, to be reported'),
    REPORTED: text('已报告，待结案', 'Reported to the authority'),
  },
  outcomes: {
    NO_BREACH: text('经核查不违法', 'No breach'),
    CLOSED: text('已处置，结案', 'Dealt with'),
    SERVICE_STOPPED: text('已停止提供平台服务', 'Platform service stopped'),
    LIFTED: text('撤销认定，解除措施', 'Finding reversed, measure lifted'),
  },
  notices: illegalContentNotices,
  tasks: {
    assess: { title: text('核查违法信息', 'Assess the content'), role: 'reviewer', dueBy: ['measure'] },
    report: {
      title: text('向有关行政管理部门报告', 'Report to the authority'),
      role: 'reviewer',
      dueBy: ['report'],
    },
    conclude: { title: text('结案或者停止平台服务', 'Close, or stop the service'), role: 'manager' },
    overdue: { title: text('违法信息处置逾期，请督办', 'Overdue: see that it is dealt with'), role: 'manager' },
  },
  deadlines: {
    measure: {
      ...monitoring,
      title: text('采取停止交易、删除、屏蔽等措施', 'Take a measure'),
      consequence: text(
        '由负责人督办；知情而未及时采取措施的，平台可能承担连带责任',
        'The manager follows it up; a platform that knew and did nothing may be jointly liable',
      ),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: [],
    },
    statement: {
      ...monitoring,
      title: text('陈述意见', 'State your view'),
      consequence: text('不陈述的，平台据已有材料处理', 'The platform goes by what it has'),
      platformRule: true,
      duty: false,
      servedBy: 'measureTaken',
      reading: 'unreached',
      metBy: 'giveStatement',
      concerns: ['provider'],
      ladder: fiveWorkingDayLadder,
    },
    report: {
      clause: clauses.monitoring,
      requirement: 'HN-NET-08.2',
      title: text('向有关行政管理部门报告', 'Report to the authority'),
      consequence: text('由负责人督办', 'The manager follows it up'),
      platformRule: true,
      concerns: [{ role: 'reviewer' }],
      ladder: [],
    },
  },
  actions: {
    keepSnapshot: {
      title: text('留存内容快照', 'Keep a snapshot of the content'),
      done: text('已留存内容快照', 'Snapshot kept'),
      event: 'SNAPSHOT_KEPT',
      by: platform,
      at: ['FOUND'],
      clause: clauses.retention,
      requirement: 'HN-NET-08.6',
    },
    addEvidence: {
      title: text('补充举报材料', 'Add to the report'),
      done: text('举报人补充材料', 'Something was added to the report'),
      event: 'EVIDENCE_ADDED',
      by: [party('reporter')],
      at: ['FOUND'],
      clause: clauses.monitoring,
      requirement: 'HN-NET-08.1',
    },
    confirmBreach: {
      ...monitoring,
      ...notByFinder,
      title: text('认定违法并采取措施', 'Confirm the breach and take measures'),
      done: text('认定违法，已采取措施', 'Breach confirmed, measures taken'),
      event: 'BREACH_CONFIRMED',
      by: platform,
      at: ['FOUND'],
      reading: 'offers',
      adverse: true,
      task: 'assess',
    },
    dismissFinding: {
      ...monitoring,
      ...notByFinder,
      title: text('认定不违法', 'Find no breach'),
      done: text('经核查不违法', 'No breach found'),
      event: 'FINDING_DISMISSED',
      by: platform,
      at: ['FOUND'],
      adverse: true,
      task: 'assess',
    },
    reportToAuthority: {
      title: text('登记向有关部门的报告', 'Record the report to the authority'),
      done: text('已向有关行政管理部门报告', 'Reported to the authority'),
      event: 'REPORTED_TO_AUTHORITY',
      by: platform,
      at: ['MEASURE_TAKEN'],
      clause: clauses.monitoring,
      requirement: 'HN-NET-08.2',
      task: 'report',
    },
    giveStatement: {
      ...monitoring,
      title: text('陈述意见', 'State your view'),
      done: text('服务商陈述意见', 'The provider stated its view'),
      event: 'STATEMENT_GIVEN',
      by: [party('provider')],
      at: afterMeasure,
    },
    stopService: {
      ...notByFinder,
      title: text('停止提供平台服务', 'Stop the platform service'),
      done: text('决定停止提供平台服务', 'Platform service stopped'),
      event: 'SERVICE_STOPPED',
      by: [handling('manager')],
      at: afterMeasure,
      clause: clauses.monitoring,
      requirement: 'HN-NET-08.4',
      adverse: true,
    },
    closeMatter: {
      ...monitoring,
      title: text('结案', 'Close'),
      done: text('处置完毕，结案', 'Dealt with and closed'),
      event: 'MATTER_CLOSED',
      by: platform,
      at: ['REPORTED'],
    },
    liftMeasure: {
      ...monitoring,
      title: text('撤销认定，解除措施', 'Reverse the finding and lift the measure'),
      done: text('认定已撤销，措施已解除', 'Finding reversed, measure lifted'),
      event: 'MEASURE_LIFTED',
      by: [handling('manager')],
      at: afterMeasure,
      reopens: ['CLOSED', 'SERVICE_STOPPED'],
      effect: 'reverses',
      adverse: true,
      notBy: ['filer', 'assessor'],
    },
  },
});

/** A step of a case of unlawful content. */
export type UnlawfulContent = StepOf<typeof illegalContent>;

/** True at the stages and outcomes of a case whose breach was confirmed and stands. */
export function isConfirmedAt(stage: string): boolean {
  return ['MEASURE_TAKEN', 'REPORTED', 'CLOSED', 'SERVICE_STOPPED'].includes(stage);
}

import type { BreachMeasure, LeakedData } from '../../../rules/hn-net/data-breach.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { fiveWorkingDayLadder, type Instant } from '../../../rules/time/index.ts';
import { handling, party } from '../../engine/grants.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { consumer, contract, provider } from '../words.ts';
import type { DataBreachInputs } from './input.ts';
import { dataBreachNotices } from './notices.ts';
import { law } from './terms.ts';

export interface DataBreachOpening {
  /** The provider that held the data; null where a platform of the network did. */
  readonly provider: PartyKey | null;
  /** The platform that held it; null where a provider did. */
  readonly platform: string | null;
  /** Kinds of data, never the data itself. */
  readonly data: readonly LeakedData[];
  /** When it was found; the times of the case run from its report. */
  readonly foundAt: Instant;
  /** True where who reported it is one of the persons concerned, and is told as such. */
  readonly reporterConcerned: boolean;
}

/** How many persons were told, and when. */
export interface Telling {
  readonly persons: number;
  readonly toldAt: Instant;
}

export interface DataBreachFacts extends DataBreachOpening {
  /** The first measures, and when they were taken. */
  contained: { readonly measures: readonly BreachMeasure[]; readonly takenAt: Instant } | null;
  /** The report to the authority; its name and number stand on the timeline. */
  reportedAt: Instant | null;
  /** The persons told, once or in several rounds. */
  tellings: readonly Telling[];
  remediedAt: Instant | null;
}

const platform = [handling('reviewer'), handling('manager')] as const;
/** The provider that held the data, or the hub where it does not or a platform held it. */
const holder = [party('provider'), ...platform] as const;
const open = ['SUSPECTED', 'CONTAINED'] as const;

/** A time that the text does not set: it says "at once". */
const ownTime = { ...law, platformRule: true, ladder: [] } as const;
const followedUp = text('由枢纽平台负责人督办', 'A manager of the hub follows it up');

/** A leak of consumer data, from the suspicion to its remedy: HN-NET-15.8. */
export const dataBreach = contract<{
  opening: DataBreachOpening;
  facts: DataBreachFacts;
  inputs: DataBreachInputs;
}>()({
  kind: 'dataBreach',
  prefix: 'dbr',
  mark: '泄露',
  retention: 'TRANSACTION',
  title: text('信息泄露', 'Data breach'),
  parties: {
    provider,
    reporter: { title: text('报告人', 'Who reported it'), roles: [...consumer.roles, ...provider.roles] },
  },
  bodies: { hub: text('枢纽平台', 'Hub platform') },
  intake: { by: ['consumer', 'contact', 'provider', 'reviewer'], conceals: ['account', 'fileIds'] },
  stages: {
    SUSPECTED: text('已报告，待采取补救措施', 'Reported, measures to be taken'),
    CONTAINED: text('已采取补救措施，待报告、告知、整改', 'Measures taken; to be reported, told and remedied'),
  },
  outcomes: {
    REMEDIED: text('已整改，结案', 'Remedied'),
    NOT_A_BREACH: text('经核查未发生泄露', 'No leak'),
  },
  notices: dataBreachNotices,
  tasks: {
    contain: {
      title: text('核查泄露并采取补救措施', 'Look into the leak and take measures'),
      role: 'reviewer',
      dueBy: ['measures'],
    },
    report: { title: text('向有关主管部门报告', 'Report to the authority'), role: 'reviewer', dueBy: ['report'] },
    followUp: {
      title: text('督促告知所涉个人、完成整改', 'See that the persons are told and the cause is remedied'),
      role: 'reviewer',
      dueBy: ['tell', 'remedy'],
    },
    conclude: { title: text('查明原因，结案', 'State the cause and close'), role: 'reviewer' },
    overdue: { title: text('信息泄露处置逾期，请督办', 'Overdue: see that it is dealt with'), role: 'manager' },
  },
  deadlines: {
    measures: {
      ...ownTime,
      title: text('采取首批补救措施', 'Take the first measures'),
      consequence: followedUp,
      concerns: ['provider', { role: 'reviewer' }],
    },
    report: {
      ...ownTime,
      title: text('向有关主管部门报告', 'Report to the authority'),
      consequence: followedUp,
      concerns: [{ role: 'reviewer' }],
    },
    tell: {
      ...ownTime,
      title: text('告知所涉个人', 'Tell the persons concerned'),
      consequence: followedUp,
      concerns: ['provider', { role: 'reviewer' }],
    },
    remedy: {
      ...ownTime,
      title: text('完成整改', 'Remedy what let it happen'),
      consequence: followedUp,
      metBy: 'recordRemedy',
      concerns: ['provider', { role: 'reviewer' }],
      ladder: fiveWorkingDayLadder,
    },
  },
  actions: {
    takeMeasures: {
      ...law,
      title: text('登记首批补救措施', 'Record the first measures'),
      done: text('已采取补救措施', 'Measures taken'),
      event: 'MEASURES_TAKEN',
      by: holder,
      at: ['SUSPECTED'],
      task: 'contain',
    },
    reportToAuthority: {
      ...law,
      title: text('登记向主管部门的报告', 'Record the report to the authority'),
      done: text('已向有关主管部门报告', 'Reported to the authority'),
      event: 'REPORTED_TO_AUTHORITY',
      by: platform,
      at: open,
      task: 'report',
    },
    tellPersons: {
      ...law,
      title: text('登记对所涉个人的告知', 'Record that the persons concerned were told'),
      done: text('已告知所涉个人', 'Persons concerned told'),
      event: 'PERSONS_TOLD',
      by: holder,
      at: open,
    },
    recordRemedy: {
      ...law,
      title: text('登记整改', 'Record the remedy'),
      done: text('整改完成', 'Remedied'),
      event: 'REMEDY_RECORDED',
      by: holder,
      at: ['CONTAINED'],
    },
    addFindings: {
      ...law,
      title: text('补充情况', 'Add what is known'),
      done: text('补充情况', 'Something was added'),
      event: 'FINDINGS_ADDED',
      by: [party('reporter'), party('provider'), ...platform],
      at: open,
    },
    concludeBreach: {
      ...law,
      title: text('查明原因，结案', 'State the cause and close'),
      done: text('原因已查明，结案', 'Cause stated, closed'),
      event: 'BREACH_CONCLUDED',
      by: platform,
      at: ['CONTAINED'],
      adverse: true,
      notBy: ['filer'],
      task: 'conclude',
    },
    dismissBreach: {
      ...law,
      title: text('认定未发生泄露', 'Find no leak'),
      done: text('经核查未发生泄露', 'No leak found'),
      event: 'BREACH_DISMISSED',
      by: platform,
      at: open,
      adverse: true,
      notBy: ['filer'],
    },
  },
});

/** A step of a case of a leak. */
export type DataBreach = StepOf<typeof dataBreach>;

/** The Anhui network as its records have it, made by hand: members, reports, figures, tasks, lists. For tests of what is read from them. */
import type { Database } from '../../prisma/client.ts';
import { bulletinFigures, type BulletinFigure, type FigureName } from '../../rules/ah/figures.ts';
import { listingStatuses, type ListingGround, type ListName } from '../../rules/ah/lists.ts';
import { cityPlatformOf, type MemberEntry } from '../../rules/ah/members.ts';
import { endOf, quarterCode } from '../../rules/ah/quarters.ts';
import type { ReportState } from '../../rules/ah/reports.ts';
import type { Grade } from '../../rules/ah/scoring.ts';
import type { YearlyTasks } from '../../rules/ah/tasks.ts';
import type { BulletinRow, QuarterlyBulletinFacts } from '../../workflows/ah/quarterly-bulletin/contract.ts';
import type { ServiceNeedFacts } from '../../workflows/ah/service-need/contract.ts';
import { memberReference, registers } from '../../workflows/ah/words.ts';
import { recordedCase } from './closed-case.ts';

export const HEFEI = 'unit:ah-platform-hefei';
export const WUHU = 'unit:ah-platform-wuhu';
/** The institutions of the accounts `resident` and `resident2`, at the platform of Hefei. */
export const RESIDENT = '91340100MA2N8HFR1G';
export const RESIDENT2 = '91340100MA2N9HFK25';
/** An institution at the platform of Wuhu whose residency was cancelled. */
export const FORMER = '91340200MA2NWUHU0X';

const AT = new Date('2025-11-01T10:00:00+08:00');
const platform = { bodyId: 'ah-platform', region: 'AH' } as const;

const MEMBERS: readonly (readonly [party: string, name: string, MemberEntry])[] = [
  [HEFEI, '合肥市中小企业综合服务平台', cityPlatform('ah-platform-hefei')],
  [WUHU, '芜湖市中小企业综合服务平台', cityPlatform('ah-platform-wuhu')],
  [RESIDENT, '合肥科创企业服务有限公司', institution('ah-platform-hefei', HEFEI)],
  [RESIDENT2, '合肥启航管理咨询有限公司', institution('ah-platform-hefei', null)],
  [FORMER, '芜湖旧港咨询有限公司', institution('ah-platform-wuhu', null)],
];

const inTime: ReportState = {
  ...{ status: 'SUBMITTED_IN_TIME', dueOn: '2025-10-10', examined: 'COMPLETE' },
  submittedAt: '2025-10-09T15:30:00.000+08:00',
};
const late: ReportState = {
  ...{ status: 'SUBMITTED_LATE', dueOn: '2025-10-10', examined: 'WAITING' },
  submittedAt: '2025-10-12T09:00:00.000+08:00',
};
const missing: ReportState = { status: 'MISSING', dueOn: '2025-10-10', submittedAt: null, examined: null };
const due: ReportState = { status: 'DUE', dueOn: '2025-11-10', submittedAt: null, examined: null };

/** What was reported of September; 12 enterprises served of which the records know none. */
const submitted = {
  figures: { ...eight(0), served: 12 },
  publicServed: 2,
  differences: [{ figure: 'served', reported: 12, recorded: 0 }],
};

/** The network on 1 November 2025: September and October were reported on, or not. @returns the cases of the reports, by member */
export async function recordNetwork(database: Database): Promise<Readonly<Record<string, string>>> {
  const cases: Record<string, string> = {};
  for (const [party, name, entry] of MEMBERS) {
    const isFormer = party === FORMER;
    const caseId = await anhuiCase(database, 'membership', {
      party,
      title: name,
      stage: isFormer ? 'RESIDENCY_CANCELLED' : 'MEMBER',
    });
    await enter(database, registers.members, party, name, {
      ...{ status: isFormer ? 'RESIDENCY_CANCELLED' : 'MEMBER', data: entry, caseId },
      ...{ validFrom: entry.joinedOn, validTo: isFormer ? '2025-10-20' : null },
    });
  }
  const reports: Readonly<Record<string, Readonly<Record<string, ReportState>>>> = {
    [HEFEI]: { '2025-09': inTime, '2025-10': due },
    [WUHU]: { '2025-09': missing, '2025-10': due },
    [RESIDENT]: { '2025-09': late, '2025-10': due },
    [RESIDENT2]: { '2025-09': inTime, '2025-10': { ...inTime, dueOn: '2025-11-10', examined: 'RETURNED' } },
  };
  for (const [party, of] of Object.entries(reports)) {
    const name = nameOf(party);
    cases[party] = await anhuiCase(database, 'periodicReport', {
      ...{ party, title: name, stage: 'DUE' },
      facts: { reports: of, submitted: { '2025-09': submitted } },
    });
    await enter(database, registers.reports, party, name, {
      ...{ status: 'REPORTING', data: { reports: of }, caseId: cases[party] ?? '' },
    });
  }
  return cases;
}

/** Things counted of a member on a day: a row each. */
export async function countFor(
  database: Database,
  party: string,
  figure: FigureName,
  n: number,
  day: string,
): Promise<void> {
  await database.networkFigure.createMany({
    data: Array.from({ length: n }, (_, nth) => ({
      ...{ party, figure, key: `${figure}-${day}-${nth}`, n: 1, day, caseId: 'ahc-1', changedAt: AT },
    })),
  });
}

/** The tasks of a member, by year. */
export async function setTasks(
  database: Database,
  party: string,
  byYear: Readonly<Record<number, YearlyTasks>>,
): Promise<void> {
  await enter(database, registers.tasks, party, nameOf(party), { status: 'SET', data: byYear, caseId: 'ytk-1' });
}

/** A member on a list since 1 March 2025. */
export async function recordListing(
  database: Database,
  party: string,
  list: ListName,
  ground: ListingGround,
): Promise<void> {
  const register = list === 'WHITE' ? registers.whiteList : registers.blackList;
  const data = { list, ground, year: 2024, clause: 'AH-OPS 动态管理', decidedBy: 'demo-anhuimanager' };
  const [status, validFrom] = [listingStatuses[list], '2025-03-01'];
  await enter(database, register, party, nameOf(party), { status, data, caseId: 'lst-1', validFrom });
}

/**
 * The bulletin of a quarter with three members, n of everything for the nth of them.
 * @param of.issued number of its document; null for a draft
 * @param of.runs whether the quarter runs still, and nothing is frozen
 */
export async function recordBulletin(
  database: Database,
  of: { readonly year: number; readonly quarter: number; readonly issued: string | null; readonly runs?: boolean },
): Promise<void> {
  const { year, quarter, issued, runs = false } = of;
  const rows = [HEFEI, WUHU, RESIDENT].map((party, nth): BulletinRow => {
    const [, name = '', { kind } = { kind: 'INSTITUTION' as const }] = MEMBERS.find(([key]) => key === party) ?? [];
    return { party, name, kind, figures: eight(nth + 1) };
  });
  const issuedAt = issued === null ? null : `${endOf({ year, quarter }).slice(0, 7)}-21T10:00:00.000+08:00`;
  const facts: QuarterlyBulletinFacts = {
    ...{ year, quarter, asOf: runs ? null : endOf({ year, quarter }), rows, issuedAt, document: issued },
    notes: [{ note: '芜湖平台活动应为 4 场。', at: endOf({ year, quarter }) }],
  };
  const caseId = await anhuiCase(database, 'quarterlyBulletin', {
    ...{
      party: 'unit:ah-platform',
      title: '安徽省中小企业综合服务平台',
      facts,
      about: `bulletin:${quarterCode(facts)}`,
    },
    ...(issued === null
      ? { stage: runs ? 'COMPILING' : 'DRAFT' }
      : { stage: 'ISSUED', outcome: 'ISSUED', closedAt: issuedAt }),
  });
  if (issued === null) return;
  const summary = { members: rows.length, figures: eight(6) };
  await enter(database, registers.bulletins, 'unit:ah-platform', '安徽省中小企业综合服务平台', {
    ...{ status: 'ISSUED', validFrom: '2025-04-01', caseId },
    data: { [quarterCode(facts)]: { caseId, document: issued, issuedAt, summary } },
  });
}

/** The evaluation of a year: two institutions share the first place; that of Wuhu was not notified yet. */
export async function recordEvaluations(database: Database, year: number): Promise<void> {
  const results: readonly (readonly [
    party: string,
    total: number,
    place: number,
    of: number,
    Grade,
    outcome: string | null,
  ])[] = [
    [HEFEI, 93.5, 1, 2, 'EXCELLENT', 'RETAINED'],
    [WUHU, 70, 2, 2, 'QUALIFIED', null],
    [RESIDENT, 82, 1, 3, 'QUALIFIED', 'RETAINED'],
    [RESIDENT2, 82, 1, 3, 'QUALIFIED', 'RETAINED'],
    [FORMER, 41, 3, 3, 'UNQUALIFIED', 'RESIDENCY_CANCELLED'],
  ];
  for (const [party, total, place, of, grade, outcome] of results) {
    const kind = cityPlatformOf(party) === null ? 'INSTITUTION' : 'CITY_PLATFORM';
    const closedAt = outcome === null ? null : '2025-03-01T10:00:00+08:00';
    const standing = { stage: outcome ?? 'GRADED', outcome, closedAt };
    const caseId = await anhuiCase(database, 'annualEvaluation', {
      ...{ party, title: nameOf(party), facts: { kind, year, total, grade, notifiedAt: closedAt }, ...standing },
    });
    const reward = grade === 'EXCELLENT' ? 'PROPOSED' : null;
    // A grade comes into the register once it is notified.
    const entered = outcome === null ? null : grade;
    const data = { [year]: { kind, total, rank: { place, of, late: false }, grade: entered, reward } };
    const status = entered ?? 'IN_EVALUATION';
    await enter(database, registers.evaluations, party, nameOf(party), { status, data, caseId });
  }
}

/** A need of an enterprise, offered to `taker` if one is given, who took it unless `takenAt` is null. @returns the id of its case */
export async function recordNeed(
  database: Database,
  of: {
    readonly stage: string;
    readonly outcome?: string;
    readonly taker?: string;
    readonly takenAt?: null;
    readonly completedOn?: string;
    readonly satisfied?: boolean;
  },
): Promise<string> {
  const { stage, outcome = null, taker, completedOn = null, satisfied = null } = of;
  const takenAt = taker === undefined || of.takenAt === null ? null : '2025-10-16T10:00:00.000+08:00';
  const facts: ServiceNeedFacts = {
    ...{ category: 'TECHNOLOGY', takenAt, completedOn, publicBenefit: false, visitedOn: null, satisfied },
  };
  const id = await anhuiCase(database, 'serviceNeed', {
    ...{ party: 'person:demo-consumer', title: '上海晨光小微企业', stage, outcome, facts, about: null },
    closedAt: outcome === null ? null : '2025-10-30T10:00:00+08:00',
  });
  if (taker !== undefined) await database.caseParty.create({ data: { caseId: id, name: 'taker', party: taker } });
  return id;
}

function nameOf(party: string): string {
  return MEMBERS.find(([key]) => key === party)?.[1] ?? party;
}

/** An open case of the network that the provincial platform handles. @returns its id */
export function anhuiCase(
  database: Database,
  kind: string,
  of: Omit<NonNullable<Parameters<typeof recordedCase>[1]>, 'kind' | 'regime'> & { readonly party: string },
): Promise<string> {
  const about = memberReference(of.party);
  return recordedCase(database, { kind, regime: 'AH', closedAt: null, body: platform, about, form: {}, ...of });
}

interface Entered {
  readonly status: string;
  readonly data: object;
  readonly caseId: string;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** An entry of a register of the network. */
export async function enter(
  database: Database,
  register: string,
  party: string,
  name: string,
  { status, data, caseId, validFrom = null, validTo = null }: Entered,
): Promise<void> {
  await database.registerEntry.create({
    data: {
      ...{ id: `${register}:${party}`, regime: 'AH', register, party, name, ...platform, status, validFrom, validTo },
      ...{ data, caseId, changedAt: AT },
    },
  });
}

/** The eight figures, each as many. */
export function eight(n: number): Record<BulletinFigure, number> {
  return Object.fromEntries(bulletinFigures.map((name) => [name, n])) as Record<BulletinFigure, number>;
}

function cityPlatform(id: string): MemberEntry {
  return { kind: 'CITY_PLATFORM', cityPlatform: id, introducer: null, joinedOn: '2025-01-02' };
}

function institution(at: string, introducer: string | null): MemberEntry {
  return { kind: 'INSTITUTION', cityPlatform: at, introducer, joinedOn: '2025-01-06' };
}

/** One campaign on a stage of its own, from its draft to the published list. */
import { randomUUID } from 'node:crypto';
import type { Parts } from '../../dev/start-all.ts';
import type { Database } from '../../prisma/client.ts';
import { setTrainingClock, stackClock } from '../../prisma/clock.ts';
import type { Person } from '../../rules/roles.ts';
import { campaign2020, yearEnd } from '../../rules/sh-eval/campaign.ts';
import { indicatorTitles } from '../../rules/sh-eval/scores.ts';
import { epochMs, parseInstant } from '../../rules/time/index.ts';
import { workflowIdOf } from '../../workflows/engine/messages.ts';
import { doInSets, type Done } from '../in-sets.ts';
import { atInstant, phase, type Count, type Phase } from '../phase.ts';
import { report } from '../run-measurement.ts';
import { countUnopened } from '../set-ups.ts';
import { onStage, type Stage } from '../stage.ts';
import { untilNone } from '../until-none.ts';
import { atRate } from '../latency.ts';
import { faultsOf } from './checks.ts';
import { about, openCampaign, openEntries } from './entries.ts';
import { fileForms, handIn, LATE, wrongAnswers, type Answer } from './flood.ts';
import { ofInstitution, staff } from './people.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

export interface CampaignFigures {
  readonly entries: number;
  /** Handed in before the cut-off, those of the last minute included. */
  readonly handedIn: number;
  /** Handed in within the minute around it, in time or not. */
  readonly around: number;
  readonly phases: Readonly<Record<'opening' | 'cutOff' | 'freezing' | 'publication', Phase>>;
  /** Of the workflow of the campaign, from its start to the publication. */
  readonly events: number;
  readonly faults: Readonly<Record<string, number>>;
}

const DRAFTED = parseInstant('2020-11-10T10:00:00+08:00');
/** After the last reminder before the cut-off, which would otherwise be sent to all of them. */
const FILED = parseInstant('2020-12-11T15:00:00+08:00');
const PAPER_CAME = '2020-12-11T16:00:00.000+08:00';
const DISTRICTS_DONE = parseInstant('2020-12-18T18:00:00+08:00');
/** As many hand in around the cut-off, within so long. */
const FLOOD = 500;
const FLOOD_MS = 60_000;
/** The clock is set so long before an instant that is measured. */
const BEFORE_MS = 3_000;
/** One of so many is not handed in before the cut-off. */
const LATE_ONE_OF = 10;

const reason = '各项均衡，见评分表。';
const scores = Object.fromEntries(Object.keys(indicatorTitles).map((code) => [code, 80]));
const noPoints = { asOf: '2020-12-11', stores: [], year: 0, cumulative: 0, byAngle: {} };

const by = (person: Person) => () => person;

const handInSets: readonly Done[] = [
  { action: 'submitEntry', by: ofInstitution, input: {}, reading: { points: noPoints, issues: [] } },
];

const review: readonly Done[] = [
  { action: 'recordPaper', by: by(staff.district), input: { receivedAt: PAPER_CAME, checks: paperInOrder } },
  { action: 'recommend', by: by(staff.district), input: {}, reading: { notMet: [], headcountStands: null } },
  { action: 'recordDispatch', by: by(staff.district), input: { letter: '浦科经〔2020〕88号', postedAt: PAPER_CAME } },
  { action: 'admit', by: by(staff.commission), input: {} },
  { action: 'finishDocuments', by: by(staff.assessor), input: {} },
];

const sheet = (assessor: Person) => ({ assessor: assessor.id, scores, note: null });
const verification = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };
const assess: readonly Done[] = [
  { action: 'recordVerification', by: by(staff.assessor), input: verification },
  { action: 'fileSheet', by: by(staff.assessor), input: { scores }, reading: [] },
  { action: 'fileSheet', by: by(staff.secondAssessor), input: { scores }, reading: [sheet(staff.assessor)] },
  { action: 'submitAssessment', by: by(staff.assessor), input: {} },
  { action: 'setGrade', by: by(staff.commission), input: { grade: 'EXCELLENT', reason }, reading: 'ASSESSMENT' },
];

/**
 * Measures a campaign. Its entries are opened as the API opens what is filed, and the relay starts their workflows. What people do in each of them
 * between the instants that are measured (hand in, review, score) is prepared in sets, without their workflows and without what they read.
 */
export function runCampaign(entries: number, workers: number, parent: Parts): Promise<CampaignFigures> {
  return onStage(parent, { mode: 'training', workers }, (stage) => measure(entries, stage));
}

async function measure(entries: number, stage: Stage): Promise<CampaignFigures> {
  const { database, gateway, client } = stage;
  const clock = stackClock(database, 'training');
  const act = (caseId: string, action: string, actor: Person, input: object = {}) =>
    gateway.act({ caseId, action, key: randomUUID(), actor, input });
  const prepare = (ids: readonly string[], done: readonly Done[]) => doInSets(database, ids, done, () => clock.now());

  await setTrainingClock(database, DRAFTED);
  const campaign = await openCampaign(database, gateway);
  report('· the campaign is opened');
  const opening = await phase(stage, Date.now(), 1, callsIn(database, campaign), () =>
    act(campaign, 'openCampaign', staff.manager),
  );

  report(`· ${entries} entries are filed`);
  await setTrainingClock(database, FILED);
  const ids = await openEntries(database, gateway, campaign, entries);
  await untilNone('their workflows have begun', 'cases to begin', () => countUnopened(database));
  const handedIn = ids.filter((_, nth) => nth % LATE_ONE_OF !== 0);
  await prepare(handedIn, handInSets);
  const around = ids.filter((_, nth) => nth % LATE_ONE_OF === 0).slice(0, FLOOD);
  await fileForms(database, around, new Date(epochMs(FILED)));
  await settled(stage);
  report(`· the cut-off, with ${around.length} that hand in within the minute around it`);
  const answering = flood(stage, around);
  const cutOff = await atInstant(stage, LATE, FLOOD_MS / 2, entries, past(database));
  const answers = await answering;
  handedIn.push(...answers.filter(({ answer }) => answer === 'IN_TIME').map(({ id }) => id));

  report('· districts review, and the commission admits');
  await prepare(handedIn, review);
  await setTrainingClock(database, DISTRICTS_DONE);
  await untilNone('the commission reviews', 'campaigns to go on', () =>
    database.case.count({ where: { id: campaign, stage: { not: 'COMPLIANCE_REVIEW' } } }),
  );
  await act(campaign, 'startAssessment', staff.commission);
  await settled(stage);
  report('· the points of the year are fixed');
  const end = yearEnd(campaign2020.year);
  const freezing = await atInstant(stage, end, BEFORE_MS, handedIn.length, frozen(database));

  report('· the third party scores, and the commission grades');
  await prepare(handedIn, assess);
  await act(campaign, 'setResults', staff.manager);
  await settled(stage);
  report('· the results are published');
  const publication = await phase(stage, Date.now(), handedIn.length, published(database), () =>
    act(campaign, 'publishResults', staff.secondManager, { link: 'https://sheitc.example.cn/assessment/2020' }),
  );
  const { historyLength: events } = await client.workflow.getHandle(workflowIdOf(campaign)).describe();
  await untilNone('the workflows have heard of it', 'entries to tell', () =>
    database.caseMessage.count({ where: { OR: [{ handledAt: null }, { untold: true }] } }),
  );
  report('· counting what went wrong');
  const faults = {
    ...(await faultsOf(database, { entries, handedIn: handedIn.length })),
    ...(await wrongAnswers(database, answers)),
  };
  const phases = { opening, cutOff, freezing, publication };
  return { entries, handedIn: handedIn.length, around: around.length, phases, events, faults };
}

/** Whether the campaign is open, with a call to the districts. */
function callsIn(database: Database, campaign: string): Count {
  return () =>
    database.case.count({ where: { id: campaign, stage: 'OPEN', notices: { some: { template: 'callForEntries' } } } });
}

/** Entries at which the cut-off has passed. */
function past(database: Database): Count {
  return () =>
    database.deadline.count({
      where: { name: 'institutionCutOff', status: 'PASSED', case: { kind: 'assessmentEntry' } },
    });
}

/** Entries whose points of the year are fixed. */
function frozen(database: Database): Count {
  return () => database.case.count({ where: { about, kind: 'assessmentEntry', stage: 'VERIFICATION' } });
}

/** Entries whose result is published, told and on the list. */
function published(database: Database): Count {
  return () => database.case.count({ where: { about, kind: 'assessmentEntry', outcome: 'PUBLISHED' } });
}

/** What was told in the preparation is not sent: its mails would take longer than the campaign, and would be counted against it. */
async function settled({ database }: Stage): Promise<void> {
  await database.notice.updateMany({ where: { status: 'PLANNED' }, data: { status: 'CANCELLED' } });
  await untilNone('the mails under way are sent', 'mails', () =>
    database.notice.count({ where: { status: 'SENDING' } }),
  );
  await database.$executeRaw`ANALYZE`;
}

/** These hand in at a steady rate from half a minute before the cut-off until half a minute after it; the clock is set by who measures it. */
async function flood({ database, gateway }: Stage, ids: readonly string[]): Promise<Answer[]> {
  const clock = stackClock(database, 'training');
  const subjects = new Map(
    (await database.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, subject: true } })).map(
      ({ id, subject }) => [id, subject],
    ),
  );
  const answers: Answer[] = [];
  const seconds = FLOOD_MS / 1000;
  await atRate(ids.length / seconds, seconds, async (nth) => {
    const id = ids[nth] ?? '';
    answers.push(await handIn(gateway, id, subjects.get(id) ?? '', await clock.now()));
  });
  return answers;
}

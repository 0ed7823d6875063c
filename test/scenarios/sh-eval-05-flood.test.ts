/** Many institutions hand in around the second of the cut-off, electronically and on paper (SH-EVAL-05.2, 05.4). */
import pMap from 'p-map';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openCampaign, openEntries } from '../../bench/campaign/entries.ts';
import { fileForms, handIn, LATE, wrongAnswers, type Answer } from '../../bench/campaign/flood.ts';
import { staff } from '../../bench/campaign/people.ts';
import { setTrainingClock } from '../../prisma/clock.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { epochMs, instantOf, type Instant } from '../../rules/time/index.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { paperInOrder } from '../../rules/sh-eval/filing.fixture.ts';

/** In each of three waves; the measurement of the campaign has 500 in one minute. */
const A_WAVE = 16;
const CUT_OFF = campaign2020.institutionCutOff;

let stack: TestStack;
let ids: string[];
const subjects = new Map<string, string>();
const answers: Answer[] = [];

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2020-12-11T15:00:00+08:00' });
  const { database } = stack;
  const { gateway } = stack.api.context;
  const campaign = await openCampaign(database, gateway);
  const open = { caseId: campaign, action: 'openCampaign', key: 'open', actor: staff.manager, input: {} };
  await gateway.act(open);
  ids = await openEntries(database, gateway, campaign, 3 * A_WAVE);
  await fileForms(database, ids, new Date(await stack.now()));
  const where = { kind: 'assessmentEntry' };
  await vi.waitFor(async () => {
    expect(await database.case.count({ where: { ...where, workflowStarted: false } })).toBe(0);
  }, PATIENCE);
  for (const { id, subject } of await database.case.findMany({ where })) subjects.set(id, subject);
}, 240_000);
afterAll(() => stack.stop());

/** All of these hand in at once, from an instant on. */
async function wave(from: Instant, entries: readonly string[]): Promise<Answer[]> {
  await setTrainingClock(stack.database, from);
  const { gateway } = stack.api.context;
  const one = async (id: string) => handIn(gateway, id, subjects.get(id) ?? '', await stack.now());
  const given = await pMap(entries, one, { concurrency: 8 });
  answers.push(...given);
  return given;
}

const distinct = (given: readonly Answer[]) => [...new Set(given.map(({ answer }) => answer))];

it('SH-EVAL-05.2 SH-EVAL-05.4 each is answered by the second at which it arrives, none is lost or taken twice', async () => {
  expect(distinct(await wave(instantOf(epochMs(CUT_OFF) - 300_000), ids.slice(0, A_WAVE)))).toEqual(['IN_TIME']);
  // Some of these arrive in the last second, and some after it: which, the records say.
  await wave(instantOf(epochMs(CUT_OFF) + 500), ids.slice(A_WAVE, 2 * A_WAVE));
  const late = await wave(LATE > (await stack.now()) ? LATE : await stack.now(), ids.slice(2 * A_WAVE));
  expect(distinct(late)).not.toContain('IN_TIME');
  expect(answers).toHaveLength(3 * A_WAVE);
  const wrong = await wrongAnswers(stack.database, answers);
  expect(Object.entries(wrong).filter(([, count]) => count > 0)).toEqual([]);
  const taken = answers.filter(({ answer }) => answer === 'IN_TIME').length;
  await vi.waitFor(async () => {
    const rows = await stack.database.case.groupBy({
      by: ['stage'],
      where: { kind: 'assessmentEntry' },
      _count: { _all: true },
    });
    const stages = Object.fromEntries(rows.map(({ stage, _count }) => [stage, _count._all]));
    expect(stages).toEqual({ SUBMITTED: taken, LATE_REFUSED: 3 * A_WAVE - taken });
  }, PATIENCE);
}, 240_000);

it('SH-EVAL-05.2 what came in the last second and waited while the cut-off was recorded as missed is in time', async () => {
  const { id } = answers.find(({ answer }) => answer !== 'IN_TIME') ?? { id: '' };
  const lastMoment = instantOf(epochMs(LATE) - 1);
  const { gateway } = stack.api.context;
  const party = subjects.get(id) ?? '';
  expect(await handIn(gateway, id, party, LATE)).toMatchObject({ answer: 'NOT_NOW' });
  expect(await handIn(gateway, id, party, lastMoment)).toMatchObject({ answer: 'IN_TIME' });
  const { stage, closedAt, state } = await stack.database.case.findUniqueOrThrow({ where: { id } });
  expect({ stage, closedAt, state }).toMatchObject({
    ...{ stage: 'SUBMITTED', closedAt: null },
    state: { facts: { electronicAt: lastMoment, lateAllowed: false } },
  });
});

it('SH-EVAL-05.2 paper of 17:00:00 is in time and of 17:00:01 is late, whenever it is written down', async () => {
  const [one, other] = ids as [string, string];
  const { gateway } = stack.api.context;
  const record = async (caseId: string, receivedAt: Instant) => {
    await gateway.act({
      ...{
        caseId,
        action: 'recordPaper',
        key: 'paper',
        actor: staff.district,
        input: { receivedAt, checks: paperInOrder },
      },
    });
    const { stage } = await stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
    return stage;
  };
  expect(await record(one, CUT_OFF)).toBe('DISTRICT_REVIEW');
  expect(await record(other, LATE)).toBe('LATE_REFUSED');
});

/** XC-05.6 a step that touches its case alone is written in one statement; whoever writes the case at that moment loses nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startDatabases, type TestApi, type TestDatabases } from '../../api/testing/harness.ts';
import { application, CODES } from '../../api/testing/samples.ts';
import { recordedCase } from '../../prisma/case-input.ts';
import { systemActor } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { act } from '../../workflows/engine/engine.ts';
import { forRecords, type RecordedTransition } from '../../workflows/engine/transition.ts';
import { storeApplication } from '../../workflows/sh-store/store-application/process.ts';
import { commitTransition } from '../../activities/commit.ts';
import { appendLines, verifyChain, wholeTimeline } from '../../activities/timeline.ts';

const AT = '2025-09-26T10:00:00.000+08:00';

let databases: TestDatabases;
let api: TestApi;
let caseId: string;

beforeAll(async () => {
  databases = await startDatabases();
});
beforeEach(async () => {
  api = await databases.api({ now: AT });
  const provider = await api.as('provider');
  caseId = (await provider.post('/api/applications', await application(provider, CODES.provider))).body.caseId;
});
afterEach(() => api.stop());
afterAll(() => databases.stop());

const reviewer = {
  kind: 'person',
  id: 'demo-reviewer',
  offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
} as const;

/** The step that an action of the reviewer would be. */
async function step(name: string, input: object): Promise<RecordedTransition> {
  const { state } = (await recordedCase(api.database, caseId)) ?? {};
  if (state === undefined) throw new Error('The case is not open.');
  return forRecords(act(storeApplication, state, name, { actor: reviewer, key: name, input }, undefined, AT));
}

const checked = () => step('checkMaterials', { items: { licence: 'OK' } });
/** It opens a deadline and tells the institution: its account, and the contact of its form. */
const asked = () => step('requestSupplement', { items: ['审计报告'], reason: '未附' });

const line = (type: string) => ({ at: AT, type, actor: systemActor('notices'), title: text('行', 'A line') });

/** What is on record of the case: types of the lines that came since it was opened, its revision and notices; its chain must hold. */
async function onRecord(since: number) {
  const { head, lines } = await wholeTimeline(api.database, caseId);
  expect(verifyChain(lines, head)).toMatchObject({ intact: true });
  const { revision } = await api.database.case.findUniqueOrThrow({ where: { id: caseId } });
  const notices = await api.database.notice.count({ where: { caseId, template: 'supplementRequested' } });
  return { revision, notices, lines: lines.slice(since).map(({ type }) => type) };
}

const lengthNow = async () => (await wholeTimeline(api.database, caseId)).lines.length;

it('XC-05.6 the same step written twice at one moment is on record once, and the second hears what is recorded', async () => {
  const before = await lengthNow();
  const transition = await asked();
  const answers = await Promise.all(Array.from({ length: 4 }, () => commitTransition(api.database, transition)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(answers.filter((answer) => answer?.revision === transition.revision)).toHaveLength(3);
  const { revision, notices, lines } = await onRecord(before);
  expect({ revision, notices }).toEqual({ revision: transition.revision, notices: 2 });
  expect(lines.filter((type) => type === 'SUPPLEMENT_REQUESTED')).toHaveLength(1);
});

it('XC-05.6 a line that is written between the reading of a case and its step stands before the step', async () => {
  const before = await lengthNow();
  const transition = await asked();
  let committed: Promise<unknown> = Promise.resolve();
  await api.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "id" = ${caseId} FOR UPDATE`;
    committed = commitTransition(api.database, transition);
    await expect
      .poll(async () => {
        const [row] = await api.database.$queryRaw<{ waiting: boolean }[]>`
          SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid') AS "waiting"`;
        return row?.waiting;
      })
      .toBe(true);
    await appendLines(tx, caseId, [line('NOTICE_SENT')]);
  });
  expect(await committed).toBeNull();
  const { revision, notices, lines } = await onRecord(before);
  expect({ revision, notices, first: lines[0] }).toEqual({
    ...{ revision: transition.revision, notices: 2, first: 'NOTICE_SENT' },
  });
  expect(lines.filter((type) => type === 'SUPPLEMENT_REQUESTED')).toHaveLength(1);
});

it('XC-05.6 steps and deliveries of one case at one moment are all on record, in one chain', async () => {
  const before = await lengthNow();
  const transition = await checked();
  const deliver = () => api.database.$transaction((tx) => appendLines(tx, caseId, [line('NOTICE_SENT')]));
  await Promise.all([deliver(), commitTransition(api.database, transition), deliver(), deliver()]);
  const { revision, lines } = await onRecord(before);
  expect(revision).toBe(transition.revision);
  expect(lines.toSorted()).toEqual(['MATERIALS_CHECKED', 'NOTICE_SENT', 'NOTICE_SENT', 'NOTICE_SENT']);
});

it('XC-05.6 a step that does not follow the recorded one writes nothing', async () => {
  const before = await lengthNow();
  const transition = await checked();
  const later = { ...transition, revision: transition.revision + 1 };
  await expect(commitTransition(api.database, later)).rejects.toMatchObject({ type: 'OUT_OF_STEP' });
  expect((await onRecord(before)).lines).toEqual([]);
});

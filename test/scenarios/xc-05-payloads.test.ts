/** What stands in Temporal of what people type in: nothing that can be read, once the stack has keys; and keys can change while cases run. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { temporal as proto } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { dataConverterOf } from '../../config/payloads/data-converter.ts';
import { readPayloadKeys } from '../../config/payloads/keys.ts';
import {
  appointment,
  apply,
  institutions,
  openedBy,
  originals,
  review,
  settled,
  timelineOf,
  uploadPdf,
} from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { PATIENCE } from '../support/patience.ts';

const { History } = proto.api.history.v1;
const { DescribeWorkflowExecutionResponse, ListWorkflowExecutionsResponse } = proto.api.workflowservice.v1;

const key = (): string => randomBytes(32).toString('base64');
const [first, second] = [`2026-a:${key()}`, `2026-b:${key()}`];

/** Before the stack has keys; then they are known; then they write; then another is known; then that one writes. */
const WITHOUT = { PAYLOAD_KEYS: '' };
const READS = { PAYLOAD_KEYS: first, PAYLOAD_KEY_ID: 'none' };
const WRITES = { PAYLOAD_KEYS: first };
const READS_BOTH = { PAYLOAD_KEYS: `${first},${second}` };
const WRITES_SECOND = { PAYLOAD_KEYS: `${first},${second}`, PAYLOAD_KEY_ID: '2026-b' };

/** What is typed in after the stack has keys. */
const typed = {
  attendee: '欧阳建国',
  capacity: '持授权书的副总经理',
  reason: '审计报告缺第三页，已电话联系陈女士',
  note: '材料由司徒先生送达',
  contact: '诸葛明',
  phone: '13912345678',
  email: 'zhuge.ming@firm.example.cn',
  place: '虹口区某路四十二号三楼',
};

let stack: TestStack;
/** Opened before the stack has keys. */
let early: string;
/** Opened when it has. */
let late: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-08-18T10:00:00+08:00', environment: WITHOUT });
});
afterAll(() => stack.stop());

const keysOf = (environment: Record<string, string>) =>
  readPayloadKeys({ MODE: 'training', PAYLOAD_CIPHER: 'aes-256-gcm', ...environment });

function historyOf(caseId: string) {
  return stack.temporal.workflow.getHandle(`case/${caseId}`).fetchHistory();
}

/** Everything that Temporal keeps of a case, as bytes: history, description, what the list shows. */
async function keptOf(caseId: string): Promise<Buffer> {
  const workflowId = `case/${caseId}`;
  const { raw } = await stack.temporal.workflow.getHandle(workflowId).describe();
  const listed = await vi.waitFor(async () => {
    const answer = await stack.temporal.workflowService.listWorkflowExecutions({
      namespace: stack.temporal.options.namespace,
      query: `WorkflowId = '${workflowId}'`,
    });
    expect(answer.executions).not.toEqual([]);
    return answer;
  }, PATIENCE);
  return Buffer.concat([
    History.encode(await historyOf(caseId)).finish(),
    DescribeWorkflowExecutionResponse.encode(raw).finish(),
    ListWorkflowExecutionsResponse.encode(listed).finish(),
  ]);
}

/** Those of these words that stand in it readable: as they are, or as an escape of JSON. */
function readable(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) => bytes.includes(word) || bytes.includes(JSON.stringify(word).slice(1, -1)));
}

/** Ids of the keys under which payloads of a history stand. */
async function keyIdsIn(caseId: string): Promise<string[]> {
  const text = historyToJSON(await historyOf(caseId));
  const ids = [...text.matchAll(/"encryption-key-id": ?"([^"]+)"/g)].map(([, id]) =>
    Buffer.from(id!, 'base64').toString(),
  );
  return [...new Set(ids)].sort();
}

describe('XC-05.6 a stack that runs begins to encrypt', () => {
  it('without keys what is typed in stands readable in Temporal', async () => {
    early = await apply(stack);
    await (await stack.as('reviewer')).act(early, 'checkMaterials', { items: { licence: 'OK' }, note: typed.note });
    expect(readable(await keptOf(early), [typed.note, institutions.provider.creditCode])).toEqual([
      typed.note,
      institutions.provider.creditCode,
    ]);
  });

  it('the case goes on while the processes learn the keys, and while they begin to write with them', async () => {
    const [reviewer, provider] = [await stack.as('reviewer'), await stack.as('provider')];
    await stack.restart({ api: READS, worker: READS });
    await reviewer.act(early, 'requestSupplement', { items: ['审计报告'], reason: '未附' });
    expect(await keyIdsIn(early)).toEqual([]);
    // One process after the other: what the new one writes the old one can read.
    await stack.restart({ api: WRITES, worker: READS });
    await provider.act(early, 'answerSupplement', { note: '已附' });
    await stack.restart({ api: WRITES, worker: WRITES });
    await review(stack, early);
    await caseWhen(stack, early, { stage: 'PRELIM_REVIEW' });
    expect(await keyIdsIn(early)).toEqual(['2026-a']);
  });

  it('of a case opened since, nothing that was typed in stands there readable: no name, number, address, reason, credit code', async () => {
    const institution = { contactName: typed.contact, contactPhone: typed.phone, contactEmail: typed.email };
    const [reviewer, provider2] = [await stack.as('reviewer'), await stack.as('provider2')];
    late = await apply(stack, { as: 'provider2' });
    await reviewer.act(late, 'requestSupplement', { items: ['审计报告'], reason: typed.reason });
    await provider2.act(late, 'answerSupplement', { note: typed.note, institution });
    await review(stack, late);
    const interview = { ...appointment('2025-08-29T10:00:00+08:00'), place: typed.place };
    await reviewer.act(late, 'passPreliminaryReview', { interview });
    const refused = await refusalOf(provider2.act(late, 'explainAbsence', { explanation: typed.reason }));
    expect(refused.code).toBe('NOT_NOW');
    expect(JSON.stringify(refused.problem)).toContain('Explain');
    await stack.advanceTo('2025-08-29T10:00:00+08:00');
    const attendees = [{ name: typed.attendee, capacity: typed.capacity }];
    await reviewer.act(late, 'recordAttendance', { attendees });
    await settled(stack);

    const { creditCode, name } = institutions.provider2;
    const kept = await keptOf(late);
    expect(readable(kept, [...Object.values(typed), creditCode, name, 'provider2@'])).toEqual([]);
    // It is in the records, where it belongs.
    const lines = await timelineOf(stack, late);
    expect(lines.find(({ type }) => type === 'INTERVIEW_ATTENDED')?.detail).toMatchObject({ attendees });
    expect(JSON.stringify(lines)).toContain(typed.reason);
  });

  it('whoever has the keys reads the history on the machine, by a command; without them it says which is missing', async () => {
    const script = fileURLToPath(new URL('../../worker/history.ts', import.meta.url));
    const { MODE, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = stack.environment;
    const read = (keys: Record<string, string>) =>
      promisify(execFile)(process.execPath, [script, late], {
        env: {
          PATH: process.env['PATH'],
          MODE,
          TEMPORAL_ADDRESS,
          TEMPORAL_NAMESPACE,
          DATABASE_URL: stack.databaseUrl,
          ...keys,
        },
        maxBuffer: 50_000_000,
      });
    const { stdout } = await read(WRITES);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { eventType: string });
    expect(events[0]?.eventType).toMatch(/WORKFLOW_EXECUTION_STARTED/);
    expect(stdout).toContain(typed.reason);
    // Names are not even there.
    expect(stdout).not.toContain(typed.attendee);
    await expect(read({ PAYLOAD_KEYS: second })).rejects.toThrow(
      /under the key '2026-a', which this process does not have/,
    );
  });
});

describe('XC-05.6 the key is changed while cases run', () => {
  it('a worker that lacks the key fails its task and not the case, and the caller is told to come again', async () => {
    await stack.restart({ api: WRITES_SECOND, worker: WRITES });
    const reviewer = await stack.as('reviewer');
    const interview = { ...appointment('2025-09-05T10:00:00+08:00') };
    const refused = await refusalOf(reviewer.act(early, 'passPreliminaryReview', { interview }, { key: 'the-same' }));
    expect(['OUTCOME_UNKNOWN', 'UNAVAILABLE']).toContain(refused.code);
    expect((await stack.temporal.workflow.getHandle(`case/${early}`).describe()).status.name).toBe('RUNNING');
    // Once the worker has it too, what waited is done, and the repeat does it no second time.
    await stack.restart({ api: WRITES_SECOND, worker: READS_BOTH });
    // Temporal tries a task that has failed often at longer and longer intervals.
    await vi.waitFor(() => reviewer.act(early, 'passPreliminaryReview', { interview }, { key: 'the-same' }), {
      timeout: 90_000,
      interval: 500,
    });
    const lines = await timelineOf(stack, early);
    expect(lines.filter(({ type }) => type === 'PRELIMINARY_REVIEW_PASSED')).toHaveLength(1);
  });

  it('an API that lacks the key says so, and what was asked for is done all the same, once', async () => {
    await stack.restart({ api: WRITES, worker: WRITES_SECOND });
    const provider = await stack.as('provider');
    const refused = await refusalOf(
      provider.act(early, 'requestReschedule', { reason: '当日出差' }, { key: 'another' }),
    );
    expect(refused).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(JSON.stringify(refused.problem)).toMatch(/密钥/);
    await stack.restart({ api: WRITES_SECOND, worker: WRITES_SECOND });
    await provider.act(early, 'requestReschedule', { reason: '当日出差' }, { key: 'another' });
    const lines = await timelineOf(stack, early);
    expect(lines.filter(({ type }) => type === 'RESCHEDULING_REQUESTED')).toHaveLength(1);
  });

  it('both cases go on to their ends, and open what follows', async () => {
    const reviewer = await stack.as('reviewer');
    await reviewer.act(early, 'declineReschedule', { reason: '申请人当日可以委托他人' });
    await stack.advanceTo('2025-09-05T10:00:00+08:00');
    await reviewer.act(early, 'recordAttendance', {
      attendees: [{ name: typed.attendee, capacity: typed.capacity }],
    });
    for (const id of [early, late]) {
      await reviewer.act(id, 'verifyMaterials', { items: originals });
      await reviewer.act(id, 'signCommitment', { fileId: await uploadPdf(reviewer, '承诺书.pdf') });
      await reviewer.act(id, 'passInterview');
      await caseWhen(stack, id, { outcome: 'INTERVIEW_PASSED' });
      await caseWhen(stack, openedBy(id).setupId, { stage: 'SETUP_OPEN' });
    }
    await settled(stack);
    expect(await keyIdsIn(early)).toEqual(['2026-a', '2026-b']);
    expect(readable(await keptOf(early), [typed.attendee, typed.capacity, '当日出差'])).toEqual([]);
    expect((await caseOf(stack, late)).outcome).toBe('INTERVIEW_PASSED');
  });

  it('a history with payloads of no key, of the old and of the new one replays with both keys, and not without the old', async () => {
    const history = JSON.parse(historyToJSON(await historyOf(early))) as unknown;
    const replayed = async (environment: Record<string, string>) => {
      const options = {
        workflowBundle: { codePath: inject('services').bundle },
        dataConverter: dataConverterOf(keysOf(environment)),
      };
      for await (const { error } of Worker.runReplayHistories(options, [{ workflowId: `case/${early}`, history }]))
        return error;
      return new Error('Nothing was replayed.');
    };
    expect(await replayed(WRITES_SECOND)).toBeUndefined();
    expect(await replayed({ PAYLOAD_KEYS: second })).toBeInstanceOf(Error);
  });
});

/** Channels of notices beside mail: set by administrators, whose addresses nobody reads again (XC-04). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const KEY = '0f1e2d3c-aaaa-bbbb-cccc-00000000abcd';
const ADDRESS = `https://oapi.dingtalk.com/robot/send?access_token=${KEY}`;
const DAY_MS = 86_400_000;
const channel = { bodyId: 'sh-centre', name: '初审群', format: 'DINGTALK', address: ADDRESS, roles: ['reviewer'] };

let databases: TestDatabases;
let api: TestApi;
let admin: Caller;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  admin = await api.as('admin');
});
afterAll(() => databases.stop());

it('XC-04 shows host and last four characters of an address, and keeps the rest from everybody, its own role included', async () => {
  const made = await admin.post('/api/webhook-channels', { ...channel, signingSecret: 'SEC-not-to-be-shown' });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.body).toMatchObject({ host: 'oapi.dingtalk.com', tail: 'abcd', last: null, failed: 0, active: true });
  const changed = await admin.patch(`/api/webhook-channels/${made.body.id}`, { name: '审核群' });
  const listed = await admin.get('/api/webhook-channels');
  const log = await (await api.as('auditor')).get('/api/audit?limit=50');
  for (const { body } of [made, changed, listed, log]) {
    expect(JSON.stringify(body)).not.toContain(KEY);
    expect(JSON.stringify(body)).not.toContain('not-to-be-shown');
  }
  expect(changed.body.name).toBe('审核群');
  // The role of the API may write them and not read them.
  await expect(api.context.database.webhookChannel.findMany({ select: { address: true } })).rejects.toThrow(/denied/);
  const kept = await api.database.webhookChannel.findUniqueOrThrow({ where: { id: made.body.id } });
  expect(kept).toMatchObject({ address: ADDRESS, signingSecret: 'SEC-not-to-be-shown' });
});

it('XC-04 plans a test as a row of the outbox, which is told as the last one', async () => {
  const { id } = (await admin.post('/api/webhook-channels', channel)).body;
  const { status, body } = await admin.post(`/api/webhook-channels/${id}/test`);
  expect(status).toBe(202);
  const { items } = (await admin.get('/api/webhook-channels')).body;
  expect(items.find((one: { id: string }) => one.id === id).last).toMatchObject({
    ...{ noticeId: body.noticeId, status: 'PLANNED', attempts: 0, answer: null },
  });
});

describe('what was not taken', () => {
  /** A channel with a notice that it did not take, one of eight days ago, and one of another channel. */
  async function withFailed(changes: object = {}): Promise<{ id: string; asked: () => Promise<string[]> }> {
    const { id } = (await admin.post('/api/webhook-channels', { ...channel, ...changes })).body;
    const now = Date.parse((await admin.get('/api/clock')).body.now);
    const row = {
      ...{ caseId: null, template: 'taskDelegated', channel: 'WEBHOOK', locale: 'zh-CN', data: {}, status: 'FAILED' },
      ...{ recipientId: `channel:${id}`, recipientName: '初审群', recipientEmail: '', audience: { role: 'reviewer' } },
    };
    const rows = [
      { id: `${id}-late`, plannedAt: new Date(now - 6 * DAY_MS) },
      { id: `${id}-old`, plannedAt: new Date(now - 8 * DAY_MS) },
      { id: `${id}-other`, plannedAt: new Date(now), recipientId: 'channel:other' },
    ];
    await api.database.notice.createMany({ data: rows.map((one) => ({ ...row, ...one, key: one.id })) });
    const where = { id: { startsWith: id }, resendAskedAt: { not: null } };
    const asked = async () => (await api.database.notice.findMany({ where })).map((one) => one.id);
    return { id, asked };
  }

  it.each([
    ['the address', {}, { address: `${ADDRESS}2` }],
    ['the secret', {}, { signingSecret: 'SEC-2' }],
    ['the format', {}, { format: 'JSON' }],
    ['use', { active: false }, { active: true }],
  ])('is asked for again, of the last seven days, once %s of a channel is set anew', async (_what, before, change) => {
    const { id, asked } = await withFailed(before);
    expect((await admin.patch(`/api/webhook-channels/${id}`, change)).status).toBe(200);
    expect(await asked()).toEqual([`${id}-late`]);
  });

  it.each([
    ['another name', {}, { name: '审核群' }],
    ['other roles', {}, { roles: ['manager'] }],
    ['what it says already', {}, { active: true }],
    ['its end', {}, { active: false, address: `${ADDRESS}2` }],
    ['another address while it is out of use', { active: false }, { address: `${ADDRESS}2` }],
  ])('is left by %s', async (_what, before, change) => {
    const { id, asked } = await withFailed(before);
    expect((await admin.patch(`/api/webhook-channels/${id}`, change)).status).toBe(200);
    expect(await asked()).toEqual([]);
  });
});

it('names each field that is wrong', async () => {
  const wrong = { ...channel, bodyId: 'nowhere', format: 'WECOM', signingSecret: 'x', address: 'ftp://a.example.org' };
  const { status, body } = await admin.post('/api/webhook-channels', wrong);
  expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ['address', 'signingSecret'],
  ]);
  const unknown = await admin.post('/api/webhook-channels', { ...channel, bodyId: 'nowhere' });
  expect(unknown.body.errors).toMatchObject([{ field: 'bodyId' }]);
  expect((await admin.patch('/api/webhook-channels/chn-none', { name: '群' })).status).toBe(404);
  expect((await admin.post('/api/webhook-channels/chn-none/test')).status).toBe(404);
});

it('is for administrators', async () => {
  const manager = await api.as('manager');
  expect((await manager.get('/api/webhook-channels')).status).toBe(403);
  expect((await manager.post('/api/webhook-channels', channel)).status).toBe(403);
});
